import Statistics

/// A figure and its interval, drawn on a scale: `···|···├──●──┤··|····`.
struct IntervalBar {
  /// The ends of the scale; the low one below the high one.
  let scale: ClosedRange<Double>
  /// In columns, at least 5.
  let width: Int
  /// How many parts the ticks cut the scale into.
  let parts: Int
  let isASCII: Bool

  init(scale: ClosedRange<Double>, width: Int, parts: Int = 4, isASCII: Bool) {
    self.scale = scale
    self.width = max(5, width)
    self.parts = max(1, parts)
    self.isASCII = isASCII
  }

  /// The column in which `value` lies; what lies beyond the scale stands at its end.
  func column(of value: Double) -> Int {
    let length = scale.upperBound - scale.lowerBound
    guard length > 0, value.isFinite else { return 0 }
    let share = min(max((value - scale.lowerBound) / length, 0), 1)
    return Int((share * Double(width - 1)).rounded())
  }

  /// The columns of the ticks between the ends.
  var ticks: [Int] {
    (1..<max(parts, 1)).map { Int((Double($0) / Double(parts) * Double(width - 1)).rounded()) }
  }

  /// - Parameters:
  ///   - low: With `high`, the ends of the interval; nil draws the point alone.
  ///   - open: The least and the most it could still be, each marked by a parenthesis beside the value.
  ///   - reference: Another value, to compare with; the value itself hides it.
  func drawn(
    _ value: Double?,
    low: Double?,
    high: Double?,
    open: Interval? = nil,
    reference: Double? = nil
  ) -> [Span] {
    let dot: Character = isASCII ? "." : "·"
    var cells = [Character](repeating: dot, count: width)
    for tick in ticks { cells[tick] = "|" }
    guard let value else {
      if let reference { cells[column(of: reference)] = Self.referenceMark(isASCII: isASCII) }
      return [Span(String(cells), .dim)]
    }
    var (first, last) = (column(of: value), column(of: value))
    if let low, let high {
      (first, last) = (min(first, column(of: low)), max(last, column(of: high)))
      for index in first...last { cells[index] = isASCII ? "-" : "─" }
      cells[first] = isASCII ? "[" : "├"
      cells[last] = isASCII ? "]" : "┤"
    }
    if let reference { cells[column(of: reference)] = Self.referenceMark(isASCII: isASCII) }
    if let open {
      // Beside the value, also where the scale is too coarse to part them.
      let place = column(of: value)
      if open.low < value, place > 0 { cells[min(column(of: open.low), place - 1)] = "(" }
      if open.high > value, place < width - 1 { cells[max(column(of: open.high), place + 1)] = ")" }
    }
    cells[column(of: value)] = isASCII ? "o" : "●"
    return [
      Span(String(cells[..<first]), .dim), Span(String(cells[first...last]), .strong),
      Span(String(cells[(last + 1)...]), .dim),
    ]
  }

  static func referenceMark(isASCII: Bool) -> Character { isASCII ? "x" : "◇" }

  /// A line of labels above their ticks, evenly spread from the first to the last.
  ///
  /// Where there is no room for all, the middle one and the ends are left; then the ends; then nothing.
  func axis(_ labels: [String]) -> String {
    let middle = labels.count % 2 == 1 ? [labels.count / 2] : []
    for shown in [Array(labels.indices), [0] + middle + [labels.count - 1], [0, labels.count - 1]] {
      if labels.count > 1, let line = axis(labels, showing: shown) { return line }
    }
    return String(repeating: " ", count: width)
  }

  /// Nil when two labels would touch.
  private func axis(_ labels: [String], showing shown: [Int]) -> String? {
    var line = ""
    for index in shown {
      let length = labels[index].count
      let place = index * (width - 1) / (labels.count - 1)
      let start = index == 0 ? 0 : index == labels.count - 1 ? width - length : place - length / 2
      guard start >= line.count + (line.isEmpty ? 0 : 1) else { return nil }
      line += String(repeating: " ", count: start - line.count) + labels[index]
    }
    return line
  }
}
