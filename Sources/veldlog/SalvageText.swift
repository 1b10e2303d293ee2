import CanonicalJSON
import Words
import Workspace

/// What came of salvaging, in words and as JSON.
struct SalvageText {
  /// More of one sort are counted.
  private static let largestListCount = 10

  let report: SalvageReport
  /// Whether a new folder was made.
  let isNew: Bool
  let console: Console

  func say() {
    if console.format == .json {
      console.out(json)
    } else {
      table.print(on: console)
      console.out(
        SalvageWords.done(
          report.lineCount, new: isNew ? nil : report.newCount, logs: report.logs.count, files: report.fileCount,
          path: report.root, isDryRun: report.isDryRun))
    }
    console.note(
      SalvageWords.counts(
        found: report.foundCount, used: report.usedCount, repeated: report.repeatedCount,
        otherForms: report.otherFormCount, aside: report.asideCount, otherWorkspace: report.otherWorkspaceCount,
        otherPrivate: report.otherPrivateCount))
    for log in report.logs { say(log) }
    sayDamage()
    list(report.faults.map(words))
    if report.newerCount > 0 { console.note(SalvageWords.newer(report.newerCount)) }
    if report.attachmentCount + report.missingAttachmentCount > 0 {
      console.note(SalvageWords.attachments(report.attachmentCount, missing: report.missingAttachmentCount))
    }
    if !report.otherKeys.isEmpty { console.note(SalvageWords.otherKeys(report.otherKeys.map(\.text))) }
    if report.releasedCount > 0 { console.note(SalvageWords.released(report.releasedCount)) }
    if report.isLocked { console.note(SalvageWords.locked) }
    if report.otherPrivateCount > 0 { console.note(SalvageWords.otherPrivate) }
    if !report.canRecord { console.note(SalvageWords.noKey) }
    if isNew, !report.isDryRun { console.note(SalvageWords.next(report.root)) }
  }

  private var table: Listing {
    var listing = Listing(
      columns: [
        .init(key: "log", title: SalvageWords.log), .init(key: "audience", title: SalvageWords.audience),
        .init(key: "lines", title: SalvageWords.lines, isNumber: true),
        .init(key: "new", title: SalvageWords.newLines, isNumber: true),
        .init(key: "branches", title: SalvageWords.branches, isNumber: true),
        .init(key: "last", title: SalvageWords.last, isNumber: true),
        .init(key: "aside", title: SalvageWords.aside, isNumber: true),
      ], empty: SalvageWords.none)
    listing.rows = report.logs.map { log in
      [
        log.log.text, log.audience?.rawValue ?? "", String(log.lineCount), String(log.newCount),
        String(log.branchCount), log.heads.map { String($0.seq) }.joined(separator: " "),
        String(log.runs.reduce(0) { $0 + $1.lineCount }),
      ]
    }
    return listing
  }

  private func say(_ log: SalvageReport.Log) {
    let name = log.log.text
    list(
      log.runs.map { run in
        let text =
          switch run.state {
          case .missing: SalvageWords.missing(name, run.firstSeq, run.lastSeq)
          case .detached: SalvageWords.detached(name, run.firstSeq, run.lastSeq, run.path ?? "")
          case .unverified: SalvageWords.unverified(name, run.firstSeq, run.lastSeq, run.path ?? "")
          }
        return text + (run.keptAt.map(SalvageWords.keptAt) ?? Phrase(same: ""))
      })
    if log.branchCount > 1 { console.note(SalvageWords.forked(name, log.branchCount)) }
    if log.unvouchedCount > 0 { console.note(SalvageWords.unvouched(name, log.unvouchedCount)) }
    if log.erasedCount > 0 { console.note(SalvageWords.erased(name, log.erasedCount)) }
    if log.missingPayloadCount > 0, !(report.isLocked && log.audience == .prive) {
      console.note(SalvageWords.missingPayload(name, log.missingPayloadCount))
    }
  }

