extension Snapshot {
  /// The facts as they were; nil where what is written does not fit together. Only of a snapshot that is whole.
  func projection() -> Projection? {
    guard let strings = strings(), let invalid = values(manifest.invalidRows, Int32.self) else { return nil }
    var tables: [String: FactTable] = [:]
    var rowsByCode: [Projection.RowsByCode: Cells<Int32>] = [:]
    for kind in manifest.kinds {
      guard let table = table(kind) else { return nil }
      tables[kind.name] = table
      for column in kind.rowsByCode {
        guard let rows: Cells<Int32> = cells(column.section, count: strings.count) else { return nil }
        rowsByCode[Projection.RowsByCode(kind: kind.name, field: column.field)] = rows
      }
    }
    return Projection(
      strings: strings, invalidLines: Array(invalid), inventedCount: manifest.inventedCount, tables: tables,
      rowsByCode: rowsByCode)
  }

  private func strings() -> StringTable? {
    let written = manifest.strings
    guard let bytes = values(written.bytes, UInt8.self), let starts = values(written.starts, Int.self),
      let hashes = values(written.hashes, UInt32.self, count: written.count),
      let places = values(written.places, UInt64.self)
    else { return nil }
    let room = min(capacity(written.starts, of: Int.self) - 1, capacity(written.hashes, of: UInt32.self))
    return StringTable(
      in: .init(bytes: bytes, starts: starts, hashes: hashes, places: places),
      room: (texts: room, bytes: capacity(written.bytes, of: UInt8.self)), owner: memory)
  }

  private func table(_ kind: SnapshotManifest.Kind) -> FactTable? {
    guard let lines: Cells<Int32> = cells(kind.lines, count: kind.rowCount) else { return nil }
    func columns<Element>(_ columns: [SnapshotManifest.Column]) -> [String: Column<Element>]? {
      var found: [String: Column<Element>] = [:]
      for column in columns {
        guard let values: Column<Element> = self.column(column.section, rowCount: kind.rowCount) else { return nil }
        found[column.field] = values
      }
      return found
    }
    guard let codes: [String: Column<Int32>] = columns(kind.codes),
      let numbers: [String: Column<Double>] = columns(kind.numbers),
      let days: [String: Column<Int32>] = columns(kind.days), let lists = lists(kind)
    else { return nil }
    return FactTable(
      rowCount: kind.rowCount, lines: lines, codeColumns: codes, numberColumns: numbers, dayColumns: days,
      listColumns: lists)
  }

  private func lists(_ kind: SnapshotManifest.Kind) -> [String: ListColumn]? {
    var found: [String: ListColumn] = [:]
    for list in kind.lists {
      guard let codes = values(list.values, Int32.self), let ends = values(list.ends, Int.self),
        let column = ListColumn(values: Array(codes), ends: Array(ends))
      else { return nil }
      found[list.field] = column
    }
    return found
  }
}
