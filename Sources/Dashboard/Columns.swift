import PlainText

/// A table of short cells, its last column wrapped to what is left of the screen.
struct Columns {
  enum Alignment {
    case left
    case right
  }

  private let heads: [String]
  private let look: Look
  /// One a column.
  var alignment: [Alignment]
  /// Blanks between columns.
  var gap = 2

  init(_ heads: [String], _ look: Look) {
    self.heads = heads
    self.look = look
    alignment = heads.map { _ in .left }
  }

  /// - Parameter rows: Each with a cell for every head.
  func drawn(_ rows: [[Span]]) -> [Line] { grouped(rows).flatMap(\.self) }

  /// The same, the lines of each row together; those of the head first.
  func grouped(_ rows: [[Span]]) -> [[Line]] {
    var widths = heads.indices.map { column in
      max(TextWidth.of(heads[column]), rows.map { TextWidth.of($0[column].text) }.max() ?? 0)
    }
    let last = heads.count - 1
    let taken = widths.dropLast().reduce(1) { $0 + $1 + gap }
    widths[last] = min(widths[last], max(16, look.usableWidth - 1 - taken))
    return ([heads.map { Span($0, .dim) }] + rows).map { row(of: $0, widths) }
  }

  private func row(of cells: [Span], _ widths: [Int]) -> [Line] {
    let last = cells.count - 1
    let wrapped = TextWidth.wrapped(cells[last].text, to: widths[last])
    var first = Line(" ")
    for (column, cell) in cells.dropLast().enumerated() {
      let text =
        alignment[column] == .right
        ? TextWidth.rightAligned(cell.text, to: widths[column]) : TextWidth.fitted(cell.text, to: widths[column])
      first.append(text + String(repeating: " ", count: gap), cell.style)
    }
    let indent = String(repeating: " ", count: widths.dropLast().reduce(1) { $0 + $1 + gap })
    first.append(
      alignment[last] == .right ? TextWidth.rightAligned(wrapped[0], to: widths[last]) : wrapped[0], cells[last].style)
    return [first] + wrapped.dropFirst().map { Line([Span(indent), Span($0, cells[last].style)]) }
  }
}
