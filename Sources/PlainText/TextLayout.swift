/// Text made to fit columns.
public enum TextLayout {
  public enum Alignment: Sendable { case left, right, centre }

  /// The text with spaces up to `width` columns; as it is when it is wider.
  public static func padded(_ text: String, to width: Int, _ alignment: Alignment = .left) -> String {
    let room = max(0, width - TextWidth.of(text))
    let before =
      switch alignment {
      case .left: 0
      case .right: room
      case .centre: room / 2
      }
    return String(repeating: " ", count: before) + text + String(repeating: " ", count: room - before)
  }

  /// The beginning of a text in at most `width` columns, with a mark at its end where something was left out.
  public static func shortened(_ text: String, to width: Int, mark: String = "…") -> String {
    if TextWidth.of(text) <= width { return text }
    let room = width - TextWidth.of(mark)
    guard room >= 0 else { return "" }
    return beginning(of: text, within: room) + mark
  }

  /// The text in lines of at most `width` columns, broken at spaces; a word that is wider is broken inside.
  ///
  /// Line ends in the text stay, and spaces at the beginning of a line indent the lines that it is broken into.
  /// - Parameter width: At least 2; less counts as 2.
  public static func wrapped(_ text: String, to width: Int) -> [String] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).flatMap {
      wrappedLine(String($0), to: max(2, width))
    }
  }

  private static func wrappedLine(_ line: String, to width: Int) -> [String] {
    if TextWidth.of(line) <= width { return [line] }
    let indentWidth = min(line.prefix { $0 == " " }.count, width / 2)
    let indent = String(repeating: " ", count: indentWidth)
    var lines: [String] = []
    var current = indent
    var isEmpty = true
    for word in line.split(separator: " ") {
      var rest = String(word)
      if !isEmpty {
        if TextWidth.of(current) + 1 + TextWidth.of(rest) <= width {
          current += " " + rest
          continue
        }
        lines.append(current)
        current = indent
      }
      while TextWidth.of(rest) > width - indentWidth {
        var piece = beginning(of: rest, within: width - indentWidth)
        // A wide character in a room of one column: it goes there all the same, or this would not end.
        if piece.isEmpty { piece = String(rest.prefix(1)) }
        lines.append(indent + piece)
        rest.removeFirst(piece.count)
      }
      current = indent + rest
      isEmpty = rest.isEmpty
    }
    if !isEmpty || lines.isEmpty { lines.append(current) }
    return lines
  }

  private static func beginning(of text: String, within width: Int) -> String {
    var used = 0
    var kept = ""
    for character in text {
      used += TextWidth.of(character)
      if used > width { break }
      kept.append(character)
    }
    return kept
  }
}
