import Platform

/// Which rows of a kind in one part are used.
struct UsedRows: Sendable {
  /// Places among the part's rows of that kind, in order; nil where all are used.
  let places: [Int32]?
  let count: Int

  init(_ cells: KindCells, firstRow: Int, _ isUsed: [Bool]) {
    var unused = 0
    for place in 0..<cells.count where !isUsed[Int(cells.rows[place]) + firstRow] { unused += 1 }
    count = cells.count - unused
    if unused == 0 {
      places = nil
      return
    }
    var places: [Int32] = []
    places.reserveCapacity(count)
    for place in 0..<cells.count where isUsed[Int(cells.rows[place]) + firstRow] {
      places.append(Int32(truncatingIfNeeded: place))
    }
    self.places = places
  }

  /// Calls `body` with the place of each used row among those, and among all `cellCount` of the part.
  @inline(__always)
  func forEach(of cellCount: Int, _ body: (_ place: Int, _ cell: Int) -> Void) {
    if let places {
      places.withUnsafeBufferPointer { places in
        for place in places.indices { body(place, Int(places[place])) }
      }
    } else {
      for cell in 0..<cellCount { body(cell, cell) }
    }
  }
}

/// Puts the columns of one kind, from several parts, behind each other.
struct TableJoining {
  struct Source: @unchecked Sendable {
    // Unchecked: cells are only read from here on.
    let cells: KindCells
    let used: UsedRows
    let firstRow: Int
    /// By the part's code of a text, the code in the joint table.
    let codes: [Int32]
  }

  private let plan: KindPlan
  private let sources: [Source]
  /// Where the rows of each source begin.
  private let offsets: [Int]
  private let count: Int

  init(_ plan: KindPlan, _ sources: [Source]) {
    self.plan = plan
    self.sources = sources.filter { $0.used.count > 0 }
    var offsets: [Int] = []
    var count = 0
    for source in self.sources {
      offsets.append(count)
      count += source.used.count
    }
    self.offsets = offsets
    self.count = count
  }

  /// Nil without rows.
  func table() -> FactTable? {
    if count == 0 { return nil }
    var codes: [String: Column<Int32>] = [:]
    var numbers: [String: Column<Double>] = [:]
    var days: [String: Column<Int32>] = [:]
    var lists: [String: ListColumn] = [:]
    for (index, field) in plan.fields.enumerated() where field.isKept {
      if field.form.shape != .list, sources.allSatisfy({ $0.cells.hasNone(index) }) { continue }
      switch field.form.shape {
      case .codes: codes[field.text] = codeColumn(index)
      case .days: days[field.text] = dayColumn(index)
      case .numbers: numbers[field.text] = numberColumn(index)
      case .list: lists[field.text] = list(index)
      case nil: break
      }
    }
    return FactTable(
      rowCount: count, lines: lineColumn(), codeColumns: codes, numberColumns: numbers, dayColumns: days,
      listColumns: lists)
  }

  private func codeColumn(_ field: Int) -> Column<Int32> {
    column({ $0.words(field) }) { source, code in code < 0 ? FactTable.noCode : source.codes[Int(code)] }
  }

  private func dayColumn(_ field: Int) -> Column<Int32> { column({ $0.words(field) }) { $1 } }

  private func numberColumn(_ field: Int) -> Column<Double> { column({ $0.numbers(field) }) { $1 } }

  private func lineColumn() -> Cells<Int32> {
    cells { source, target in
      let firstRow = Int32(truncatingIfNeeded: source.firstRow)
      source.used.forEach(of: source.cells.count) { place, cell in target[place] = source.cells.rows[cell] + firstRow }
    }
  }

  /// - Parameter value: What a value of a source is in the joint table.
  @inline(__always)
  private func column<Element: ColumnValue>(
    _ columnOf: @Sendable (KindCells) -> GrowingColumn<Element>, _ value: @Sendable (Source, Element) -> Element
  ) -> Column<Element> {
    let first = value(sources[0], columnOf(sources[0].cells).same)
    let areAllSame = sources.allSatisfy { source in
      let column = columnOf(source.cells)
      return column.values == nil && value(source, column.same).isSame(as: first)
    }
    if areAllSame { return .same(first) }
    return .each(
      cells { source, target in
        let column = columnOf(source.cells)
        guard let values = column.values else {
          return target.initialize(repeating: value(source, column.same), count: source.used.count)
        }
        source.used.forEach(of: source.cells.count) { place, cell in target[place] = value(source, values[cell]) }
      })
  }

  /// Cells of which each source fills its own rows.
  private func cells<Element: ColumnValue>(
    _ fill: @Sendable (Source, UnsafeMutablePointer<Element>) -> Void
  ) -> Cells<Element> {
    Cells(count: count) { start in
      nonisolated(unsafe) let target = start
      _ = Parallel.map(Array(sources.indices), isWorthwhile: count > 10_000) { index in
        fill(sources[index], target + offsets[index])
      }
    }
  }

  private func list(_ field: Int) -> ListColumn? {
    var joined = ListColumn()
    for (source, offset) in zip(sources, offsets) {
      guard let lists = source.cells.lists[field] else { continue }
      let cells = source.used.places?.map { Int($0) } ?? Array(0..<source.cells.count)
      for (place, cell) in cells.enumerated() where !lists.values(of: cell).isEmpty {
        joined.set(lists.values(of: cell).map { source.codes[Int($0)] }, row: offset + place)
      }
    }
    return joined.ends.isEmpty ? nil : joined
  }
}
