import CanonicalJSON
import EventLog
import Merge
import Vocabulary

extension Recording {
  /// Records a fact with other values in the place of one that is live, and of all that disagree with it.
  ///
  /// - Parameters:
  ///   - reference: As `MergedState.row(named:own:)` reads it.
  ///   - changes: New values; nil takes a field away.
  ///   - reason: Stands in the new fact's `toelichting`, behind a note that is there.
  /// - Throws: `WorkspaceError`; nothing was written then.
  public func correct(
    _ reference: String, _ changes: [String: JSONValue?], reason: String
  ) throws -> Outcome {
    let state = try facts().state
    let row = try liveRow(reference, state)
    let kind = try checkedKind(state.table.kindName(row))
    guard let known = state.table.payloadObject(row) else { throw WorkspaceError.noSuchReference(reference) }
    var payload = known
    for (field, value) in changes { payload[field] = value }
    try check(payload, kind)
    let group = state.conflict(of: row)?.rows ?? [row]
    if group.count == 1, payload == known {
      return .known(state.table.reference(row))
    }
    // A note that stands there is kept; why it was corrected stands behind it.
    payload["toelichting"] = .string(
      [payload["toelichting"]?.stringValue, reason].compactMap { $0 }.joined(separator: " · "))
    try check(payload, kind)
    return .recorded(try append(kind.name, payload, replacing: group, state))
  }

  /// Records that a live fact no longer holds.
  public func retract(_ reference: String, reason: String) throws -> Outcome {
    let state = try facts().state
    let row = try liveRow(reference, state)
    return .recorded(try append("intrekking", retraction(reason), replacing: [row], state))
  }

  /// Settles conflicts: the named fact of each is recorded again in the place of all that disagreed.
  ///
  /// - Parameter references: One of each conflict.
  /// - Returns: The new facts, in the same order.
  public func resolve(_ references: [String], reason: String?) throws -> [Reference] {
    let state = try facts().state
    var seen: [Int: Reference] = [:]
    var chosen: [(row: Int, group: [Int])] = []
    for text in references {
      let row = try liveRow(text, state)
      guard let conflict = state.conflict(of: row) else {
        throw WorkspaceError.noConflict(state.table.reference(row))
      }
      if let other = seen[conflict.rows[0]] {
        throw WorkspaceError.sameConflict(other, state.table.reference(row))
      }
      seen[conflict.rows[0]] = state.table.reference(row)
      chosen.append((row, conflict.rows))
    }
    return try chosen.map { row, group in
      var payload = state.table.payloadObject(row) ?? JSONObject()
      let kind = state.table.kindName(row)
      if let reason { payload[kind == "intrekking" ? "reden" : "toelichting"] = .string(reason) }
      return try append(kind, payload, replacing: group, state)
    }
  }

  private func retraction(_ reason: String) -> JSONObject {
    var payload = JSONObject()
    payload["reden"] = .string(reason)
    return payload
  }

  /// Writes to the narrowest of the audiences of what is replaced, so that nothing private is repeated to others.
  private func append(
    _ kind: String, _ payload: JSONObject, replacing rows: [Int], _ state: MergedState
  ) throws -> Reference {
    let audiences = rows.map { workspace.audience(of: $0, in: state.table) }
    let audience: Audience = audiences.contains(.prive) ? .prive : audiences.contains(.regio) ? .regio : .gedeeld
    if audience != .gedeeld, audiences.contains(.gedeeld), let row = rows.first {
      throw WorkspaceError.audienceTooWide(wanted: audience, of: state.table.reference(row))
    }
    let draft = Draft(kind: kind, payload: payload, replaces: rows.map { state.table.reference($0) })
    return try append([draft], to: audience)[0]
  }

  /// The row, if it is of a fact that is live.
  private func liveRow(_ reference: String, _ state: MergedState) throws -> Int {
    let row = try state.row(named: reference, own: workspace.log)
    let line = state.table.reference(row)
    let kind = state.table.kindName(row)
    if workspace.vocabulary.kind(named: kind)?.isStructural == true {
      throw WorkspaceError.structural(line, kind: kind)
    }
    if try workspace.lockedRows(in: state).contains(row) { throw WorkspaceError.factIsLocked(line) }
    guard state.isLive[row] else { throw WorkspaceError.notLive(line, by: state.replacement(of: row)) }
    return row
  }
}

extension LineTable {
  /// Who may read the log that a row stands in; where its line 1 is damaged the fewest, so that nothing private is
  /// taken for shared.
  func audience(of row: Int) -> Audience { branches[branchIndex(of: row)].header?.audience ?? .prive }
}

extension Workspace {
  /// Who may read the log that a row stands in: of an own log as the settings say, whatever its line 1 looks like.
  func audience(of row: Int, in table: LineTable) -> Audience {
    let log = table.branches[table.branchIndex(of: row)].log
    return settings.audience(of: log) ?? table.audience(of: row)
  }
}
