/// Lists of codes, one a row, behind each other.
struct ListColumn: Sendable {
  private(set) var values: [Int32] = []
  /// Where each row's list ends; rows beyond it have none.
  private(set) var ends: [Int] = []

  init() {}

  /// Nil where the ends do not rise, or lie beyond the values.
  init?(values: [Int32], ends: [Int]) {
    var last = 0
    for end in ends {
      guard end >= last, end <= values.count else { return nil }
      last = end
    }
    (self.values, self.ends) = (values, ends)
  }

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
