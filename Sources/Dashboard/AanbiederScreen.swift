import CivilTime
import Projection
import Query
import Statistics
import Vocabulary
import Words

/// "Hoe gaat het hier?": one aanbieder over four quarters beside its region, and its course by quarter.
struct AanbiederScreen {
  private let aanbieder: String
  private let material: Material
  private let conditions: [Condition]
  private let period: Period?

  private static let trajecten = [
    "doelrealisatie", "uitval_smal", "uitval_breed", "voortijdig", "doorlooptijd", "wachttijd", "instroom", "uitstroom",
  ]
  private static let answers = ["tevredenheid", "respons"]
  private static let quarterCount = 12

  /// - Parameters:
  ///   - conditions: What the figures are limited to, those of the region too.
  ///   - period: Of any length; nil for the four quarters up to the newest in which a traject ended here.
  init(_ aanbieder: String, _ material: Material, where conditions: [Condition], period: Period?) {
    self.aanbieder = aanbieder
    self.material = material
    self.conditions = conditions
    self.period = period
  }

  private var own: [Condition] { conditions + [Condition(.aanbieder, .isEqual, [aanbieder])] }

  private func reader() -> TimeSeriesReader {
    TimeSeriesReader(projection: material.projection, vocabulary: material.vocabulary, conditions: own)
  }

  func questions() throws(QueryError) -> [Query] {
    guard let window = try Window(period, reader(), Look()) else { return [] }
    return [Self.trajecten, Self.answers].map { ids in
      Query(ids.flatMap { Indicator.named($0) }, where: own + window.conditions)
    }
  }

  func drawn(_ look: Look) throws(QueryError) -> Screen {
    let frame = Frame(
      look: look, context: material.context, hasInventedData: material.projection.inventedCount > 0)
    guard let window = try Window(period, reader(), look), let last = window.lastQuarter else {
      return try empty(own, frame)
    }
    let limits = own + window.conditions
    let regions = try regions(limits)
    let comparisons = try Comparisons(
      material, own: limits, others: conditions + window.conditions + regionCondition(regions),
      questions: [Self.trajecten, Self.answers])
    guard comparisons.rows.contains(where: { $0.own.n > 0 }) else {
      var screen = try empty(limits, frame)
      screen.period = window.step
      return screen
    }
    var lines = frame.head(
      ScreenWords.howIsThisOne,
      [aanbieder, conditions.isEmpty ? "" : Scope(conditions, material.context).text(look), window.text])
    let headCount = lines.count
    let rows = BarTable(groups(comparisons, look), tailHead: regionName(regions, look), look).drawn()
    let figures = BarTable.figures(rows, from: headCount)
    lines += rows.map(\.line)
    lines += try course(upTo: last, frame)
    lines.append(look.ruler())
    lines += remarks(comparisons, regions, frame)
    lines += frame.next(Commands.afterAanbieder(look.language))
    var screen = Screen(lines)
    screen.headCount = headCount
    screen.figures = figures
    screen.indicators = comparisons.results.flatMap(\.indicators)
    screen.period = window.step
    return screen
  }

  private func empty(_ conditions: [Condition], _ frame: Frame) throws(QueryError) -> Screen {
    let reasons = try EmptyReason(material.projection, material.vocabulary).phrases(conditions)
    return frame.empty(
      ScreenWords.howIsThisOne, reasons ?? [DashboardWords.nothingEnded],
      reasons == nil ? Commands.toRecordTrajecten : [])
  }

  // MARK: The region

  /// The regions of the trajecten behind the figures.
  private func regions(_ limits: [Condition]) throws(QueryError) -> [String] {
    let query = Query(Indicator.named("uitstroom") + Indicator.named("instroom"), per: [.regio], where: limits)
    let result = try query.evaluate(on: material.projection, vocabulary: material.vocabulary)
    return result.rows.compactMap { $0.keys[0] }
  }

  private func regionCondition(_ regions: [String]) -> [Condition] {
    regions.isEmpty ? [] : [Condition(.regio, .isEqual, regions)]
  }

  private func regionName(_ regions: [String], _ look: Look) -> String {
    guard !regions.isEmpty else { return look.say(DashboardWords.allRegions) }
    let name = regions.map { look.say(Labels(material.vocabulary).region($0)) }.joined(separator: ", ")
    let mark = String(IntervalBar.referenceMark(isASCII: look.isASCII)) + " "
    return mark + (look.usableWidth < 90 ? look.say(DashboardWords.region) : look.plain(name))
  }

