import CanonicalJSON
import EventLog
import Identity
import Merge
import TestSupport
import Testing
import Vocabulary

@testable import Workspace

@Suite struct RecordingTests {
  private static func end(_ reason: String, _ note: String? = nil) -> JSONObject {
    var object = payload(["traject": "T-1", "datum": "2016-05-02", "reden": .string(reason)])
    object["toelichting"] = note.map { .string($0) }
    return object
  }

  /// The bytes of a log, as text.
  private static func text(_ log: LogID, _ fixture: ImportFixture) throws -> String {
    let folder = fixture.workspace.logsPath + "/" + log.text
    return try fixture.files.names(in: folder).map {
      String(decoding: try fixture.files.contents(of: folder + "/" + $0), as: UTF8.self)
    }.joined()
  }

  private static func record(
    _ payload: JSONObject, _ fixture: ImportFixture, audience: Audience? = nil, replaces: [Reference] = []
  ) throws -> Reference {
    try Recording(fixture.workspace).record("traject_beeindigd", payload, replaces: replaces, audience: audience)
      .reference
  }

  @Test func `a correction of a private fact stays private when line 1 of its log is damaged`() throws {
    let fixture = try ImportFixture()
    let known = try Self.record(Self.end("01"), fixture, audience: .prive)
    let folder = fixture.workspace.logsPath + "/" + known.log.text
    let part = folder + "/" + (try #require(try fixture.files.names(in: folder).first))
    var bytes = try fixture.files.contents(of: part)
    bytes[0] ^= 1
    try fixture.files.writeWhole(bytes, to: part)
    let before = try Self.text(fixture.workspace.log, fixture)
    _ = try? Recording(fixture.workspace).correct(known.text, ["reden": "03"], reason: "geheim")
    _ = try? Recording(fixture.workspace).retract(known.text, reason: "geheim")
    #expect(try Self.text(fixture.workspace.log, fixture) == before)
  }

  @Test func `undoing an import tells nobody a private fact that one of its rows replaced`() throws {
    let fixture = try ImportFixture()
    let secret = try Self.record(Self.end("01", "geheim"), fixture, audience: .prive)
    let recording = try Recording(fixture.workspace)
    let row = try recording.append(
      [Draft(kind: "traject_beeindigd", payload: Self.end("03"), replaces: [secret])], to: .gedeeld)[0]
    let span: JSONObject = payload(["eerste": .string(row.text), "laatste": .string(row.text)])
    let made = try recording.append([Draft(kind: "import", payload: span)], to: .gedeeld)[0]
    recording.forgetFacts()
    let undone = try recording.undoImport(made.text, reason: "proef")
    #expect(undone.restoredCount == 1)
    #expect(!(try Self.text(fixture.workspace.log, fixture)).contains("geheim"))
    #expect(try fixture.payloads("traject_beeindigd") == [Self.end("01", "geheim")])
    #expect(try fixture.workspace.ownState().conflicts.isEmpty)
    #expect(try fixture.payloads("import").isEmpty)
  }

  @Test func `what takes the place of a fact must be able to`() throws {
    let fixture = try ImportFixture()
    let shared = try Self.record(Self.end("01"), fixture)
    let table = try fixture.workspace.ownState().table
    let header = table.reference(try #require(table.branch(of: shared.log)).rows.lowerBound)
    func refusal(_ target: Reference, _ audience: Audience? = nil) throws -> String {
      let before = try fixture.disk()
      let error = #expect(throws: WorkspaceError.self) {
        try Self.record(Self.end("03"), fixture, audience: audience, replaces: [target])
      }
      #expect(try fixture.disk() == before)
      return error.map { String(describing: $0) } ?? ""
    }
    #expect(try refusal(shared, .prive).hasPrefix("audienceTooWide"))
    #expect(try refusal(header).hasPrefix("structural"))
    #expect(try refusal(Reference(log: shared.log, seq: 900, tag: shared.tag)).hasPrefix("noSuchReference"))
    _ = try Self.record(Self.end("02"), fixture, replaces: [shared])
    #expect(try refusal(shared).hasPrefix("notLive"))
    #expect(try fixture.payloads("traject_beeindigd") == [Self.end("02")])
  }

  @Test func `what was just recorded can be replaced in the same go, and once`() throws {
    let fixture = try ImportFixture()
    let recording = try Recording(fixture.workspace)
    let first = try recording.record("traject_beeindigd", Self.end("01")).reference
    _ = try recording.record("traject_beeindigd", Self.end("02"), replaces: [first])
    #expect(throws: WorkspaceError.self) {
      try recording.record("traject_beeindigd", Self.end("03"), replaces: [first])
    }
    #expect(try fixture.payloads("traject_beeindigd") == [Self.end("02")])
  }

  @Test func `a beheerder makes no beheerder, and ends no revocation of one`() throws {
    let region = Region()
    try region.found("/a")
    for name in ["/b", "/c", "/d"] { try region.join(name, to: "/a") }
    for name in ["/b", "/c"] {
      _ = try Recording(try region.open("/a")).admit(try region.open(name).log, role: .beheerder)
    }
    _ = try Recording(try region.open("/a")).revoke(try region.open("/c").log)
    try region.bundle("/a.veld", from: "/a")
    try region.apply("/a.veld", at: "/b")
    let before = try region.tree("/b/logs")
    for (name, role) in [("/d", Role.beheerder), ("/c", .onderzoeker), ("/c", .beheerder)] {
      let error = #expect(throws: WorkspaceError.self) {
        try Recording(try region.open("/b")).admit(try region.open(name).log, role: role)
      }
      #expect(error.map { String(describing: $0).hasPrefix("mayNotAdmit") } == true)
    }
    #expect(try region.tree("/b/logs") == before)
    try region.admit("/d", at: "/b")
    let members = try region.open("/b").state().members.members
    #expect(members[try region.open("/d").log]?.role == .onderzoeker)
    _ = try Recording(try region.open("/a")).admit(try region.open("/c").log, role: .beheerder)
    #expect(try region.open("/a").state().members.members[try region.open("/c").log]?.isRevoked == false)
  }
}
