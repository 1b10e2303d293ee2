/// Between what a result could lie if those who did not answer had answered.
///
///     ResponseBounds(agreeing: 70, answered: 84, asked: 140)?.bounds  // 0.5 to 0.9
///
/// The bounds assume nothing about those who did not answer: at the one end all of them gave the lowest answer, at the
/// other the highest. They are no confidence interval, and come on top of it.
/// Source: C.F. Manski, Partial Identification of Probability Distributions (2003), chapter 1.
public struct ResponseBounds: Sendable, Equatable {
  /// Who answered, of those who were asked.
  public let response: Proportion
  /// The share or mean of those who answered; nil when nobody did.
  public let observed: Double?
  /// The least and the most it could be of all who were asked.
  public let bounds: Interval

  /// Below this response the bounds belong beside the result.
  public static let lowResponse = 0.5

  /// The bounds of a share. Nil unless 0 ≤ agreeing ≤ answered ≤ asked and anybody was asked.
  public init?(agreeing: Int, answered: Int, asked: Int) {
    guard let response = Proportion(answered, of: asked), (0...answered).contains(agreeing) else { return nil }
    self.response = response
    observed = Proportion(agreeing, of: answered)?.share
    bounds = Interval(
      low: Double(agreeing) / Double(asked), high: Double(asked - (answered - agreeing)) / Double(asked))
  }

  /// The bounds of a mean on a scale with ends.
  ///
  /// Nil unless 0 ≤ answered ≤ asked, anybody was asked, the ends of the scale are finite, and the mean lies on it:
  /// there is one exactly when anybody answered.
  public init?(mean: Double?, answered: Int, asked: Int, scale: ClosedRange<Double>) {
    guard let response = Proportion(answered, of: asked), (mean != nil) == (answered > 0),
      (scale.upperBound - scale.lowerBound).isFinite, mean.map(scale.contains) ?? true
    else { return nil }
    self.response = response
    observed = mean
    let share = response.share
    func with(_ others: Double) -> Double { (mean ?? others) * share + others * (1 - share) }
    bounds = Interval(low: with(scale.lowerBound), high: with(scale.upperBound))
  }
}
