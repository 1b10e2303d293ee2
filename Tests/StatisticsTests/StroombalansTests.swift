import Statistics
import Testing

@Suite struct StroombalansTests {
  @Test func `the balance of all jeugdhulp in the first half of 2021 closes`() throws {
    let balance = try #require(
      Stroombalans(begin: 326_570, instroom: 149_835, uitstroom: 114_085, eind: 362_320, actief: 476_405))
    #expect(balance.difference == 0)
    #expect(balance.actiefDifference == 0)
    #expect(balance.closes())
  }

  @Test func `the rounded balance without verblijf misses by 5, as rounding may`() throws {
    let balance = try #require(
      Stroombalans(begin: 293_490, instroom: 141_140, uitstroom: 106_780, eind: 327_845, actief: 434_630))
    #expect(balance.difference == -5)
    #expect(!balance.closes())
    #expect(balance.closes(tolerance: Stroombalans.toleranceOfRoundedCounts))
    #expect(!balance.closes(tolerance: 4))
  }

  @Test func `a balance is also open where only actief does not fit, and impossible counts have none`() throws {
    #expect(Stroombalans(begin: 5, instroom: 3, uitstroom: 2, eind: 6, actief: 9)?.closes() == false)
    #expect(Stroombalans(begin: 5, instroom: 3, uitstroom: 2, eind: 6)?.closes() == true)
    #expect(Stroombalans(begin: -1, instroom: 3, uitstroom: 2, eind: 0) == nil)
    #expect(Stroombalans(begin: .max, instroom: 3, uitstroom: 2, eind: 0) == nil)
    #expect(Stroombalans(begin: 1, instroom: 3, uitstroom: 2, eind: 2, actief: .max) == nil)
  }
}
