import Query
import Testing
import Words

@Suite struct IndicatorTests {
  @Test func `every indicator has its words, in both languages`() throws {
    for indicator in Indicator.all {
      let words = try #require(IndicatorWords(for: indicator.id), "\(indicator.id)")
      for phrase in [
        words.title, words.shortTitle, words.definition, words.numerator, words.denominator, words.missing,
        words.valueUnit,
      ] {
        #expect(!phrase.dutch.isEmpty && !phrase.english.isEmpty, "\(indicator.id)")
      }
      let unit = IndicatorWords.unit(indicator.unit.rawValue, count: 2)
      #expect(unit.dutch != unit.english, "\(indicator.unit)")
    }
    #expect(IndicatorWords(for: "bestaat_niet") == nil)
  }

  @Test func `ids are found once, whatever their capitals`() {
    #expect(Set(Indicator.all.map(\.id)).count == Indicator.all.count)
    #expect(Indicator.named("UITVAL_BREED").map(\.id) == ["uitval_breed"])
    #expect(Indicator.named("satisfaction").map(\.id) == ["tevredenheid"])
    #expect(Indicator.named("bestaat_niet").isEmpty)
  }

  @Test func `every dimension has a name in both languages, and each name means one dimension`() {
    for dimension in Dimension.allCases {
      #expect(!QueryWords.dimension(dimension.rawValue).english.isEmpty)
      for name in dimension.names { #expect(Dimension(named: name) == dimension, "\(name)") }
    }
  }
}
