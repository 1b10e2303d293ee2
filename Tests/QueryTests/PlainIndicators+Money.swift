import CivilTime
import Query

/// Indicators of money and capacity.
extension PlainIndicators {
  func moneyGroups(_ id: String, _ scope: PlainScope) -> Groups? {
    switch id {
    case "budget": sums(budgets("rijksbudget"), "bedrag_cent", per: 100, scope)
    case "plafond": sums(budgets("plafond"), "bedrag_cent", per: 100, scope)
    case "uitgave": sums(spending, "bedrag_cent", per: 100, scope)
    case "budgetuitputting": depletion(budgets("rijksbudget"), scope)
    case "plafonduitputting": depletion(budgets("plafond"), scope)
    case "pgb_aandeel": shareOfBudget("pgb", scope)
    case "uitvoeringskosten_aandeel": shareOfBudget("uitvoering", scope)
    case "fte":
      sums(
        standing(rows("formatie", day: "peildatum"), ["regio", "gemeente", "aanbieder", "functie"], scope), "fte",
        per: 1, scope)
    case "aanbieders_per_10000":
      ratio(
        sums(characteristics("aanbieders", scope), "aantal", per: 1, scope),
        sums(characteristics("jeugdigen", scope), "aantal", per: 1, scope), times: 10_000)
    default: nil
    }
  }

  private var spending: [Row] { rows("uitgave", period: "periode") }

  private func sums(_ rows: [Row], _ field: String, per unit: Double, _ scope: PlainScope) -> Groups {
    grouped(rows, scope).mapValues { sum($0, field, per: unit) }
  }

  private func sum(_ rows: [Row], _ field: String, per unit: Double) -> PlainFigure {
    let known = rows.compactMap { row in row.fact.number(field).map { (row, $0) } }
    var figure = PlainFigure.sum(known, missing: rows.count - known.count)
    figure.numerator /= unit
    figure.value = figure.value.map { $0 / unit }
    return figure
  }

  // MARK: What still stands

  private static let bases = ["meicirculaire_2014", "decembercirculaire_2015", "objectief_verdeelmodel"]

  /// Of the budgets for the same year and purpose the one with the last basis.
  private func budgets(_ soort: String) -> [Row] {
    var last: [[String?]: Row] = [:]
    func rank(_ row: Row) -> (Int, String) {
      let basis = row.fact.text("grondslag") ?? ""
      return (Self.bases.firstIndex(of: basis) ?? (basis.isEmpty ? -2 : -1), basis)
    }
    for row in rows("budget", period: "jaar") where row.fact.text("soort") == soort {
      let subject = ["regio", "aanbieder", "gemeente"].map { row.fact.text($0) } + [row.days?.lowerBound.iso]
      if let other = last[subject], rank(other) >= rank(row) { continue }
      last[subject] = row
    }
    return Array(last.values)
  }

  /// Of the rows about the same subject the last one within the time asked about, each period for itself; whichever
  /// log it stands in.
  private func standing(_ rows: [Row], _ subject: [String], _ scope: PlainScope) -> [Row] {
    var last: [[String?]: Row] = [:]
    let periods = scope.dimensions.compactMap(PlainScope.length)
    for row in rows where scope.holds(row.days) {
      let key =
        subject.map { row.fact.text($0) } + periods.map { Self.period(row.days, $0)?.text ?? Self.unknown }
      if let other = last[key], let day = other.days {
        guard let own = row.days, (own.upperBound, own.lowerBound) > (day.upperBound, day.lowerBound) else { continue }
      }
      last[key] = row
    }
    return Array(last.values)
  }

  private func characteristics(_ kenmerk: String, _ scope: PlainScope) -> [Row] {
    standing(
      rows("regiokenmerk", period: "periode").filter { $0.fact.text("kenmerk") == kenmerk }, ["regio", "eenheid"], scope
    )
  }

  // MARK: One sum per another

  private func ratio(_ upper: Groups, _ lower: Groups, times factor: Double = 1) -> Groups {
    var groups: Groups = [:]
    for key in Set(upper.keys).union(lower.keys) {
      let (sum, base) = (upper[key]?.numerator ?? 0, lower[key]?.numerator ?? 0)
      groups[key] = PlainFigure(
        numerator: sum, n: Int(base.rounded()), missing: upper[key]?.missing ?? 0,
        value: base > 0 && upper[key]?.value != nil ? factor * sum / base : nil, counted: upper[key]?.counted ?? [],
        notCounted: lower[key]?.counted ?? [])
    }
    return groups
  }

  private func shareOfBudget(_ soort: String, _ scope: PlainScope) -> Groups {
    ratio(
      sums(budgets(soort), "bedrag_cent", per: 100, scope),
      sums(budgets("rijksbudget"), "bedrag_cent", per: 100, scope))
  }

  /// What was spent from the first day of the year up to the end of each period, of what there is for those years;
  /// years of which no budget is known stay out of both.
  private func depletion(_ budgets: [Row], _ scope: PlainScope) -> Groups {
    var whole = scope
    whole.time = nil
    whole.dimensions = scope.dimensions.filter { !$0.isTime }
    let known = budgets.filter { $0.fact.number("bedrag_cent") != nil }
    var groups: Groups = [:]
    for period in scope.length.map(Self.periods) ?? [nil] {
      let days = period.map(PlainScope.days)
      guard let first = [days?.lowerBound, scope.first, Self.always.lowerBound].compactMap(\.self).max(),
        let last = [days?.upperBound, scope.last, Self.always.upperBound].compactMap(\.self).min(), first <= last
      else { continue }
      let years = Period(.year, containing: first).start...PlainScope.days(Period(.year, containing: last)).upperBound
      let budgetsOf = grouped(known.filter { $0.days.map { years.contains($0.upperBound) } ?? false }, whole)
      let spendingOf = grouped(
        spending.filter { row in row.days.map { $0.upperBound >= years.lowerBound && $0.upperBound <= last } ?? false },
        whole)
      for (key, budgets) in budgetsOf {
        let budgeted = Set(budgets.compactMap { $0.days?.upperBound.components.year })
        let spent = (spendingOf[key] ?? []).filter { row in
          row.days.map { budgeted.contains($0.upperBound.components.year) } ?? false
        }
        let figures = ratio(
          [key: sum(spent, "bedrag_cent", per: 100)], [key: sum(budgets, "bedrag_cent", per: 100)])
        groups[Self.key(key, days, scope)] = figures[key]
      }
    }
    return groups
  }

  /// Longer than any history.
  private static let always = CivilDate(days: 0)...CivilDate(days: 365 * 200)

  private static func periods(_ length: Period.Length) -> [Period?] {
    (2010...2018).flatMap { year in
      (0..<(12 / length.rawValue)).map { part in
        CivilDate(year: year, month: 1 + part * length.rawValue, day: 1).map { Period(length, containing: $0) }
      }
    }
  }

  /// The key of a group without time, with the periods of those days where the question is split by time.
  private static func key(_ group: [String], _ days: ClosedRange<CivilDate>?, _ scope: PlainScope) -> [String] {
    var left = group[...]
    return scope.dimensions.map { dimension in
      guard let length = PlainScope.length(dimension) else { return left.removeFirst() }
      return period(days, length)?.text ?? unknown
    }
  }
}
