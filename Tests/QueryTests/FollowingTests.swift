import CanonicalJSON
import Query
import Testing

/// Indicators that follow a traject or a jeugdige through time, on facts small enough to count by hand.
@Suite struct FollowingTests {
  @Test func `waiting is counted in its three parts, against the norm of 4, 10 and 14 weeks`() throws {
    var facts = Facts()
    for (referral, intake, start) in [
      ("2016-01-04", "2016-01-25", "2016-03-21"), ("2016-01-04", "2016-02-15", "2016-04-18"),
      ("2016-02-01", "2016-02-29", "2016-05-16"),
    ] {
      let traject = facts.addTraject(start: start, end: nil)
      facts.add("aanmelding", ["traject": .string(traject), "datum": .string(referral)])
      facts.add("intake", ["traject": .string(traject), "datum": .string(intake)])
    }
    #expect(try facts.figure("wachttijd_aanmelding").value == 28)
    #expect(try facts.figure("wachttijd_behandeling").value == 63)
    #expect(try facts.figure("wachttijd").value == 105)
    #expect(try facts.figure("wachttijd_aanmelding_norm").numerator == 2)
    #expect(try facts.figure("wachttijd_behandeling_norm").numerator == 2)
    #expect(try facts.figure("wachttijd_norm").numerator == 1)
    #expect(try facts.answer("wachttijd_norm").notes.contains(.treeknorm))
  }

  @Test func `an aanmelding without traject belongs to the jeugdige's next start at that aanbieder`() throws {
    var facts = Facts()
    facts.addTraject(start: "2016-03-01", end: nil, jeugdige: "P-A")
    for day in ["2016-01-01", "2016-02-01", "2016-04-01"] {
      facts.add("aanmelding", ["pseudoniem": "P-A", "aanbieder": "zee-003", "datum": .string(day)])
    }
    #expect(try facts.figure("wachttijd").value == 29)
  }

  @Test func `coming back within twelve calendar months counts, a day later does not`() throws {
    var facts = Facts()
    for (person, back) in [("A", "2015-07-31"), ("B", "2016-03-31"), ("C", "2016-04-01"), ("D", "2015-03-31")] {
      facts.addTraject(start: "2015-01-05", end: "2015-03-31", jeugdige: "P-\(person)")
      facts.addTraject(start: back, end: nil, jeugdige: "P-\(person)")
    }
    facts.addTraject(start: "2016-06-01", end: nil, jeugdige: "P-E")
    let figure = try facts.figure("terugstroom")
    #expect(figure.numerator == 2)
    #expect(figure.n == 4)
  }

  @Test func `a cohort that was not followed for twelve months is not yet to be known, and no zero`() throws {
    var facts = Facts()
    facts.addTraject(start: "2016-01-05", end: "2016-03-31", jeugdige: "P-A")
    facts.addTraject(start: "2016-07-01", end: nil, jeugdige: "P-A")
    let result = try facts.answer("terugstroom")
    #expect(result.rows[0].figures[0].n == 0)
    #expect(result.rows[0].figures[0].value == nil)
    #expect(result.rows[0].figures[0].missing == 1)
    #expect(result.notes.contains(.notYetKnown(1)))
  }

  @Test func `herhaald beroep looks five years back from the period, and help that adjoins is the same help`() throws {
    var facts = Facts()
    for (person, end) in [
      ("A", "2015-06-30"), ("B", "2011-01-01"), ("C", "2010-12-31"), ("D", "2016-03-09"), ("E", "2016-03-10"),
    ] {
      facts.addTraject(start: "2010-01-04", end: end, jeugdige: "P-\(person)")
      facts.addTraject(start: "2016-03-11", end: nil, jeugdige: "P-\(person)")
    }
    facts.addTraject(start: "2016-03-11", end: nil, jeugdige: "P-F")
    let result = try facts.answer("herhaald_beroep, geen_nieuwe_start waar halfjaar = 2016h1")
    #expect(result.rows[0].figures[0].numerator == 3)
    #expect(result.rows[0].figures[0].n == 6)
    #expect(result.rows[0].figures[1].numerator == 3)
    // The year begins where the half year does, the second quarter does not.
    #expect(try facts.figure("herhaald_beroep waar jaar = 2016").numerator == 3)
  }

