import Statistics
import Testing

@Suite struct SuppressionTests {
  private let rule: SmallCellRule

  init() throws { rule = try #require(SmallCellRule()) }

  /// What a reader of a table with hidden cells sees.
  private func published(_ counts: [Int], hiding hidden: Set<Int>) -> [DisclosureCheck.Published] {
    counts.indices.map { hidden.contains($0) ? .hidden : .exactly(counts[$0]) }
  }

  /// The cells of a table as rows with their totals, `x` where hidden by rule and `·` where to protect those.
  private func printed(_ table: CrossTable, _ suppression: CellSuppression) -> [String] {
    stride(from: 0, to: table.counts.count, by: table.columnCount + 1).map { start in
      (start...start + table.columnCount).map { cell in
        if suppression.primary.contains(cell) { return "x" }
        return suppression.secondary.contains(cell) ? "·" : String(table.counts[cell])
      }.joined(separator: " ")
    }
  }

  // MARK: Tables

  @Test func `a small cell takes the smallest of its row and column with it, and the corner between them`() throws {
    let table = try #require(CrossTable([[20, 3, 50], [40, 30, 60], [15, 25, 70]]))
    let suppression = try #require(table.suppressed(by: rule))
    #expect(printed(table, suppression) == ["· x 50 73", "40 30 60 130", "· · 70 110", "75 58 180 313"])
    #expect(suppression.exposed.isEmpty)
  }

  @Test func `a nought hides nothing where something else can, and a total not before a nought`() throws {
    let nought = try #require(CrossTable([[3, 40, 50], [0, 70, 80], [60, 65, 75]]))
    #expect(
      printed(nought, try #require(nought.suppressed(by: rule)))
        == ["x · 50 93", "0 70 80 150", "· · 75 200", "63 175 205 443"])
    let total = try #require(CrossTable([[3, 40], [30, 0]]))
    #expect(printed(total, try #require(total.suppressed(by: rule))) == ["x x 43", "· · 30", "33 40 73"])
  }

  @Test func `a table without small cells is shown whole`() throws {
    let table = try #require(CrossTable([[20, 30], [40, 30]]))
    #expect(table.suppressed(by: rule)?.hidden.isEmpty == true)
  }

  @Test func `noughts of large groups are shown, and those of small ones hidden`() throws {
    let table = try #require(CrossTable([[0, 30], [12, 0], [30, 40]]))
    let reasons = table.reasons(of: rule)
    #expect(reasons[try #require(table.cell(.row(0), .column(0)))] == nil)
    #expect(reasons[try #require(table.cell(.row(1), .column(0)))] == .wholeGroup)
    #expect(reasons[try #require(table.cell(.row(1), .column(1)))] == .wholeGroup)
    #expect(reasons[try #require(table.cell(.row(1), .total))] == nil)
  }

  @Test func `a table of one column hides the total that would repeat it`() throws {
    let table = try #require(CrossTable([[3], [40], [50]]))
    let suppression = try #require(table.suppressed(by: rule))
    #expect(printed(table, suppression) == ["x x", "· ·", "50 50", "93 93"])
  }

  @Test func `a table of one small cell hides its totals as well`() throws {
    let table = try #require(CrossTable([[3]]))
    let suppression = try #require(table.suppressed(by: rule))
    #expect(suppression.primary == [0, 1, 2, 3])
    #expect(suppression.exposed.isEmpty)
  }

  @Test func `sections with subtotals protect what is small in them`() throws {
    let table = try #require(CrossTable([[20, 3], [40, 30], [15, 25], [60, 70]], sections: [0..<2, 2..<4]))
    #expect(table.cell(.section(0), .column(1)).map { table.counts[$0] } == 33)
    #expect(table.cell(.total, .total).map { table.counts[$0] } == 263)
    let suppression = try #require(table.suppressed(by: rule))
    #expect(printed(table, suppression).prefix(4) == ["x x 23", "· · 70", "15 25 40", "60 70 130"])
    #expect(suppression.exposed.isEmpty)
  }

  @Test func `a cell between two blocks follows from them, though each row and column hides two`() throws {
    let table = try #require(CrossTable(Array(repeating: [20, 21, 22, 23], count: 4)))
    let places = [(0, 0), (0, 1), (1, 0), (1, 1), (1, 2), (2, 2), (2, 3), (3, 2), (3, 3)]
    let hidden = Set(places.compactMap { table.cell(.row($0), .column($1)) })
    let check = try #require(DisclosureCheck(published(table.counts, hiding: hidden), relations: table.relations))
    #expect(check.solvedCells == [try #require(table.cell(.row(1), .column(2)))])

    let suppression = try #require(CellSuppression(table.counts, relations: table.relations, sensitive: hidden))
    #expect(!suppression.secondary.isEmpty)
    let after = try #require(
      DisclosureCheck(published(table.counts, hiding: suppression.hidden), relations: table.relations))
    #expect(after.solvedCells.isEmpty)
  }

