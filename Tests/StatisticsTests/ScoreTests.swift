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

  @Test(arguments: zip([0, 1, 2, 3, 7, 8, 12, 13, 326_568], [0, 0, 0, 5, 5, 10, 10, 15, 326_570]))
  func `counts are rounded to the nearest five`(count: Int, rounded: Int) {
    #expect(Rounding.toFive(count) == rounded)
  }
}
