import CivilTime
import Query
import Statistics
import Words

/// "Wie komt, wie gaat?": flows by quarter, and each of them in the newest one.
struct StromenScreen {
  private let material: Material
  private let conditions: [Condition]
  private let period: Period?

  private static let ids = ["stand_begin", "instroom", "doorstroom", "uitstroom", "stand_eind", "wachttijd"]
  private static let quarterCount = 8

  /// - Parameter period: The quarters up to its end are shown; nil for those up to the newest in which a traject ended.
  init(_ material: Material, where conditions: [Condition], period: Period?) {
    self.material = material
    self.conditions = conditions
    self.period = period
  }

  private var reader: TimeSeriesReader { material.reader(conditions) }

  /// By quarter; none without facts.
  func answers() throws(QueryError) -> [Answer] {
    guard let last = try lastQuarter() else { return [] }
    return [try reader.answer(Self.ids, last: last, count: Self.quarterCount)]
  }

  private func lastQuarter() throws(QueryError) -> Period? {
    if let period { return Period(.quarter, containing: CivilDate(days: period.end.days - 1)) }
    return try reader.newestQuarter()
  }

  func drawn(_ look: Look) throws(QueryError) -> Screen {
    guard let last = try lastQuarter() else { return try empty(conditions, nil, look) }
    let frame = material.frame(look)
    let (series, result) = try reader.read(Self.ids, last: last, count: Self.quarterCount)
    let flows = Self.flows(series, upTo: last)
    guard flows.contains(where: { ($0.instroom?.whole ?? 0) + ($0.uitstroom?.whole ?? 0) > 0 }) else {
      return try empty(conditions + [Condition(.periode, .isAtMost, [last.text])], last, look)
    }
    let first = flows.first?.quarter.text ?? last.text
    var lines = frame.head(
      ScreenWords.whatFlows,
      [Scope(conditions, material.context).text(look), first + look.dash + last.text])
    let headCount = lines.count
    lines += FlowChart(flows, look).drawn()
    lines += [Line(), Line(" " + look.say(ScreenWords.inQuarter(last.text)), .dim)]
    let rows = BarTable(
      [BarTable.Group(entries: series.compactMap { entry($0, look) })],
      tailHead: look.say(DashboardWords.quarters("\(Self.quarterCount)")), look
    ).drawn()
    let figures = BarTable.figures(rows, from: lines.count)
    lines += rows.map(\.line)
    lines.append(look.ruler())
    lines += remarks(flows, frame)
    lines += frame.notes(of: [result]) { note in
      if case .endedWithoutStart = note { false } else { true }
    }
    lines += frame.definitions(of: [result])
    lines += frame.next(Commands.afterStromen)
    var screen = Screen(lines)
    screen.headCount = headCount
    screen.figures = figures
    screen.indicators = result.indicators
    screen.period = last
    return screen
  }

  private func empty(_ conditions: [Condition], _ period: Period?, _ look: Look) throws(QueryError) -> Screen {
    try material.empty(ScreenWords.whatFlows, conditions, otherwise: ScreenWords.noFlows, period: period, look)
  }

  private static func flows(_ series: [TimeSeries], upTo last: Period) -> [Flow] {
    var quarters = [last]
    while quarters.count < quarterCount { quarters.insert(quarters[0].preceding, at: 0) }
    func figure(_ id: String, _ place: Int) -> Figure? {
      guard let one = series.first(where: { $0.indicator.id == id }) else { return nil }
      guard let figure = one.figures[place] else { return one.indicator.kind == .count ? .zero : nil }
      return figure
    }
    return quarters.enumerated().map { place, quarter in
      Flow(
        quarter: quarter, begin: figure("stand_begin", place), instroom: figure("instroom", place),
        doorstroom: figure("doorstroom", place), uitstroom: figure("uitstroom", place),
        eind: figure("stand_eind", place), wachttijd: figure("wachttijd", place))
    }
  }

  private func entry(_ series: TimeSeries, _ look: Look) -> BarTable.Entry? {
    guard let now = series.now else { return nil }
    return BarTable.Entry(
      label: series.indicator.label(nil, look), figure: now, indicator: series.indicator,
      tail: [Span(Sparkline.drawn(series.figures.map { $0?.value }, isASCII: look.isASCII), .dim)],
      query: series.newest)
  }

  // MARK: Remarks

  private func remarks(_ flows: [Flow], _ frame: Frame) -> [Line] {
    let look = frame.look
    let year = flows.suffix(4)
    let (into, out) = (
      year.reduce(0) { $0 + ($1.instroom?.whole ?? 0) }, year.reduce(0) { $0 + ($1.uitstroom?.whole ?? 0) }
    )
    let counts = (look.numbers.count(into), look.numbers.count(out))
    var lines: [Line] = []
    if into > out {
      lines += frame.remark(look.say(ScreenWords.moreCome(counts.0, counts.1)), .warning)
    } else {
      lines += frame.remark(look.say(ScreenWords.notMoreCome(counts.0, counts.1)))
    }
    for flow in flows {
      guard let begin = flow.begin?.whole, let into = flow.instroom?.whole, let out = flow.uitstroom?.whole,
        let eind = flow.eind?.whole,
        let balance = Stroombalans(begin: begin, instroom: into, uitstroom: out, eind: eind),
        !balance.closes()
      else { continue }
      let difference = look.numbers.signed(Double(balance.difference), digits: 0)
      lines += frame.remark(look.say(ScreenWords.doesNotClose(flow.quarter.text, difference)), .warning)
    }
    if flows.contains(where: { ($0.wachttijd?.n ?? 0) > 0 }) {
      lines += frame.remark(look.say(ScreenWords.waitingIsMedian), .dim)
    }
    return lines
  }
}
