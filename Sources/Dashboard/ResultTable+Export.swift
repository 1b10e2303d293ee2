import Query
import Words

/// The same table for other programs and documents.
extension ResultTable {
  /// Comma-separated, a head first, lines ended by CRLF (RFC 4180); numbers as in JSON, with a decimal point.
  ///
  /// One line a group and indicator: the group's keys, `indicator, value, low, high, numerator, n, unit, missing,
  /// definition`. What there is none of is empty; what is not known is `(onbekend)`.
  public static func csv(_ result: QueryResult) -> String {
    let heads =
      result.dimensions.map(\.rawValue)
      + ["indicator", "value", "low", "high", "numerator", "n", "unit", "missing", "definition"]
    var lines = [heads]
    for row in result.rows {
      for (indicator, figure) in zip(result.indicators, row.figures) {
        let keys = row.keys.map { $0 ?? QueryWords.unknown.dutch }
        lines.append(
          keys + [
            indicator.id, number(figure.value), number(figure.low), number(figure.high), number(figure.numerator),
            String(figure.n), indicator.unit.rawValue, String(figure.missing), indicator.definition,
          ])
      }
    }
    return lines.map { $0.map(quoted).joined(separator: ",") + "\r\n" }.joined()
  }

  /// A Markdown table with numbers for people, and its definitions below.
  public static func markdown(_ result: QueryResult, language: Language) -> String {
    let look = Look(language: language)
    let heads =
      result.dimensions.map { look.say(QueryWords.dimension($0.rawValue)) }
      + [
        DashboardWords.indicator, DashboardWords.value, DashboardWords.interval, DashboardWords.numerator,
        DashboardWords.count, DashboardWords.unit, DashboardWords.missing,
      ].map(look.say)
    let keyCount = result.dimensions.count
    var lines = [heads, heads.indices.map { $0 <= keyCount || $0 == heads.count - 2 ? "---" : "---:" }]
    for row in result.rows {
      for (indicator, figure) in zip(result.indicators, row.figures) {
        lines.append(
          row.keys.map { $0 ?? look.say(QueryWords.unknown) } + [
            indicator.id, FigureText(figure.value, of: indicator, look).text,
            FigureText.interval(figure, of: indicator, look),
            look.numbers.decimal(figure.numerator, digits: figure.numerator == figure.numerator.rounded() ? 0 : 1),
            look.numbers.count(figure.n), look.say(IndicatorWords.unit(indicator.unit.rawValue, count: figure.n)),
            look.numbers.count(figure.missing),
          ])
      }
    }
    let table = lines.map { "| " + $0.map(escaped).joined(separator: " | ") + " |\n" }.joined()
    return table + "\n" + remarks(result, look).map { "- " + $0 + "\n" }.joined()
  }

  private static func remarks(_ result: QueryResult, _ look: Look) -> [String] {
    let definitions = result.indicators.compactMap { indicator in
      IndicatorWords(for: indicator.id).map { words in
        "`\(indicator.definition)`: \(look.say(words.definition)); "
          + "\(look.say(DashboardWords.missing)): \(look.say(words.missing))"
      }
    }
    return definitions + result.notes.map { look.say($0.phrase()) }
      + [look.say(QueryWords.vocabulary(result.vocabularyVersion))]
  }

  static func number(_ value: Double?) -> String {
    guard let value else { return "" }
    return Int64(exactly: value).map(String.init) ?? value.description
  }

  private static func quoted(_ cell: String) -> String {
    let isSpecial = cell.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    return isSpecial
      ? "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\"" : cell
  }

  private static func escaped(_ cell: String) -> String {
    cell.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
}
