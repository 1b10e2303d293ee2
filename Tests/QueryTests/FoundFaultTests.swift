import CanonicalJSON
import Projection
import Query
import Testing
import Vocabulary

/// What random facts showed to be counted wrong, each by a handful of facts.
@Suite struct FoundFaultTests {
  @Test func `an aanbieder is in the one regio of its trajecten, in whichever order those stand`() throws {
    for regios in [["zeeland", nil], [nil, "zeeland"]] {
      var facts = Facts()
      for (number, regio) in regios.enumerated() {
        var members: [String: JSONValue] = [
          "traject": .string("T-\(number)"), "aanbieder": "zee-003", "datum": "2016-01-01",
        ]
        if let regio { members["regio"] = .string(regio) }
        facts.add("traject_gestart", members)
      }
      facts.add("uitgave", ["aanbieder": "zee-003", "periode": "2016k1", "bedrag_cent": 500])
      #expect(try facts.answer("uitgave per regio").keys == [["zeeland"]])
    }
  }

  @Test func `a traject that ended before its start is no return to itself`() throws {
    var facts = Facts()
    facts.addTraject(start: "2015-03-01", end: "2015-02-01", jeugdige: "P-A")
    facts.addTraject(start: "2016-06-01", end: nil, jeugdige: "P-B")
    let figure = try facts.figure("terugstroom")
    #expect(figure.numerator == 0)
    #expect(figure.n == 1)
  }

  @Test func `a traject that ended before its start came in and went out, and is open on no day`() throws {
    var facts = Facts()
    facts.addTraject(start: "2016-08-01", end: "2016-02-01")
    facts.addTraject(start: "2016-01-01", end: nil)
    let result = try facts.answer("stand_begin, stand_eind, in_zorg per kwartaal")
    #expect(result.rows.map { $0.figures.map(\.n) } == [[0, 1, 1], [1, 1, 1], [1, 1, 2]])
  }

  @Test func `what is open in a regio goes on to the last day that anything is known of anywhere`() throws {
    var facts = Facts()
    facts.addTraject(start: "2016-01-01", end: nil)
    facts.addTraject("twe-001", regio: "twente", start: "2016-07-01", end: nil)
    let result = try facts.answer("in_zorg per kwartaal waar regio = zeeland")
    #expect(result.keys == [["2016k1"], ["2016k2"], ["2016k3"]])
    #expect(result.rows.map { $0.figures[0].n } == [1, 1, 1])
  }

  @Test func `of a period that a condition cuts, stocks and spending are those of the part that is left`() throws {
    var facts = Facts()
    facts.addTraject(start: "2015-12-01", end: "2016-02-01")
    facts.addTraject(start: "2016-05-01", end: nil)
    facts.addTraject(start: "2016-08-01", end: nil)
    let stocks = try facts.answer("stand_begin, instroom, uitstroom, stand_eind per jaar waar kwartaal = 2016k2")
    #expect(stocks.keys == [["2016"]])
    #expect(stocks.rows[0].figures.map(\.n) == [0, 1, 0, 1])
    facts.add("budget", ["regio": "zeeland", "jaar": 2016, "soort": "rijksbudget", "bedrag_cent": 100_000])
    for (period, cents) in [("2016k1", 10_000), ("2016k2", 15_000), ("2016k3", 20_000)] {
      facts.add("uitgave", ["regio": "zeeland", "periode": .string(period), "bedrag_cent": .integer(Int64(cents))])
    }
    #expect(try facts.figure("budgetuitputting per jaar waar kwartaal = 2016k2").value == 0.25)
    #expect(try facts.figure("budgetuitputting waar kwartaal = 2016k2").value == 0.25)
  }

