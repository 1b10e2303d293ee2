/// The work of `CellProtection`: cells being hidden and shown again.
struct CellHiding {
  private let counts: LinkedCounts
  private let cells: [CellProtection.Cell]
  private let known: Set<Int>
  /// Whether a sum that cannot be its target is guarded up to what it can be.
  private let isLowering: Bool
  private var cellsOfSum: [Int: [Int]] = [:]
  /// Per cell, those without which it says nothing.
  private var needed: [[Int]]
  private(set) var hidden: Set<Int> = []
  private(set) var exposed: [CellProtection.Guarded] = []
  private var pool: WitnessPool

  /// How many searches are made to show cells again; what is hidden after them stays so.
  private static let mostSearches = 3_000

  init(_ counts: LinkedCounts, _ cells: [CellProtection.Cell], known: [Int], isLowering: Bool) {
    self.counts = counts
    self.cells = cells
    self.isLowering = isLowering
    self.known = Set(known.filter(counts.sums.indices.contains))
    pool = WitnessPool(partCount: counts.parts.count)
    needed = [[Int]](repeating: [], count: cells.count)
    for (number, cell) in cells.enumerated() {
      for sum in cell.sums where counts.sums.indices.contains(sum) { cellsOfSum[sum, default: []].append(number) }
      for dependent in cell.dependents where cells.indices.contains(dependent) { needed[dependent].append(number) }
    }
  }

  mutating func hide(_ cell: Int) {
    guard cells.indices.contains(cell), hidden.insert(cell).inserted else { return }
    for dependent in cells[cell].dependents { hide(dependent) }
  }

  /// A sum to guard, with counts that readers cannot rule out.
  struct Proven {
    let guarded: CellProtection.Guarded
    var witness: Witness?
  }

  private func wanted(_ guards: [Proven]) -> [(sum: Int, target: Int)] {
    guards.map { ($0.guarded.sum, $0.guarded.target) }
  }

  /// Without what was exposed before: what follows without any of the cells is not helped by hiding them.
  mutating func guardable(_ guarding: [CellProtection.Guarded]) -> [Proven] {
    let all = guarding.map { Proven(guarded: $0) }
    var ofKnown = WitnessPool(partCount: counts.parts.count)
    let search = WitnessSearch(counts, known: known.sorted())
    let before = search.answers(wanted(all), &ofKnown, isThorough: true)
    return zip(all, before).compactMap { proven, answer in
      guard case .bounded = answer else { return proven }
      exposed.append(proven.guarded)
      return lowered(proven.guarded, search, &ofKnown).map { Proven(guarded: $0.guarded) }
    }
  }

  /// The same up to the most that is found for it; nil where that is no more than what it is.
  private func lowered(
    _ guarded: CellProtection.Guarded, _ search: WitnessSearch, _ pool: inout WitnessPool
  ) -> Proven? {
    guard isLowering else { return nil }
    let own = counts.total(guarded.sum)
    for target in stride(from: guarded.target - 1, to: own, by: -1) {
      if case .safe(let witness) = search.answers([(guarded.sum, target)], &pool, isThorough: true)[0] {
        return Proven(guarded: CellProtection.Guarded(guarded.sum, couldBe: target), witness: witness)
      }
    }
    return nil
  }

  private var shown: [Int] {
    cellsOfSum.filter { $0.value.contains { !hidden.contains($0) } }.keys.sorted()
  }

  /// Hides cells until each guarded sum has a witness.
  mutating func hideMore(for guards: inout [Proven]) {
    var left = Array(guards.indices)
    while !left.isEmpty {
      let search = WitnessSearch(counts, known: known.union(shown).sorted())
      let asked = left.map { guards[$0] }
      // What is nearby says what to hide, and where nothing is left to hide there all is looked at.
      let answers = search.answers(wanted(asked), &pool, isThorough: false)
      var (chosen, waiting) = (Set<Int>(), [Int]())
      for (place, answer) in zip(left, answers) {
        var answer = answer
        if case .bounded(let obstacles) = answer, candidates(obstacles).isEmpty {
          answer = search.answers(wanted([guards[place]]), &pool, isThorough: true)[0]
        }
        switch answer {
        case .safe(let witness): guards[place].witness = witness
        case .bounded(let obstacles):
          let candidates = candidates(obstacles)
          guard let cell = candidates.min() else {
            exposed.append(guards[place].guarded)
            if let lower = lowered(guards[place].guarded, search, &pool) { guards[place] = lower }
            continue
          }
          waiting.append(place)
          if chosen.isDisjoint(with: candidates) { chosen.insert(cell) }
        }
      }
      for cell in chosen { hide(cell) }
      left = waiting
    }
    guards.removeAll { $0.witness == nil }
  }

  /// The cells that would have to be hidden for the sums not to be known; what is known anyway is not worth hiding.
  private func candidates(_ obstacles: [Int]) -> [Int] {
    obstacles.filter { !known.contains($0) }.flatMap { cellsOfSum[$0] ?? [] }.filter { !hidden.contains($0) }
  }

  // MARK: Showing again

  /// Shows hidden cells again, the dearest first, where every guarded sum keeps a witness or gets another.
  mutating func giveBack(keeping fixed: Set<Int>, for guards: [Proven]) {
    var guards = guards
    let secondary = hidden.subtracting(fixed).sorted(by: >)
    var isKnown = known.union(shown)
    var search = WitnessSearch(counts, known: isKnown.sorted())
    var searchesLeft = Self.mostSearches
    // Twice, since a cell may come before one that it says nothing without.
    for cell in secondary + secondary {
      guard hidden.contains(cell), needed[cell].allSatisfy({ !hidden.contains($0) }) else { continue }
      let sums = cells[cell].sums.filter { counts.sums.indices.contains($0) && !isKnown.contains($0) }
      search.add(sums)
      if let proven = proven(guards, knowing: sums, search, &searchesLeft) {
        guards = proven
        hidden.remove(cell)
        isKnown.formUnion(sums)
        for sum in sums { pool.remove(changing: times(in: sum)) }
      } else {
        search.removeLast(sums.count)
      }
    }
  }

  private func times(in sum: Int) -> [Int] {
    var times = [Int](repeating: 0, count: counts.parts.count)
    for part in counts.sums[sum] { times[part] += 1 }
    return times
  }

  /// The guards with witnesses that leave the sums as they are; nil where one is not found.
  private func proven(
    _ guards: [Proven], knowing sums: [Int], _ search: WitnessSearch, _ searchesLeft: inout Int
  ) -> [Proven]? {
    let times = sums.map(times)
    func leaves(_ witness: Witness) -> Bool { times.allSatisfy { witness.change(over: $0) == 0 } }
    var proven = guards
    var others = WitnessPool(partCount: counts.parts.count)
    for place in proven.indices where !(proven[place].witness.map(leaves) ?? true) {
      let guarded = proven[place].guarded
      let lacking = guarded.target - counts.total(guarded.sum)
      if let witness = pool.first(raising: counts.sums[guarded.sum], by: lacking, where: leaves) {
        proven[place].witness = witness
        continue
      }
      guard searchesLeft > 0 else { return nil }
      searchesLeft -= 1
      guard case .safe(let witness) = search.nearby(guarded.sum, guarded.target, &others) else { return nil }
      proven[place].witness = witness
    }
    return proven
  }
}
