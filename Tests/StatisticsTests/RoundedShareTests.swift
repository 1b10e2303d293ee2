import Statistics
import Testing

@Suite struct RoundedShareTests {
  @Test func `the percentage is of the counts as they were, and the counts are rounded`() throws {
    let share = try #require(RoundedShare(12, of: 98))
    #expect(share.count == 10)
    #expect(share.group == 100)
    #expect(share.percentDigits == 122)
  }

  @Test func `12,2 % gives away the 12 that was rounded to 10, and 12 % of two hundred leaves two`() throws {
    #expect(try #require(RoundedShare(12, of: 98)).possibleCounts == [12])
    #expect(try #require(RoundedShare(24, of: 196, places: 0)).possibleCounts == [23, 24])
    #expect(try #require(RoundedShare(240, of: 1960)).possibleCounts == [238, 239, 240])
  }

  @Test func `the count itself is always possible, and all that are look the same`() throws {
    for group in 1...20 {
      for count in 0...group {
        for places in 0...1 {
          let share = try #require(RoundedShare(count, of: group, places: places))
          #expect(share.possibleCounts.contains(count), "\(count) \(group)")
          let same = (0...22).filter { other in
            (max(1, other)...24).contains { RoundedShare(other, of: $0, places: places) == share }
          }
          #expect(share.possibleCounts == same, "\(count) \(group)")
        }
      }
    }
  }

  @Test func `what is no share is none, and the largest do not overflow`() {
    #expect(RoundedShare(1, of: 0) == nil)
    #expect(RoundedShare(-1, of: 3) == nil)
    #expect(RoundedShare(4, of: 3) == nil)
    #expect(RoundedShare(1, of: .max) == nil)
    #expect(RoundedShare(1, of: 2, places: 17) == nil)
    #expect(RoundedShare(.max - 4, of: .max - 4)?.possibleCounts.contains(.max - 4) == true)
    #expect(RoundedShare(0, of: 1)?.possibleCounts == [0])
  }
}