  @Test func `a stock of several parts of one period is refused`() throws {
    var facts = Facts()
    facts.addTraject()
    #expect(throws: QueryError(position: 0, reason: .needsOnePeriod(indicator: "stand_eind"))) {
      try facts.answer("stand_eind per jaar waar kwartaal in (2016k1, 2016k3)")
    }
    let quarters = try facts.answer("in_zorg per kwartaal waar kwartaal in (2016k1, 2016k3)")
    #expect(quarters.rows.map { $0.figures[0].n } == [1])
  }

  @Test func `spending without an amount is missing from what was used of the budget`() throws {
    var facts = Facts()
    facts.add("budget", ["regio": "zeeland", "jaar": 2016, "soort": "rijksbudget", "bedrag_cent": 100_000])
    facts.add("uitgave", ["regio": "zeeland", "periode": "2016k1", "bedrag_cent": 10_000])
    facts.add("uitgave", ["regio": "zeeland", "periode": "2016k2", "reden_ontbreekt": "nnb"])
    let query = try Query(parsing: "budgetuitputting")
    let explained = try Explanation.all(query, facts.projection, .standard)[0]
    #expect(explained.figure.missing == 1)
    #expect(explained.provenance.counted == [1])
    #expect(explained.provenance.missing == [2])
  }

  @Test func `the facts behind what lies in no quarter are those of that row alone`() throws {
    var facts = Facts()
    for (period, cents) in [("2016k1", 10_000), ("2016", 25_000)] {
      facts.add("uitgave", ["regio": "zeeland", "periode": .string(period), "bedrag_cent": .integer(Int64(cents))])
    }
    let explained = try Explanation.all(try Query(parsing: "uitgave per kwartaal"), facts.projection, .standard)
    #expect(explained.map(\.figure.numerator) == [100, 250])
    #expect(explained.map(\.provenance.counted) == [[0], [1]])
    #expect(try facts.figure("uitgave waar kwartaal = '(onbekend)'").value == 250)
    #expect(try facts.figure("uitgave waar kwartaal != '(onbekend)'").value == 100)
  }

  @Test func `the goals behind a mean over trajecten add up to the sum of the trajecten`() throws {
    var facts = Facts()
    facts.addGoals(facts.addTraject(), [1, 0, -1, 1])
    facts.addGoals(facts.addTraject(), [2])
    for id in ["doelrealisatie_macro", "gas_t"] {
      let explained = try Explanation.all(try Query(parsing: id), facts.projection, .standard)[0]
      #expect(explained.figure.n == 2)
      #expect(abs(explained.provenance.values.reduce(0, +) - explained.figure.numerator) < 1e-9, "\(id)")
    }
  }

  @Test func `the days that trajecten were followed stand behind their survival`() throws {
    var facts = Facts()
    facts.addTraject(start: "2016-01-01", end: "2016-01-11")
    facts.addTraject(start: "2016-01-01", end: nil)
    facts.addTraject(start: "2016-01-31", end: "2016-01-02")
    let explained = try Explanation.all(try Query(parsing: "doorlooptijd_km"), facts.projection, .standard)[0]
    #expect(explained.figure.numerator == 40)
    #expect(explained.provenance.values == [10, 30])
    #expect(explained.provenance.missing == [3])
  }

  @Test func `asked for by scale, a scale stands once in the answer`() throws {
    var facts = Facts()
    facts.addAnswer(facts.addTraject(), 8)
    facts.addAnswer(facts.addTraject(), 4, scale: 1...5)
    let result = try Query(Indicator.named("tevredenheid"), per: [.schaal])
      .evaluate(on: facts.projection, vocabulary: .standard)
    #expect(result.dimensions == [.schaal, .informant])
    #expect(result.keys == [["1-10", "ouder"], ["1-5", "ouder"]])
  }

  @Test func `what facts add to a share of the budget is in the unit of its numerator`() throws {
    var facts = Facts()
    for (soort, cents) in [("rijksbudget", 100_000), ("pgb", 25_000)] {
      facts.add(
        "budget",
        ["regio": "zeeland", "jaar": 2016, "soort": .string(soort), "bedrag_cent": .integer(Int64(cents))])
    }
    let explained = try Explanation.all(try Query(parsing: "pgb_aandeel"), facts.projection, .standard)[0]
    #expect(explained.figure.numerator == 250)
    #expect(explained.provenance.values == [250])
  }

  @Test func `a change is held against the norms for who answered, in whichever order those stand`() throws {
    for informants in [["jeugdige", "ouder"], ["ouder", "jeugdige"]] {
      var facts = Facts()
      for informant in informants {
        facts.add(
          "instrument",
          [
            "instrument": "sdq", "informant": .string(informant), "richting": "laag_goed",
            "standaarddeviatie": informant == "ouder" ? 2 : 20, "betrouwbaarheid": JSONValue(0.5),
          ])
      }
      let traject = JSONValue.string(facts.addTraject())
      for (moment, score) in [("begin", 20), ("eind", 10)] {
        facts.add(
          "meting",
          [
            "traject": traject, "instrument": "sdq", "informant": "ouder", "moment": .string(moment),
            "score": .integer(Int64(score)),
          ])
      }
      #expect(try facts.figure("probleemafname").numerator == 1)
    }
  }

  @Test func `of the versions of an instrument the tenth comes after the ninth`() throws {
    for versions in [["9", "10"], ["10", "9"]] {
      var facts = Facts()
      for version in versions {
        facts.add(
          "instrument",
          [
            "instrument": "sdq", "versie": .string(version), "richting": "laag_goed",
            "standaarddeviatie": version == "10" ? 2 : 20, "betrouwbaarheid": JSONValue(0.5),
          ])
      }
      let traject = JSONValue.string(facts.addTraject())
      for (moment, score) in [("begin", 20), ("eind", 10)] {
        facts.add(
          "meting",
          ["traject": traject, "instrument": "sdq", "moment": .string(moment), "score": .integer(Int64(score))])
      }
      #expect(try facts.figure("probleemafname").numerator == 1, "\(versions)")
    }
  }

  @Test func `a kind that nobody recorded is named, with an answer and without`() throws {
    var facts = Facts()
    #expect(try facts.answer("uitval_breed").notes == [.noFacts(["traject_beeindigd"])])
    #expect(try facts.answer("uitgave per jaar").notes == [.noFacts(["uitgave"])])
    facts.addTraject()
    #expect(try facts.answer("uitval_breed").notes.isEmpty)
    #expect(try facts.answer("uitval_breed, probleemafname").notes == [.noFacts(["meting"])])
    #expect(try facts.answer("uitval_breed waar jaar = 1999").notes == [.emptied(by: "jaar = 1999")])
  }

  @Test func `of two periods that end together the shorter is the last, in whichever order they stand`() throws {
    for periods in [["2016", "2016k4"], ["2016k4", "2016"]] {
      let facts = Self.aanbieders(periods.map { ($0, $0 == "2016" ? 80 : 20) })
      #expect(try facts.figure("aanbieders_per_10000").value == 20)
    }
  }

  /// So many aanbieders among 10,000 jeugdigen, by period.
  private static func aanbieders(_ counts: [(period: String, count: Int)]) -> Facts {
    var facts = Facts()
    for (period, count) in counts {
      for (kenmerk, count) in [("aanbieders", count), ("jeugdigen", 10_000)] {
        facts.add(
          "regiokenmerk",
          [
            "regio": "zeeland", "periode": .string(period), "kenmerk": .string(kenmerk),
            "aantal": .integer(Int64(count)),
          ])
      }
    }
    return facts
  }

  @Test func `a characteristic of a year does not take the place of one of its quarters`() throws {
    let facts = Self.aanbieders([("2016k1", 20), ("2016", 80)])
    let result = try facts.answer("aanbieders_per_10000 per kwartaal")
    #expect(result.keys == [["2016k1"], ["-"]])
    #expect(result.rows.map { $0.figures[0].value } == [20, 80])
  }

  @Test func `an aanmelding without traject is of the gemeente and the age with which its jeugdige was enrolled`()
    throws
  {
    var facts = Facts()
    facts.add(
      "jeugdige_ingeschreven",
      ["pseudoniem": "P-A", "grondslag": "toestemming", "gemeente": "0687", "leeftijdsgroep": "12-17"])
    facts.add("aanmelding", ["pseudoniem": "P-A", "aanbieder": "zee-003", "datum": "2016-01-11"])
    #expect(try facts.answer("aanmeldingen per gemeente, leeftijdsgroep").keys == [["0687", "12-17"]])
  }

  @Test func `a budget without an amount is not behind a share of the budget`() throws {
    var facts = Facts()
    for (regio, soort, cents) in [("zeeland", "rijksbudget", 100_000), ("zeeland", "pgb", 25_000)] {
      facts.add(
        "budget",
        ["regio": .string(regio), "jaar": 2016, "soort": .string(soort), "bedrag_cent": .integer(Int64(cents))])
    }
    facts.add(
      "budget", ["regio": "twente", "jaar": 2016, "soort": "rijksbudget", "reden_ontbreekt": "nnb"])
    let explained = try Explanation.all(try Query(parsing: "pgb_aandeel"), facts.projection, .standard)[0]
    #expect(explained.provenance.counted == [1])
    #expect(explained.provenance.notCounted == [0])
  }

  @Test func `goals that all weigh nothing, and who has no pseudonym, are missing and not counted`() throws {
    var facts = Facts()
    facts.addGoals(facts.addTraject(), [1])
    let traject = facts.addTraject()
    facts.add("doel_gesteld", ["traject": .string(traject), "doel_nr": 1, "gewicht": 0])
    facts.addGoals(traject, [1])
    facts.add("traject_gestart", ["traject": "T-9", "aanbieder": "zee-003", "datum": "2016-01-01"])
    for (id, counted, missing) in [("gas_t", 1, 1), ("jeugdigen", 2, 1)] {
      let explained = try Explanation.all(try Query(parsing: id), facts.projection, .standard)[0]
      #expect(explained.figure.n == counted && explained.figure.missing == missing, "\(id)")
      #expect(explained.provenance.counted.count == counted && explained.provenance.missing.count == missing, "\(id)")
    }
  }

  @Test func `a row without the value of a recorded mean is missing from it`() throws {
    var facts = Facts()
    facts.addAnswer(facts.addTraject(), 8)
    facts.add(
      "tevredenheid",
      ["traject": "T-1", "informant": "ouder", "instrument": "jtvo", "reden_ontbreekt": "geweigerd"])
    facts.add(
      "definitie",
      ["indicator": "cijfer", "tabel": "tevredenheid", "tekst": "cijfer", "maat": "gemiddelde", "waarde": "score"])
    let figure = try facts.recordedFigure("cijfer")
    #expect(figure.value == 8)
    #expect(figure.n == 1)
    #expect(figure.missing == 1)
  }

  @Test func `a characteristic of a year stands beside that of another, where years and months are asked for`() throws {
    let facts = Self.aanbieders([("2015", 20), ("2016", 80)])
    let result = try facts.answer("aanbieders_per_10000 per jaar, maand")
    #expect(result.keys == [["2015", "-"], ["2016", "-"]])
    #expect(result.rows.map { $0.figures[0].value } == [20, 80])
  }

  @Test func `earlier help behind a figure of a year is that before the year, also where a quarter is asked about`()
    throws
  {
    var facts = Facts()
    facts.addTraject(start: "2015-02-01", end: "2015-05-01", jeugdige: "P-A")
    facts.addTraject(start: "2015-11-01", end: nil, jeugdige: "P-A")
    for (question, hits) in [
      ("herhaald_beroep per jaar waar kwartaal = 2015k4", 0), ("herhaald_beroep waar kwartaal = 2015k4", 1),
    ] {
      let explained = try Explanation.all(try Query(parsing: question), facts.projection, .standard)[0]
      #expect(explained.figure.numerator == Double(hits), "\(question)")
      #expect(explained.provenance.counted.count == hits, "\(question)")
      #expect(explained.provenance.notCounted.count == 1 - hits, "\(question)")
    }
  }

  @Test func `marks from 1 to 10 are no figure of answers on another scale`() throws {
    var facts = Facts()
    facts.addAnswer(facts.addTraject(), 8)
    facts.addAnswer(facts.addTraject(), 4, scale: 1...5)
    let result = try facts.answer("tevredenheid, tevredenheid_8")
    #expect(result.keys == [["ouder", "1-10"], ["ouder", "1-5"]])
    #expect(result.rows.map { $0.figures[1].n } == [1, 0])
    #expect(result.rows.map { $0.figures[1].value } == [1, nil])
  }

  @Test func `a condition that leaves no answer is named`() throws {
    var facts = Facts()
    facts.addAnswer(facts.addTraject(), 8)
    for condition in ["schaal = 1-7", "informant = jeugdige"] {
      #expect(try facts.answer("tevredenheid waar \(condition)").notes.contains(.emptied(by: condition)))
    }
    #expect(try !facts.answer("tevredenheid waar schaal = 1-10").notes.contains { $0 == .emptied(by: "schaal = 1-10") })
  }

  @Test func `an answer on another scale than its instrument has is told, and a measurement off its scale left out`()
    throws
  {
    var facts = Facts()
    facts.addAnswer(facts.addTraject(), 4, scale: 1...5)
    facts.add("instrument", ["instrument": "exit", "schaal_min": 1, "schaal_max": 10])
    facts.add(
      "instrument",
      [
        "instrument": "sdq", "schaal_min": 0, "schaal_max": 40, "standaarddeviatie": 5,
        "betrouwbaarheid": JSONValue(0.8),
      ])
    for (traject, scores) in [("T-1", [24, 10]), (facts.addTraject(), [99, 10])] {
      for (moment, score) in zip(["begin", "eind"], scores) {
        facts.add(
          "meting",
          [
            "traject": .string(traject), "instrument": "sdq", "moment": .string(moment),
            "score": .integer(Int64(score)),
          ])
      }
    }
    #expect(try facts.answer("tevredenheid").notes.contains(.otherScale(1, ["exit 1-10"])))
    let change = try facts.answer("probleemafname")
    #expect(change.notes.contains(.offScale(1, ["sdq 0-40"])))
    #expect(change.rows[0].figures[0].n == 1)
    #expect(change.rows[0].figures[0].missing == 1)
  }
}
