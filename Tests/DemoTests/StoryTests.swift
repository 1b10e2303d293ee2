import CanonicalJSON
import Platform
import Query
import TestSupport
import Testing
import Words
import Workspace

@testable import Demo

@Suite struct StoryTests {
  @Test func `three instances end with one fingerprint and the same facts`() throws {
    let story = try PlayedStory.played()
    #expect(story.ending.instances.map(\.regio) == ["zeeland", "twente", "ijsselland"])
    #expect(Set(story.ending.instances.map(\.fingerprint)).count == 1)
    #expect(Set(story.states.map(\.factCount)) == [story.ending.factCount])
    #expect(Set(story.states.map(\.liveCount)) == [story.ending.liveCount])
    #expect(story.states.allSatisfy { $0.heldLineCount == 0 && $0.table.faults.isEmpty })
  }

  @Test func `each instance shows the one conflict, with both values`() throws {
    for state in try PlayedStory.played().states {
      #expect(state.conflicts.count == 1)
      let conflict = try #require(state.conflicts.first)
      #expect(conflict.kind == "traject_beeindigd")
      #expect(state.slot(of: conflict)?["traject"] == .string(InventedTrajecten.disputed))
      let reasons = conflict.rows.compactMap { state.table.payloadObject($0)?["reden"]?.stringValue }
      #expect(reasons.sorted() == ["01", "03"])
    }
  }

  @Test func `each instance gives the same figures`() throws {
    let query = try Query(
      parsing: "uitval, doelrealisatie, doelrealisatie_macro, uitstroom, respons per aanbieder, kwartaal")
    let answers = try PlayedStory.played().states.map { state in
      try query.evaluate(on: state.projection(only: Query.neededColumns), vocabulary: state.vocabulary).json
    }
    #expect((answers[0].arrayValue?.count ?? 0) > 50)
    #expect(answers.allSatisfy { $0 == answers[0] })
  }

  @Test func `the reference it ends with settles the conflict`() throws {
    let folder = TemporaryFolder()
    let surroundings = Surroundings.repeatable(11)
    let ending = try DemoStory(in: folder.path, shownAs: "demo", surroundings: surroundings).play { _ in }
    let workspace = try Workspace(opening: ending.instances[0].folder, surroundings: surroundings)
    _ = try Recording(workspace).resolve([ending.unusedReference], reason: nil)
    #expect(try workspace.state().conflicts.isEmpty)
  }

  @Test func `a bundle of a stranger waits until the admission arrives`() throws {
    let applied = try PlayedStory.played().scenes.compactMap { scene -> String? in
      guard case .step(let line, let result) = scene, line.text.contains("demo/twente bundle apply") else { return nil }
      return result[.english]
    }
    #expect(applied.count == 1)
    let lines = try #require(applied.first).split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[0].contains("ijsselland.veld': 0 new"))
    #expect(lines[2].hasPrefix("kept before") && !lines[2].contains(": 0 new"))
  }

  @Test func `the line that records a region's file was run, and records nothing when typed again`() throws {
    let story = try PlayedStory.played()
    #expect(story.facts("import").count == 3)
    for instance in story.ending.instances {
      let workspace = try Workspace(opening: instance.folder, surroundings: .repeatable(1))
      let path = story.folder.path + "/demo/\(instance.regio).jsonl"
      let report = try FactImport.run(ImportRequest(path: path, language: .dutch), into: workspace)
      #expect(report.rowCount > 400)
      #expect(report.duplicateCount == report.rowCount)
      #expect(!report.hasSetAside)
    }
  }

  @Test func `a folder with something in it is refused and left alone`() throws {
    let folder = TemporaryFolder()
    let files = RealFileSystem()
    try files.writeWhole([1], to: folder.path + "/mine")
    var sceneCount = 0
    #expect(throws: DemoError.notEmpty(path: "demo")) {
      try DemoStory(in: folder.path, shownAs: "demo", surroundings: .repeatable(1)).play { _ in sceneCount += 1 }
    }
    #expect(sceneCount == 0)
    #expect(try files.names(in: folder.path) == ["mine"])
  }

  @Test func `a disk that gives up half-way ends the story with its error, and what was made stays`() throws {
    let files = MemoryFileSystem()
    let surroundings = Surroundings(files: files, clock: TickingClock(), randomness: SeededRandomness(seed: 3))
    var stepCount = 0
    #expect(throws: (any Error).self) {
      try DemoStory(in: "/demo", shownAs: "demo", surroundings: surroundings).play { scene in
        guard case .step = scene else { return }
        stepCount += 1
        if stepCount == 4 { files.setReadOnly(true) }
      }
    }
    #expect(stepCount == 4)
    #expect(files.exists("/demo/zeeland/veldlog.json"))
    #expect(files.exists("/demo/ijsselland/veldlog.json"))
  }

  @Test func `every scene has words in both languages, and its lines name the folder as typed`() throws {
    for scene in try PlayedStory.played().scenes {
      switch scene {
      case .chapter(let text), .remark(let text): #expect(!text[.dutch].isEmpty && text[.dutch] != text[.english])
      case .step(let line, let result):
        #expect(line.text.hasPrefix("veldlog --dir demo/"))
        #expect(!result[.dutch].isEmpty && !result[.english].isEmpty)
      case .view(let line): #expect(line.text.hasPrefix("veldlog --dir demo/"))
      }
    }
  }

  @Test func `a line is quoted where a shell needs it`() {
    #expect(TypedLine(["record", "a=b"]).text == "veldlog record a=b")
    #expect(TypedLine(["query", "x per y"]).text == "veldlog query 'x per y'")
    #expect(TypedLine(["init", "it's", ""]).text == "veldlog init 'it'\\''s' ''")
    #expect(TypedLine(["invite"], output: "a b.json").text == "veldlog invite > 'a b.json'")
  }
}
