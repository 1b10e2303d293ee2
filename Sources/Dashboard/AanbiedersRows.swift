import PlainText
import Query
import Statistics
import Words

/// The aanbieders with their intervals on one scale, and what the funnel says of each.
struct AanbiedersRows {
  private struct Entry {
    let label: String
    let isUnknown: Bool
    let figure: Figure
    let scale: ClosedRange<Double>?
    let verdict: FunnelVerdict?
    /// A count says nothing about what it is a share of, and so is never too small.
    let isTooFew: Bool
  }

  private let indicator: Indicator
  private let look: Look
  private let entries: [Entry]
  private let target: Double?
  private let targetTexts: [String]

  init(_ indicator: Indicator, _ each: QueryResult, _ all: QueryResult, _ labels: Labels, _ look: Look) {
    self.indicator = indicator
    self.look = look
    target = all.dimensions.isEmpty ? all.rows.first?.figures[0].value : nil
    let target = target
    entries = each.rows.map { row in
      let figure = row.figures[0]
      let limits = indicator.kind == .rate ? target.flatMap { FunnelLimits(target: $0, denominator: figure.n) } : nil
      let names = zip(each.dimensions, row.keys).map { look.say(labels.text($1, of: $0)) }
      return Entry(
        label: look.plain(names.joined(separator: " ")), isUnknown: row.keys[0] == nil, figure: figure,
        scale: row.scale,
        verdict: figure.value.flatMap { limits?.judgement(of: $0) }.map { FunnelVerdict($0, of: indicator, look) },
        isTooFew: indicator.kind != .count && figure.n == 0 || indicator.isFew(figure))
    }
    targetTexts = all.rows.compactMap { row in
      guard row.figures[0].value != nil, indicator.kind != .count else { return nil }
      let whose = zip(all.dimensions, row.keys).map { look.say(labels.text($1, of: $0)) + " " }.joined()
      return whose + FigureText(row.figures[0].value, of: indicator, look).text
    }
  }

  /// The points of a funnel plot: those that may be shown.
  var funnelPoints: [FunnelPlot.Point] {
    entries.filter { !$0.isTooFew && !$0.isUnknown }.compactMap { entry in
      entry.figure.value.map { FunnelPlot.Point(label: entry.label, n: entry.figure.n, share: $0) }
    }
  }

  /// The names as they stand on the screen, in its order.
  var labels: [String] { entries.map(\.label) }

  /// How many lines stand above the first of them.
  var headCount: Int { targetTexts.isEmpty ? 1 : 2 }

  func drawn() -> [Line] {
    let shown = entries.filter { !$0.isTooFew }
    let values = FigureText.aligned(shown.map { FigureText($0.figure.value, of: indicator, look) })
    let label = min(entries.map { TextWidth.of($0.label) }.max() ?? 0, look.usableWidth < 90 ? 18 : 26)
    let value = values.first.map { TextWidth.of($0) } ?? 1
    let count = entries.map { TextWidth.of(look.numbers.count($0.figure.n)) }.max() ?? 1
    let unit = look.say(IndicatorWords.unit(indicator.unit.rawValue, count: 2))
    let verdict = max(TextWidth.of(unit), entries.map { TextWidth.of(judgementSpan($0).text) }.max() ?? 0)
    let fixed = 1 + label + 2 + value + 2 + 2 + count + 2 + verdict
    let bar = IntervalBar(
      scale: scale, width: max(12, min(60, look.usableWidth - 1 - fixed)), parts: 4, isASCII: look.isASCII)

    var lines: [Line] = []
    if !targetTexts.isEmpty {
      let against = look.say(DashboardWords.against(targetTexts.joined(separator: look.separator)))
      lines.append(Line(" " + against, .dim))
    }
    let head =
      String(repeating: " ", count: 1 + label + 2 + value + 2) + bar.axis(axisLabels)
      + "  " + TextWidth.rightAligned(look.say(DashboardWords.count), to: count)
    lines.append(Line(head + "  " + unit, .dim))
    var index = 0
    for entry in entries {
      var line = Line(" " + TextWidth.fitted(entry.label, to: label, isASCII: look.isASCII) + "  ")
      if entry.isTooFew {
        line.append(look.say(DashboardWords.tooFew(look.numbers.count(entry.figure.n))), .dim)
      } else {
        line.append(values[index] + "  ", .strong)
        index += 1
        line.spans += bar.drawn(entry.figure.value, low: entry.figure.low, high: entry.figure.high)
        line.append("  " + TextWidth.rightAligned(look.numbers.count(entry.figure.n), to: count) + "  ")
        line.spans.append(judgementSpan(entry))
      }
      lines.append(line)
    }
    return lines
  }

  private func judgementSpan(_ entry: Entry) -> Span {
    if entry.isTooFew { return Span("") }
    if entry.figure.isOfFewAnswers, let text = NonresponseRemark.text(entry.figure, indicator, look) {
      return Span(look.warning + " " + text.split(separator: "\u{A0}").joined(separator: " "), .warning)
    }
    guard let verdict = entry.verdict else { return Span("") }
    return verdict.span(look.usableWidth < 70 ? .word : .sentence)
  }

  /// The scale of the bars: the answers' own, or from 0 to a round number above every interval.
  private var scale: ClosedRange<Double> {
    let scales = entries.compactMap(\.scale)
    if let first = scales.first {
      return scales.reduce(first) { min($0.lowerBound, $1.lowerBound)...max($0.upperBound, $1.upperBound) }
    }
    let highest = entries.filter { !$0.isTooFew }.map { $0.figure.high ?? $0.figure.value ?? 0 }.max() ?? 1
    if indicator.isShare { return 0...([0.1, 0.2, 0.4, 0.6, 0.8].first { $0 >= highest } ?? 1) }
    return 0...RoundNumber.above(highest)
  }

  private var axisLabels: [String] {
    let length = scale.upperBound - scale.lowerBound
    return (0...4).map { part in
      let number = scale.lowerBound + length * Double(part) / 4
      let scaled = indicator.isShare ? number * 100 : number
      let isWhole = abs(scaled - scaled.rounded()) < 1e-9
      let text = look.numbers.decimal(scaled, digits: isWhole ? 0 : 1)
      return part == 4 && indicator.isShare ? text + look.numbers.percentSign : text
    }
  }
}

/// Round numbers for the ends of scales.
enum RoundNumber {
  /// The smallest of 1, 2, 4, 5, 8, 10 times a power of ten that is not below `value`; 1 for 0 and less.
  static func above(_ value: Double) -> Double {
    guard value > 0, value.isFinite else { return 1 }
    var power = 1.0
    while power * 10 < value { power *= 10 }
    while power > value { power /= 10 }
    return [1, 2, 4, 5, 8, 10].map { $0 * power }.first { $0 >= value } ?? value
  }
}
