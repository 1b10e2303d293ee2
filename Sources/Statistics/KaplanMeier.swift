/// The share of trajecten that are still open after so many days, where some have not ended yet.
///
/// The mean of those that ended is too short when the long ones are still open. Here each traject counts for as long as
/// it was followed: `S(t) = Π (1 − dᵢ/nᵢ)` over the days up to `t` on which `dᵢ` of the `nᵢ` still followed ended. One
/// that is still open on a day on which another ends counts among the followed of that day.
/// Source: E.L. Kaplan and P. Meier, JASA 53 (1958).
public struct KaplanMeier: Sendable, Equatable {
  public struct Observation: Sendable, Equatable {
    /// From the start to the end, or to the last day it was known to be open.
    public let days: Int
    public let hasEnded: Bool

    public init(days: Int, hasEnded: Bool) {
      self.days = days
      self.hasEnded = hasEnded
    }
  }

  /// A day on which trajecten ended.
  public struct Step: Sendable, Equatable {
    public let day: Int
    /// How many were followed up to this day.
    public let atRisk: Int
    public let ended: Int
    /// The share still open after this day.
    public let survival: Double
    /// Of `survival`. Source: M. Greenwood (1926): `S²·Σ dᵢ/(nᵢ(nᵢ − dᵢ))`. 0 where nothing is left open.
    public let standardError: Double

    /// The 95 % interval, within 0 to 1: Wilson's, for as many trajecten as would have this standard error if all
    /// had been followed to their end. When none is open it is Wilson's own.
    ///
    /// Source: K.J. Rothman, Journal of Chronic Diseases 31 (1978).
    public let interval: Interval
  }

  /// How many trajecten were followed.
  public let count: Int
  /// In the order of days.
  public let steps: [Step]
  /// The last day on which something is known.
  public let lastDay: Int

  /// Nil without observations, and when one has fewer than 0 days.
  ///
  /// - Complexity: O(*n* log *n*).
  public init?(_ observations: [Observation]) {
    let sorted = observations.sorted { $0.days < $1.days }
    guard let first = sorted.first, let last = sorted.last, first.days >= 0 else { return nil }
    count = sorted.count
    lastDay = last.days
    var steps: [Step] = []
    var (survival, sum, index) = (1.0, 0.0, 0)
    // As many trajecten as would have the same standard error if all had been followed to their end.
    var effectiveCount: Double?
    while index < sorted.count {
      let day = sorted[index].days
      let atRisk = sorted.count - index
      var ended = 0
      while index < sorted.count, sorted[index].days == day {
        ended += sorted[index].hasEnded ? 1 : 0
        index += 1
      }
      guard ended > 0 else { continue }
      survival *= Double(atRisk - ended) / Double(atRisk)
      if ended < atRisk {
        sum += Double(ended) / (Double(atRisk) * Double(atRisk - ended))
        effectiveCount = (1 - survival) / (survival * sum)
      }
      // Where nothing is left open there is no standard error: what was known a step before still holds.
      let interval = Self.interval(survival, effectiveCount ?? Double(atRisk))
      steps.append(
        Step(
          day: day, atRisk: atRisk, ended: ended, survival: survival, standardError: survival * sum.squareRoot(),
          interval: interval))
    }
    self.steps = steps
  }

  private static func interval(_ survival: Double, _ n: Double) -> Interval {
    let z = NormalQuantile.twoSided95
    let margin = z * (survival * (1 - survival) / n + z * z / (4 * n * n)).squareRoot()
    let (center, scale) = (survival + z * z / (2 * n), 1 + z * z / n)
    return Interval(low: (center - margin) / scale, high: (center + margin) / scale).clamped(to: 0...1)
  }

  /// The step that holds on `day`; nil before the first one and where nothing is known any more.
  public func step(at day: Int) -> Step? {
    isKnown(day) ? steps.last { $0.day <= day } : nil
  }

  /// The share that is still open after `day` days: 1 before the first end. Nil below 0, and after the last day followed
  /// when some were still open then, because nothing is known from there on.
  ///
  /// - Complexity: O(*n*) in steps.
  public func survival(at day: Int) -> Double? {
    isKnown(day) ? step(at: day)?.survival ?? 1 : nil
  }

  private func isKnown(_ day: Int) -> Bool {
    day >= 0 && (day <= lastDay || steps.last?.survival == 0)
  }

  /// The first day after which no more than half are still open; nil when that is not reached.
  public var median: Int? {
    // Of 3/4 · 2/3 the product may miss one half in the last digit.
    steps.first { $0.survival <= 0.5 + 1e-12 }?.day
  }
}
