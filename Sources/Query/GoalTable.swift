import Projection

/// What came of each goal.
struct GoalTable {
  enum Outcome: UInt8 {
    /// Measured before the end, or after it.
    case notAtEnd
    case reached
    case notReached
    case notEvaluated
  }

  /// Per row of the facts `doelscore`, the outcome.
  let outcomes: [Outcome]
  /// Per row, the row in `CaseTable.ended` of its traject, or −1 while that goes on.
  let endRows: [Int32]

  init(_ cases: CaseTable) {
    let table = cases.goals
    let strings = cases.projection.strings
    let moments = table.codes("moment")
    let scores = table.numbers("score")
    let verdicts = table.codes("oordeel")
    let end = strings.code(of: "eind") ?? -2
    let reached = strings.code(of: "behaald") ?? -2
    let dropped = strings.code(of: "vervallen") ?? -2
    outcomes = moments.indices.map { row in
      if moments[row] != end { return .notAtEnd }
      if verdicts[row] == dropped { return .notEvaluated }
      if !scores[row].isNaN { return scores[row] >= 0 ? .reached : .notReached }
      if verdicts[row] < 0 { return .notEvaluated }
      return verdicts[row] == reached ? .reached : .notReached
    }
    let cases = cases
    endRows = table.codes("traject").map { $0 < 0 ? -1 : cases.endRows[Int($0)] }
  }
}
