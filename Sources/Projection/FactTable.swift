/// The facts of one kind as columns: one row a fact, in the order in which they stand in the logs.
public struct FactTable: Sendable {
  /// How many facts.
  public let rowCount: Int
  /// Per row, the number that the caller gave the fact.
  public let lines: Cells<Int32>

  let codeColumns: [String: Column<Int32>]
  let numberColumns: [String: Column<Double>]
  let dayColumns: [String: Column<Int32>]
  let listColumns: [String: ListColumn]

  /// Stands in a column of codes where the field is absent.
  public static let noCode: Int32 = -1
  /// Stands in a column of days where the field is absent.
  public static let noDay = Int32.min

  /// Per row, the code in `Projection.strings` of a text, code, reference, period or boolean (`ja`, `nee`), or `noCode`.
  ///
  /// All absent for a field that is of another type or not there.
  public func codes(_ field: String) -> Cells<Int32> {
    (codeColumns[field] ?? .same(Self.noCode)).cells(count: rowCount)
  }

  /// Per row, a whole number, decimal or amount in cents; not a number where absent.
  public func numbers(_ field: String) -> Cells<Double> {
    (numberColumns[field] ?? .same(.nan)).cells(count: rowCount)
  }

  /// Per row, a date as days since 1970-01-01 (`CivilDate.days`), or `noDay`.
  public func days(_ field: String) -> Cells<Int32> {
    (dayColumns[field] ?? .same(Self.noDay)).cells(count: rowCount)
  }

  /// The codes of one row's list of texts, codes or references; empty where absent.
  public func list(_ field: String, row: Int) -> ArraySlice<Int32> {
    listColumns[field]?.values(of: row) ?? []
  }

  static let empty = FactTable(
    rowCount: 0, lines: Cells(repeating: 0, count: 0), codeColumns: [:], numberColumns: [:], dayColumns: [:],
    listColumns: [:])
}
