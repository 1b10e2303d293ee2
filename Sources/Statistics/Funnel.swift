/// Groups held against the share they have in common: how far each lies from it, and whether they differ more than
/// chance explains.
///
/// Groups of clients differ for reasons that no denominator shows. When they do so beyond chance (overdispersion), a
/// plain funnel calls too many of them remarkable, and the limits are widened by the variance between groups.
/// Source: D.J. Spiegelhalter, Statistics in Medicine 24 (2005); the variance is estimated in the way of R. DerSimonian
/// and N. Laird, Controlled Clinical Trials 7 (1986). Shares are not transformed.
public struct Funnel: Sendable, Equatable {
  public let groups: [Proportion]
  /// The share of all groups together, or an agreed norm; above 0 and below 1.
  public let target: Double
  /// How many standard errors each group lies above the target, in the order of `groups`:
  /// `(p − θ)/√(θ(1−θ)/n)`.
  public let zScores: [Double]

  /// With fewer groups the variance between them is too uncertain to be used.
  public static let fewestForOverdispersion = 10

  /// Nil without groups, and when the target leaves no room for chance: 0, 1 or outside.
  ///
  /// - Parameter target: Without one, the share of all groups together.
  /// - Complexity: O(*n*) in groups.
  public init?(_ groups: [Proportion], target: Double? = nil) {
    let numerators = groups.reduce(0) { $0 + Double($1.numerator) }
    let denominators = groups.reduce(0) { $0 + Double($1.denominator) }
    let target = target ?? numerators / denominators
    guard !groups.isEmpty, target > 0, target < 1 else { return nil }
    self.groups = groups
    self.target = target
    zScores = groups.map { ($0.share - target) / Self.error(of: $0, target) }
    guard zScores.allSatisfy(\.isFinite) else { return nil }
  }

  private static func error(of group: Proportion, _ target: Double) -> Double {
    (target * (1 - target) / Double(group.denominator)).squareRoot()
  }

  /// φ: the mean of the squared z-scores, about 1 when chance explains the differences.
  ///
  /// - Parameter winsorised: The part of the z-scores at each end that is drawn in to the quantile there, so that a few
  ///   outliers do not hide themselves by widening the limits; from 0 to 0.5.
  /// - Complexity: O(*n* log *n*).
  public func dispersion(winsorised: Double = 0) -> Double {
    let quantiles = Quantiles(zScores)
    let part = winsorised > 0 ? min(winsorised, 0.5) : 0
    guard let low = quantiles.quantile(part), let high = quantiles.quantile(1 - part) else { return 0 }
    return zScores.reduce(0) { sum, z in
      let drawn = min(max(z, low), high)
      return sum + drawn * drawn
    } / Double(zScores.count)
  }

  /// τ²: the variance between groups beyond chance, on the scale of shares; 0 with fewer than ten groups.
  ///
  /// `(I·φ − (I − 1)) / (Σw − Σw²/Σw)` with `w = n/(θ(1−θ))` and φ winsorised by 10 %, and at least 0.
  public var tauSquared: Double {
    guard groups.count >= Self.fewestForOverdispersion else { return 0 }
    var (weights, squares) = (0.0, 0.0)
    for group in groups {
      let weight = Double(group.denominator) / (target * (1 - target))
      weights += weight
      squares += weight * weight
    }
    let count = Double(groups.count)
    let excess = count * dispersion(winsorised: 0.1) - (count - 1)
    let tauSquared = excess / (weights - squares / weights)
    return tauSquared > 0 && tauSquared.isFinite ? tauSquared : 0
  }

  /// The z-scores with the variance between groups in their standard errors; the plain ones where there is none.
  public var adjustedZScores: [Double] {
    let tauSquared = tauSquared
    return groups.map { group in
      let error = Self.error(of: group, target)
      return (group.share - target) / (error * error + tauSquared).squareRoot()
    }
  }

  /// The limits of every group, in the order of `groups`, widened by the variance between them.
  ///
  /// - Complexity: O(*n* log *n*) in groups, besides what `FunnelLimits` takes.
  public var limits: [FunnelLimits] {
    let tauSquared = tauSquared
    return groups.compactMap { FunnelLimits(target: target, denominator: $0.denominator, tauSquared: tauSquared) }
  }

  /// The chance that at least one of `count` groups, all of them ordinary, lies outside limits that hold `inside` of
  /// them: `1 − inside^count`.
  ///
  ///     Funnel.chanceOfAnyOutside(count: 20, inside: 0.95)  // 0.64
  ///
  /// - Parameters:
  ///   - count: Less than 0 counts as 0.
  ///   - inside: From 0 to 1; outside it counts as the nearest end.
  /// - Complexity: O(log *n*).
  public static func chanceOfAnyOutside(count: Int, inside: Double) -> Double {
    var (left, square, power) = (max(0, count), inside > 0 ? min(inside, 1) : 0, 1.0)
    while left > 0 {
      if left & 1 == 1 { power *= square }
      square *= square
      left >>= 1
    }
    return 1 - power
  }
}
