/// Writes rows that `CSVReader`, and every other reader of RFC 4180, reads back as they were.
public enum CSVWriter {
  /// One row, without a line end.
  ///
  /// A cell is quoted where it holds the separator, a quote or a line end, or begins or ends with a space. Whether a
  /// spreadsheet would take a cell for a formula is for the caller to judge.
  public static func line(_ cells: [String], separator: UInt8 = UInt8(ascii: ",")) -> String {
    // A row of one empty cell would look like no row at all.
    if cells == [""] { return "\"\"" }
    let between = String(UnicodeScalar(separator))
    return cells.map { needsQuotes($0, separator) ? quoted($0) : $0 }.joined(separator: between)
  }

  private static func needsQuotes(_ cell: String, _ separator: UInt8) -> Bool {
    let utf8 = cell.utf8
    if utf8.first == .space || utf8.last == .space { return true }
    return utf8.contains { $0 == separator || $0 == .quote || $0 == .lineFeed || $0 == .carriageReturn }
  }

  private static func quoted(_ cell: String) -> String {
    var bytes: [UInt8] = [.quote]
    for byte in cell.utf8 {
      if byte == .quote { bytes.append(.quote) }
      bytes.append(byte)
    }
    bytes.append(.quote)
    return String(decoding: bytes, as: UTF8.self)
  }
}
