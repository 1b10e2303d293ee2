import Statistics
import Testing

@Suite struct LargestRemainderTests {
  @Test func `a euro over three gemeenten is 34, 33 and 33 cents`() {
    #expect(LargestRemainder.allocate(cents: 100, by: [1, 1, 1]) == [34, 33, 33])
    #expect(LargestRemainder.allocate(cents: -100, by: [1, 1, 1]) == [-34, -33, -33])
  }

  @Test func `the cent goes to the largest remainder, not to the first`() {
    // 10 · 1/6 = 1.67, 10 · 2/6 = 3.33, 10 · 3/6 = 5.
    #expect(LargestRemainder.allocate(cents: 10, by: [1, 2, 3]) == [2, 3, 5])
    #expect(LargestRemainder.allocate(cents: 10, by: [3, 2, 1]) == [5, 3, 2])
  }

  @Test func `who has no weight gets nothing`() {
    #expect(LargestRemainder.allocate(cents: 5, by: [0, 3, 0, 3]) == [0, 3, 0, 2])
  }

  @Test func `parts add up and are within a cent of exact, for any amount and weights`() throws {
    var state: UInt64 = 7
    func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
    for _ in 0..<500 {
      let weights = (0..<Int(next() % 12 + 1)).map { _ in Int(next() % 90_000) } + [1]
      let cents = Int(next() % 10_000_000) - 5_000_000
      let parts = try #require(LargestRemainder.allocate(cents: cents, by: weights))
      #expect(parts.reduce(0, +) == cents, "\(cents) \(weights)")
      let total = weights.reduce(0, +)
      for (part, weight) in zip(parts, weights) {
        #expect(abs(part * total - cents * weight) < total, "\(cents) \(weights)")
      }
    }
  }

  @Test func `the largest amounts and weights do not overflow, and impossible weights divide nothing`() {
    #expect(LargestRemainder.allocate(cents: .min, by: [5]) == [.min])
    #expect(LargestRemainder.allocate(cents: .max, by: [.max]) == [.max])
    #expect(LargestRemainder.allocate(cents: .min, by: [Int.max / 2, Int.max / 2])?.reduce(0, +) == .min)
    #expect(LargestRemainder.allocate(cents: 1, by: [.max, 1]) == nil)
    #expect(LargestRemainder.allocate(cents: 1, by: []) == nil)
    #expect(LargestRemainder.allocate(cents: 1, by: [0, 0]) == nil)
    #expect(LargestRemainder.allocate(cents: 1, by: [2, -1]) == nil)
    #expect(LargestRemainder.allocate(cents: 0, by: [2, 1]) == [0, 0])
  }
}
