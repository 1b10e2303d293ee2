import Statistics
import Testing

@Suite struct ResponseBoundsTests {
  @Test func `70 satisfied of 84 who answered of 140 is 83,3 %, and could be 50 to 90`() throws {
    let bounds = try #require(ResponseBounds(agreeing: 70, answered: 84, asked: 140))
    #expect(bounds.response.share == 0.6)
    #expect(abs(try #require(bounds.observed) - 0.833) < 0.0005)
    #expect(bounds.bounds == Interval(low: 0.5, high: 0.9))
  }

  @Test func `when all answered there is nothing left to bound, and when nobody did everything is`() throws {
    #expect(ResponseBounds(agreeing: 3, answered: 4, asked: 4)?.bounds == Interval(low: 0.75, high: 0.75))
    let none = try #require(ResponseBounds(agreeing: 0, answered: 0, asked: 4))
    #expect(none.bounds == Interval(low: 0, high: 1))
    #expect(none.observed == nil)
  }

  @Test func `a mean of 8 of half of them on a scale of 1 to 10 could be 4,5 to 9`() throws {
    let bounds = try #require(ResponseBounds(mean: 8, answered: 50, asked: 100, scale: 1...10))
    #expect(bounds.bounds == Interval(low: 4.5, high: 9))
    #expect(ResponseBounds(mean: nil, answered: 0, asked: 9, scale: 1...10)?.bounds == Interval(low: 1, high: 10))
  }

  @Test func `a share is the mean of noughts and ones`() throws {
    let share = try #require(ResponseBounds(agreeing: 70, answered: 84, asked: 140))
    let mean = try #require(ResponseBounds(mean: 70.0 / 84, answered: 84, asked: 140, scale: 0...1))
    #expect(abs(mean.bounds.low - share.bounds.low) < 1e-12)
    #expect(abs(mean.bounds.high - share.bounds.high) < 1e-12)
  }

  @Test func `counts and means that cannot be have no bounds`() {
    #expect(ResponseBounds(agreeing: 5, answered: 4, asked: 10) == nil)
    #expect(ResponseBounds(agreeing: 5, answered: 11, asked: 10) == nil)
    #expect(ResponseBounds(agreeing: 0, answered: 0, asked: 0) == nil)
    #expect(ResponseBounds(agreeing: -1, answered: 4, asked: 10) == nil)
    #expect(ResponseBounds(agreeing: 0, answered: -1, asked: 10) == nil)
    #expect(ResponseBounds(mean: 11, answered: 5, asked: 10, scale: 1...10) == nil)
    #expect(ResponseBounds(mean: .nan, answered: 5, asked: 10, scale: 1...10) == nil)
    #expect(ResponseBounds(mean: nil, answered: 5, asked: 10, scale: 1...10) == nil)
    #expect(ResponseBounds(mean: 5, answered: 0, asked: 10, scale: 1...10) == nil)
    #expect(ResponseBounds(mean: 5, answered: 5, asked: 10, scale: 0...(.infinity)) == nil)
  }
}
