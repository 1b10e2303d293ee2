/// A series of shares over time whose denominators differ, each with limits of its own.
///
/// `p̄ ± 3·√(p̄(1−p̄)/nᵢ)`, cut off at 0 and 1, where p̄ is the share of all points together.
/// Source: W.A. Shewhart, Economic Control of Quality of Manufactured Product (1931).
public struct PChart: Sendable, Equatable {
  /// Points that share a definition.
  public struct Phase: Sendable, Equatable {
    public let points: Range<Int>
    /// The share of the points of the baseline together, not the mean of their shares.
    public let mean: Double
  }

  public let values: [Proportion]
  public let phases: [Phase]
  /// One a point, within 0 to 1.
  public let limits: [Interval]
  /// By rule, and within a rule in the order of time.
  public let signals: [ChartSignal]

  /// Nil when a baseline has no points.
  ///
  /// - Parameters:
  ///   - values: In the order of time; a moment without a denominator is left out.
  ///   - breaks: Indices of the first points after a change of definition.
  ///   - baseline: How many points at the start of each phase the mean is computed from; without one, all points.
  /// - Complexity: O(*n*) in points, plus sorting the breaks.
  public init?(_ values: [Proportion], breaks: [Int] = [], baseline: Int? = nil) {
    guard baseline ?? 1 >= 1 else { return nil }
    self.values = values
    phases = ChartPhases.ranges(count: values.count, breaks: breaks).map { points in
      let base = values[points].prefix(baseline ?? points.count)
      let numerators = base.reduce(0) { $0 + Double($1.numerator) }
      return Phase(points: points, mean: numerators / base.reduce(0) { $0 + Double($1.denominator) })
    }
    // Not cut off yet: whether a point is nearer to its limit depends on where the limit would be.
    let lines = phases.flatMap { phase in
      values[phase.points].map { value in
        let reach = 3 * (phase.mean * (1 - phase.mean) / Double(value.denominator)).squareRoot()
        let limits = Interval(low: phase.mean - reach, high: phase.mean + reach)
        return ChartRules.Line(middle: phase.mean, limits: limits)
      }
    }
    limits = lines.compactMap { $0.limits?.clamped(to: 0...1) }
    let shares = values.map(\.share)
    let rules = phases.map { ChartRules(shares, lines, in: $0.points) }
    signals =
      rules.flatMap { $0.beyondLimit() } + rules.flatMap { $0.oneSided(skippingMiddle: false) }
      + rules.flatMap { $0.nearLimit() }
  }
}
