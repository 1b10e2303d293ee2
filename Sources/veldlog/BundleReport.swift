import Bundle
import CanonicalJSON
import Query
import Words
import Workspace

/// What became of bundles, in words and as JSON.
enum BundleReport {
  static func say(_ applied: Exchange.Applied, isReleased: Bool, on console: Console) {
    var counts = CommandWords.applied(
      applied.path, new: applied.newCount, known: applied.knownCount, held: applied.heldCount,
      quarantined: applied.quarantinedCount)
    if applied.erasedCount > 0 { counts = counts + ExchangeWords.alsoErased(applied.erasedCount) }
    if applied.attachmentCount > 0 { counts = counts + ExchangeWords.attachments(applied.attachmentCount) }
    if console.format == .json || isReleased {
      console.note(isReleased ? CommandWords.released("") + counts : counts)
    } else {
      console.out(counts)
    }
    if applied.isFromStranger, let writer = applied.writer { console.note(CommandWords.fromStranger(writer.text)) }
    if applied.isFromRevoked, let writer = applied.writer { console.note(CommandWords.fromRevoked(writer.text)) }
    for reason in applied.reasons { console.note(words(reason)) }
    for fault in applied.faults { console.note(Phrase(same: "  ") + words(fault)) }
    if applied.isLeftWhereItIs { console.note(CommandWords.leftWhereItIs(applied.path)) }
  }

  static func json(_ all: [Exchange.Applied], conflicts: Int?) -> JSONValue {
    func sum(_ count: (Exchange.Applied) -> Int) -> JSONValue { .integer(Int64(all.reduce(0) { $0 + count($1) })) }
    return [
      "new": sum(\.newCount), "known": sum(\.knownCount), "held": sum(\.heldCount),
      "quarantined": sum(\.quarantinedCount), "erased": sum(\.erasedCount),
      "conflicts": conflicts.map { .integer(Int64($0)) } ?? .null,
    ]
  }

  private static func words(_ reason: SegmentReason) -> Phrase {
    switch reason {
    case .missing(let log, let seq): CommandWords.heldFor(missing: seq, of: log.text)
    case .newer(let log, let seq): CommandWords.heldNewer(log.text, seq)
    case .damagedHere(let log, let seq): CommandWords.heldForDamage(log.text, seq)
    }
  }

  static func words(_ fault: SegmentFault) -> Phrase {
    switch fault {
    case .line(let log, let seq, let fault):
      CommandWords.faultInSegment(log.text, seq, ErrorText.fault(fault))
    case .lineCount(let log, let wanted, let found):
      CommandWords.wrongLineCount(log.text, wanted: wanted, found: found)
    case .lastChain(let log, let seq): CommandWords.faultInSegment(log.text, seq, CommandWords.wrongLastLine)
    case .noCheckpointAtEnd(let log, let seq): CommandWords.faultInSegment(log.text, seq, CommandWords.noCheckpoint)
    case .audience(let log, let audience): CommandWords.wrongAudience(log.text, audience.rawValue)
    }
  }

  // MARK: Looking

  /// What a bundle says of itself.
  static func say(_ manifest: BundleManifest, on console: Console) {
    var listing = Listing(
      columns: [
        .init(key: "log", title: CommandWords.log), .init(key: "first", title: CommandWords.first, isNumber: true),
        .init(key: "last", title: CommandWords.last, isNumber: true),
        .init(key: "bytes", title: CommandWords.bytes, isNumber: true),
      ], empty: CommandWords.noFacts)
    listing.rows =
      manifest.segments.map { [$0.log.text, String($0.first), String($0.last), String($0.byteCount)] }
      + manifest.attachments.map { [$0.path, "", "", String($0.byteCount)] }
    listing.json = try? JSONValue(parsing: manifest.canonicalBytes, rules: .any)
    if console.format == .table {
      let language = console.language
      console.out(CommandWords.workspace[language] + "  " + manifest.workspace.text)
      console.out(
        CommandWords.writer[language] + "  " + manifest.writer.text + "  ("
          + CommandWords.signatureRight[language] + ")")
      let receivers = manifest.receivers.map(\.text).joined(separator: ", ")
      console.out(
        ExchangeWords.receivers[language] + "  " + (receivers.isEmpty ? ExchangeWords.everyone[language] : receivers))
      let holds = manifest.frontier.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value.last?.seq ?? 0)" }
      console.out(ExchangeWords.holds[language] + "  " + holds.joined(separator: ", "))
      if !manifest.missing.isEmpty {
        console.out(
          ExchangeWords.asksFor[language] + "  " + manifest.missing.map(\.text).joined(separator: ", "))
      }
    }
    listing.print(on: console)
  }

  /// What applying would change, beside the counts of lines.
  static func say(_ preview: ExchangePreview, on console: Console) {
    if console.format == .json {
      console.out(json(preview))
      return
    }
    console.out(ExchangeWords.conflictCounts(new: preview.newConflictCount, gone: preview.goneConflictCount))
    for change in preview.members {
      let before = change.before.map { CommandWords.standing($0.rawValue) } ?? ExchangeWords.noMember
      let after = CommandWords.standing(change.after.rawValue)
      console.out(
        ExchangeWords.memberChange(change.log.text, before[console.language], after[console.language]))
    }
    for change in preview.figures {
      let keys = change.keys.compactMap { $0 }.joined(separator: ", ")
      console.out(
        ExchangeWords.figureChange(
          change.indicator.id + (keys.isEmpty ? "" : " (\(keys))"), text(change.before), text(change.after)))
    }
    console.note(ExchangeWords.nothingChanged)
  }

  private static func text(_ figure: Figure?) -> String {
    guard let figure, let value = figure.value else { return "–" }
    return "\(JSONValue((value * 1000).rounded() / 1000).canonicalText) (n \(figure.n))"
  }

  private static func json(_ preview: ExchangePreview) -> JSONValue {
    var document = json(preview.applied, conflicts: preview.conflictCount).objectValue ?? JSONObject()
    document["conflicts_new"] = .integer(Int64(preview.newConflictCount))
    document["conflicts_gone"] = .integer(Int64(preview.goneConflictCount))
    document["members"] = .array(
      preview.members.map { change in
        [
          "log": .string(change.log.text), "before": (change.before?.rawValue).map(JSONValue.string) ?? .null,
          "after": .string(change.after.rawValue),
        ]
      })
    func value(_ figure: Figure?) -> JSONValue {
      guard let figure else { return .null }
      return ["value": figure.value.map { JSONValue($0) } ?? .null, "n": .integer(Int64(figure.n))]
    }
    document["figures"] = .array(
      preview.figures.map { change in
        [
          "indicator": .string(change.indicator.id),
          "of": .array(change.keys.map { $0.map(JSONValue.string) ?? .null }),
          "before": value(change.before), "after": value(change.after),
        ]
      })
    document["dry_run"] = true
    return .object(document)
  }
}
