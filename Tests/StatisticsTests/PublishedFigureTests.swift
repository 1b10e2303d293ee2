import Statistics
import Testing

/// Figures that the source documents give, or that follow from what they give (cases S001-11 and -12, S004-01, -03, -04,
/// -06, -08, -10 and -19).
@Suite struct PublishedFigureTests {
  private static func percent(_ count: Int, of all: Int, places: Int = 1) -> Int? {
    ExactRatio(count, of: all)?.percentDigits(places: places)
  }

  @Test(arguments: [(4675, 545), (1539, 179), (2214, 258), (157, 18)])
  func `jeugdigen by veld, S001-11`(count: Int, share: Int) throws {
    let all = 4675 + 1539 + 2214 + 157
    #expect(all == 8585)
    #expect(Self.percent(count, of: all) == share)
    let half = try #require(ExactRatio(percent: 50))
    let ratio = try #require(ExactRatio(count, of: all))
    #expect((ratio > half) == (count == 4675))
  }

  /// Percentages of gemeenten are not the percentage of the region: that takes the counts behind them.
  @Test func `a mean of percentages is not the region's, S001-12`() throws {
    let gemeenten = [54, 59, 64, 48, 64, 52, 63]
    let mean = try #require(ExactRatio(gemeenten.reduce(0, +), of: 100 * gemeenten.count))
    #expect(mean.percentDigits(places: 1) == 577)
    #expect(mean.percentDigits(places: 0) != 54)
  }

  @Test(arguments: [(41, 42, 976), (35, 41, 854), (3, 41, 73), (2, 3, 667), (3, 35, 86), (7, 42, 167)])
  func `respons and inkoopmethoden are rounded, not cut, S004-01 and S004-03`(count: Int, all: Int, share: Int) {
    #expect(Self.percent(count, of: all) == share)
  }

  @Test(arguments: [(393, 42, 936), (1_279_414, 101_956, 1255), (1125, 589, 191)])
  func `ratios to two places, S004-04 and S004-06`(numerator: Int, denominator: Int, digits: Int) {
    #expect(ExactRatio(numerator, of: 100 * denominator)?.percentDigits(places: 2) == digits)
  }

  /// A region of table 8 of the source.
  struct Regio: Sendable {
    let naam: String
    let inwoners: Int
    let jeugdigen: Int
    let trajecten: Int
    /// With two places.
    let jeugdigenShare: Int
    let trajectenShare: Int
  }

  private static let regios = [
    Regio(
      naam: "West-Brabant-West", inwoners: 340_858, jeugdigen: 79_428, trajecten: 6577, jeugdigenShare: 2330,
      trajectenShare: 828),
    Regio(
      naam: "IJsselland", inwoners: 514_650, jeugdigen: 136_902, trajecten: 11_089, jeugdigenShare: 2660,
      trajectenShare: 810),
    Regio(
      naam: "Zuid-Holland-Zuid", inwoners: 484_986, jeugdigen: 123_384, trajecten: 10_216, jeugdigenShare: 2544,
      trajectenShare: 828),
    Regio(
      naam: "Utrecht", inwoners: 334_139, jeugdigen: 81_500, trajecten: 6520, jeugdigenShare: 2439, trajectenShare: 800),
    Regio(
      naam: "Holland-Rijnland", inwoners: 524_447, jeugdigen: 117_943, trajecten: 12_242, jeugdigenShare: 2249,
      trajectenShare: 1038),
    Regio(
      naam: "Noordoost-Brabant", inwoners: 602_575, jeugdigen: 129_420, trajecten: 11_958, jeugdigenShare: 2148,
      trajectenShare: 924),
  ]

  @Test(arguments: regios) func `shares of table 8, S004-08`(regio: Regio) {
    #expect(Self.percent(regio.jeugdigen, of: regio.inwoners, places: 2) == regio.jeugdigenShare)
    #expect(Self.percent(regio.trajecten, of: regio.jeugdigen, places: 2) == regio.trajectenShare)
  }

  /// Utrecht has 6,520 trajecten on 81,500 jeugdigen: exactly 8 %, which passes "at least 8 %".
  @Test func `bands choose who is within all of them, S004-10`() throws {
    func passes(
      _ regio: Regio, inwoners: ClosedRange<Int>, jeugdigen: ClosedRange<Int>, shares: ClosedRange<Int>, trajecten: Int
    ) throws -> Bool {
      let share = try #require(ExactRatio(regio.jeugdigen, of: regio.inwoners))
      let low = try #require(ExactRatio(percent: shares.lowerBound))
      let high = try #require(ExactRatio(percent: shares.upperBound))
      let least = try #require(ExactRatio(percent: 8))
      let helped = try #require(ExactRatio(regio.trajecten, of: regio.jeugdigen))
      return inwoners.contains(regio.inwoners) && jeugdigen.contains(regio.jeugdigen) && low <= share && share <= high
        && helped >= least && regio.trajecten >= trajecten
    }
    let small = try Self.regios.filter {
      try passes($0, inwoners: 300_000...500_000, jeugdigen: 75_000...85_000, shares: 23...25, trajecten: 6500)
    }
    let large = try Self.regios.filter {
      try passes($0, inwoners: 500_000...Int.max, jeugdigen: 110_000...160_000, shares: 22...27, trajecten: 10_000)
    }
    #expect(small.map(\.naam) == ["West-Brabant-West", "Utrecht"])
    #expect(large.map(\.naam) == ["IJsselland", "Holland-Rijnland"])
  }

  @Test func `three cuts of 5 percent are 14,26 percent together, S004-19`() throws {
    let left = try #require(ExactRatio(95 * 95 * 95, of: 100 * 100 * 100))
    let cut = try #require(ExactRatio(left.denominator - left.numerator, of: left.denominator))
    #expect(cut.percentDigits(places: 2) == 1426)
    #expect(abs(450_000_000 * cut.denominator / cut.numerator - 3_155_127_081) <= 1)
  }
}
