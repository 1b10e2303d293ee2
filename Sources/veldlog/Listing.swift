import PlainText
import CanonicalJSON
import Tabular
import Terminal
import Words

/// Rows that a command shows as a table, or gives to another program as JSON, CSV or Markdown.
struct Listing {
  struct Column {
    let key: String
    let title: Phrase
    var isNumber = false
  }

  var columns: [Column]
  var rows: [[String]] = []
  /// What `--format json` prints; a list of objects of texts where it is not set.
  var json: JSONValue?
  /// Said instead of an empty table.
  var empty: Phrase

  func print(on console: Console) {
    switch console.format {
    case .json: console.out(json ?? .array(rows.map(object)))
    case .csv:
      console.out(Self.csvLine(columns.map(\.key)))
      for row in rows { console.out(Self.csvLine(row)) }
    case .markdown:
      console.out("| " + columns.map { $0.title[console.language] }.joined(separator: " | ") + " |")
      console.out("| " + columns.map { $0.isNumber ? "---:" : "---" }.joined(separator: " | ") + " |")
      for row in rows {
        console.out("| " + row.map { Self.replacing("|", with: "\\|", in: $0) }.joined(separator: " | ") + " |")
      }
    case .table: printTable(on: console)
    }
  }

  private func object(_ row: [String]) -> JSONValue {
    var object = JSONObject()
    for (column, cell) in zip(columns, row) { object[column.key] = .string(cell) }
    return .object(object)
  }

  private func printTable(on console: Console) {
    if rows.isEmpty {
      console.out(empty)
      return
    }
    let titles = columns.map { $0.title[console.language] }
    var widths = titles.map(TextWidth.of)
    for row in rows {
      for (index, cell) in row.enumerated() where index < widths.count {
        widths[index] = max(widths[index], TextWidth.of(cell))
      }
    }
    func line(_ cells: [String]) -> String {
      var parts: [String] = []
      for (index, cell) in cells.enumerated() where index < widths.count {
        let space = String(repeating: " ", count: max(0, widths[index] - TextWidth.of(cell)))
        let isLast = index == columns.count - 1
        parts.append(columns[index].isNumber ? space + cell : isLast ? cell : cell + space)
      }
      return parts.joined(separator: "  ")
    }
    console.out(line(titles))
    console.out(line(widths.map { String(repeating: "─", count: $0) }))
    for row in rows { console.out(line(row)) }
  }

  static func csvLine(_ cells: [String]) -> String { CSVWriter.line(cells) }

  static func replacing(_ old: String, with new: String, in text: String) -> String {
    text.split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
  }
}
