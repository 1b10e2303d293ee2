import CanonicalJSON
import EventLog
import Merge
import Words
import Workspace

/// What erasing takes away, in words and as JSON.
enum ErasureReport {
  // MARK: Before

  static func say(_ plan: ErasurePlan, on console: Console, _ say: (Phrase) -> Void) {
    say(ErasureWords.goes(plan.targetCount))
    for (kind, count) in plan.counts { say(ErasureWords.kind(kind, count)) }
    if !plan.attachments.isEmpty {
      say(ErasureWords.attachments(plan.attachments.count, plan.attachments.values.reduce(0, +)))
    }
    if !plan.notOurs.isEmpty { say(ErasureWords.notOurs(plan.notOurs.count, list(plan.notOurs))) }
    for interview in plan.sharedInterviews { say(ErasureWords.shared(interview)) }
    if !plan.mentions.isEmpty { say(ErasureWords.mentions(plan.mentions.count, list(plan.mentions))) }
    if !plan.otherFiles.isEmpty { say(ErasureWords.otherFiles(plan.otherFiles)) }
    if !plan.successors.isEmpty { say(ErasureWords.successors(plan.successors.count, list(plan.successors))) }
  }

  static func json(_ plan: ErasurePlan) -> JSONValue {
    var kinds = JSONObject()
    for (kind, count) in plan.counts { kinds[kind] = .integer(Int64(count)) }
    func texts(_ references: [Reference]) -> JSONValue { .array(references.map { .string($0.text) }) }
    return [
      "erased": 0, "would_erase": .integer(Int64(plan.targetCount)), "kinds": .object(kinds),
      "refs": texts(plan.targets.values.flatMap { $0 }.sorted()), "not_ours": texts(plan.notOurs),
      "attachments": .array(plan.attachments.keys.sorted().map { .string($0.hexadecimal) }),
      "shared_interviews": .array(plan.sharedInterviews.map(JSONValue.string)), "mentions": texts(plan.mentions),
      "successors": texts(plan.successors), "other_files": .array(plan.otherFiles.map(JSONValue.string)),
    ]
  }

  // MARK: After

  static func say(_ done: CarriedOut, on console: Console) {
    for line in lines(of: done) { if console.format == .json { console.note(line) } else { console.out(line) } }
  }

  static func lines(of done: CarriedOut) -> [Phrase] {
    var lines: [Phrase] = []
    if done.lineCount > 0 { lines.append(ErasureWords.lines(done.lineCount)) }
    if done.blankedCount > 0 { lines.append(ErasureWords.blanked(done.blankedCount)) }
    if !done.attachments.isEmpty { lines.append(ErasureWords.attachmentsGone(done.attachments.count)) }
    if !done.heldBundles.isEmpty { lines.append(ErasureWords.heldRewritten(done.heldBundles)) }
    if !done.droppedBundles.isEmpty { lines.append(ErasureWords.heldDropped(done.droppedBundles)) }
    if !done.quarantine.isEmpty { lines.append(ErasureWords.quarantine(done.quarantine)) }
    if !done.unreachable.isEmpty { lines.append(ErasureWords.unreachable(list(done.unreachable))) }
    if !done.answered.isEmpty { lines.append(ErasureWords.answered(done.answered.count)) }
    return lines
  }

  static func json(_ done: CarriedOut) -> JSONValue {
    [
      "erased": .integer(Int64(done.lineCount)), "attachments": .integer(Int64(done.attachments.count)),
      "blanked": .integer(Int64(done.blankedCount)), "held": .array(done.heldBundles.map(JSONValue.string)),
      "dropped": .array(done.droppedBundles.map(JSONValue.string)),
      "quarantine": .array(done.quarantine.map { .string($0.name) }),
      "carried_out": .array(done.answered.map { .string($0.text) }),
    ]
  }

  /// The first references, in short.
  static func list(_ references: [Reference]) -> String {
    let shown = references.prefix(5).map { "\($0.log.text.prefix(6)):\($0.seq)" }
    return shown.joined(separator: ", ") + (references.count > shown.count ? " …" : "")
  }

  // MARK: Status

  /// What status says of erasures: nothing where there are none.
  static func say(_ overview: ErasureOverview, on console: Console) {
    for decision in overview.decisions {
      console.out(
        ErasureWords.decision(
          list([decision.reference]), String(FactText.time(decision.at).prefix(10)), decision.ground,
          decision.lineCount))
      if decision.payloadCount > 0 { console.out(ErasureWords.payloadsHere(decision.payloadCount)) }
      if decision.withoutForceCount > 0 { console.out(ErasureWords.withoutForce(decision.withoutForceCount)) }
      if !decision.carriedOut.isEmpty { console.out(ErasureWords.carriedOutBy(decision.carriedOut.map(name))) }
      if !decision.waiting.isEmpty {
        let waiting = decision.waiting.map { instance in
          ErasureWords.lastHeard(
            name(instance), instance.lastHeard.map { String(FactText.time($0).prefix(10)) })[console.language]
        }
        console.out(ErasureWords.waitingFor(waiting))
      }
    }
    if overview.doubts.isEmpty { return }
    console.out(ErasureWords.doubts(overview.doubts.count))
    for doubt in overview.doubts.prefix(5) {
      let reference = list([doubt.reference])
      switch doubt.reason {
      case .replaces(let target): console.out(ErasureWords.doubtReplaces(reference, list([target])))
      case .names(let code): console.out(ErasureWords.doubtNames(reference, code.sort.rawValue, code.code))
      }
    }
  }

  private static func name(_ instance: ErasureOverview.Instance) -> String {
    instance.naam.map { "\($0) (\(instance.log.text.prefix(6)))" } ?? instance.log.text
  }
}
