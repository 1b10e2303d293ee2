import CanonicalJSON
import EventLog
import Identity
import Merge

extension Recording {
  /// Admits a log as a member, before or after anything of it has arrived.
  ///
  /// - Throws: `WorkspaceError.mayNotAdmit` where this instance's own word would not count: only the founder makes a
  ///   beheerder, and only the founder ends the revocation of one. `alreadyMember`.
  public func admit(_ log: LogID, role: Role) throws -> Outcome {
    let state = try workspace.state()
    guard let own = state.members.members[workspace.log], own.role == .beheerder, !own.isRevoked else {
      throw WorkspaceError.mayNotAdmit(workspace.log)
    }
    let member = state.members.members[log]
    if let member, !member.isRevoked, member.role >= role {
      throw WorkspaceError.alreadyMember(log)
    }
    if !own.isFounder, role == .beheerder || (member?.step == 2 && member?.isRevoked == true) {
      throw WorkspaceError.mayNotAdmit(workspace.log)
    }
    var payload = JSONObject()
    payload["log"] = .string(log.text)
    payload["rol"] = .string(role.rawValue)
    payload["regio"] = state.table.branch(of: log)?.header.map { .string($0.regio) }
    // Admitting again ends a revocation, and only by replacing it.
    let ended = member?.isRevoked == true ? Self.revocations(of: log, in: state) : []
    return .recorded(
      try append([Draft(kind: "lid", payload: payload, replaces: ended)], to: .gedeeld, closing: true)[0])
  }

  /// Revokes a log: what it wrote and this instance holds still counts, what it writes from now on does not.
  public func revoke(_ log: LogID) throws -> Outcome {
    let state = try workspace.state()
    guard let own = state.members.members[workspace.log], own.role == .beheerder, !own.isRevoked else {
      throw WorkspaceError.mayNotRevoke(log)
    }
    guard let member = state.members.members[log], !member.isRevoked else { throw WorkspaceError.notAMember(log) }
    if member.isFounder || (member.role == .beheerder && !own.isFounder) { throw WorkspaceError.mayNotRevoke(log) }
    var last: [JSONValue] = []
    if let branch = state.table.branch(of: log), let row = branch.rows.last(where: { state.table.isReadable($0) }) {
      last.append([
        "chain": .string(state.table.chain(row).text), "seq": .integer(Int64(state.table.seq(row))),
      ])
    }
    let payload: JSONValue = ["log": .string(log.text), "tot": .array(last)]
    return .recorded(
      try append([Draft(kind: "lid_ingetrokken", payload: payload)], to: .gedeeld, closing: true)[0])
  }

  private static func revocations(of log: LogID, in state: MergedState) -> [Reference] {
    guard let kind = state.table.kindIndex(named: "lid_ingetrokken") else { return [] }
    return (0..<state.table.rowCount).filter { row in
      state.table.kind(row) == kind && state.counts[row]
        && state.table.payloadObject(row)?["log"]?.stringValue == log.text
    }.map { state.table.reference($0) }
  }
}
