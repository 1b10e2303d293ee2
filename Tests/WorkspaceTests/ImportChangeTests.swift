import CanonicalJSON
import EventLog
import Merge
import Platform
import TestSupport
import Testing
import Vocabulary

@testable import Workspace

@Suite struct ImportChangeTests {
  private static func ends(_ reasons: [String]) -> String {
    var text = "traject,datum,reden\n"
    for (index, reason) in reasons.enumerated() { text += "T-\(index + 1),2016-05-02,\(reason)\n" }
    return text
  }

  private static func reasons(_ fixture: ImportFixture) throws -> [String] {
    try fixture.payloads("traject_beeindigd").sorted { $0["traject"]!.stringValue! < $1["traject"]!.stringValue! }
      .map { $0["reden"]?.stringValue ?? "" }
  }

  @Test func `a row that differs is named with its fields, and recorded only when asked`() throws {
    let fixture = try ImportFixture()
    try fixture.file("a.csv", Self.ends(["01", "01", "01"]))
    try fixture.load("a.csv", kind: "traject_beeindigd")
    try fixture.file("b.csv", Self.ends(["01", "03", ""]))
    let report = try fixture.load("b.csv", kind: "traject_beeindigd")
    #expect(report.counts == [3, 0, 1, 2, 0])
    #expect(report.hasSetAside)
    #expect(report.changes.map(\.line) == [3, 4])
    #expect(report.changes[0].fields.map(\.name) == ["reden"])
    #expect(report.changes[0].fields[0].known == "01")
    #expect(report.changes[1].fields[0].found == nil)
    let updated = try fixture.load("b.csv", kind: "traject_beeindigd") { $0.isUpdating = true }
    #expect(updated.counts == [3, 2, 1, 2, 0])
    #expect(!updated.hasSetAside)
    #expect(try Self.reasons(fixture) == ["01", "03", ""])
    #expect(try fixture.workspace.state().conflicts.isEmpty)
    #expect(try fixture.load("b.csv", kind: "traject_beeindigd").counts == [3, 0, 3, 0, 0])
  }

  @Test func `rows of one file are held against each other`() throws {
    let fixture = try ImportFixture()
    let text = "traject,datum,reden\nT-1,2016-05-02,01\nT-1,2016-05-02,01\nT-1,2016-05-02,03\n"
    try fixture.file("a.csv", text)
    let report = try fixture.load("a.csv", kind: "traject_beeindigd")
    #expect(report.counts == [3, 1, 1, 1, 0])
    #expect(report.changes[0].known == .line(2))
    let other = try ImportFixture(seed: 2)
    try other.file("a.csv", text)
    let updated = try other.load("a.csv", kind: "traject_beeindigd") { $0.isUpdating = true }
    #expect(updated.counts == [3, 1, 1, 0, 1])
    #expect(try Self.reasons(other) == ["01"])
    #expect(try other.workspace.state().conflicts.isEmpty)
  }

  @Test func `a file with two rows about the same records nothing when it is imported again`() throws {
    let fixture = try ImportFixture()
    try fixture.file("known.csv", Self.ends(["01"]))
    try fixture.load("known.csv", kind: "traject_beeindigd")
    try fixture.file("a.csv", "traject,datum,reden\nT-1,2016-05-02,02\nT-1,2016-05-02,01\nT-1,2016-05-02,02\n")
    let counts = try (0..<3).map { _ in
      try fixture.load("a.csv", kind: "traject_beeindigd") { $0.isUpdating = true }.counts
    }
    #expect(counts == [[3, 1, 1, 1, 1], [3, 0, 2, 0, 1], [3, 0, 2, 0, 1]])
    #expect(try Self.reasons(fixture) == ["02"])
    #expect(try fixture.text("a.csv.rejected.csv").contains("regel 2 zegt iets anders"))
  }

  @Test func `a row too long for a line with its note sets only itself aside`() throws {
    let fixture = try ImportFixture()
    let note = String(repeating: "lang verhaal ", count: 110_000)
    try fixture.file(
      "a.csv",
      "traject,datum,reden,toelichting\nT-1,2016-05-02,01,\nT-2,2016-05-02,01,\(note)\nT-3,2016-05-02,01,kort\n")
    #expect(try fixture.load("a.csv", kind: "traject_beeindigd").counts == [3, 2, 0, 0, 1])
    #expect(try Self.reasons(fixture) == ["01", "01"])
    let half = String(note.prefix(700_000))
    try fixture.file("b.csv", "traject,datum,reden,toelichting\nT-4,2016-05-02,01,\(half)\n")
    #expect(try fixture.load("b.csv", kind: "traject_beeindigd").counts == [1, 1, 0, 0, 0])
  }

