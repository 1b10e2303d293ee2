/// A range that an estimate is reported with, both ends included.
public struct Interval: Sendable, Equatable {
  public let low: Double
  public let high: Double

  /// `low` must not lie above `high`.
  public init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }

  /// The part of the interval that lies within `bounds`; its ends are moved to the nearest bound.
  public func clamped(to bounds: ClosedRange<Double>) -> Interval {
    Interval(
      low: min(max(low, bounds.lowerBound), bounds.upperBound),
      high: min(max(high, bounds.lowerBound), bounds.upperBound)
    )
  }

  public func contains(_ value: Double) -> Bool { low <= value && value <= high }
}
