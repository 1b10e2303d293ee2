import Statistics
import Testing

@Suite struct FunnelLimitsTests {
  @Test(arguments: [
    (25, 0, 0.2474, 0, 0.3208), (50, 0.0299, 0.2101, 0, 0.262), (100, 0.0563, 0.1837, 0.0196, 0.2204),
    (200, 0.075, 0.165, 0.049, 0.191), (400, 0.0882, 0.1518, 0.0698, 0.1702),
  ])
  func `the limits around 12 % have the published values`(
    n: Int,
    low95: Double,
    high95: Double,
    low998: Double,
    high998: Double
  ) throws {
    let limits = try #require(FunnelLimits(target: 0.12, denominator: n))
    let found = [limits.limits95.low, limits.limits95.high, limits.limits998.low, limits.limits998.high]
    for (found, published) in zip(found, [low95, high95, low998, high998]) {
      #expect(abs(found - published) < 0.0001)
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
