import Vocabulary

/// Counts in each column of a file the values that pass the elfproef.
struct BsnScreen {
  /// In each column, cells that are not empty.
  private(set) var valueCounts: [Int]
  private(set) var passingCounts: [Int]

  /// - Parameter columnCount: Columns beyond these are added when they are looked at.
  init(columnCount: Int) {
    valueCounts = [Int](repeating: 0, count: columnCount)
    passingCounts = valueCounts
  }

  mutating func look(at cell: String, column: Int) {
    if cell.isEmpty || cell.utf8.allSatisfy({ $0 == 0x20 }) { return }
    while valueCounts.count <= column {
      valueCounts.append(0)
      passingCounts.append(0)
    }
    valueCounts[column] += 1
    if Bsn.isIn(cell) { passingCounts[column] += 1 }
  }

  /// Whether more than half of a column's values pass, and at least three: of random numbers one in eleven does.
  func isMostlyBsn(_ column: Int) -> Bool {
    guard passingCounts.indices.contains(column) else { return false }
    return passingCounts[column] >= 3 && passingCounts[column] * 2 > valueCounts[column]
  }
}
