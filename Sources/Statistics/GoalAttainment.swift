/// Goal attainment scaling: several goals of one traject in one number.
public enum GoalAttainment {
  /// One goal: its score from −2 to +2, where 0 is what was expected, and its weight above 0.
  public struct Goal: Sendable, Equatable {
    public let score: Int
    public let weight: Double

    public init(score: Int, weight: Double = 1) {
      self.score = score
      self.weight = weight
    }
  }

  /// The correlation between goals that the method assumes.
  public static let usualCorrelation = 0.3

  /// The T-score: 50 when all goals came out as expected.
  ///
  /// Nil without goals, when no weight is above 0 or one is below, when a score is not from −2 to +2, and when
  /// `correlation` is not from 0 to 1. A goal that was not evaluated has no score: leave it out, it is not a 0.
  ///
  /// `T = 50 + 10·Σwx / √((1−ρ)Σw² + ρ(Σw)²)`. Source: T.J. Kiresuk and R.E. Sherman, Community Mental Health
  /// Journal 4 (1968); the first printing of Turner-Stokes (2009) has an error in this formula.
  public static func tScore(of goals: [Goal], correlation: Double = usualCorrelation) -> Double? {
    var (weighted, weights, squares) = (0.0, 0.0, 0.0)
    for goal in goals {
      guard (-2...2).contains(goal.score), goal.weight >= 0 else { return nil }
      weighted += goal.weight * Double(goal.score)
      weights += goal.weight
      squares += goal.weight * goal.weight
    }
    let variance = (1 - correlation) * squares + correlation * weights * weights
    guard (0...1).contains(correlation), variance > 0, variance.isFinite else { return nil }
    return 50 + 10 * weighted / variance.squareRoot()
  }
}
