import CivilTime
import Query
import Words

/// "Wie wijkt af?": one indicator per aanbieder over a year, each against all together.
///
/// Alphabetical and without rank numbers. A share below ten in the denominator is not shown; one beyond the funnel's 95 %
/// limits is to be watched, and only one beyond 99,8 % is striking.
struct AanbiedersScreen {
  private let indicator: Indicator
  private let material: Material
  private let conditions: [Condition]
  private let period: Period?

  /// - Parameters:
  ///   - conditions: What the figures are limited to.
  ///   - period: Of any length; nil for the four quarters up to the newest in which a traject ended.
  init(
    _ indicator: Indicator,
    _ material: Material,
    where conditions: [Condition] = [],
    period: Period? = nil
  ) {
    self.indicator = indicator
    self.material = material
    self.conditions = conditions
    self.period = period
  }

  func drawn(_ look: Look) throws(QueryError) -> Screen {
    guard let window = try window(look) else {
      return try material.empty(DashboardWords.whoDiffers, conditions, look)
    }
    let frame = material.frame(look)
    let answers = try answers(window)
    let (each, all) = (answers[0].result, answers[1].result)
    guard !each.rows.isEmpty else {
      return try material.empty(
        DashboardWords.whoDiffers, conditions + window.conditions, otherwise: DashboardWords.nothingForIndicator,
        commands: indicator.table.isOfTraject
          ? Commands.toRecordTrajecten : Commands.toRecord(kind: indicator.table.rawValue), period: window.step, look)
    }
    let title = indicator.words.title
    var lines = frame.head(
      DashboardWords.whoDiffers,
      [look.say(DashboardWords.perAanbieder(title)), Scope(conditions, material.context).text(look), window.text])
    let headCount = lines.count
    let rows = AanbiedersRows(indicator, each, all, Labels(material.vocabulary), look)
    lines += rows.drawn()
    if indicator.kind == .rate, !each.dimensions.contains(.informant) {
      let target = all.rows.first?.figures[0].value
      lines += FunnelPlot(points: rows.funnelPoints, target: target ?? 0, look).drawn()
    }
    if let standardised = try standardised(window) {
      let labels = Labels(material.vocabulary)
      let entries = standardised.rows.map { row in
        StandardisedRows.Entry(
          label: look.plain(look.say(labels.text(row.key, of: .aanbieder))), indicator: indicator, row: row)
      }
      lines += StandardisedRows(entries, head: QueryWords.dimension(Dimension.aanbieder.rawValue), look)
        .drawn(by: standardised.strata)
    }
    lines.append(look.ruler())
    lines += remarks(each, all, frame)
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
        indicator: indicator, figure: entry.0.figures[0], query: answers[0].query.narrowed(to: entry.0, of: each),
        aanbieder: entry.0.keys[0])
    }
    screen.indicators = [indicator]
    screen.period = window.step
    return screen
  }

  /// By aanbieder, and of all together; none without facts.
  func answers() throws(QueryError) -> [Answer] {
    guard let window = try window(Look()) else { return [] }
    return try answers(window)
  }

  private func answers(_ window: Window) throws(QueryError) -> [Answer] {
    try material.answers(
      [[Dimension.aanbieder], []].map { dimensions in
        Query([indicator], per: dimensions, where: conditions + window.conditions)
      })
  }

  /// Nil for what is no share of trajecten.
  private func standardised(_ window: Window) throws(QueryError) -> Standardisation? {
    try Standardisation(
      indicator, per: .aanbieder, where: conditions + window.conditions, on: material.cases)
  }

  /// What the screen shows beside the answers.
  func sides() throws(QueryError) -> [ScreenFile.Side] {
    guard let window = try window(Look()) else { return [] }
    return try standardised(window)?.sides { [("aanbieder", $0 ?? QueryWords.unknown.dutch)] } ?? []
  }

  private func window(_ look: Look) throws(QueryError) -> Window? {
    try Window(period, material.reader(conditions), look)
  }

  private func remarks(_ each: QueryResult, _ all: QueryResult, _ frame: Frame) -> [Line] {
    let look = frame.look
    var lines: [Line] = []
    let words = indicator.words
    lines += frame.remark("\(indicator.definition): \(look.say(words.definition))")
    for row in all.rows where row.figures[0].missing > 0 {
      let text = look.say(DashboardWords.notCounted(look.numbers.count(row.figures[0].missing), words.missing))
      let whose = zip(all.dimensions, row.keys).map { look.say(Labels(material.vocabulary).text($1, of: $0)) }
      lines += frame.remark((whose.isEmpty ? "" : whose.joined(separator: look.separator) + ": ") + text)
    }
    let few = each.rows.filter { $0.figures[0].isOfFewAnswers && !indicator.isFew($0.figures[0]) }
    if !few.isEmpty { lines += frame.remark(look.say(DashboardWords.rangeHadAllAnswered), .warning) }
    if Standardisation.applies(to: indicator) { lines += frame.remark(look.say(ScreenWords.ratiosApart), .dim) }
    lines += frame.remark(look.say(indicator.kind == .rate ? DashboardWords.chance : DashboardWords.noFunnel), .dim)
    if material.context.conflictCount > 0 { lines += frame.standing }
    return lines
  }
}
