import CanonicalJSON
import Platform
import Query
import Testing
import Vocabulary

/// Several questions of the same facts.
@Suite struct CasesTests {
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `whatever was asked before, the answer is that of the question alone`(seed: UInt64) throws {
    let history = PlainHistory(seed: seed)
    let projection = PlainIndicatorTests.projection(history.facts)
    let shared = Cases(projection, .standard)
    var random = SplitMix(seed: seed)
    var queries: [Query] = []
    for _ in 0..<6 {
      let scope = PlainIndicatorTests.scope(&random)
      // Figures of jeugdigen need pseudonyms, which not every history has.
      queries += PlainIndicatorTests.sets(scope).map { indicators in
        Query(indicators.filter { $0.unit != .jeugdigen }, per: scope.dimensions, where: scope.conditions)
      }
    }
    for query in queries {
      let alone = try query.evaluate(on: projection, vocabulary: .standard, origins: history.origins)
      #expect(try query.evaluate(on: shared, origins: history.origins) == alone, "seed \(seed)")
      let indicator = query.indicators[random.below(query.indicators.count)]
      #expect(
        try query.for(indicator).provenance(of: indicator, on: shared, origins: history.origins)
          == query.for(indicator).provenance(
            of: indicator, on: projection, vocabulary: .standard, origins: history.origins), "seed \(seed)")
    }
  }

  /// The last statement of a year is not the last one of each quarter, and who had help before this year may not have
  /// had it before this month.
  @Test func `what depends on the period that is asked about is not remembered for another`() throws {
    var facts = Facts()
    facts.addTraject(start: "2016-01-10", end: "2016-02-01", jeugdige: "P")
    facts.addTraject(start: "2016-05-01", end: nil, jeugdige: "P")
    for (day, fte) in [("2016-02-01", 3.0), ("2016-11-01", 5.0)] {
      facts.add(
        "formatie",
        ["regio": "zeeland", "functie": "inkoopteam", "peildatum": .string(day), "fte": JSONValue(fte)])
    }
    let cases = Cases(facts.projection, .standard)
    for question in [
      "herhaald_beroep per jaar", "herhaald_beroep per maand", "herhaald_beroep per jaar", "fte per jaar",
      "fte per kwartaal", "fte waar periode = 2016h1", "fte",
    ] {
      let query = try Query(parsing: question)
      let alone = try query.evaluate(on: facts.projection, vocabulary: .standard)
      #expect(try query.evaluate(on: cases) == alone, "\(question)")
    }
    func values(_ question: String) throws -> [Double?] {
      try Query(parsing: question).evaluate(on: cases).rows.map { $0.figures[0].value }
    }
    #expect(try values("herhaald_beroep per jaar") == [0] && values("herhaald_beroep per maand") == [0, 1])
    #expect(try values("fte per jaar") == [5] && values("fte per kwartaal") == [3, 5])
  }

  @Test func `of several questions the first that cannot be answered says why`() throws {
    let cases = Cases(PlainIndicatorTests.projection(PlainHistory(seed: 1).facts), .standard)
    let good = try Query(parsing: "uitval_breed")
    let bad = try ["uitval_breed waar regio = nergenshuizen", "uitval_breed waar regio = elders"].map {
      try Query(parsing: $0)
    }
    #expect(try cases.results(of: [good, good]).count == 2)
    let first = #expect(throws: QueryError.self) { try bad[0].evaluate(on: cases) }
    let found = #expect(throws: QueryError.self) { try cases.results(of: [good, bad[0], bad[1]]) }
    #expect(first.map { "\($0)" } == found.map { "\($0)" })
  }
}
