import CanonicalJSON
import Testing
import Vocabulary

struct CheckerTests {
  let vocabulary = Vocabulary.standard

  /// The problems of the kind's example after `change`.
  private func problems(_ name: String, _ change: (inout JSONObject) -> Void) throws -> [Problem] {
    let kind = try #require(vocabulary.kind(named: name))
    var payload = kind.example
    change(&payload)
    return vocabulary.problems(in: payload, kind: kind)
  }

  @Test func `a field that the kind does not have is named with the nearest that it has`() throws {
    #expect(
      try problems("traject_gestart") { $0["aanbider"] = "zee-003" }
        == [.unknownField(name: "aanbider", kind: "traject_gestart", nearest: ["aanbieder"])])
  }

  @Test func `a required field that lacks is missing`() throws {
    #expect(
      try problems("traject_gestart") { $0["datum"] = nil } == [
        .missing(alternatives: [["datum"]], absent: [["datum"]])
      ])
    let kind = try #require(vocabulary.kind(named: "traject_gestart"))
    #expect(vocabulary.problems(in: JSONObject(), kind: kind).count == kind.fields.filter(\.isRequired).count)
  }

  @Test func `a region or a reason may be left out of a trajectory`() throws {
    #expect(try problems("traject_gestart") { $0["regio"] = nil } == [])
    #expect(try problems("traject_beeindigd") { $0["reden"] = nil } == [])
  }

  @Test func `a goal needs a score, a verdict, or the reason that both lack`() throws {
    let alternatives = [["score"], ["oordeel"], ["reden_ontbreekt"]]
    #expect(
      try problems("doelscore") { $0["score"] = nil } == [.missing(alternatives: alternatives, absent: alternatives)])
    #expect(
      try problems("doelscore") {
        $0["score"] = nil
        $0["oordeel"] = "deels"
      } == [])
    #expect(
      try problems("doelscore") {
        $0["score"] = nil
        $0["reden_ontbreekt"] = "nnb"
      } == [])
  }

  @Test func `satisfaction belongs to a trajectory, or to a provider and a period together`() throws {
    #expect(
      try problems("tevredenheid") {
        $0["traject"] = nil
        $0["aanbieder"] = "zee-003"
        $0["periode"] = "2016"
      } == [])
    #expect(
      try problems("tevredenheid") {
        $0["traject"] = nil
        $0["aanbieder"] = "zee-003"
      } == [.missing(alternatives: [["traject"], ["aanbieder", "periode"]], absent: [["traject"], ["periode"]])])
  }

  @Test func `a score lies within its scale, ends included`() throws {
    for score in [1, 10] as [JSONValue] { #expect(try problems("tevredenheid") { $0["score"] = score } == []) }
    #expect(
      try problems("tevredenheid") { $0["score"] = .number(10.5) }
        == [.outsideScale(field: "score", value: "10.5", low: "1", high: "10")])
    #expect(
      try problems("tevredenheid") { $0["schaal_min"] = 11 } == [.outOfOrder(first: "schaal_min", second: "schaal_max")]
    )
  }

  @Test func `a GAS score is a whole number from −2 to 2`() throws {
    let type = FieldType.integer(-2...2)
    for score in [-2, 0, 2] as [JSONValue] { #expect(try problems("doelscore") { $0["score"] = score } == []) }
    #expect(
      try problems("doelscore") { $0["score"] = 3 } == [.outOfRange(field: "score", value: "3", expected: type)])
    #expect(
      try problems("doelscore") { $0["score"] = .number(0.5) } == [
        .wrongType(field: "score", found: "0.5", expected: type)
      ])
    #expect(
      try problems("doelscore") { $0["score"] = "1" } == [.wrongType(field: "score", found: "\"1\"", expected: type)])
  }

  @Test func `in a payload a code is its value, not an alias`() throws {
    #expect(
      try problems("traject_beeindigd") { $0["reden"] = "31" }
        == [.unknownCode(field: "reden", value: "31", list: "reden", nearest: [])])
    #expect(
      try problems("traject_gestart") { $0["regio"] = "Food-Valley" }
        == [.unknownCode(field: "regio", value: "Food-Valley", list: "regio", nearest: ["food-valley"])])
    #expect(try problems("tevredenheid") { $0["vraag"] = "wachttijd" } == [])
  }

  @Test func `a day is one that exists, in one form, in a year that can be`() throws {
    for text in ["2016-02-30", "2-3-2016", "20160302", "2016-3-2", "gisteren"] {
      #expect(
        try problems("intake") { $0["datum"] = .string(text) } == [.noSuchDate(field: "datum", value: text)])
    }
    #expect(
      try problems("intake") { $0["datum"] = "0216-03-02" } == [.implausibleDate(field: "datum", value: "0216-03-02")])
    #expect(
      try problems("contract") { $0["tot"] = "2015-12-31" } == [.outOfOrder(first: "van", second: "tot")])
  }

  @Test func `a period is kept in one spelling, which is named`() throws {
    #expect(
      try problems("kwartaaloverzicht") { $0["kwartaal"] = "2016Q2" }
        == [.notAPeriod(field: "kwartaal", value: "2016Q2", meant: "2016k2")])
    #expect(
      try problems("kwartaaloverzicht") { $0["kwartaal"] = "Q" }
        == [.notAPeriod(field: "kwartaal", value: "Q", meant: nil)])
  }

  @Test func `nothing is said by leaving out, never by an empty value`() throws {
    for value in [.null, "", .array([])] as [JSONValue] {
      #expect(try problems("interview") { $0["respondenten"] = value } == [.empty(field: "respondenten")])
    }
  }

  @Test func `text that would compare unequal to its tidy form is refused`() throws {
    for text in [" wens", "wens\u{A0}", "e\u{301}e\u{301}n"] {
      #expect(
        try problems("traject_gestart") { $0["zorgvraag"] = .string(text) } == [.untidyText(field: "zorgvraag")])
    }
    #expect(
      try problems("traject_gestart") { $0["traject"] = " T" }
        == [.malformedReference(field: "traject", value: " T", expected: .traject)])
  }

  @Test func `a reference to what is not known yet is right`() throws {
    #expect(try problems("traject_gestart") { $0["aanbieder"] = "nooit-eerder-gezien" } == [])
  }

  @Test func `every kind may hold a note`() throws {
    for kind in vocabulary.kinds {
      #expect(try problems(kind.name) { $0["toelichting"] = "waarom" } == [], "\(kind.name)")
    }
  }

  @Test func `sample data can say that it is invented`() throws {
    for kind in vocabulary.kinds where !kind.isSystem {
      #expect(try problems(kind.name) { $0["herkomst_data"] = "verzonnen" } == [], "\(kind.name)")
    }
  }

  @Test func `all problems of a payload are found at once`() throws {
    #expect(
      try problems("traject_gestart") {
        $0["datum"] = "x"
        $0["regio"] = "x"
        $0["traject"] = nil
        $0["zzz"] = 1
      }.count == 4)
  }

  @Test func `any value in any field is looked at without trapping`() throws {
    let values: [JSONValue] = [
      .null, true, 0, -1, .integer(JSONValue.largestInteger), .number(0.5), .number(1e300), "", "x", .string("\u{0}"),
      .array([.null]), .array([.array([])]), .object(JSONObject()), .string(String(repeating: "9", count: 5000)),
    ]
    for kind in vocabulary.kinds {
      for field in kind.fields {
        for value in values {
          for problem in try problems(kind.name, { $0[field.name] = value }) {
            #expect(!problem.phrase.dutch.isEmpty && problem.phrase.dutch.utf8.count < 1000)
            #expect(!problem.phrase.english.isEmpty)
          }
        }
      }
    }
  }
}
