import EventLog
import Identity
import Vocabulary

/// Which facts are live: those that count, have their payload, and that no line that counts replaces. No vocabulary is
/// needed for it.
struct LiveFacts {
  private(set) var isLive: [Bool]
  /// For live rows that replace something: the row, and every line it replaces, directly or through others.
  private(set) var ancestors: [(row: Int, lines: Set<Reference>)] = []

  private let table: LineTable
  private let counts: [Bool]
  private let isStanding: [Bool]
  /// For each kind of the table.
  private let isStructural: [Bool]

  /// - Parameters:
  ///   - counts: Lines of C.
  ///   - isStanding: Lines of members, and of this instance's own logs, that are not set aside.
  init(in table: LineTable, counting counts: [Bool], standing isStanding: [Bool], erasure: Erasure) {
    self.table = table
    self.counts = counts
    self.isStanding = isStanding
    isStructural = table.kindNames.map(LineView.structuralKinds.contains)
    isLive = counts
    for row in isLive.indices where isLive[row] {
      if !table.hasPayload(row) || isStructural(row) { isLive[row] = false }
    }
    for row in erasure.targets.flatMap(table.rows) where !isStructural(row) { isLive[row] = false }
    var replacing: [Int] = []
    for (row, target) in table.replacements where counts[Int(row)] {
      if replacing.last != Int(row) { replacing.append(Int(row)) }
      // Each line that matches is looked at by itself, so that none can be made to shield another.
      for replaced in table.rows(target) where isLive[replaced] && acts(Int(row), on: replaced) {
        isLive[replaced] = false
      }
    }
    for row in replacing where isLive[row] {
      ancestors.append((row, ancestors(of: row)))
    }
  }

  private func isStructural(_ row: Int) -> Bool { table.kind(row).map { isStructural[$0] } != false }

  /// Whether a line that counts acts on another: of no structural kind, and of the same or a narrower audience.
  private func acts(_ row: Int, on target: Int) -> Bool {
    guard !isStructural(target), let actor = table.branch(at: row).header, let acted = table.branch(at: target).header
    else { return false }
    return actor.reaches(acted)
  }

  /// What a line replaces, directly or through lines that count. Of what is held only lines that stand are looked at, so
  /// that a stranger changes nothing; one that is not held may be reached.
  private func ancestors(of row: Int) -> Set<Reference> {
    var found: Set<Reference> = []
    var waiting = [row]
    while let next = waiting.popLast() {
      for target in table.replacements(of: next) where !found.contains(target) && reaches(next, target) {
        found.insert(target)
        waiting += table.rows(target).filter { counts[$0] }
      }
    }
    return found
  }

  private func reaches(_ row: Int, _ target: Reference) -> Bool {
    if table.rows(target).contains(where: { isStanding[$0] && isStructural($0) }) { return false }
    guard let actor = table.branch(at: row).header, let acted = standingHeader(of: target.log) else { return true }
    return actor.reaches(acted)
  }

  /// What line 1 of a log says, where it is not set aside; of two, that with the smaller chain.
  private func standingHeader(of log: LogID) -> LogHeader? {
    let firsts = table.branchIndices(of: log).compactMap { index -> (chain: String, header: LogHeader)? in
      guard let row = table.branches[index].row(1), isStanding[row], let header = table.branches[index].header else {
        return nil
      }
      return (table.chain(row).text, header)
    }
    return firsts.min { $0.chain.utf8.lexicographicallyPrecedes($1.chain.utf8) }?.header
  }
}
