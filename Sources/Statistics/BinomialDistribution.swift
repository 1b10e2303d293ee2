/// How often each count of 0 to `trials` comes out when each trial succeeds with the same chance.
///
/// The chances are worked out from the most likely count outwards, each from its neighbour, and made to add up to 1 at
/// the end. So nothing overflows, and what underflows is too small to matter.
struct BinomialDistribution {
  /// The chance of at most as many successes as the index.
  private let cumulative: [Double]

  /// - Parameters:
  ///   - trials: At least 0.
  ///   - chance: Above 0 and below 1.
  /// - Complexity: O(*n*) in trials, time and memory.
  init?(trials: Int, chance: Double) {
    guard trials >= 0, chance > 0, chance < 1 else { return nil }
    let odds = chance / (1 - chance)
    guard odds > 0 else { return nil }
    let mode = min(trials, Int((Double(trials) + 1) * chance))
    var weights = [Double](repeating: 0, count: trials + 1)
    weights[mode] = 1
    for count in stride(from: mode, to: trials, by: 1) {
      weights[count + 1] = weights[count] * Double(trials - count) / Double(count + 1) * odds
    }
    for count in stride(from: mode, to: 0, by: -1) {
      weights[count - 1] = weights[count] * Double(count) / Double(trials - count + 1) / odds
    }
    let total = weights.reduce(0, +)
    var sum = 0.0
    for count in weights.indices {
      sum += weights[count] / total
      weights[count] = sum
    }
    weights[trials] = 1
    cumulative = weights
  }

  /// The count that is not exceeded with chance `p`, as if counts had fractions; below 0 where even 0 comes out more
  /// often.
  ///
  /// With `r` the smallest count whose `F(r)` exceeds `p`: `r − (F(r) − p)/(F(r) − F(r − 1))`.
  /// Source: D.J. Spiegelhalter, Statistics in Medicine 24 (2005), appendix.
  func interpolatedQuantile(_ p: Double) -> Double {
    var below = 0.0
    for (count, reached) in cumulative.enumerated() {
      if reached > p { return Double(count) - (reached - p) / (reached - below) }
      below = reached
    }
    return Double(cumulative.count - 1)
  }
}
