import Projection

extension Evaluation {
  mutating func tally(_ indicator: Indicator) throws(QueryError) -> any Tally {
    let table = indicator.table
    let rows = rows(indicator)
    func numbers(_ field: String) -> Cells<Double> { cases.numbers(field, of: table) }
    let missing = indicator.missingRule == .unanswered ? responses(rows, table).unanswered : nil
    switch indicator.measure {
    case .share(let numerator):
      let share = ShareTally(rows, missing: missing)
      guard let norms = numerator.fields.compactMap(DerivedField.init).compactMap({ cases.norms(of: $0) }).first else {
        return share
      }
      return NormTally(share, rows, norms.all, normOf: norms.places(atStarts: cases.startRows(of: table)))
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
    case .depletion(let field, let base): return depletion(indicator, field, base)
    }
  }

  private func responses(_ rows: CountedRows, _ table: CountTable) -> Responses {
    Responses(
      rows, ends: cases.endRows(of: table), hasKnownReden: cases.hasKnownReden, endedGroups: groups(of: .rows(.ended)))
  }

  private func jeugdigen(_ indicator: Indicator, _ rows: CountedRows) throws(QueryError) -> JeugdigenTally {
    let tally = JeugdigenTally(rows, persons(of: indicator))
    if tally.isImpossible { throw QueryError(position: 0, reason: .needsPseudonym(indicator: indicator.id)) }
    return tally
  }

  /// Per row of the indicator's table the code of a pseudonym, or −1.
  func persons(of indicator: Indicator) -> Cells<Int32> {
    if case .codes(let codes) = cases.column("pseudoniem", of: indicator.table) { return codes }
    return Cells([Int32](repeating: -1, count: cases.facts(indicator.table).rowCount))
  }

  /// The rows under the line of a ratio, and their values.
  mutating func rows(of base: Measure.Base) -> (CountedRows, Cells<Double>) {
    let mask = cases.mask(base.filter, of: base.table)
    let classes = mask.map { ($0 ? RowClass.counted : RowClass.outside).rawValue }
    let rows = CountedRows(slots: slots(of: base.table), slotOf: slotOf(base.table), classes: classes)
    return (rows, cases.numbers(base.field, of: base.table))
  }
}
