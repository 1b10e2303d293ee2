/// What to send to a terminal so that it shows given lines: only those that changed, so that nothing flickers.
public struct LinePainter: Sendable {
  /// What stands on the terminal, a text a row; nil where that is not known.
  private var shown: [String?] = []

  public init() {}

  /// Draws everything the next time: the terminal was cleared, or someone else wrote on it.
  public mutating func forget() { shown = [] }

  /// The text to send.
  ///
  /// - Parameters:
  ///   - lines: None wider than the terminal; those below `rows` are not shown, and rows without a line are empty.
  ///   - cursor: Where to show it, counted from 0; nil hides it.
  public mutating func text(for lines: [String], rows: Int, cursor: (row: Int, column: Int)? = nil) -> String {
    var text = ""
    if shown.count != rows {
      shown = Array(repeating: nil, count: max(0, rows))
      text += "\u{1B}[2J"
    }
    for row in shown.indices {
      let line = row < lines.count ? lines[row] : ""
      if shown[row] == line { continue }
      // Emptied first: behind a line as wide as the terminal, the cursor would stand on its last letter.
      text += "\u{1B}[\(row + 1);1H\u{1B}[K\(line)\u{1B}[0m"
      shown[row] = line
    }
    if let cursor {
      text += "\u{1B}[\(cursor.row + 1);\(cursor.column + 1)H\u{1B}[?25h"
    } else if !text.isEmpty {
      text += "\u{1B}[?25l"
    }
    // Terminals that know it show all of it at once; the others pass it over.
    return text.isEmpty ? "" : "\u{1B}[?2026h\(text)\u{1B}[?2026l"
  }
}
