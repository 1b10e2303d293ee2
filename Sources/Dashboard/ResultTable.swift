import PlainText
import Query
import Vocabulary
import Words

/// The answer to any question as a table for people, and as CSV and Markdown.
///
/// One line a group and indicator, so that each figure has its interval, n and missing beside it.
public struct ResultTable {
  private let result: QueryResult
  private let vocabulary: Vocabulary
  /// What stands above the table: usually the question.
  private let title: String?

  public init(_ result: QueryResult, vocabulary: Vocabulary, title: String? = nil) {
    self.result = result
    self.vocabulary = vocabulary
    self.title = title
  }

  /// The table with its definitions and remarks.
  public func drawn(_ look: Look) -> Screen {
    let frame = Frame(
      look: look, context: Context(workspaceName: ""), hasInventedData: result.notes.contains(.inventedData))
    var lines: [Line] = title.map { frame.remark($0, .strong) } ?? []
    if frame.hasInventedData { lines += frame.remark(look.say(QueryWords.inventedData), .warning) }
    let reasons = result.notes.filter(\.saysWhyNothing).flatMap { frame.remark(look.say($0.phrase())) }
    if result.rows.isEmpty {
      if !reasons.isEmpty, !result.lacksTrajecten { return Screen(lines + reasons) }
      lines += frame.remark(look.say(DashboardWords.noRows))
      lines += frame.remark(look.say(DashboardWords.typeThis))
      lines += Commands.toRecordTrajecten.map { Line("   " + $0, .strong) }
      return Screen(lines)
    }
    lines += body(look)
    lines.append(look.ruler())
    lines += definitions(frame)
    lines += reasons
    lines += frame.notes(of: [result]) { !$0.saysWhyNothing }
    if hasFew { lines += frame.remark("\(look.warning) \(look.say(DashboardWords.smallNumber))", .dim) }
    lines += frame.remark(look.say(QueryWords.vocabulary(result.vocabularyVersion)), .dim)
    return Screen(lines)
  }

  private var hasFew: Bool {
    zip(result.indicators.indices, result.indicators).contains { column, indicator in
      result.rows.contains { isFew($0.figures[column], indicator) }
    }
  }

  private func isFew(_ figure: Figure, _ indicator: Indicator) -> Bool {
    indicator.isFew(figure)
  }

  private func body(_ look: Look) -> [Line] {
    let labels = Labels(vocabulary)
    let isNamed = result.indicators.count > 1
    var heads = result.dimensions.map { look.say(QueryWords.dimension($0.rawValue)) }
    if isNamed { heads.append(look.say(DashboardWords.indicator)) }
    let keyCount = heads.count
    let single = result.indicators.first?.words
    heads.append(isNamed ? look.say(DashboardWords.value) : single.map { look.say($0.shortTitle) } ?? "")
    heads += [
      DashboardWords.interval, DashboardWords.numerator, DashboardWords.count, DashboardWords.unit,
      DashboardWords.missing,
    ].map(look.say)
    var cells: [[Span]] = []
    let values = FigureText.aligned(
      result.rows.flatMap { row in
        zip(result.indicators, row.figures).map { FigureText($1.value, of: $0, look) }
      })
    let intervals = aligned(
      result.rows.flatMap { row in zip(result.indicators, row.figures).map { FigureText.interval($1, of: $0, look) } })
    for row in result.rows {
      for (column, indicator) in result.indicators.enumerated() {
        let keys = zip(result.dimensions, row.keys).map { dimension, key in
          Span(column == 0 ? look.say(labels.text(key, of: dimension)) : "")
        }
        let name = look.say(indicator.words.shortTitle)
        cells.append(
          keys + (isNamed ? [Span(name)] : [])
            + figureCells(row.figures[column], indicator, values[cells.count], intervals[cells.count], look))
      }
    }
    return fitted(heads, cells, keyCount: keyCount, look)
  }

  private func figureCells(
    _ figure: Figure,
    _ indicator: Indicator,
    _ value: String,
    _ interval: String,
    _ look: Look
  ) -> [Span] {
    let numbers = look.numbers
    let few = isFew(figure, indicator)
    let numerator = numbers.decimal(figure.numerator, digits: figure.numerator == figure.numerator.rounded() ? 0 : 1)
    return [
      Span(value, .strong), Span(interval), Span(numerator),
      Span((few ? look.warning + " " : "") + numbers.count(figure.n), few ? .warning : .plain),
      Span(look.say(IndicatorWords.unit(indicator.unit.rawValue, count: figure.n))),
      Span(figure.missing == 0 ? look.dash : numbers.count(figure.missing)),
    ]
  }

