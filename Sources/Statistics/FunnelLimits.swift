/// The limits between which the share of one group may lie by chance, when the share of all is `target`.
///
///     FunnelLimits(target: 0.12, denominator: 50)?.limits95  // 0.0262 to 0.2079
///
/// Below a denominator of 100 they come from the binomial distribution, interpolated between counts; from there on
/// from the normal approximation, `θ ± z·√(θ(1−θ)/n + τ²)`, cut off at 0 and 1. They always hold the target.
/// Source: D.J. Spiegelhalter, Statistics in Medicine 24 (2005).
public struct FunnelLimits: Sendable, Equatable {
  /// Where a share stands against the limits. Only beyond 99,8 % deserves the word "opvallend".
  public enum Judgement: Sendable, Equatable {
    case within
    case above95
    case below95
    case above998
    case below998
  }

  public enum Method: Sendable, Equatable {
    /// From the binomial distribution, interpolated between counts.
    case exact
    case normal
  }

  /// The share of all groups together, or an agreed norm; from 0 to 1.
  public let target: Double
  /// The denominator of the group.
  public let denominator: Int
  /// The method that was used, which is not always the one asked for.
  public let method: Method
  public let limits95: Interval
  public let limits998: Interval

  /// Above this the exact limits, which by then differ from the normal ones in the fourth decimal, are not worth their
  /// time and are not used.
  public static let largestExact = 10_000
  private static let usuallyNormalFrom = 100

  /// Nil when `target` is not from 0 to 1, when there is nothing to divide by, or when `tauSquared` is no variance.
  ///
  /// - Parameters:
  ///   - method: Without one: exact below a denominator of 100, normal from there on.
  ///   - tauSquared: How much the groups differ beyond chance (`Funnel.tauSquared`), 0 for not at all. Above 0 there
  ///     is no exact form, and the normal one is used.
  /// - Complexity: O(*n*) in the denominator for exact limits, O(1) for normal ones.
  public init?(target: Double, denominator: Int, method: Method? = nil, tauSquared: Double = 0) {
    guard (0...1).contains(target), denominator > 0, tauSquared >= 0, tauSquared.isFinite else { return nil }
    self.target = target
    self.denominator = denominator
    let wanted = method ?? (denominator < Self.usuallyNormalFrom ? .exact : .normal)
    if wanted == .exact, tauSquared == 0, denominator <= Self.largestExact,
      let distribution = BinomialDistribution(trials: denominator, chance: target)
    {
      func limits(_ tail: Double) -> Interval {
        let low = distribution.interpolatedQuantile(tail) / Double(denominator)
        let high = distribution.interpolatedQuantile(1 - tail) / Double(denominator)
        return Interval(low: min(low, target), high: max(high, target)).clamped(to: 0...1)
      }
      self.method = .exact
      limits95 = limits(0.025)
      limits998 = limits(0.001)
    } else {
      let error = (target * (1 - target) / Double(denominator) + tauSquared).squareRoot()
      func limits(_ z: Double) -> Interval {
        Interval(low: target - z * error, high: target + z * error).clamped(to: 0...1)
      }
      self.method = .normal
      limits95 = limits(NormalQuantile.twoSided95)
      limits998 = limits(NormalQuantile.twoSided998)
    }
  }

  /// A share exactly on a limit lies within it; so does what is not a number.
  public func judgement(of share: Double) -> Judgement {
    if share > limits998.high { return .above998 }
    if share < limits998.low { return .below998 }
    if share > limits95.high { return .above95 }
    if share < limits95.low { return .below95 }
    return .within
  }
}
