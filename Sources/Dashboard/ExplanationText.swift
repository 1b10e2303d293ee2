import Query
import Statistics
import Words

/// The first lines of an explained figure: what it is, and by which rule.
public enum ExplanationText {
  public static func head(_ explanation: Explanation, _ look: Look) -> [String] {
    let (indicator, figure) = (explanation.indicator, explanation.figure)
    let keys = explanation.keys.compactMap { $0.value }.joined(separator: ", ")
    var lines = [" " + indicator.id + (keys.isEmpty ? "" : "   " + keys) + "   " + value(figure, indicator, look)]
    lines += rules(explanation).map { " " + look.say($0) }
    lines += figure.norms.map { " " + look.say(HistoryWords.norm($0.phrase)) }
    if let interval = figure.open { lines.append(open(indicator.id, interval, indicator, look)) }
    return lines.map(look.plain)
  }

  /// What it is, and by which rule: of one that changed, those that held for the facts of the figure.
  private static func rules(_ explanation: Explanation) -> [Phrase] {
    let indicator = explanation.indicator
    let all = indicator.datedRules
    guard all.count > 1 else {
      return [
        HistoryWords.definition(indicator.definition, indicator.words.definition),
        HistoryWords.rule(indicator.ruleText),
      ]
    }
    let held = explanation.provenance.rules.filter(all.indices.contains).map { all[$0] }
    let texts = held.filter { $0.definition != $0.rule }.map(\.definition).joined(separator: "; ")
    return [HistoryWords.definition(indicator.definition, Phrase(same: texts))]
      + held.map { $0.dated($0.rule) }
  }

  /// A line for each figure of an answer that open conflicts may move, or one that says there is none.
  public static func open(_ result: QueryResult, _ look: Look) -> [String] {
    let lines = result.rows.flatMap { row in
      zip(result.indicators, row.figures).compactMap { indicator, figure -> String? in
        figure.open.map {
          open(([indicator.id] + row.keys.compactMap(\.self)).joined(separator: " "), $0, indicator, look)
        }
      }
    }
    return lines.isEmpty ? [" " + look.plain(look.say(HistoryWords.noOpen))] : lines
  }

  static func open(_ what: String, _ interval: Interval, _ indicator: Indicator, _ look: Look) -> String {
    let (low, high) = (FigureText(interval.low, of: indicator, look), FigureText(interval.high, of: indicator, look))
    return " " + look.plain(look.say(HistoryWords.open(what, low.text, high.text)))
  }

  /// `2 van 17 trajecten = 11,8 % (3,3 – 34,3)`.
  public static func value(_ figure: Figure, _ indicator: Indicator, _ look: Look) -> String {
    let unit = look.say(IndicatorWords.unit(indicator.unit.rawValue, count: figure.n))
    let value = FigureText(figure.value, of: indicator, look).text
    let interval = FigureText.interval(figure, of: indicator, look)
    let of = look.language == .dutch ? "van" : "of"
    let whole = figure.numerator.rounded() == figure.numerator
    let count =
      indicator.kind == .rate
      ? look.numbers.decimal(figure.numerator, digits: whole ? 0 : 1) + " \(of) " + look.numbers.count(figure.n) + " "
        + unit + " = " : ""
    let n =
      indicator.kind == .rate || indicator.kind == .count ? "" : "   n " + look.numbers.count(figure.n) + " " + unit
    return count + value + (interval.isEmpty ? "" : "   (" + interval + ")") + n
  }
}