  // MARK: Its figures

  private func groups(_ comparisons: Comparisons, _ look: Look) -> [BarTable.Group] {
    let shares = comparisons.rows.filter(\.indicator.isShare)
    let answers = comparisons.rows.filter { $0.scale != nil }
    let amounts = comparisons.rows.filter { !$0.indicator.isShare && $0.informant == nil }
    var scales: [ClosedRange<Double>] = []
    for scale in answers.compactMap(\.scale) where !scales.contains(scale) { scales.append(scale) }
    let values = FigureText.aligned(comparisons.rows.map { FigureText($0.other?.value, of: $0.indicator, look) })
    func entries(_ rows: [Comparisons.Row]) -> [BarTable.Entry] {
      rows.map { row in
        BarTable.Entry(
          label: row.label(look), figure: row.own, indicator: row.indicator,
          reference: row.indicator.kind == .count ? nil : row.other?.value,
          tail: [Span(values[row.index])] + verdict(row, look), query: row.query, aanbieder: aanbieder,
          longLabel: row.label(look) + look.separator + aanbieder)
      }
    }
    return [BarTable.Group(scale: 0...1, entries: entries(shares))]
      + scales.map { scale in BarTable.Group(scale: scale, entries: entries(answers.filter { $0.scale == scale })) }
      + [BarTable.Group(entries: entries(amounts))]
  }

  /// What the funnel says of a share against the region's.
  private func verdict(_ row: Comparisons.Row, _ look: Look) -> [Span] {
    guard row.indicator.kind == .rate, row.own.n >= Figure.smallestShown, let value = row.own.value,
      let target = row.other?.value,
      let judgement = FunnelLimits(target: target, denominator: row.own.n)?.judgement(of: value)
    else { return [] }
    let isAbove = judgement == .above95 || judgement == .above998
    if judgement == .within {
      return look.usableWidth < 90 ? [] : [Span("  " + look.say(DashboardWords.within), .dim)]
    }
    let mark = isAbove ? look.up : look.down
    let isStriking = judgement == .above998 || judgement == .below998
    let words =
      isStriking
      ? (isAbove ? DashboardWords.strikingAbove : DashboardWords.strikingBelow)
      : (isAbove ? DashboardWords.watchAbove : DashboardWords.watchBelow)
    let style: Style = row.indicator.isHighGood.map { $0 == isAbove ? .good : .bad } ?? .strong
    // Two marks for what one word too many would say.
    if look.usableWidth < 70 { return [Span(" " + (isStriking ? mark + mark : mark), style)] }
    let text =
      look.usableWidth < 90 ? look.say(isStriking ? ScreenWords.striking : ScreenWords.watch) : look.say(words)
    return [Span("  \(mark) \(text)", style)]
  }

  // MARK: Its course

  private func course(upTo last: Period, _ frame: Frame) throws(QueryError) -> [Line] {
    let counted = try reader().read(Self.trajecten, last: last, count: Self.quarterCount).0
    let answered = try reader().read(["tevredenheid"], last: last, count: Self.quarterCount).0
    return CourseLines(counted + answered.filter { $0.scale != nil }, upTo: last, frame.look).drawn()
  }

  private func remarks(_ comparisons: Comparisons, _ regions: [String], _ frame: Frame) -> [Line] {
    let look = frame.look
    var lines: [Line] = []
    var seen: [String] = []
    // What respons lacks is what every share of ended trajecten lacks.
    for row in comparisons.rows where row.own.missing > 0 && row.indicator.id != "respons" {
      guard let words = IndicatorWords(for: row.indicator.id) else { continue }
      let whose = row.informant.map { look.say(DashboardWords.informant($0)) + ": " } ?? ""
      let text = whose + look.say(DashboardWords.notCounted(look.numbers.count(row.own.missing), words.missing))
      if !seen.contains(text) { seen.append(text) }
    }
    lines += seen.flatMap { frame.remark($0) }
    if regions.count == 1 { lines += frame.remark(look.say(ScreenWords.regionHoldsThisOne), .dim) }
    if look.usableWidth < 70 {
      lines += frame.remark(look.say(ScreenWords.shortMarks(look.up + look.down, look.up + look.up)), .dim)
    }
    lines += frame.remark(look.say(DashboardWords.chance), .dim)
    lines += frame.notes(of: comparisons.results) { note in
      if case .endedWithoutStart = note { false } else { true }
    }
    return lines + frame.definitions(of: comparisons.results)
  }
}
