import Projection

extension Evaluation {
  func depletion(_ indicator: Indicator, _ field: String, _ base: Measure.Base) -> DepletionTally {
    var plain = grouping.withoutTime
    let (spending, budgets) = amounts(of: indicator, field, base, grouping: &plain)
    let windows = (0..<grouping.count).map { group in
      let (values, periods) = grouping.split(Int32(truncatingIfNeeded: group))
      return (plain.group(values), depletionWindow(periods.map { $0.map { ($0.start.days, $0.end.days - 1) } }))
    }
    return DepletionTally(spending, budgets, windows: windows, per: base.per)
  }

  /// All that was spent since the first year began, and the budgets of the years, as `DepletionTally` counts them.
  func provenanceOfDepletion(_ indicator: Indicator, _ field: String, _ base: Measure.Base) -> Provenance {
    var plain = Grouping([])
    let (spending, budgets) = amounts(of: indicator, field, base, grouping: &plain)
    let taken = depletionWindow([]).taken(of: spending, budgets)
    let (lines, baseLines) = (cases.facts(indicator.table).lines, cases.facts(base.table).lines)
    return Provenance(
      counted: taken.spent.map { lines[$0.row] }, notCounted: taken.budgets.map { baseLines[$0.row] },
      missing: taken.unknown.map { lines[$0.row] }, values: taken.spent.map { $0.value / base.per })
  }

  /// What the conditions leave of periods, by their first and last day; of a period that is not known, nothing.
  private func depletionWindow(_ periods: [(first: Int32, last: Int32)?]) -> DepletionWindow {
    if filter.timing.isOfNoPeriod || periods.contains(where: { $0 == nil }) { return .nothing }
    let asked = filter.timing.window
    let firsts = (periods.map { $0?.first } + [asked?.first]).compactMap { $0.map(PeriodNumbers.month) }
    let lasts = (periods.map { $0?.last } + [asked?.last]).compactMap { $0.map(PeriodNumbers.month) }
    return DepletionWindow(first: firsts.max(), last: lasts.min())
  }

  private func amounts(
    of indicator: Indicator, _ field: String, _ base: Measure.Base, grouping: inout Grouping
  ) -> (spending: [DepletionWindow.Amount], budgets: [DepletionWindow.Amount]) {
    (
      amounts(of: indicator.table, indicator.rule.filter, field, &grouping),
      amounts(of: base.table, base.filter, base.field, &grouping)
    )
  }

  private func amounts(
    of table: CountTable, _ rule: Predicate, _ field: String, _ grouping: inout Grouping
  ) -> [DepletionWindow.Amount] {
    let groups = grouping.groups(of: table.cohort, in: cases, filter: filter.withoutTime)
    let (isCounted, values) = (cases.mask(rule, of: table), cases.numbers(field, of: table))
    let days = cases.days(of: table).last
    return groups.indices.compactMap { row in
      guard groups[row] >= 0, isCounted[row], days[row] != FactTable.noDay else { return nil }
      return DepletionWindow.Amount(
        row: row, group: groups[row], month: PeriodNumbers.month(of: days[row]), value: values[row])
    }
  }
}
