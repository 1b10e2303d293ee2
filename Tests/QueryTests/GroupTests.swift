import CanonicalJSON
import Query
import Testing
import Vocabulary

@Suite struct GroupTests {
  private var facts: Facts {
    var facts = Facts()
    facts.add("regio", ["regio": "zeeland", "inkoopmethode": "inspanning"])
    facts.add("regio", ["regio": "holland-rijnland", "inkoopmethode": "taak"])
    facts.addTraject("zee-003", end: "2016-03-31", reden: "03")
    facts.addTraject("zee-003", end: "2016-04-01", reden: "01")
    facts.addTraject("zee-012", end: "2016-06-30", reden: "04")
    facts.addTraject("hr-001", regio: "holland-rijnland", end: "2016-07-01", reden: "01")
    facts.addEnd("T-onbekend", "2016-05-05", reden: "03")
    return facts
  }

  @Test func `rows are alphabetical, and what is not known stands last and counts in the total`() throws {
    let result = try facts.answer("uitval_breed per aanbieder")
    #expect(result.keys == [["hr-001"], ["zee-003"], ["zee-012"], ["-"]])
    #expect(result.rows.map { $0.figures[0].numerator } == [0, 1, 1, 1])
    #expect(result.notes.contains(.endedWithoutStart(1)))
    #expect(try facts.figure("uitval_breed").n == 5)
    #expect(try facts.figure("uitval_breed waar aanbieder = '(onbekend)'").n == 1)
    #expect(try facts.figure("uitval_breed waar aanbieder != '(onbekend)'").n == 4)
  }

  @Test func `a quarter runs from its first to its last day`() throws {
    let result = try facts.answer("uitval_breed per kwartaal waar regio = zeeland")
    #expect(result.keys == [["2016k1"], ["2016k2"]])
    #expect(result.rows.map { $0.figures[0].n } == [1, 2])
  }

  @Test(arguments: [
    ("jaar = 2016", 5), ("jaar != 2016", 0), ("periode = 2016h1", 4), ("kwartaal >= 2016k3", 1),
    ("kwartaal > 2016k2", 1),
    ("kwartaal < 2016k2", 1), ("kwartaal <= 2016k2", 4), ("periode = 2016-04", 1), ("periode in (2016-03, 2016-07)", 2),
    ("kwartaal != 2016k2", 2), ("regio = Holland Rijnland", 1), ("regio = HR", 1), ("regio != zeeland", 2),
    ("regio in (zeeland, hr)", 4), ("inkoopmethode = taakgericht", 1), ("aanbieder = bestaat-niet", 0),
    ("regio = zeeland en kwartaal = 2016k2 en aanbieder = zee-012", 1), ("reden = 03", 2),
  ])
  func `a condition keeps the trajecten that it is about`(condition: String, n: Int) throws {
    #expect(try facts.figure("uitstroom waar \(condition)").n == n)
  }

