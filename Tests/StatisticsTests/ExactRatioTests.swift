import Statistics
import Testing

@Suite struct ExactRatioTests {
  @Test func `6520 of 81 500 is exactly 8,00 %: it passes "at least 8" and not "more than 8"`() throws {
    let share = try #require(ExactRatio(6520, of: 81_500))
    let threshold = try #require(ExactRatio(percent: 800, places: 2))
    #expect(share >= threshold)
    #expect(!(share > threshold))
    #expect(share == threshold)
    #expect(try #require(ExactRatio(6519, of: 81_500)) < threshold)
    #expect(share.percentDigits(places: 2) == 800)
  }

  @Test func `21,48 % fails a band that starts at 22`() throws {
    let share = try #require(ExactRatio(percent: 2148, places: 2))
    #expect(try share < #require(ExactRatio(percent: 22)))
  }

  @Test(arguments: [(12, 98, 1224), (17, 98, 1735), (28, 98, 2857), (2, 100, 200)])
  func `the shares of reasons to stop have the published percentages`(count: Int, of all: Int, digits: Int) {
    #expect(ExactRatio(count, of: all)?.percentDigits(places: 2) == digits)
  }

  @Test func `a percentage comes from the counts as they were, not as they are published`() {
    #expect(ExactRatio(12, of: 98)?.percentDigits(places: 1) == 122)
    #expect(ExactRatio(Rounding.toFive(12), of: Rounding.toFive(98))?.percentDigits(places: 1) == 100)
  }

  @Test func `a half is rounded away from 0, on both sides`() {
    #expect(ExactRatio(1, of: 8)?.percentDigits(places: 0) == 13)
    #expect(ExactRatio(-1, of: 8)?.percentDigits(places: 0) == -13)
    #expect(ExactRatio(1, of: 8)?.percentDigits(places: 1) == 125)
    #expect(ExactRatio(2, of: 3)?.percentDigits(places: 0) == 67)
    #expect(ExactRatio(0, of: 3)?.percentDigits(places: 1) == 0)
  }

  @Test func `the largest integers are compared without overflow`() throws {
    let ratios = try [
      (Int.min, 1), (-1, 1), (-1, Int.max), (0, 5), (1, .max), (.max - 1, .max), (1, 1), (.max, .max - 1), (.max, 1),
    ].map { try #require(ExactRatio($0, of: $1)) }
    for (i, left) in ratios.enumerated() {
      for (j, right) in ratios.enumerated() {
        #expect((left < right) == (i < j), "\(left) \(right)")
        #expect((left == right) == (i == j), "\(left) \(right)")
      }
    }
    #expect(ratios[0].percentDigits(places: 0) == nil)
    #expect(ratios[7].percentDigits(places: 16) == 1_000_000_000_000_000_000)
  }

  @Test func `ratios agree with Double where Double is exact`() throws {
    for a in -6...6 {
      for b in 1...6 {
        for c in -6...6 {
          for d in 1...6 {
            let left = try #require(ExactRatio(a, of: b))
            let right = try #require(ExactRatio(c, of: d))
            #expect((left < right) == (a * d < c * b))
            #expect((left == right) == (a * d == c * b))
          }
        }
      }
    }
  }

  @Test func `there is no ratio to nothing and no decimal with more places than fit`() {
    #expect(ExactRatio(1, of: 0) == nil)
    #expect(ExactRatio(1, of: -2) == nil)
    #expect(ExactRatio(decimal: 1, places: 19) == nil)
    #expect(ExactRatio(decimal: 1, places: -1) == nil)
    #expect(ExactRatio(percent: 1, places: .max) == nil)
    #expect(ExactRatio(percent: 1, places: 16) != nil)
    #expect(ExactRatio(1, of: 3)?.percentDigits(places: 17) == nil)
    #expect(ExactRatio(1, of: 3)?.percentDigits(places: -3) == nil)
  }
}
