import Projection
import Statistics

/// What each goal adds to a sum over trajecten, so that the facts behind such a figure add up to it.
extension TrajectTally {
  /// Per row its part of the share of its traject: of three counted rows each hit is a third.
  static func parts(sharesOf rows: CountedRows, ends: Cells<Int32>) -> Cells<Double> {
    var counted: [Int32: Double] = [:]
    for row in ends.indices where rows.isCounted(row) { counted[ends[row], default: 0] += 1 }
    return Cells(ends.map { 1 / (counted[$0] ?? .infinity) })
  }

  /// Per row its part of the T-score of its traject: an even part of the 50 that all goals as expected would make, and
  /// what its own score adds to that. Not a number where the traject has no T-score.
  static func parts(
    goalsOf rows: CountedRows, scores: Cells<Double>, weights: [Double], ends: Cells<Int32>
  ) -> Cells<Double> {
    let goals = goals(of: rows, scores: scores, weights: weights, ends: ends)
    let perPoint = goals.compactMapValues(Self.perPoint)
    return Cells(
      ends.indices.map { row in
        guard let perPoint = perPoint[ends[row]], let count = goals[ends[row]]?.count else { return .nan }
        return 50 / Double(count) + weights[row] * scores[row] * perPoint
      })
  }

  /// The counted goals of each ended traject, by its row in `traject_beeindigd`.
  static func goals(
    of rows: CountedRows, scores: Cells<Double>, weights: [Double], ends: Cells<Int32>
  ) -> [Int32: [GoalAttainment.Goal]] {
    var goals: [Int32: [GoalAttainment.Goal]] = [:]
    for row in ends.indices where rows.isCounted(row) {
      guard let score = Int(exactly: scores[row]) else { continue }
      goals[ends[row], default: []].append(GoalAttainment.Goal(score: score, weight: weights[row]))
    }
    return goals
  }

  /// What one point above what was expected adds, for each unit of weight: the T-score is linear in the scores.
  private static func perPoint(_ goals: [GoalAttainment.Goal]) -> Double? {
    let oneEach = goals.map { GoalAttainment.Goal(score: 1, weight: $0.weight) }
    let weight = goals.reduce(0) { $0 + $1.weight }
    return GoalAttainment.tScore(of: oneEach).map { ($0 - 50) / weight }
  }
}
