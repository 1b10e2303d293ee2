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
  /// What has to go without its payload.
  public let erasure: Erasure
  /// Logs whose decisions to erase count on this instance alone: its private ones, and its own before it is admitted.
  let decidingHere: Set<LogID>
  /// A row's line is of a member and not set aside.
  public let counts: [Bool]
  /// For each branch, whether its log is a member's or this instance's own.
  private let isOfMember: [Bool]
  /// A row's fact is live.
  public let isLive: [Bool]
  /// A row's fact is the one of its group that figures use; false for retractions.
  public let isUsed: [Bool]
  /// Live facts that disagree, in order of their first row.
  public let conflicts: [Conflict]
  /// The rows of facts that have the same slot or the same forerunner as another live fact, in order.
  public let joinedRows: [Int32]
  /// By row, the hash of a live fact's slot, `SlotReader.unknownHash` for other rows.
  public let slotHashes: [UInt32]

  /// Merges the lines of a table.
  ///
  /// - Parameters:
  ///   - ownPrivate: The private logs of this instance, which count here and nowhere else.
  ///   - presumed: Logs to count as if they were admitted: one's own, for the eyes of its writer.
  ///   - slotHashes: By row, hashes of slots that were made on the way (`SlotReader`).
  ///   - known: By row, whether the line was known at the moment that is asked about; nil for now, when all are.
  /// - Complexity: O(*n*) in lines, and in the bytes of live facts that have a slot.
  public init(
    of table: LineTable, workspace: LogID, vocabulary: Vocabulary = .standard, ownPrivate: Set<LogID> = [],
    presuming presumed: Set<LogID> = [], slotHashes: [UInt32] = [],
    known: [Bool]? = nil
  ) {
    let decisions = DecisionLines(in: table, known: known)
    let members = Members(of: decisions, founder: workspace)
    let decidingHere = ownPrivate.union(presumed.filter { !members.contains($0) })
    let erasure = Erasure(in: decisions, members: members, ownPrivate: decidingHere)
    let (counts, isStanding) = Self.counting(table, members, ownPrivate: ownPrivate, presumed: presumed, known)
    let live = LiveFacts(in: table, counting: counts, standing: isStanding, erasure: erasure)
    let groups = Groups(of: live, in: table, vocabulary: vocabulary, slotHashes: slotHashes)
    self.table = table
    self.vocabulary = vocabulary
    self.workspace = workspace
    self.members = members
    self.decidingHere = decidingHere
    self.erasure = erasure
    isOfMember = table.branches.map {
      members.contains($0.log) || ownPrivate.contains($0.log) || presumed.contains($0.log)
    }
    self.counts = counts
    isLive = live.isLive
    isUsed = groups.isUsed
    conflicts = groups.conflicts
    joinedRows = groups.joinedRows
    self.slotHashes = groups.slotHashes
  }

  private static func counting(
    _ table: LineTable, _ members: Members, ownPrivate: Set<LogID>, presumed: Set<LogID>, _ known: [Bool]?
  ) -> (counts: [Bool], isStanding: [Bool]) {
    var counts = [Bool](repeating: false, count: table.rowCount)
    var isStanding = counts
    let ofLezer = ["wissing_uitgevoerd", "eigen_log"].compactMap { table.kindIndex(named: $0) }
    for (index, branch) in table.branches.enumerated() {
      // One's own private log counts here whatever anyone decides about it.
      let member = ownPrivate.contains(branch.log) ? nil : members.members[branch.log]
      guard member != nil || ownPrivate.contains(branch.log) || presumed.contains(branch.log) else { continue }
      var rows = branch.rows
      if let last = member?.lastCountingSeqs { rows = rows.prefix(max(0, (last[index] ?? 0) - branch.firstSeq + 1)) }
      let isLezer = member?.role == .lezer && !presumed.contains(branch.log)
      let kinds = table.kinds
      for row in rows { isStanding[row] = kinds[row] != LineTable.noKind }
      if let known {
        for row in rows where !known[row] { isStanding[row] = false }
      }
      if isLezer {
        for row in rows where isStanding[row] { counts[row] = ofLezer.contains(Int(kinds[row])) }
      } else {
        counts.replaceSubrange(rows, with: isStanding[rows])
      }
    }
    return (counts, isStanding)
  }

  /// Lines that stand in a log nobody admitted.
  public var heldLineCount: Int {
    table.branches.reduce(0) { count, branch in
      let isOwnPrivate = branch.header?.audience == .prive
      return members.contains(branch.log) || isOwnPrivate ? count : count + branch.rows.count
    }
  }

  /// Rows of members' lines, and of this instance's own, that are held without payload though no erasure in force names
  /// them; set aside or not.
  ///
  /// - Complexity: O(*n*) in rows.
  public var missingRows: [Int] {
    table.branches.indices.filter { isOfMember[$0] }.flatMap { index in
      table.branches[index].rows.filter { table.isReadable($0) && !table.hasPayload($0) && !isErased($0) }
    }
  }

  /// Whether an erasure in force names a row.
  public func isErased(_ row: Int) -> Bool {
    !erasure.isEmpty && erasure.erases(table.reference(row), kind: table.kindName(row))
  }

  /// Live facts.
  public var liveCount: Int { isLive.count { $0 } }

  /// Facts of any state: lines that are right and of no structural kind.
  public var factCount: Int {
    let isStructural = table.kindNames.map { vocabulary.kind(named: $0)?.isStructural == true }
    return (0..<table.rowCount).count { row in table.kind(row).map { !isStructural[$0] } ?? false }
  }
}
