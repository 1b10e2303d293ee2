/// The values of a field of facts that are being read.
///
/// As long as all rows have the same it takes no memory.
struct GrowingColumn<Element: ColumnValue> {
  /// Nil as long as all rows have `same`.
  private(set) var values: UnsafeMutablePointer<Element>?
  private(set) var same: Element

  /// - Parameter absent: What rows without a value have.
  init(absent: Element) { same = absent }

  subscript(row: Int) -> Element { values?[row] ?? same }

  /// - Parameter capacity: Of how many rows there is memory.
  @inline(__always)
  mutating func set(_ value: Element, row: Int, capacity: Int) {
    if let values {
      values[row] = value
    } else if !value.isSame(as: same) {
      begin(value, row: row, capacity: capacity)
    }
  }

  private mutating func begin(_ value: Element, row: Int, capacity: Int) {
    // A first row that was not kept has said nothing.
    if row == 0 {
      same = value
      return
    }
    let column = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    column.initialize(repeating: same, count: row)
    column[row] = value
    values = column
  }

  mutating func move(_ count: Int, to capacity: Int) { values = values?.moved(count, to: capacity) }

  /// Gives the memory back.
  mutating func free() {
    values?.deallocate()
    values = nil
  }
}
