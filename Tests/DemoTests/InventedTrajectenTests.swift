import CanonicalJSON
import CivilTime
import Testing
import Vocabulary

@testable import Demo

@Suite struct InventedTrajectenTests {
  private let all = DemoStory.regions.flatMap { InventedTrajecten.facts(of: $0) }

  private func facts(_ kind: String) -> [JSONObject] { all.filter { $0.kind == kind }.map(\.payload) }

  @Test func `the same seed makes the same, another seed does not`() {
    #expect(InventedTrajecten.facts(of: "twente") == InventedTrajecten.facts(of: "twente"))
    #expect(InventedTrajecten.facts(of: "twente", seed: 1) != InventedTrajecten.facts(of: "twente", seed: 2))
  }

  @Test func `every fact passes the checker`() throws {
    for fact in all {
      let kind = try #require(Vocabulary.standard.kind(named: fact.kind))
      #expect(Vocabulary.standard.problems(in: fact.payload, kind: kind) == [])
    }
  }

  @Test func `a traject starts once, at a known aanbieder, and ends after it started`() throws {
    let aanbieders = Set(facts("aanbieder").compactMap { $0["aanbieder"]?.stringValue })
    #expect(aanbieders.count == 11)
    let starts = facts("traject_gestart")
    let days = Dictionary(
      starts.map { ($0["traject"]?.stringValue ?? "", $0["datum"]?.stringValue ?? "") }, uniquingKeysWith: { a, _ in a }
    )
    #expect(days.count == 300)
    #expect(starts.allSatisfy { aanbieders.contains($0["aanbieder"]?.stringValue ?? "") })
    for end in facts("traject_beeindigd") {
      let start = try #require(days[end["traject"]?.stringValue ?? ""])
      let last = try #require(end["datum"]?.stringValue)
      #expect(start < last && start >= "2015-01-01" && last <= "2017-01-02")
    }
  }

  @Test func `goals and answers belong to trajecten that ended`() {
    let ended = Set(facts("traject_beeindigd").compactMap { $0["traject"]?.stringValue })
    for kind in ["doelscore", "tevredenheid", "zonder_hulp_verder"] {
      for fact in facts(kind) { #expect(ended.contains(fact["traject"]?.stringValue ?? ""), "\(kind)") }
    }
  }

  @Test func `the set shows what is hard: unknown reasons, open trajecten, goals left alone, few answers`() {
    let ends = facts("traject_beeindigd")
    #expect(ends.count < 300 && ends.count > 200)
    #expect(ends.contains { $0["reden"] == nil && $0["reden_ontbreekt"] == "nnb" })
    #expect(Set(ends.compactMap { $0["reden"]?.stringValue }) == ["01", "02", "03", "04", "05"])
    let goals = facts("doelscore")
    #expect(goals.contains { $0["score"] != nil } && goals.contains { $0["oordeel"] != nil })
    #expect(goals.contains { $0["score"] == nil && $0["oordeel"] == nil })
    for informant in ["jeugdige", "ouder"] {
      let count = facts("tevredenheid").count { $0["informant"]?.stringValue == informant }
      #expect(count > 30 && count < ends.count)
    }
  }

  @Test func `how the disputed traject ended is left to the story`() {
    let disputed = JSONValue.string(InventedTrajecten.disputed)
    #expect(facts("traject_gestart").count { $0["traject"] == disputed && $0["regio"] == "zeeland" } == 1)
    #expect(!facts("traject_beeindigd").contains { $0["traject"] == disputed })
  }
}
