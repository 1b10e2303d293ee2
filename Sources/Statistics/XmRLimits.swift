/// The natural limits of a series of single values, from how much neighbours differ.
///
///     XmRLimits([10, 50, 40, 30])?.limits  // -20.7 to 85.7
///
/// `mean ± 2,66·mR` and, for the steps themselves, `3,268·mR`, where mR is the mean of the absolute differences between
/// neighbours. Source: D.J. Wheeler, Understanding Variation (2nd edition, 2000).
public struct XmRLimits: Sendable, Equatable {
  public let mean: Double
  /// The mean of the moving ranges.
  public let meanMovingRange: Double
  /// They may reach beyond the ends of a bounded scale: clamp them there.
  public let limits: Interval
  /// A step larger than this is a signal too.
  public let movingRangeLimit: Double

  /// Nil below two values, and when one is not a finite number.
  public init?(_ values: some Collection<Double>) {
    guard values.count >= 2 else { return nil }
    let steps = zip(values, values.dropFirst()).reduce(0) { $0 + abs($1.1 - $1.0) }
    mean = values.reduce(0, +) / Double(values.count)
    meanMovingRange = steps / Double(values.count - 1)
    movingRangeLimit = 3.268 * meanMovingRange
    let reach = 2.66 * meanMovingRange
    guard mean.isFinite, movingRangeLimit.isFinite, (abs(mean) + reach).isFinite else { return nil }
    limits = Interval(low: mean - reach, high: mean + reach)
  }
}
