import CanonicalJSON
import CivilTime
import Dashboard
import PlainText
import Projection
import Query
import Words
import Workspace

extension Command {
  static let dashboard = Command(
    "dashboard", FigureWords.dashboard,
    forms: [
      "[overzicht] [--period P] [--where C] [--live]", "aanbieders [--indicator I] [--period P] [--where C] [--live]",
      "aanbieder NAME [--period P] [--where C] [--live]",
      "stromen|budget|methoden|kwaliteit [--period P] [--where C] [--live]", "interviews [--live]",
    ],
    options: [
      .init("--indicator", "I", FigureWords.indicatorOption), .init("--period", "P", FigureWords.periodOption),
      .init("--where", "C", FigureWords.whereOption), .init("--live", nil, DashboardWords.liveOption),
    ], notes: [FigureWords.dashboardNote, DashboardWords.screensNote, DashboardWords.liveNote],
    examples: [
      .init(line: "veldlog dashboard", note: FigureWords.overviewExample),
      .init(
        line: "veldlog dashboard aanbieders --indicator uitval_breed --where 'regio = zeeland'",
        note: FigureWords.aanbiedersExample),
      .init(line: "veldlog dashboard aanbieder zee-003", note: DashboardWords.aanbiederExample),
      .init(line: "veldlog dashboard kwaliteit", note: DashboardWords.kwaliteitExample),
      .init(line: "veldlog dashboard interviews", note: FigureWords.interviewsExample),
      .init(line: "veldlog dashboard --live", note: DashboardWords.liveExample),
    ]
  ) { invocation in
    let name = invocation.words.first ?? Page.overzicht.rawValue
    guard let page = Page(rawValue: name) else {
      throw UsageError.badValue(option: "dashboard", value: name, allowed: Page.allCases.map(\.rawValue))
    }
    try invocation.expectAtMost(page == .aanbieder ? 2 : 1)
    let place = try DashboardRun.place(page, invocation)
    if invocation.arguments.has("--live") { return try live(invocation, at: place) }
    return try DashboardRun(
      Figures(invocation, only: page == .interviews ? InterviewsScreen.neededColumns : Query.neededColumns)
    ).show(place)
  }

  private static func live(_ invocation: Invocation, at place: Place) throws -> ExitStatus {
    let console = invocation.console
    guard console.format == .table else { throw UsageError.conflicting(BrowserWords.liveIsATable) }
    guard console.isInputTerminal, console.isOutputTerminal else {
      console.note(ErrorWords.error + BrowserWords.liveNeedsTerminal)
      return .refused
    }
    if invocation.environment.variable("TERM") == "dumb" {
      console.note(ErrorWords.error + BrowserWords.liveNeedsCursor)
      return .refused
    }
    var dashboard = try LiveDashboard(invocation, at: place)
    return try dashboard.run()
  }
}

/// Draws one dashboard, or gives its figures to another program.
struct DashboardRun {
  private let figures: Figures

  init(_ figures: Figures) { self.figures = figures }

  /// What the words and options of a command line ask for.
  ///
  /// - Throws: `UsageError`, `FigureError` or `QueryError`.
  static func place(_ page: Page, _ invocation: Invocation) throws -> Place {
    let arguments = invocation.arguments
    if page == .interviews {
      for option in ["--where", "--period", "--indicator"] where arguments.value(option) != nil {
        throw FigureError.notForThisScreen(option)
      }
    }
    let name = arguments.value("--indicator") ?? "uitval_breed"
    // One that is not built in may have been recorded: `check` looks for it among the facts.
    var place = Place(page, indicator: Indicator.named(name).first?.id ?? name.lowercased())
    if let text = arguments.value("--where") { place.filter = try Filter(parsing: text) }
    if let text = arguments.value("--period") {
      guard let period = Period(text) else { throw FigureError.notAPeriod(text) }
      place.period = period
    }
    if page == .aanbieder { place.aanbieder = try invocation.word(1, DashboardWords.anAanbieder) }
    return place
  }

  func show(_ place: Place) throws -> ExitStatus {
    let console = figures.console
    if console.format == .table, console.isOutputTerminal, console.width < Look.fewestColumns {
      console.note(ErrorWords.error + DashboardWords.tooNarrow(Look.fewestColumns, found: console.width))
      return .refused
    }
    let projection = figures.projection()
    let drawing = PageDrawing(
      figures.material(
        projection, quality: place.page == .kwaliteit ? QualityReading(figures, projection).quality : Quality()))
    try Self.check(place, drawing)
    switch console.format {
    case .table: figures.print(try drawing.drawn(place, figures.look))
    case .json: console.out(Self.json(try drawing.file(place)))
    case .csv: Console.write(try drawing.file(place).csv, to: 1)
    case .markdown: Console.write(try drawing.file(place).markdown(language: console.language), to: 1)
    }
    return .done
  }

  /// - Throws: `FigureError.unknownAanbieder` for the screen of a provider that no fact names, and `unknownIndicator` for
  ///   one that is neither built in nor recorded.
  static func check(_ place: Place, _ drawing: PageDrawing) throws {
    if drawing.indicator(place.indicator) == nil { throw FigureError.unknownIndicator(place.indicator) }
    guard let name = place.aanbieder else { return }
    let known = try drawing.aanbieders()
    if known.contains(name) { return }
    throw FigureError.unknownAanbieder(name, nearest: EditDistance.nearest(to: name, among: known))
  }

  /// A row for each group of each question, with what it was limited to, and one for each thing beside them.
  private static func json(_ file: ScreenFile) -> JSONValue {
    var rows: [JSONObject] = []
    for answer in file.answers {
      for row in answer.result.json.arrayValue ?? [] {
        var object = row.objectValue ?? JSONObject()
        object["where"] = .string(answer.conditionsText)
        rows.append(object)
      }
    }
    var about: [[String]]?
    for side in file.sides {
      let keys = side.keys.map { [$0.name, $0.value] }
      if keys != about {
        var row = JSONObject()
        for (name, value) in side.keys { row[name] = .string(value) }
        rows.append(row)
        about = keys
      }
      rows[rows.count - 1][side.id] = side.figure.json
    }
    return .array(rows.map(JSONValue.object))
  }
}

/// An option of a screen that names nothing there is.
enum FigureError: Error {
  case unknownIndicator(String)
  case notAPeriod(String)
  case notForThisScreen(String)
  /// A text that should be a date.
  case notADay(String)
  case unknownAanbieder(String, nearest: String?)
}
