import PlainText
import Query
import Statistics
import Words

/// What was counted against what trajecten like these have elsewhere: a row a group, with E and O/E.
struct StandardisedRows {
  struct Entry {
    let label: String
    let indicator: Indicator
    let row: Standardisation.Row
  }

  private let entries: [Entry]
  /// What stands above the labels.
  private let head: Phrase
  private let look: Look

  /// - Parameter entries: Those with too few trajecten, or of which nothing is expected, are left out.
  init(_ entries: [Entry], head: Phrase, _ look: Look) {
    self.entries = entries.filter { $0.row.result != nil && $0.row.crude.n > 0 && !$0.indicator.isFew($0.row.crude) }
    self.head = head
    self.look = look
  }

  /// Nothing without entries.
  func drawn(by strata: [Dimension]) -> [Line] {
    guard !entries.isEmpty else { return [] }
    let names = strata.map { QueryWords.dimension($0.rawValue) }
    let title = look.say(ScreenWords.standardised(names))
    let heads = [
      head, ScreenWords.observed, ScreenWords.expected, Phrase(same: "O/E"), DashboardWords.interval, Phrase(same: " "),
    ]
    var columns = Columns(heads.map(look.say), look)
    columns.alignment = [.left, .right, .right, .right, .right, .left]
    return [Line()] + TextWidth.wrapped(title, to: look.usableWidth - 2).map { Line(" " + $0, .strong) }
      + columns.drawn(entries.compactMap(cells))
  }

  private func cells(_ entry: Entry) -> [Span]? {
    guard let result = entry.row.result else { return nil }
    let (numbers, interval) = (look.numbers, result.interval)
    let width = min(TextWidth.of(entry.label), look.usableWidth < 70 ? 16 : 26)
    let label = TextWidth.fitted(entry.label, to: width, isASCII: look.isASCII)
    return [
      Span(label), Span(numbers.count(result.observed)), Span(numbers.decimal(result.expected)),
      Span(numbers.decimal(result.ratio, digits: 2), .strong),
      Span(numbers.decimal(interval.low, digits: 2) + " \(look.dash) " + numbers.decimal(interval.high, digits: 2)),
      verdict(interval, entry.indicator),
    ]
  }

  /// Only where the interval leaves out 1.
  private func verdict(_ interval: Interval, _ indicator: Indicator) -> Span {
    guard interval.low > 1 || interval.high < 1 else { return Span("") }
    let isAbove = interval.low > 1
    let style: Style = indicator.style(isAbove: isAbove)
    let mark = isAbove ? look.up : look.down
    if look.usableWidth < 80 { return Span(mark, style) }
    return Span(mark + " " + look.say(isAbove ? ScreenWords.moreThanExpected : ScreenWords.lessThanExpected), style)
  }
}

extension Standardisation {
  /// For other programs: E, and O/E with its interval.
  func sides(_ keys: (String?) -> [(name: String, value: String)]) -> [ScreenFile.Side] {
    rows.flatMap { row -> [ScreenFile.Side] in
      guard let result = row.result else { return [] }
      let keys = keys(row.key)
      return [
        ScreenFile.Side(
          indicator.id + "_verwacht", Figure(value: result.expected, numerator: result.expected, n: row.crude.n),
          "trajecten", keys),
        ScreenFile.Side(
          indicator.id + "_oe",
          Figure(
            value: result.ratio, numerator: Double(result.observed), n: row.crude.n, interval: result.interval),
          "trajecten", keys),
      ]
    }
  }
}
