/// What happens to the rows of a kind: some go, and new ones are put where a full reading would have them.
struct RowEdits {
  /// Places of rows that go, rising.
  var removed: [Int] = []
  /// New rows: before which of the rows that were there they stand, not falling, and where their values are.
  var inserted: [(place: Int, cell: Int)] = []

  /// How many rows there are afterwards.
  func count(after count: Int) -> Int { count - removed.count + inserted.count }

  /// Puts a column together with what is new.
  ///
  /// - Parameters:
  ///   - rows: The values of the rows before.
  ///   - column: Has memory for those of the rows afterwards.
  ///   - value: Of a new row, by its cell.
  func copy<Element: BitwiseCopyable>(
    _ rows: UnsafeBufferPointer<Element>, to column: UnsafeMutablePointer<Element>, _ value: (Int) -> Element
  ) {
    var (removed, inserted) = (removed[...], inserted[...])
    var (place, target) = (0, column)
    while true {
      let next = min(removed.first ?? rows.count, inserted.first?.place ?? rows.count)
      if let start = rows.baseAddress, next > place {
        target.initialize(from: start + place, count: next - place)
        target += next - place
        place = next
      }
      if let new = inserted.first, new.place == next {
        target.initialize(to: value(new.cell))
        target += 1
        inserted.removeFirst()
      } else if removed.first == next {
        place += 1
        removed.removeFirst()
      } else {
        return
      }
    }
  }
}
