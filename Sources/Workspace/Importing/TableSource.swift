import CanonicalJSON
import Tabular
import Vocabulary
import Words

/// The rows of a table of text.
struct TableSource: ImportSource {
  let sort = "csv"
  private(set) var kinds: [String] = []
  var rejectsHeader: [String] { reader.header }
  var separator: UInt8 { reader.separator }
  var encoding: TextEncoding { reader.encoding }
  var hasReplacements: Bool { reader.hasReplacements }
  /// The columns that are not read, by name.
  var leftOut: [String] { columns.columns.filter { $0.isLeftOut && !$0.name.isEmpty }.map(\.name) }

  private var reader: CSVReader
  private var columns: ImportColumns
  private let kind: Kind?
  private let vocabulary: Vocabulary
  private let checker: RowChecker
  private var plans: [String: ImportColumns.Plan] = [:]

  /// Reads the header, and looks all rows through for what refuses the whole file.
  init(_ bytes: [UInt8], _ request: ImportRequest, kind: Kind?, vocabulary: Vocabulary) throws(ImportError) {
    let reader = CSVReader(bytes)
    if let problem = reader.headerProblem {
      throw .header(path: request.path, line: reader.headerLine, problem)
    }
    if reader.header.isEmpty { throw .empty(path: request.path) }
    self.reader = reader
    self.kind = kind
    self.vocabulary = vocabulary
    checker = RowChecker(vocabulary: vocabulary, prefix: request.prefix)
    columns = try ImportColumns(reader.header, request, given: kind)
    if kind == nil, columns.kindColumn == nil { throw .noKind(path: request.path) }
    try lookThrough(reader)
  }

  /// Counts, for each column, values and values that pass the elfproef; and finds the kinds.
  private mutating func lookThrough(_ rows: CSVReader) throws(ImportError) {
    var screen = BsnScreen(columnCount: rows.header.count)
    var found: [String: Kind] = [:]
    if let kind { found[kind.name] = kind }
    // With one kind for all, only columns that hold text need a look.
    var looked = columns.columns.filter { !$0.isLeftOut && !$0.isKind }.map(\.index)
    if let kind, columns.kindColumn == nil {
      try columns.check([kind])
      looked = looked.filter { columns.columns[$0].field(of: kind)?.type.isScreenedForBsn ?? true }
    }
    if !looked.isEmpty || columns.kindColumn != nil {
      for row in rows where row.problem == nil {
        for index in looked { screen.look(at: row.cells[index], column: index) }
        if let place = columns.kindColumn, let kind = self.kind(row.cells[place]) { found[kind.name] = kind }
      }
    }
    for column in columns.columns where column.name.isEmpty && screen.valueCounts[column.index] == 0 {
      columns.leaveOut(column.index)
    }
    let all = found.values.sorted { $0.name < $1.name }
    try columns.check(all)
    for column in columns.columns where screen.isMostlyBsn(column.index) {
      let types = all.compactMap { column.field(of: $0)?.type }
      if types.contains(where: \.isScreenedForBsn) {
        throw .bsnValues(
          column: column.name, passing: screen.passingCounts[column.index], of: screen.valueCounts[column.index])
      }
    }
    kinds = all.map(\.name)
  }

  private func kind(_ cell: String) -> Kind? {
    let text = Spelling.trimmed(cell)
    return text.isEmpty ? kind : vocabulary.kind(matching: text)
  }

  mutating func next() -> ImportRow? {
    guard let row = reader.next() else { return nil }
    if let problem = row.problem { return Self.refused(row, [ImportWords.phrase(of: problem)]) }
    var kind = self.kind
    if let place = columns.kindColumn {
      guard let named = self.kind(row.cells[place]) else {
        let text = Spelling.trimmed(row.cells[place])
        let phrase =
          text.isEmpty
          ? ImportWords.noKindInRow
          : ImportWords.unknownKind(text, nearest: vocabulary.nearestKinds(to: text))
        return Self.refused(row, [RowChecker.withoutBsn(phrase)])
      }
      kind = named
    }
    guard let kind else { return Self.refused(row, [ImportWords.noKindInRow]) }
    if kind.isReserved { return Self.refused(row, [ErrorWords.reservedKind(kind.name)]) }
    return read(row, plan(for: kind))
  }

  private mutating func plan(for kind: Kind) -> ImportColumns.Plan {
    if let plan = plans[kind.name] { return plan }
    let plan = columns.plan(for: kind)
    plans[kind.name] = plan
    return plan
  }

  private func read(_ row: CSVRow, _ plan: ImportColumns.Plan) -> ImportRow {
    var payload = JSONObject()
    var problems: [Phrase] = []
    var unread: Set<String> = []
    var failed: [Int] = []
    for (cell, field) in plan.fields where !row.cells[cell].isEmpty {
      do throws(ReadingError) {
        let value = try field.value(reading: row.cells[cell], vocabulary: vocabulary)
        payload[field.name] = checker.prefixed(value, field.type)
      } catch {
        if error.reason == .empty { continue }
        failed.append(cell)
        unread.insert(field.name)
        let isBsn = Bsn.isIn(row.cells[cell], exemptsDates: !field.type.isScreenedForBsn)
        problems.append(isBsn ? VocabularyWords.bsnValue(field: field.name) : error.phrase)
      }
    }
    for cell in plan.foreign where !Spelling.trimmed(row.cells[cell]).isEmpty {
      problems.append(
        VocabularyWords.unknownField(
          name: reader.header[cell], kind: plan.kind.name, nearest: plan.kind.nearestFields(to: reader.header[cell])))
    }
    problems += checker.problems(in: payload, kind: plan.kind, unread: unread)
    return ImportRow(
      line: row.line, content: problems.isEmpty ? .fact(plan.kind, payload, replaces: []) : .refused(problems),
      cells: row.cells, kind: plan.kind.name, failedCells: failed)
  }

  private static func refused(_ row: CSVRow, _ problems: [Phrase]) -> ImportRow {
    ImportRow(line: row.line, content: .refused(problems), cells: row.cells)
  }

  /// The cells, as many as the header has, with those that may hold a BSN blanked: all that pass the elfproef, but
  /// for numbers and days that were read as such.
  func rejectedCells(of row: ImportRow) -> [String] {
    var cells = row.cells
    let plan = row.kind.flatMap { plans[$0] }
    for index in cells.indices where Bsn.isIn(cells[index]) {
      let field = plan?.fields.first { $0.cell == index }?.field
      let isRead = field.map { !$0.type.isScreenedForBsn } == true && !row.failedCells.contains(index)
      if !isRead { cells[index] = Self.blank }
    }
    let width = reader.header.count
    while cells.count < width { cells.append("") }
    if cells.count > width {
      // What is too much stays together in the last column, so that the reason keeps its own.
      let rest = cells[(width - 1)...].joined(separator: String(UnicodeScalar(separator)))
      cells = Array(cells[..<(width - 1)]) + [rest]
    }
    return cells
  }
}
