import Merge
import Projection
import Query

/// The facts of each traject that has a conflict, by the ways to choose among them.
struct ConflictGroups {
  /// A fact by its row in the table of its kind.
  struct Fact {
    let kind: String
    let row: Int
    /// Its row among the lines.
    let line: Int
  }

  struct Group {
    /// Facts that are the same whatever is chosen; rows of what figures use.
    var fixed: [Fact] = []
    /// Of each conflict its facts, the one that counts now first; rows of `ConflictFacts.choices`, nil for one that
    /// figures could not use.
    var conflicts: [[Fact?]] = []

    /// What each way to choose takes, the way things are now first.
    func ways(atMost limit: Int) -> [[Fact]] {
      var ways: [[Fact]] = [[]]
      for conflict in conflicts {
        // What is left out of the choosing still counts, as it does now.
        let options = ways.count * conflict.count <= limit ? conflict[...] : conflict.prefix(1)
        ways = options.flatMap { fact in ways.map { $0 + (fact.map { [$0] } ?? []) } }
      }
      return ways
    }
  }

  private(set) var all: [Group] = []
  /// Facts that no traject has to itself: regions, aanbieders, instruments.
  private(set) var shared: [Fact] = []
  private(set) var conflictCount = 0
  private(set) var leftOutCount = 0

  /// - Parameter kinds: Those that the figures are made of.
  init(_ facts: ConflictFacts, kinds: Set<String>) {
    let (found, trajectOf) = Self.found(facts)
    var groups = JoinedNumbers()
    var asked: [(traject: Int32, facts: [Fact?])] = []
    var inConflict: Set<Int> = []
    var first = 0
    for rows in facts.conflicts {
      let numbers = first..<first + rows.count
      first += rows.count
      guard numbers.contains(where: { facts.kinds[$0].map(kinds.contains) == true }) else { continue }
      conflictCount += 1
      let trajecten = numbers.map { trajectOf[$0] }.filter { $0 >= 0 }
      guard let traject = trajecten.first else {
        leftOutCount += 1
        continue
      }
      // A correction may have moved a fact from one traject to another.
      for other in trajecten { groups.join(Int(traject), Int(other)) }
      asked.append((traject, numbers.map { found[$0] }))
      inConflict.formUnion(rows)
    }
    var groupOf: [Int: Int] = [:]
    for conflict in asked {
      let number = groups.root(of: Int(conflict.traject))
      if groupOf[number] == nil {
        groupOf[number] = all.count
        all.append(Group())
      }
      all[groupOf[number] ?? 0].conflicts.append(conflict.facts)
    }
    if all.isEmpty { return }
    // By code of what figures use, the group of the traject or −1.
    let strings = facts.projection.strings
    var groupOfCode = [Int](repeating: -1, count: strings.count)
    for code in trajectOf where code >= 0 {
      guard let group = groupOf[groups.root(of: Int(code))],
        let own = strings.code(of: facts.choices.strings.string(code))
      else { continue }
      groupOfCode[Int(own)] = group
    }
    addOthers(facts.projection, groupOfCode, inConflict)
  }

  /// By number, each fact that figures could use, and the code of its traject or −1.
  private static func found(_ facts: ConflictFacts) -> (facts: [Fact?], trajecten: [Int32]) {
    let lines = facts.conflicts.flatMap(\.self)
    var found = [Fact?](repeating: nil, count: lines.count)
    var trajecten = [Int32](repeating: -1, count: lines.count)
    for kind in Set(facts.kinds.compactMap(\.self)) {
      let table = facts.choices.table(kind)
      let codes = table.codes("traject")
      for (row, number) in table.lines.enumerated() {
        found[Int(number)] = Fact(kind: kind, row: row, line: lines[Int(number)])
        trajecten[Int(number)] = codes[row]
      }
    }
    return (found, trajecten)
  }

  /// Adds the facts that are in no conflict.
  private mutating func addOthers(_ projection: Projection, _ groupOfCode: [Int], _ inConflict: Set<Int>) {
    for (kind, fields) in Query.neededColumns.sorted(by: { $0.key < $1.key }) {
      let table = projection.table(kind)
      func fact(_ row: Int) -> Fact? {
        let line = Int(table.lines[row])
        return inConflict.contains(line) ? nil : Fact(kind: kind, row: row, line: line)
      }
      guard fields.contains("traject") else {
        if table.rowCount <= 5000 { shared += (0..<table.rowCount).compactMap(fact) }
        continue
      }
      for (row, code) in table.codes("traject").enumerated() where code >= 0 && groupOfCode[Int(code)] >= 0 {
        if let fact = fact(row) { all[groupOfCode[Int(code)]].fixed.append(fact) }
      }
    }
  }
}
