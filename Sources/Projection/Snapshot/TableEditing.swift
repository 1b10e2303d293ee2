import Platform

/// Puts new rows among those of one kind of a snapshot, and takes out those that they replace.
struct TableEditing: @unchecked Sendable {
  // Unchecked: the cells and the snapshot are only read, and each column is changed by one thread.
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

  /// How many more facts hold a text in a field; to be asked before the table is changed.
  func change(in table: FactTable, of field: String, to code: Int32?) -> Int {
    guard let code, let index = plan.fields.firstIndex(where: { $0.text == field && $0.isKept }) else { return 0 }
    let column = table.codes(field)
    let going = edits.removed.count { column[$0] == code }
    return edits.inserted.count { self.code(index, $0.cell) == code } - going
  }

  private enum Column: Sendable {
    case codes(Cells<Int32>)
    case numbers(Cells<Double>)
    case days(Cells<Int32>)
    case lines(Cells<Int32>)
    /// No fact has a value in it.
    case empty
    /// There is no memory for it.
    case impossible
  }

  /// The table as it is then; nil where the snapshot has no memory for it.
  ///
  /// - Complexity: O(*n*) in the rows behind the first one that changes, on all cores.
  func edited(_ table: FactTable) -> FactTable? {
    // The lines first, under no field.
    let fields: [Int?] = [nil] + plan.fields.indices.filter { plan.fields[$0].isKept }
    let columns = Parallel.map(fields, isWorthwhile: oldCount > 10_000) { field in
      field.map { column($0) } ?? linesColumn
    }
    var codes: [String: Cells<Int32>] = [:]
    var numbers: [String: Cells<Double>] = [:]
    var days: [String: Cells<Int32>] = [:]
    var lines: Cells<Int32>?
    for (field, column) in zip(fields, columns) {
      let name = field.map { plan.fields[$0].text } ?? ""
      switch column {
      case .codes(let cells): codes[name] = cells
      case .numbers(let cells): numbers[name] = cells
      case .days(let cells): days[name] = cells
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

  private var linesColumn: Column {
    let lines: Cells<Int32>? = column(kind?.lines, absent: 0) { Int32(truncatingIfNeeded: firstRow) + cells.rows[$0] }
    return lines.map(Column.lines) ?? .impossible
  }

  private func column(_ index: Int) -> Column {
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
    case .codes: return column(section, absent: FactTable.noCode) { code(index, $0) }.map(Column.codes) ?? .impossible
    case .days:
      return column(section, absent: FactTable.noDay) { cells.words(index)?[$0] ?? FactTable.noDay }.map(Column.days)
        ?? .impossible
    case .numbers:
      return column(section, absent: .nan) { cells.numbers(index)?[$0] ?? .nan }.map(Column.numbers) ?? .impossible
    case .list, nil: return .empty
    }
  }

  private func code(_ field: Int, _ cell: Int) -> Int32 {
    let code = cells.words(field)?[cell] ?? FactTable.noCode
    return code < 0 ? FactTable.noCode : codes[Int(code)]
  }

  /// - Parameter section: Nil for a column that no fact had a value in.
  private func column<Element: BitwiseCopyable & Sendable>(
    _ section: Int?, absent: Element, _ value: (Int) -> Element
  ) -> Cells<Element>? {
    guard let section else {
      return Cells(count: count) { start in
        start.initialize(repeating: absent, count: count)
        edits.apply(to: start, count: oldCount, value)
      }
    }
    guard let values = snapshot.values(section, Element.self, count: oldCount), let start = values.baseAddress,
      snapshot.capacity(section, of: Element.self) >= count
    else { return nil }
    edits.apply(to: start, count: oldCount, value)
    return Cells(UnsafePointer(start), count: count, owner: snapshot.memory)
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
