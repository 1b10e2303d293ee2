import CanonicalJSON
import EventLog
import Identity

extension MergedState {
  /// Which of some lines a decision to erase would be in force for, if the next line of a log said so.
  ///
  /// - Complexity: O(*n*) in rows, and in the lines named.
  public func inForce(_ references: [Reference], decidedIn log: LogID) -> Set<Reference> {
    let known = DecisionLines(in: table)
    // The end of the log, of several branches the one that a new line would go to or any other: all have one writer.
    guard let branch = known.branches.indices.last(where: { known.branches[$0].log == log }) else { return [] }
    let seq = known.branches[branch].lastSeq + 1
    var payload = JSONObject()
    payload["doelen"] = .array(references.map { .string($0.text) })
    payload["grond"] = "?"
    let line = DecisionLines.Line(
      branch: branch, kind: .wissing, reference: Reference(log: log, seq: seq, tag: 0), payload: payload, replaces: [])
    let lines = DecisionLines(branches: known.branches, lines: known.lines + [line], chain: known.chain)
    let erasure = Erasure(in: lines, members: members, ownPrivate: decidingHere)
    return Set(erasure.wissingen.first { $0.reference == line.reference }?.targets ?? [])
  }
}
