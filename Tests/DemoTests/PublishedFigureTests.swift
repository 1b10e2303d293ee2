import CanonicalJSON
import Testing
import Vocabulary

@testable import Demo

/// Source of the expected figures: tables 2 to 4 and 7 and appendices 6 to 12 of the thesis of 2016.
@Suite struct PublishedFigureTests {
  @Test func `every fact says where it comes from, and what is published names its source`() throws {
    let story = try PlayedStory.played()
    let ownWords = ["naam", "werkruimte", "log", "checkpoint", "lid", "import"]
    for kind in story.kinds where !ownWords.contains(kind) {
      for fact in story.facts(kind) {
        switch fact["herkomst_data"]?.stringValue {
        case "gepubliceerd": #expect(fact["bron"]?.stringValue?.hasPrefix("scriptie") == true, "\(kind)")
        case "verzonnen": #expect(fact["bron"] == nil, "\(kind)")
        default: Issue.record("\(kind) without origin")
        }
      }
    }
  }

  @Test func `trajecten and their aanbieders are all invented, and nothing else is`() throws {
    let story = try PlayedStory.played()
    let inventedKinds: Set = [
      "aanbieder", "traject_gestart", "traject_beeindigd", "doelscore", "tevredenheid", "zonder_hulp_verder",
      "aanmelding", "intake", "uitgave",
    ]
    for kind in inventedKinds { #expect(!story.facts(kind).isEmpty, "\(kind)") }
    for kind in story.kinds {
      for fact in story.facts(kind) {
        #expect((fact["herkomst_data"] == "verzonnen") == inventedKinds.contains(kind), "\(kind)")
      }
    }
    #expect(story.facts("traject_gestart").count == 300)
  }

  @Test func `the register holds 29 interviews, at least two a region`() throws {
    let story = try PlayedStory.played()
    let interviews = story.facts("interview")
    #expect(interviews.count == 29)
    let counts = Dictionary(grouping: interviews) { $0["regio"]?.stringValue ?? "" }.mapValues(\.count)
    #expect(
      counts == [
        "west-brabant-west": 7, "utrecht-stad": 5, "midden-ijssel-oost-veluwe": 3, "holland-rijnland": 5,
        "ijsselland": 2, "zeeland": 4, "twente": 3,
      ])
    #expect(counts.values.min() == 2)
    let respondents = story.facts("respondent")
    #expect(respondents.count == 29)
    #expect(respondents.allSatisfy { $0["functie"] == "onbekend" })
    let keys = respondents.filter { $0["sleutelrespondent"] == true }.compactMap { $0["regio"]?.stringValue }
    #expect(keys.sorted() == counts.keys.sorted())
    let named = Set(interviews.flatMap { $0["respondenten"]?.arrayValue ?? [] }.compactMap(\.stringValue))
    #expect(named == Set(respondents.compactMap { $0["respondent"]?.stringValue }))
  }

  @Test func `no name of a person is recorded`() throws {
    let story = try PlayedStory.played()
    #expect(story.facts("respondent_naam").isEmpty)
    #expect(story.facts("interview").allSatisfy { $0["reden_ontbreekt"] == "nnb" && $0["datum"] == nil })
  }

  @Test(arguments: [
    ("meicirculaire_2014", 708_163_658), ("decembercirculaire_2015", 682_603_915),
    ("objectief_verdeelmodel", 644_202_340),
  ])
  func `the budgets of the seven regions add up`(basis: String, euros: Int64) throws {
    let budgets = try PlayedStory.played().facts("budget").filter { $0["grondslag"]?.stringValue == basis }
    #expect(budgets.count == 7)
    #expect(budgets.compactMap { $0["bedrag_cent"]?.integerValue }.reduce(0, +) == euros * 100)
    let year: JSONValue = basis == "objectief_verdeelmodel" ? 2016 : 2015
    #expect(budgets.allSatisfy { $0["jaar"] == year && $0["soort"] == "rijksbudget" })
  }

  @Test(arguments: [
    ("west-brabant-west", -6_890_146, -4.14, -4.58, -8.52), ("ijsselland", -13_596_498, -4.16, -6.40, -10.30),
    ("zeeland", -6_680_248, -3.18, -5.08, -8.10), ("midden-ijssel-oost-veluwe", -6_952_796, -3.30, -4.97, -8.11),
    ("twente", -12_587_845, -3.23, -5.26, -8.33), ("utrecht-stad", -5_614_735, -3.75, -4.63, -8.21),
    ("holland-rijnland", -11_639_050, -3.55, -7.54, -10.83),
  ])
  func `a region's budget changes as published`(
    regio: String, euros: Int64, first: Double, second: Double, whole: Double
  ) throws {
    let story = try PlayedStory.played()
    func cents(_ basis: String) throws -> Int64 {
      let fact = story.facts("budget")
        .first { $0["regio"]?.stringValue == regio && $0["grondslag"]?.stringValue == basis }
      return try #require(fact?["bedrag_cent"]?.integerValue)
    }
    let (may, december) = (try cents("meicirculaire_2014"), try cents("decembercirculaire_2015"))
    let model = try cents("objectief_verdeelmodel")
    #expect(model - may == euros * 100)
    for (from, to, percent) in [(may, december, first), (december, model, second), (may, model, whole)] {
      #expect(abs(Double(to - from) / Double(from) * 100 - percent) <= 0.005)
    }
  }

