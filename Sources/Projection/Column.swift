/// The values of a field, one a row.
enum Column<Element: ColumnValue>: Sendable {
  case each(Cells<Element>)
  /// All rows have this one: so it is with what says how facts came about, and that takes no memory.
  case same(Element)

  subscript(row: Int) -> Element {
    switch self {
    case .each(let cells): cells[row]
    case .same(let value): value
    }
  }

  func cells(count: Int) -> Cells<Element> {
    switch self {
    case .each(let cells): cells
    case .same(let value): Cells(repeating: value, count: count)
    }
  }

  /// How many rows have a value.
  func count(of value: Element, rowCount: Int) -> Int {
    switch self {
    case .each(let cells): cells.reduce(0) { $1.isSame(as: value) ? $0 + 1 : $0 }
    case .same(let same): same.isSame(as: value) ? rowCount : 0
    }
  }
}

/// What stands in columns: codes and days, or numbers.
protocol ColumnValue: BitwiseCopyable, Sendable {
  /// Whether the bits are the same: not a number is itself, and zero is not minus zero.
  func isSame(as other: Self) -> Bool
}

extension Int32: ColumnValue {
  @inline(__always)
  func isSame(as other: Int32) -> Bool { self == other }
}

extension Double: ColumnValue {
  @inline(__always)
  func isSame(as other: Double) -> Bool { bitPattern == other.bitPattern }
}
