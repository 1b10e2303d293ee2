/// The growing columns of one kind, in the order of its plan's fields.
///
/// Values are written behind the last row; `commit` makes them a row. A column takes memory from its first value on.
struct KindCells {
  private(set) var count = 0
  private var capacity = 0
  private var firstCapacity = 256
  /// Per row, the number that the caller gave the fact.
  private(set) var rows: UnsafeMutablePointer<Int32>
  /// Per field, its words or numbers; nil for one that has no column, or no value yet.
  private let words: UnsafeMutablePointer<UnsafeMutablePointer<Int32>?>
  private let numbers: UnsafeMutablePointer<UnsafeMutablePointer<Double>?>
  private let shapes: [ColumnShape?]
  /// A bit for each of the first 64 fields that have a column by now.
  private var columns: UInt64 = 0
  /// Lists are rare, and kept beside.
  private(set) var lists: [Int: ListColumn] = [:]

  /// - Parameter shapes: Of each field; nil for one without a column.
  init(_ shapes: [ColumnShape?]) {
    self.shapes = shapes
    rows = .allocate(capacity: 1)
    words = .allocate(capacity: max(1, shapes.count))
    numbers = .allocate(capacity: max(1, shapes.count))
    words.initialize(repeating: nil, count: max(1, shapes.count))
    numbers.initialize(repeating: nil, count: max(1, shapes.count))
  }

  /// Gives the memory of the columns back; no value may be asked for then.
  mutating func freeColumns() {
    for field in shapes.indices {
      words[field]?.deallocate()
      numbers[field]?.deallocate()
      words[field] = nil
      numbers[field] = nil
    }
  }

  /// Gives all memory back.
  mutating func free() {
    freeColumns()
    rows.deallocate()
    words.deallocate()
    numbers.deallocate()
  }

  /// Says about how many rows there may be, of which many may be of other kinds; before the first one.
  mutating func expect(_ rowCount: Int) { firstCapacity = max(firstCapacity, rowCount / 2) }

  /// Makes room for one more row.
  @inline(__always)
  mutating func reserve() {
    if count == capacity { grow() }
  }

  private mutating func grow() {
    // In large steps: what is not written to takes no memory, and what was copied is left behind.
    let larger = max(firstCapacity, capacity * 4)
    rows = rows.moved(count, to: larger)
    for field in shapes.indices {
      words[field] = words[field]?.moved(count, to: larger)
      numbers[field] = numbers[field]?.moved(count, to: larger)
    }
    capacity = larger
  }

  /// Sets what the next row has; only behind `reserve`.
  @inline(__always)
  mutating func set(word: Int32, field: Int) { (words[field] ?? newWords(field))?[count] = word }

  @inline(__always)
  mutating func set(number: Double, field: Int) { (numbers[field] ?? newNumbers(field))?[count] = number }

  /// The column of a field that gets its first value.
  private mutating func newWords(_ field: Int) -> UnsafeMutablePointer<Int32>? {
    guard shapes[field] == .codes || shapes[field] == .days else { return nil }
    let column = UnsafeMutablePointer<Int32>.allocate(capacity: capacity)
    column.update(repeating: absent(field), count: count)
    words[field] = column
    columns |= 1 << UInt64(field)
    return column
  }

  private mutating func newNumbers(_ field: Int) -> UnsafeMutablePointer<Double>? {
    guard shapes[field] == .numbers else { return nil }
    let column = UnsafeMutablePointer<Double>.allocate(capacity: capacity)
    column.update(repeating: .nan, count: count)
    numbers[field] = column
    columns |= 1 << UInt64(field)
    return column
  }

  private func absent(_ field: Int) -> Int32 { shapes[field] == .days ? FactTable.noDay : FactTable.noCode }

  mutating func set(list: [Int32], field: Int) {
    guard shapes[field] == .list else { return }
    lists[field, default: ListColumn()].set(list, row: count)
  }

  @inline(__always)
  func setAbsent(_ field: Int) {
    if let words = words[field] {
      words[count] = absent(field)
    } else if let numbers = numbers[field] {
      numbers[count] = .nan
    }
  }

  /// Says of every field that the next row does not have, by a bit for each that it has; of a kind with up to 64 fields.
  @inline(__always)
  func setAbsent(notIn present: UInt64) {
    var fields = columns & ~present
    while fields != 0 {
      setAbsent(fields.trailingZeroBitCount)
      fields &= fields &- 1
    }
  }

  /// Makes what was set a row.
  @inline(__always)
  mutating func commit(row: Int32) {
    rows[count] = row
    count += 1
  }

  /// Whether no row has a value of the field.
  func hasNone(_ field: Int) -> Bool { words[field] == nil && numbers[field] == nil }

  func words(_ field: Int) -> UnsafeMutablePointer<Int32>? { words[field] }
  func numbers(_ field: Int) -> UnsafeMutablePointer<Double>? { numbers[field] }
}
