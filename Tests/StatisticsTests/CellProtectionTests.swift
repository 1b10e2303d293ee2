import Statistics
import Testing

/// Tables of small counts, and readers who try every table that looks the same.
@Suite struct CellProtectionTests {
  /// A table with its row totals, column totals and total as sums over its cells.
  private struct Table {
    let counts: LinkedCounts
    let rows: Int
    let columns: Int

    init?(_ lines: [[Int]]) {
      (rows, columns) = (lines.count, lines.first?.count ?? 0)
      let (rows, columns) = (rows, columns)
      var sums = (0..<rows * columns).map { [$0] }
      for row in 0..<rows { sums.append((0..<columns).map { row * columns + $0 }) }
      for column in 0..<columns { sums.append((0..<rows).map { $0 * columns + column }) }
      sums.append(Array(0..<rows * columns))
      guard let counts = LinkedCounts(lines.flatMap { $0 }, sums: sums) else { return nil }
      self.counts = counts
    }

    /// Cells that are above 0 and below the minimum.
    func small(_ minimum: Int) -> [Int] {
      counts.sums.indices.filter { (1..<minimum).contains(counts.total($0)) }
    }

    func protected(_ minimum: Int, known: [Int] = []) -> CellProtection {
      let small = small(minimum)
      return CellProtection(
        counts, cells: counts.sums.indices.map { CellProtection.Cell([$0]) }, known: known,
        guarding: small.map { CellProtection.Guarded($0, couldBe: minimum) }, hidden: Set(small))
    }

    func relations() -> [CellRelation] {
      var relations: [CellRelation] = []
      let (cells, width) = (rows * columns, columns)
      for row in 0..<rows { relations.append(CellRelation(cells + row, is: (0..<width).map { row * width + $0 })) }
      for column in 0..<width {
        relations.append(CellRelation(cells + rows + column, is: (0..<rows).map { $0 * width + column }))
      }
      relations.append(CellRelation(cells + rows + width, is: (0..<rows).map { cells + $0 }))
      relations.append(CellRelation(cells + rows + width, is: (0..<width).map { cells + rows + $0 }))
      return relations
    }
  }

  /// Those of the wanted sums that are at least `minimum` in some table of counts up to `limit` that gives every shown
  /// sum its number: by trying all of them.
  private func reachable(
    _ wanted: [Int],
    _ minimum: Int,
    _ counts: LinkedCounts,
    hiding hidden: Set<Int>,
    upTo limit: Int
  ) -> Set<Int> {
    var left = counts.sums.indices.map(counts.total)
    let shown = counts.sums.indices.filter { !hidden.contains($0) }
    let shownOf = counts.parts.indices.map { part in shown.filter { counts.sums[$0].contains(part) } }
    // The last part of each shown sum has to make it complete.
    let ending = counts.parts.indices.map { part in shown.filter { counts.sums[$0].last == part } }
    var parts = [Int](repeating: 0, count: counts.parts.count)
    var found = Set<Int>()
    func visit(_ part: Int) {
      if part == parts.count {
        for sum in wanted where counts.sums[sum].reduce(0, { $0 + parts[$1] }) >= minimum { found.insert(sum) }
        return
      }
      let most = shownOf[part].map { left[$0] }.min() ?? limit
      let least = ending[part].map { left[$0] }.max() ?? 0
      guard least <= min(most, limit) else { return }
      for value in (least...min(most, limit)).reversed() where found.count < wanted.count {
        parts[part] = value
        for sum in shownOf[part] { left[sum] -= value }
        if ending[part].allSatisfy({ left[$0] == 0 }) { visit(part + 1) }
        for sum in shownOf[part] { left[sum] += value }
      }
    }
    visit(0)
    return found
  }

  private struct Numbers {
    var state: UInt64

    mutating func next(_ end: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % end
    }
  }

  private func random(_ seed: Int, _ rows: Int, _ columns: Int, most: Int) -> [[Int]] {
    var numbers = Numbers(state: UInt64(seed) &* 7919 &+ 1)
    return (0..<rows).map { _ in
      (0..<columns).map { _ in numbers.next(4) == 0 ? 0 : numbers.next(2) == 0 ? numbers.next(4) : numbers.next(most) }
    }
  }

  @Test func `one small cell takes a second one in its row and column, and the fourth corner, with it`() throws {
    let table = try #require(Table([[20, 3], [40, 30], [15, 25]]))
    #expect(table.protected(10).hidden == [0, 1, 2, 3] || table.protected(10).hidden == [0, 1, 4, 5])
    #expect(table.protected(10).exposed.isEmpty)
  }

