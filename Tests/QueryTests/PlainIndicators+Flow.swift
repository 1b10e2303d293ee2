import CivilTime
import Query

/// Indicators of who is in care, and of what aanbieders report of it.
extension PlainIndicators {
  func flowGroups(_ id: String, _ scope: PlainScope) -> Groups? {
    switch id {
    case "stand_begin": stock(scope) { $0.isOpenBefore($1.first) }
    case "doorstroom": stock(scope) { $0.isOpenBefore($1.first) && $0.isOpenAfter($1.last) }
    case "stand_eind": stock(scope) { $0.isOpenAfter($1.last) }
    case "in_zorg": stock(scope) { $0.isOpenBefore($1.first) || $1.holds($0.start) }
    case "aanmeldingen": grouped(rows("aanmelding", day: "datum"), scope).mapValues { .count($0) }
    case "opgave_begin", "opgave_instroom", "opgave_doorstroom", "opgave_uitstroom", "opgave_eind", "opgave_wachtend":
      reported(String(id.dropFirst("opgave_".count)), scope)
    default: nil
    }
  }

  private func reported(_ field: String, _ scope: PlainScope) -> Groups {
    let counted = rows("kwartaaloverzicht", period: "kwartaal").filter { $0.fact.text("telt") == "trajecten" }
    return grouped(counted, scope).mapValues { rows in
      let known = rows.compactMap { row in row.fact.number(field).map { (row, $0) } }
      return .sum(known, missing: rows.count - known.count)
    }
  }

  /// A stretch of days; nil for an end that is open.
  private struct Stretch {
    let first: CivilDate?
    let last: CivilDate?

    func holds(_ day: CivilDate) -> Bool {
      if let first, day < first { return false }
      if let last, day > last { return false }
      return true
    }
  }

  /// A traject from its first to its last day.
  private struct Care {
    let start: CivilDate
    let end: CivilDate?

    /// In care when `day` begins.
    func isOpenBefore(_ day: CivilDate?) -> Bool {
      guard let day else { return false }
      return start < day && (end.map { $0 >= day } ?? true)
    }

    /// In care when `day` is over.
    func isOpenAfter(_ day: CivilDate?) -> Bool {
      guard let day else { return end == nil }
      return start <= day && (end.map { $0 > day } ?? true)
    }
  }

  /// Trajecten in each period from the first start to the last day that anything is known of, or in all time asked
  /// about.
  private func stock(_ scope: PlainScope, _ counts: (Care, Stretch) -> Bool) -> Groups {
    var stretches: [(period: Period?, stretch: Stretch)] = []
    if let length = scope.length {
      guard let lastDay, let firstDay = started.compactMap({ $0.days?.lowerBound }).min() else { return [:] }
      var period = Period(length, containing: max(firstDay, scope.first ?? firstDay))
      while period.start <= min(lastDay, scope.last ?? lastDay) {
        let days = PlainScope.days(period)
        stretches.append(
          (
            period,
            Stretch(
              first: max(days.lowerBound, scope.first ?? days.lowerBound),
              last: min(days.upperBound, scope.last ?? days.upperBound))
          ))
        period = period.following
      }
    } else {
      stretches = [(nil, Stretch(first: scope.first, last: scope.last))]
    }
    var groups: [[String]: [Row]] = [:]
    for row in started {
      guard let start = row.days?.lowerBound, isOfPlace(row, scope) else { continue }
      let care = Care(start: start, end: row.traject.flatMap { ends[$0] }?.day("datum"))
      for (period, stretch) in stretches where counts(care, stretch) {
        let days = period.map(PlainScope.days)
        groups[key(Row(fact: row.fact, days: days), scope), default: []].append(row)
      }
    }
    return groups.mapValues { .count($0) }
  }
}