  @Test func `a region is what its facts say it is, also for how it buys`() throws {
    let result = try facts.answer("uitstroom per inkoopmethode, regio")
    #expect(
      result.keys == [["inspanning", "zeeland"], ["taak", "holland-rijnland"], ["-", "-"]])
  }

  @Test func `rows can be sorted by a figure, and cut off`() throws {
    let result = try facts.answer(
      "uitval_breed, uitstroom per aanbieder sorteer op uitval_breed aflopend, aanbieder top 3")
    #expect(result.keys == [["zee-012"], ["-"], ["zee-003"]])
    let empty = try facts.answer("doelrealisatie per aanbieder sorteer op doelrealisatie")
    #expect(empty.keys.count == 4)
  }

  @Test func `an unknown region is named with the nearest, an unknown aanbieder is just nobody`() throws {
    let error = QueryError(position: 23, reason: .unknownValue("zeelnd", .regio, nearest: "zeeland"))
    #expect(throws: error) { try facts.answer("uitstroom waar regio = zeelnd") }
    #expect(throws: QueryError.self) { try facts.answer("uitstroom waar jaar = zestien") }
  }

  @Test func `an indicator cannot be split by what it does not have`() throws {
    for (question, position, dimension, id) in [
      ("uitval_breed per informant", 17, Dimension.informant, "uitval_breed"),
      ("uitval_breed per aanbieder, reden", 28, .reden, "uitval_breed"),
      ("instroom waar regio = zeeland en reden = 01", 33, .reden, "instroom"),
      ("uitstroom, budget per hulpvorm", 22, .hulpvorm, "budget"),
    ] {
      do {
        _ = try facts.answer(question)
        Issue.record("'\(question)' was answered")
      } catch let error as QueryError {
        guard case .doesNotApply(dimension, to: id, let others) = error.reason else {
          Issue.record("\(error)")
          continue
        }
        #expect(error.position == position, "\(question)")
        // What is named instead can be asked.
        for other in others where id != "budget" { _ = try facts.answer("\(id) per \(other.rawValue)") }
        #expect(others.contains(.regio) && others.contains(.kwartaal) && !others.contains(dimension))
      }
    }
    let error = QueryError(position: 0, reason: .doesNotApply(.hulpvorm, to: "budget", others: [.regio, .aanbieder]))
    #expect(
      error.phrase.dutch.hasSuffix("budget kan niet op hulpvorm worden gesplitst of beperkt; wel op regio, aanbieder"))
    #expect(error.phrase.english.hasSuffix("limited to form of care; it can by region, provider"))
  }

  @Test func `beside tevredenheid other indicators repeat on each informant's row, and say so`() throws {
    var facts = facts
    facts.addAnswer("T-1", 8)
    facts.addAnswer("T-1", 6, informant: "jeugdige")
    let result = try facts.answer("uitval_breed, tevredenheid")
    #expect(result.keys == [["jeugdige"], ["ouder"]])
    #expect(result.rows.map { $0.figures[0].n } == [5, 5])
    #expect(result.notes.contains(.repeats("uitval_breed", .informant)))
  }

  @Test func `JSON names every part of a figure`() throws {
    let json = try facts.answer("uitval_breed per aanbieder, kwartaal waar aanbieder = zee-003").json
    let row = try #require(json.arrayValue?.first?.objectValue)
    #expect(row.keys == ["aanbieder", "kwartaal", "uitval_breed"])
    let figure = try #require(row["uitval_breed"]?.objectValue)
    #expect(figure.keys == ["high", "low", "missing", "n", "numerator", "suppressed", "value"])
    #expect(figure["value"] == 1)
    #expect(figure["suppressed"] == false)
    let unknown = try facts.answer("uitval_breed per aanbieder").json.arrayValue?.last
    #expect(unknown?["aanbieder"] == "(onbekend)")
  }

  @Test func `the facts behind each figure add up to it`() throws {
    var facts = facts
    facts.addGoals("T-1", [1, -1])
    facts.addAnswer("T-1", 8)
    let projection = facts.projection
    for indicator in Indicator.all where indicator.has(.aanbieder) {
      let query = Query([indicator], per: [.aanbieder])
      let result = try query.evaluate(on: projection, vocabulary: .standard)
      for row in result.rows {
        let provenance = try query.narrowed(to: row, of: result)
          .provenance(of: indicator, on: projection, vocabulary: .standard)
        let figure = row.figures[0]
        if indicator.kind == .rate { #expect(Double(provenance.counted.count) == figure.numerator, "\(indicator.id)") }
        // Others count something else than the facts that they are made of.
        if !["doelrealisatie_macro", "gas_t"].contains(indicator.id), indicator.unit != .jeugdigen {
          #expect(provenance.counted.count + provenance.notCounted.count == figure.n, "\(indicator.id) \(row.keys)")
        }
      }
    }
  }
}
