import Testing
import Words

@Suite struct NumberTextTests {
  private let dutch = NumberText(.dutch)
  private let english = NumberText(.english)

  @Test func `thousands, decimals and percentages have the form of the language`() {
    #expect(dutch.count(1204) == "1.204")
    #expect(english.count(1_234_567) == "1,234,567")
    #expect(dutch.percentage(0.614) == "61,4 %")
    #expect(english.percentage(0.614) == "61.4%")
    #expect(dutch.percentagePoints(0.021) == "+2,1 procentpunt")
    #expect(english.percentagePoints(-0.006) == "\u{2212}0.6 points")
    #expect(dutch.decimal(1234.5, digits: 2) == "1.234,50")
  }

  @Test func `edges are written in full`() {
    #expect(dutch.count(0) == "0")
    #expect(dutch.count(999) == "999")
    #expect(dutch.count(-1000) == "\u{2212}1.000")
    #expect(dutch.count(.min).hasPrefix("\u{2212}9.223."))
    #expect(dutch.decimal(0.05) == "0,1")
    #expect(dutch.decimal(-0.04) == "0,0")
    #expect(dutch.decimal(9.96) == "10,0")
    #expect(dutch.decimal(7, digits: 0) == "7")
    #expect(dutch.decimal(.nan) == "–")
    #expect(dutch.decimal(.infinity) == "–")
    #expect(NumberText(.dutch, isASCII: true).decimal(-2.5) == "-2,5")
  }

  @Test func `a sign stands before what is not zero`() {
    #expect(dutch.signed(2.1) == "+2,1")
    #expect(dutch.signed(-2.1) == "\u{2212}2,1")
    #expect(dutch.signed(0.01) == "0,0")
    #expect(dutch.signed(-0.01) == "0,0")
  }

  @Test func `a very large number is not cut`() {
    #expect(dutch.decimal(1e18, digits: 0) == "1e+18")
  }
}