  @Test func `a row for more readers cannot take the place of a private fact`() throws {
    let fixture = try ImportFixture()
    let secret = try Recording(fixture.workspace).record(
      "traject_beeindigd", payload(["traject": "T-1", "datum": "2016-05-02"]), audience: .prive
    ).reference
    try fixture.file(
      "a.jsonl",
      #"{"kind":"traject_beeindigd","payload":{"traject":"T-1","datum":"2016-05-03"},"replaces":["\#(secret.text)"]}"#)
    #expect(try fixture.load("a.jsonl", kind: nil).counts == [1, 0, 0, 0, 1])
    #expect(try fixture.payloads("traject_beeindigd").map { $0["datum"] } == ["2016-05-02"])
  }

  @Test func `undoing an import takes everything back, and the file can be imported again`() throws {
    let fixture = try ImportFixture()
    try fixture.file("a.csv", ImportFixture.trajecten(2100))
    let report = try fixture.load("a.csv")
    let undone = try fixture.undo(report)
    #expect([undone.retractedCount, undone.restoredCount, undone.leftCount] == [2100, 0, 0])
    #expect(try fixture.payloads("traject_gestart").isEmpty)
    #expect(try fixture.payloads("import").isEmpty)
    #expect(throws: WorkspaceError.self) { try fixture.undo(report) }
    #expect(try fixture.load("a.csv").counts == [2100, 2100, 0, 0, 0])
    #expect(
      try LogVerifier.verify(
        fixture.workspace.log, in: fixture.workspace.logsPath, files: fixture.files, workspace: fixture.workspace.log
      ).flatMap(\.findings).isEmpty)
  }

  @Test func `undoing an update puts the old values back`() throws {
    let fixture = try ImportFixture()
    try fixture.file("a.csv", Self.ends(["01", "02"]))
    try fixture.load("a.csv", kind: "traject_beeindigd")
    try fixture.file("b.csv", Self.ends(["03", "02", "04"]))
    let report = try fixture.load("b.csv", kind: "traject_beeindigd") { $0.isUpdating = true }
    #expect(report.counts == [3, 2, 1, 1, 0])
    let undone = try fixture.undo(report)
    #expect([undone.retractedCount, undone.restoredCount, undone.leftCount] == [1, 1, 0])
    #expect(try Self.reasons(fixture) == ["01", "02"])
    #expect(try fixture.workspace.state().conflicts.isEmpty)
  }

  @Test func `a file with two rows about the same is taken back whole`() throws {
    let fixture = try ImportFixture()
    try fixture.file("a.csv", "traject,datum,reden\nT-1,2016-05-02,01\nT-1,2016-05-02,03\n")
    let report = try fixture.load("a.csv", kind: "traject_beeindigd") { $0.isUpdating = true }
    let undone = try fixture.undo(report)
    #expect([undone.retractedCount, undone.restoredCount, undone.leftCount] == [1, 0, 0])
    #expect(try Self.reasons(fixture).isEmpty)
  }

  @Test func `what someone corrected since stays, and is counted`() throws {
    let fixture = try ImportFixture()
    try fixture.file("a.csv", Self.ends(["01", "01", "01"]))
    let report = try fixture.load("a.csv", kind: "traject_beeindigd")
    let first = report.reference!.seq - 3
    _ = try Recording(fixture.workspace).correct(":\(first)", ["reden": "04"], reason: "nagekeken")
    _ = try Recording(fixture.workspace).retract(":\(first + 1)", reason: "dubbel")
    let undone = try fixture.undo(report)
    #expect([undone.retractedCount, undone.restoredCount, undone.leftCount] == [1, 0, 1])
    #expect(try Self.reasons(fixture) == ["04"])
  }

  @Test func `only an import can be undone`() throws {
    let fixture = try ImportFixture()
    try fixture.file("a.csv", Self.ends(["01"]))
    let report = try fixture.load("a.csv", kind: "traject_beeindigd")
    #expect(throws: WorkspaceError.self) {
      try Recording(fixture.workspace).undoImport(":\(report.reference!.seq - 1)", reason: "proef")
    }
  }

  @Test func `facts for several audiences go to their own logs, and are undone together`() throws {
    let fixture = try ImportFixture()
    let kind = try #require(Vocabulary.standard.kinds.first { $0.audience == .prive && !$0.isReserved })
    let line: JSONValue = ["kind": .string(kind.name), "payload": .object(kind.example)]
    let shared = #"{"kind":"traject_beeindigd","payload":{"traject":"T-1","datum":"2016-05-02"}}"#
    try fixture.file("a.jsonl", line.canonicalText + "\n" + shared + "\n")
    let report = try fixture.load("a.jsonl", kind: nil)
    #expect(report.counts == [2, 2, 0, 0, 0])
    #expect(report.reference?.log == fixture.workspace.log)
    #expect(try fixture.payloads(kind.name).count == 1)
    #expect(try fixture.payloads("import").count == 2)
    let undone = try fixture.undo(report)
    #expect(undone.retractedCount == 2)
    #expect(try fixture.payloads(kind.name).isEmpty)
    #expect(try fixture.payloads("import").isEmpty)
  }
}
