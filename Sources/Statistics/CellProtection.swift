/// Which cells of linked tables to hide, so that what must not be told cannot be worked out from the rest.
///
/// Stronger than `CellSuppression`, which shows that a hidden count could be another: here each guarded sum could be at
/// least a number that is given, such as the smallest that may be shown, whatever is known of the cells that are shown
/// and of sums that came out before. Where no such counts are found, one of the cells that rule them out is hidden
/// as well, the cheapest, until they are. That can be one too many, never one too few. See `WitnessSearch`.
public struct CellProtection: Sendable, Equatable {
  /// What is shown or hidden as one: a count with the rest of its group, since the one follows from the other.
  public struct Cell: Sendable, Equatable {
    public let sums: [Int]
    /// The numbers of cells that say nothing without this one, and are hidden with it.
    public let dependents: [Int]

    public init(_ sums: [Int], dependents: [Int] = []) {
      self.sums = sums
      self.dependents = dependents
    }
  }

  /// A sum that must be able to be at least `target`, as far as readers can tell.
  public struct Guarded: Sendable, Equatable, Hashable {
    public let sum: Int
    public let target: Int

    public init(_ sum: Int, couldBe target: Int) {
      self.sum = sum
      self.target = target
    }
  }

  /// The cells that are hidden, those hidden from the start among them.
  public private(set) var hidden: Set<Int>
  /// What nothing guards any more: sums that were known before rule its target out, whatever is hidden now.
  public private(set) var exposed: [Guarded] = []

  /// - Parameters:
  ///   - cells: The cheapest to hide first; cells that name sums or cells that there are not, hide nothing.
  ///   - known: Sums that readers know and that cannot be hidden any more.
  ///   - hidden: Cells that are hidden whatever follows.
  /// - Complexity: One `WitnessSearch` for each round in which something more is hidden; mostly few.
  public init(_ counts: LinkedCounts, cells: [Cell], known: [Int] = [], guarding: [Guarded], hidden: Set<Int> = []) {
    self.hidden = []
    for cell in hidden { Self.hide(cell, cells, &self.hidden) }
    let known = Set(known.filter(counts.sums.indices.contains))
    var cellsOfSum: [Int: [Int]] = [:]
    for (number, cell) in cells.enumerated() {
      for sum in cell.sums where counts.sums.indices.contains(sum) { cellsOfSum[sum, default: []].append(number) }
    }
    var guarding = guarding.filter { counts.sums.indices.contains($0.sum) }
    // What follows without any of the cells is not helped by hiding them.
    let before = WitnessSearch(counts, known: known.sorted()).obstacles(guarding.map { ($0.sum, $0.target) })
    exposed = zip(guarding, before).filter { $0.1 != nil }.map(\.0)
    guarding = zip(guarding, before).filter { $0.1 == nil }.map(\.0)
    while !guarding.isEmpty {
      let shown = cellsOfSum.filter { $0.value.contains { !self.hidden.contains($0) } }
      let search = WitnessSearch(counts, known: known.union(shown.keys).sorted())
      let obstacles = search.obstacles(guarding.map { ($0.sum, $0.target) })
      var chosen = Set<Int>()
      var left: [Guarded] = []
      for (guarded, obstacles) in zip(guarding, obstacles) {
        guard let obstacles else { continue }
        // What is known anyway is not worth hiding.
        let open = obstacles.filter { !known.contains($0) }
        let candidates = open.flatMap { cellsOfSum[$0] ?? [] }.filter { !self.hidden.contains($0) }
        if let cell = candidates.min() {
          left.append(guarded)
          if chosen.isDisjoint(with: candidates) { chosen.insert(cell) }
        } else {
          exposed.append(guarded)
        }
      }
      for cell in chosen { Self.hide(cell, cells, &self.hidden) }
      guarding = left
    }
  }

  private static func hide(_ cell: Int, _ cells: [Cell], _ hidden: inout Set<Int>) {
    guard cells.indices.contains(cell), hidden.insert(cell).inserted else { return }
    for dependent in cells[cell].dependents { hide(dependent, cells, &hidden) }
  }
}
