import CanonicalJSON
import Testing

@testable import Workspace

@Suite struct RetentionTests {
  private func region() throws -> Region {
    let region = Region()
    try region.found("/a")
    let recording = try Recording(try region.open("/a"))
    let facts: [(String, JSONValue)] = [
      ("antwoord", ["interview": "I-1", "topic": "t", "vraag": "1", "tekst": "a", "bron": "B-01"]),
      ("antwoord", ["interview": "I-1", "topic": "t", "vraag": "2", "tekst": "b"]),
      ("quote", ["interview": "I-1", "tekst": "c", "vrijgave": "wacht"]),
      ("traject_gestart", ["traject": "T-1", "aanbieder": "z", "datum": "2016-01-11", "regio": "twente"]),
      ("traject_gestart", ["traject": "T-2", "aanbieder": "z", "datum": "2016-01-11"]),
    ]
    for (kind, payload) in facts { _ = try recording.record(kind, ErasingTests.object(payload)) }
    return region
  }

  private func term(_ payload: JSONValue, of region: Region) throws -> String {
    var payload = ErasingTests.object(payload)
    payload["grond"] = "tien jaar na het onderzoek"
    return try Recording(try region.open("/a")).record("bewaartermijn", payload).reference.text
  }

  private func retention(_ region: Region, _ date: String) throws -> Retention {
    try Retention(of: try region.open("/a"), asOf: date)
  }

  @Test func `a term has passed the day after its last day`() throws {
    let region = try region()
    _ = try term(["soort_feit": "antwoord", "bewaren_tot": "2016-12-31"], of: region)
    #expect(try retention(region, "2016-12-31").terms.map(\.isPast) == [false])
    #expect(try retention(region, "2016-12-31").terms.map(\.daysLeft) == [0])
    let past = try retention(region, "2017-01-01")
    #expect(past.terms.map(\.isPast) == [true])
    #expect(past.terms.map(\.rowsPast.count) == [2])
    #expect(past.withoutTerm.map(\.kind) == ["traject_gestart", "quote"])
    #expect(past.withoutTerm.map(\.count) == [2, 1])
  }

  @Test func `a term is about a kind, a source, a region or an import, and about all of these that it names`() throws {
    let region = try region()
    let cases: [(JSONValue, Int)] = [
      (["soort_feit": "antwoord"], 2), (["over_bron": "B-01"], 1), (["soort_feit": "quote", "over_bron": "B-01"], 0),
      (["soort_feit": "traject_gestart", "regio": "twente"], 1),
      // A fact that names no region is of its writer's.
      (["soort_feit": "traject_gestart", "regio": "zeeland"], 1), (["soort_feit": "komt_niet_voor"], 0),
    ]
    for (about, count) in cases {
      var payload = ErasingTests.object(about)
      payload["bewaren_tot"] = "2016-12-31"
      let copy = region.copy()
      _ = try term(.object(payload), of: copy)
      #expect(try retention(copy, "2017-01-01").terms.map(\.rows.count) == [count], "\(about)")
    }
  }

  @Test func `the facts of an import fall under its term, those before and after it do not`() throws {
    let fixture = try ImportFixture()
    try fixture.file("a.csv", ImportFixture.trajecten(3))
    try fixture.file("b.csv", ImportFixture.trajecten(2, from: 7))
    let first = try fixture.load("a.csv")
    try fixture.load("b.csv")
    let payload: JSONValue = [
      "import": .string(first.reference?.text ?? ""), "bewaren_tot": "2016-12-31", "grond": "tien jaar",
    ]
    _ = try Recording(fixture.workspace).record("bewaartermijn", ErasingTests.object(payload))
    let retention = try Retention(of: fixture.workspace, asOf: "2017-01-01")
    #expect(retention.terms.map(\.rowsPast.count) == [3])
    #expect(retention.withoutTerm.isEmpty || retention.withoutTerm.map(\.count) == [2])
  }

  @Test func `of two terms the one that ends last counts, and only what has passed is erased`() throws {
    let region = try region()
    let short = try term(["soort_feit": "antwoord", "bewaren_tot": "2015-12-31"], of: region)
    let long = try term(["over_bron": "B-01", "bewaren_tot": "2030-12-31"], of: region)
    let retention = try retention(region, "2016-03-02")
    #expect(retention.terms.map(\.rows.count) == [2, 1])
    #expect(retention.terms.map(\.rowsPast.count) == [1, 0])
    let erasing = Erasing(try Recording(try region.open("/a")))
    var request = ErasureRequest()
    request.termijnen = [long]
    #expect(throws: ErasureError.self) { try erasing.plan(request) }
    request.termijnen = [":2"]
    #expect(throws: ErasureError.self) { try erasing.plan(request) }
    request.termijnen = [short]
    let plan = try erasing.plan(request)
    #expect(plan.counts.map(\.kind) == ["antwoord"] && plan.targetCount == 1)
    _ = try erasing.erase(plan, ground: "bewaartermijn voorbij")
    #expect(try self.retention(region, "2016-03-02").terms.map(\.rowsPast.count) == [0, 0])
  }
}
