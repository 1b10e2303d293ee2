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
  /// For each branch, whether its log is a member's, or this instance's own.
  private let isOfMember: [Bool]
  /// For each kind of the table.
  private let isStructural: [Bool]

  init(in table: LineTable, counting counts: [Bool], ofMembers isOfMember: [Bool]) {
    self.table = table
    self.counts = counts
    self.isOfMember = isOfMember
    isStructural = table.kindNames.map(LineView.structuralKinds.contains)
    isLive = counts
    for row in isLive.indices where isLive[row] {
      if !table.hasPayload(row) || table.kind(row).map({ isStructural[$0] }) != false { isLive[row] = false }
    }
    var replacing: [Int] = []
    for (row, target) in table.replacements where counts[Int(row)] {
      guard acts(Int(row), on: target) else { continue }
      if replacing.last != Int(row) { replacing.append(Int(row)) }
      if let replaced = table.row(target) { isLive[replaced] = false }
    }
    for row in replacing where isLive[row] {
      ancestors.append((row, ancestors(of: row)))
    }
  }

  /// Whether a line that counts may act on another: a fact of the same or a narrower audience. One that is not held
  /// may be acted on; of what is held, only members' logs are looked at, so that a stranger changes nothing.
  private func acts(_ row: Int, on target: Reference) -> Bool {
    if let targetRow = table.row(target), isOfMember[table.branchIndex(of: targetRow)],
      table.kind(targetRow).map({ isStructural[$0] }) == true
    {
      return false
    }
    guard let actor = table.branches[table.branchIndex(of: row)].header,
      let branch = table.branch(of: target.log), let acted = branch.header,
      isOfMember[table.branchIndex(of: branch.rows.lowerBound)]
    else { return true }
    return switch actor.audience {
    case .gedeeld: true
    case .regio: acted.audience == .prive || (acted.audience == .regio && acted.regio == actor.regio)
    case .prive: acted.audience == .prive
    }
  }

  private func ancestors(of row: Int) -> Set<Reference> {
    var found: Set<Reference> = []
    var waiting = [row]
    while let next = waiting.popLast() {
      for target in table.replacements(of: next) where acts(next, on: target) {
        guard found.insert(target).inserted else { continue }
        if let targetRow = table.row(target), counts[targetRow] { waiting.append(targetRow) }
      }
    }
    return found
  }
}
