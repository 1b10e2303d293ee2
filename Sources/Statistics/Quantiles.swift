/// Median and quartiles of a sample.
///
/// Between two values it interpolates linearly at `(n − 1)·q` (type 7 of Hyndman and Fan, The American Statistician 50
/// (1996); what R and NumPy do unasked). What is not a number is not a value and is left out.
public struct Quantiles: Sendable, Equatable {
  private let sorted: [Double]

  /// - Complexity: O(*n* log *n*).
  public init(_ values: [Double]) {
    sorted = values.filter { !$0.isNaN }.sorted()
  }

  public var count: Int { sorted.count }
  public var median: Double? { quantile(0.5) }
  /// From the first to the third quartile.
  public var middleHalf: Interval? {
    guard let low = quantile(0.25), let high = quantile(0.75) else { return nil }
    return Interval(low: low, high: high)
  }

  /// Nil without values, and when `fraction` is not a number; outside 0 to 1 it counts as the nearest end.
  public func quantile(_ fraction: Double) -> Double? {
    guard !sorted.isEmpty, !fraction.isNaN else { return nil }
    let place = Double(sorted.count - 1) * min(max(fraction, 0), 1)
    let below = Int(place)
    let part = place - Double(below)
    // Without this an infinite neighbour, of which nothing is taken, would make it no number.
    guard part > 0, below + 1 < sorted.count else { return sorted[below] }
    return sorted[below] + part * (sorted[below + 1] - sorted[below])
  }

  /// At least about 95 % certain: from the `j`th value to the `j`th from the end, `j = ⌊(n + 1)/2 − z·√n/2⌋`.
  ///
  /// Nil below six values, where no two of them enclose the median with 95 % certainty. It assumes nothing about the
  /// distribution. Source: W.J. Conover, Practical Nonparametric Statistics, 3rd edition, §3.2 (order statistics).
  public var medianInterval: Interval? {
    guard sorted.count >= 6 else { return nil }
    let n = Double(sorted.count)
    let rank = max(1, Int((n + 1) / 2 - NormalQuantile.twoSided95 * n.squareRoot() / 2))
    return Interval(low: sorted[rank - 1], high: sorted[sorted.count - rank])
  }
}
