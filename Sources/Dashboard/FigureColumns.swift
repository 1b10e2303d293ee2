import Query

/// The columns of figures in files: those that every figure has, then `least, most` where open conflicts may move one of
/// them, and `nonresponse_low, nonresponse_high` where not everybody answered.
struct FigureColumns {
  let hasBounds: Bool
  private let hasNonresponse: Bool

  init(_ results: [QueryResult]) {
    let figures = results.lazy.flatMap(\.rows).flatMap(\.figures)
    hasBounds = figures.contains { $0.open != nil }
    hasNonresponse = figures.contains { $0.nonresponse != nil }
  }

  static let ofAll = ["indicator", "value", "low", "high", "numerator", "n", "unit", "missing", "definition"]

  var more: [String] {
    (hasBounds ? ["least", "most"] : []) + (hasNonresponse ? ["nonresponse_low", "nonresponse_high"] : [])
  }

  static func cells(_ figure: Figure, of indicator: Indicator) -> [String] {
    cells(indicator.id, figure, unit: indicator.unit.rawValue, definition: indicator.definition)
  }

  static func cells(_ id: String, _ figure: Figure, unit: String, definition: String) -> [String] {
    [
      id, text(figure.value), text(figure.low), text(figure.high), text(figure.numerator), String(figure.n), unit,
      String(figure.missing), definition,
    ]
  }

  func more(_ figure: Figure) -> [String] {
    var ends: [Double?] = []
    if hasBounds { ends += [figure.open?.low, figure.open?.high] }
    if hasNonresponse { ends += [figure.nonresponse?.low, figure.nonresponse?.high] }
    return ends.map(Self.text)
  }

  /// With a decimal point; empty for what there is none of.
  private static func text(_ value: Double?) -> String {
    guard let value else { return "" }
    return Int64(exactly: value).map(String.init) ?? value.description
  }
}
