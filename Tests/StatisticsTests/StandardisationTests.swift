import Statistics
import Testing

@Suite struct StandardisationTests {
  /// Heavy clients count 22 in a hundred in the reference, light ones 8.
  private func group(_ observed: Int, heavy: Int, light: Int) throws -> IndirectStandardisation? {
    let strata = try [(heavy, 22), (light, 8)].map { count, share in
      let reference = try #require(Proportion(share, of: 100))
      return try #require(IndirectStandardisation.Stratum(count: count, reference: reference))
    }
    return IndirectStandardisation(observed: observed, strata: strata)
  }

  @Test func `15 % of mostly heavy clients is less than expected, 12 % of mostly light ones more`() throws {
    let x = try #require(try group(15, heavy: 60, light: 40))
    let y = try #require(try group(12, heavy: 10, light: 90))
    #expect(abs(x.expected - 16.4) < 1e-9)
    #expect(abs(y.expected - 9.4) < 1e-9)
    #expect(abs(x.ratio - 0.915) < 0.0005)
    #expect(abs(y.ratio - 1.277) < 0.0005)
    // Exact Poisson limits from χ²: 8.3954 and 24.7402 of 15.
    #expect(abs(x.interval.low - 8.3954 / 16.4) < 0.001)
    #expect(abs(x.interval.high - 24.7402 / 16.4) < 0.001)
  }

  @Test func `nothing expected, or a count that cannot be, is no ratio`() throws {
    #expect(try group(0, heavy: 0, light: 0) == nil)
    #expect(try group(-1, heavy: 10, light: 10) == nil)
    #expect(try group(21, heavy: 10, light: 10) == nil)
    #expect(try group(0, heavy: 10, light: 10)?.interval.low == 0)
    #expect(IndirectStandardisation(observed: 0, strata: []) == nil)
    #expect(IndirectStandardisation.Stratum(count: -1, reference: try #require(Proportion(1, of: 2))) == nil)
    #expect(try group(.max, heavy: .max, light: .max)?.ratio.isFinite == true)
  }

  // From SciPy: half of chi2.ppf(0.025, 2·O) and of chi2.ppf(0.975, 2·O + 2).
  @Test(arguments: [
    (0, 0, 3.688879), (1, 0.025318, 5.571643), (9, 4.115373, 17.084803), (10, 4.795389, 18.390356),
    (20, 12.216520, 30.888378), (100, 81.363991, 121.626794), (1000, 938.973018, 1063.952136),
  ])
  func `a count's interval is the exact one to 0,2 %`(count: Int, low: Double, high: Double) {
    let interval = PoissonInterval.twoSided95(count)
    #expect(abs(interval.low - low) <= 0.002 * low)
    #expect(abs(interval.high - high) <= 0.002 * high)
  }

  @Test func `the interval of a count grows with it, also where the table ends, and holds the largest`() {
    for count in 0..<100 {
      let (this, next) = (PoissonInterval.twoSided95(count), PoissonInterval.twoSided95(count + 1))
      #expect(this.low < next.low && this.high < next.high && this.contains(Double(count)), "\(count)")
    }
    #expect(PoissonInterval.twoSided95(.max).contains(Double(Int.max)))
    #expect(PoissonInterval.twoSided95(.min) == PoissonInterval.twoSided95(0))
  }
}
