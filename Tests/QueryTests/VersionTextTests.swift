import Testing

@testable import Query

/// The order of versions, which people write as they like.
@Suite struct VersionTextTests {
  @Test func `numbers count by their value, and every two texts have one order`() {
    let ordered = [
      "", "0", "02", "2", "2.1", "2.9", "2.10", "9", "10", "2016", "2016-herzien", "99999999999999999999999",
      "100000000000000000000000", "a", "a2", "a10", "b",
    ]
    for (place, one) in ordered.enumerated() {
      for (other, text) in ordered.enumerated() {
        let isBefore = VersionText(one) < VersionText(text)
        #expect(isBefore == (place < other), "\(one) and \(text)")
      }
    }
  }
}
