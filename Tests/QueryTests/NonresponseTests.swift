import CanonicalJSON
import Query
import Statistics
import Testing

/// What figures of answers could be if everybody had answered.
@Suite struct NonresponseTests {
  /// 140 ended trajecten of which 84 have an answer, 70 of those a six or more.
  private var facts: Facts {
    var facts = Facts()
    for number in 0..<140 {
      let traject = facts.addTraject()
      if number < 84 { facts.addAnswer(traject, number < 70 ? 8 : 4) }
    }
    return facts
  }

  @Test func `R-17: 83 percent of those who answered is between 50 and 90 percent of all`() throws {
    let figure = try facts.figure("tevredenheid_6")
    #expect(figure.n == 84 && figure.missing == 56)
    #expect(figure.nonresponse == Interval(low: 0.5, high: 0.9))
    #expect(figure.response == Proportion(84, of: 140))
    #expect(!figure.isOfFewAnswers)
    let text = figure.json.canonicalText
    #expect(text.contains(#""n":84,"nonresponse_high":0.9,"nonresponse_low":0.5,"numerator":70"#))
  }

  @Test func `a mean could be as if all others gave the lowest mark, or the highest`() throws {
    let bounds = try #require(try facts.figure("tevredenheid").nonresponse)
    #expect(abs(bounds.low - (70 * 8 + 14 * 4 + 56 * 1) / 140.0) < 1e-9)
    #expect(abs(bounds.high - (70 * 8 + 14 * 4 + 56 * 10) / 140.0) < 1e-9)
  }

  @Test func `where everybody answered, nobody did, or nobody was asked, there are no such bounds`() throws {
    var facts = Facts()
    facts.addAnswer(facts.addTraject(), 8)
    for id in ["tevredenheid", "tevredenheid_6", "respons", "uitval_smal"] {
      #expect(try facts.figure(id).nonresponse == nil, "\(id)")
      #expect(try facts.figure(id).response == nil, "\(id)")
    }
    var silent = Facts()
    silent.addTraject()
    #expect(try silent.figure("tevredenheid_6").missing == 1)
    #expect(try silent.figure("tevredenheid_6").nonresponse == nil)
  }

  @Test func `of a few answers the bounds belong beside the value`() throws {
    var facts = Facts()
    for number in 0..<10 {
      let traject = facts.addTraject()
      if number < 4 { facts.addAnswer(traject, 8) }
    }
    #expect(try facts.figure("tevredenheid_8").isOfFewAnswers)
    #expect(try facts.figure("tevredenheid_8 waar informant = ouder").nonresponse == Interval(low: 0.4, high: 1))
  }
}
