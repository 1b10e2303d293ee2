import CivilTime
import PlainText
import Projection
import Query
import Words

/// "Klopt wat we zien?": what figures lack, what came late, what waits or contradicts, and who was last heard when.
struct KwaliteitScreen {
  private let material: Material
  private let conditions: [Condition]
  private let period: Period?

  private static let trajecten = ["doelrealisatie", "uitval_breed", "doorlooptijd", "wachttijd"]
  private static let answers = ["tevredenheid"]
  /// A log that was not heard from for longer is marked.
  private static let silentAfterDays = 31

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
      Query(ids.flatMap { Indicator.named($0) }, where: conditions + window.conditions)
    }
  }

  func drawn(_ look: Look) throws(QueryError) -> Screen {
    let frame = Frame(
      look: look, context: material.context, hasInventedData: material.projection.inventedCount > 0)
    let window = try window(look)
    var results: [(query: Query, result: QueryResult)] = []
    for query in try questions() {
      results.append((query, try query.evaluate(on: material.projection, vocabulary: material.vocabulary)))
    }
    var lines = frame.head(
      ScreenWords.canItBeTrusted, [Scope(conditions, material.context).text(look), window?.text ?? ""])
    var screen = Screen()
    screen.headCount = lines.count
    lines += try missing(results, window, frame, &screen, after: lines.count)
    lines += late(look)
    lines += waiting(frame)
    lines += logs(frame)
    lines.append(look.ruler())
    lines += frame.definitions(of: results.map(\.result))
    lines += frame.next(Commands.afterKwaliteit)
    screen.lines = lines
    screen.indicators = results.flatMap(\.result.indicators)
    screen.period = window?.step
    return screen
  }

  // MARK: What figures lack

  private func missing(
    _ results: [(query: Query, result: QueryResult)],
    _ window: Window?,
    _ frame: Frame,
    _ screen: inout Screen,
    after first: Int
  ) throws(QueryError) -> [Line] {
    let look = frame.look
    var rows: [[Span]] = []
    var figures: [(label: String, indicator: Indicator, figure: Figure, query: Query)] = []
    for (query, result) in results {
      for (column, indicator) in result.indicators.enumerated() {
        for row in result.rows {
          let figure = row.figures[column]
          guard figure.n + figure.missing > 0, let words = IndicatorWords(for: indicator.id) else { continue }
          let informant = result.dimensions.firstIndex(of: .informant).flatMap { row.keys[$0] }
          let whose = indicator.has(.informant) ? informant : nil
          let label = look.say(words.shortTitle) + (whose.map { " " + look.say(DashboardWords.informant($0)) } ?? "")
          var question = query.narrowed(to: row, of: result)
          question.indicators = [indicator]
          rows.append(cells(label, figure, words, look))
          figures.append((label, indicator, figure, question))
        }
      }
    }
    if rows.isEmpty {
      let limits = conditions + (window?.conditions ?? [])
      let reasons = try EmptyReason(material.projection, material.vocabulary).phrases(limits)
      var lines = (reasons ?? [DashboardWords.nothingEnded]).flatMap { frame.remark(look.say($0)) }
      if reasons == nil {
        lines += frame.remark(look.say(DashboardWords.typeThis))
        lines += Commands.toRecordTrajecten.map { Line("   " + $0, .strong) }
      }
      return lines
    }
    let heads = [DashboardWords.indicator, DashboardWords.missing, ScreenWords.counted, ScreenWords.whatIsMissing]
    var columns = Columns(heads.map(look.say), look)
    columns.alignment = [.left, .right, .right, .left]
    let drawn = columns.grouped(rows)
    var line = first + drawn[0].count
    for (entry, lines) in zip(figures, drawn.dropFirst()) {
      screen.figures.append(
        ScreenFigure(
          line: line, label: entry.label, indicator: entry.indicator, figure: entry.figure, query: entry.query))
      line += lines.count
    }
    return drawn.flatMap(\.self) + frame.notes(of: results.map(\.result)) { $0 != .uitvalHasTwoMeanings }
  }

  /// Marked where more than a tenth is missing.
  private func cells(_ label: String, _ figure: Figure, _ words: IndicatorWords, _ look: Look) -> [Span] {
    let isMuch = figure.missing * 10 > figure.n + figure.missing
    let missing = look.numbers.count(figure.missing)
    return [
      Span(label, .strong), Span((isMuch ? look.warning + " " : "") + missing, isMuch ? .warning : .plain),
      Span(look.numbers.count(figure.n)),
      Span(figure.missing == 0 ? look.dash : look.say(words.missing)),
    ]
  }

  // MARK: What came late

  private func late(_ look: Look) -> [Line] {
    guard !material.quality.late.isEmpty else { return [] }
    let heads = [
      ScreenWords.kindOfFact, ScreenWords.facts, ScreenWords.late, ScreenWords.medianDelay,
    ]
    var columns = Columns(heads.map(look.say), look)
    columns.alignment = [.left, .right, .right, .right]
    let rows = material.quality.late.map { late -> [Span] in
      let isMuch = late.lateCount * 10 > late.count
      return [
        Span(late.kind), Span(look.numbers.count(late.count)),
        Span(
          (isMuch ? look.warning + " " : "") + look.numbers.count(late.lateCount), isMuch ? .warning : .plain),
        Span(
          late.medianDays.map { look.say(DashboardWords.days(look.numbers.decimal($0, digits: 0))) } ?? look.dash),
      ]
    }
    let title = ScreenWords.howLate(look.numbers.count(Quality.lateAfterDays))
    return section(title, look) + columns.drawn(rows)
  }

  private func section(_ title: Phrase, _ look: Look) -> [Line] {
    TextWidth.wrapped(look.say(title), to: look.usableWidth - 2).enumerated().flatMap { index, text in
      (index == 0 ? [Line()] : []) + [Line(" " + text, .strong)]
    }
  }

  // MARK: What waits or contradicts

  private func waiting(_ frame: Frame) -> [Line] {
    let (look, quality) = (frame.look, material.quality)
    var lines = section(ScreenWords.whatWaits, look) + frame.standing
    func add(_ count: Int, _ words: (Int, String) -> Phrase) {
      if count > 0 { lines += frame.remark(look.say(words(count, look.numbers.count(count))), .warning) }
    }
    add(quality.heldBundleCount, ScreenWords.heldBundles)
    add(quality.quarantineCount, ScreenWords.quarantined)
    add(quality.faultCount, ScreenWords.faults)
    add(material.projection.invalidLines.count, ScreenWords.invalid)
    if lines.count == section(ScreenWords.whatWaits, look).count + 1, material.context.conflictCount == 0 {
      lines += frame.remark(look.say(ScreenWords.nothingWaits))
    }
    return lines
  }

  // MARK: Who was heard

  private func logs(_ frame: Frame) -> [Line] {
    let look = frame.look
    guard !material.quality.logs.isEmpty else { return [] }
    let heard = look.usableWidth < 70 ? ScreenWords.heard : ScreenWords.lastHeard
    let heads = [ScreenWords.log, ScreenWords.lines, heard, ScreenWords.ago]
    var columns = Columns(heads.map(look.say), look)
    columns.alignment = [.left, .right, .left, .left]
    return section(ScreenWords.whoWasHeard, look)
      + columns.drawn(material.quality.logs.sorted { $0.name < $1.name }.map { cells($0, look) })
  }

  private func cells(_ log: Quality.Log, _ look: Look) -> [Span] {
    var notes: [String] = []
    if log.isOwn { notes.append(look.say(ScreenWords.ownLog)) }
    if !log.counts { notes.append(look.warning + " " + look.say(ScreenWords.notAdmitted)) }
    var style = Style.plain
    if let heard = log.lastHeard, let today = material.context.today {
      let days = Int(today.days) - Int(heard.days)
      let isSilent = days > Self.silentAfterDays
      if isSilent { style = .warning }
      notes.insert(
        (isSilent ? look.warning + " " : "") + look.say(ScreenWords.daysAgo(days, look.numbers.count(days))), at: 0)
    } else {
      notes.insert(look.warning + " " + look.say(ScreenWords.neverHeard), at: 0)
      style = .warning
    }
    return [
      Span(name(log, look), .strong),
      Span(look.numbers.count(log.lineCount)), Span(log.lastHeard?.iso ?? look.dash),
      Span(notes.joined(separator: look.separator), style),
    ]
  }

  private func name(_ log: Quality.Log, _ look: Look) -> String {
    let longest = look.usableWidth < 70 ? 16 : 30
    let text = look.plain(log.name)
    return TextWidth.fitted(text, to: min(longest, TextWidth.of(text)), isASCII: look.isASCII)
  }
}
