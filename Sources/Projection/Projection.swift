import Platform

/// Used facts as columns, ready to be counted.
///
/// A used fact is a live one that counts for figures (`SyncSpecs/state.md`); which they are is the caller's to say.
public struct Projection: Sendable {
  /// The texts behind the codes in the tables.
  public let strings: StringTable
  /// The rows of the facts whose payload breaks the vocabulary's rules: they are in no table and no figure.
  public let invalidLines: [Int32]
  /// How many facts say that their data are invented (`herkomst_data`).
  public let inventedCount: Int
  static let originField = "herkomst_data"
  static let inventedText = "verzonnen"

  let tables: [String: FactTable]
  /// What `rows(of:byCodesOf:)` has ready.
  private let rowsByCode: [RowsByCode: Cells<Int32>]

  struct RowsByCode: Hashable, Sendable {
    let kind: String
    let field: String
  }

  init(
    strings: StringTable, invalidLines: [Int32], inventedCount: Int, tables: [String: FactTable],
    rowsByCode: [RowsByCode: Cells<Int32>]
  ) {
    self.strings = strings
    self.invalidLines = invalidLines
    self.inventedCount = inventedCount
    self.tables = tables
    self.rowsByCode = rowsByCode
  }

  /// What a builder made of the lines of one file.
  public struct Part: @unchecked Sendable {
    // Unchecked: builders are only read from here on.
    let builder: ProjectionBuilder
    /// To be added to the rows that the builder was given.
    let firstRow: Int

    public init(_ builder: ProjectionBuilder, firstRow: Int) {
      self.builder = builder
      self.firstRow = firstRow
    }
  }

  /// Puts columns together.
  ///
  /// - Parameters:
  ///   - parts: In the order of their rows, all of one plan.
  ///   - texts: Their texts, joined.
  ///   - isUsed: By row.
  ///   - isLast: Give the columns of the parts back one by one, so that both are never there at once; nothing can be
  ///     made of the parts then.
  /// - Complexity: O(*n*) in facts, on all cores.
  public init(_ parts: [Part], _ texts: JoinedTexts, isUsed: [Bool], isLast: Bool = true) {
    rowsByCode = [:]
    strings = texts.strings
    guard let plan = parts.first?.builder.plan else {
      (self.invalidLines, self.inventedCount, self.tables) = ([], 0, [:])
      return
    }
    invalidLines = parts.flatMap { part in
      part.builder.invalidRows.map { $0 + Int32(truncatingIfNeeded: part.firstRow) }.filter { isUsed[Int($0)] }
    }
    for part in parts where isLast { part.builder.removeSlotHashes() }
    let used = Parallel.map(parts) { part in
      plan.plans.indices.map { UsedRows(part.builder.cells[$0], firstRow: part.firstRow, isUsed) }
    }
    var tables: [String: FactTable] = [:]
    for (kind, kindPlan) in plan.plans.enumerated() {
      let joining = zip(parts, zip(used, texts.codes)).map { part, both in
        TableJoining.Source(cells: part.builder.cells[kind], used: both.0[kind], firstRow: part.firstRow, codes: both.1)
      }
      if let table = TableJoining(kindPlan, joining).table() { tables[kindPlan.kind.name] = table }
      for part in parts where isLast { part.builder.cells[kind].freeColumns() }
    }
    self.tables = tables
    inventedCount = tables.values.reduce(0) { count, table in
      guard let code = texts.strings.code(of: Self.inventedText), let column = table.codeColumns[Self.originField]
      else {
        return count
      }
      return count + column.count(of: code, rowCount: table.rowCount)
    }
  }

  /// The facts of a kind; an empty table when there are none.
  public func table(_ kind: String) -> FactTable {
    tables[kind] ?? .empty
  }

  /// How many facts are in the tables.
  public var factCount: Int { tables.values.reduce(0) { $0 + $1.rowCount } }

  /// By string code, the row in the table of a kind that has it in a field, or −1; of several rows the last.
  ///
  /// For a field that is the whole slot of its kind there is at most one row; such tables that are large are ready in
  /// a projection that was read from a snapshot.
  ///
  /// - Returns: An entry for each string.
  /// - Complexity: O(1), or O(rows and strings).
  public func rows(of kind: String, byCodesOf field: String) -> Cells<Int32> {
    if let ready = rowsByCode[RowsByCode(kind: kind, field: field)] { return ready }
    let codes = table(kind).codes(field)
    let count = strings.count
    return Cells(count: count) { rows in
      rows.initialize(repeating: -1, count: count)
      for row in codes.indices where codes[row] >= 0 && Int(codes[row]) < count {
        rows[Int(codes[row])] = Int32(truncatingIfNeeded: row)
      }
    }
  }
}
