import CivilTime
import Query
import Words

/// "Is er genoeg?": what was spent of each region's budget, beside how much of the year has passed.
struct BudgetScreen {
  private let material: Material
  private let conditions: [Condition]
  private let period: Period?

  private static let ids = ["budget", "uitgave", "budgetuitputting"]

  /// - Parameter period: The year of it is shown; nil for the newest with a budget.
  init(_ material: Material, where conditions: [Condition], period: Period?) {
    self.material = material
    self.conditions = conditions
    self.period = period
  }

  private func question(_ year: Period) -> Query {
    Query(
      Self.ids.flatMap { Indicator.named($0) }, per: [.regio],
      where: conditions + [Condition(.periode, .isEqual, [year.text])])
  }

  /// By regio; none without a budget.
  func answers() throws(QueryError) -> [Answer] {
    guard let year = try year() else { return [] }
    return [try material.answer(question(year))]
  }

  /// How much of the year has passed.
  func sides() throws(QueryError) -> [ScreenFile.Side] {
    guard let year = try year() else { return [] }
    let days = Int(year.end.days) - Int(year.start.days)
    let passed = Int((Self.elapsed(year, today: material.context.today) * Double(days)).rounded())
    return [ScreenFile.Side("verstreken", passed, of: days, "dagen", [("jaar", year.text)])]
  }

  /// Nil without a budget.
  private func year() throws(QueryError) -> Period? {
    if let period { return Period(.year, containing: period.start) }
    let query = Query(Indicator.named("budget"), per: [.jaar], where: conditions)
    let years = try material.answer(query).result.rows.filter { ($0.figures.first?.value ?? 0) > 0 }.compactMap {
      $0.keys[0]
    }
    return years.compactMap { Period($0) }.max()
  }

  func drawn(_ look: Look) throws(QueryError) -> Screen {
    let frame = material.frame(look)
    guard let year = try year() else {
      return frame.empty(ScreenWords.doesItLast, ScreenWords.noBudget, Commands.toRecordBudget)
    }
    let answer = try material.answer(question(year))
    let result = answer.result
    let elapsed = Self.elapsed(year, today: material.context.today)
    let labels = Labels(material.vocabulary)
    var shown: [(spending: Spending, row: QueryResult.Row)] = []
    for row in result.rows {
      // In euros, and shown in cents; without any spending nothing can be said of it.
      guard let budget = row.figures.first?.value.map({ $0 * 100 }),
        let spent = row.figures[1].value.map({ $0 * 100 }), budget > 0 || spent > 0
      else { continue }
      let name = look.say(row.keys[0].map { labels.region($0) } ?? DashboardWords.unknownRegion)
      shown.append((Spending(name: name, budget: budget, spent: spent, elapsed: elapsed), row))
    }
    guard !shown.isEmpty else {
      var screen = frame.empty(ScreenWords.doesItLast, ScreenWords.noBudget, Commands.toRecordBudget)
      screen.period = year
      return screen
    }
    var lines = frame.head(ScreenWords.doesItLast, [Scope(conditions, material.context).text(look), year.text])
    let headCount = lines.count
    lines += SpendingRows(shown.map(\.spending), look).drawn()
    let first = lines.count - shown.count
    lines.append(look.ruler())
    lines += remarks(shown.map(\.spending), elapsed, frame)
    lines += frame.notes(of: [result]) + frame.definitions(of: [result])
    lines += frame.next(Commands.afterBudget)
    var screen = Screen(lines)
    screen.headCount = headCount
    screen.figures = shown.enumerated().map { index, entry in
      let (indicator, figure) = (result.indicators[1], entry.row.figures[1])
      let narrowed = answer.query.narrowed(to: entry.row, of: result).for(indicator)
      return ScreenFigure(
        line: first + index, label: entry.spending.name, indicator: indicator, figure: figure, query: narrowed)
    }
    screen.indicators = result.indicators
    screen.period = year
    return screen
  }

  /// The share of a year that has passed, today included; 1 where it is not known what day it is.
  static func elapsed(_ year: Period, today: CivilDate?) -> Double {
    guard let today else { return 1 }
    let (start, end) = (Double(year.start.days), Double(year.end.days))
    return min(max((Double(today.days) + 1 - start) / (end - start), 0), 1)
  }

  private func remarks(_ spendings: [Spending], _ elapsed: Double, _ frame: Frame) -> [Line] {
    let look = frame.look
    let fast = spendings.filter(\.isFast).map(\.name)
    let mark = String(IntervalBar.referenceMark(isASCII: look.isASCII))
    var lines = frame.remark(
      look.say(ScreenWords.yearPassed(mark, look.numbers.percentage(elapsed, digits: 0))), .dim)
    if fast.isEmpty {
      lines += frame.remark(look.say(ScreenWords.noneFast))
    } else {
      lines += frame.remark(look.say(ScreenWords.fast(fast.joined(separator: ", "))), .warning)
    }
    return lines + frame.remark(look.say(ScreenWords.spendingLags), .dim)
  }
}
