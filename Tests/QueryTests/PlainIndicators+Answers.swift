import Query

/// Indicators of what clients say: always per informant, and means never over two scales.
extension PlainIndicators {
  func answerGroups(_ id: String, _ scope: PlainScope) -> Groups? {
    switch id {
    case "tevredenheid": satisfaction(scope)
    case "tevredenheid_6": marks(scope, atLeast: 6)
    case "tevredenheid_8": marks(scope, atLeast: 8)
    case "respons": response(scope)
    case "zonder_hulp_verder": withoutHelp(scope, ["03", "04"])
    case "zonder_hulp_strikt": withoutHelp(scope, ["04"])
    default: nil
    }
  }

  /// Answers on a scale, by the end of their traject or, without one, by their period. Those of the statutory survey
  /// are not there to compare aanbieders.
  private func answers(_ scope: PlainScope) -> [Row] {
    let ofPeriods = all("tevredenheid").filter { $0.text("traject") == nil }
      .map { Row(fact: $0, days: $0.days("periode")) }
    return (rowsByEnd("tevredenheid") + ofPeriods).filter { row in
      if row.fact.text("herkomst") == "ceo", scope.comparesAanbieders { return false }
      return row.fact.number("score") != nil && row.fact.number("antwoorden") != 0
    }
  }

  /// The key of a group with the informant: where the question names it, else at the end.
  private func key(_ group: [String], _ informant: String, _ scope: PlainScope) -> [String] {
    guard let place = scope.dimensions.firstIndex(of: .informant) else { return group + [informant] }
    var key = group
    key.insert(informant, at: place)
    return key
  }

  /// Every group with every informant of that kind of fact, with the rows and the ended trajecten in it.
  private func cells(
    _ kind: String, _ rows: [Row], _ scope: PlainScope, _ figure: (_ answers: [Row], _ ended: [Row]) -> PlainFigure
  ) -> Groups {
    let (byGroup, ends) = (grouped(rows, scope), grouped(ended, scope))
    var groups: Groups = [:]
    let informants = Set(all(kind).compactMap { $0.text("informant") }).union(moreInformants)
    for informant in informants.isEmpty ? ["jeugdige", "ouder"] : informants
    where scope.holds(informant, on: .informant) {
      for group in Set(byGroup.keys).union(ends.keys) {
        let those = (byGroup[group] ?? []).filter { $0.fact.text("informant") == informant }
        groups[key(group, informant, scope)] = figure(those, ends[group] ?? [])
      }
    }
    return groups
  }

  /// Ended trajecten with a known reden that none of the answers is about.
  private func unanswered(_ ended: [Row], _ answers: [Row]) -> Int {
    let answered = Set(answers.compactMap(\.traject))
    return ended.count { isKnown($0) && !answered.contains($0.traject ?? "") }
  }

  private func satisfaction(_ scope: PlainScope) -> Groups {
    func scale(_ row: Row) -> String {
      let ends = ["schaal_min", "schaal_max"].map { row.fact.number($0).map { "\(Int($0))" } ?? Self.unknown }
      return ends.joined(separator: "-")
    }
    let rows = answers(scope).filter { scope.holds(scale($0), on: .schaal) }
    let asked = rows.filter { scope.holds($0.fact.text("informant"), on: .informant) }
    let scales = Set(grouped(asked, scope).values.joined().map(scale))
    var groups: Groups = [:]
    for one in scales.isEmpty ? [Self.unknown] : scales {
      let cells = cells("tevredenheid", rows, scope) { answers, ended in
        var (sum, count) = (0.0, 0)
        for row in answers where scale(row) == one {
          let weight = row.fact.number("antwoorden") ?? 1
          sum += weight * (row.fact.number("score") ?? 0)
          count += Int(weight)
        }
        var figure = PlainFigure(
          numerator: sum, n: count, missing: unanswered(ended, answers), value: count > 0 ? sum / Double(count) : nil)
        figure.behind(answers.filter { scale($0) == one })
        return figure
      }
      if scales.count < 2 { return cells }
      for (key, figure) in cells {
        if figure.n > 0 {
          groups[key + [one]] = figure
          groups[key + [Self.unknown]] = PlainFigure()
        } else if groups[key + [Self.unknown]] == nil {
          // Who gave no answer on any scale.
          groups[key + [Self.unknown]] = figure
        }
      }
    }
    return groups
  }

  private func marks(_ scope: PlainScope, atLeast mark: Double) -> Groups {
    let rows = answers(scope).filter {
      $0.fact.number("schaal_min") == 1 && $0.fact.number("schaal_max") == 10
        && ($0.fact.number("antwoorden") ?? 1) <= 1
    }
    return cells("tevredenheid", rows, scope) { answers, ended in
      .rate(
        answers.filter { ($0.fact.number("score") ?? 0) >= mark }, of: answers, missing: unanswered(ended, answers))
    }
  }

  private func response(_ scope: PlainScope) -> Groups {
    cells("tevredenheid", answers(scope), scope) { answers, ended in
      let known = ended.filter(isKnown)
      let those = known.filter { unanswered([$0], answers) == 0 }
      return .rate(those, of: known, missing: ended.count - known.count)
    }
  }

  private func withoutHelp(_ scope: PlainScope, _ good: [String]) -> Groups {
    let rows = rowsByEnd("zonder_hulp_verder").filter { $0.fact.text("antwoord") != nil }
    return cells("zonder_hulp_verder", rows, scope) { answers, ended in
      .rate(
        answers.filter { good.contains($0.fact.text("antwoord") ?? "") }, of: answers,
        missing: unanswered(ended, answers))
    }
  }
}
