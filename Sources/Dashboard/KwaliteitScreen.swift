import CivilTime
import PlainText
import Query
import Words

/// "Klopt wat we zien?": what figures lack, what came late, what waits or contradicts, and who was last heard when.
struct KwaliteitScreen {
  private let material: Material
  private let conditions: [Condition]
  private let period: Period?

  private static let trajecten = ["doelrealisatie", "uitval_breed", "doorlooptijd", "wachttijd"]
  private static let answers = ["tevredenheid"]

  init(_ material: Material, where conditions: [Condition], period: Period?) {
    self.material = material
    self.conditions = conditions
    self.period = period
  }

  private func window(_ look: Look) throws(QueryError) -> Window? {
    try Window(period, material.reader(conditions), look)
  }

  private func answers(_ window: Window?) throws(QueryError) -> [Answer] {
    guard let window else { return [] }
    return try material.answers(
      [Self.trajecten, Self.answers].map { ids in
        Query(ids.flatMap { Indicator.named($0) }, where: conditions + window.conditions)
      })
  }

  /// None without facts.
  func answers() throws(QueryError) -> [Answer] { try answers(window(Look())) }

  /// What the screen shows beside the answers.
  var sides: [ScreenFile.Side] {
    let (quality, context) = (material.quality, material.context)
    let late = quality.late.flatMap { late in
      let keys = [(name: "soort_feit", value: late.kind)]
      return [
        ScreenFile.Side("laat_vastgelegd", late.lateCount, of: late.count, "feiten", keys),
        ScreenFile.Side("laat_aangekomen", late.arrivedLateCount, of: late.count, "feiten", keys),
        ScreenFile.Side("dagen_tot_vastgelegd", median: late.medianDays, of: late.count, "feiten", keys),
      ]
    }
    let waiting = [
      ScreenFile.Side("open_conflicten", context.conflictCount, of: "conflicten"),
      ScreenFile.Side("wachtende_regels", context.heldCount, of: "regels"),
      ScreenFile.Side("wachtende_bundels", quality.heldBundleCount, of: "bundels"),
      ScreenFile.Side("quarantaine", quality.quarantineCount, of: "bestanden"),
      ScreenFile.Side("beschadigde_regels", quality.faultCount, of: "regels"),
      ScreenFile.Side("ongeldige_feiten", material.projection.invalidLines.count, of: "feiten"),
    ]
    let logs = quality.logs.sorted { $0.name < $1.name }.flatMap { log -> [ScreenFile.Side] in
      let keys = [(name: "log", value: log.name)]
      let days = log.lastHeard.flatMap { heard in context.today.map { Int($0.days) - Int(heard.days) } }
      return [ScreenFile.Side("regels", log.lineCount, of: "regels", keys)]
        + (days.map { [ScreenFile.Side("dagen_sinds_gehoord", $0, of: "dagen", keys)] } ?? [])
    }
    return late + waiting + logs
  }

  func drawn(_ look: Look) throws(QueryError) -> Screen {
    let frame = material.frame(look)
    let window = try window(look)
    let answers = try answers(window)
    var lines = frame.head(
      ScreenWords.canItBeTrusted, [Scope(conditions, material.context).text(look), window?.text ?? ""])
    var screen = Screen()
    screen.headCount = lines.count
    lines += try missing(answers, window, frame, &screen, after: lines.count)
    lines += late(look)
    lines += waiting(frame)
    lines += logs(frame)
    lines.append(look.ruler())
    lines += frame.definitions(of: answers.map(\.result))
    lines += frame.next(Commands.afterKwaliteit)
    screen.lines = lines
    screen.indicators = answers.flatMap(\.result.indicators)
    screen.period = window?.step
    return screen
  }

  // MARK: What figures lack

  private func missing(
    _ answers: [Answer],
    _ window: Window?,
    _ frame: Frame,
    _ screen: inout Screen,
    after first: Int
  ) throws(QueryError) -> [Line] {
    let look = frame.look
    let cells = answers.flatMap(\.cells).filter { $0.figure.n + $0.figure.missing > 0 }
    if cells.isEmpty {
      let limits = conditions + (window?.conditions ?? [])
      let reasons = try EmptyReason(material.cases).phrases(limits)
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
    let drawn = columns.grouped(cells.map { row($0, look) })
    var line = first + drawn[0].count
    for (cell, lines) in zip(cells, drawn.dropFirst()) {
      screen.figures.append(
        ScreenFigure(
          line: line, label: cell.indicator.label(cell.informant, look), indicator: cell.indicator,
          figure: cell.figure, query: cell.query))
      line += lines.count
    }
    return drawn.flatMap(\.self) + frame.notes(of: answers.map(\.result)) { $0 != .uitvalHasTwoMeanings }
  }

  /// Marked where more than a tenth is missing.
  private func row(_ cell: Answer.Cell, _ look: Look) -> [Span] {
    let figure = cell.figure
    let isMuch = figure.missing * 10 > figure.n + figure.missing
    let missing = look.numbers.count(figure.missing)
    return [
      Span(cell.indicator.label(cell.informant, look), .strong),
      Span((isMuch ? look.warning + " " : "") + missing, isMuch ? .warning : .plain),
      Span(look.numbers.count(figure.n)),
      Span(figure.missing == 0 ? look.dash : look.say(cell.indicator.words.missing)),
    ]
  }

  // MARK: What came late

  private func late(_ look: Look) -> [Line] {
    guard !material.quality.late.isEmpty else { return [] }
    let heads =
      look.usableWidth < 80
      ? [ScreenWords.recordedShort, ScreenWords.arrivedShort, ScreenWords.medianShort]
      : [ScreenWords.recorded, ScreenWords.arrived, ScreenWords.medianDelay]
    var columns = Columns(([ScreenWords.kindOfFact, ScreenWords.facts] + heads).map(look.say), look)
    columns.alignment = [.left, .right, .right, .right, .right]
    let rows = material.quality.late.map { late -> [Span] in
      func marked(_ count: Int) -> Span {
        let isMuch = count * 10 > late.count
        return Span((isMuch ? look.warning + " " : "") + look.numbers.count(count), isMuch ? .warning : .plain)
      }
      return [
        Span(late.kind), Span(look.numbers.count(late.count)), marked(late.lateCount), marked(late.arrivedLateCount),
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
      let isSilent = days > Quality.silentAfterDays
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
