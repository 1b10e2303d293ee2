import CanonicalJSON
import Query
import Testing
import Vocabulary

/// Waits held to what was agreed, where something was.
@Suite struct NormTests {
  /// A traject that waited so many days from aanmelding to start, half of them until the intake.
  private func add(_ facts: inout Facts, _ regio: String, days: Int, start: String) {
    let traject = facts.addTraject(regio: regio, start: start, end: nil)
    let first = facts.day(start, before: days)
    facts.add("aanmelding", ["traject": .string(traject), "datum": .string(first)])
    facts.add("intake", ["traject": .string(traject), "datum": .string(facts.day(start, before: days / 2))])
  }

  private func addNorm(
    _ facts: inout Facts, _ value: Double, _ unit: String? = nil, indicator: String = "wachttijd",
    regio: String? = nil, periode: String? = nil, bron: String = "afspraak"
  ) {
    var members: [String: JSONValue] = [
      "indicator": .string(indicator), "waarde": JSONValue(value), "bron": .string(bron),
    ]
    members["eenheid"] = unit.map { .string($0) }
    members["regio"] = regio.map { .string($0) }
    members["periode"] = periode.map { .string($0) }
    facts.add("norm", members)
  }

  /// In zeeland and twente, each with 50 and 80 days in 2015 and in 2016.
  private var waits: Facts {
    var facts = Facts()
    for regio in ["zeeland", "twente"] {
      for start in ["2015-06-01", "2016-06-01"] {
        for days in [50, 80] { add(&facts, regio, days: days, start: start) }
      }
    }
    return facts
  }

  private func within(_ facts: Facts, _ regio: String, _ year: Int) throws -> (Double, [Double]) {
    let figure = try facts.figure("wachttijd_norm waar regio = \(regio) en jaar = \(year)")
    return (figure.numerator, figure.norms.map(\.days))
  }

  @Test func `without a norm that was recorded it is the Treeknorm, and the figure says so`() throws {
    let figure = try waits.figure("wachttijd_norm")
    #expect(figure.numerator == 8 && figure.n == 8)
    #expect(figure.norms.map(\.days) == [98] && figure.norms.allSatisfy(\.isBuiltIn))
    let notes = try waits.answer("wachttijd_norm").notes
    #expect(notes == [.treeknorm])
  }

  @Test func `the norm of the regio comes first, then the national one, then the Treeknorm`() throws {
    var facts = waits
    addNorm(&facts, 9, "weken", regio: "zeeland", periode: "2016")
    addNorm(&facts, 6, "weken", periode: "2015")
    #expect(try within(facts, "zeeland", 2016) == (1, [63]))
    #expect(try within(facts, "zeeland", 2015) == (0, [42]))
    #expect(try within(facts, "twente", 2015) == (0, [42]))
    #expect(try within(facts, "twente", 2016) == (2, [98]))
    let all = try facts.answer("wachttijd_norm")
    #expect(all.rows[0].figures[0].numerator == 3)
    #expect(all.rows[0].figures[0].norms.map(\.days) == [98, 63, 42])
    #expect(all.notes.first == .treeknorm)
    guard case .norms("wachttijd_norm", let norms) = try #require(all.notes.last) else {
      Issue.record("\(all.notes)")
      return
    }
    #expect(norms.map(\.phrase.dutch) == ["63 dagen (afspraak, zeeland, 2016)", "42 dagen (afspraak, 2015)"])
  }

  @Test func `of several in force the latest holds, then the shorter, then the strictest`() throws {
    for order in [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1]] {
      var facts = waits
      for place in order {
        switch place {
        case 0: addNorm(&facts, 10, regio: "zeeland")
        case 1: addNorm(&facts, 20, regio: "zeeland", periode: "2016")
        case 2: addNorm(&facts, 60, regio: "zeeland", periode: "2016k2", bron: "b")
        default: addNorm(&facts, 90, regio: "zeeland", periode: "2016k2", bron: "a")
        }
      }
      #expect(try within(facts, "zeeland", 2016) == (1, [60]), "\(order)")
      #expect(try within(facts, "zeeland", 2015) == (0, [10]), "\(order)")
    }
  }

  @Test func `a norm of a part of the wait is one of that part alone`() throws {
    var facts = waits
    addNorm(&facts, 3, "weken", indicator: "wachttijd_aanmelding")
    addNorm(&facts, 30, "dagen", indicator: "wachttijd_behandeling_norm")
    #expect(try facts.figure("wachttijd_aanmelding_norm").norms.map(\.days) == [21])
    let ofCare = try facts.figure("wachttijd_behandeling_norm")
    #expect(ofCare.norms.map(\.days) == [30] && ofCare.numerator == 4)
    #expect(try facts.figure("wachttijd_norm").norms.map(\.days) == [98])
  }

  @Test func `a norm in another unit than days and weeks is not guessed at, and told`() throws {
    var facts = waits
    addNorm(&facts, 2, "maanden", regio: "zeeland", periode: "2016")
    addNorm(&facts, -1, "weken", indicator: "wachttijd_norm", bron: "b")
    addNorm(&facts, 3, "maanden", indicator: "wachttijd_aanmelding")
    #expect(try facts.figure("wachttijd_norm").norms.map(\.days) == [98])
    guard case .unreadNorms("wachttijd_norm", let norms) = try #require(try facts.answer("wachttijd_norm").notes.last)
    else { throw NotTold() }
    #expect(norms.count == 2)
    let text = try #require(try facts.answer("wachttijd_norm").notes.last).phrase()
    #expect(text.dutch.contains("niet gehouden aan 2 maanden (afspraak, zeeland, 2016); −1 weken (b)"), "\(text.dutch)")
    #expect(try facts.answer("wachttijd").notes.isEmpty)
  }

  private struct NotTold: Error {}

  @Test func `the fact of the norm stands behind the figure, and its JSON says whose it is`() throws {
    var facts = waits
    addNorm(&facts, 60, regio: "zeeland", periode: "2016", bron: "convenant")
    let query = try Query(parsing: "wachttijd_norm waar regio = zeeland en jaar = 2016")
    let explained = try Explanation.all(query, facts.projection, .standard)[0]
    let line = try #require(explained.figure.norms.first?.line)
    #expect(facts.kind(ofLine: Int(line)) == "norm")
    #expect(explained.provenance.counted.count == 1 && explained.provenance.notCounted.count == 1)
    let json = explained.figure.json.canonicalText
    #expect(
      json.contains(#""norms":[{"days":60,"periode":"2016","regio":"zeeland","source":"convenant"}],"numerator""#))
    let whole = try query.evaluate(on: facts.projection, vocabulary: .standard).jsonPieces.joined()
    #expect(String(decoding: Array(whole), as: UTF8.self).contains(json))
  }

  @Test func `a definition that people record may use the norm too, also of what ended`() throws {
    var facts = waits
    addNorm(&facts, 60, regio: "zeeland")
    for traject in ["T-3", "T-4", "T-7"] { facts.addEnd(traject, "2016-12-01", reden: "01") }
    for (table, numerator, n) in [("traject_gestart", 2.0, 8), ("traject_beeindigd", 1, 3)] {
      var facts = facts
      facts.add(
        "definitie",
        [
          "indicator": "te_lang", "tabel": .string(table), "teller": "wachttijd_binnen_norm = nee",
          "noemer": "wachttijd_dgn bekend",
        ])
      let figure = try facts.recordedFigure("te_lang")
      #expect(figure.numerator == numerator && figure.n == n, "\(table)")
      #expect(figure.norms.map(\.days) == [98, 60], "\(table)")
    }
  }
}
