import CanonicalJSON
import EventLog
import Identity
import Vocabulary

/// Who belongs to a workspace, as a pure function of the lines that are held (SyncSpecs/state.md, members).
///
/// Three steps, each resting on the one before: the founder's logs, whose lines all count; the logs that the founder
/// made `beheerder`; and the logs that either of them admitted.
public struct Members: Sendable {
  /// A log that was admitted.
  public struct Member: Sendable, Equatable {
    public let log: LogID
    public var role: Role
    /// The first of the three steps that reaches it.
    public let step: Int
    /// What revocations that stand leave: for each branch of the log (an index in the table that the members were
    /// computed from) the number of the last line that counts, none of a branch that is not there. Nil where all lines
    /// count.
    public let lastCountingSeqs: [Int: Int]?

    /// Whether it is one of the founder's own logs, which nobody can revoke.
    public var isFounder: Bool { step == 1 }

    public var isRevoked: Bool { lastCountingSeqs != nil }
  }

  public private(set) var members: [LogID: Member] = [:]

  /// Whether a log was ever admitted.
  public func contains(_ log: LogID) -> Bool { members[log] != nil }

  /// Computes the members from the lines that are held.
  public init(of table: LineTable, founder: LogID) {
    self.init(of: DecisionLines(in: table), founder: founder)
  }

  /// Computes the members from the lines that decide.
  public init(of lines: DecisionLines, founder: LogID) {
    let decisions = Decisions(in: lines)
    // Step 1. The founder's log and what it vouches for.
    members[founder] = Member(log: founder, role: .beheerder, step: 1, lastCountingSeqs: nil)
    addVouched(decisions, step: 1, revokers: [])
    let founders = Set(members.keys)

    // Step 2. Beheerders, whom only the founder admits and revokes.
    admit(decisions, step: 2, by: founders, when: { $0 == .beheerder })
    addVouched(decisions, step: 2, revokers: founders)
    let admitters = Set(members.keys)

    // Step 3. All others. A beheerder's word makes an onderzoeker at most.
    admit(decisions, step: 3, by: admitters, when: { _ in true })
    addVouched(decisions, step: 3, revokers: admitters)
  }

  /// Whether a line of a member is not set aside.
  ///
  /// - Parameters:
  ///   - branch: The index of its branch, in the table that the members were computed from.
  ///   - seq: Its number.
  public func counts(_ log: LogID, branch: Int, seq: Int) -> Bool {
    guard let member = members[log] else { return false }
    return member.lastCountingSeqs.map { seq <= $0[branch] ?? 0 } ?? true
  }

  func counts(_ line: DecisionLines.Line) -> Bool {
    counts(line.reference.log, branch: line.branch, seq: line.seq)
  }

  private mutating func admit(
    _ decisions: Decisions, step: Int, by admitters: Set<LogID>, when accepts: (Role) -> Bool
  ) {
    for lid in decisions.admissions where admitters.contains(lid.line.reference.log) && counts(lid.line) {
      let isByFounder = members[lid.line.reference.log]?.isFounder == true
      let role = isByFounder ? lid.role : min(lid.role, .onderzoeker)
      if accepts(role) { raise(lid.log, to: role, step: step, decisions, revokers: admitters) }
    }
  }

  /// Adds the logs that members of a step vouch for as their own, until there are no more. A log that is reached twice
  /// has the highest role, and so have those that it vouches for.
  private mutating func addVouched(_ decisions: Decisions, step: Int, revokers: Set<LogID>) {
    var isChanged = true
    while isChanged {
      isChanged = false
      for own in decisions.ownLogs {
        guard let author = members[own.line.reference.log], author.step == step, counts(own.line) else { continue }
        if raise(own.log, to: author.role, step: step, decisions, revokers: revokers) { isChanged = true }
      }
    }
  }

  /// Makes a log a member of a step, or gives it a higher role there; false where nothing changes.
  @discardableResult
  private mutating func raise(
    _ log: LogID, to role: Role, step: Int, _ decisions: Decisions, revokers: Set<LogID>
  ) -> Bool {
    if let member = members[log] {
      guard member.step == step, member.role < role else { return false }
      members[log]?.role = role
    } else {
      members[log] = Member(
        log: log, role: role, step: step, lastCountingSeqs: lastCountingSeqs(of: log, decisions, revokers))
    }
    return true
  }

  /// What the revocations that stand leave of a log; nil where there are none.
  ///
  /// - Parameter revokers: Logs of earlier steps, whose counting lines may revoke this one.
  private func lastCountingSeqs(of log: LogID, _ decisions: Decisions, _ revokers: Set<LogID>) -> [Int: Int]? {
    func mayRevoke(_ line: DecisionLines.Line) -> Bool { revokers.contains(line.reference.log) && counts(line) }
    let standing = decisions.revocations.filter { revocation in
      revocation.log == log && mayRevoke(revocation.line)
        && !decisions.admissions.contains { lid in
          lid.log == log && lid.line.replaces.contains(revocation.line.reference) && mayRevoke(lid.line)
        }
    }
    guard var left = standing.first?.lastSeqs else { return nil }
    for revocation in standing.dropFirst() {
      // What all of them leave.
      left = left.filter { revocation.lastSeqs[$0.key] != nil }
      for (branch, seq) in left { left[branch] = min(seq, revocation.lastSeqs[branch] ?? 0) }
    }
    return left
  }
}
