import PlainText

extension Line {
  /// The line in at most `width` columns; an end that was cut off is marked.
  func cut(to width: Int, isASCII: Bool) -> Line {
    var line = Line()
    var used = 0
    for span in spans {
      let taken = TextWidth.of(span.text)
      if used + taken <= width {
        line.spans.append(span)
        used += taken
      } else {
        line.append(TextWidth.fitted(span.text, to: width - used, isASCII: isASCII), span.style)
        return line
      }
    }
    return line
  }

  /// The line with `mark` in the place of the blank that it starts with.
  func marked(_ mark: String) -> Line {
    guard let first = spans.first, first.text.first == " " else { return self }
    return Line([Span(mark, .strong), Span(String(first.text.dropFirst()), first.style)] + spans.dropFirst())
  }
}
