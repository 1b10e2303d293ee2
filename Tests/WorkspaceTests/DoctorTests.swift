import CanonicalJSON
import EventLog
import Platform
import TestSupport
import Testing
import Vocabulary

@testable import Workspace

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@Suite struct DoctorTests {
  private static func codes(_ fixture: ImportFixture) throws -> [String] {
    try Doctor.findings(in: fixture.workspace).map(\.code)
  }

  @Test func `a new instance is well`() throws {
    #expect(try Self.codes(try ImportFixture()).isEmpty)
  }

  @Test func `an id that nobody introduced is named with the facts that use it`() throws {
    let fixture = try ImportFixture()
    try fixture.file("a.csv", ImportFixture.trajecten(3))
    try fixture.file("b.csv", "traject,datum\nT-1,2016-05-02\nT-8,2016-05-02\nT-9,2016-05-02\n")
    try fixture.load("a.csv")
    let report = try fixture.load("b.csv", kind: "traject_beeindigd")
    let findings = try Doctor.findings(in: fixture.workspace)
    #expect(
      findings.map(\.matter) == [
        .unknownReference(.aanbieder, kind: "traject_gestart", names: ["zee-003"]),
        .unknownReference(.traject, kind: "traject_beeindigd", names: ["T-8", "T-9"]),
      ])
    #expect(findings.map(\.count) == [3, 2])
    #expect(findings[1].places.first?.hasPrefix("\(report.reference!.log):\(report.reference!.seq - 2)#") == true)
    #expect(findings.map(\.isDamage) == [false, false])
    _ = try Recording(fixture.workspace).record("aanbieder", payload(["aanbieder": "zee-003"]))
    #expect(try Self.codes(fixture) == ["unknown_reference"])
  }

  @Test func `facts that break the rules, and kinds that are not known, are listed`() throws {
    let fixture = try ImportFixture()
    let writer = try Recording(fixture.workspace).writer(for: .gedeeld)
    try writer.append([
      Draft(kind: "intake", payload: payload(["traject": "T-1"])),
      Draft(kind: "uit_de_toekomst", payload: payload(["a": 1])),
    ])
    let matters = try Doctor.findings(in: fixture.workspace).map(\.matter)
    #expect(matters.contains(.brokenPayload(kind: "intake")))
    #expect(matters.contains(.unknownKind("uit_de_toekomst")))
  }

  @Test func `a damaged line is damage, a torn one is not`() throws {
    let fixture = try ImportFixture()
    _ = try Recording(fixture.workspace).record("aanbieder", payload(["aanbieder": "zee-003"]))
    let path = fixture.workspace.logsPath + "/\(fixture.workspace.log)/0000000001.jsonl"
    let bytes = try fixture.files.contents(of: path)
    try fixture.files.writeWhole(bytes + Array("{\"chain\"".utf8), to: path)
    let torn = try Doctor.findings(in: fixture.workspace)
    #expect(torn.map(\.matter) == [.tornTail(log: fixture.workspace.log, byteCount: 8)])
    #expect(!torn[0].isDamage)
    var damaged = bytes
    let place = try #require(damaged.lastIndex(of: UInt8(ascii: "}")))
    damaged[place] = UInt8(ascii: "]")
    try fixture.files.writeWhole(damaged, to: path)
    let found = try Doctor.findings(in: fixture.workspace)
    #expect(found.first?.matter == .damagedLines(log: fixture.workspace.log))
    #expect(found.first?.isDamage == true)
    #expect(found.first?.places.first?.hasPrefix(path + ":") == true)
  }

  @Test func `a clock that went back is told, and so is one that is behind now`() throws {
    let fixture = try ImportFixture()
    func record(_ name: String, at time: Int64) throws {
      let surroundings = Surroundings(
        files: fixture.files, clock: ManualClock(at: time), randomness: SeededRandomness(seed: 3))
      let workspace = try Workspace(opening: fixture.workspace.root, surroundings: surroundings)
      _ = try Recording(workspace).record("aanbieder", payload(["aanbieder": .string(name)]))
    }
    let start = fixture.workspace.surroundings.clock.now()
    try record("a", at: start + 3_600_000)
    try record("b", at: start + 3_590_000)
    #expect(try Self.codes(fixture) == ["clock_is_behind"])
    try record("c", at: start + 10_000)
    #expect(try Self.codes(fixture) == ["clock_went_back"])
  }

  @Test func `keys that are gone, spoilt or open to others are told`() throws {
    let fixture = try ImportFixture()
    let path = fixture.workspace.keysPath + "/" + fixture.workspace.log.text
    let bytes = try fixture.files.contents(of: path)
    chmod(path, 0o644)
    #expect(try Self.codes(fixture) == ["open_permissions"])
    try fixture.files.writeWhole(Array("geen sleutel".utf8), to: path)
    #expect(try Self.codes(fixture) == ["damaged_key"])
    try fixture.files.remove(path)
    #expect(try Self.codes(fixture) == ["missing_key"])
    try fixture.files.writeWhole(bytes, to: path)
    #expect(try Self.codes(fixture).isEmpty)
  }

  @Test func `an instance that nobody admitted is told so, and leftovers are found`() throws {
    let fixture = try ImportFixture()
    let invite = try fixture.workspace.invite()
    let joined = try Workspace.make(
      at: fixture.folder.path + "/v", naam: "", regio: "twente", who: "laptop 2", invite: invite,
      surroundings: .repeatable(9))
    let codes = try Doctor.findings(in: joined).map(\.code)
    #expect(codes.contains("not_admitted"))
    try fixture.file("w/logs/.tmp-x", "")
    #expect(try Self.codes(fixture) == ["leftovers"])
  }
}
