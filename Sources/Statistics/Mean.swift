/// A mean that grows value by value, and the interval that belongs to it.
public struct Mean: Sendable, Equatable {
  public private(set) var count = 0
  public private(set) var sum = 0.0
  /// Welford's running mean and sum of squared deviations: exact enough where large values lie close together.
  private var running = 0.0
  private var squaredDeviations = 0.0

  public init() {}

  public init(_ values: some Sequence<Double>) {
    for value in values { add(value) }
  }

  /// Source: B.P. Welford, Technometrics 4 (1962).
  public mutating func add(_ value: Double) {
    count += 1
    sum += value
    let difference = value - running
    running += difference / Double(count)
    squaredDeviations += difference * (value - running)
  }

  /// Nil without values.
  public var value: Double? { count > 0 ? sum / Double(count) : nil }

  /// With n − 1; nil below two values.
  public var standardDeviation: Double? {
    count > 1 ? (squaredDeviations / Double(count - 1)).squareRoot() : nil
  }

  /// The 95 % interval by Student's t with n − 1 degrees of freedom; nil below two values.
  ///
  /// It may reach beyond the ends of a bounded scale: clamp it there.
  public var interval: Interval? {
    guard let value, let standardDeviation else { return nil }
    let margin = StudentT.twoSided95(degreesOfFreedom: count - 1) * standardDeviation / Double(count).squareRoot()
    return Interval(low: value - margin, high: value + margin)
  }
}
