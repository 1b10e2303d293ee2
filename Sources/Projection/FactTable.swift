/// The facts of one kind as columns: one row a fact, in the order in which they were added.
public struct FactTable: Sendable {
  /// How many facts.
  public let rowCount: Int
  /// Per row, the number that the caller gave the fact.
  public let lines: [Int32]

  let codeColumns: [String: [Int32]]
  let numberColumns: [String: [Double]]
  let dayColumns: [String: [Int32]]
  let listColumns: [String: ListColumn]

  /// Stands in a column of codes where the field is absent.
  public static let noCode: Int32 = -1
  /// Stands in a column of days where the field is absent.
  public static let noDay = Int32.min

  /// Per row, the code in `Projection.strings` of a text, code, reference, period or boolean (`ja`, `nee`), or `noCode`.
  ///
  /// All absent for a field that is of another type or not there.
  /// - Complexity: O(1), or O(rows) for a column without a value.
  public func codes(_ field: String) -> [Int32] {
    codeColumns[field] ?? [Int32](repeating: Self.noCode, count: rowCount)
  }

  /// Per row, a whole number, decimal or amount in cents; not a number where absent.
  public func numbers(_ field: String) -> [Double] {
    numberColumns[field] ?? [Double](repeating: .nan, count: rowCount)
  }

  /// Per row, a date as days since 1970-01-01 (`CivilDate.days`), or `noDay`.
  public func days(_ field: String) -> [Int32] {
    dayColumns[field] ?? [Int32](repeating: Self.noDay, count: rowCount)
  }

  /// The codes of one row's list of texts, codes or references; empty where absent.
  public func list(_ field: String, row: Int) -> ArraySlice<Int32> {
    listColumns[field]?.values(of: row) ?? []
  }

  /// Whether any row has a value of `field`.
  public func has(_ field: String) -> Bool {
    codeColumns[field] != nil || numberColumns[field] != nil || dayColumns[field] != nil || listColumns[field] != nil
  }

  static let empty = FactTable(
    rowCount: 0, lines: [], codeColumns: [:], numberColumns: [:], dayColumns: [:], listColumns: [:])
}

/// Lists of codes, one a row, behind each other.
struct ListColumn: Sendable {
  private(set) var values: [Int32] = []
  /// Where each row's list ends; rows beyond it have none.
  private(set) var ends: [Int] = []

  mutating func set(_ list: [Int32], row: Int) {
    while ends.count < row { ends.append(values.count) }
    values.append(contentsOf: list)
    ends.append(values.count)
  }

  func values(of row: Int) -> ArraySlice<Int32> {
    guard ends.indices.contains(row) else { return [] }
    return values[(row == 0 ? 0 : ends[row - 1])..<ends[row]]
  }
}