  /// Intervals with their dashes below each other.
  private func aligned(_ intervals: [String]) -> [String] {
    let parts = intervals.map { $0.split(separator: " ").map(String.init) }
    let low = parts.map { TextWidth.of($0.first ?? "") }.max() ?? 0
    let high = parts.map { TextWidth.of($0.last ?? "") }.max() ?? 0
    return parts.map { part in
      guard part.count == 3 else { return String(repeating: " ", count: low + high + 3) }
      return TextWidth.rightAligned(part[0], to: low) + " \(part[1]) " + TextWidth.rightAligned(part[2], to: high)
    }
  }

  /// Leaves out the numerator where the screen is too narrow for it, then shortens the units, and then the keys.
  private func fitted(_ heads: [String], _ rows: [[Span]], keyCount: Int, _ look: Look) -> [Line] {
    func widest(_ column: Int, _ heads: [String], _ rows: [[Span]]) -> Int {
      max(TextWidth.of(heads[column]), rows.map { TextWidth.of($0[column].text) }.max() ?? 0)
    }
    func total(_ heads: [String], _ rows: [[Span]]) -> Int {
      heads.indices.reduce(0) { $0 + widest($1, heads, rows) + 2 }
    }
    var (heads, rows) = (heads, rows)
    if total(heads, rows) > look.usableWidth {
      heads.remove(at: keyCount + 2)
      for index in rows.indices { rows[index].remove(at: keyCount + 2) }
    }
    if total(heads, rows) > look.usableWidth {
      let unit = heads.count - 2
      heads[unit] = ""
      for row in rows.indices {
        rows[row][unit] = Span(shortUnit(of: result.indicators[row % result.indicators.count], look))
      }
    }
    let gap = total(heads, rows) > look.usableWidth ? 1 : 2
    var excess = total(heads, rows) - look.usableWidth - (2 - gap) * heads.count
    for column in (0..<keyCount).reversed() where excess > 0 {
      let width = max(8, widest(column, heads, rows) - excess)
      excess -= max(0, widest(column, heads, rows) - width)
      heads[column] = TextWidth.fitted(heads[column], to: width, isASCII: look.isASCII)
      for row in rows.indices {
        let cell = rows[row][column]
        rows[row][column] = Span(TextWidth.fitted(cell.text, to: width, isASCII: look.isASCII), cell.style)
      }
    }
    var columns = Columns(heads, look)
    columns.gap = gap
    let numbers = heads.count - keyCount
    columns.alignment =
      Array(repeating: .left, count: keyCount) + Array(repeating: .right, count: numbers - 2) + [.left, .right]
    return columns.drawn(rows)
  }

  private func shortUnit(of indicator: Indicator, _ look: Look) -> String {
    look.say(IndicatorWords.shortUnit(indicator.unit.rawValue))
  }

  private func definitions(_ frame: Frame) -> [Line] {
    let look = frame.look
    return result.indicators.enumerated().flatMap { column, indicator -> [Line] in
      let words = indicator.words
      let missing = result.rows.contains { $0.figures[column].missing > 0 }
      let suffix = missing ? "; \(look.say(DashboardWords.missing)): \(look.say(words.missing))" : ""
      let rules = indicator.datedRules
      guard rules.count > 1 else {
        return frame.remark("\(indicator.definition): \(look.say(words.definition))\(suffix)", .dim)
      }
      return rules.flatMap { each in
        let text = look.say(each.dated(each.definition))
        return frame.remark("\(indicator.definition), \(text)\(each == rules.last ? suffix : "")", .dim)
      }
    }
  }
}

extension QueryResult {
  /// Whether nobody recorded a traject that it is about.
  fileprivate var lacksTrajecten: Bool {
    notes.contains { note in
      guard case .noFacts(let kinds) = note else { return false }
      return !Set(kinds).isDisjoint(with: ["traject_gestart", "traject_beeindigd"])
    }
  }
}
