/// A share of counted things: `numerator` of `denominator`.
///
///     Proportion(15, of: 148).wilson()  // 0.0624 to 0.1605
public struct Proportion: Sendable, Equatable {
  public let numerator: Int
  public let denominator: Int

  /// Nil unless 0 ≤ numerator ≤ denominator and the denominator is above 0: there is no share of nothing.
  public init?(_ numerator: Int, of denominator: Int) {
    guard denominator > 0, (0...denominator).contains(numerator) else { return nil }
    self.numerator = numerator
    self.denominator = denominator
  }

  /// From 0 to 1.
  public var share: Double { Double(numerator) / Double(denominator) }

  /// The Wilson score interval, without continuity correction, within 0 to 1.
  ///
  /// At 0 % the lower end is exactly 0 and at 100 % the upper end exactly 1.
  /// Source: E.B. Wilson, JASA 22 (1927); `(p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n)`.
  ///
  /// - Parameter z: Above 0 and finite; anything else asks for a certainty that only 0 to 1 gives.
  public func wilson(z: Double = NormalQuantile.twoSided95) -> Interval {
    guard z > 0, (z * z).isFinite else { return Interval(low: 0, high: 1) }
    let n = Double(denominator)
    let p = share
    let center = p + z * z / (2 * n)
    let margin = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    let scale = 1 + z * z / n
    return Interval(
      low: numerator == 0 ? 0 : max(0, (center - margin) / scale),
      high: numerator == denominator ? 1 : min(1, (center + margin) / scale)
    )
  }

  /// How much this share lies above `other`, with Newcombe's interval for it (his method 10).
  ///
  /// Source: R.G. Newcombe, Statistics in Medicine 17 (1998): the two Wilson intervals, joined by squares.
  public func difference(
    from other: Proportion,
    z: Double = NormalQuantile.twoSided95
  ) -> (value: Double, interval: Interval) {
    let (ours, theirs) = (wilson(z: z), other.wilson(z: z))
    let value = share - other.share
    let down = squareRootOfSquares(share - ours.low, theirs.high - other.share)
    let up = squareRootOfSquares(ours.high - share, other.share - theirs.low)
    return (value, Interval(low: value - down, high: value + up))
  }
}

private func squareRootOfSquares(_ a: Double, _ b: Double) -> Double {
  (a * a + b * b).squareRoot()
}
