import Projection

/// The values of one field for the rows of a table, in the form that the field has.
enum FieldColumn: Sendable {
  /// Codes of texts, −1 where absent.
  case codes(Cells<Int32>)
  /// Not a number where absent.
  case numbers(Cells<Double>)
  /// Days since 1970, `FactTable.noDay` where absent.
  case days(Cells<Int32>)
  /// Places in a list of names, −1 where absent.
  case named([Int8], [String])

  /// The same for rows that look it up elsewhere: a row there, or −1 for none.
  func gathered(_ rows: Cells<Int32>) -> FieldColumn {
    switch self {
    case .codes(let codes): .codes(Cells(gathering: codes, at: rows, absent: FactTable.noCode))
    case .numbers(let numbers): .numbers(Cells(gathering: numbers, at: rows, absent: .nan))
    case .days(let days): .days(Cells(gathering: days, at: rows, absent: FactTable.noDay))
    case .named(let places, let names): .named(rows.map { $0 < 0 ? -1 : places[Int($0)] }, names)
    }
  }
}
