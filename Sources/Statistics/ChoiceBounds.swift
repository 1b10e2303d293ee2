/// The least and the most that a ratio or a sum can be while choices are open.
///
/// Each choice adds one of its options to the numerator and the denominator. Of a sum the bounds are the sums of the
/// least and the most options. Of a ratio they are found by Dinkelbach's method: for a guess λ of the bound every
/// choice takes the option with the least (most) `numerator − λ·denominator`, and the ratio that follows is the next
/// guess, until it stays the same. Source: W. Dinkelbach, Management Science 13 (1967).
public struct ChoiceBounds: Sendable, Equatable {
  /// What one option adds.
  public struct Option: Sendable, Equatable {
    public let numerator: Double
    public let denominator: Double

    public init(numerator: Double, denominator: Double) {
      self.numerator = numerator
      self.denominator = denominator
    }
  }

  /// The bounds of `(numerator + …) / (denominator + …)`; nil where a choice may leave nothing to divide by.
  ///
  /// - Parameter choices: Of each choice its options; one without options adds nothing.
  public static func ofRatio(_ numerator: Double, _ denominator: Double, _ choices: [[Option]]) -> Interval? {
    let smallest = choices.reduce(denominator) { $0 + ($1.map(\.denominator).min() ?? 0) }
    guard smallest > 0 else { return nil }
    guard let low = bound(numerator, denominator, choices, sign: 1),
      let high = bound(numerator, denominator, choices, sign: -1)
    else { return nil }
    return Interval(low: low, high: high)
  }

  /// The bounds of `value + …`.
  public static func ofSum(_ value: Double, _ choices: [[Option]]) -> Interval {
    Interval(
      low: choices.reduce(value) { $0 + ($1.map(\.numerator).min() ?? 0) },
      high: choices.reduce(value) { $0 + ($1.map(\.numerator).max() ?? 0) })
  }

  private static func bound(
    _ numerator: Double, _ denominator: Double, _ choices: [[Option]], sign: Double
  ) -> Double? {
    var ratio = numerator / max(denominator, 1)
    for _ in 0..<100 {
      var (top, base) = (numerator, denominator)
      for options in choices {
        let best = options.min {
          sign * ($0.numerator - ratio * $0.denominator) < sign * ($1.numerator - ratio * $1.denominator)
        }
        top += best?.numerator ?? 0
        base += best?.denominator ?? 0
      }
      guard base > 0 else { return nil }
      let next = top / base
      if next == ratio { return ratio }
      ratio = next
    }
    return ratio
  }
}
