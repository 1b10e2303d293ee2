import CivilTime
import Query
import Words

/// "Hoe gaat het?": every indicator in one period, with its interval, its last eight periods and its change.
struct OverviewScreen {
  private let material: Material
  private let conditions: [Condition]
  private let period: Period?

  private static let trajecten = [
    "doelrealisatie", "uitval_smal", "uitval_breed", "voortijdig", "doorlooptijd", "instroom", "uitstroom",
  ]
  private static let withoutHelp = ["zonder_hulp_verder"]
  private static let answers = ["tevredenheid", "respons"]
  private static let periodCount = 8

  /// - Parameters:
  ///   - conditions: What the figures are limited to.
  ///   - period: Of any length; nil for the newest quarter in which a traject ended.
  init(_ material: Material, where conditions: [Condition] = [], period: Period? = nil) {
    self.material = material
    self.conditions = conditions
    self.period = period
  }

  private func last() throws(QueryError) -> Period? {
    if let period { return period }
    return try material.reader(conditions).newestQuarter()
  }

  private func limits(_ last: Period) -> [Condition] { conditions + [Condition(.periode, .isEqual, [last.text])] }

  /// With what open conflicts may make of its figures; none without facts.
  func answers() throws(QueryError) -> [Answer] {
    guard let last = try last() else { return [] }
    return try answers(in: last)
  }

  /// Those of trajecten, and those of each informant.
  private func answers(in last: Period) throws(QueryError) -> [Answer] {
    var answers: [Answer] = []
    for ids in [Self.trajecten, Self.withoutHelp, Self.answers] {
      let query = Query(ids.flatMap { Indicator.named($0) }, where: limits(last))
      answers.append(try material.bounded(try material.answer(query)))
    }
    return answers
  }

  func drawn(_ look: Look) throws(QueryError) -> Screen {
    guard let last = try last() else { return try material.empty(DashboardWords.howIsItGoing, conditions, look) }
    let frame = material.frame(look)
    let reader = material.reader(conditions)
    let bounded = material.context.conflictCount > 0 ? try answers(in: last) : []
    func read(_ ids: [String]) throws(QueryError) -> (series: [TimeSeries], result: QueryResult) {
      let (series, result) = try reader.read(ids, last: last, count: Self.periodCount)
      return (series.map { $0.with(bounded) }, result)
    }
    let counted = try read(Self.trajecten)
    let withoutHelp = try read(Self.withoutHelp)
    let answered = try read(Self.answers)
    let satisfaction = answered.series.filter { $0.indicator.id == "tevredenheid" && $0.scale != nil }
    let ofInformants = withoutHelp.series.filter { series in series.figures.contains { ($0?.n ?? 0) > 0 } }
    let rows = OverviewRows(
      look, shares: counted.series.filter(\.indicator.isShare) + ofInformants, satisfaction: satisfaction,
      amounts: counted.series.filter { !$0.indicator.isShare })
    let results = [counted.result, withoutHelp.result, answered.result]

    var lines = frame.head(DashboardWords.howIsItGoing, [Scope(conditions, material.context).text(look), last.text])
    let headCount = lines.count
    let drawn = rows.drawn(periodCount: Self.periodCount, of: last.length)
    let shown = drawn.enumerated().compactMap { index, row -> ScreenFigure? in
      guard let series = row.series, let now = series.now, let query = series.newest else { return nil }
      return ScreenFigure(
        line: headCount + index, label: row.title, indicator: series.indicator, figure: now, query: query,
        scale: series.scale, change: Change(from: series.before, to: now), since: last.preceding.text)
    }
    lines += drawn.map(\.line)
    if !drawn.isEmpty { lines.append(look.ruler()) }
    lines += frame.standing
    lines += try OpenRemarks(material, shown, conditions, last, frame).lines()
    if shown.allSatisfy({ $0.figure.n == 0 }) {
      lines += (try EmptyReason(material.cases).phrases(limits(last)) ?? []).flatMap {
        frame.remark(look.say($0), .warning)
      }
    }
    lines += missing(counted.series, frame)
    lines += responseWarnings(answered.series, frame)
    lines += NonresponseRemark(shown.map { ($0.label, $0.indicator, $0.figure) }, look).lines(frame)
    lines += frame.notes(of: results) { note in
      // Its number is that of all the periods, and what doorlooptijd lacks in this one has been said.
      if case .endedWithoutStart = note { false } else { true }
    }
    lines += legend(counted.series + ofInformants + satisfaction, since: last.preceding, frame)
    lines += frame.definitions(of: results)
    lines += frame.next(Commands.afterOverview(look.language))
    var screen = Screen(lines)
    screen.headCount = headCount
    screen.figures = shown
    screen.indicators = results.flatMap(\.indicators)
    screen.period = last
    return screen
  }

  /// What the figures lack, each thing once.
  private func missing(_ series: [TimeSeries], _ frame: Frame) -> [Line] {
    var seen: [String] = []
    for one in series {
      guard let now = one.now, now.missing > 0 else { continue }
      let count = frame.look.numbers.count(now.missing)
      let text = frame.look.say(DashboardWords.notCounted(count, one.indicator.words.missing))
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
    if series.contains(where: { $0.now.map($0.indicator.isFew) ?? false }) {
      texts.append("\(look.warning) \(look.say(DashboardWords.smallNumber))")
    }
    return frame.remark(texts.joined(separator: look.separator), .dim)
  }
}
