import Bundle
import CanonicalJSON
import Words
import Workspace

/// What became of bundles, in words and as JSON.
enum BundleReport {
  static func say(_ applied: Exchange.Applied, isReleased: Bool, on console: Console) {
    let counts = CommandWords.applied(
      applied.path, new: applied.newCount, known: applied.knownCount, held: applied.heldCount,
      quarantined: applied.quarantinedCount)
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

  static func json(_ all: [Exchange.Applied], conflicts: Int) -> JSONValue {
    func sum(_ count: (Exchange.Applied) -> Int) -> JSONValue { .integer(Int64(all.reduce(0) { $0 + count($1) })) }
    return [
      "new": sum(\.newCount), "known": sum(\.knownCount), "held": sum(\.heldCount),
      "quarantined": sum(\.quarantinedCount), "erased": sum(\.erasedCount), "conflicts": .integer(Int64(conflicts)),
    ]
  }

  private static func words(_ reason: SegmentReason) -> Phrase {
    switch reason {
    case .missing(let log, let seq): CommandWords.heldFor(missing: seq, of: log.text)
    case .fork(let log, let seq): CommandWords.heldFork(log.text, seq)
    case .ownLogAhead(let log, let seq): CommandWords.heldOwn(log.text, seq)
    case .newer(let log, let seq): CommandWords.heldNewer(log.text, seq)
    case .damagedHere(let log, let seq): CommandWords.heldForDamage(log.text, seq)
    case .bringsPayload(let log, let seq): CommandWords.heldForPayload(log.text, seq)
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
}
