/// A table of counts with the totals of its rows and columns, and of sections of its rows where it has those.
///
///     let table = CrossTable([[20, 3], [40, 30], [15, 25]])
///     table?.suppressed(by: rule)  // hides the 3, and what would give it away
///
/// A row is a group: what a cell is a share of is the total of its row.
public struct CrossTable: Sendable, Equatable {
  /// A line of the table as it is printed: a row, the sum of a section of rows, or the sum of all.
  public enum Line: Sendable, Equatable {
    case row(Int)
    case section(Int)
    case total
  }

  /// A place in a line.
  public enum Column: Sendable, Equatable {
    case column(Int)
    case total
  }

  public let rowCount: Int
  public let columnCount: Int
  public let sections: [Range<Int>]
  /// One a cell: line by line (rows, then sections, then the total), and in a line by column with its total at the end.
  public let counts: [Int]
  /// That the columns of a line add up to its total, the rows of a section to it, and all to the last line.
  public let relations: [CellRelation]

  /// Nil without rows or columns, when rows are not equally long, when a count is below 0, when sums do not fit an
  /// integer, or when sections overlap, are empty or name rows that there are not.
  ///
  /// - Complexity: O(*n*) in cells.
  public init?(_ rows: [[Int]], sections: [Range<Int>] = []) {
    guard let columnCount = rows.first?.count, columnCount > 0, rows.allSatisfy({ $0.count == columnCount }),
      rows.allSatisfy({ $0.allSatisfy { $0 >= 0 } }), Self.areApart(sections, within: rows.indices)
    else { return nil }
    self.columnCount = columnCount
    self.sections = sections
    rowCount = rows.count
    // Checked once for the largest sum, which all others are part of.
    var sum = 0
    for count in rows.joined() {
      let (next, hasOverflown) = sum.addingReportingOverflow(count)
      guard !hasOverflown else { return nil }
      sum = next
    }
    func added(_ lines: some Sequence<[Int]>) -> [Int] {
      lines.reduce([Int](repeating: 0, count: columnCount)) { sums, line in zip(sums, line).map { $0 + $1 } }
    }
    let lines = rows + sections.map { added(rows[$0]) } + [added(rows)]
    counts = lines.flatMap { $0 + [$0.reduce(0, +)] }
    relations = Self.relations(rowCount: rows.count, columnCount, sections)
  }

  private static func areApart(_ sections: [Range<Int>], within rows: Range<Int>) -> Bool {
    var end = rows.lowerBound
    for section in sections.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      guard section.lowerBound >= end, section.upperBound <= rows.upperBound, !section.isEmpty else { return false }
      end = section.upperBound
    }
    return true
  }

  private static func relations(rowCount: Int, _ columnCount: Int, _ sections: [Range<Int>]) -> [CellRelation] {
    let width = columnCount + 1
    let total = rowCount + sections.count
    var relations = (0...total).map { line in
      CellRelation(line * width + columnCount, is: (0..<columnCount).map { line * width + $0 })
    }
    let loose = (0..<rowCount).filter { row in !sections.contains { $0.contains(row) } }
    for column in 0..<width {
      for (index, section) in sections.enumerated() {
        relations.append(CellRelation((rowCount + index) * width + column, is: section.map { $0 * width + column }))
      }
      let parts = loose + sections.indices.map { rowCount + $0 }
      relations.append(CellRelation(total * width + column, is: parts.map { $0 * width + column }))
    }
    return relations
  }

  /// The number of a cell in `counts`; nil when there is no such cell.
  public func cell(_ line: Line, _ column: Column) -> Int? {
    let lineIndex: Int
    switch line {
    case .row(let row):
      guard (0..<rowCount).contains(row) else { return nil }
      lineIndex = row
    case .section(let section):
      guard sections.indices.contains(section) else { return nil }
      lineIndex = rowCount + section
    case .total: lineIndex = rowCount + sections.count
    }
    switch column {
    case .column(let column):
      guard (0..<columnCount).contains(column) else { return nil }
      return lineIndex * (columnCount + 1) + column
    case .total: return lineIndex * (columnCount + 1) + columnCount
    }
  }

  /// Why each cell must be hidden, by its number; totals of lines are shares of nothing.
  public func reasons(of rule: SmallCellRule) -> [Int: SmallCellRule.Reason] {
    var reasons: [Int: SmallCellRule.Reason] = [:]
    for cell in counts.indices {
      let total = cell - cell % (columnCount + 1) + columnCount
      reasons[cell] = rule.reason(toHide: counts[cell], of: cell == total ? nil : counts[total])
    }
    return reasons
  }

  /// What to hide of this table by `rule`; nil when it has more cells than `CellSuppression` takes.
  ///
  /// - Parameter published: The cells of this table that an earlier export shows.
  /// - Complexity: See `CellSuppression`.
  public func suppressed(by rule: SmallCellRule, published: Set<Int> = []) -> CellSuppression? {
    CellSuppression(counts, relations: relations, sensitive: Set(reasons(of: rule).keys), published: published)
  }
}
