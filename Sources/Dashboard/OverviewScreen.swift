import CivilTime
import Projection
import Query
import Vocabulary
import Words

/// "Hoe gaat het?": every indicator in one period, with its interval, its last eight periods and its change.
public struct OverviewScreen {
  private let projection: Projection
  private let vocabulary: Vocabulary
  private let context: Context
  private let conditions: [Condition]
  private let period: Period?

  /// - Parameters:
  ///   - conditions: What the figures are limited to.
  ///   - period: Of any length; nil for the newest quarter in which a traject ended.
  public init(
    _ projection: Projection,
    vocabulary: Vocabulary,
    context: Context,
    where conditions: [Condition] = [],
    period: Period? = nil
  ) {
    self.projection = projection
    self.vocabulary = vocabulary
    self.context = context
    self.conditions = conditions
    self.period = period
  }

  /// The questions whose figures the screen shows: those of trajecten, and those of each informant; none without facts.
  ///
  /// - Throws: `QueryError` when a condition has a value that its dimension does not have.
  public func questions() throws(QueryError) -> [Query] {
    let reader = TimeSeriesReader(projection: projection, vocabulary: vocabulary, conditions: conditions)
    var last = period
    if last == nil { last = try reader.newestQuarter() }
    guard let last else { return [] }
    let limits = conditions + [Condition(.periode, .isEqual, [last.text])]
    return [Self.shares + Self.amounts, Self.answers].map { ids in
      Query(ids.flatMap { Indicator.named($0) }, where: limits)
    }
  }

  private static let shares = ["doelrealisatie", "uitval_smal", "uitval_breed", "voortijdig"]
  private static let amounts = ["doorlooptijd", "instroom", "uitstroom"]
  private static let answers = ["tevredenheid", "respons"]
  private static let periodCount = 8

  /// - Throws: `QueryError` when a condition has a value that its dimension does not have.
  public func drawn(_ look: Look) throws(QueryError) -> Screen {
    let frame = Frame(look: look, context: context, hasInventedData: projection.inventedCount > 0)
    let reader = TimeSeriesReader(projection: projection, vocabulary: vocabulary, conditions: conditions)
    var last = period
    if last == nil { last = try reader.newestQuarter() }
    guard let last else {
      let reasons = try EmptyReason(projection, vocabulary).phrases(conditions)
      return frame.empty(
        DashboardWords.howIsItGoing, reasons ?? [DashboardWords.nothingEnded],
        reasons == nil ? Commands.toRecordTrajecten : [])
    }
    let (counted, figures) = try reader.read(Self.shares + Self.amounts, last: last, count: Self.periodCount)
    let (answered, answers) = try reader.read(Self.answers, last: last, count: Self.periodCount)
    let satisfaction = answered.filter { $0.indicator.id == "tevredenheid" && $0.scale != nil }
    let rows = OverviewRows(
      look, shares: counted.filter { $0.indicator.isShare }, satisfaction: satisfaction,
      amounts: counted.filter { !$0.indicator.isShare })

    var lines = frame.head(DashboardWords.howIsItGoing, [Scope(conditions, context).text(look), last.text])
    let headCount = lines.count
    let drawn = rows.drawn(periodCount: Self.periodCount, of: last.length)
    let shown = drawn.enumerated().compactMap { index, row -> ScreenFigure? in
      guard let series = row.series, let now = series.now, let query = series.newest else { return nil }
      return ScreenFigure(
        line: headCount + index, label: row.title, indicator: series.indicator, figure: now, query: query)
    }
    lines += drawn.map(\.line)
    if !drawn.isEmpty { lines.append(look.ruler()) }
    lines += frame.standing
    if shown.allSatisfy({ $0.figure.n == 0 }) {
      let limits = conditions + [Condition(.periode, .isEqual, [last.text])]
      lines += (try EmptyReason(projection, vocabulary).phrases(limits) ?? []).flatMap {
        frame.remark(look.say($0), .warning)
      }
    }
    lines += missing(counted, frame)
    lines += responseWarnings(answered, frame)
    lines += frame.notes(of: [figures, answers]) { note in
      // Its number is that of all the periods, and what doorlooptijd lacks in this one has been said.
      if case .endedWithoutStart = note { false } else { true }
    }
    lines += legend(counted + satisfaction, since: last.preceding, frame)
    lines += frame.definitions(of: [figures, answers])
    lines += frame.next(Commands.afterOverview(look.language))
    var screen = Screen(lines)
    screen.headCount = headCount
    screen.figures = shown
    screen.indicators = figures.indicators + answers.indicators
    screen.period = last
    return screen
  }

  /// What the figures lack, each thing once.
  private func missing(_ series: [TimeSeries], _ frame: Frame) -> [Line] {
    var seen: [String] = []
    for one in series {
      guard let now = one.now, now.missing > 0, let words = IndicatorWords(for: one.indicator.id) else { continue }
      let text = frame.look.say(DashboardWords.notCounted(frame.look.numbers.count(now.missing), words.missing))
      if !seen.contains(text) { seen.append(text) }
    }
    return seen.flatMap { frame.remark($0) }
  }

  /// Below half, the answers may well not be those of all.
  private func responseWarnings(_ series: [TimeSeries], _ frame: Frame) -> [Line] {
    series.filter { $0.indicator.id == "respons" }.flatMap { one -> [Line] in
      guard let now = one.now, let share = now.value, share < 0.5, let informant = one.informant else { return [] }
      let numbers = frame.look.numbers
      let words = DashboardWords.response(
        numbers.percentage(share, digits: 0), DashboardWords.informant(informant))
      let counts = DashboardWords.of(numbers.decimal(now.numerator, digits: 0), numbers.count(now.n))
      let unit = IndicatorWords.unit(one.indicator.unit.rawValue, count: now.n)
      return frame.remark("\(frame.look.say(words)) (\(frame.look.say(counts)) \(frame.look.say(unit)))", .warning)
    }
  }

  private func legend(_ series: [TimeSeries], since period: Period, _ frame: Frame) -> [Line] {
    let look = frame.look
    var texts = [look.say(DashboardWords.changeUnit) + ", " + look.say(DashboardWords.since(period.text))]
    let changes = series.compactMap { Change(from: $0.before, to: $0.now) }
    if changes.contains(where: \.isBeyondChance) {
      texts.append("\(look.up)\(look.down) \(look.say(DashboardWords.changeMark))")
    }
    if series.contains(where: { ($0.now?.n ?? 0) > 0 && ($0.now?.n ?? 0) < Figure.smallestShown }) {
      texts.append("\(look.warning) \(look.say(DashboardWords.smallNumber))")
    }
    return frame.remark(texts.joined(separator: look.separator), .dim)
  }
}
