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
}
