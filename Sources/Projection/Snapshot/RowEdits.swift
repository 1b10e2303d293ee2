/// What happens to the rows of a kind: some go, and new ones are put where a full reading would have them.
struct RowEdits {
  /// Places of rows that go, rising.
  var removed: [Int] = []
  /// New rows: before which of the rows that were there they stand, not falling, and where their values are.
  var inserted: [(place: Int, cell: Int)] = []

  /// How many rows there are afterwards.
  func count(after count: Int) -> Int { count - removed.count + inserted.count }

  /// Changes a column in place.
  ///
  /// - Parameters:
  ///   - column: Has memory for all rows.
  ///   - count: Rows before.
  ///   - value: Of a new row, by its cell.
  func apply<Element: BitwiseCopyable>(
    to column: UnsafeMutablePointer<Element>, count: Int, _ value: (Int) -> Element
  ) {
    for (index, place) in removed.enumerated() {
      let next = index + 1 < removed.count ? removed[index + 1] : count
      (column + place - index).update(from: column + place + 1, count: next - place - 1)
    }
    var end = count - removed.count
    var target = end + inserted.count
    var before = removed.count
    for (place, cell) in inserted.reversed() {
      while before > 0, removed[before - 1] >= place { before -= 1 }
      let start = place - before
      (column + target - (end - start)).update(from: column + start, count: end - start)
      target -= end - start + 1
      column[target] = value(cell)
      end = start
    }
  }
}
