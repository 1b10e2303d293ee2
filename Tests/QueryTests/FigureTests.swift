import CanonicalJSON
import Query
import Testing

/// The figures themselves, on facts small enough to count by hand.
@Suite struct FigureTests {
  @Test func `of 98 known redenen 12 are uitval smal, 17 breed and 28 voortijdig`() throws {
    var facts = Facts()
    for (reden, count) in [("01", 70), ("02", 8), ("03", 12), ("04", 5), ("05", 3)] {
      for _ in 0..<count { facts.addTraject(reden: reden) }
    }
    for _ in 0..<2 { facts.addTraject(reden: nil) }
    func percentage(_ id: String) throws -> Double {
      (try #require(try facts.figure(id).value) * 10_000).rounded() / 100
    }
    #expect(try percentage("uitval_smal") == 12.24)
    #expect(try percentage("uitval_breed") == 17.35)
    #expect(try percentage("voortijdig") == 28.57)
    #expect(try percentage("reden_onbekend") == 2)
    let breed = try facts.figure("uitval_breed")
    #expect(breed.numerator == 17)
    #expect(breed.n == 98)
    #expect(breed.missing == 2)
    #expect(try facts.figure("reden_onbekend").n == 100)
    #expect(try facts.figure("uitstroom").n == 100)
  }

  @Test func `doelrealisatie is 40 % over all goals and 62,5 % over trajecten`() throws {
    var facts = Facts()
    facts.addGoals(facts.addTraject(), [0])
    facts.addGoals(facts.addTraject(), [2, -1, -2, -1])
    let micro = try facts.figure("doelrealisatie")
    #expect(micro.value == 0.4)
    #expect(micro.numerator == 2)
    #expect(micro.n == 5)
    let macro = try facts.figure("doelrealisatie_macro")
    #expect(macro.value == 0.625)
    #expect(macro.numerator == 1.25)
    #expect(macro.n == 2)
  }

  @Test func `a goal counts by its last score, its verdict, and not at all when it was not evaluated`() throws {
    var facts = Facts()
    let traject = facts.addTraject()
    facts.addGoals(traject, [2, 2], moment: "tussen")
    for (number, verdict) in ["behaald", "deels", "niet", "vervallen"].enumerated() {
      facts.add(
        "doelscore",
        [
          "traject": .string(traject), "doel_nr": .integer(Int64(number + 1)), "moment": "eind",
          "oordeel": .string(verdict),
        ])
    }
    facts.add("doelscore", ["traject": .string(traject), "doel_nr": 9, "moment": "eind", "reden_ontbreekt": "nnb"])
    let figure = try facts.figure("doelrealisatie")
    #expect(figure.numerator == 1)
    #expect(figure.n == 3)
    #expect(figure.missing == 2)
  }

  @Test func `what belongs to a traject without an end does not count, and is named`() throws {
    var facts = Facts()
    let open = facts.addTraject(end: nil)
    facts.addGoals(open, [1, 1])
    facts.addAnswer(open, 8)
    let result = try facts.answer("doelrealisatie, tevredenheid")
    #expect(result.figure("doelrealisatie", row: 0)?.n == 0)
    #expect(result.figure("doelrealisatie", row: 0)?.value == nil)
    #expect(result.notes.contains(.goalsWithoutEnd(2)))
    #expect(result.notes.contains(.answersWithoutEnd(1)))
  }

  @Test func `tevredenheid and respons stand apart for each informant`() throws {
    var facts = Facts()
    let trajecten = (0..<4).map { _ in facts.addTraject() }
    facts.addTraject(reden: nil)
    facts.addAnswer(trajecten[0], 8)
    facts.addAnswer(trajecten[1], 7)
    facts.addAnswer(trajecten[0], 4, informant: "jeugdige")
    let result = try facts.answer("tevredenheid, respons")
    #expect(result.dimensions == [.informant])
    #expect(result.keys == [["jeugdige"], ["ouder"]])
    let parent = try #require(result.figure("tevredenheid", row: 1))
    #expect(parent.value == 7.5)
    #expect(parent.numerator == 15)
    #expect(parent.n == 2)
    #expect(parent.missing == 2)
    let response = try #require(result.figure("respons", row: 1))
    #expect(response.numerator == 2)
    #expect(response.n == 4)
    #expect(response.missing == 1)
    #expect(result.figure("tevredenheid", row: 0)?.interval == nil)
  }

  @Test func `scales are never mixed`() throws {
    var facts = Facts()
    let trajecten = (0..<3).map { _ in facts.addTraject() }
    facts.addAnswer(trajecten[0], 8)
    facts.addAnswer(trajecten[1], 4, scale: 1...5)
    facts.addAnswer(trajecten[2], 3, scale: 1...5)
    let result = try facts.answer("tevredenheid")
    #expect(result.dimensions == [.informant, .schaal])
    #expect(result.keys == [["ouder", "1-10"], ["ouder", "1-5"]])
    #expect(result.rows.map { $0.figures[0].value } == [8, 3.5])
    #expect(result.notes.contains(.moreThanOneScale(["1-10", "1-5"])))
    #expect(try facts.answer("tevredenheid waar schaal = 1-5").rows.map { $0.figures[0].n } == [2])
  }

  @Test func `an answer that is the mean of many weighs as many, and has no interval`() throws {
    var facts = Facts()
    facts.addAnswer(facts.addTraject(), 5)
    facts.addAnswer(
      nil, 8, more: ["aanbieder": "zee-003", "periode": "2016k2", "antwoorden": 3, "herkomst": "c_toets"])
    let figure = try facts.figure("tevredenheid")
    #expect(figure.value == 7.25)
    #expect(figure.n == 4)
    #expect(figure.interval == nil)
  }

  @Test func `an answer without a traject falls in its period, at its aanbieder`() throws {
    var facts = Facts()
    facts.addTraject("zee-003")
    facts.addAnswer(nil, 6, more: ["aanbieder": "zee-003", "periode": "2016"])
    #expect(try facts.answer("tevredenheid per aanbieder, jaar").keys == [["zee-003", "2016", "ouder"]])
    #expect(try facts.figure("tevredenheid waar regio = zeeland").n == 1)
    // A year is not one of its quarters.
    #expect(try facts.answer("tevredenheid per kwartaal").keys == [["2016k2", "ouder"], ["-", "ouder"]])
    #expect(try facts.figure("tevredenheid waar periode = 2016k2").n == 0)
    #expect(try facts.figure("tevredenheid waar periode = 2016").n == 1)
  }

  @Test func `the statutory survey is left out where aanbieders are compared`() throws {
    var facts = Facts()
    let traject = facts.addTraject()
    facts.addAnswer(traject, 9, more: ["herkomst": "ceo"])
    #expect(try facts.figure("tevredenheid").n == 1)
    let result = try facts.answer("tevredenheid per aanbieder")
    #expect(result.figure("tevredenheid", row: 0)?.n == 0)
    // One traject, which has no other answer.
    #expect(result.figure("tevredenheid", row: 0)?.missing == 1)
    #expect(result.notes.contains(.leftOutOfComparison(1)))
    #expect(try facts.figure("tevredenheid waar aanbieder = zee-003").n == 0)
  }

  @Test func `doorlooptijd is the median of days, and an end before its start has none`() throws {
    var facts = Facts()
    for (start, end) in [("2016-01-01", "2016-01-11"), ("2016-01-01", "2016-01-21"), ("2016-01-01", "2016-04-10")] {
      facts.addTraject(start: start, end: end)
    }
    facts.addTraject(start: "2016-05-02", end: "2016-05-01")
    facts.addEnd("T-onbekend", "2016-05-01", reden: "01")
    let figure = try facts.figure("doorlooptijd")
    #expect(figure.value == 20)
    #expect(figure.numerator == 130)
    #expect(figure.n == 3)
    #expect(figure.missing == 2)
    #expect(figure.middleHalf?.low == 15)
  }

  @Test func `instroom counts by start and uitstroom by end`() throws {
    var facts = Facts()
    facts.addTraject(start: "2015-12-31", end: "2016-01-01")
    facts.addTraject(start: "2016-01-01", end: nil)
    let result = try facts.answer("instroom, uitstroom per jaar")
    #expect(result.keys == [["2015"], ["2016"]])
    #expect(result.rows.map { $0.figures.map(\.n) } == [[1, 0], [1, 1]])
  }

  @Test func `without facts there is one row that says there is nothing`() throws {
    let result = try Facts().answer("uitval_breed, instroom")
    #expect(result.rows.count == 1)
    #expect(result.figure("uitval_breed", row: 0) == Figure(value: nil, numerator: 0, n: 0))
    #expect(result.json.canonicalText.contains(#""uitval_breed":{"high":null,"low":null,"missing":0,"n":0"#))
    #expect(try Facts().answer("uitval_breed per aanbieder").rows.isEmpty)
    #expect(try Facts().answer("tevredenheid").keys == [["jeugdige"], ["ouder"]])
  }
}
