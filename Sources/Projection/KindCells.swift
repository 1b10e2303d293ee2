/// The growing columns of one kind, in the order of its plan's fields.
///
/// Values are written behind the last row; `commit` makes them a row.
struct KindCells {
  private(set) var count = 0
  private var capacity = 0
  private var firstCapacity = 256
  /// Per row, the number that the caller gave the fact.
  private(set) var rows: UnsafeMutablePointer<Int32>
  /// Per field its codes or days, and its numbers.
  private let words: UnsafeMutablePointer<GrowingColumn<Int32>>
  private let numbers: UnsafeMutablePointer<GrowingColumn<Double>>
  private let shapes: [ColumnShape?]
  /// A bit for each of the first 64 fields of which any row has a value by now.
  private var columns: UInt64 = 0
  /// Lists are rare, and kept beside.
  private(set) var lists: [Int: ListColumn] = [:]

  /// - Parameter shapes: Of each field; nil for one without a column.
  init(_ shapes: [ColumnShape?]) {
    self.shapes = shapes
    rows = .allocate(capacity: 1)
    words = .allocate(capacity: max(1, shapes.count))
    numbers = .allocate(capacity: max(1, shapes.count))
    numbers.initialize(repeating: GrowingColumn(absent: .nan), count: max(1, shapes.count))
    words.initialize(repeating: GrowingColumn(absent: FactTable.noCode), count: max(1, shapes.count))
    for field in shapes.indices where shapes[field] == .days {
      words[field] = GrowingColumn(absent: FactTable.noDay)
    }
  }

  /// Gives the memory of the columns back; no value may be asked for then.
  mutating func freeColumns() {
    for field in shapes.indices {
      words[field].free()
      numbers[field].free()
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
      words[field].move(count, to: larger)
      numbers[field].move(count, to: larger)
    }
    capacity = larger
  }

  /// Sets what the next row has, in a field of codes or days; only behind `reserve`.
  @inline(__always)
  mutating func set(word: Int32, field: Int) {
    words[field].set(word, row: count, capacity: capacity)
    columns |= 1 << UInt64(truncatingIfNeeded: field)
  }

  @inline(__always)
  mutating func set(number: Double, field: Int) {
    numbers[field].set(number, row: count, capacity: capacity)
    columns |= 1 << UInt64(truncatingIfNeeded: field)
  }

  /// What stands in a field of codes or days where it is absent.
  private func absent(_ field: Int) -> Int32 { shapes[field] == .days ? FactTable.noDay : FactTable.noCode }

  mutating func set(list: [Int32], field: Int) {
    guard shapes[field] == .list else { return }
    lists[field, default: ListColumn()].set(list, row: count)
  }

  @inline(__always)
  func setAbsent(_ field: Int) {
    if shapes[field] == .numbers {
      numbers[field].set(.nan, row: count, capacity: capacity)
    } else {
      words[field].set(absent(field), row: count, capacity: capacity)
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
  func hasNone(_ field: Int) -> Bool {
    let (words, numbers) = (words[field], numbers[field])
    return words.values == nil && numbers.values == nil && words.same == absent(field) && numbers.same.isNaN
  }

  func words(_ field: Int) -> GrowingColumn<Int32> { words[field] }
  func numbers(_ field: Int) -> GrowingColumn<Double> { numbers[field] }
}
