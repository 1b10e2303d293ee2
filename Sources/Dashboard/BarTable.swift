import PlainText
import Query
import Words

/// Figures below each other, in groups that share a scale: label, value, interval, n, and something behind it.
struct BarTable {
  struct Entry {
    let label: String
    let figure: Figure
    let indicator: Indicator
    /// Another value to see it against, on the same scale.
    var reference: Double?
    var tail: [Span] = []
    /// The question that the figure answers; nil for one that cannot be taken apart.
    var query: Query?
    /// The provider it is about; nil where it is about more.
    var aanbieder: String?
    /// What it is called where it stands alone; the label where that is enough.
    var longLabel: String?

    init(label: String, figure: Figure, indicator: Indicator, tail: [Span] = [], query: Query?) {
      self.label = label
      self.figure = figure
      self.indicator = indicator
      self.tail = tail
      self.query = query
    }

    init(
      label: String,
      cell: Answer.Cell,
      reference: Double? = nil,
      tail: [Span] = [],
      aanbieder: String? = nil,
      longLabel: String? = nil
    ) {
      self.init(label: label, figure: cell.figure, indicator: cell.indicator, tail: tail, query: cell.query)
      self.reference = reference
      self.aanbieder = aanbieder
      self.longLabel = longLabel
    }
  }

  struct Group {
    /// What stands before the axis; empty for nothing.
    var title = ""
    /// Nil for figures that are not drawn.
    var scale: ClosedRange<Double>?
    let entries: [Entry]
  }

  /// A line, and the entry that it shows.
  struct Row {
    let line: Line
    var entry: Entry?
  }

  private let groups: [Group]
  private let tailHead: String
  private let look: Look
  private let label: Int
  private let values: [String]
  private let counts: [Span]
  private let count: Int
  private let bar: Int
  private let tail: Int

  init(_ groups: [Group], tailHead: String = "", longestLabel: Int? = nil, _ look: Look) {
    self.groups = groups
    self.tailHead = tailHead
    self.look = look
    let entries = groups.flatMap(\.entries)
    values = FigureText.aligned(entries.map { FigureText($0.figure.value, of: $0.indicator, look) })
    counts = entries.map { Self.count($0, look) }
    label = min(entries.map { TextWidth.of($0.label) }.max() ?? 0, longestLabel ?? (look.usableWidth < 70 ? 18 : 26))
    count = max(counts.map { TextWidth.of($0.text) }.max() ?? 1, 1)
    let tails = entries.map { TextWidth.of($0.tail.map(\.text).joined()) }
    tail = max(TextWidth.of(tailHead), tails.max() ?? 0)
    let value = values.first.map { TextWidth.of($0) } ?? 1
    let fixed = 1 + label + 1 + value + 1 + 1 + count + (tail > 0 ? 2 + tail : 0)
    bar = groups.contains { $0.scale != nil } ? max(10, min(60, look.usableWidth - fixed)) : 0
  }

  func drawn() -> [Row] {
    var rows: [Row] = []
    var index = 0
    for group in groups where !group.entries.isEmpty {
      rows += head(of: group, isFirst: rows.isEmpty)
      for entry in group.entries {
        rows.append(Row(line: line(entry, group.scale, index), entry: entry))
        index += 1
      }
    }
    return rows
  }

  /// The figures that can be taken apart, of rows that begin on a line of a screen.
  static func figures(_ rows: [Row], from first: Int) -> [ScreenFigure] {
    rows.enumerated().compactMap { index, row in
      guard let entry = row.entry, let query = entry.query else { return nil }
      return ScreenFigure(
        line: first + index, label: entry.longLabel ?? entry.label, indicator: entry.indicator, figure: entry.figure,
        query: query, aanbieder: entry.aanbieder)
    }
  }

  private func head(of group: Group, isFirst: Bool) -> [Row] {
    guard group.scale != nil || !group.title.isEmpty else { return [] }
    let before = 1 + label + 1 + (values.first.map { TextWidth.of($0) } ?? 1) + 1
    let title = TextWidth.fitted(" " + group.title, to: before, isASCII: look.isASCII)
    let axis = group.scale.map { scale in
      IntervalBar(scale: scale, width: bar, isASCII: look.isASCII).axis(axisLabels(scale, group.entries[0].indicator))
    }
    var line = Line([
      Span(title, group.title.isEmpty ? .dim : .strong), Span(axis ?? String(repeating: " ", count: bar), .dim),
    ])
    if isFirst {
      line.append(" " + TextWidth.fitted(look.say(DashboardWords.count), to: count), .dim)
      if tail > 0 { line.append("  " + tailHead, .dim) }
    }
    return [Row(line: line)]
  }

  private func line(_ entry: Entry, _ scale: ClosedRange<Double>?, _ index: Int) -> Line {
    var line = Line(" " + TextWidth.fitted(entry.label, to: label, isASCII: look.isASCII) + " ")
    line.append(values[index] + " ", .strong)
    if let scale {
      line.spans += IntervalBar(scale: scale, width: bar, isASCII: look.isASCII)
        .drawn(
          entry.figure.value, low: entry.figure.low, high: entry.figure.high, open: entry.figure.open,
          reference: entry.reference)
    } else {
      line.append(String(repeating: " ", count: bar))
    }
    line.append(" " + TextWidth.fitted(counts[index].text, to: count), counts[index].style)
    if !entry.tail.isEmpty { line.append("  ") }
    line.spans += entry.tail
    return line
  }

  /// `39 trajecten`, marked below ten; a count says it in its value already.
  private static func count(_ entry: Entry, _ look: Look) -> Span {
    let n = entry.figure.n
    let unit = entry.indicator.unit.rawValue
    let words =
      look.usableWidth < 90 ? IndicatorWords.shortUnit(unit) : IndicatorWords.unit(unit, count: n)
    if entry.indicator.kind == .count { return Span(look.say(words)) }
    let isFew = entry.indicator.isFew(entry.figure)
    return Span(
      (isFew ? look.warning + " " : "") + look.numbers.count(n) + " " + look.say(words), isFew ? .warning : .plain)
  }

  private func axisLabels(_ scale: ClosedRange<Double>, _ indicator: Indicator) -> [String] {
    let parts = indicator.isShare ? 4 : 2
    return (0...parts).map { part in
      let number = scale.lowerBound + (scale.upperBound - scale.lowerBound) * Double(part) / Double(parts)
      let scaled = indicator.isShare ? number * 100 : number
      let text = look.numbers.decimal(scaled, digits: abs(scaled - scaled.rounded()) < 1e-9 ? 0 : 1)
      return part == parts && indicator.isShare ? text + look.numbers.percentSign : text
    }
  }
}
