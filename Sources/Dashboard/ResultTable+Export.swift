import Query
import Tabular
import Words

/// The same table for other programs and documents.
extension ResultTable {
  /// Comma-separated, a head first, lines ended by CRLF (RFC 4180); numbers as in JSON, with a decimal point.
  ///
  /// One line a group and indicator: the group's keys, `indicator, value, low, high, numerator, n, unit, missing,
  /// definition`, then what `FigureColumns` adds. What there is none of is empty; what is not known is `(onbekend)`.
  public static func csv(_ result: QueryResult) -> String {
    let columns = FigureColumns([result])
    var lines = [result.dimensions.map(\.rawValue) + FigureColumns.ofAll + columns.more]
    for row in result.rows {
      for (indicator, figure) in zip(result.indicators, row.figures) {
        lines.append(
          row.keys.map { $0 ?? QueryWords.unknown.dutch } + FigureColumns.cells(figure, of: indicator)
            + columns.more(figure))
      }
    }
    return lines.map { CSVWriter.line($0) + "\r\n" }.joined()
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
    let hasBounds = FigureColumns([result]).hasBounds
    let unit = heads.count - 2
    var lines = [heads, heads.indices.map { $0 <= keyCount || $0 == unit ? "---" : "---:" }]
    if hasBounds {
      lines[0].append(look.say(BrowserWords.openEnds))
      lines[1].append("---:")
    }
    for row in result.rows {
      for (indicator, figure) in zip(result.indicators, row.figures) {
        lines.append(
          row.keys.map { $0 ?? look.say(QueryWords.unknown) } + [
            indicator.id, FigureText(figure.value, of: indicator, look).text,
            FigureText.interval(figure, of: indicator, look),
            look.numbers.decimal(figure.numerator, digits: figure.numerator == figure.numerator.rounded() ? 0 : 1),
            look.numbers.count(figure.n), look.say(IndicatorWords.unit(indicator.unit.rawValue, count: figure.n)),
            look.numbers.count(figure.missing),
          ] + (hasBounds ? [open(figure, indicator, look)] : []))
      }
    }
    return lines.map(markdownLine).joined() + "\n" + remarks(result, look).map { "- " + $0 + "\n" }.joined()
  }

  static func markdownLine(_ cells: [String]) -> String {
    "| " + cells.map(escaped).joined(separator: " | ") + " |\n"
  }

  private static func open(_ figure: Figure, _ indicator: Indicator, _ look: Look) -> String {
    guard let open = figure.open else { return "" }
    return [open.low, open.high].map { FigureText($0, of: indicator, look).text }.joined(separator: " \(look.dash) ")
  }

  private static func remarks(_ result: QueryResult, _ look: Look) -> [String] {
    let definitions = result.indicators.map { indicator in
      "`\(indicator.definition)`: \(look.say(indicator.words.definition)); "
        + "\(look.say(DashboardWords.missing)): \(look.say(indicator.words.missing))"
    }
    return definitions + result.notes.map { look.say($0.phrase()) }
      + [look.say(QueryWords.vocabulary(result.vocabularyVersion))]
  }

  private static func escaped(_ cell: String) -> String {
    cell.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
}
