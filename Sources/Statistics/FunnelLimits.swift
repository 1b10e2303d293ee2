/// The limits between which the share of one group may lie by chance, when the share of all is `target`.
///
/// The normal approximation, `θ ± z·√(θ(1−θ)/n)`, cut off at 0 and 1. Below about n = 100 an exact binomial form would
/// be narrower above and wider below. Source: D.J. Spiegelhalter, Statistics in Medicine 24 (2005).
public struct FunnelLimits: Sendable, Equatable {
  /// Where a share stands against the limits. Only beyond 99,8 % deserves the word "opvallend".
  public enum Judgement: Sendable, Equatable {
    case within
    case above95
    case below95
    case above998
    case below998
  }

  /// The share of all groups together, or an agreed norm; from 0 to 1.
  public let target: Double
  /// The denominator of the group.
  public let denominator: Int
  public let limits95: Interval
  public let limits998: Interval

  /// Nil when `target` is not from 0 to 1, or there is nothing to divide by.
  public init?(target: Double, denominator: Int) {
    guard (0...1).contains(target), denominator > 0 else { return nil }
    self.target = target
    self.denominator = denominator
    let error = (target * (1 - target) / Double(denominator)).squareRoot()
    func limits(_ z: Double) -> Interval {
      Interval(low: target - z * error, high: target + z * error).clamped(to: 0...1)
    }
    limits95 = limits(NormalQuantile.twoSided95)
    limits998 = limits(NormalQuantile.twoSided998)
  }

  /// A share exactly on a limit lies within it.
  public func judgement(of share: Double) -> Judgement {
    if share > limits998.high { return .above998 }
    if share < limits998.low { return .below998 }
    if share > limits95.high { return .above95 }
    if share < limits95.low { return .below95 }
    return .within
  }
}
