/// A figure as the naive model has it, with the facts behind it.
struct PlainFigure {
  typealias Row = PlainIndicators.Row

  /// A fact and what it adds.
  typealias Part = (row: Row, value: Double)

  var numerator = 0.0
  var n = 0
  var missing = 0
  var value: Double?
  /// Lines of facts in the numerator, and in the denominator alone.
  var counted: Set<Int> = []
  var notCounted: Set<Int> = []

  static func rate(_ hits: [Row], of known: [Row], missing: Int) -> PlainFigure {
    var figure = PlainFigure(
      numerator: Double(hits.count), n: known.count, missing: missing,
      value: known.isEmpty ? nil : Double(hits.count) / Double(known.count))
    figure.behind(hits, known)
    return figure
  }

  static func mean(_ parts: [Part], missing: Int) -> PlainFigure {
    var figure = sum(parts, missing: missing)
    figure.value = parts.isEmpty ? nil : figure.numerator / Double(parts.count)
    return figure
  }

  static func median(_ parts: [Part], missing: Int) -> PlainFigure {
    let (sorted, count) = (parts.map(\.value).sorted(), parts.count)
    var figure = sum(parts, missing: missing)
    figure.value = parts.isEmpty ? nil : (sorted[(count - 1) / 2] + sorted[count / 2]) / 2
    return figure
  }

  static func sum(_ parts: [Part], missing: Int) -> PlainFigure {
    let sum = parts.reduce(0) { $0 + $1.value }
    var figure = PlainFigure(numerator: sum, n: parts.count, missing: missing, value: parts.isEmpty ? nil : sum)
    figure.behind(parts.map(\.row))
    return figure
  }

  static func count(_ rows: [Row], of number: Int? = nil, missing: Int = 0) -> PlainFigure {
    let number = number ?? rows.count
    var figure = PlainFigure(numerator: Double(number), n: number, missing: missing, value: Double(number))
    figure.behind(rows)
    return figure
  }

  /// Sets the facts of the numerator, and of the denominator where that has others.
  mutating func behind(_ counted: [Row], _ all: [Row] = []) {
    self.counted = Set(counted.map(\.fact.line))
    notCounted = Set(all.map(\.fact.line)).subtracting(self.counted)
  }
}
