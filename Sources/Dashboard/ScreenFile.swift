import Query
import Tabular
import Words

/// The figures of a screen for other programs and documents: those that questions answer, and those beside them.
public struct ScreenFile: Sendable {
  /// A figure that no question answers: how much is late, waits, or was heard.
  public struct Side: Sendable {
    /// What it is about, under the names of columns: `("log", "zeeland, laptop 1")`.
    public let keys: [(name: String, value: String)]
    public let id: String
    public let figure: Figure
    /// What its denominator counts, in Dutch.
    public let unit: String
    let isShare: Bool

    /// A figure that was made elsewhere.
    init(
      _ id: String, _ figure: Figure, _ unit: String, _ keys: [(name: String, value: String)], isShare: Bool = false
    ) {
      self.keys = keys
      self.id = id
      self.figure = figure
      self.unit = unit
      self.isShare = isShare
    }

    /// A number of things.
    init(_ id: String, _ count: Int, of unit: String, _ keys: [(name: String, value: String)] = []) {
      self.init(id, Figure(value: Double(count), numerator: Double(count), n: count), unit, keys)
    }

    /// A part of a number of things; no value where there are none.
    init(_ id: String, _ part: Int, of count: Int, _ unit: String, _ keys: [(name: String, value: String)]) {
      let share = count > 0 ? Double(part) / Double(count) : nil
      self.init(id, Figure(value: share, numerator: Double(part), n: count), unit, keys, isShare: true)
    }

    /// A median.
    init(_ id: String, median: Double?, of count: Int, _ unit: String, _ keys: [(name: String, value: String)]) {
      self.init(id, Figure(value: median, numerator: 0, n: count), unit, keys)
    }
  }

  public let answers: [Answer]
  public let sides: [Side]

  init(_ answers: [Answer], _ sides: [Side] = []) {
    self.answers = answers
    self.sides = sides
  }

  /// Comma-separated as `ResultTable.csv`, with a column for each dimension of any of the answers, and `where`: the
  /// conditions that the figure was limited to; what `FigureColumns` adds stands behind those.
  public var csv: String {
    var names: [String] = []
    for name in answers.flatMap(\.result.dimensions).map(\.rawValue) + sides.flatMap(\.keys).map(\.name)
    where !names.contains(name) {
      names.append(name)
    }
    let columns = FigureColumns(answers.map(\.result))
    var lines = [names + FigureColumns.ofAll + ["where"] + columns.more]
    for answer in answers {
      let conditions = answer.conditionsText
      for row in answer.result.rows {
        let known = Dictionary(
          zip(answer.result.dimensions.map(\.rawValue), row.keys.map { $0 ?? QueryWords.unknown.dutch }),
          uniquingKeysWith: { first, _ in first })
        for (indicator, figure) in zip(answer.result.indicators, row.figures) {
          lines.append(
            names.map { known[$0] ?? "" } + FigureColumns.cells(figure, of: indicator) + [conditions]
              + columns.more(figure))
        }
      }
    }
    for side in sides {
      let known = Dictionary(side.keys.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
      lines.append(
        names.map { known[$0] ?? "" }
          + FigureColumns.cells(side.id, side.figure, unit: side.unit, definition: "") + [""]
          + columns.more(side.figure))
    }
    return lines.map { CSVWriter.line($0) + "\r\n" }.joined()
  }

  /// Markdown tables, each above what it was limited to, with numbers for people.
  public func markdown(language: Language) -> String {
    let look = Look(language: language)
    var parts = answers.filter { !$0.result.rows.isEmpty }.map { answer in
      let conditions = answer.conditionsText
      let limits = conditions.isEmpty ? "" : "- \(look.say(BrowserWords.limitedTo)): \(conditions)\n"
      return ResultTable.markdown(answer.result, language: language) + limits
    }
    var kinds: [[String]] = []
    for names in sides.map({ $0.keys.map(\.name) }) where !kinds.contains(names) { kinds.append(names) }
    parts += kinds.map { names in
      let heads =
        names
        + [DashboardWords.indicator, DashboardWords.value, DashboardWords.numerator, DashboardWords.count].map(
          look.say) + [look.say(DashboardWords.unit)]
      let rows = sides.filter { $0.keys.map(\.name) == names }.map { side in
        side.keys.map(\.value) + [
          side.id, Self.value(side, look), look.numbers.decimal(side.figure.numerator, digits: 0),
          look.numbers.count(side.figure.n), side.unit,
        ]
      }
      let rule = heads.indices.map { (names.count + 1..<heads.count - 1).contains($0) ? "---:" : "---" }
      return ([heads, rule] + rows).map(ResultTable.markdownLine).joined()
    }
    return parts.joined(separator: "\n")
  }

  private static func value(_ side: Side, _ look: Look) -> String {
    guard let value = side.figure.value else { return look.dash }
    return side.isShare
      ? look.numbers.percentage(value) : look.numbers.decimal(value, digits: value == value.rounded() ? 0 : 2)
  }
}

extension Answer {
  /// What its figures are limited to, as it is typed.
  public var conditionsText: String { query.conditions.map(\.text).joined(separator: "; ") }
}
