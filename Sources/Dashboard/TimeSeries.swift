import CivilTime
import Query

/// The figures of one indicator over consecutive periods, and of whom they are.
struct TimeSeries {
  let indicator: Indicator
  /// Nil for an indicator that is not per informant.
  let informant: String?
  let scale: ClosedRange<Double>?
  /// One a period, the newest last.
  var figures: [Figure?]
  /// The question whose one answer is the newest figure; nil where there is none.
  let newest: Query?

  /// For a count, with 0 for the periods between the first that has one and the last of all: nothing was counted there.
  var withoutGaps: [Figure?] {
    guard indicator.kind == .count, let first = figures.firstIndex(where: { $0 != nil }) else { return figures }
    return figures.enumerated().map { index, figure in figure ?? (index > first ? .zero : nil) }
  }

  /// The newest figure with its bounds, where an answer has the same one with them.
  func with(_ bounded: [Answer]) -> TimeSeries {
    let found = bounded.lazy.flatMap(\.cells).first {
      $0.indicator.id == indicator.id && $0.informant == informant && $0.scale == scale
    }
    guard let open = found?.figure.open, let last = figures.indices.last else { return self }
    var series = self
    series.figures[last]?.open = open
    return series
  }

  var now: Figure? { figures.last ?? nil }
  var before: Figure? { figures.count > 1 ? figures[figures.count - 2] : nil }
}

/// Asks for indicators over the last periods up to one.
struct TimeSeriesReader {
  let conditions: [Condition]
  private let material: Material

  init(_ material: Material, _ conditions: [Condition]) {
    self.material = material
    self.conditions = conditions
  }

  /// The newest quarter in which anything that meets the conditions ended; nil when nothing did.
  func newestQuarter() throws(QueryError) -> Period? {
    let query = Query(Indicator.named("uitstroom"), per: [.kwartaal], where: conditions)
    return try material.answer(query).result.rows.compactMap { $0.keys[0].flatMap { Period($0) } }.max()
  }

  /// The indicators by period, over the `count` periods up to `last`.
  func answer(_ ids: [String], last: Period, count: Int) throws(QueryError) -> Answer {
    let first = (1..<count).reduce(last) { period, _ in period.preceding }
    return try material.answer(
      Query(
        ids.flatMap { Indicator.named($0) }, per: [Dimension(last.length)],
        where: conditions + [
          Condition(.periode, .isAtLeast, [first.text]), Condition(.periode, .isAtMost, [last.text]),
        ]))
  }

  /// The indicators' figures over the `count` periods up to `last`, and the result that they come from.
  func read(_ ids: [String], last: Period, count: Int) throws(QueryError) -> ([TimeSeries], QueryResult) {
    let answer = try answer(ids, last: last, count: count)
    let (query, result) = (answer.query, answer.result)
    var periods = [last]
    while periods.count < count { periods.insert(periods[0].preceding, at: 0) }
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
        if place == places.count - 1 { newest = query.narrowed(to: row, of: result).for(indicator) }
      }
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
