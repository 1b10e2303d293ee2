import CanonicalJSON
import EventLog
import Vocabulary

extension Recording {
  /// Records that facts which a person was asked to look at after an erasure may stay.
  ///
  /// - Throws: `WorkspaceError` for a reference that names no live fact; nothing was written then.
  public func keep(_ references: [String], reason: String) throws -> Outcome {
    let state = try facts().state
    let rows = try references.map { try state.row(named: $0, own: workspace.log) }
    for row in rows where !state.isLive[row] {
      throw WorkspaceError.notLive(state.table.reference(row), by: state.replacement(of: row))
    }
    var payload = JSONObject()
    payload["feiten"] = .array(Set(rows.map { state.table.reference($0) }).sorted().map { .string($0.text) })
    payload["reden"] = .string(NormalForm.composed(Spelling.trimmed(reason)))
    let audience = rows.map { workspace.audience(of: $0, in: state.table) }.max() ?? .gedeeld
    return try record(Kind.behoudenName, payload, audience: audience)
  }
}
