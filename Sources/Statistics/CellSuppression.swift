/// Which counts to hide besides those that must be hidden, so that none of them can be worked out from the totals.
///
/// A count that is alone in a row follows from its total. So another one of the row is hidden too, the smallest there
/// is, and then one in that one's column, and so on. Whether that is enough is not guessed but shown: for each hidden
/// count another set of counts is found that fits everything published and has another number in its place. Where
/// none is found, one more count is hidden. That can be one too many, never one too few.
///
/// That a second number is possible says nothing of how many are: `DisclosureCheck` says between which bounds, and what
/// remains open.
public struct CellSuppression: Sendable, Equatable {
  /// Those that had to be hidden, and were not already published.
  public let primary: Set<Int>
  /// Those hidden to protect the others.
  public let secondary: Set<Int>
  /// Those that had to be hidden and can be known: they were published before, or no second set of counts was found with
  /// everything else hidden. When this is not empty, nothing may be published.
  public let exposed: Set<Int>

  /// All that is hidden.
  public var hidden: Set<Int> { primary.union(secondary) }

  /// The equations are held whole, which takes this number squared: divide a larger table.
  public static let largestCellCount = 5_000

  /// Nil when there are more cells or relations than `largestCellCount`, when a count is below 0, when a relation does
  /// not hold or names a cell that there is not, or when `sensitive` does.
  ///
  /// - Parameters:
  ///   - counts: One a cell, totals among them.
  ///   - relations: All that a reader may know to add up.
  ///   - sensitive: The cells that must be hidden.
  ///   - published: The cells that an earlier export shows, and that can no longer be hidden.
  /// - Complexity: At most one elimination (see `DisclosureCheck`) for each count that is hidden in the end; mostly few.
  public init?(_ counts: [Int], relations: [CellRelation], sensitive: Set<Int>, published: Set<Int> = []) {
    guard max(counts.count, relations.count) <= Self.largestCellCount, counts.allSatisfy({ $0 >= 0 }),
      sensitive.allSatisfy(counts.indices.contains),
      relations.allSatisfy({ $0.isValid(cellCount: counts.count) && $0.holds(for: counts) })
    else { return nil }
    var search = Search(counts: counts, relations: relations, hidden: sensitive.subtracting(published))
    search.shown = published
    let unproven = search.run()
    primary = sensitive.subtracting(published)
    secondary = search.hidden.subtracting(primary)
    exposed = sensitive.intersection(published).union(unproven)
  }
}

extension CellRelation {
  fileprivate func holds(for counts: [Int]) -> Bool {
    var left = counts[total]
    // Each count is at least 0 and at most what is left, so nothing overflows.
    for part in parts {
      guard counts[part] <= left else { return false }
      left -= counts[part]
    }
    return left == 0
  }
}

private struct Search {
  let counts: [Int]
  let relations: [CellRelation]
  var hidden: Set<Int>
  /// Those that cannot be hidden any more.
  var shown: Set<Int> = []
  private let relationsOfCell: [[Int]]
  private let totals: Set<Int>

  init(counts: [Int], relations: [CellRelation], hidden: Set<Int>) {
    self.counts = counts
    self.relations = relations
    self.hidden = hidden
    var relationsOfCell = [[Int]](repeating: [], count: counts.count)
    for (index, relation) in relations.enumerated() {
      for cell in relation.cells { relationsOfCell[cell].append(index) }
    }
    self.relationsOfCell = relationsOfCell
    totals = Set(relations.map(\.total))
  }

  /// Hides what is needed and returns the hidden cells that stay without a proof.
  mutating func run() -> Set<Int> {
    while true {
      hideBesideLonely()
      let unproven = hidden.subtracting(movable())
      guard !unproven.isEmpty, hideMore(for: unproven) else { return unproven }
    }
  }

  /// Hides a second cell in each relation that has one hidden.
  private mutating func hideBesideLonely() {
    var waiting = Array(relations.indices)
    while let index = waiting.popLast() {
      guard relations[index].cells.count(where: hidden.contains) == 1, let cell = cheapest(in: index) else { continue }
      hidden.insert(cell)
      waiting += relationsOfCell[cell]
    }
  }

  /// Hides one more cell for each of those in `unproven`, unless their relation was helped already; false when there is
  /// nothing left to hide.
  private mutating func hideMore(for unproven: Set<Int>) -> Bool {
    var helped = Set<Int>()
    for cell in unproven.sorted() {
      let byHidden = relationsOfCell[cell].sorted { ours, theirs in
        (relations[ours].cells.count(where: hidden.contains), ours)
          < (relations[theirs].cells.count(where: hidden.contains), theirs)
      }
      guard helped.isDisjoint(with: byHidden), let index = byHidden.first(where: { cheapest(in: $0) != nil }),
        let more = cheapest(in: index)
      else { continue }
      hidden.insert(more)
      helped.insert(index)
    }
    guard helped.isEmpty else { return true }
    guard let any = relations.indices.compactMap({ cheapest(in: $0) }).min(by: isCheaper) else { return false }
    hidden.insert(any)
    return true
  }

  private func cheapest(in relation: Int) -> Int? {
    relations[relation].cells.filter { !hidden.contains($0) && !shown.contains($0) }.min(by: isCheaper)
  }

  /// Totals say most and are hidden last; a nought protects least, since readers expect it.
  private func isCheaper(_ ours: Int, _ theirs: Int) -> Bool {
    func price(_ cell: Int) -> (Int, Int, Int, Int) {
      (totals.contains(cell) ? 1 : 0, counts[cell] == 0 ? 1 : 0, counts[cell], cell)
    }
    return price(ours) < price(theirs)
  }

  /// The hidden cells that have another count in another set of counts that fits all that is published.
  private func movable() -> Set<Int> {
    // The largest first, so that they follow from the others: each direction then moves one count that was free to
    // choose, and otherwise large ones, which have room to go down. A nought has none; its total goes up with it.
    func isBefore(_ ours: Int, _ theirs: Int) -> Bool {
      if counts[ours] != counts[theirs] { return counts[ours] > counts[theirs] }
      return (totals.contains(ours) ? 0 : 1, ours) < (totals.contains(theirs) ? 0 : 1, theirs)
    }
    let unknowns = hidden.sorted(by: isBefore)
    let places = Dictionary(zip(unknowns, unknowns.indices)) { first, _ in first }
    let equations = relations.compactMap { relation -> [Int]? in
      var equation = [Int](repeating: 0, count: unknowns.count + 1)
      var isEmpty = true
      for cell in relation.cells {
        guard let place = places[cell] else { continue }
        equation[place] = cell == relation.total ? 1 : -1
        isEmpty = false
      }
      return isEmpty ? nil : equation
    }
    guard let elimination = IntegerElimination(equations, unknownCount: unknowns.count) else { return [] }
    var movable = Set<Int>()
    for direction in elimination.directions {
      let moves = direction.map { (count: counts[unknowns[$0.unknown]], change: $0.change) }
      // A step forth or back that leaves no count below 0. Neither sum overflows: counts are at least 0, and a change
      // was an integer with its sign turned.
      let forth = moves.allSatisfy { $0.change >= 0 || $0.count >= -$0.change }
      let back = moves.allSatisfy { $0.change <= 0 || $0.count >= $0.change }
      if forth || back { movable.formUnion(direction.map { unknowns[$0.unknown] }) }
    }
    return movable
  }
}