  // MARK: Proof against every table

  /// Small tables with many small counts, from a seed.
  private func randomTable(
    _ seed: UInt64,
    rows: Int,
    columns: Int,
    most: Int = 60,
    sections: [Range<Int>] = []
  ) -> CrossTable? {
    var state = seed &* 2_862_933_555_777_941_757 &+ 3_037_000_493
    func next() -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33)
    }
    let counts = (0..<rows).map { _ in
      (0..<columns).map { _ in
        switch next() % 4 {
        case 0: return 0
        case 1: return next() % 10
        default: return next() % most
        }
      }
    }
    return CrossTable(counts, sections: sections)
  }

  /// The counts that each cell has in the tables that differ by at most one in each hidden inner cell and look the same.
  private func countsInSimilarTables(_ table: CrossTable, hiding hidden: Set<Int>) throws -> [Set<Int>] {
    let (rows, columns) = (table.rowCount, table.columnCount)
    var inner = try (0..<rows * columns).map { place in
      table.counts[try #require(table.cell(.row(place / columns), .column(place % columns)))]
    }
    var seen = [Set<Int>](repeating: [], count: table.counts.count)
    func visit(_ place: Int) {
      if place == inner.count {
        let lines = (0..<rows).map { Array(inner[$0 * columns..<($0 + 1) * columns]) }
        guard let other = CrossTable(lines, sections: table.sections) else { return }
        let looksTheSame = table.counts.indices.allSatisfy {
          hidden.contains($0) || other.counts[$0] == table.counts[$0]
        }
        if looksTheSame { for cell in table.counts.indices { seen[cell].insert(other.counts[cell]) } }
        return
      }
      let own = inner[place]
      let isHidden = hidden.contains(place / columns * (columns + 1) + place % columns)
      for count in isHidden ? max(0, own - 1)...own + 1 : own...own {
        inner[place] = count
        visit(place + 1)
      }
      inner[place] = own
    }
    visit(0)
    return seen
  }

  @Test(arguments: 0..<150) func `each hidden count could have been another one`(seed: Int) throws {
    let table = try #require(randomTable(UInt64(seed), rows: 3, columns: seed % 2 + 2))
    let suppression = try #require(table.suppressed(by: rule))
    #expect(suppression.exposed.isEmpty, "seed \(seed)")
    let similar = try countsInSimilarTables(table, hiding: suppression.hidden)
    for cell in suppression.hidden { #expect(similar[cell].count > 1, "seed \(seed), cell \(cell)") }
    let check = try #require(
      DisclosureCheck(published(table.counts, hiding: suppression.hidden), relations: table.relations))
    #expect(check.solvedCells.isEmpty && check.isConsistent, "seed \(seed)")
  }

  @Test(arguments: 0..<60) func `nothing can be solved of larger tables with sections either`(seed: Int) throws {
    let table = try #require(randomTable(UInt64(seed), rows: 9, columns: 6, sections: [0..<4, 4..<7]))
    let suppression = try #require(table.suppressed(by: rule))
    #expect(suppression.exposed.isEmpty, "seed \(seed)")
    #expect(suppression.primary.count < table.counts.count)
    let check = try #require(
      DisclosureCheck(published(table.counts, hiding: suppression.hidden), relations: table.relations))
    #expect(check.solvedCells.isEmpty && check.isConsistent, "seed \(seed)")
  }

  @Test func `a table full of noughts and small counts is not hidden whole to be on the safe side`() throws {
    let table = try #require(randomTable(1, rows: 80, columns: 6, most: 15))
    let suppression = try #require(table.suppressed(by: rule))
    #expect(suppression.exposed.isEmpty)
    #expect(suppression.primary.count == 302)
    #expect(suppression.secondary.count < 10)
  }

  // MARK: Earlier exports, and what cannot be

  @Test func `what an earlier export shows is not counted on to hide anything`() throws {
    let table = try #require(CrossTable([[20, 3, 50], [40, 30, 60], [15, 25, 70]]))
    let smallest = try #require(table.cell(.row(0), .column(0)))
    let suppression = try #require(table.suppressed(by: rule, published: [smallest]))
    #expect(!suppression.hidden.contains(smallest))
    #expect(suppression.exposed.isEmpty)
    let check = try #require(
      DisclosureCheck(published(table.counts, hiding: suppression.hidden), relations: table.relations))
    #expect(check.solvedCells.isEmpty)
  }

  @Test func `a small cell that was published before, or follows from what was, is exposed`() throws {
    let table = try #require(CrossTable([[20, 30, 3], [40, 30, 20]]))
    let small = try #require(table.cell(.row(0), .column(2)))
    #expect(table.suppressed(by: rule, published: [small])?.exposed == [small])
    let others = Set(table.counts.indices).subtracting([small])
    #expect(table.suppressed(by: rule, published: others)?.exposed == [small])
  }

  @Test func `the difference of two tables is a cell, and hiding it hides one of the two`() throws {
    // 45 of all ages, 42 of them below 18: three are not.
    let suppression = try #require(
      CellSuppression([45, 42, 3], relations: [CellRelation(0, is: [1, 2])], sensitive: [2]))
    #expect(suppression.secondary == [1])
    #expect(!rule.allowsBoth(45, 42))
    #expect(rule.allowsBoth(52, 42))
    #expect(rule.allowsBoth(42, 42))
  }

  /// Aanbieder by reason and aanbieder by age: two tables that share their row totals, over counts by both that neither
  /// shows.
  @Test(arguments: 0..<40) func `two tables over the same unseen counts are protected together`(seed: Int) throws {
    var state = UInt64(seed)
    var counts: [Int] = []
    var relations: [CellRelation] = []
    func count(_ value: Int) -> Int {
      counts.append(value)
      return counts.count - 1
    }
    func sum(_ parts: [Int]) -> Int {
      let total = count(parts.reduce(0) { $0 + counts[$1] })
      relations.append(CellRelation(total, is: parts))
      return total
    }
    let both = (0..<4).map { _ in
      (0..<3).map { _ in
        (0..<3).map { _ in
          state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          return count(Int(state >> 33) % 30)
        }
      }
    }
    let unseen = counts.count
    var sensitive = Set(0..<unseen)
    for byReason in both {
      let reasons = byReason.map(sum)
      let ages = (0..<3).map { age in sum(byReason.map { $0[age] }) }
      let total = sum(reasons)
      relations.append(CellRelation(total, is: ages))
      sensitive.formUnion((reasons + ages).filter { rule.reason(toHide: counts[$0], of: counts[total]) != nil })
    }
    let suppression = try #require(CellSuppression(counts, relations: relations, sensitive: sensitive))
    #expect(suppression.exposed.isEmpty, "seed \(seed)")
    #expect(suppression.hidden.count < counts.count, "seed \(seed)")
    let check = try #require(DisclosureCheck(published(counts, hiding: suppression.hidden), relations: relations))
    #expect(check.solvedCells.isEmpty && check.isConsistent, "seed \(seed)")
  }

  @Test func `what is no table, no relation or too much has no suppression`() throws {
    #expect(CrossTable([]) == nil)
    #expect(CrossTable([[]]) == nil)
    #expect(CrossTable([[1, 2], [3]]) == nil)
    #expect(CrossTable([[1, -2]]) == nil)
    #expect(CrossTable([[.max, 1]]) == nil)
    #expect(CrossTable([[1], [2], [3]], sections: [0..<2, 1..<3]) == nil)
    #expect(CrossTable([[1], [2]], sections: [1..<3]) == nil)
    #expect(CrossTable([[1], [2]], sections: [1..<1]) == nil)
    #expect(CellSuppression([3, 1, 1], relations: [CellRelation(0, is: [1, 2])], sensitive: []) == nil)
    #expect(CellSuppression([2, 1, 1], relations: [CellRelation(0, is: [1, 3])], sensitive: []) == nil)
    #expect(CellSuppression([2, 1, 1], relations: [CellRelation(0, is: [1, 1])], sensitive: []) == nil)
    #expect(CellSuppression([1], relations: [], sensitive: [1]) == nil)
    #expect(CellSuppression([-1], relations: [], sensitive: []) == nil)
    #expect(CellSuppression(Array(repeating: 0, count: 5001), relations: [], sensitive: []) == nil)
    let table = try #require(CrossTable([[1, 2]]))
    #expect(table.cell(.row(1), .total) == nil)
    #expect(table.cell(.total, .column(2)) == nil)
    #expect(table.cell(.section(0), .total) == nil)
  }
}
