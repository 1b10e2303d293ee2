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
    var codes: [String: Cells<Int32>] = [:]
    var numbers: [String: Cells<Double>] = [:]
    var days: [String: Cells<Int32>] = [:]
    var lists: [String: ListColumn] = [:]
    for (index, field) in plan.fields.enumerated() where field.isKept {
      if field.form.shape != .list, sources.allSatisfy({ $0.cells.hasNone(index) }) { continue }
      switch field.form.shape {
      case .codes:
        codes[field.text] = column { source, cell in
          let code = source.cells.words(index)?[cell] ?? FactTable.noCode
          return code < 0 ? FactTable.noCode : source.codes[Int(code)]
        }
      case .days: days[field.text] = column { source, cell in source.cells.words(index)?[cell] ?? FactTable.noDay }
      case .numbers: numbers[field.text] = column { source, cell in source.cells.numbers(index)?[cell] ?? .nan }
      case .list: lists[field.text] = list(index)
      case nil: break
      }
    }
    let lines = column { source, cell in source.cells.rows[cell] + Int32(truncatingIfNeeded: source.firstRow) }
    return FactTable(
      rowCount: count, lines: lines, codeColumns: codes, numberColumns: numbers, dayColumns: days, listColumns: lists)
  }

  private func column<Element: BitwiseCopyable & Sendable>(
    _ value: @Sendable (Source, Int) -> Element
  ) -> Cells<Element> {
    Cells(count: count) { start in
      nonisolated(unsafe) let target = start
      _ = Parallel.map(Array(sources.indices), isWorthwhile: count > 10_000) { index in
        let source = sources[index]
        var place = offsets[index]
        func add(_ cell: Int) {
          (target + place).initialize(to: value(source, cell))
          place += 1
        }
        if let places = source.used.places {
          for cell in places { add(Int(cell)) }
        } else {
          for cell in 0..<source.cells.count { add(cell) }
        }
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
