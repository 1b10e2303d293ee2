import CanonicalJSON
import EventLog
import Identity
import Merge

extension Recording {
  /// Admits a log as a member, before or after anything of it has arrived.
  ///
  /// An own log that the one before it could not name any more is named by that one after all, once it can.
  ///
  /// - Parameter role: Nil for that of the writer whose log it goes on from, else `onderzoeker`.
  /// - Throws: `WorkspaceError.mayNotAdmit` where this instance's own word would not count: only the founder makes a
  ///   beheerder, and only the founder ends the revocation of one. `alreadyMember`.
  public func admit(_ log: LogID, role: Role? = nil) throws -> Outcome {
    if let reference = try mend(log) { return .recorded(reference) }
    let (state, own) = try decidingState { .mayNotAdmit($0) }
    let role = role ?? Self.role(after: log, in: state, from: own)
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

  /// The state to decide in and this instance's part in it.
  ///
  /// - Parameter refusal: What is thrown where its word would not count.
  private func decidingState(
    _ refusal: (LogID) -> WorkspaceError
  ) throws -> (state: MergedState, own: Members.Member) {
    func decider(in state: MergedState) throws -> Members.Member {
      guard let own = state.members.members[workspace.log], own.role == .beheerder, !own.isRevoked else {
        throw refusal(workspace.log)
      }
      return own
    }
    let (log, state) = (workspace.log, try workspace.state())
    let own = try decider(in: state)
    _ = try writer(for: .gedeeld)
    if workspace.log == log { return (state, own) }
    // The word goes to a log that was begun just now.
    let after = try workspace.state()
    return (after, try decider(in: after))
  }

  /// Lets an own log that nobody vouches for be named by the one that it goes on from; nil for any other log.
  private func mend(_ log: LogID) throws -> Reference? {
    let own = workspace.ownLogs(for: .gedeeld)
    guard own.contains(log) else { return nil }
    let state = try workspace.state()
    guard !state.members.contains(log), let old = state.table.branch(of: log)?.header?.follows, own.contains(old),
      state.members.contains(old)
    else { return nil }
    return try vouch(for: log, in: old)
  }

  /// The role that a log gets if nothing else is asked: that of the writer whose log it goes on from, as far as this
  /// instance can give it.
  private static func role(after log: LogID, in state: MergedState, from own: Members.Member) -> Role {
    guard let old = state.table.branch(of: log)?.header?.follows, let member = state.members.members[old],
      !member.isRevoked
    else { return .onderzoeker }
    return own.isFounder ? member.role : min(member.role, .onderzoeker)
  }

  /// What a revocation did.
  public struct Revoked: Sendable {
    /// A line for each log, the first one that of the log that was asked for.
    public let lines: [(log: LogID, reference: Reference)]
    /// Those of them that nothing has arrived of, so that nothing of them counts.
    public let unseen: [LogID]
  }

  /// Revokes a person: of all their logs, what they wrote and this instance holds still counts, what they write from
  /// now on does not.
  ///
  /// - Parameter isOnlyThis: Only this log of theirs.
  public func revoke(_ log: LogID, isOnlyThis: Bool = false) throws -> Revoked {
    let (state, own) = try decidingState { _ in .mayNotRevoke(log) }
    let writers = WriterLogs(in: state)
    let all = writers.all(of: log)
    let unseen = isOnlyThis ? [] : writers.absent.filter { all.contains($0.author) }.map(\.log)
    let standing = (isOnlyThis ? [log] : [log] + all.filter { $0 != log }).filter {
      state.members.members[$0]?.isRevoked == false
    }
    guard !standing.isEmpty else { throw WorkspaceError.notAMember(log) }
    for log in standing {
      guard let member = state.members.members[log], !member.isFounder, member.role < .beheerder || own.isFounder else {
        throw WorkspaceError.mayNotRevoke(log)
      }
    }
    let drafts = (standing + unseen).map { log in
      Draft(
        kind: "lid_ingetrokken",
        payload: ["log": .string(log.text), "tot": .array(Self.heads(of: log, in: state.table))] as JSONValue)
    }
    let references = try append(drafts, to: .gedeeld, closing: true)
    return Revoked(lines: Array(zip(standing + unseen, references)), unseen: unseen)
  }

  /// The ends of a log's branches.
  private static func heads(of log: LogID, in table: LineTable) -> [JSONValue] {
    table.branchIndices(of: log).compactMap { index in
      let branch = table.branches[index]
      guard !table.isContinued(index), let row = branch.rows.last(where: { table.isReadable($0) }) else { return nil }
      return ["chain": .string(table.chain(row).text), "seq": .integer(Int64(branch.seq(row)))]
    }
  }

  private static func revocations(of log: LogID, in state: MergedState) -> [Reference] {
    state.table.rows(ofKind: "lid_ingetrokken").filter { row in
      state.counts[row] && state.table.payloadObject(row)?["log"]?.stringValue == log.text
    }.map { state.table.reference($0) }
  }
}
