import CivilTime
import Projection
import Statistics

extension Evaluation {
  mutating func tally(_ indicator: Indicator) throws(QueryError) -> any Tally {
    let table = indicator.table
    let rows = rows(indicator)
    func numbers(_ field: String) -> Cells<Double> {
      if case .numbers(let numbers) = cases.column(field, of: table) { return numbers }
      return Cells([Double](repeating: .nan, count: cases.facts(table).rowCount))
    }
    let missing = indicator.missingRule == .unanswered ? responses(rows, table).unanswered : nil
    switch indicator.measure {
    case .share: return ShareTally(rows, missing: missing)
    case .shareOfTrajecten:
      return TrajectTally(sharesOf: rows, ends: cases.endRows(of: table), endedGroups: groups(of: .rows(.ended)))
    case .goalAttainmentScore:
      return TrajectTally(
        goalsOf: rows, scores: numbers("score"), weights: GoalWeights(cases).weights, ends: cases.endRows(of: table),
        endedGroups: groups(of: .rows(.ended)))
    case .mean(let field): return MeanTally(rows, numbers(field), missing: missing)
    case .median(let field): return MedianTally(rows, numbers(field), missing: missing)
    case .sum(let field, let divisor): return SumTally(rows, numbers(field), per: divisor)
    case .count: return CountTally(rows)
    case .jeugdigen: return try jeugdigen(indicator, rows)
    case .scaleMean:
      let tally = ScaleTally(
        answersAsked(), slots: rows.slots, slotOf: rows.slotOf, unanswered: missing ?? [],
        leavesOutSurvey: filter.comparesAanbieders)
      scaleTally = tally
      return tally
    case .answered: return responses(rows, table)
    case .survivalMedian: return SurvivalTally(rows, cases)
    case .stock: return CountTally(rows)
    case .ratio(let field, let base, let factor):
      let (baseRows, values) = self.rows(of: base)
      return RatioTally(rows, numbers(field), base: baseRows, values, factor: factor, per: base.per)
    case .depletion(let field, let base): return depletion(indicator, numbers(field), base)
    }
  }

  private func responses(_ rows: CountedRows, _ table: CountTable) -> Responses {
    Responses(
      rows, ends: cases.endRows(of: table), hasKnownReden: cases.hasKnownReden, endedGroups: groups(of: .rows(.ended)))
  }

  private func jeugdigen(_ indicator: Indicator, _ rows: CountedRows) throws(QueryError) -> JeugdigenTally {
    var persons = Cells([Int32](repeating: -1, count: rows.slotOf.count))
    if case .codes(let codes) = cases.column("pseudoniem", of: indicator.table) { persons = codes }
    let tally = JeugdigenTally(rows, persons)
    if tally.isImpossible { throw QueryError(position: 0, reason: .needsPseudonym(indicator: indicator.id)) }
    return tally
  }

  /// The rows under the line of a ratio, and their values.
  mutating func rows(of base: Measure.Base) -> (CountedRows, Cells<Double>) {
    let mask = cases.mask(base.filter, of: base.table)
    let classes = mask.map { ($0 ? RowClass.counted : RowClass.outside).rawValue }
    let rows = CountedRows(slots: slots(of: base.table), slotOf: slotOf(base.table), classes: classes)
    if case .numbers(let values) = cases.column(base.field, of: base.table) { return (rows, values) }
    return (rows, Cells([Double](repeating: .nan, count: mask.count)))
  }

  private mutating func depletion(
    _ indicator: Indicator,
    _ values: Cells<Double>,
    _ base: Measure.Base
  ) -> DepletionTally {
    var plain = Grouping(grouping.dimensions.filter { !$0.isTime })
    func amounts(_ table: CountTable, _ isCounted: [Bool], _ values: Cells<Double>) -> [DepletionTally.Amount] {
      let groups = plain.groups(of: table.cohort, in: cases, filter: filter.withoutTime)
      let days = cases.days(of: table).last
      return groups.indices.compactMap { row in
        guard groups[row] >= 0, isCounted[row], days[row] != FactTable.noDay else { return nil }
        return DepletionTally.Amount(group: groups[row], month: Self.month(of: days[row]), value: values[row])
      }
    }
    let spending = amounts(indicator.table, cases.mask(indicator.rule.filter, of: indicator.table), values)
    var baseValues = Cells([Double](repeating: .nan, count: cases.facts(base.table).rowCount))
    if case .numbers(let numbers) = cases.column(base.field, of: base.table) { baseValues = numbers }
    let budgets = amounts(base.table, cases.mask(base.filter, of: base.table), baseValues)
    let window = filter.timing.window
    let windows = (0..<grouping.count).map { group -> (group: Int32, first: Int?, last: Int?) in
      let values = grouping.values(of: Int32(truncatingIfNeeded: group))
      let ofPlain = zip(grouping.dimensions, values).filter { !$0.0.isTime }.map(\.1)
      let months = zip(grouping.dimensions, values).compactMap { dimension, value -> (Int, Int)? in
        dimension.periodLength.map { (Int(value) * $0.rawValue, Int(value + 1) * $0.rawValue - 1) }
      }
      let firsts = months.map(\.0) + [window?.first.map(Self.month)].compactMap(\.self)
      let lasts = months.map(\.1) + [window?.last.map(Self.month)].compactMap(\.self)
      if filter.timing.isOfNoPeriod { return (plain.group(ofPlain), .max, .min) }
      return (plain.group(ofPlain), firsts.max(), lasts.min())
    }
    return DepletionTally(spending, budgets, windows: windows, per: base.per)
  }

  /// Months since the year 0.
  private static func month(of day: Int32) -> Int { Period(.month, containing: CivilDate(days: day)).firstMonth }
}
