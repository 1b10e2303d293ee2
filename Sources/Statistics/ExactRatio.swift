/// A ratio of two integers, compared and rounded without rounding errors on the way.
///
/// A share that is exactly 8 % passes a threshold of 8 %; as a floating-point number it might not.
///
///     ExactRatio(6520, of: 81_500)! >= ExactRatio(percent: 800, places: 2)!  // 8,00 %: true
public struct ExactRatio: Sendable, Hashable, Comparable {
  /// In lowest terms, so that equal ratios are equal.
  public let numerator: Int
  /// In lowest terms, and above 0.
  public let denominator: Int

  /// Nil unless the denominator is above 0.
  ///
  /// - Complexity: O(log *n*).
  public init?(_ numerator: Int, of denominator: Int) {
    guard denominator > 0 else { return nil }
    var (divisor, rest) = (denominator, Int(numerator.magnitude % denominator.magnitude))
    while rest > 0 { (divisor, rest) = (rest, divisor % rest) }
    self.numerator = numerator / divisor
    self.denominator = denominator / divisor
  }

  /// A decimal number: `digits` with the last `places` of them behind the comma.
  ///
  ///     ExactRatio(decimal: 800, places: 2)  // 8,00
  ///
  /// Nil when `places` is not from 0 to 18.
  public init?(decimal digits: Int, places: Int) {
    guard let power = Self.powerOfTen(places) else { return nil }
    self.init(digits, of: power)
  }

  /// A decimal number of percents; nil when `places` is not from 0 to 16.
  public init?(percent digits: Int, places: Int = 0) {
    guard places >= 0, places <= 16 else { return nil }
    self.init(decimal: digits, places: places + 2)
  }

  private static func powerOfTen(_ exponent: Int) -> Int? {
    guard (0...18).contains(exponent) else { return nil }
    return (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  public static func < (ours: ExactRatio, theirs: ExactRatio) -> Bool {
    let left = ours.numerator.multipliedFullWidth(by: theirs.denominator)
    let right = theirs.numerator.multipliedFullWidth(by: ours.denominator)
    return (left.high, left.low) < (right.high, right.low)
  }

  /// The digits of the ratio as a percentage with so many places behind the comma, a half rounded away from 0.
  ///
  ///     ExactRatio(12, of: 98)?.percentDigits(places: 2)  // 1224: 12,24 %
  ///
  /// Nil when `places` is not from 0 to 16, or the digits do not fit an integer.
  public func percentDigits(places: Int) -> Int? {
    guard places >= 0, places <= 16, let power = Self.powerOfTen(places + 2) else { return nil }
    let (high, low) = numerator.magnitude.multipliedFullWidth(by: power.magnitude)
    guard high < denominator.magnitude else { return nil }
    var (quotient, remainder) = denominator.magnitude.dividingFullWidth((high, low))
    if remainder >= denominator.magnitude - remainder {
      guard quotient < .max else { return nil }
      quotient += 1
    }
    return Int(exactly: quotient).map { numerator < 0 ? -$0 : $0 }
  }
}
