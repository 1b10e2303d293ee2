import CivilTime
import Query
import Statistics
import Words

/// What may still become of the shares and means on a screen: by the choice between facts that disagree, and by facts
/// that logs may hold which were not heard from since the period ended.
///
/// How many facts an unheard log holds nobody here knows. The bounds are those if it holds as many as in the period
/// before, whatever they say; without any then, there are none.
struct OpenRemarks {
  private let material: Material
  private let figures: [ScreenFigure]
  private let conditions: [Condition]
  private let period: Period
  private let frame: Frame

  init(
    _ material: Material, _ figures: [ScreenFigure], _ conditions: [Condition], _ period: Period, _ frame: Frame
  ) {
    self.material = material
    self.figures = figures.filter { $0.indicator.isShare || $0.indicator.kind == .mean }
    self.conditions = conditions
    self.period = period
    self.frame = frame
  }

  func lines() throws(QueryError) -> [Line] { try conflicts + unheard() }

  private func text(_ shown: ScreenFigure, _ interval: Interval) -> String {
    shown.label + " " + FigureText.range(interval, of: shown.indicator, frame.look)
  }

  private var conflicts: [Line] {
    let texts = figures.compactMap { shown in shown.figure.open.map { text(shown, $0) } }
    let look = frame.look
    return texts.isEmpty
      ? [] : frame.remark(look.say(DashboardWords.openChoice) + " " + texts.joined(separator: "; "), .warning)
  }

  private func unheard() throws(QueryError) -> [Line] {
    let logs = material.context.notHeardSince(period)
    guard !logs.isEmpty else { return [] }
    let look = frame.look
    let names = logs.map { log in
      look.plain(log.name) + " (" + (log.lastHeard?.iso ?? look.say(ScreenWords.neverHeard)) + ")"
    }
    var lines = frame.remark(
      look.say(DashboardWords.notHeardSince(period.text)) + " " + names.joined(separator: "; "), .warning)
    let texts = try bounds(Set(logs.flatMap(\.ids)))
    if !texts.isEmpty {
      let words = DashboardWords.asManyAsIn(period.preceding.text)
      lines += frame.remark(look.say(words) + " " + texts.joined(separator: "; "), .warning)
    }
    return lines
  }

  private func bounds(_ ids: Set<String>) throws(QueryError) -> [String] {
    guard let openEnds = material.openEnds else { return [] }
    var texts: [String] = []
    for shown in figures {
      var query = shown.query
      // The same, in the period before, in those logs alone.
      query.conditions = conditions + query.conditions.filter { $0.dimension == .informant || $0.dimension == .schaal }
      query.conditions.append(Condition(.periode, .isEqual, [period.preceding.text]))
      let count = try openEnds.countInLogs(query, ids)
      guard let interval = Self.bounds(shown.figure, with: count, of: shown.scale), count > 0 else { continue }
      texts.append(text(shown, interval) + "\u{A0}(+" + frame.look.numbers.count(count) + ")")
    }
    return texts
  }

  /// The least and the most with `count` more of which nothing is known; nil for what has no ends.
  static func bounds(_ figure: Figure, with count: Int, of scale: ClosedRange<Double>?) -> Interval? {
    guard let scale, figure.n + count > 0 else { return nil }
    let n = Double(figure.n + count)
    return Interval(
      low: (figure.numerator + Double(count) * scale.lowerBound) / n,
      high: (figure.numerator + Double(count) * scale.upperBound) / n)
  }
}