  @Test func `all budgets together change by 9.03 percent less`() throws {
    let budgets = try PlayedStory.played().facts("budget")
    func sum(_ basis: String) -> Double {
      Double(
        budgets.filter { $0["grondslag"]?.stringValue == basis }.compactMap { $0["bedrag_cent"]?.integerValue }
          .reduce(0, +))
    }
    let change = (sum("objectief_verdeelmodel") / sum("meicirculaire_2014") - 1) * 100
    #expect(abs(change + 9.03) <= 0.005)
  }

  @Test func `an amount with a broken group of thousands is refused and the group named`() throws {
    let budget = try #require(Vocabulary.standard.kind(named: "budget"))
    let field = try #require(budget.field(named: "bedrag_cent"))
    #expect(throws: ReadingError(field: "bedrag_cent", text: "€85.77.879", reason: .wrongGroup("77"))) {
      try field.value(reading: "€85.77.879")
    }
    #expect(try field.value(reading: "€85.770.879") == 8_577_087_900)
    let region = try PlayedStory.played().facts("budget").first {
      $0["regio"] == "midden-ijssel-oost-veluwe" && $0["grondslag"] == "meicirculaire_2014"
    }
    #expect(region?["bedrag_cent"] == 8_577_087_900)
    #expect(region?["bron"]?.stringValue?.hasSuffix("bijlage 9") == true)
    let signals = try PlayedStory.played().facts("signaal_bron")
    #expect(signals.contains { $0["tekst"]?.stringValue?.contains("€85.77.879") == true })
  }

  @Test func `staff is a number, a range, or not known`() throws {
    let rows = try PlayedStory.played().facts("formatie").filter { $0["functie"] == "inkoopteam" }
    let staff = Dictionary(uniqueKeysWithValues: rows.map { ($0["regio"]?.stringValue ?? "", $0) })
    let numbers = staff.compactMapValues { $0["fte"]?.doubleValue }
    #expect(
      numbers == [
        "west-brabant-west": 6, "ijsselland": 8, "zeeland": 5, "midden-ijssel-oost-veluwe": 9, "twente": 8.7,
        "holland-rijnland": 12,
      ])
    #expect(staff["zeeland"]?["fte_tot"] == 6)
    #expect(staff["utrecht-stad"]?["reden_ontbreekt"] == "nnb")
    #expect(staff.values.count { $0["fte_tot"] != nil } == 1)
  }

  @Test(arguments: [
    ("west-brabant-west", "+", "+/-", "+", "++", "++"), ("ijsselland", "+", "--", "+", "+/-", "+/-"),
    ("zeeland", "-", "++", "-", "+", "+"), ("midden-ijssel-oost-veluwe", "-", "++", "-", "++", "+"),
    ("twente", "-", "++", "-", "++", "++"), ("utrecht-stad", "+/-", "--", "+/-", "+/-", "+/-"),
    ("holland-rijnland", "nnb", "--", "-", "+/-", "+/-"),
  ])
  func `a region has the scores of its table`(
    regio: String, effect: String, burden: String, steering: String, choice: String, entry: String
  ) throws {
    let rows = try PlayedStory.played().facts("score").filter { $0["regio"]?.stringValue == regio }
    let values = Dictionary(
      uniqueKeysWithValues: rows.map { ($0["onderwerp"]?.stringValue ?? "", $0["waarde"]?.stringValue) })
    #expect(
      values == [
        "effectiviteit": effect, "administratieve_lasten": burden, "financien": "nnb",
        "sturingsmogelijkheid": steering, "keuzevrijheid": choice, "toetreding": entry,
      ])
    #expect(rows.filter { $0["richting"] == "laag_goed" }.map { $0["onderwerp"] } == ["administratieve_lasten"])
  }

  @Test func `seven regions buy in three ways and count their aanbieders`() throws {
    let story = try PlayedStory.played()
    let methods = Dictionary(grouping: story.facts("regio")) { $0["inkoopmethode"]?.stringValue ?? "" }
      .mapValues(\.count)
    #expect(methods == ["inspanning": 3, "output": 2, "taak": 2])
    let without = story.facts("regio").filter { $0["centrumgemeente"] == "nee" }.compactMap { $0["regio"]?.stringValue }
    #expect(without.sorted() == ["west-brabant-west", "zeeland"])
    let counts = story.facts("regiokenmerk").filter { $0["kenmerk"] == "aanbieders" }
    #expect(
      Dictionary(
        uniqueKeysWithValues: counts.map { ($0["regio"]?.stringValue ?? "", $0["aantal"]?.integerValue ?? 0) })
        == [
          "west-brabant-west": 150, "ijsselland": 220, "zeeland": 141, "midden-ijssel-oost-veluwe": 267,
          "twente": 293, "utrecht-stad": 104, "holland-rijnland": 90,
        ])
  }
}
