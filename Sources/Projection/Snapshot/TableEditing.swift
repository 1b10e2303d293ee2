import Platform

/// Puts new rows among those of one kind of a snapshot, and leaves out those that they replace.
struct TableEditing: @unchecked Sendable {
  // Unchecked: the cells and the snapshot are only read.
  private let plan: KindPlan
  /// Nil where the snapshot has no fact of the kind.
  private let kind: SnapshotManifest.Kind?
  private let cells: KindCells
  private let edits: RowEdits
  /// By the cells' code of a text, the code in the table.
  private let codes: [Int32]
  private let firstRow: Int
  private let snapshot: Snapshot

  private var oldCount: Int { kind?.rowCount ?? 0 }
  private var count: Int { edits.count(after: oldCount) }

  /// - Parameter firstRow: To be added to the rows of the cells.
  init(
    _ plan: KindPlan, _ kind: SnapshotManifest.Kind?, _ cells: KindCells, _ edits: RowEdits, _ codes: [Int32],
    firstRow: Int, _ snapshot: Snapshot
  ) {
    self.plan = plan
    self.kind = kind
    self.cells = cells
    self.edits = edits
    self.codes = codes
    self.firstRow = firstRow
    self.snapshot = snapshot
  }

  /// How many more facts hold a text in a field.
  func change(in table: FactTable, of field: String, to code: Int32?) -> Int {
    guard let code, let index = plan.fields.firstIndex(where: { $0.text == field && $0.isKept }) else { return 0 }
    let column = table.codes(field)
    let going = edits.removed.count { column[$0] == code }
    return edits.inserted.count { self.code(index, $0.cell) == code } - going
  }

  /// Where the values of a column go.
  private struct Room {
    let memory: PrivateBytes
    let offset: Int
  }

  private enum FieldColumn: Sendable {
    case codes(Column<Int32>)
    case numbers(Column<Double>)
    case days(Column<Int32>)
    case lines(Cells<Int32>)
    /// No fact has a value in it.
    case empty
    /// There is no memory for it.
    case impossible
  }

  /// The table as it is then; nil where there is no memory for it.
  ///
  /// - Complexity: O(*n*) in rows, on all cores.
  func edited(_ table: FactTable) -> FactTable? {
    // The lines first, under no field.
    let fields: [Int?] = [nil] + plan.fields.indices.filter { plan.fields[$0].isKept }
    // Memory of its own, in one piece: what is mapped would have to be copied a page at a time, each for a fault.
    var rooms: [(field: Int?, offset: Int)] = []
    var byteCount = 0
    for field in fields {
      rooms.append((field, byteCount))
      byteCount += Snapshot.aligned(count * stride(of: field))
    }
    guard let memory = PrivateBytes.unfilled(byteCount) else { return nil }
    let columns = Parallel.map(rooms, isWorthwhile: oldCount > 10_000) { field, offset in
      let room = Room(memory: memory, offset: offset)
      return field.map { column($0, in: room) } ?? linesColumn(in: room)
    }
    var codes: [String: Column<Int32>] = [:]
    var numbers: [String: Column<Double>] = [:]
    var days: [String: Column<Int32>] = [:]
    var lines: Cells<Int32>?
    for (field, column) in zip(fields, columns) {
      let name = field.map { plan.fields[$0].text } ?? ""
      switch column {
      case .codes(let column): codes[name] = column
      case .numbers(let column): numbers[name] = column
      case .days(let column): days[name] = column
      case .lines(let cells): lines = cells
      case .empty: break
      case .impossible: return nil
      }
    }
    guard let lines else { return nil }
    var lists: [String: ListColumn] = [:]
    for (index, field) in plan.fields.enumerated() where field.isKept && field.form.shape == .list {
      lists[field.text] = list(index, table.listColumns[field.text])
    }
    return FactTable(
      rowCount: count, lines: lines, codeColumns: codes, numberColumns: numbers, dayColumns: days, listColumns: lists)
  }

