/// That the counts of some cells add up to that of another: all that a reader of totals has to go by.
///
/// Cells are numbered by the caller. A cell that stands in two tables, or in an earlier export of the same data, has one
/// number, so that relations of all of them can be put together. Of two tables with slightly different populations the
/// difference is a cell as well, that neither shows: `CellRelation(larger, is: [smaller, difference])`.
public struct CellRelation: Sendable, Equatable {
  public let total: Int
  public let parts: [Int]

  public init(_ total: Int, is parts: [Int]) {
    self.total = total
    self.parts = parts
  }

  var cells: [Int] { [total] + parts }

  /// Whether all its cells are numbered from 0 to below `count`, each standing in it once.
  func isValid(cellCount: Int) -> Bool {
    let cells = cells
    return cells.allSatisfy((0..<cellCount).contains) && Set(cells).count == cells.count
  }
}
