import Statistics
import Testing

@Suite struct ProportionTests {
  @Test(arguments: [
    (0, 10, 0.0, 0.2775), (1, 10, 0.0179, 0.4042), (7, 20, 0.1812, 0.5671), (8, 40, 0.105, 0.3476),
    (15, 148, 0.0624, 0.1605), (27, 30, 0.7438, 0.9654), (10, 10, 0.7225, 1), (120, 1000, 0.1013, 0.1416),
  ])
  func `the Wilson interval has the published values`(numerator: Int, n: Int, low: Double, high: Double) throws {
    let interval = try #require(Proportion(numerator, of: n)).wilson()
    #expect(abs(interval.low - low) < 0.00006)
    #expect(abs(interval.high - high) < 0.00006)
  }

  @Test func `seven of ten interviews stand for 39,7 to 89,2 % of them`() throws {
    let interval = try #require(Proportion(7, of: 10)).wilson()
    #expect(abs(interval.low - 0.397) < 0.0005)
    #expect(abs(interval.high - 0.892) < 0.0005)
  }

  @Test(arguments: [Double.nan, .infinity, 0, -1.96, 1e200])
  func `a certainty that cannot be had gives all shares`(z: Double) {
    #expect(Proportion(3, of: 10)?.wilson(z: z) == Interval(low: 0, high: 1))
  }

  @Test func `none of them starts at 0 and all of them ends at 1, exactly`() {
    #expect(Proportion(0, of: 3)?.wilson().low == 0)
    #expect(Proportion(3, of: 3)?.wilson().high == 1)
    #expect(Proportion(1, of: 1)?.wilson().low ?? 1 < 0.21)
  }

  @Test func `there is no share of nothing, and none above one`() {
    #expect(Proportion(0, of: 0) == nil)
    #expect(Proportion(5, of: 4) == nil)
    #expect(Proportion(-1, of: 4) == nil)
  }

  @Test func `the interval holds the share and narrows as n grows`() throws {
    var width = 2.0
    for n in [10, 100, 1000, 1_000_000] {
      let proportion = try #require(Proportion(n / 10, of: n))
      let interval = proportion.wilson()
      #expect(interval.contains(proportion.share))
      #expect(interval.high - interval.low < width)
      width = interval.high - interval.low
    }
  }

  @Test func `the difference of two shares has Newcombe's interval`() throws {
    let first = try #require(Proportion(56, of: 70))
    let second = try #require(Proportion(48, of: 80))
    let difference = first.difference(from: second)
    #expect(abs(difference.value - 0.2) < 1e-9)
    #expect(abs(difference.interval.low - 0.0524) < 0.00006)
    #expect(abs(difference.interval.high - 0.3339) < 0.00006)
  }

  @Test func `the difference the other way round is the same with its signs turned`() throws {
    let none = try #require(Proportion(0, of: 10))
    let all = try #require(Proportion(20, of: 20))
    let up = all.difference(from: none)
    let down = none.difference(from: all)
    #expect(up.value == 1)
    #expect(down.value == -1)
    #expect(up.interval.high == 1)
    #expect(down.interval == Interval(low: -up.interval.high, high: -up.interval.low))
    // Newcombe's method 10 of 20/20 against 0/10, by hand: 1 − √(0.16113² + 0.27753²).
    #expect(abs(up.interval.low - 0.67909) < 0.00006)
  }
}
