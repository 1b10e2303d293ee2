import Statistics
import Testing

@Suite struct KaplanMeierTests {
  private func followed(_ ended: [Int], open: [Int] = []) -> KaplanMeier? {
    KaplanMeier(
      ended.map { .init(days: $0, hasEnded: true) } + open.map { .init(days: $0, hasEnded: false) })
  }

  // The numbers are those of SurvfuncRight in statsmodels 0.14.
  @Test func `ten trajecten of which four are open have the survival and errors that another program gives`() throws {
    let curve = try #require(followed([5, 10, 20, 30, 45, 60], open: [10, 30, 60, 90]))
    #expect(curve.steps.map(\.day) == [5, 10, 20, 30, 45, 60])
    #expect(curve.steps.map(\.atRisk) == [10, 9, 7, 6, 4, 3])
    let survival = [0.9, 0.8, 0.68571429, 0.57142857, 0.42857143, 0.28571429]
    let errors = [0.09486833, 0.12649111, 0.15149402, 0.16377472, 0.17433756, 0.16466239]
    for (step, expected) in zip(curve.steps, zip(survival, errors)) {
      #expect(abs(step.survival - expected.0) < 1e-8)
      #expect(abs(step.standardError - expected.1) < 1e-8)
    }
    #expect(curve.median == 45)
    // Rothman's interval of 0.42857 with that error, by hand.
    #expect(abs(curve.steps[4].interval.low - 0.169507) < 1e-6)
    #expect(abs(curve.steps[4].interval.high - 0.733756) < 1e-6)
  }

  @Test func `when all have ended it is the plain share with Wilson's interval`() throws {
    let curve = try #require(followed(Array(1...20)))
    for step in curve.steps {
      let share = try #require(Proportion(20 - step.day, of: 20))
      #expect(abs(step.survival - share.share) < 1e-12)
      #expect(abs(step.interval.low - share.wilson().low) < 1e-9)
      #expect(abs(step.interval.high - share.wilson().high) < 1e-9)
    }
    #expect(curve.median == 10)
  }

  @Test func `a median that is not reached is none`() throws {
    let curve = try #require(followed([10, 20], open: [30, 30, 30]))
    #expect(curve.median == nil)
    #expect(try #require(followed([], open: [5])).median == nil)
  }

  @Test func `a half that comes out of thirds and quarters is a half`() throws {
    // 4/5 · 3/4 · 2/3 · … : the product misses one half in its last digit for some counts.
    for count in stride(from: 2, through: 200, by: 2) {
      #expect(followed(Array(1...count))?.median == count / 2, "\(count)")
    }
  }

  @Test func `nothing is known below day 0 and after the last day followed`() throws {
    let curve = try #require(followed([10], open: [30]))
    #expect(curve.survival(at: 0) == 1)
    #expect(curve.survival(at: 9) == 1)
    #expect(curve.survival(at: 10) == 0.5)
    #expect(curve.survival(at: 30) == 0.5)
    #expect(curve.survival(at: 31) == nil)
    #expect(curve.survival(at: -1) == nil)
    #expect(curve.step(at: 9) == nil)
    #expect(curve.step(at: 31) == nil)
  }

  @Test func `who ended after the last open one leaves nobody, for ever`() throws {
    let curve = try #require(followed([10, 30], open: [20]))
    #expect(curve.survival(at: 30) == 0)
    #expect(curve.survival(at: .max) == 0)
    #expect(curve.steps[1].standardError == 0)
    #expect(curve.steps[1].interval.low == 0)
    #expect(curve.steps[1].interval.high > 0.5)
  }

  @Test func `one that is open on the day another ends still counts on that day`() throws {
    #expect(try #require(followed([10], open: [10])).steps[0].atRisk == 2)
    #expect(try #require(followed([10], open: [9])).steps[0].atRisk == 1)
  }

  @Test func `without trajecten, or with less than no days, there is no curve`() {
    #expect(followed([]) == nil)
    #expect(followed([3, -1]) == nil)
    #expect(followed([0])?.median == 0)
    #expect(followed([.max], open: [.max])?.median == .max)
  }
}
