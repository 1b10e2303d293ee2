import CivilTime

/// Indicators of trajecten that ended.
extension PlainIndicators {
  func endGroups(_ id: String, _ scope: PlainScope) -> Groups? {
    switch id {
    case "uitval_smal": ofReden(["03"], scope)
    case "uitval_breed": ofReden(["03", "04"], scope)
    case "voortijdig": ofReden(["02", "03", "04", "05"], scope)
    case "reden_onbekend":
      grouped(ended, scope).mapValues { .rate($0.filter { !isKnown($0) }, of: $0, missing: 0) }
    case "uitstroom": grouped(ended, scope).mapValues { .count($0) }
    case "jeugdigen_uitstroom": grouped(ended, scope).mapValues(jeugdigen)
    case "doorlooptijd": duration(scope, PlainFigure.median)
    case "doorlooptijd_gemiddeld": duration(scope, PlainFigure.mean)
    case "terugstroom": returning(scope) { _, _ in true }
    case "terugstroom_zorgvraag": returning(scope, needs: "zorgvraag") { $0.text("zorgvraag") == $1.text("zorgvraag") }
    case "terugstroom_aanbieder": returning(scope, needs: "aanbieder") { $0.text("aanbieder") == $1.text("aanbieder") }
    default: nil
    }
  }

  /// Whether the reden is one of the national five.
  func isKnown(_ end: Row) -> Bool { ["01", "02", "03", "04", "05"].contains(end.fact.text("reden")) }

  private func ofReden(_ redenen: [String], _ scope: PlainScope) -> Groups {
    grouped(ended, scope).mapValues { rows in
      let known = rows.filter(isKnown)
      let those = known.filter { redenen.contains($0.fact.text("reden") ?? "") }
      return .rate(those, of: known, missing: rows.count - known.count)
    }
  }

  func pseudonym(_ row: Row) -> String? {
    row.traject.flatMap { starts[$0] }?.text("pseudoniem")
  }

  func jeugdigen(_ rows: [Row]) -> PlainFigure {
    let known = rows.filter { pseudonym($0) != nil }
    return .count(known, of: Set(known.map(pseudonym)).count, missing: rows.count - known.count)
  }

  /// From start to end; nil where one is not known or they are in the wrong order.
  func days(_ traject: String?) -> Double? {
    guard let traject, let start = starts[traject]?.day("datum"), let end = ends[traject]?.day("datum"), start <= end
    else { return nil }
    return Double(end.days - start.days)
  }

  private func duration(_ scope: PlainScope, _ figure: ([PlainFigure.Part], Int) -> PlainFigure) -> Groups {
    grouped(ended, scope).mapValues { rows in
      let known = rows.compactMap { row in days(row.traject).map { (row, $0) } }
      return figure(known, rows.count - known.count)
    }
  }

  /// Who came back within twelve calendar months, of those that were followed for as long.
  private func returning(
    _ scope: PlainScope, needs field: String? = nil, _ isSuch: (PlainFact, PlainFact) -> Bool
  ) -> Groups {
    grouped(ended, scope).mapValues { rows in
      var (back, followed): ([Row], [Row]) = ([], [])
      for row in rows {
        guard let traject = row.traject, let start = starts[traject], let who = start.text("pseudoniem"),
          let end = row.days?.upperBound, let lastDay, end.adding(months: 12) <= lastDay
        else { continue }
        if let field, start.text(field) == nil { continue }
        followed.append(row)
        let again = starts.values.contains { other in
          guard let day = other.day("datum") else { return false }
          return other.text("pseudoniem") == who && other.text("traject") != traject && isSuch(start, other)
            && day > end && day <= end.adding(months: 12)
        }
        if again { back.append(row) }
      }
      return .rate(back, of: followed, missing: rows.count - followed.count)
    }
  }
}
