/// What a group counted against what it would have counted with the shares of a reference: O/E.
///
/// A group with heavier clients may have more of something and yet less than such clients have elsewhere. Each stratum
/// of its clients is given the share that the reference has in that stratum; the sum is what was expected.
///
///     let heavy = Stratum(count: 60, reference: Proportion(22, of: 100)!)
///     let light = Stratum(count: 40, reference: Proportion(8, of: 100)!)
///     IndirectStandardisation(observed: 15, strata: [heavy, light])?.ratio  // 15/16.4 = 0.915
///
/// The ratios of two groups are each relative to the reference; they are not comparable with each other where the
/// groups' strata differ much. Source: N.E. Breslow and N.E. Day, Statistical Methods in Cancer Research II, IARC (1987),
/// chapter 2.
public struct IndirectStandardisation: Sendable, Equatable {
  /// Clients of the group who are alike in what matters.
  public struct Stratum: Sendable, Equatable {
    /// How many of them the group has.
    public let count: Int
    /// The share of such clients in the reference.
    public let reference: Proportion

    /// Nil when `count` is below 0.
    public init?(count: Int, reference: Proportion) {
      guard count >= 0 else { return nil }
      self.count = count
      self.reference = reference
    }

    /// How many of them would count with the share of the reference.
    public var expected: Double { Double(count) * reference.share }
  }

  /// O: what was counted.
  public let observed: Int
  public let strata: [Stratum]
  /// E: the sum of what was expected of each stratum. To be shown beside the ratio.
  public let expected: Double

  /// Nil when nothing is expected, or more was counted than there are clients, or less than none.
  ///
  /// - Complexity: O(*n*) in strata.
  public init?(observed: Int, strata: [Stratum]) {
    let expected = strata.reduce(0) { $0 + $1.expected }
    let count = strata.reduce(0) { $0 + Double($1.count) }
    guard observed >= 0, Double(observed) <= count, expected > 0 else { return nil }
    self.observed = observed
    self.strata = strata
    self.expected = expected
  }

  /// O/E; 1 where the group does as the reference does.
  public var ratio: Double { Double(observed) / expected }

  /// The 95 % interval of the ratio: that of the count, divided by what was expected, which is taken as known.
  public var interval: Interval {
    let count = PoissonInterval.twoSided95(observed)
    return Interval(low: count.low / expected, high: count.high / expected)
  }
}