  private func sayDamage() {
    let lost = report.damage.filter { !$0.isWholeElsewhere }
    if report.damage.count > lost.count {
      console.note(SalvageWords.allWholeElsewhere(report.damage.count - lost.count))
    }
    list(
      lost.map {
        SalvageWords.damage($0.path, offset: $0.offset, bytes: $0.byteCount, isWholeElsewhere: false)
      }, more: report.moreDamageCount)
  }

  private func list(_ phrases: [Phrase], more: Int = 0) {
    for phrase in phrases.prefix(Self.largestListCount) { console.note(phrase) }
    let rest = max(0, phrases.count - Self.largestListCount) + more
    if rest > 0 { console.note(SalvageWords.moreDamage(rest)) }
  }

  private func words(_ fault: HeapFault) -> Phrase {
    switch fault.reason {
    case .file(let error): SalvageWords.unread(ErrorText.message(for: error).text)
    case .encrypted: SalvageWords.encrypted(fault.path)
    case .damagedEncryption: SalvageWords.damagedEncryption(fault.path)
    case .cutOff(let byteCount): SalvageWords.cutOff(fault.path, byteCount)
    case .damagedKey: SalvageWords.damagedKey(fault.path)
    }
  }

  // MARK: JSON

  private var json: JSONValue {
    func count(_ number: Int) -> JSONValue { .integer(Int64(number)) }
    return [
      "workspace": .string(report.workspace.text), "log": report.own.map { .string($0.text) } ?? .null,
      "can_record": .bool(report.canRecord), "locked": .bool(report.isLocked),
      "folder": .string(report.root), "dry_run": .bool(report.isDryRun), "files": count(report.fileCount),
      "lines": [
        "found": count(report.foundCount), "used": count(report.usedCount), "new": count(report.newCount),
        "repeated": count(report.repeatedCount), "other_forms": count(report.otherFormCount),
        "aside": count(report.asideCount), "other_workspace": count(report.otherWorkspaceCount),
        "other_private": count(report.otherPrivateCount),
        "newer": count(report.newerCount),
      ],
      "logs": .array(report.logs.map(json)),
      "damage": .array(
        report.damage.map {
          [
            "path": .string($0.path), "offset": count($0.offset), "bytes": count($0.byteCount),
            "whole_elsewhere": .bool($0.isWholeElsewhere),
          ]
        }),
      "more_damage": count(report.moreDamageCount),
      "faults": .array(
        report.faults.map { ["path": .string($0.path), "what": .string(words($0)[console.language])] }),
      "attachments": count(report.attachmentCount), "missing_attachments": count(report.missingAttachmentCount),
      "keys": .array(report.keys.map { .string($0.text) }),
      "other_keys": .array(report.otherKeys.map { .string($0.text) }), "released": count(report.releasedCount),
      "complete": .bool(!report.isIncomplete),
    ]
  }

  private func json(_ log: SalvageReport.Log) -> JSONValue {
    func count(_ number: Int) -> JSONValue { .integer(Int64(number)) }
    return [
      "log": .string(log.log.text), "audience": log.audience.map { .string($0.rawValue) } ?? .null,
      "lines": count(log.lineCount), "new": count(log.newCount), "branches": count(log.branchCount),
      "heads": .array(log.heads.map { ["chain": .string($0.chain.text), "seq": count($0.seq)] }),
      "erased": count(log.erasedCount), "missing_payload": count(log.missingPayloadCount),
      "unvouched": count(log.unvouchedCount),
      "runs": .array(
        log.runs.map {
          [
            "state": .string($0.state.rawValue), "first": count($0.firstSeq), "last": count($0.lastSeq),
            "lines": count($0.lineCount), "path": $0.path.map(JSONValue.string) ?? .null,
            "kept_at": $0.keptAt.map(JSONValue.string) ?? .null,
          ]
        }),
    ]
  }
}
