extension Snapshot {
  /// The facts as they were, with those of a tail; nil where what is written does not fit together.
  ///
  /// Can be done once: new texts are put behind the old ones in memory.
  func projection(with tail: Tail) -> Projection? {
    guard let before = projection() else { return nil }
    let builder = tail.builder
    // By the builder's code, the one here.
    let codes = before.strings.add(builder.strings)
    let invented = before.strings.code(of: Projection.inventedText)
    var (tables, inventedCount) = (before.tables, before.inventedCount)
    for (number, edits) in tail.edits {
      let name = builder.plan.plans[number].kind.name
      let editing = TableEditing(
        builder.plan.plans[number], manifest.kinds.first { $0.name == name }, builder.cells[number], edits, codes,
        firstRow: tail.firstRow, self)
      let table = before.table(name)
      inventedCount += editing.change(in: table, of: Projection.originField, to: invented)
      guard let edited = editing.edited(table) else { return nil }
      tables[name] = edited
    }
    let edited = Set(tail.edits.keys.map { builder.plan.plans[$0].kind.name })
    return Projection(
      strings: before.strings, invalidLines: before.invalidLines, inventedCount: inventedCount, tables: tables,
      rowsByCode: rowsByCode(exceptOf: edited, textCount: before.strings.count))
  }

  /// What is ready of the kinds that stayed as they were, with an entry for each new text.
  private func rowsByCode(exceptOf edited: Set<String>, textCount: Int) -> [Projection.RowsByCode: Cells<Int32>] {
    var found: [Projection.RowsByCode: Cells<Int32>] = [:]
    for kind in manifest.kinds where !edited.contains(kind.name) {
      for column in kind.rowsByCode {
        guard capacity(column.section, of: Int32.self) >= textCount,
          let rows = values(column.section, Int32.self, count: manifest.strings.count), let start = rows.baseAddress
        else { continue }
        (start + rows.count).initialize(repeating: -1, count: textCount - rows.count)
        found[Projection.RowsByCode(kind: kind.name, field: column.field)] = Cells(
          UnsafePointer(start), count: textCount, owner: memory)
      }
    }
    return found
  }
}
