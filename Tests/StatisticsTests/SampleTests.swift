import Statistics
import Testing

@Suite struct SampleTests {
  @Test func `the mean of 2, 4, 4, 4, 5, 5, 7, 9 is 5, give or take 1,79`() throws {
    let mean = Mean([2, 4, 4, 4, 5, 5, 7, 9])
    #expect(mean.value == 5)
    #expect(mean.sum == 40)
    let interval = try #require(mean.interval)
    // s = √(32/7) = 2.13809; t(7) = 2.364624; 2.364624 · 2.13809 / √8 = 1.78748.
    #expect(abs(interval.high - 6.78748) < 0.00001)
    #expect(abs(interval.low - 3.21252) < 0.00001)
  }

  @Test func `one value has a mean but no interval, and none has neither`() {
    #expect(Mean([7]).value == 7)
    #expect(Mean([7]).interval == nil)
    #expect(Mean([Double]()).value == nil)
  }

  @Test func `equal values have an interval without width, however large they are`() throws {
    let mean = Mean(Array(repeating: 1_000_000_000.25, count: 1000))
    let interval = try #require(mean.interval)
    #expect(interval.high - interval.low < 0.001)
  }

  @Test func `Student's t goes on smoothly where the table ends, and down to the normal quantile`() {
    var previous = Double.infinity
    for degrees in 1...200 {
      let value = StudentT.twoSided95(degreesOfFreedom: degrees)
      #expect(value < previous, "\(degrees)")
      previous = value
    }
    #expect(abs(StudentT.twoSided95(degreesOfFreedom: 31) - 2.039513) < 0.00001)
    #expect(abs(StudentT.twoSided95(degreesOfFreedom: 120) - 1.979930) < 0.00001)
    #expect(abs(StudentT.twoSided95(degreesOfFreedom: 1_000_000_000) - 1.959964) < 0.00001)
    #expect(StudentT.twoSided95(degreesOfFreedom: 0) == StudentT.twoSided95(degreesOfFreedom: 1))
  }

  @Test func `quartiles are interpolated between the values beside them`() {
    let quantiles = Quantiles([4, 1, 3, 2])
    #expect(quantiles.median == 2.5)
    #expect(quantiles.middleHalf == Interval(low: 1.75, high: 3.25))
    #expect(quantiles.quantile(0) == 1)
    #expect(quantiles.quantile(7) == 4)
  }

  @Test func `a median of waits of 77, 105 and 105 days is 105`() {
    #expect(Quantiles([77, 105, 105]).median == 105)
  }

  @Test func `40 % of the goals can be 62,5 % of the goals a traject`() {
    // One goal reached of one, and one of four.
    #expect(Proportion(1 + 1, of: 1 + 4)?.share == 0.4)
    #expect(Mean([1.0 / 1, 1.0 / 4]).value == 0.625)
  }

  @Test func `what is not a number is not a value, and asks for none`() {
    #expect(Quantiles([.nan, 3, 1, .nan]).count == 2)
    #expect(Quantiles([.nan, 3, 1]).median == 2)
    #expect(Quantiles([1, 2]).quantile(.nan) == nil)
    #expect(Quantiles([1, .infinity]).quantile(0) == 1)
    #expect(Quantiles([-.infinity, 1, .infinity]).median == 1)
  }

  @Test func `one value is its own median, and no value has none`() {
    #expect(Quantiles([9]).median == 9)
    #expect(Quantiles([]).median == nil)
    #expect(Quantiles([]).middleHalf == nil)
  }

  @Test func `the median's interval takes the ranks that the binomial distribution asks for`() {
    // Exact ranks for 95 %: 6 values 1 and 6; 9: 2 and 8; 12: 3 and 10; 20: 6 and 15.
    for (count, low, high) in [(6, 1.0, 6.0), (8, 1, 8), (9, 2, 8), (12, 3, 10), (20, 6, 15)] {
      let quantiles = Quantiles((1...count).map(Double.init))
      #expect(quantiles.medianInterval == Interval(low: low, high: high), "\(count)")
    }
    #expect(Quantiles([1, 2, 3, 4, 5]).medianInterval == nil)
  }
}
