/// Indicators of goals and of measurements, by the day on which the traject ended.
extension PlainIndicators {
  func goalGroups(_ id: String, _ scope: PlainScope) -> Groups? {
    switch id {
    case "doelrealisatie":
      grouped(goalsAtEnd, scope).mapValues { rows in
        let evaluated = rows.filter { isEvaluated($0.fact) }
        return .rate(evaluated.filter { isReached($0.fact) }, of: evaluated, missing: rows.count - evaluated.count)
      }
    case "doelrealisatie_macro":
      overTrajecten(scope, isShare: true) { goals in
        let evaluated = goals.filter(isEvaluated)
        if evaluated.isEmpty { return nil }
        return Double(evaluated.count(where: isReached)) / Double(evaluated.count)
      }
    case "gas_t": overTrajecten(scope, tScore)
    case "snelle_doelrealisatie":
      grouped(ended, scope).mapValues { rows in
        let known = rows.compactMap { row -> PlainFigure.Part? in
          let evaluated = goals(row.traject).filter(isEvaluated)
          guard !evaluated.isEmpty, evaluated.allSatisfy(isReached) else { return nil }
          return days(row.traject).map { (row, $0) }
        }
        return .median(known, missing: rows.count - known.count)
      }
    case "probleemafname": improvement(scope)
    default: nil
    }
  }

  private var goalsAtEnd: [Row] { rowsByEnd("doelscore").filter { $0.fact.text("moment") == "eind" } }

  private func goals(_ traject: String?) -> [PlainFact] {
    all("doelscore").filter { $0.text("moment") == "eind" && $0.text("traject") == traject }
  }

  /// A goal that was dropped is not evaluated, whatever its score.
  private func isEvaluated(_ goal: PlainFact) -> Bool {
    let verdict = goal.text("oordeel")
    return verdict != "vervallen" && (goal.number("score") != nil || verdict != nil)
  }

  private func isReached(_ goal: PlainFact) -> Bool {
    if let score = goal.number("score") { return score >= 0 }
    return goal.text("oordeel") == "behaald"
  }

  /// The mean over ended trajecten of what their goals give, where they give something; behind it are the goals.
  private func overTrajecten(
    _ scope: PlainScope, isShare: Bool = false, _ value: ([PlainFact]) -> Double?
  ) -> Groups {
    grouped(ended, scope).mapValues { rows in
      let known = rows.compactMap { row in value(goals(row.traject)).map { (row, $0) } }
      var figure = PlainFigure.mean(known, missing: rows.count - known.count)
      let behind = known.flatMap { goals($0.0.traject) }.filter {
        isEvaluated($0) && (isShare || $0.number("score") != nil)
      }
      let facts = behind.map { Row(fact: $0, days: nil) }
      figure.behind(isShare ? facts.filter { isReached($0.fact) } : facts, facts)
      return figure
    }
  }

  /// 50 + 10·Σwx / √(0,7·Σw² + 0,3·(Σw)²).
  private func tScore(_ goals: [PlainFact]) -> Double? {
    var (weighted, weights, squares) = (0.0, 0.0, 0.0)
    for goal in goals {
      guard isEvaluated(goal), let score = goal.number("score") else { continue }
      let set = all("doel_gesteld").first {
        $0.text("traject") == goal.text("traject") && $0.number("doel_nr") == goal.number("doel_nr")
      }
      let weight = set?.number("gewicht") ?? 1
      weighted += weight * score
      weights += weight
      squares += weight * weight
    }
    let variance = 0.7 * squares + 0.3 * weights * weights
    return variance > 0 ? 50 + 10 * weighted / variance.squareRoot() : nil
  }

  // MARK: Measurements

  private func improvement(_ scope: PlainScope) -> Groups {
    let first = rowsByEnd("meting").filter { $0.fact.text("moment") == "begin" }
    return grouped(first, scope).mapValues { rows in
      let known = rows.filter { hasImproved($0.fact) != nil }
      return .rate(known.filter { hasImproved($0.fact) == true }, of: known, missing: rows.count - known.count)
    }
  }

  /// The score, where it is on a scale of its instrument or that has none.
  private func score(_ measurement: PlainFact) -> Double? {
    let scales = all("instrument").filter { $0.text("instrument") == measurement.text("instrument") }
      .compactMap { instrument -> (Double, Double)? in
        guard let low = instrument.number("schaal_min"), let high = instrument.number("schaal_max"), low < high else {
          return nil
        }
        return (low, high)
      }
    return measurement.number("score").flatMap { score in
      scales.isEmpty || scales.contains { $0.0 <= score && score <= $0.1 } ? score : nil
    }
  }

  /// All versions of these histories are numbers.
  private func version(_ instrument: PlainFact) -> Int { instrument.text("versie").flatMap { Int($0) } ?? 0 }

  /// Whether the score is better at the end by more than 1,96 times what measuring twice explains.
  private func hasImproved(_ first: PlainFact) -> Bool? {
    let last = all("meting").first {
      $0.text("moment") == "eind" && $0.text("traject") == first.text("traject")
        && $0.text("instrument") == first.text("instrument") && $0.text("informant") == first.text("informant")
    }
    let usable = all("instrument").filter {
      $0.text("instrument") == first.text("instrument") && $0.number("standaarddeviatie") != nil
        && $0.number("betrouwbaarheid") != nil
    }.sorted {
      (version($0), $0.text("informant") ?? "") > (version($1), $1.text("informant") ?? "")
    }
    // The norms for who answered, else for nobody in particular, else any; the last version.
    let instrument =
      usable.first { $0.text("informant") == first.text("informant") }
      ?? usable.first { $0.text("informant") == nil } ?? usable.first
    guard let before = score(first), let after = last.flatMap(score), let instrument,
      let deviation = instrument.number("standaarddeviatie"), let reliability = instrument.number("betrouwbaarheid"),
      deviation > 0, reliability < 1
    else { return nil }
    let change = (before - after) / (2.0.squareRoot() * deviation * (1 - reliability).squareRoot())
    return instrument.text("richting") == "hoog_goed" ? change < -1.96 : change > 1.96
  }
}
