import CanonicalJSON
import EventLog
import Identity
import Vocabulary

/// What a set of lines says: who belongs, which facts are live, which disagree, and which one counts in figures
/// (SyncSpecs/state.md). A pure function of the set.
public struct MergedState: Sendable {
  public let table: LineTable
  public let vocabulary: Vocabulary
  /// The founder's shared log, whose id is the workspace's.
  public let workspace: LogID
  public let members: Members
  /// A row's line is of a member and not set aside.
  public let counts: [Bool]
  /// A row's fact is live.
  public let isLive: [Bool]
  /// A row's fact is the one of its group that figures use; false for retractions.
  public let isUsed: [Bool]
  /// Live facts that disagree, in order of their first row.
  public let conflicts: [Conflict]

  /// Merges the lines of a table.
  ///
  /// - Parameters:
  ///   - ownPrivate: The private logs of this instance, which count here and nowhere else.
  ///   - presumed: Logs to count as if they were admitted: one's own, for the eyes of its writer.
  /// - Complexity: O(*n*) in lines, and in the bytes of live facts that have a slot.
  public init(
    of table: LineTable, workspace: LogID, vocabulary: Vocabulary = .standard, ownPrivate: Set<LogID> = [],
    presuming presumed: Set<LogID> = []
  ) {
    let members = Members(of: table, founder: workspace)
    let counts = Self.counting(table, members, ownPrivate: ownPrivate, presumed: presumed)
    let own = ownPrivate.union(presumed)
    let live = LiveFacts(
      in: table, counting: counts, ofMembers: table.branches.map { members.contains($0.log) || own.contains($0.log) })
    let groups = Groups(of: live, in: table, vocabulary: vocabulary)
    self.table = table
    self.vocabulary = vocabulary
    self.workspace = workspace
    self.members = members
    self.counts = counts
    isLive = live.isLive
    isUsed = groups.isUsed
    conflicts = groups.conflicts
  }

  private static func counting(
    _ table: LineTable, _ members: Members, ownPrivate: Set<LogID>, presumed: Set<LogID>
  ) -> [Bool] {
    var counts = [Bool](repeating: false, count: table.rowCount)
    let ofLezer = ["wissing_uitgevoerd", "eigen_log"].compactMap { table.kindIndex(named: $0) }
    for branch in table.branches {
      // One's own private log counts here whatever anyone decides about it.
      let member = ownPrivate.contains(branch.log) ? nil : members.members[branch.log]
      guard member != nil || ownPrivate.contains(branch.log) || presumed.contains(branch.log) else { continue }
      var rows = branch.rows
      if let last = member?.lastCountingSeq { rows = rows.prefix(last) }
      let isLezer = member?.role == .lezer && !presumed.contains(branch.log)
      for row in rows where table.isReadable(row) {
        counts[row] = !isLezer || ofLezer.contains(table.kind(row) ?? -1)
      }
    }
    return counts
  }

  /// Lines that stand in a log nobody admitted.
  public var heldLineCount: Int {
    table.branches.reduce(0) { count, branch in
      let isOwnPrivate = branch.header?.audience == .prive
      return members.contains(branch.log) || isOwnPrivate ? count : count + branch.rows.count
    }
  }

  /// Live facts.
  public var liveCount: Int { isLive.count { $0 } }

  /// Facts of any state: lines that are right and of no structural kind.
  public var factCount: Int {
    let isStructural = table.kindNames.map { vocabulary.kind(named: $0)?.isStructural == true }
    return (0..<table.rowCount).count { row in table.kind(row).map { !isStructural[$0] } ?? false }
  }
}
