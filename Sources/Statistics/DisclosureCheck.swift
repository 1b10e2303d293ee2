/// What a reader can work out of hidden counts from everything that was published.
///
/// It knows nothing of how cells were chosen to be hidden: only what was published, and which cells add up to which. So
/// it can judge the work of `CellSuppression` or of a person, and several tables and earlier exports together.
///
/// Two things are worked out. Whether a hidden count follows from the totals: exactly, by elimination in integers, which
/// misses none. And between what it must lie, because no count is below 0: by narrowing relation after relation.
///
/// What it does not show: bounds that follow only from several relations at once may be narrower than those found here
/// (finding those takes linear programming); what two hidden counts are together, when that is small; what somebody
/// knows from elsewhere, be it of one person or that a hidden cell is below the minimum. Exports of data that changed in
/// between are not about the same counts: number their cells apart where counts changed.
public struct DisclosureCheck: Sendable, Equatable {
  /// What was published of a cell.
  public enum Published: Sendable, Equatable {
    case exactly(Int)
    /// To the nearest five.
    case roundedToFive(Int)
    case hidden
  }

  /// What is known of a cell in the end.
  public enum Knowledge: Sendable, Equatable {
    case published(Int)
    /// It was not published exactly, and follows all the same.
    case solved(Int)
    /// Both ends included; without a high end it may be any number from the low one on.
    case between(low: Int, high: Int?)
  }

  /// One a cell.
  public let knowledge: [Knowledge]
  /// Whether what was published fits together: if not, one of the numbers or relations is wrong.
  public let isConsistent: Bool

  /// The equations are held whole, which takes this number squared.
  public static let largestUnknownCount = 5_000

  /// Nil when a relation names a cell that there is not, when a published count is below 0, with more than
  /// `largestUnknownCount` cells that are not exact or relations that name any, and when numbers grow too large to be
  /// sure of the answer. The last takes some thirty sums that cut across each other in any way; those of tables do not.
  ///
  /// - Complexity: That of elimination: O(*m*²·*k*) for *m* relations and *k* hidden cells at worst.
  public init?(_ published: [Published], relations: [CellRelation]) {
    guard relations.allSatisfy({ $0.isValid(cellCount: published.count) }),
      let (bounds, areFound) = CellBounds.narrowed(published, relations),
      let solved = Self.solved(published, relations)
    else { return nil }
    var isConsistent = areFound && !solved.isContradictory
    knowledge = published.indices.map { cell in
      if case .exactly(let count) = published[cell] { return .published(count) }
      let (low, high) = (bounds[cell].low, bounds[cell].high)
      if let (numerator, denominator) = solved.values[cell] {
        let count = numerator / denominator
        let isPossible = numerator % denominator == 0 && count >= low && count <= high ?? .max
        if !isPossible { isConsistent = false }
        return .solved(count)
      }
      return low == high ? .solved(low) : .between(low: low, high: high)
    }
    self.isConsistent = isConsistent
  }

  /// The cells that were not published exactly and follow all the same, in the order of their numbers.
  public var solvedCells: [Int] {
    knowledge.indices.filter { cell in
      if case .solved = knowledge[cell] { return true }
      return false
    }
  }

  private static func solved(
    _ published: [Published],
    _ relations: [CellRelation]
  ) -> (values: [Int: (numerator: Int, denominator: Int)], isContradictory: Bool)? {
    var (unknowns, places) = ([Int](), [Int: Int]())
    for (cell, known) in published.enumerated() {
      if case .exactly = known { continue }
      places[cell] = unknowns.count
      unknowns.append(cell)
    }
    // Relations without unknowns are left to the bounds, which say whether they hold.
    let relations = relations.filter { $0.cells.contains { places[$0] != nil } }
    guard max(unknowns.count, relations.count) <= largestUnknownCount else { return nil }
    var equations: [[Int]] = []
    for relation in relations {
      var equation = [Int](repeating: 0, count: unknowns.count + 1)
      for cell in relation.cells {
        let sign = cell == relation.total ? 1 : -1
        if let place = places[cell] {
          equation[place] = sign
        } else if case .exactly(let count) = published[cell] {
          let (sum, hasOverflown) = equation[unknowns.count].subtractingReportingOverflow(sign * count)
          guard !hasOverflown else { return nil }
          equation[unknowns.count] = sum
        }
      }
      equations.append(equation)
    }
    guard let elimination = IntegerElimination(equations, unknownCount: unknowns.count) else { return nil }
    let values = elimination.determined.map { (unknowns[$0.key], $0.value) }
    return (Dictionary(values) { first, _ in first }, elimination.isContradictory)
  }
}
