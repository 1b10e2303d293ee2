import CivilTime
import Query
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
  private static let withoutHelp = ["zonder_hulp_verder"]
  private static let answers = ["tevredenheid"]

  init(_ material: Material, where conditions: [Condition], period: Period?) {
    self.material = material
    self.conditions = conditions
    self.period = period
  }

  private func window(_ look: Look) throws(QueryError) -> Window? {
    try Window(period, material.reader(conditions), look)
  }

  private func answers(_ window: Window) throws(QueryError) -> [Answer] {
    try material.answers(
      [Self.trajecten, Self.withoutHelp, Self.answers].map { ids in
        Query(ids.flatMap { Indicator.named($0) }, per: [.inkoopmethode], where: conditions + window.conditions)
      })
  }

  /// By inkoopmethode; none without facts.
  func answers() throws(QueryError) -> [Answer] {
    guard let window = try window(Look()) else { return [] }
    return try answers(window)
  }

  func drawn(_ look: Look) throws(QueryError) -> Screen {
    guard let window = try window(look) else {
      return try material.empty(ScreenWords.doMethodsDiffer, conditions, look)
    }
    let frame = material.frame(look)
    let limits = conditions + window.conditions
    let answers = try answers(window)
    guard answers.contains(where: { !$0.result.rows.isEmpty }) else {
      return try material.empty(ScreenWords.doMethodsDiffer, limits, period: window.step, look)
    }
    var lines = frame.head(
      ScreenWords.doMethodsDiffer, [Scope(conditions, material.context).text(look), window.text])
    let headCount = lines.count
    let regions = try regions(limits)
    let groups = answers.flatMap { self.groups($0, regions, look) }
    let rows = BarTable(groups, tailHead: look.say(ScreenWords.regions), longestLabel: 20, look).drawn()
    lines += rows.map(\.line)
    lines.append(look.ruler())
    lines += remarks(answers, frame)
    lines += frame.next(Commands.afterMethoden)
    var screen = Screen(lines)
    screen.headCount = headCount
    screen.figures = BarTable.figures(rows, from: headCount)
    screen.indicators = answers.flatMap(\.result.indicators)
    screen.period = window.step
    return screen
  }

  /// How many regions with ended trajecten each method has, by its code.
  private func regions(_ limits: [Condition]) throws(QueryError) -> [String: Int] {
    let query = Query(Indicator.named("uitstroom"), per: [.inkoopmethode, .regio], where: limits)
    var regions: [String: Int] = [:]
    for row in try material.answer(query).result.rows where row.keys[1] != nil {
      regions[row.keys[0] ?? "", default: 0] += 1
    }
    return regions
  }

  /// An indicator a group; of answers one an informant and scale.
  private func groups(_ answer: Answer, _ regions: [String: Int], _ look: Look) -> [BarTable.Group] {
    var kinds: [[Answer.Cell]] = []
    for cell in answer.cells {
      // Nobody answered: there is nothing to draw, nor a scale to draw it on.
      if cell.indicator.isOfAnswers, cell.figure.n == 0 { continue }
      if let place = kinds.firstIndex(where: { $0[0].isLike(cell) }) {
        kinds[place].append(cell)
      } else {
        kinds.append([cell])
      }
    }
    return kinds.map { cells in
      let (indicator, scale) = (cells[0].indicator, cells[0].scale)
      let title = indicator.label(cells[0].informant, look)
      return BarTable.Group(
        title: title, scale: scale ?? Self.scale(indicator, cells.map(\.figure)),
        entries: cells.map { entry($0, title, regions, look) })
    }
  }

  private func entry(
    _ cell: Answer.Cell,
    _ title: String,
    _ regions: [String: Int],
    _ look: Look
  ) -> BarTable.Entry {
    let name = look.say(Labels(material.vocabulary).text(cell.keys[0], of: .inkoopmethode))
    return BarTable.Entry(
      label: "  " + name, cell: cell, tail: [Span(look.numbers.count(regions[cell.keys[0] ?? ""] ?? 0))],
      longLabel: title + look.separator + name)
  }

  /// From 0 to 100 % for shares; for others from 0 to a round number above every interval.
  private static func scale(_ indicator: Indicator, _ figures: [Figure]) -> ClosedRange<Double> {
    if indicator.isShare { return 0...1 }
    return 0...RoundNumber.above(figures.compactMap { $0.high ?? $0.value }.max() ?? 1)
  }

  private func remarks(_ answers: [Answer], _ frame: Frame) -> [Line] {
    let look = frame.look
    let results = answers.map(\.result)
    var lines = frame.remark(look.say(ScreenWords.noEffects), .warning)
    if results.contains(where: { $0.rows.contains { $0.keys[0] == nil } }) {
      lines += frame.remark(look.say(ScreenWords.methodUnknown))
      lines += Commands.toRecordMethoden.map { Line("   " + $0, .strong) }
    }
    if answers.contains(where: { $0.cells.contains { $0.indicator.isFew($0.figure) } }) {
      lines += frame.remark("\(look.warning) \(look.say(DashboardWords.smallNumber))", .dim)
    }
    lines += frame.notes(of: results) { note in
      if case .endedWithoutStart = note { false } else { true }
    }
    return lines + frame.definitions(of: results)
  }
}
