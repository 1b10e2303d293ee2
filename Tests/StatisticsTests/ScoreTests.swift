import Statistics
import Testing

@Suite struct ScoreTests {
  @Test(
    arguments: [
      ([0, 0, 0], [1, 1, 1], 50.0), ([1, 1, 0], [1, 1, 1], 59.13), ([2, 1, 0, -1], [1, 1, 1, 1], 57.25),
      ([-2, -2, -2], [1, 1, 1], 22.61), ([2, 2, 2], [1, 1, 1], 77.39), ([1, 0, 0], [3, 1, 1], 57.69),
      ([1], [1], 60),
    ] as [([Int], [Double], Double)]
  )
  func `the T-score of goals has the published values`(scores: [Int], weights: [Double], expected: Double) throws {
    let goals = zip(scores, weights).map { GoalAttainment.Goal(score: $0, weight: $1) }
    #expect(abs(try #require(GoalAttainment.tScore(of: goals)) - expected) < 0.005)
  }

  @Test func `without goals or weight there is no T-score`() {
    #expect(GoalAttainment.tScore(of: []) == nil)
    #expect(GoalAttainment.tScore(of: [.init(score: 1, weight: 0)]) == nil)
  }

  @Test(arguments: [-3, 3, .min, .max]) func `a score that the scale does not have gives no T-score`(score: Int) {
    #expect(GoalAttainment.tScore(of: [.init(score: 1), .init(score: score)]) == nil)
  }

  @Test(arguments: [Double.nan, -1, .infinity, 1e200])
  func `a weight that cannot be one gives no T-score`(weight: Double) {
    #expect(GoalAttainment.tScore(of: [.init(score: 1), .init(score: 0, weight: weight)]) == nil)
    #expect(GoalAttainment.tScore(of: [.init(score: 1)], correlation: weight) == nil)
  }

  @Test func `from 24 to 15 is a reliable change`() throws {
    let change = try #require(ReliableChange(before: 24, after: 15, standardDeviation: 7, reliability: 0.88))
    #expect(abs(change.index - 2.6245) < 0.0005)
    #expect(abs(change.criticalDifference - 6.7214) < 0.0005)
    #expect(change.judgement() == .improved)
    #expect(change.judgement(isLowGood: false) == .worsened)
  }

  @Test func `a change smaller than the critical difference is none, and the other way is worse`() throws {
    let small = try #require(ReliableChange(before: 24, after: 17.3, standardDeviation: 7, reliability: 0.88))
    #expect(small.judgement() == .unchanged)
    let back = try #require(ReliableChange(before: 15, after: 24, standardDeviation: 7, reliability: 0.88))
    #expect(back.judgement() == .worsened)
  }

  @Test func `a perfectly reliable instrument has no error to divide by`() {
    #expect(ReliableChange(before: 2, after: 1, standardDeviation: 7, reliability: 1) == nil)
    #expect(ReliableChange(before: 2, after: 1, standardDeviation: 0, reliability: 0.8) == nil)
  }

  @Test func `who improved reliably and crossed the cut-off, which is a problem itself, is recovered`() throws {
    let down = try #require(ReliableChange(before: 24, after: 15, standardDeviation: 7, reliability: 0.88))
    #expect(down.judgement(cutOff: 16) == .recovered)
    #expect(down.judgement(cutOff: 24) == .recovered)
    #expect(down.judgement(cutOff: 15) == .improved)
    #expect(down.judgement(cutOff: 25) == .improved)
    let up = try #require(ReliableChange(before: 15, after: 24, standardDeviation: 7, reliability: 0.88))
    #expect(up.judgement(isLowGood: false, cutOff: 15) == .recovered)
    #expect(up.judgement(isLowGood: false, cutOff: 24) == .improved)
    #expect(up.judgement(cutOff: 20) == .worsened)
  }

  @Test func `crossing the cut-off by less than the critical difference is no recovery`() throws {
    let small = try #require(ReliableChange(before: 17, after: 15, standardDeviation: 7, reliability: 0.88))
    #expect(small.judgement(cutOff: 16) == .unchanged)
  }

  @Test(arguments: [Double.nan, .infinity]) func `what is not a number is no change`(odd: Double) {
    #expect(ReliableChange(before: odd, after: 1, standardDeviation: 7, reliability: 0.8) == nil)
    #expect(ReliableChange(before: 2, after: odd, standardDeviation: 7, reliability: 0.8) == nil)
    #expect(ReliableChange(before: 2, after: 1, standardDeviation: odd, reliability: 0.8) == nil)
    #expect(ReliableChange(before: 2, after: 1, standardDeviation: 7, reliability: odd) == nil)
  }

  @Test func `rounding to five stays within what an integer can hold`() {
    #expect(Rounding.toFive(.max) == .max - 2)
    #expect(Rounding.toFive(.min) == .min + 3)
    #expect(Rounding.toFive(-3) == -5)
    #expect(Rounding.toFive(-2) == 0)
  }

  @Test(arguments: zip([0, 1, 2, 3, 7, 8, 12, 13, 326_568], [0, 0, 0, 5, 5, 10, 10, 15, 326_570]))
  func `counts are rounded to the nearest five`(count: Int, rounded: Int) {
    #expect(Rounding.toFive(count) == rounded)
  }
}
