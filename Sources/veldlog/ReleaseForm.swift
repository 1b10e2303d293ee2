import CanonicalJSON
import Query
import Words
import Workspace

/// The text of a release: CSV, unless JSON or Markdown is asked for.
///
/// In CSV a figure is six columns: the value under the indicator's name, then `_low`, `_high`, `_numerator`, `_n` and
/// `_suppressed`, which is `true` or empty. With `n` as "at least" the column is `_n_from`.
struct ReleaseForm {
  private let release: Release
  private let console: Console

  init(_ release: Release, _ console: Console) {
    self.release = release
    self.console = console
  }

  var text: String {
    switch console.format {
    case .json: release.json(console.language).canonicalText + "\n"
    case .markdown: markdown
    case .csv, .table: csv
    }
  }

  private var csv: String {
    let isAtLeast = release.policy.level == .deelbaar
    let header =
      release.dimensions.map(\.rawValue)
      + release.indicators.flatMap { indicator in
        ["", "_low", "_high", "_numerator", isAtLeast && !Self.isCounted(indicator) ? "_n_from" : "_n", "_suppressed"]
          .map { indicator.id + $0 }
      }
    let lines = release.rows.map { row in
      row.keys.map { FactExport.cell(.string($0 ?? QueryWords.unknown.dutch)) }
        + row.figures.flatMap { figure in
          [
            Self.number(figure.value), Self.number(figure.low), Self.number(figure.high),
            figure.numerator.map(String.init) ?? "", figure.n.map(String.init) ?? "", figure.suppressed ? "true" : "",
          ]
        }
    }
    return ([header] + lines).map { Listing.csvLine($0) + "\n" }.joined()
  }

  /// Whether its figures are counts, whose `n` is the count itself.
  private static func isCounted(_ indicator: Indicator) -> Bool {
    indicator.kind == .count || (indicator.kind == .sum && indicator.unit == .trajecten)
  }

  private static func number(_ value: Double?) -> String { value.map { JSONValue($0).canonicalText } ?? "" }

  private var markdown: String {
    let titles =
      release.dimensions.map { QueryWords.dimension($0.rawValue)[console.language] } + release.indicators.map(\.id)
    let rule = release.dimensions.map { _ in "---" } + release.indicators.map { _ in "---:" }
    let rows = release.rows.map { row in
      row.keys.map { Listing.replacing("|", with: "\\|", in: $0 ?? QueryWords.unknown[console.language]) }
        + zip(release.indicators, row.figures).map(cell)
    }
    let table = ([titles, rule] + rows).map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
    return table + "\n" + release.remarks.map { $0[console.language] + "\n" }.joined()
  }

  /// A figure in a table that people read: `×` where it is suppressed.
  private func cell(_ indicator: Indicator, _ figure: ReleasedFigure) -> String {
    if figure.suppressed { return "×" }
    let numbers = NumberText(console.language)
    var text = ""
    if let value = figure.value {
      let digits = indicator.isShare ? (release.policy.level == .publiek ? 0 : 1) : indicator.kind == .mean ? 1 : 0
      text =
        indicator.isShare ? numbers.decimal(value * 100, digits: digits) + " %" : numbers.decimal(value, digits: digits)
    }
    if let n = figure.n, !Self.isCounted(indicator) {
      let count = figure.numerator.map { numbers.count($0) + " / " } ?? ""
      text +=
        (text.isEmpty ? "" : " ")
        + "(\(count)\(figure.isAtLeast ? "n ≥ " : count.isEmpty ? "n " : "")\(numbers.count(n)))"
    }
    return text.isEmpty ? "–" : text
  }
}