  @Test func `two small cells that are no more than four together do not hide each other`() throws {
    // 1 and 3 hide one another in CellSuppression; whoever adds them up knows that neither is above 4.
    let table = try #require(Table([[1], [3], [40], [50]]))
    let suppression = try #require(
      CellSuppression(
        table.counts.sums.indices.map(table.counts.total), relations: table.relations(), sensitive: Set(table.small(10))
      ))
    #expect(!suppression.hidden.contains(2))
    #expect(table.protected(10).hidden.isSuperset(of: [0, 1, 2]))
  }

  @Test(arguments: 0..<60) func `no table that looks the same rules out that a hidden count is the minimum`(
    seed: Int
  ) throws {
    let minimum = 4
    let table = try #require(Table(random(seed, seed % 2 + 2, 3, most: 8)))
    let protection = table.protected(minimum)
    #expect(protection.exposed.isEmpty, "seed \(seed)")
    let small = table.small(minimum)
    let found = reachable(small, minimum, table.counts, hiding: protection.hidden, upTo: 14)
    #expect(found == Set(small), "seed \(seed)")
  }

  @Test(arguments: 0..<40) func `each cell that is hidden for others would give one of them away`(seed: Int) throws {
    let minimum = 4
    let table = try #require(Table(random(seed, seed % 2 + 2, 3, most: 8)))
    let small = table.small(minimum)
    let hidden = table.protected(minimum).hidden
    for cell in hidden.subtracting(small) {
      let found = reachable(small, minimum, table.counts, hiding: hidden.subtracting([cell]), upTo: 14)
      #expect(found != Set(small), "seed \(seed): cell \(cell)")
    }
  }

  @Test func `of a table of 48 counts with its totals, seven small ones take nine others with them`() throws {
    let table = try #require(
      Table([
        [31, 44, 3, 52, 27, 61], [45, 18, 39, 26, 7, 33], [22, 64, 41, 15, 38, 29], [57, 2, 30, 47, 21, 13],
        [16, 35, 28, 9, 42, 50], [40, 23, 55, 34, 19, 6], [5, 48, 17, 36, 25, 43], [37, 20, 46, 4, 53, 32],
      ]))
    #expect(table.small(10).count == 7)
    #expect(table.protected(10).hidden.count == 16)
  }

  @Test(arguments: 0..<60) func `larger tables withstand the check that knows nothing of how they were hidden`(
    seed: Int
  ) throws {
    let table = try #require(Table(random(seed, 8, 5, most: 60)))
    let protection = table.protected(10)
    #expect(protection.exposed.isEmpty, "seed \(seed)")
    let published = table.counts.sums.indices.map { sum -> DisclosureCheck.Published in
      protection.hidden.contains(sum) ? .hidden : .exactly(table.counts.total(sum))
    }
    let check = try #require(DisclosureCheck(published, relations: table.relations()))
    #expect(check.isConsistent, "seed \(seed)")
    for sum in table.small(10) {
      switch check.knowledge[sum] {
      case .between(_, let high): #expect(high ?? .max >= 10, "seed \(seed), sum \(sum)")
      case .solved, .published: Issue.record("seed \(seed): sum \(sum) is known")
      }
    }
  }

  @Test func `what was known before is not hidden again, and what it gives away is named`() throws {
    let counts = try #require(LinkedCounts([3, 40], sums: [[0], [1], [0, 1]]))
    let cells = (0..<3).map { CellProtection.Cell([$0]) }
    let guarded = CellProtection.Guarded(0, couldBe: 10)
    let before = CellProtection(counts, cells: cells, known: [1, 2], guarding: [guarded], hidden: [0])
    #expect(before.exposed == [guarded])
    #expect(before.hidden == [0])
    let half = CellProtection(counts, cells: cells, known: [2], guarding: [guarded], hidden: [0])
    #expect(half.exposed.isEmpty)
    #expect(half.hidden == [0, 1])
  }

  @Test func `what cannot be its target any more is guarded up to what it can be`() throws {
    // Of 8 that are known, 3 can be 8 at most, as long as nobody sees the 5.
    let counts = try #require(LinkedCounts([3, 5], sums: [[0], [1], [0, 1]]))
    let cells = (0..<2).map { CellProtection.Cell([$0]) }
    let guarded = CellProtection.Guarded(0, couldBe: 10)
    let left = CellProtection(counts, cells: cells, known: [2], guarding: [guarded], hidden: [0])
    #expect(left.exposed == [guarded] && left.hidden == [0])
    let lowered = CellProtection(counts, cells: cells, known: [2], guarding: [guarded], orLess: true, hidden: [0])
    #expect(lowered.exposed == [guarded] && lowered.hidden == [0, 1])
  }

  @Test func `a cell that depends on a hidden one goes with it`() throws {
    let counts = try #require(LinkedCounts([30, 40], sums: [[0], [1], [0, 1]]))
    let cells = [CellProtection.Cell([2], dependents: [1]), CellProtection.Cell([0, 1], dependents: [7])]
    #expect(CellProtection(counts, cells: cells, guarding: [], hidden: [0]).hidden == [0, 1])
  }

  @Test func `what cannot be counted is no linked counts`() {
    #expect(LinkedCounts([-1], sums: []) == nil)
    #expect(LinkedCounts([.max, 1], sums: []) == nil)
    #expect(LinkedCounts([1], sums: [[1]]) == nil)
    #expect(LinkedCounts([1, 2], sums: [[0, 1, 1]])?.total(0) == 5)
    #expect(LinkedCounts([1, 2], sums: [[1, 0], []])?.sums == [[0, 1], []])
  }
}