  @Test func `what was open at the start, came in and went out is what is open at the end, in every period`() throws {
    var facts = Facts()
    facts.addTraject(start: "2015-11-01", end: "2016-01-31")
    facts.addTraject(start: "2015-12-31", end: nil)
    facts.addTraject(start: "2016-01-01", end: "2016-03-31")
    facts.addTraject(start: "2016-03-31", end: "2016-04-01")
    let result = try facts.answer("stand_begin, instroom, doorstroom, uitstroom, stand_eind, in_zorg per kwartaal")
    func row(_ period: String) throws -> [Double?] {
      try #require(result.rows.first { $0.keys == [period] }).figures.map(\.value)
    }
    #expect(try row("2015k4") == [0, 2, 0, 0, 2, 2])
    #expect(try row("2016k1") == [2, 2, 1, 2, 2, 4])
    #expect(try row("2016k2") == [2, 0, 1, 1, 1, 2])
    let whole = try facts.answer("stand_begin, doorstroom, stand_eind, in_zorg waar kwartaal = 2016k1")
    #expect(whole.rows[0].figures.map(\.value) == [2, 1, 2, 4])
  }

  @Test func `a stock of several stretches of time is refused`() throws {
    var facts = Facts()
    facts.addTraject()
    #expect(throws: QueryError(position: 0, reason: .needsOnePeriod(indicator: "stand_eind"))) {
      try facts.answer("stand_eind waar jaar in (2015, 2017)")
    }
  }

  @Test func `jeugdigen are counted once, and cannot be counted without any pseudonym`() throws {
    var facts = Facts()
    facts.addTraject(jeugdige: "P-A")
    facts.addTraject("zee-007", jeugdige: "P-A")
    facts.addTraject(jeugdige: "P-B")
    #expect(try facts.figure("jeugdigen").value == 2)
    #expect(try facts.figure("instroom").value == 3)
    var without = Facts()
    without.add("traject_gestart", ["traject": "T-1", "aanbieder": "zee-003", "datum": "2016-01-01"])
    #expect(throws: QueryError(position: 0, reason: .needsPseudonym(indicator: "jeugdigen"))) {
      try without.answer("jeugdigen")
    }
  }

  @Test func `a change beyond what measuring twice explains is a change, one within it is not`() throws {
    var facts = Facts()
    facts.add(
      "instrument",
      [
        "instrument": "sdq", "standaarddeviatie": 7, "betrouwbaarheid": JSONValue(0.88), "richting": "laag_goed",
        "afkap": 17,
      ])
    for (before, after) in [(24, 15), (24, 18), (15, 24), (24, 17)] {
      let traject = JSONValue.string(facts.addTraject())
      facts.add(
        "meting", ["traject": traject, "instrument": "sdq", "moment": "begin", "score": .integer(Int64(before))])
      facts.add("meting", ["traject": traject, "instrument": "sdq", "moment": "eind", "score": .integer(Int64(after))])
    }
    let traject = JSONValue.string(facts.addTraject())
    facts.add("meting", ["traject": traject, "instrument": "sdq", "moment": "begin", "score": 30])
    let figure = try facts.figure("probleemafname")
    #expect(figure.numerator == 2)
    #expect(figure.n == 4)
    #expect(figure.missing == 1)
  }

  @Test func `the T-score of trajecten takes the weights of their goals`() throws {
    var facts = Facts()
    let traject = facts.addTraject()
    facts.addGoals(traject, [1, 0, 0])
    for (number, weight) in [3, 1, 1].enumerated() {
      facts.add(
        "doel_gesteld",
        ["traject": .string(traject), "doel_nr": .integer(Int64(number + 1)), "gewicht": .integer(Int64(weight))])
    }
    let value = try #require(try facts.figure("gas_t").value)
    #expect(abs(value - 57.69) < 0.005)
  }

  @Test func `spending is held against the budget of the year, and adds up over its quarters`() throws {
    var facts = Facts()
    for (basis, cents) in [("meicirculaire_2014", 50_000), ("objectief_verdeelmodel", 40_000)] {
      facts.add(
        "budget",
        [
          "regio": "zeeland", "jaar": 2016, "soort": "rijksbudget", "grondslag": .string(basis),
          "bedrag_cent": .integer(Int64(cents)),
        ])
    }
    for (period, cents) in [("2016k1", 10_000), ("2016k2", 15_000), ("2015k4", 99_999)] {
      facts.add("uitgave", ["regio": "zeeland", "periode": .string(period), "bedrag_cent": .integer(Int64(cents))])
    }
    let result = try facts.answer("budgetuitputting per kwartaal waar jaar = 2016")
    #expect(result.rows.map { $0.figures[0].value } == [0.25, 0.625])
    #expect(result.rows[1].figures[0].numerator == 250)
    #expect(result.rows[1].figures[0].n == 400)
    #expect(try facts.figure("budget waar jaar = 2016").value == 400)
    #expect(try facts.figure("budgetuitputting waar jaar = 2016").value == 0.625)
  }

  @Test func `an empty answer names the condition that emptied it`() throws {
    var facts = Facts()
    facts.addTraject()
    let result = try facts.answer("uitval_breed per aanbieder waar regio = zeeland en jaar = 1999")
    #expect(result.rows.isEmpty)
    #expect(result.notes.contains(.emptied(by: "jaar = 1999")))
  }
}
