import PlainText

/// The cells of tables and screens.
extension TextWidth {
  /// The text in exactly `width` columns: blanks added behind it, or its end cut off and marked.
  static func fitted(_ text: String, to width: Int, isASCII: Bool = false) -> String {
    let taken = of(text)
    if taken <= width { return text + String(repeating: " ", count: width - taken) }
    if width <= 0 { return "" }
    let mark = isASCII ? "~" : "…"
    var (result, used) = ("", 0)
    for character in text {
      let next = of(String(character))
      if used + next > width - 1 { break }
      result.append(character)
      used += next
    }
    return result + mark + String(repeating: " ", count: width - 1 - used)
  }

  /// The text with blanks before it, up to `width` columns.
  static func rightAligned(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - of(text))) + text
  }

  /// The text in lines of at most `width` columns, broken between words; a longer word stands alone.
  ///
  /// A no-break space keeps two words together, and is a plain one in the result.
  static func wrapped(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, of(line) + 1 + of(String(word)) > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines.map { String($0.map { $0 == "\u{A0}" ? " " : $0 }) }
  }
}
