/// Lists of codes, one a row, behind each other.
struct ListColumn: Sendable {
  private(set) var values: [Int32] = []
  /// Where each row's list ends; rows beyond it have none.
  private(set) var ends: [Int] = []

  /// - Parameter row: Beyond every row set before.
  mutating func set(_ list: [Int32], row: Int) {
    while ends.count < row { ends.append(values.count) }
    values.append(contentsOf: list)
    ends.append(values.count)
  }

  func values(of row: Int) -> ArraySlice<Int32> {
    guard ends.indices.contains(row) else { return [] }
    return values[(row == 0 ? 0 : ends[row - 1])..<ends[row]]
  }
}
