import CanonicalJSON
import PlainText
import Words
import Workspace

/// What one run of sync did, in words and as JSON.
enum SyncReport {
  /// Files passed over that are named in words; JSON names them all.
  private static let namedCount = 10

  static func status(of report: FolderReport) -> ExitStatus {
    if report.notWritable != nil || report.hasNoReceiver { return .refused }
    return report.isAside || !report.remains.isEmpty ? .aside : .done
  }

  static func say(
    _ report: FolderReport, conflicts: Int?, isDryRun: Bool = false, isRound: Bool = false, on console: Console
  ) {
    for applied in report.applied { BundleReport.say(applied, isReleased: false, on: console) }
    for released in report.released { BundleReport.say(released, isReleased: true, on: console) }
    let isQuiet = !isRound && !report.isEventful && report.notWritable == nil && !report.hasNoReceiver
    if console.format == .json {
      console.out(json(report, conflicts: conflicts))
    } else {
      sayDone(report, isDryRun: isDryRun, on: console)
      if isQuiet { console.out(SyncWords.nothingNew(report.bundleCount)) }
    }
    if report.isEmptyFolder, !isRound { console.note(SyncWords.wasEmpty) }
    saySkipped(report, on: console)
    for remains in report.remains {
      console.note(SyncWords.remains(remains.path, remains.writer.text, isOfGone: remains.isOfGone))
    }
    if report.linkCount > 0, !isRound { console.note(SyncWords.links(report.linkCount)) }
    if report.isCutShort { console.note(SyncWords.cutShort) }
    if report.hasNoReceiver { console.note(ErrorWords.error + SyncWords.noReceiver) }
    if let error = report.notWritable {
      console.note(ErrorWords.error + SyncWords.notWritable + ErrorText.file(error).text)
    }
    if let conflicts, conflicts > 0 { console.note(CommandWords.openConflicts(conflicts)) }
  }

  private static func sayDone(_ report: FolderReport, isDryRun: Bool, on console: Console) {
    for written in report.written {
      console.out(
        isDryRun
          ? SyncWords.wouldWrite(written.lineCount, members: written.receiverCount)
          : SyncWords.wrote(written.path, written.lineCount, written.byteCount, members: written.receiverCount))
    }
    if !report.removed.isEmpty {
      let count = report.removed.count
      console.out(isDryRun ? SyncWords.wouldRemove(count) : SyncWords.removed(count))
    }
  }

  private static func saySkipped(_ report: FolderReport, on console: Console) {
    var notForUs: [String] = []
    var texts: [Phrase] = []
    for skipped in report.skipped {
      let path = skipped.path
      switch skipped.reason {
      case .notForUs: notForUs.append(path)
      case .notWhole: texts.append(SyncWords.notWhole(path, since: skipped.since.map(FactText.time)))
      case .tooLarge: texts.append(SyncWords.tooLarge(path))
      case .notABundle: texts.append(SyncWords.notABundle(path))
      case .unreadable(let error): texts.append(SyncWords.passedOver(path) + ErrorText.file(error).text)
      case .refused(let error): texts.append(SyncWords.passedOver(path) + ErrorText.message(for: error).text)
      }
    }
    for text in texts.prefix(namedCount) { console.note(text) }
    if texts.count > namedCount { console.note(SyncWords.moreSkipped(texts.count - namedCount)) }
    if let first = notForUs.first { console.note(SyncWords.notForUs(first, count: notForUs.count)) }
  }

  static func json(_ report: FolderReport, conflicts: Int?) -> JSONValue {
    [
      "applied": .array(report.applied.map(json)), "released": .array(report.released.map(json)),
      "wrote": .array(report.written.map(json)), "removed": .array(report.removed.map(JSONValue.string)),
      "skipped": .array(
        report.skipped.map { ["path": .string($0.path), "reason": .string(name(of: $0.reason))] }),
      "remains": .array(report.remains.map(\.json)), "bundles": .integer(Int64(report.bundleCount)),
      "written": .bool(report.notWritable == nil && !report.hasNoReceiver),
      "conflicts": conflicts.map { .integer(Int64($0)) } ?? .null,
    ]
  }

  private static func json(_ applied: Exchange.Applied) -> JSONValue {
    [
      "path": .string(applied.path), "writer": applied.writer.map { .string($0.text) } ?? .null,
      "new": .integer(Int64(applied.newCount)), "known": .integer(Int64(applied.knownCount)),
      "held": .integer(Int64(applied.heldCount)), "quarantined": .integer(Int64(applied.quarantinedCount)),
      "erased": .integer(Int64(applied.erasedCount)),
    ]
  }

  private static func json(_ written: FolderReport.Written) -> JSONValue {
    [
      "path": .string(written.path), "lines": .integer(Int64(written.lineCount)),
      "bytes": .integer(Int64(written.byteCount)), "for": written.receiverCount.map { .integer(Int64($0)) } ?? .null,
    ]
  }

  private static func name(of reason: FolderReport.Skipped.Reason) -> String {
    switch reason {
    case .notWhole: "not_whole"
    case .notForUs: "not_for_us"
    case .tooLarge: "too_large"
    case .notABundle: "not_a_bundle"
    case .unreadable: "unreadable"
    case .refused: "refused"
    }
  }
}
