import CanonicalJSON
import CivilTime
import Dashboard
import Projection
import Query
import Words
import Workspace

extension Command {
  static let dashboard = Command(
    "dashboard", FigureWords.dashboard,
    forms: [
      "[overzicht] [--period P] [--where C]", "aanbieders [--indicator I] [--period P] [--where C]", "interviews",
    ],
    options: [
      .init("--indicator", "I", FigureWords.indicatorOption), .init("--period", "P", FigureWords.periodOption),
      .init("--where", "C", FigureWords.whereOption), .init("--live", nil, FigureWords.liveLater),
    ], notes: [FigureWords.dashboardNote],
    examples: [
      .init(line: "veldlog dashboard", note: FigureWords.overviewExample),
      .init(
        line: "veldlog dashboard aanbieders --indicator uitval_breed --where 'regio = zeeland'",
        note: FigureWords.aanbiedersExample),
      .init(line: "veldlog dashboard interviews", note: FigureWords.interviewsExample),
    ]
  ) { invocation in
    try invocation.expectAtMost(1)
    if invocation.arguments.has("--live") {
      invocation.console.note(ErrorWords.error + FigureWords.liveLater)
      return .refused
    }
    let name = invocation.words.first ?? "overzicht"
    guard ["overzicht", "aanbieders", "interviews"].contains(name) else {
      throw UsageError.badValue(option: "dashboard", value: name, allowed: ["overzicht", "aanbieders", "interviews"])
    }
    return try DashboardRun(
      Figures(
        invocation, only: name == "interviews" ? InterviewsScreen.neededColumns : Query.neededColumns)
    ).show(name)
  }
}

/// Draws one dashboard, or gives its figures to another program.
struct DashboardRun {
  private let figures: Figures
  private var arguments: Arguments { figures.invocation.arguments }

  init(_ figures: Figures) { self.figures = figures }

  func show(_ name: String) throws -> ExitStatus {
    let indicator = try indicator()
    let conditions = try conditions()
    let period = try period()
    switch name {
    case "interviews":
      for option in ["--where", "--period", "--indicator"] where arguments.value(option) != nil {
        throw FigureError.notForThisScreen(option)
      }
      let projection = figures.projection()
      if figures.console.format == .json {
        figures.console.out(interviewsJSON())
      } else {
        figures.print(
          InterviewsScreen(projection, vocabulary: figures.workspace.vocabulary, context: figures.context)
            .drawn(figures.look))
      }
    case "aanbieders":
      let screen = AanbiedersScreen(
        indicator, on: figures.projection(), vocabulary: figures.workspace.vocabulary,
        context: figures.context, where: conditions, period: period)
      if figures.console.format == .table {
        figures.print(try screen.drawn(figures.look))
      } else {
        try give([try screen.question()].compactMap { $0 })
      }
    default:
      let screen = OverviewScreen(
        figures.projection(), vocabulary: figures.workspace.vocabulary,
        context: figures.context, where: conditions, period: period)
      if figures.console.format == .table {
        figures.print(try screen.drawn(figures.look))
      } else {
        try give(try screen.questions())
      }
    }
    return .done
  }

  /// The same figures as the screen's, for another program.
  private func give(_ questions: [Query]) throws {
    let projection = figures.projection()
    let results = try questions.map { try $0.evaluate(on: projection, vocabulary: figures.workspace.vocabulary) }
    if figures.console.format == .json {
      figures.console.out(.array(results.flatMap { $0.json.arrayValue ?? [] }))
    } else {
      for result in results { ResultOutput.print(result, figures) }
    }
  }

  private func interviewsJSON() -> JSONValue {
    .array(
      InterviewRegister(in: figures.state).entries.map { entry in
        [
          "interview": .string(entry.code), "regio": entry.regio.map(JSONValue.string) ?? .null,
          "datum": entry.datum.map(JSONValue.string) ?? .null,
          "respondenten": .array(entry.respondents.map(JSONValue.string)),
          "controle": entry.check.map(JSONValue.string) ?? .null,
        ]
      })
  }

  private func indicator() throws -> Indicator {
    let name = arguments.value("--indicator") ?? "uitval_breed"
    guard let indicator = Indicator.named(name).first else { throw FigureError.unknownIndicator(name) }
    return indicator
  }

  private func conditions() throws -> [Condition] {
    guard let text = arguments.value("--where") else { return [] }
    return try Query(parsing: "uitval_breed waar " + text).conditions
  }

  private func period() throws -> Period? {
    guard let text = arguments.value("--period") else { return nil }
    guard let period = Period(text) else { throw FigureError.notAPeriod(text) }
    return period
  }
}

/// An option of a screen that names nothing there is.
enum FigureError: Error {
  case unknownIndicator(String)
  case notAPeriod(String)
  case notForThisScreen(String)
  /// A text that should be a date.
  case notADay(String)
}
