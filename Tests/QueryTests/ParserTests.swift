import Query
import Testing

@Suite struct ParserTests {
  @Test func `a question with every clause is read`() throws {
    let query = try Query(
      parsing:
        "uitval_breed, doelrealisatie per aanbieder, kwartaal waar regio = zeeland en jaar >= 2015 "
        + "sorteer op uitval_breed aflopend top 10")
    #expect(query.indicators.map(\.id) == ["uitval_breed", "doelrealisatie"])
    #expect(query.dimensions == [.aanbieder, .kwartaal])
    #expect(query.conditions.map(\.dimension) == [.regio, .jaar])
    #expect(query.conditions.map(\.comparison) == [.isEqual, .isAtLeast])
    #expect(query.conditions.map(\.values) == [["zeeland"], ["2015"]])
    #expect(query.sortKeys == [Query.SortKey(.indicator("uitval_breed"), isDescending: true)])
    #expect(query.limit == 10)
  }

  @Test func `English words mean the same`() throws {
    var dutch = try Query(
      parsing: "uitval_breed per aanbieder waar regio = zeeland en jaar > 2015 sorteer op aanbieder top 3")
    var english = try Query(
      parsing: "uitval_breed BY provider WHERE region = zeeland AND year > 2015 ORDER BY provider LIMIT 3")
    dutch.conditions = dutch.conditions.map { Condition($0.dimension, $0.comparison, $0.values) }
    english.conditions = english.conditions.map { Condition($0.dimension, $0.comparison, $0.values) }
    #expect(dutch == english)
  }

  @Test func `uitval alone means both kinds, and says so`() throws {
    let query = try Query(parsing: "uitval")
    #expect(query.indicators.map(\.id) == ["uitval_smal", "uitval_breed"])
    #expect(query.saidUitval)
    #expect(try !Query(parsing: "uitval_smal, uitval_breed").saidUitval)
  }

  @Test func `values are words, quoted texts or lists`() throws {
    func values(_ condition: String) throws -> [String] {
      try Query(parsing: "instroom waar \(condition)").conditions[0].values
    }
    #expect(try values("regio = Holland Rijnland en jaar = 2016") == ["Holland Rijnland"])
    #expect(try values("regio = 'gooi en vechtstreek'") == ["gooi en vechtstreek"])
    #expect(try values("aanbieder in (zee-003, 'a b', zee-012)") == ["zee-003", "a b", "zee-012"])
    #expect(try values("regio=West-Brabant-West") == ["West-Brabant-West"])
    #expect(try values("kwartaal>=2015k3") == ["2015k3"])
  }

  @Test(arguments: [
    ("", 0, QueryError.Reason.empty),
    ("  ", 2, .empty),
    ("uitval_bred", 0, .unknownIndicator("uitval_bred", nearest: "uitval_breed")),
    ("doel", 0, .unknownIndicator("doel", nearest: "doelrealisatie")),
    ("xyzzy", 0, .unknownIndicator("xyzzy", nearest: nil)),
    ("uitval_breed per aanbeider", 17, .unknownDimension("aanbeider", nearest: "aanbieder")),
    ("uitval_breed per", 16, .expected(.dimension, found: "")),
    ("uitval_breed,", 13, .expected(.indicator, found: "")),
    ("uitval_breed aanbieder", 13, .expected(.clause, found: "aanbieder")),
    ("uitval_breed waar regio zeeland", 24, .expected(.comparison, found: "zeeland")),
    ("uitval_breed waar regio =", 25, .expected(.value, found: "")),
    ("uitval_breed waar regio < zeeland", 24, .notOrdered(.regio)),
    ("uitval_breed waar regio in zeeland", 27, .expected(.parenthesis, found: "zeeland")),
    ("uitval_breed waar regio in (zeeland", 35, .expected(.parenthesis, found: "")),
    ("uitval_breed waar regio = 'zeeland", 26, .unclosedQuote),
    ("uitval_breed ; drop", 13, .unexpectedCharacter(";")),
    ("uitval_breed per periode", 17, .cannotSplit(.periode)),
    ("tevredenheid per schaal", 17, .cannotSplit(.schaal)),
    ("uitval_breed top nul", 17, .notACount("nul")),
    ("uitval_breed top 0", 17, .notACount("0")),
    ("uitval_breed top -3", 17, .notACount("-3")),
    ("uitval_breed sorteer op regio", 24, .cannotSortBy("regio")),
    ("uitval_breed, uitval", 14, .repeated("uitval_breed")),
    ("uitval_breed per regio, regio", 24, .repeated("regio")),
  ])
  func `a fault says where it is and what was meant`(question: String, position: Int, reason: QueryError.Reason) {
    #expect(throws: QueryError(position: position, reason: reason)) { try Query(parsing: question) }
  }

  @Test func `every fault can be read in both languages`() throws {
    for question in [
      "", "uitval_bred", "instroom per x", "instroom top x", "instroom waar regio < a", "instroom waar '",
    ] {
      do {
        _ = try Query(parsing: question)
        Issue.record("'\(question)' was taken")
      } catch {
        #expect(!error.phrase.dutch.isEmpty && error.phrase.dutch != error.phrase.english)
      }
    }
  }

  @Test func `a fault without a likely word names what could stand there`() {
    for (question, dutch, english) in [
      ("xyzzy", "'veldlog indicators' noemt ze alle", "'veldlog indicators' names them all"),
      (
        "instroom per xyzzy", "kies uit regio, gemeente, aanbieder",
        "choose from region, municipality, provider, procurement"
      ),
      ("tevredenheid per schaal", "'waar schaal = 1-10'", "'where scale = 1-10'"),
      ("uitval_breed per periode", "jaar, halfjaar, kwartaal of maand", "year, half, quarter or month"),
    ] {
      do {
        _ = try Query(parsing: question)
        Issue.record("'\(question)' was taken")
      } catch {
        #expect(error.phrase.dutch.contains(dutch) && error.phrase.english.contains(english), "\(error.phrase)")
      }
    }
    let scale = QueryError(position: 0, reason: .cannotSplit(.schaal)).phrase
    #expect(!scale.dutch.contains("maand") && !scale.english.contains("month"))
    let value = QueryError(position: 0, reason: .unknownValue("mars", .regio, nearest: nil)).phrase
    #expect(value.dutch.contains("'veldlog codebook regio'") && value.english.contains("'veldlog codebook regio'"))
  }

  @Test func `questions that ask the same are equal, wherever their words stand`() throws {
    let query = try Query(parsing: "uitval_breed per aanbieder, jaar")
    #expect(try Query(parsing: "uitval_breed    per aanbieder,   jaar") == query)
    #expect(try Query(parsing: "uitval_breed per jaar, aanbieder") != query)
  }

  @Test func `no text makes it trap`() {
    let pieces = [
      "uitval", "per", ",", "(", ")", "=", "in", "'", "waar", "regio", "top", "9999999999999999999999", "\u{1F600}",
      "\0",
    ]
    var seed: UInt64 = 7
    for _ in 0..<3000 {
      var text = ""
      for _ in 0..<(seed >> 60) {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(seed >> 33) % pieces.count] + " "
      }
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      _ = try? Query(parsing: text)
    }
  }
}
