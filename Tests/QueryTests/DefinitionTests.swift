import CanonicalJSON
import Query
import Testing
import Vocabulary

/// Indicators that people record, and what the checker says of those that cannot be counted.
@Suite struct DefinitionTests {
  private func facts(_ members: [String: JSONValue]) -> Facts {
    var facts = Facts()
    for (reden, crisis) in [("01", true), ("03", true), ("03", false), ("04", true), ("01", false)] {
      let traject = facts.addTraject(reden: nil)
      facts.replaceEnd(traject, reden: reden, crisis: crisis)
    }
    facts.add("definitie", members)
    return facts
  }

  private static let uitvalCrisis: [String: JSONValue] = [
    "indicator": "uitval_crisis", "tabel": "traject_beeindigd", "filter": "crisis = ja",
    "teller": "reden in (03, 04)", "noemer": "reden in (01, 02, 03, 04, 05)", "richting": "laag_goed",
  ]

  @Test func `a recorded definition is counted by its filter, numerator and denominator`() throws {
    let figure = try facts(Self.uitvalCrisis).recordedFigure("uitval_crisis")
    #expect(figure.numerator == 2)
    #expect(figure.n == 3)
    #expect(figure.missing == 0)
  }

  @Test func `of what started, what is known of its end counts as well`() throws {
    var facts = Facts()
    for (end, reden) in [("2016-05-20", "03"), ("2016-02-01", "01"), (nil, nil)] as [(String?, String?)] {
      facts.addTraject(end: end, reden: reden)
    }
    let filters = [("reden = 03", 1.0), ("reden bekend", 2), ("duur_dgn < 60", 1), ("niet (reden bekend)", 1)]
    for (filter, count) in filters {
      var facts = facts
      facts.add(
        "definitie",
        ["indicator": "gestart", "tabel": "traject_gestart", "tekst": "gestarte trajecten", "filter": .string(filter)])
      #expect(try facts.recordedFigure("gestart").value == count, "\(filter)")
    }
  }

  @Test(arguments: [("budget", "reden"), ("traject_gestart", "score"), ("tevredenheid", "toelichting")])
  func `a field that neither the row nor its traject has is refused, and counts nowhere`(
    _ table: String, _ field: String
  ) throws {
    let definition = Definition { ["indicator": "eigen", "tabel": table, "teller": "\(field) bekend"][$0] }
    do {
      _ = try DefinitionCheck(.standard).indicator([#require(definition)])
      Issue.record("it was taken")
    } catch let problem as DefinitionProblem {
      guard case .unknownField(field, of: table, _) = problem.reason else {
        Issue.record("\(problem)")
        return
      }
    }
  }

  @Test func `a value gives a mean, a median or a sum`() throws {
    for (maat, value) in [("gemiddelde", 131.0), ("mediaan", 131.0), ("som", 655.0)] {
      let members: [String: JSONValue] = [
        "indicator": "duur", "tabel": "traject_beeindigd", "tekst": "dagen", "maat": .string(maat),
        "waarde": "duur_dgn",
      ]
      #expect(try facts(members).recordedFigure("duur").value == value, "\(maat)")
    }
  }

  @Test func `a later rule holds from its day on, and breaks the series there`() throws {
    var facts = facts(Self.uitvalCrisis)
    var later = Self.uitvalCrisis
    later["teller"] = "reden = 04"
    later["geldig_van"] = "2016-05-20"
    facts.add("definitie", later)
    facts.addTraject(start: "2016-01-01", end: "2016-05-19", reden: "03")
    facts.replaceEnd("T-6", reden: "03", crisis: true, end: "2016-05-19")
    let result = try facts.recordedAnswer("uitval_crisis")
    #expect(result.rows[0].figures[0].numerator == 2)
    #expect(result.rows[0].figures[0].n == 4)
    #expect(result.definitions == ["uitval_crisis@2"])
    #expect(
      result.notes.contains {
        if case .seriesBreak("uitval_crisis", let day, "definitie") = $0 { day.iso == "2016-05-20" } else { false }
      })
  }

  @Test func `a figure is explained by the rules that held for its facts`() throws {
    var facts = facts(Self.uitvalCrisis)
    var later = Self.uitvalCrisis
    later["teller"] = "reden = 04"
    later["geldig_van"] = "2016-05-20"
    later["tekst"] = "alleen door de aanbieder"
    facts.add("definitie", later)
    facts.addTraject(start: "2016-01-01", end: "2016-04-19", reden: "03")
    let projection = facts.projection
    let recorded = RecordedDefinitions(projection, .standard)
    func rules(_ question: String) throws -> [Int] {
      let query = try Query(parsing: question, catalogue: recorded.catalogue)
      return try Explanation.all(query, projection, .standard)[0].provenance.rules
    }
    #expect(try rules("uitval_crisis") == [0, 1])
    #expect(try rules("uitval_crisis waar maand = 2016-04") == [0])
    #expect(try rules("uitval_crisis waar maand = 2016-05") == [1])
    // Of a figure without facts the last one is told.
    #expect(try rules("uitval_crisis waar jaar = 1999") == [1])
    #expect(try rules("uitval_breed") == [0])
    let indicator = try #require(recorded.indicators.first)
    #expect(
      indicator.datedRules.map(\.definition) == [
        "traject_beeindigd; filter: crisis = ja; teller: reden in (03, 04); noemer: reden in (01, 02, 03, 04, 05)",
        "alleen door de aanbieder",
      ])
    #expect(indicator.datedRules.map { $0.from?.iso } == [nil, "2016-05-20"])
    #expect(indicator.datedRules.map { $0.until?.iso } == ["2016-05-20", nil])
  }

