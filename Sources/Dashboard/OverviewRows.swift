import CivilTime
import PlainText
import Query
import Words

/// The middle of the overview: its rows laid out in columns.
struct OverviewRows {
  private struct Cells {
    let series: TimeSeries
    let title: String
    let value: FigureText
    let unit: String
    let sparkline: String
    let change: Span?
  }

  private let look: Look
  private let shares: [Cells]
  private let satisfaction: [Cells]
  private let amounts: [Cells]

  init(_ look: Look, shares: [TimeSeries], satisfaction: [TimeSeries], amounts: [TimeSeries]) {
    self.look = look
    func cells(_ series: [TimeSeries]) -> [Cells] { series.map { Self.cells($0, look) } }
    self.shares = cells(shares)
    // By scale, since rows of one scale stand under one axis.
    self.satisfaction = cells(satisfaction.sorted { ($0.scale?.upperBound ?? 0) < ($1.scale?.upperBound ?? 0) })
    self.amounts = cells(amounts)
  }

  private static func cells(_ series: TimeSeries, _ look: Look) -> Cells {
    let n = series.now?.n ?? 0
    let isFew = series.now.map(series.indicator.isFew) ?? false
    let unitName = series.indicator.unit.rawValue
    let unit = look.usableWidth < 70 ? IndicatorWords.shortUnit(unitName) : IndicatorWords.unit(unitName, count: n)
    let change = Change(from: series.before, to: series.now)
    return Cells(
      series: series,
      title: look.plain(series.indicator.label(series.informant, look)),
      value: FigureText(series.now?.value, of: series.indicator, look),
      unit: series.indicator.kind == .count
        ? look.say(unit) : (isFew ? look.warning + " " : "") + look.numbers.count(n) + " " + look.say(unit),
      sparkline: Sparkline.drawn(series.figures.map { $0?.value }, isASCII: look.isASCII),
      change: change.map { $0.span(of: series.indicator, look) })
  }

  /// A line, and the series that it shows, if any.
  struct Row {
    let line: Line
    var series: TimeSeries?
    var title = ""
  }

  /// - Parameter length: Of each of the periods.
  func drawn(periodCount: Int, of length: Period.Length) -> [Row] {
    let all = shares + satisfaction + amounts
    let values = FigureText.aligned(all.map(\.value))
    let layout = Layout(
      look, titles: all.map(\.title), values: values, units: all.map(\.unit),
      changes: all.map { $0.change?.text ?? "" }, periodCount: periodCount,
      periods: look.say(length.words("\(periodCount)")))
    var rows: [Row] = []
    var index = 0
    func draw(_ section: [Cells], axis: [String], scale: (TimeSeries) -> ClosedRange<Double>?) {
      if let first = section.first, let range = scale(first.series) {
        let bar = IntervalBar(scale: range, width: layout.bar, isASCII: look.isASCII)
        rows.append(Row(line: layout.head(bar.axis(axis), isFirst: rows.isEmpty)))
      }
      for cells in section {
        let bar = scale(cells.series).map { IntervalBar(scale: $0, width: layout.bar, isASCII: look.isASCII) }
        rows.append(Row(line: row(cells, values[index], bar, layout), series: cells.series, title: cells.title))
        index += 1
      }
    }
    draw(shares, axis: ["0", "25", "50", "75", "100" + look.numbers.percentSign]) { _ in 0...1 }
    var scales: [ClosedRange<Double>] = []
    for scale in satisfaction.compactMap(\.series.scale) where !scales.contains(scale) { scales.append(scale) }
    for scale in scales {
      let labels = [scale.lowerBound, (scale.lowerBound + scale.upperBound) / 2, scale.upperBound].map { number in
        look.numbers.decimal(number, digits: number == number.rounded() ? 0 : 1)
      }
      draw(satisfaction.filter { $0.series.scale == scale }, axis: labels) { $0.scale }
    }
    draw(amounts, axis: []) { _ in nil }
    return rows
  }

  private func row(_ cells: Cells, _ value: String, _ bar: IntervalBar?, _ layout: Layout) -> Line {
    var line = Line(" " + TextWidth.fitted(cells.title, to: layout.title, isASCII: look.isASCII))
    line.append(" " + value + " ", .strong)
    if let bar {
      let now = cells.series.now
      line.spans += bar.drawn(now?.value, low: now?.low, high: now?.high, open: now?.open)
    } else {
      line.append(String(repeating: " ", count: layout.bar))
    }
    let few = cells.unit.hasPrefix(look.warning)
    line.append(" " + TextWidth.fitted(cells.unit, to: layout.unit), few ? .warning : .plain)
    if layout.hasSparkline { line.append(" " + cells.sparkline, .dim) }
    line.append(" ")
    if let change = cells.change { line.append(change.text, change.style) }
    return line
  }

  /// The widths of the columns.
  private struct Layout {
    let look: Look
    let title: Int
    let value: Int
    let bar: Int
    let unit: Int
    let hasSparkline: Bool
    /// What stands above the sparklines; empty where there is no room for it.
    let periods: String

    init(
      _ look: Look,
      titles: [String],
      values: [String],
      units: [String],
      changes: [String],
      periodCount: Int,
      periods: String
    ) {
      self.look = look
      let widest = { (texts: [String]) in texts.map { TextWidth.of($0) }.max() ?? 0 }
      title = min(widest(titles), look.usableWidth < 90 ? 21 : 26)
      value = widest(values)
      unit = widest(units)
      // The head stands above the sparklines and the changes behind them.
      let beyond = TextWidth.of(periods) - periodCount - 2
      let change = max(widest(changes), look.usableWidth < 90 ? 0 : beyond)
      let fixed = 1 + title + 1 + value + 1 + 1 + unit + 1 + change + 1
      let withSparkline = look.usableWidth - fixed - periodCount - 1
      hasSparkline = withSparkline >= 14
      bar = max(10, hasSparkline ? withSparkline : look.usableWidth - fixed)
      self.periods = TextWidth.of(periods) <= periodCount + 2 + change ? periods : ""
    }

    func head(_ axis: String, isFirst: Bool) -> Line {
      var text = String(repeating: " ", count: 1 + title + 1 + value + 1) + axis
      if isFirst {
        text += " " + TextWidth.fitted(look.say(DashboardWords.count), to: unit)
        if hasSparkline { text += " " + periods }
      }
      return Line(text, .dim)
    }
  }
}

extension Period.Length {
  /// `8 kwartalen`.
  func words(_ count: String) -> Phrase {
    switch self {
    case .year: DashboardWords.years(count)
    case .half: DashboardWords.halves(count)
    case .quarter: DashboardWords.quarters(count)
    case .month: DashboardWords.months(count)
    }
  }
}
