import Query

/// A figure on a screen that can be taken apart: where it stands, and the question that it answers.
public struct ScreenFigure: Sendable, Equatable {
  /// The line of the screen that it stands on.
  public let line: Int
  /// What it is called there, in the screen's language.
  public let label: String
  public let indicator: Indicator
  public let figure: Figure
  /// The question whose one answer it is.
  public let query: Query
  /// The provider it is about; nil where it is about more.
  public let aanbieder: String?
  /// The ends that its value cannot go beyond; nil where there are none.
  let scale: ClosedRange<Double>?
  /// How it differs from the figure of the period before, and what that is called; nil where there is none.
  let change: Change?
  let since: String

  init(
    line: Int,
    label: String,
    indicator: Indicator,
    figure: Figure,
    query: Query,
    aanbieder: String? = nil,
    scale: ClosedRange<Double>? = nil,
    change: Change? = nil,
    since: String = ""
  ) {
    self.line = line
    self.label = label
    self.indicator = indicator
    self.figure = figure
    self.query = query
    self.aanbieder = aanbieder
    self.change = change
    self.since = since
    self.scale = scale ?? (indicator.isShare && indicator.kind != .ratio ? 0...1 : nil)
  }

  /// The same question with another answer, which is not compared with anything.
  func with(_ figure: Figure) -> ScreenFigure {
    ScreenFigure(
      line: line, label: label, indicator: indicator, figure: figure, query: query, aanbieder: aanbieder, scale: scale)
  }

  /// What stays the same when the screen is drawn again with other facts.
  var identity: String { indicator.id + " " + label }
}