  @Test(
    arguments: [
      (["tabel": "trajecten"], DefinitionProblem.Reason.unknownTable("trajecten", nearest: nil)),
      (["filter": "crises = ja"], .unknownField("crises", of: "traject_beeindigd", nearest: "crisis")),
      (["teller": "reden = 09"], .unknownValue("09", of: "reden", nearest: "01")),
      (["teller": "reden > 3"], .notComparable("reden", value: "3")),
      (["filter": "duur_dgn > veel"], .notComparable("duur_dgn", value: "veel")),
      (["indicator": "uitval_breed"], .isBuiltIn), (["indicator": "uitval crisis"], .badName),
      (["maat": "gemiddelde"], .needsValue), (["maat": "som", "waarde": "reden"], .notANumber("reden")),
    ] as [([String: JSONValue], DefinitionProblem.Reason)])
  func `what cannot be counted is refused with its reason`(
    _ change: [String: JSONValue], _ reason: DefinitionProblem.Reason
  ) {
    let members = Self.uitvalCrisis.merging(change) { _, new in new }
    let definition = Definition { members[$0]?.stringValue }
    #expect(throws: DefinitionProblem(id: members["indicator"]?.stringValue ?? "", reason: reason)) {
      _ = try DefinitionCheck(.standard).indicator([#require(definition)])
    }
  }

  @Test func `a rule that cannot be read says where`() throws {
    var members = Self.uitvalCrisis
    members["teller"] = "reden in (03, 04"
    let definition = Definition { members[$0]?.stringValue }
    do {
      _ = try DefinitionCheck(.standard).indicator([#require(definition)])
      Issue.record("it was taken")
    } catch let problem as DefinitionProblem {
      guard case .badRule("teller", let error) = problem.reason else {
        Issue.record("\(problem)")
        return
      }
      #expect(error.position == 16)
    }
  }

  @Test func `one that is refused is named, and the others count`() throws {
    var facts = facts(Self.uitvalCrisis)
    facts.add("definitie", ["indicator": "kapot", "tabel": "traject_beeindigd", "teller": "reden ="])
    let recorded = RecordedDefinitions(facts.projection, .standard)
    #expect(recorded.problems.map(\.id) == ["kapot"])
    #expect(recorded.indicators.map(\.id) == ["uitval_crisis"])
  }

  @Test(arguments: [
    "reden in (03, 04) en niet (crisis = ja)", "reden = 03 of (duur_dgn > 365 en crisis bekend)",
    "datum >= 2016-03 en niet (zorgvraag = \"een en ander\")", "niet (niet (reden bekend))",
  ])
  func `a rule is written as it is read`(_ text: String) throws {
    #expect(try Predicate(parsing: text).text == text)
  }

  @Test func `and binds before or, and deep nesting is refused`() throws {
    #expect(
      try Predicate(parsing: "a = 1 of b = 2 en c = 3")
        == .any([.among("a", ["1"]), .all([.among("b", ["2"]), .among("c", ["3"])])]))
    let deep = String(repeating: "(", count: 100) + "a = 1" + String(repeating: ")", count: 100)
    #expect(throws: QueryError.self) { try Predicate(parsing: deep) }
    #expect(throws: QueryError.self) { try Predicate(parsing: String(repeating: "niet ", count: 100_000) + "a = 1") }
  }
}

extension Facts {
  /// Gives a traject that stands without reden another end, and says whether it began in a crisis.
  mutating func replaceEnd(_ traject: String, reden: String, crisis: Bool, end: String = "2016-05-20") {
    remove(traject)
    add(
      "traject_gestart",
      ["traject": .string(traject), "aanbieder": "zee-003", "datum": "2016-01-10", "crisis": .bool(crisis)])
    addEnd(traject, end, reden: reden)
  }

  func recordedAnswer(_ question: String) throws -> QueryResult {
    let projection = projection
    let recorded = RecordedDefinitions(projection, .standard)
    if let problem = recorded.problems.first { throw problem }
    return try Query(parsing: question, catalogue: recorded.catalogue).evaluate(on: projection, vocabulary: .standard)
  }

  func recordedFigure(_ question: String) throws -> Figure {
    try #require(try recordedAnswer(question).rows.first?.figures.first)
  }
}
