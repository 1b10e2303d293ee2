import CivilTime
import Projection
import Query
import Vocabulary

/// The figures of one indicator over consecutive periods, and of whom they are.
struct TimeSeries {
  let indicator: Indicator
  /// Nil for an indicator that is not per informant.
  let informant: String?
  let scale: ClosedRange<Double>?
  /// One a period, the newest last.
  let figures: [Figure?]
  /// The question whose one answer is the newest figure; nil where there is none.
  let newest: Query?

  /// For a count, with 0 for the periods between the first that has one and the last of all: nothing was counted there.
  var withoutGaps: [Figure?] {
    guard indicator.kind == .count, let first = figures.firstIndex(where: { $0 != nil }) else { return figures }
    return figures.enumerated().map { index, figure in figure ?? (index > first ? .zero : nil) }
  }

  var now: Figure? { figures.last ?? nil }
  var before: Figure? { figures.count > 1 ? figures[figures.count - 2] : nil }
}

/// Asks for indicators over the last periods up to one.
struct TimeSeriesReader {
  let projection: Projection
  let vocabulary: Vocabulary
  let conditions: [Condition]

  /// The newest quarter in which anything that meets the conditions ended; nil when nothing did.
  func newestQuarter() throws(QueryError) -> Period? {
    let query = Query(Indicator.named("uitstroom"), per: [.kwartaal], where: conditions)
    let result = try query.evaluate(on: projection, vocabulary: vocabulary)
    return result.rows.compactMap { $0.keys[0].flatMap { Period($0) } }.max()
  }

  /// The indicators' figures over the `count` periods up to `last`, and the result that they come from.
  func read(_ ids: [String], last: Period, count: Int) throws(QueryError) -> ([TimeSeries], QueryResult) {
    var periods = [last]
    while periods.count < count { periods.insert(periods[0].preceding, at: 0) }
    let dimension = Dimension(last.length)
    let query = Query(
      ids.flatMap { Indicator.named($0) }, per: [dimension],
      where: conditions + [
        Condition(.periode, .isAtLeast, [periods[0].text]), Condition(.periode, .isAtMost, [last.text]),
      ])
    let result = try query.evaluate(on: projection, vocabulary: vocabulary)
    let places = Dictionary(periods.enumerated().map { ($1.text, $0) }, uniquingKeysWith: { first, _ in first })
    return (query.indicators.flatMap { series($0, of: query, in: result, places: places) }, result)
  }

  private func series(
    _ indicator: Indicator,
    of query: Query,
    in result: QueryResult,
    places: [String: Int]
  ) -> [TimeSeries] {
    guard let column = result.indicators.firstIndex(of: indicator) else { return [] }
    let informantColumn = indicator.has(.informant) ? result.dimensions.firstIndex(of: .informant) : nil
    var groups: [(informant: String?, scale: ClosedRange<Double>?)] = []
    for row in result.rows {
      let informant = informantColumn.flatMap { row.keys[$0] }
      let scale = indicator.has(.schaal) ? row.scale : nil
      // A row without answers belongs to whatever scale its informant has otherwise.
      if indicator.has(.schaal), scale == nil, result.rows.contains(where: { $0.scale != nil }) { continue }
      if !groups.contains(where: { $0.informant == informant && $0.scale == scale }) {
        groups.append((informant, scale))
      }
    }
    groups.sort { ($0.informant ?? "", $0.scale?.upperBound ?? 0) < ($1.informant ?? "", $1.scale?.upperBound ?? 0) }
    return groups.map { group in
      var figures = [Figure?](repeating: nil, count: places.count)
      var newest: Query?
      for row in result.rows {
        guard let key = row.keys[0], let place = places[key] else { continue }
        let isSame =
          (informantColumn == nil || row.keys[informantColumn ?? 0] == group.informant)
          && (!indicator.has(.schaal) || row.scale == group.scale)
        guard isSame else { continue }
        figures[place] = row.figures[column]
        if place == places.count - 1 { newest = query.narrowed(to: row, of: result) }
      }
      newest?.indicators = [indicator]
      return TimeSeries(
        indicator: indicator, informant: group.informant, scale: group.scale, figures: figures, newest: newest)
    }
  }
}

extension Dimension {
  /// The dimension of periods of that length.
  init(_ length: Period.Length) {
    self =
      switch length {
      case .year: .jaar
      case .half: .halfjaar
      case .quarter: .kwartaal
      case .month: .maand
      }
  }
}

extension Figure {
  /// The count of nothing.
  static var zero: Figure { Figure(value: 0, numerator: 0, n: 0) }
}
