import Query
import Words

/// The figures of one group of facts beside those of a larger one.
struct Comparisons {
  struct Row {
    /// Its place among all rows.
    let index: Int
    let indicator: Indicator
    /// Nil for an indicator that is not per informant.
    let informant: String?
    let scale: ClosedRange<Double>?
    let own: Figure
    let other: Figure?
    let query: Query

    func label(_ look: Look) -> String {
      let title = IndicatorWords(for: indicator.id).map { look.say($0.shortTitle) } ?? indicator.id
      return title + (informant.map { " " + look.say(DashboardWords.informant($0)) } ?? "")
    }
  }

  private(set) var rows: [Row] = []
  /// Of the own figures.
  private(set) var results: [QueryResult] = []

  /// - Parameter questions: Ids of indicators; those of one question have the same dimensions.
  init(
    _ material: Material,
    own: [Condition],
    others: [Condition],
    questions: [[String]]
  ) throws(QueryError) {
    for ids in questions {
      let indicators = ids.flatMap { Indicator.named($0) }
      let question = Query(indicators, where: own)
      let result = try question.evaluate(on: material.projection, vocabulary: material.vocabulary)
      let other = try Query(indicators, where: others).evaluate(
        on: material.projection, vocabulary: material.vocabulary)
      results.append(result)
      for (column, indicator) in indicators.enumerated() {
        for row in result.rows { add(row, column, indicator, question, result, other) }
      }
    }
  }

  private mutating func add(
    _ row: QueryResult.Row,
    _ column: Int,
    _ indicator: Indicator,
    _ question: Query,
    _ result: QueryResult,
    _ other: QueryResult
  ) {
    func informant(_ row: QueryResult.Row, _ result: QueryResult) -> String? {
      result.dimensions.firstIndex(of: .informant).flatMap { row.keys[$0] }
    }
    let whose = informant(row, result)
    let scale = indicator.has(.schaal) ? row.scale : nil
    let same = other.rows.first {
      informant($0, other) == whose && (scale == nil || $0.scale == scale)
    }
    var query = question.narrowed(to: row, of: result)
    query.indicators = [indicator]
    rows.append(
      Row(
        index: rows.count, indicator: indicator, informant: whose, scale: scale, own: row.figures[column],
        other: same.flatMap { $0.figures.indices.contains(column) ? $0.figures[column] : nil }, query: query))
  }
}