  /// The bytes that a value takes; none in a field without a column.
  private func stride(of field: Int?) -> Int {
    guard let field else { return MemoryLayout<Int32>.stride }
    switch plan.fields[field].form.shape {
    case .codes, .days: return MemoryLayout<Int32>.stride
    case .numbers: return MemoryLayout<Double>.stride
    case .list, nil: return 0
    }
  }

  private func linesColumn(in room: Room) -> FieldColumn {
    let before: Cells<Int32>? = kind.map { snapshot.cells($0.lines, count: $0.rowCount) } ?? Cells([])
    let lines = before.flatMap { before in
      put(before, in: room) { Int32(truncatingIfNeeded: firstRow) + cells.rows[$0] }
    }
    return lines.map(FieldColumn.lines) ?? .impossible
  }

  private func column(_ index: Int, in room: Room) -> FieldColumn {
    let field = plan.fields[index]
    let columns: [SnapshotManifest.Column]? =
      switch field.form.shape {
      case .codes: kind?.codes
      case .days: kind?.days
      case .numbers: kind?.numbers
      case .list, nil: nil
      }
    let section = columns?.first { $0.field == field.text }?.section
    if section == nil, cells.hasNone(index) { return .empty }
    switch field.form.shape {
    case .codes:
      return column(section, absent: FactTable.noCode, in: room) { code(index, $0) }.map(FieldColumn.codes)
        ?? .impossible
    case .days:
      return column(section, absent: FactTable.noDay, in: room) { cells.words(index)[$0] }.map(FieldColumn.days)
        ?? .impossible
    case .numbers:
      return column(section, absent: .nan, in: room) { cells.numbers(index)[$0] }.map(FieldColumn.numbers)
        ?? .impossible
    case .list, nil: return .empty
    }
  }

  private func code(_ field: Int, _ cell: Int) -> Int32 {
    let code = cells.words(field)[cell]
    return code < 0 ? FactTable.noCode : codes[Int(code)]
  }

  /// - Parameter section: Nil for a column that no fact had a value in.
  /// - Returns: Nil where there is no memory for it.
  private func column<Element: ColumnValue>(
    _ section: Int?, absent: Element, in room: Room, _ value: (Int) -> Element
  ) -> Column<Element>? {
    let before: Column<Element>? = section.map { snapshot.column($0, rowCount: oldCount) } ?? .same(absent)
    guard let before else { return nil }
    if case .same(let same) = before, edits.inserted.allSatisfy({ value($0.cell).isSame(as: same) }) { return before }
    return put(before.cells(count: oldCount), in: room, value).map(Column.each)
  }

  /// The rows as they are then.
  private func put<Element: BitwiseCopyable & Sendable>(
    _ rows: Cells<Element>, in room: Room, _ value: (Int) -> Element
  ) -> Cells<Element>? {
    guard let base = room.memory.bytes.baseAddress else { return nil }
    let start = (base + room.offset).bindMemory(to: Element.self, capacity: count)
    if rows.withContiguousStorageIfAvailable({ edits.copy($0, to: start, value) }) == nil {
      Array(rows).withUnsafeBufferPointer { edits.copy($0, to: start, value) }
    }
    return Cells(UnsafePointer(start), count: count, owner: room.memory)
  }

  private func list(_ field: Int, _ before: ListColumn?) -> ListColumn? {
    if before == nil, cells.lists[field] == nil { return nil }
    var (joined, row) = (ListColumn(), 0)
    var (removed, inserted) = (edits.removed[...], edits.inserted[...])
    func add(_ values: [Int32]) {
      if !values.isEmpty { joined.set(values, row: row) }
      row += 1
    }
    for place in 0...oldCount {
      while inserted.first?.place == place, let new = inserted.popFirst() {
        add(cells.lists[field]?.values(of: new.cell).map { codes[Int($0)] } ?? [])
      }
      if place == oldCount { break }
      if removed.first == place { removed.removeFirst() } else { add(Array(before?.values(of: place) ?? [])) }
    }
    return joined.ends.isEmpty ? nil : joined
  }
}
