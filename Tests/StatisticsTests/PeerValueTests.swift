import Statistics
import Testing

/// What other programs say of the same counts: SciPy 1.17.1, statsmodels 0.15.0 and lifelines 0.30.3.
@Suite struct PeerValueTests {
  // scipy.stats.binomtest(x, n).proportion_ci(0.95, method="wilson")
  @Test(arguments: [
    (0, 1, 0.0, 0.793450686), (1, 1, 0.206549314, 1), (1, 2, 0.094531206, 0.905468794), (0, 7, 0, 0.354330435),
    (3, 40, 0.025836026, 0.198642335), (37, 41, 0.774523187, 0.961402915), (13, 1000, 0.007612820, 0.022114442),
    (999_999, 1_000_000, 0.999994335, 0.999999823), (1, 10_000_000, 0.000000018, 0.000000566),
  ])
  func `Wilson's interval is SciPy's, from one to ten million`(count: Int, n: Int, low: Double, high: Double) throws {
    let interval = try #require(Proportion(count, of: n)).wilson()
    #expect(abs(interval.low - low) < 1e-7)
    #expect(abs(interval.high - high) < 1e-7)
  }

  // statsmodels.stats.proportion.confint_proportions_2indep(…, method="newcomb", compare="diff")
  @Test(arguments: [
    ([0, 10, 0, 10], -0.27753280, 0.27753280), ([10, 10, 10, 10], -0.27753280, 0.27753280),
    ([0, 1, 1, 1], -1, 0.12210872), ([5, 56, 0, 29], -0.03813715, 0.19256001),
    ([1, 1_000_000, 2, 3], -0.93850706, -0.20765860), ([450_000, 1_000_000, 120, 1000], 0.30836894, 0.34872615),
  ])
  func `Newcombe's interval is that of statsmodels`(counts: [Int], low: Double, high: Double) throws {
    let ours = try #require(Proportion(counts[0], of: counts[1]))
    let interval = ours.difference(from: try #require(Proportion(counts[2], of: counts[3]))).interval
    #expect(abs(interval.low - low) < 1e-6)
    #expect(abs(interval.high - high) < 1e-6)
  }

  // From scipy.stats.binom.cdf by the formula of FunnelLimits, cut off at 0 and 1: 95 %, then 99,8 %.
  @Test(arguments: [
    (0.12, 1, [0, 0.7916667, 0, 0.9916667]), (0.12, 7, [0, 0.3512507, 0, 0.5547743]),
    (0.5, 1, [0, 0.95, 0, 0.998]), (0.03, 99, [0, 0.0630529, 0, 0.0900271]),
    (0.12, 100, [0.0545447, 0.1823557, 0.0260863, 0.2258797]),
    (0.9, 33, [0.7695404, 0.9754855, 0.6948262, 0.9990194]),
    (0.132, 10_000, [0.1253502, 0.1386192, 0.1215961, 0.1425140]),
  ])
  func `exact limits are those of SciPy's binomial distribution`(target: Double, n: Int, limits: [Double]) throws {
    let ours = try #require(FunnelLimits(target: target, denominator: n, method: .exact))
    let ends = [ours.limits95.low, ours.limits95.high, ours.limits998.low, ours.limits998.high]
    for (end, expected) in zip(ends, limits) { #expect(abs(end - expected) < 1e-6, "\(ends)") }
  }

  // lifelines.KaplanMeierFitter().fit(days, ended)
  @Test func `survival with ties of ended and open trajecten is that of lifelines`() throws {
    let days = [3, 3, 3, 8, 8, 12, 12, 12, 12, 20, 20, 25, 40, 40, 41, 60, 60, 61]
    let ended = [1, 1, 0, 1, 0, 1, 1, 0, 0, 1, 0, 1, 1, 1, 0, 0, 1, 0]
    let curve = try #require(KaplanMeier(zip(days, ended).map { .init(days: $0, hasEnded: $1 == 1) }))
    #expect(curve.median == 40)
    #expect(curve.steps.map(\.day) == [3, 8, 12, 20, 25, 40, 60])
    let survival = [0.888889, 0.82963, 0.701994, 0.623995, 0.534853, 0.356569, 0.237712]
    for (step, expected) in zip(curve.steps, survival) { #expect(abs(step.survival - expected) < 1e-6) }
  }

  @Test func `median and quartiles are NumPy's, the interval of a mean is SciPy's`() throws {
    let values = [12, 3.5, 8, 8, 41, 0, 7]
    #expect(Quantiles(values).median == 8)
    #expect(Quantiles(values).middleHalf == Interval(low: 5.25, high: 10))
    let interval = try #require(Mean(values).interval)
    #expect(abs(interval.low + 1.2298068) < 1e-5)
    #expect(abs(interval.high - 23.9440927) < 1e-5)
  }
}
