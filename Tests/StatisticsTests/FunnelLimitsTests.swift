import Statistics
import Testing

@Suite struct FunnelLimitsTests {
  @Test(arguments: [
    (25, 0, 0.2474, 0, 0.3208), (50, 0.0299, 0.2101, 0, 0.262), (100, 0.0563, 0.1837, 0.0196, 0.2204),
    (200, 0.075, 0.165, 0.049, 0.191), (400, 0.0882, 0.1518, 0.0698, 0.1702),
  ])
  func `the normal limits around 12 % have the published values`(
    n: Int,
    low95: Double,
    high95: Double,
    low998: Double,
    high998: Double
  ) throws {
    let limits = try #require(FunnelLimits(target: 0.12, denominator: n, method: .normal))
    let found = [limits.limits95.low, limits.limits95.high, limits.limits998.low, limits.limits998.high]
    for (found, published) in zip(found, [low95, high95, low998, high998]) {
      #expect(abs(found - published) < 0.0001)
    }
  }

  @Test(arguments: [
    (50, 0.0262, 0.2079, 0, 0.2726), (100, 0.0545, 0.1824, 0.0261, 0.2259), (200, 0.0743, 0.1643, 0.0521, 0.1937),
  ])
  func `the exact limits around 12 % have the published values`(
    n: Int,
    low95: Double,
    high95: Double,
    low998: Double,
    high998: Double
  ) throws {
    let limits = try #require(FunnelLimits(target: 0.12, denominator: n, method: .exact))
    let found = [limits.limits95.low, limits.limits95.high, limits.limits998.low, limits.limits998.high]
    for (found, published) in zip(found, [low95, high95, low998, high998]) {
      #expect(abs(found - published) < 0.00006)
    }
  }

  @Test func `limits are exact below a denominator of 100 unless groups differ beyond chance`() {
    #expect(FunnelLimits(target: 0.12, denominator: 99)?.method == .exact)
    #expect(FunnelLimits(target: 0.12, denominator: 100)?.method == .normal)
    #expect(FunnelLimits(target: 0.12, denominator: 99, tauSquared: 0.001)?.method == .normal)
    #expect(FunnelLimits(target: 0.12, denominator: 10_001, method: .exact)?.method == .normal)
    #expect(FunnelLimits(target: 0.12, denominator: .max, method: .exact)?.method == .normal)
  }

  @Test func `exact and normal limits meet where the one takes over from the other`() throws {
    let exact = try #require(FunnelLimits(target: 0.3, denominator: 10_000, method: .exact))
    let normal = try #require(FunnelLimits(target: 0.3, denominator: 10_000, method: .normal))
    #expect(abs(exact.limits998.high - normal.limits998.high) < 0.0001)
    #expect(abs(exact.limits998.low - normal.limits998.low) < 0.0001)
  }

  @Test(arguments: [1e-300, 1e-12, 0.001, 0.5, 0.999, 1 - 1e-12]) func `limits hold the target`(target: Double) throws {
    for n in [1, 2, 10, 99, 100, 5000] {
      for method in [FunnelLimits.Method.exact, .normal] {
        let limits = try #require(FunnelLimits(target: target, denominator: n, method: method))
        for interval in [limits.limits95, limits.limits998] {
          #expect(interval.contains(target) && interval.low >= 0 && interval.high <= 1, "\(n) \(method)")
        }
      }
    }
  }

  @Test func `variance between groups widens the limits as variance within them does`() throws {
    let limits = try #require(FunnelLimits(target: 0.2, denominator: 100, tauSquared: 0.0009))
    // √(0.2 · 0.8 / 100 + 0.0009) = 0.05.
    #expect(abs(limits.limits95.high - (0.2 + 1.959964 * 0.05)) < 1e-12)
    for odd in [Double.nan, -0.1, .infinity] {
      #expect(FunnelLimits(target: 0.2, denominator: 100, tauSquared: odd) == nil)
    }
  }

  @Test func `of eight aanbieders around 13,2 % only 30 of 150 lies beyond 95 %, and none beyond 99,8 %`() throws {
    let limits = try #require(FunnelLimits(target: 99.0 / 750, denominator: 150))
    #expect(limits.judgement(of: 30.0 / 150) == .above95)
    #expect(limits.judgement(of: 20.0 / 150) == .within)
  }

  @Test func `a share on a limit lies within it, and beyond it outside`() throws {
    let limits = try #require(FunnelLimits(target: 0.5, denominator: 100))
    #expect(limits.judgement(of: limits.limits95.high) == .within)
    #expect(limits.judgement(of: limits.limits998.high) == .above95)
    #expect(limits.judgement(of: limits.limits998.high.nextUp) == .above998)
    #expect(limits.judgement(of: limits.limits95.low.nextDown) == .below95)
    #expect(limits.judgement(of: 0) == .below998)
  }

  @Test func `a target of 0 or 1 leaves no room, and one outside is none`() {
    #expect(FunnelLimits(target: 0, denominator: 10)?.limits998 == Interval(low: 0, high: 0))
    #expect(FunnelLimits(target: 1.01, denominator: 10) == nil)
    #expect(FunnelLimits(target: .nan, denominator: 10) == nil)
    #expect(FunnelLimits(target: 0.5, denominator: 0) == nil)
  }
}
