import Statistics
import Testing

@Suite struct ChartTests {
  /// Eleven quarters of uitval in percents, and the one after.
  private let uitval = [14.1, 12.9, 10.7, 11.5, 13.6, 13.2, 13.5, 15.1, 15.6, 13.5, 15.6, 19.8]

  // MARK: Limits

  @Test func `the limits of 10, 50, 40 and 30 have the published values`() throws {
    let limits = try #require(XmRLimits([10, 50, 40, 30]))
    #expect(limits.mean == 32.5)
    #expect(limits.meanMovingRange == 20)
    #expect(abs(limits.limits.low - -20.7) < 1e-9)
    #expect(abs(limits.limits.high - 85.7) < 1e-9)
    #expect(abs(limits.movingRangeLimit - 65.36) < 1e-9)
  }

  @Test func `a quarter of 19,8 is a signal after eleven with a mean of 13,57 and limits of 10,03 and 17,11`() throws {
    let chart = try #require(XmRChart(uitval, baseline: 11))
    let limits = try #require(chart.phases[0].limits)
    #expect(abs(limits.mean - 13.57) < 0.005)
    #expect(abs(limits.limits.low - 10.03) < 0.005)
    #expect(abs(limits.limits.high - 17.11) < 0.005)
    #expect(chart.signals.filter { $0.rule == .beyondLimit } == [ChartSignal(.beyondLimit, .above, 11...11)])
  }

  @Test func `a point in its own baseline moves the limits away from itself`() throws {
    let frozen = try #require(XmRChart(uitval, baseline: 11)?.phases[0].limits)
    let moved = try #require(XmRChart(uitval)?.phases[0].limits)
    #expect(moved.limits.high > frozen.limits.high + 1)
  }

  @Test func `a step beyond the limit for steps is named, also within the limits for values`() throws {
    let chart = try #require(XmRChart([10, 10.5, 10, 10.5, 10, 10.5, 9, 11.5], baseline: 6))
    #expect(chart.largeSteps == [7])
    #expect(chart.movingRanges[0] == nil)
    #expect(chart.movingRanges[7] == 2.5)
  }

  @Test func `without two finite values there are no limits`() {
    #expect(XmRLimits([Double]()) == nil)
    #expect(XmRLimits([1]) == nil)
    #expect(XmRLimits([1, .nan]) == nil)
    #expect(XmRLimits([-.greatestFiniteMagnitude, .greatestFiniteMagnitude]) == nil)
    #expect(XmRChart([1, .infinity]) == nil)
    #expect(XmRChart([1, 2, 3], baseline: 1) == nil)
    #expect(XmRChart([])?.phases.isEmpty == true)
    #expect(XmRChart([5])?.phases[0].limits == nil)
    #expect(XmRChart([5])?.signals.isEmpty == true)
  }

  // MARK: Rules

  /// A baseline with mean 10 and limits of 10 ± 2.66.
  private func afterBaseline(_ values: [Double]) throws -> [ChartSignal] {
    let baseline = [10.5, 9.5, 10.5, 9.5, 10.5, 9.5, 10.5, 9.5]
    let chart = try #require(XmRChart(baseline + values, baseline: baseline.count))
    return chart.signals.map { ChartSignal($0.rule, $0.side, $0.points.lowerBound - 8...$0.points.upperBound - 8) }
  }

  @Test func `a point on a limit is none, and beyond it is a signal`() throws {
    #expect(try afterBaseline([12.66, 7.34]).isEmpty)
    #expect(try afterBaseline([12.67]) == [ChartSignal(.beyondLimit, .above, 0...0)])
    #expect(try afterBaseline([7.33]) == [ChartSignal(.beyondLimit, .below, 0...0)])
  }

  @Test func `eight on one side are a signal, seven are not`() throws {
    #expect(try afterBaseline(Array(repeating: 10.1, count: 7)).isEmpty)
    #expect(try afterBaseline(Array(repeating: 10.1, count: 8)) == [ChartSignal(.oneSided, .above, 0...7)])
    let below = [10.1] + Array(repeating: 9.9, count: 9) + [10.1]
    #expect(try afterBaseline(below) == [ChartSignal(.oneSided, .below, 1...9)])
  }

  @Test func `a point on the mean ends a run`() throws {
    #expect(try afterBaseline([10.1, 10.1, 10.1, 10.1, 10, 10.1, 10.1, 10.1, 10.1]).isEmpty)
  }

  @Test func `three of four nearer to one limit than to the mean are a signal`() throws {
    #expect(try afterBaseline([11.4, 11.4, 10.1, 11.4]) == [ChartSignal(.nearLimit, .above, 0...3)])
    #expect(try afterBaseline([10, 8.6, 8.6, 8.6]) == [ChartSignal(.nearLimit, .below, 1...3)])
  }

  @Test func `two of four, halfway, or on both sides are no signal`() throws {
    #expect(try afterBaseline([11.4, 10.1, 11.4, 10.1]).isEmpty)
    #expect(try afterBaseline([11.33, 11.33, 11.33, 11.33]).isEmpty)
    #expect(try afterBaseline([11.4, 8.6, 11.4, 8.6, 11.4, 8.6]).isEmpty)
  }

  @Test func `windows that overlap are one signal, and a point beyond the limit is near it`() throws {
    let signals = try afterBaseline([11.4, 11.4, 11.4, 11.4, 11.4, 13, 10])
    #expect(signals == [ChartSignal(.beyondLimit, .above, 5...5), ChartSignal(.nearLimit, .above, 0...5)])
  }

