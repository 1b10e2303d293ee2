/// The values of one field, filled up to the newest row that has one.
struct Column: Sendable {
  enum Shape: Sendable {
    case codes
    case numbers
    case days
    case list
  }

  let shape: Shape
  private(set) var words: [Int32] = []
  private(set) var numbers: [Double] = []
  private(set) var lists = ListColumn()

  init(_ shape: Shape) {
    self.shape = shape
  }

  var isEmpty: Bool { words.isEmpty && numbers.isEmpty && lists.ends.isEmpty }

  private var absent: Int32 { shape == .days ? FactTable.noDay : FactTable.noCode }

  /// - Parameter row: Beyond every row set before.
  @inline(__always)
  mutating func set(word: Int32, row: Int) {
    while words.count < row { words.append(absent) }
    words.append(word)
  }

  /// - Parameter row: Beyond every row set before.
  @inline(__always)
  mutating func set(number: Double, row: Int) {
    while numbers.count < row { numbers.append(.nan) }
    numbers.append(number)
  }

  /// - Parameter row: Beyond every row set before.
  mutating func set(list: [Int32], row: Int) {
    lists.set(list, row: row)
  }

  /// Fills it up, so that every row has an entry.
  mutating func finish(rowCount: Int) {
    guard !isEmpty else { return }
    switch shape {
    case .codes, .days: while words.count < rowCount { words.append(absent) }
    case .numbers: while numbers.count < rowCount { numbers.append(.nan) }
    case .list: break
    }
  }
}
