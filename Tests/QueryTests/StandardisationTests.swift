import CanonicalJSON
import Query
import Statistics
import Testing
import Vocabulary

/// Shares against what trajecten like them have elsewhere.
@Suite struct StandardisationTests {
  /// Ended trajecten of one kind, so many of them uitval.
  private func add(_ facts: inout Facts, _ aanbieder: String, _ hulpvorm: String, _ uitval: Int, of count: Int) {
    for number in 0..<count {
      let traject = facts.addTraject(aanbieder, end: nil)
      facts.remove(traject)
      facts.add(
        "traject_gestart",
        [
          "traject": .string(traject), "aanbieder": .string(aanbieder), "hulpvorm": .string(hulpvorm),
          "leeftijdsgroep": "12-17", "datum": "2016-01-10",
        ])
      facts.addEnd(traject, "2016-05-20", reden: number < uitval ? "03" : "01")
    }
  }

  private var heavyAndLight: Facts {
    var facts = Facts()
    add(&facts, "zee-001", "13", 12, of: 60)
    add(&facts, "zee-001", "02", 3, of: 40)
    add(&facts, "zee-002", "13", 6, of: 20)
    add(&facts, "zee-002", "02", 6, of: 80)
    return facts
  }

  private func standardisation(
    _ facts: Facts, _ indicator: String = "uitval_smal", where conditions: [Condition] = []
  ) throws -> Standardisation? {
    try Standardisation(
      Indicator.named(indicator)[0], per: .aanbieder, where: conditions, on: Cases(facts.projection, .standard))
  }

  @Test func `more uitval than the other in all, and less than such trajecten have`() throws {
    let found = try #require(try standardisation(heavyAndLight))
    let (heavy, light) = (try #require(found.row("zee-001")), try #require(found.row("zee-002")))
    #expect(heavy.crude.value == 0.15 && light.crude.value == 0.12)
    // 18 of 80 in hulpvorm 13 and 9 of 120 in 02: 60 · 0,225 + 40 · 0,075 = 16,5 and 20 · 0,225 + 80 · 0,075 = 10,5.
    let (ofHeavy, ofLight) = (try #require(heavy.result), try #require(light.result))
    #expect(abs(ofHeavy.expected - 16.5) < 1e-9 && abs(ofLight.expected - 10.5) < 1e-9)
    #expect(ofHeavy.observed == 15 && ofLight.observed == 12)
    #expect(ofHeavy.ratio < 1 && ofLight.ratio > 1)
    #expect(ofHeavy.strata.count == 2)
    #expect(found.reference == Proportion(27, of: 200))
  }

  @Test func `what is expected of all units together is what was counted`() throws {
    let found = try #require(try standardisation(heavyAndLight))
    let expected = found.rows.reduce(0) { $0 + ($1.result?.expected ?? 0) }
    #expect(abs(expected - 27) < 1e-9)
  }

  @Test func `a condition on the unit leaves the reference as it is, one on something else does not`() throws {
    let facts = heavyAndLight
    let all = try #require(try standardisation(facts)).row("zee-001")
    let one = try #require(try standardisation(facts, where: [Condition(.aanbieder, .isEqual, ["zee-001"])]))
    #expect(one.rows == [all])
    let ofHulpvorm = try #require(try standardisation(facts, where: [Condition(.hulpvorm, .isEqual, ["13"])]))
    #expect(ofHulpvorm.reference == Proportion(18, of: 80))
  }

  @Test(arguments: ["doelrealisatie", "tevredenheid", "doorlooptijd", "instroom", "respons"])
  func `what is no share of trajecten is not standardised`(_ indicator: String) throws {
    #expect(try standardisation(heavyAndLight, indicator) == nil)
  }

  @Test func `several together are what each is alone`() throws {
    var facts = heavyAndLight
    // In a group that has starts and no ends.
    facts.add("traject_gestart", ["traject": "T-open", "aanbieder": "zee-009", "datum": "2016-01-10"])
    let indicators = ["uitval_smal", "doelrealisatie", "herhaald_beroep", "voortijdig", "instroom"].flatMap {
      Indicator.named($0)
    }
    for conditions in [[], [Condition(.aanbieder, .isEqual, ["zee-001"])]] {
      let alone = try indicators.compactMap { try standardisation(facts, $0.id, where: conditions) }
      #expect(alone.count == 3)
      let cases = Cases(facts.projection, .standard)
      #expect(try Standardisation.all(indicators, per: .aanbieder, where: conditions, on: cases) == alone)
    }
  }

  @Test func `where nothing of the kind is ever counted, nothing is expected`() throws {
    var facts = Facts()
    add(&facts, "zee-001", "13", 0, of: 5)
    #expect(try #require(try standardisation(facts)).rows.map(\.result) == [nil])
  }
}
