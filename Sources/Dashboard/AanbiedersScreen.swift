import CivilTime
import Projection
import Query
import Statistics
import Vocabulary
import Words

/// "Wie wijkt af?": one indicator per aanbieder over a year, each against all together.
///
/// Alphabetical and without rank numbers. A share below ten in the denominator is not shown; one beyond the funnel's 95 %
/// limits is to be watched, and only one beyond 99,8 % is striking.
public struct AanbiedersScreen {
  private let indicator: Indicator
  private let projection: Projection
  private let vocabulary: Vocabulary
  private let context: Context
  private let conditions: [Condition]
  private let period: Period?

  /// - Parameters:
  ///   - conditions: What the figures are limited to.
  ///   - period: Of any length; nil for the four quarters up to the newest in which a traject ended.
  public init(
    _ indicator: Indicator,
    on projection: Projection,
    vocabulary: Vocabulary,
    context: Context,
    where conditions: [Condition] = [],
    period: Period? = nil
  ) {
    self.indicator = indicator
    self.projection = projection
    self.vocabulary = vocabulary
    self.context = context
    self.conditions = conditions
    self.period = period
  }

  /// - Throws: `QueryError` when a condition has a value that its dimension does not have.
  public func drawn(_ look: Look) throws(QueryError) -> Screen {
    let frame = Frame(look: look, context: context, hasInventedData: projection.inventedCount > 0)
    guard let window = try window(look) else {
      let reasons = try EmptyReason(projection, vocabulary).phrases(conditions)
      return frame.empty(
        DashboardWords.whoDiffers, reasons ?? [DashboardWords.nothingEnded],
        reasons == nil ? Commands.toRecordTrajecten : [])
    }
    let limits = conditions + window.conditions
    let question = Query([indicator], per: [.aanbieder], where: limits)
    let each = try question.evaluate(on: projection, vocabulary: vocabulary)
    let all = try Query([indicator], where: limits).evaluate(on: projection, vocabulary: vocabulary)
    guard !each.rows.isEmpty else {
      let reasons = try EmptyReason(projection, vocabulary).phrases(limits)
      var screen = frame.empty(
        DashboardWords.whoDiffers, reasons ?? [DashboardWords.nothingForIndicator],
        reasons == nil ? Commands.toRecordTrajecten : [])
      screen.period = window.step
      return screen
    }
    let title = indicator.words.title
    var lines = frame.head(
      DashboardWords.whoDiffers,
      [look.say(DashboardWords.perAanbieder(title)), Scope(conditions, context).text(look), window.text])
    let headCount = lines.count
    let rows = AanbiedersRows(indicator, each, all, Labels(vocabulary), look)
    lines += rows.drawn()
    if indicator.kind == .rate, !each.dimensions.contains(.informant) {
      let target = all.rows.first?.figures[0].value
      lines += FunnelPlot(points: rows.funnelPoints, target: target ?? 0, look).drawn()
    }
    lines.append(look.ruler())
    lines += remarks(all, frame)
    lines += frame.notes(of: [each]) { note in
      // For doorlooptijd this is what is missing, and said already.
      if case .endedWithoutStart = note { indicator.kind != .duration } else { true }
    }
    lines += frame.remark(look.say(QueryWords.vocabulary(each.vocabularyVersion)), .dim)
    lines += frame.next(Commands.afterAanbieders(indicator.id, look.language))
    var screen = Screen(lines)
    screen.headCount = headCount
    screen.figures = zip(each.rows, rows.labels).enumerated().map { index, entry in
      ScreenFigure(
        line: headCount + rows.headCount + index, label: "\(look.say(title))\(look.separator)\(entry.1)",
        indicator: indicator, figure: entry.0.figures[0], query: question.narrowed(to: entry.0, of: each),
        aanbieder: entry.0.keys[0])
    }
    screen.indicators = [indicator]
    screen.period = window.step
    return screen
  }

  /// The question whose figures the screen shows; nil without facts.
  ///
  /// - Throws: `QueryError` when a condition has a value that its dimension does not have.
  public func question() throws(QueryError) -> Query? {
    guard let window = try window(Look()) else { return nil }
    return Query([indicator], per: [.aanbieder], where: conditions + window.conditions)
  }

  private func window(_ look: Look) throws(QueryError) -> Window? {
    try Window(
      period, TimeSeriesReader(projection: projection, vocabulary: vocabulary, conditions: conditions), look)
  }

  private func remarks(_ all: QueryResult, _ frame: Frame) -> [Line] {
    let look = frame.look
    var lines: [Line] = []
    if case let words = indicator.words {
      lines += frame.remark("\(indicator.definition): \(look.say(words.definition))")
      for row in all.rows where row.figures[0].missing > 0 {
        let text = look.say(
          DashboardWords.notCounted(look.numbers.count(row.figures[0].missing), words.missing))
        let whose = zip(all.dimensions, row.keys).map { look.say(Labels(vocabulary).text($1, of: $0)) }
        lines += frame.remark((whose.isEmpty ? "" : whose.joined(separator: look.separator) + ": ") + text)
      }
    }
    lines += frame.remark(look.say(indicator.kind == .rate ? DashboardWords.chance : DashboardWords.noFunnel), .dim)
    if context.conflictCount > 0 { lines += frame.standing }
    return lines
  }
}
