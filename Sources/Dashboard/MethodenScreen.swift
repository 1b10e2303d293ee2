import CivilTime
import Projection
import Query
import Vocabulary
import Words

/// "Hoe verschillen de methoden?": each indicator for the regions' purchasing methods, side by side on one scale.
///
/// Alphabetical. It says of how many regions each figure is, and that a difference is no effect of a method.
struct MethodenScreen {
  private let material: Material
  private let conditions: [Condition]
  private let period: Period?

  private static let trajecten = [
    "doelrealisatie", "uitval_smal", "uitval_breed", "voortijdig", "doorlooptijd", "wachttijd",
  ]
  private static let answers = ["tevredenheid"]

  init(_ material: Material, where conditions: [Condition], period: Period?) {
    self.material = material
    self.conditions = conditions
    self.period = period
  }

  private func window(_ look: Look) throws(QueryError) -> Window? {
    let reader = TimeSeriesReader(
      projection: material.projection, vocabulary: material.vocabulary, conditions: conditions)
    return try Window(period, reader, look)
  }

  func questions() throws(QueryError) -> [Query] {
    guard let window = try window(Look()) else { return [] }
    return [Self.trajecten, Self.answers].map { ids in
      Query(ids.flatMap { Indicator.named($0) }, per: [.inkoopmethode], where: conditions + window.conditions)
    }
  }

  func drawn(_ look: Look) throws(QueryError) -> Screen {
    let frame = Frame(
      look: look, context: material.context, hasInventedData: material.projection.inventedCount > 0)
    guard let window = try window(look) else { return try empty(conditions, nil, frame) }
    let limits = conditions + window.conditions
    var results: [(query: Query, result: QueryResult)] = []
    for query in try questions() {
      results.append((query, try query.evaluate(on: material.projection, vocabulary: material.vocabulary)))
    }
    guard results.contains(where: { !$0.result.rows.isEmpty }) else { return try empty(limits, window.step, frame) }
    var lines = frame.head(
      ScreenWords.doMethodsDiffer, [Scope(conditions, material.context).text(look), window.text])
    let headCount = lines.count
    let regions = try regions(limits)
    let groups = results.flatMap { self.groups($0.query, $0.result, regions, look) }
    let rows = BarTable(groups, tailHead: look.say(ScreenWords.regions), longestLabel: 20, look).drawn()
    lines += rows.map(\.line)
    lines.append(look.ruler())
    lines += remarks(results.map(\.result), frame)
    lines += frame.next(Commands.afterMethoden)
    var screen = Screen(lines)
    screen.headCount = headCount
    screen.figures = BarTable.figures(rows, from: headCount)
    screen.indicators = results.flatMap(\.result.indicators)
    screen.period = window.step
    return screen
  }

  private func empty(_ conditions: [Condition], _ step: Period?, _ frame: Frame) throws(QueryError) -> Screen {
    let reasons = try EmptyReason(material.projection, material.vocabulary).phrases(conditions)
    var screen = frame.empty(
      ScreenWords.doMethodsDiffer, reasons ?? [DashboardWords.nothingEnded],
      reasons == nil ? Commands.toRecordTrajecten : [])
    screen.period = step
    return screen
  }

  /// How many regions with ended trajecten each method has, by its code.
  private func regions(_ limits: [Condition]) throws(QueryError) -> [String: Int] {
    let query = Query(Indicator.named("uitstroom"), per: [.inkoopmethode, .regio], where: limits)
    let result = try query.evaluate(on: material.projection, vocabulary: material.vocabulary)
    var regions: [String: Int] = [:]
    for row in result.rows where row.keys[1] != nil { regions[row.keys[0] ?? "", default: 0] += 1 }
    return regions
  }

  /// An indicator a group; tevredenheid one an informant and scale.
  private func groups(
    _ query: Query,
    _ result: QueryResult,
    _ regions: [String: Int],
    _ look: Look
  ) -> [BarTable.Group] {
    let informant = result.dimensions.firstIndex(of: .informant)
    return result.indicators.enumerated().flatMap { column, indicator -> [BarTable.Group] in
      let words = IndicatorWords(for: indicator.id).map { look.say($0.shortTitle) } ?? indicator.id
      var kinds: [(informant: String?, scale: ClosedRange<Double>?)] = []
      for row in result.rows {
        let scale = indicator.has(.schaal) ? row.scale : nil
        let whose = informant.flatMap { row.keys[$0] }
        // Nobody answered: there is nothing to draw, nor a scale to draw it on.
        if indicator.has(.schaal), scale == nil { continue }
        if !kinds.contains(where: { $0.informant == whose && $0.scale == scale }) { kinds.append((whose, scale)) }
      }
      return kinds.map { kind in
        let title = words + (kind.informant.map { " " + look.say(DashboardWords.informant($0)) } ?? "")
        let rows = result.rows.filter { row in
          informant.flatMap { row.keys[$0] } == kind.informant && (!indicator.has(.schaal) || row.scale == kind.scale)
        }
        let entries = rows.map { entry($0, column, indicator, title, query, result, regions, look) }
        return BarTable.Group(
          title: title, scale: kind.scale ?? Self.scale(indicator, entries.map(\.figure)), entries: entries)
      }
    }
  }

  private func entry(
    _ row: QueryResult.Row,
    _ column: Int,
    _ indicator: Indicator,
    _ title: String,
    _ query: Query,
    _ result: QueryResult,
    _ regions: [String: Int],
    _ look: Look
  ) -> BarTable.Entry {
    let name = look.say(Labels(material.vocabulary).text(row.keys[0], of: .inkoopmethode))
    var question = query.narrowed(to: row, of: result)
    question.indicators = [indicator]
    return BarTable.Entry(
      label: "  " + name, figure: row.figures[column], indicator: indicator,
      tail: [Span(look.numbers.count(regions[row.keys[0] ?? ""] ?? 0))], query: question,
      longLabel: title + look.separator + name)
  }

  /// From 0 to 100 % for shares; for others from 0 to a round number above every interval.
  private static func scale(_ indicator: Indicator, _ figures: [Figure]) -> ClosedRange<Double> {
    if indicator.isShare { return 0...1 }
    return 0...RoundNumber.above(figures.compactMap { $0.high ?? $0.value }.max() ?? 1)
  }

  private func remarks(_ results: [QueryResult], _ frame: Frame) -> [Line] {
    let look = frame.look
    var lines = frame.remark(look.say(ScreenWords.noEffects), .warning)
    if results.contains(where: { $0.rows.contains { $0.keys[0] == nil } }) {
      lines += frame.remark(look.say(ScreenWords.methodUnknown))
      lines += Commands.toRecordMethoden.map { Line("   " + $0, .strong) }
    }
    let hasFew = results.contains { result in
      result.rows.contains { row in
        zip(result.indicators, row.figures).contains { indicator, figure in
          indicator.kind != .count && figure.n > 0 && figure.n < Figure.smallestShown
        }
      }
    }
    if hasFew { lines += frame.remark("\(look.warning) \(look.say(DashboardWords.smallNumber))", .dim) }
    lines += frame.notes(of: results) { note in
      if case .endedWithoutStart = note { false } else { true }
    }
    return lines + frame.definitions(of: results)
  }
}
