import Statistics

/// A figure as it leaves: what remains of it after suppression and rounding.
///
/// A percentage of known counts says what those were before rounding (`RoundedShare`), so a figure never gives both:
///
/// | | deelbaar | publiek |
/// | --- | --- | --- |
/// | share | one decimal, from the counts as they are; no numerator, `n` as "at least" | both counts to five; whole percents only where all five numerators remain possible |
/// | mean | one decimal; `n` as "at least" | one decimal; `n` to five |
/// | duration | whole days; `n` as "at least" | whole days; `n` to five |
/// | count | to five | to five |
/// | sum of money | hundreds | thousands |
///
/// The interval of a share is that of the numbers given, not of those behind them.
public struct ReleasedFigure: Sendable, Equatable {
  public var value: Double?
  public var numerator: Int?
  public var n: Int?
  /// Whether `n` is a step of `AtLeast`, the largest that is not above the denominator.
  public var isAtLeast = false
  public var low: Double?
  public var high: Double?
  /// Nil for a figure that is given.
  public var reason: SuppressionReason?

  public var suppressed: Bool { reason != nil }

  static func hidden(_ reason: SuppressionReason) -> ReleasedFigure { ReleasedFigure(reason: reason) }

  private static func rounded(_ value: Double?, _ steps: Double) -> Double? {
    value.map { ($0 * steps).rounded() / steps }
  }

  /// A figure that may be given.
  static func given(_ figure: Figure, _ indicator: Indicator, _ level: ReleaseLevel, n: Int, hit: Int?)
    -> ReleasedFigure
  {
    if let hit { return share(hit, of: n, level) }
    var released = ReleasedFigure()
    if indicator.isGivenAsCount {
      released.value = figure.value.map { _ in Double(Rounding.toFive(n)) }
      (released.numerator, released.n) = (Rounding.toFive(n), Rounding.toFive(n))
      return released
    }
    let steps = indicator.kind == .duration ? 1 : indicator.isShare ? 1000 : 10.0
    released.value = rounded(figure.value, steps)
    (released.low, released.high) = (rounded(figure.low, steps), rounded(figure.high, steps))
    (released.n, released.isAtLeast) = denominator(n, level)
    return released
  }

  /// The number of all, as a figure gives it.
  static func denominator(_ n: Int, _ level: ReleaseLevel) -> (n: Int, isAtLeast: Bool) {
    level == .deelbaar ? (AtLeast.step(n), true) : (Rounding.toFive(n), false)
  }

  private static func share(_ hit: Int, of n: Int, _ level: ReleaseLevel) -> ReleasedFigure {
    var released = ReleasedFigure()
    guard n > 0, let exact = ExactRatio(hit, of: n)?.percentDigits(places: 1) else {
      released.n = 0
      return released
    }
    let interval: Interval?
    switch level {
    case .deelbaar:
      let n = AtLeast.step(n)
      (released.value, released.n, released.isAtLeast) = (Double(exact) / 1000, n, true)
      // The counts that the reader may think of: the given share of the given number.
      interval = Proportion(Int((Double(exact) * Double(n) / 1000).rounded()), of: n)?.wilson()
    case .publiek:
      let (rounded, group) = (Rounding.toFive(hit), Rounding.toFive(n))
      (released.numerator, released.n) = (rounded, group)
      if let whole = RoundedShare(hit, of: n, places: 0) {
        let all = (max(0, rounded - 2)...rounded + 2).count { $0 <= group + 2 }
        if whole.possibleCounts.count == all { released.value = Double(whole.percentDigits) / 100 }
      }
      interval = Proportion(min(rounded, group), of: group)?.wilson()
    }
    released.low = Self.rounded(interval?.low, 1000)
    released.high = Self.rounded(interval?.high, 1000)
    return released
  }

  /// An amount, or one amount as a part of another.
  static func money(_ figure: Figure, _ indicator: Indicator, _ level: ReleaseLevel) -> ReleasedFigure {
    var released = ReleasedFigure()
    if case .sum = indicator.measure {
      let steps = indicator.unit == .fte ? 1 : level == .deelbaar ? 0.01 : 0.001
      released.value = rounded(figure.value, steps)
    } else {
      released.value = rounded(figure.value, level == .deelbaar ? 1000 : 100)
    }
    return released
  }
}

extension Indicator {
  /// Whether its figures leave as counts to the nearest five, where they are no shares.
  var isGivenAsCount: Bool {
    switch kind {
    case .count, .sum, .ratio, .rate: true
    case .mean, .duration: false
    }
  }
}
