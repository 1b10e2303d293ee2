import CivilTime
import Projection
import Statistics

extension CaseTable {
  /// Works out a derived field for each row of its table.
  func derive(_ field: DerivedField, of table: CountTable) -> FieldColumn {
    let names = field.values ?? []
    switch field {
    case .wachtAanmelding: return .numbers(waits.referralToIntake)
    case .wachtIntake: return .numbers(waits.intakeToStart)
    case .wachttijd: return .numbers(waits.referralToStart)
    case .wachtAanmeldingBinnenNorm, .wachtIntakeBinnenNorm, .wachttijdBinnenNorm:
      guard let held = field.heldToNorm, let norms = norms(of: field) else { return .named([], names) }
      return .named(withinNorm(held.wait, norms), names)
    case .eerdereHulp: return .named(returns.earlierHelp(in: timing.reportingLength), names)
    case .duur: return .numbers(durations)
    case .terugkeerDagen: return .numbers(returns.daysUntilReturn)
    case .terugkeer: return .named(returns.comingBack(.anyHelp, lastKnownDay), names)
    case .terugkeerZelfdeZorgvraag: return .named(returns.comingBack(.sameQuestion, lastKnownDay), names)
    case .terugkeerZelfdeAanbieder: return .named(returns.comingBack(.sameProvider, lastKnownDay), names)
    case .doelen: return .named(goalsOfTrajecten, names)
    case .uitkomst: return .named(outcomes, names)
    case .verandering: return .named(Changes(self).classes, names)
    case .geldt: return .named(Standing(self, table).isStanding, names)
    }
  }

  /// Days between, or not a number where one is absent or they are in the wrong order: a fault in one of the two.
  static func days(from start: Int32, to end: Int32) -> Double {
    start == FactTable.noDay || end == FactTable.noDay || end < start ? .nan : Double(end - start)
  }

  private var durations: Cells<Double> {
    let (starts, ends) = (facts(.started).days("datum"), facts(.ended).days("datum"))
    return Cells(
      ends.indices.map { row in
        let start = Int(startOfEnded[row])
        return start < 0 ? .nan : Self.days(from: starts[start], to: ends[row])
      })
  }

  /// In the order of `DerivedField.uitkomst.values`.
  private var outcomes: [Int8] {
    let table = facts(.goals)
    let (moments, scores, verdicts) = (table.codes("moment"), table.numbers("score"), table.codes("oordeel"))
    let strings = projection.strings
    let end = strings.code(of: "eind") ?? -2
    let reached = strings.code(of: "behaald") ?? -2
    let dropped = strings.code(of: "vervallen") ?? -2
    return moments.indices.map { row in
      if moments[row] != end { return 3 }
      if verdicts[row] == dropped { return 2 }
      if !scores[row].isNaN { return scores[row] >= 0 ? 0 : 1 }
      return verdicts[row] < 0 ? 2 : verdicts[row] == reached ? 0 : 1
    }
  }

  /// Per row of `ended`: 0 when every goal that was evaluated was reached, 1 when not, −1 without such a goal.
  private var goalsOfTrajecten: [Int8] {
    var result = [Int8](repeating: -1, count: facts(.ended).rowCount)
    guard case .named(let outcomes, _) = column(DerivedField.uitkomst.rawValue, of: .goals) else { return result }
    for (end, outcome) in zip(endRows(of: .goals), outcomes) where end >= 0 && outcome < 2 {
      result[Int(end)] = max(result[Int(end)], outcome)
    }
    return result
  }
}
