import Statistics

/// One figure with all that a reader needs to judge it.
///
/// Rates are from 0 to 1, means in their own unit, durations in days.
public struct Figure: Sendable, Equatable {
  /// Nil where there is nothing to divide by.
  public let value: Double?
  /// What was counted, or the sum of what was averaged.
  public let numerator: Double
  /// The denominator.
  public let n: Int
  /// The ends of the 95 % interval: Wilson for rates, Student's t for means, order statistics for medians; nil where
  /// there is none.
  public let low: Double?
  public let high: Double?
  /// What should have been in the denominator and is not; what that is differs (`IndicatorWords.missing`).
  public let missing: Int
  /// Whether the value was taken out because so few are behind it; never so within the workspace (level `intern`).
  public let suppressed: Bool
  /// From the first to the third quartile, of a duration.
  public let middleHalf: Interval?

  /// The least and the most it could be while conflicts are open; nil where none moves it, or nobody asked.
  public var open: Interval?

  /// The norms that its rows are held to, each once; empty where there are none.
  public var norms: [Norm] = []

  /// Between what it would lie had everybody answered: all of `missing` the lowest, or all the highest answer.
  ///
  /// Of answers alone, and nil where everybody answered or nobody did. No confidence interval: it comes on top of that.
  public var nonresponse: Interval?

  public init(
    value: Double?,
    numerator: Double,
    n: Int,
    interval: Interval? = nil,
    missing: Int = 0,
    suppressed: Bool = false,
    middleHalf: Interval? = nil
  ) {
    self.value = value
    self.numerator = numerator
    self.n = n
    low = interval?.low
    high = interval?.high
    self.missing = missing
    self.suppressed = suppressed
    self.middleHalf = middleHalf
  }

  public var interval: Interval? {
    guard let low, let high else { return nil }
    return Interval(low: low, high: high)
  }

  /// Which part of those who could have answered did; nil where `nonresponse` is.
  public var response: Proportion? { nonresponse.flatMap { _ in Proportion(n, of: n + missing) } }

  /// Whether so few answered that `nonresponse` belongs beside the value.
  public var isOfFewAnswers: Bool { response.map { $0.share < ResponseBounds.lowResponse } ?? false }

  /// Below this many in the denominator a figure says too little to be shown without a mark.
  public static let smallestShown = 10

  /// A share, with Wilson's interval.
  static func rate(_ numerator: Int, of n: Int, missing: Int) -> Figure {
    let proportion = Proportion(numerator, of: n)
    return Figure(
      value: proportion?.share, numerator: Double(numerator), n: n, interval: proportion?.wilson(), missing: missing)
  }

  /// A mean on a scale with those ends, if it has any.
  static func mean(_ mean: Mean, on scale: ClosedRange<Double>?, missing: Int) -> Figure {
    let interval = mean.interval.map { interval in scale.map(interval.clamped) ?? interval }
    return Figure(value: mean.value, numerator: mean.sum, n: mean.count, interval: interval, missing: missing)
  }

  static func count(_ count: Int, missing: Int = 0) -> Figure {
    Figure(value: Double(count), numerator: Double(count), n: count, missing: missing)
  }

  /// A median of days.
  static func duration(_ days: [Double], missing: Int) -> Figure {
    let quantiles = Quantiles(days)
    return Figure(
      value: quantiles.median, numerator: days.reduce(0, +), n: days.count, interval: quantiles.medianInterval,
      missing: missing, middleHalf: quantiles.middleHalf)
  }
}
