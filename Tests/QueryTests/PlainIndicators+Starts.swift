import CivilTime

/// Indicators of trajecten that started, and of appointments.
extension PlainIndicators {
  func startGroups(_ id: String, _ scope: PlainScope) -> Groups? {
    switch id {
    case "instroom": grouped(started, scope).mapValues { .count($0) }
    case "jeugdigen": grouped(started, scope).mapValues(jeugdigen)
    case "doorlooptijd_km": grouped(started, scope).mapValues(survival)
    case "herhaald_beroep": earlierHelp(scope, is: true)
    case "geen_nieuwe_start": earlierHelp(scope, is: false)
    case "wachttijd": waits(scope, from: referral, to: start)
    case "wachttijd_aanmelding": waits(scope, from: referral, to: intake)
    case "wachttijd_behandeling": waits(scope, from: intake, to: start)
    case "wachttijd_norm": waits(scope, from: referral, to: start, within: 14 * 7)
    case "wachttijd_aanmelding_norm": waits(scope, from: referral, to: intake, within: 4 * 7)
    case "wachttijd_behandeling_norm": waits(scope, from: intake, to: start, within: 10 * 7)
    case "no_show": appointments(scope, ["no_show", "afgezegd_laat"])
    case "no_show_strikt": appointments(scope, ["no_show"])
    default: nil
    }
  }

  private func appointments(_ scope: PlainScope, _ missed: [String]) -> Groups {
    let planned = rows("afspraak", day: "datum").filter { $0.fact.text("status") != "afgezegd_tijdig" }
    return grouped(planned, scope).mapValues { rows in
      .rate(rows.filter { missed.contains($0.fact.text("status") ?? "") }, of: rows, missing: 0)
    }
  }

  // MARK: Waiting

  private func start(_ row: Row) -> CivilDate? { row.fact.day("datum") }

  private func intake(_ row: Row) -> CivilDate? {
    all("intake").first { $0.text("traject") == row.traject }?.day("datum")
  }

  /// The first aanmelding that names the traject, else the jeugdige's last one without traject at that aanbieder on or
  /// before the start.
  private func referral(_ row: Row) -> CivilDate? {
    let named = all("aanmelding").filter { $0.text("traject") == row.traject }.compactMap { $0.day("datum") }
    if let first = named.min() { return first }
    guard let who = row.fact.text("pseudoniem"), let start = start(row) else { return nil }
    return all("aanmelding").filter {
      $0.text("traject") == nil && $0.text("pseudoniem") == who && $0.text("aanbieder") == row.fact.text("aanbieder")
    }.compactMap { $0.day("datum") }.filter { $0 <= start }.max()
  }

  private func waits(
    _ scope: PlainScope, from: (Row) -> CivilDate?, to: (Row) -> CivilDate?, within norm: Double? = nil
  ) -> Groups {
    grouped(started, scope).mapValues { rows in
      var known: [PlainFigure.Part] = []
      for row in rows {
        if let from = from(row), let to = to(row), from <= to { known.append((row, Double(to.days - from.days))) }
      }
      guard let norm else { return .median(known, missing: rows.count - known.count) }
      return .rate(
        known.filter { $0.value <= norm }.map(\.row), of: known.map(\.row), missing: rows.count - known.count)
    }
  }

  // MARK: Earlier help

  private func earlierHelp(_ scope: PlainScope, is wanted: Bool) -> Groups {
    grouped(started, scope).mapValues { rows in
      let known = rows.filter { $0.fact.text("pseudoniem") != nil && $0.days != nil }
      let those = known.filter { hadHelp($0, scope) == wanted }
      return .rate(those, of: known, missing: rows.count - known.count)
    }
  }

  /// Whether there was help in the five years before the reporting period, which ended at least a day before.
  private func hadHelp(_ row: Row, _ scope: PlainScope) -> Bool {
    guard let start = start(row) else { return false }
    let period = Period(scope.reportingLength, containing: start)
    let (first, last) = (period.start.adding(months: -60), CivilDate(days: period.start.days - 1))
    return starts.contains { traject, other in
      guard traject != row.traject, other.text("pseudoniem") == row.fact.text("pseudoniem"),
        let from = other.day("datum"), let to = ends[traject]?.day("datum")
      else { return false }
      return from <= last && to >= first && to.days + 1 < start.days
    }
  }

  // MARK: Duration of those that are still open too

  /// The first day on which no more than half are still open, by the product over the days on which some ended.
  private func survival(_ rows: [Row]) -> PlainFigure {
    var followed: [(row: Row, days: Int, hasEnded: Bool)] = []
    for row in rows {
      guard let traject = row.traject, let start = start(row), let lastDay else { continue }
      if ends[traject] == nil {
        followed.append((row, Int(lastDay.days - start.days), false))
      } else if let days = days(traject) {
        followed.append((row, Int(days), true))
      }
    }
    var (open, median) = (1.0, Double?.none)
    for day in Set(followed.filter(\.hasEnded).map(\.days)).sorted() where median == nil {
      let atRisk = followed.count { $0.days >= day }
      let ended = followed.count { $0.days == day && $0.hasEnded }
      open *= 1 - Double(ended) / Double(atRisk)
      if open <= 0.5 + 1e-9 { median = Double(day) }
    }
    var figure = PlainFigure.sum(
      followed.map { ($0.row, Double($0.days)) }, missing: rows.count - followed.count)
    figure.value = median
    return figure
  }
}
