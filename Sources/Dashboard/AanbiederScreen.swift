import CivilTime
import Query
import Statistics
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
  private static let withoutHelp = ["zonder_hulp_verder"]
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

  private var reader: TimeSeriesReader { material.reader(own) }

  private func answers(where conditions: [Condition]) throws(QueryError) -> [Answer] {
    try material.answers(
      [Self.trajecten, Self.withoutHelp, Self.answers].map { ids in
        Query(ids.flatMap { Indicator.named($0) }, where: conditions)
      })
  }

  /// Its own figures, and then those of its region; none without facts.
  func answers() throws(QueryError) -> [Answer] {
    guard let window = try Window(period, reader, Look()) else { return [] }
    let limits = own + window.conditions
    return try answers(where: limits) + answers(where: others(window, try regions(limits)))
  }

  func drawn(_ look: Look) throws(QueryError) -> Screen {
    guard let window = try Window(period, reader, look), let last = window.lastQuarter else {
      return try material.empty(ScreenWords.howIsThisOne, own, look)
    }
    let frame = material.frame(look)
    let limits = own + window.conditions
    let regions = try regions(limits)
    let comparisons = Comparisons(try answers(where: limits), try answers(where: others(window, regions)))
    guard comparisons.rows.contains(where: { $0.own.figure.n > 0 }) else {
      return try material.empty(ScreenWords.howIsThisOne, limits, period: window.step, look)
    }
    var lines = frame.head(
      ScreenWords.howIsThisOne,
      [aanbieder, conditions.isEmpty ? "" : Scope(conditions, material.context).text(look), window.text])
    let headCount = lines.count
    let rows = BarTable(groups(comparisons, look), tailHead: regionName(regions, look), look).drawn()
    let figures = BarTable.figures(rows, from: headCount)
    lines += rows.map(\.line)
    lines += try differences(comparisons, window, look)
    let standardised = try standardised(window, regions)
    lines += StandardisedRows(
      standardised.compactMap { one in
        one.row(aanbieder).map { .init(label: one.indicator.label(nil, look), indicator: one.indicator, row: $0) }
      }, head: DashboardWords.indicator, look
    ).drawn(by: Standardisation.usualStrata)
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

  // MARK: The region

  /// The regions of the trajecten behind the figures.
  private func regions(_ limits: [Condition]) throws(QueryError) -> [String] {
    let query = Query(Indicator.named("uitstroom") + Indicator.named("instroom"), per: [.regio], where: limits)
    return try material.answer(query).result.rows.compactMap { $0.keys[0] }
  }

  /// What limits figures to all of the regions.
  private func others(_ window: Window, _ regions: [String]) -> [Condition] {
    conditions + window.conditions + (regions.isEmpty ? [] : [Condition(.regio, .isEqual, regions)])
  }

  private func regionName(_ regions: [String], _ look: Look) -> String {
    guard !regions.isEmpty else { return look.say(DashboardWords.allRegions) }
    let name = regions.map { look.say(Labels(material.vocabulary).region($0)) }.joined(separator: ", ")
    let mark = String(IntervalBar.referenceMark(isASCII: look.isASCII)) + " "
    return mark + (look.usableWidth < 90 ? look.say(DashboardWords.region) : look.plain(name))
  }

  // MARK: Its figures

  private func groups(_ comparisons: Comparisons, _ look: Look) -> [BarTable.Group] {
    // Of those who were never asked there is nothing to show.
    let all = comparisons.rows.filter { $0.own.figure.n > 0 || $0.own.informant == nil || $0.own.scale != nil }
    let shares = all.filter(\.own.indicator.isShare)
    let answers = all.filter { $0.own.scale != nil }
    let amounts = all.filter { !$0.own.indicator.isShare && $0.own.informant == nil }
    var scales: [ClosedRange<Double>] = []
    for scale in answers.compactMap(\.own.scale) where !scales.contains(scale) { scales.append(scale) }
    let values = FigureText.aligned(
      comparisons.rows.map { FigureText($0.other?.value, of: $0.own.indicator, look) })
    func entries(_ rows: [Comparisons.Row]) -> [BarTable.Entry] {
      rows.map { row in
        let label = row.own.indicator.label(row.own.informant, look)
        return BarTable.Entry(
          label: label, cell: row.own, reference: row.own.indicator.kind == .count ? nil : row.other?.value,
          tail: [Span(values[row.index])] + verdict(row, look), aanbieder: aanbieder,
          longLabel: label + look.separator + aanbieder)
      }
    }
    return [BarTable.Group(scale: 0...1, entries: entries(shares))]
      + scales.map { scale in
        BarTable.Group(scale: scale, entries: entries(answers.filter { $0.own.scale == scale }))
      }
      + [BarTable.Group(entries: entries(amounts))]
  }

  /// What the funnel says of a share against the region's.
  private func verdict(_ row: Comparisons.Row, _ look: Look) -> [Span] {
    let (figure, indicator) = (row.own.figure, row.own.indicator)
    guard indicator.kind == .rate, !indicator.isFew(figure), let value = figure.value, let target = row.other?.value,
      let judgement = FunnelLimits(target: target, denominator: figure.n)?.judgement(of: value)
    else { return [] }
    let verdict = FunnelVerdict(judgement, of: indicator, look)
    if look.usableWidth < 90, verdict.isWithin { return [] }
    // Two marks for what one word too many would say.
    if look.usableWidth < 70 { return [Span(" "), verdict.span(.marks)] }
    return [Span("  "), verdict.span(look.usableWidth < 90 ? .word : .sentence)]
  }

  // MARK: How it differs

  private func differences(
    _ comparisons: Comparisons,
    _ window: Window,
    _ look: Look
  ) throws(QueryError) -> [Line] {
    var before: [Answer.Cell] = []
    if let earlier = window.before {
      before = try material.answer(
        Query(Self.trajecten.flatMap { Indicator.named($0) }, where: own + earlier.conditions)
      ).cells
    }
    let entries = comparisons.rows.filter { $0.own.informant == nil }.map { row in
      DifferenceRows.Entry(
        indicator: row.own.indicator, own: row.own.figure, before: before.first(where: row.own.isLike)?.figure,
        all: row.other)
    }
    return DifferenceRows(entries, before: window.before?.text, look).drawn()
  }

  /// Against trajecten like these in the regions.
  private func standardised(_ window: Window, _ regions: [String]) throws(QueryError) -> [Standardisation] {
    try Standardisation.all(
      Self.trajecten.flatMap { Indicator.named($0) }, per: .aanbieder,
      where: others(window, regions) + [Condition(.aanbieder, .isEqual, [aanbieder])], on: material.cases)
  }

  /// What the screen shows beside the answers.
  func sides() throws(QueryError) -> [ScreenFile.Side] {
    guard let window = try Window(period, reader, Look()) else { return [] }
    return try standardised(window, regions(own + window.conditions)).flatMap { one in
      one.sides { [("aanbieder", $0 ?? QueryWords.unknown.dutch)] }
    }
  }

  // MARK: Its course

  private func course(upTo last: Period, _ frame: Frame) throws(QueryError) -> [Line] {
    let counted = try reader.read(Self.trajecten, last: last, count: Self.quarterCount).0
    let answered = try reader.read(["tevredenheid"], last: last, count: Self.quarterCount).0
    return CourseLines(counted + answered.filter { $0.scale != nil }, upTo: last, frame.look).drawn()
  }

  private func remarks(_ comparisons: Comparisons, _ regions: [String], _ frame: Frame) -> [Line] {
    let look = frame.look
    var lines: [Line] = []
    var seen: [String] = []
    // What respons lacks is what every share of ended trajecten lacks.
    for row in comparisons.rows where row.own.figure.missing > 0 && row.own.indicator.id != "respons" {
      let whose = row.own.informant.map { look.say(DashboardWords.informant($0)) + ": " } ?? ""
      let count = look.numbers.count(row.own.figure.missing)
      let text = whose + look.say(DashboardWords.notCounted(count, row.own.indicator.words.missing))
      if !seen.contains(text) { seen.append(text) }
    }
    lines += seen.flatMap { frame.remark($0) }
    lines += NonresponseRemark(
      comparisons.rows.map { ($0.own.indicator.label($0.own.informant, look), $0.own.indicator, $0.own.figure) }, look
    ).lines(frame)
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