  @Test(arguments: [0.1, 0.7, 13.57, 1e300]) func `equal values are no signal, whatever their mean is rounded to`(
    value: Double
  ) {
    for count in 0...40 {
      let values = Array(repeating: value, count: count)
      #expect(XmRChart(values)?.signals.isEmpty == true, "\(count)")
      #expect(RunChart(values)?.signals.isEmpty == true, "\(count)")
    }
  }

  // MARK: Breaks

  @Test func `no run goes across a changed definition, and no limits are shared`() throws {
    let values = [9.5, 10.5, 9.5, 10.5, 10.6, 10.7, 10.6, 10.7, 20.5, 20.6, 20.5, 20.6]
    let whole = try #require(XmRChart(values, baseline: 4))
    #expect(whole.signals.contains(ChartSignal(.oneSided, .above, 3...11)))
    let broken = try #require(XmRChart(values, breaks: [8], baseline: 4))
    #expect(broken.signals.isEmpty)
    #expect(broken.phases.map(\.points) == [0..<8, 8..<12])
    #expect(broken.phases.map { $0.limits?.mean } == [10, 20.55])
    #expect(broken.movingRanges[8] == nil)
  }

  @Test func `breaks outside the series and said twice break nothing more`() throws {
    let chart = try #require(XmRChart([1, 2, 3, 4], breaks: [.max, 2, 4, 0, -1, 2, .min]))
    #expect(chart.phases.map(\.points) == [0..<2, 2..<4])
  }

  @Test func `a phase of one point has no limits and no signal`() throws {
    let chart = try #require(XmRChart([1, 2, 1, 900], breaks: [3]))
    #expect(chart.phases[1].limits == nil)
    #expect(chart.signals.isEmpty)
  }

  // MARK: Run chart

  @Test func `eight in a row above the median are a signal, also with one on it in between`() throws {
    let low = [1.0, 2, 3, 1, 2, 3, 1, 2]
    let chart = try #require(RunChart(low + [5, 6, 7, 8, 4, 6, 7, 8, 9, 1], baseline: 8))
    #expect(chart.phases[0].median == 2)
    #expect(chart.signals == [ChartSignal(.oneSided, .above, 8...16)])
    let resting = try #require(RunChart([0, 5, 5, 5, 1, 5, 5, 5, 5, 5, 0] + Array(repeating: 1, count: 12)))
    #expect(resting.phases[0].median == 1)
    #expect(resting.signals == [ChartSignal(.oneSided, .above, 1...9)])
  }

  @Test func `seven points in a row are none, and a break ends the run`() throws {
    let low = Array(repeating: 1.0, count: 8)
    let high = Array(repeating: 5.0, count: 8)
    #expect(try #require(RunChart([2, 0] + high.dropLast(), baseline: 2)).signals.isEmpty)
    let whole = try #require(RunChart(low + high))
    #expect(whole.phases[0].median == 3)
    #expect(whole.signals.map(\.points) == [0...7, 8...15])
    #expect(try #require(RunChart(low + high, breaks: [8])).signals.isEmpty)
    #expect(RunChart([.nan]) == nil)
    #expect(RunChart([1], baseline: 0) == nil)
  }

  // MARK: p-chart

  private func shares(_ counts: [(Int, Int)]) -> [Proportion] { counts.compactMap { Proportion($0, of: $1) } }

  @Test func `the limits of a share grow narrower with its denominator, around the share of all together`() throws {
    let chart = try #require(PChart(shares([(1, 10), (39, 390), (10, 100)])))
    #expect(chart.phases[0].mean == 0.1)
    // 0.1 ± 3 · √(0.09/n): 0.0949 · 3, 0.01519 · 3 and 0.03 · 3.
    #expect(chart.limits[0].low == 0)
    #expect(abs(chart.limits[0].high - 0.384605) < 1e-6)
    #expect(abs(chart.limits[1].low - 0.054426) < 1e-6)
    #expect(abs(chart.limits[2].high - 0.19) < 1e-12)
  }

  @Test func `the same share is a signal of many and none of few`() throws {
    let baseline = Array(repeating: (10, 100), count: 8)
    let chart = try #require(PChart(shares(baseline + [(2, 8), (100, 400)]), baseline: 8))
    #expect(chart.signals == [ChartSignal(.beyondLimit, .above, 9...9)])
  }

  @Test func `equal shares of unequal groups are no run, and a break shares no mean`() throws {
    let equal = shares([(1, 10), (3, 30), (7, 70), (10, 100), (13, 130), (9, 90), (11, 110), (3, 30), (1, 10)])
    #expect(try #require(PChart(equal)).signals.isEmpty)
    let broken = try #require(PChart(equal + shares([(5, 10), (50, 100)]), breaks: [9]))
    #expect(broken.phases.map(\.mean) == [0.1, 0.5])
    #expect(broken.signals.isEmpty)
    #expect(PChart(equal, baseline: 0) == nil)
    #expect(PChart([])?.limits.isEmpty == true)
  }

  @Test func `where nobody counts, the limits leave no room and the first who does is a signal`() throws {
    let none = Array(repeating: (0, 50), count: 8)
    let chart = try #require(PChart(shares(none + [(1, 50)]), baseline: 8))
    #expect(chart.limits[8] == Interval(low: 0, high: 0))
    #expect(chart.signals.first == ChartSignal(.beyondLimit, .above, 8...8))
  }
}
