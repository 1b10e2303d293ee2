import CanonicalJSON
import EventLog
import Merge
import Platform
import Query
import TestSupport
import Testing
import Vocabulary

@testable import Projection
@testable import Workspace

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

private let allFlips = getenv("VELDLOG_ALL_FLIPS") != nil

/// Whatever becomes of a snapshot, the answer is that of the logs.
@Suite struct SnapshotDamageTests {
  static let path = "/a/" + FigureFacts.snapshotName

  /// An instance with a snapshot, and what its facts are.
  static func kept() throws -> (region: Region, workspace: Workspace, said: [String], bytes: [UInt8]) {
    let region = try FigureFactsTests.region()
    let workspace = try region.open("/a")
    let facts = try facts(workspace)
    facts.keep()
    return (region, workspace, try facts.said, try region.files.contents(of: path))
  }

  static func facts(_ workspace: Workspace, program: String = "1") throws -> FigureFacts {
    try workspace.figureFacts(only: Query.neededColumns, program: program)
  }

  @Test func `a byte that is another, anywhere, changes no answer`() throws {
    let (region, workspace, said, bytes) = try Self.kept()
    var seenCount = 0
    for offset in bytes.indices where allFlips || offset < 64 || offset % 101 == 0 {
      var damaged = bytes
      damaged[offset] ^= 1 << UInt8(offset % 8)
      try region.files.writeWhole(damaged, to: Self.path)
      let facts = try Self.facts(workspace)
      #expect(try facts.said == said, "byte \(offset)")
      if facts.state != nil { seenCount += 1 }
    }
    // What is free, or looked at only when there are new lines, may be anything.
    #expect(seenCount >= 64)
  }

  @Test func `a byte of the slots that is another hides no conflict`() throws {
    let (region, before, _, bytes) = try Self.kept()
    let key = SnapshotKey(
      program: "1", vocabulary: before.vocabulary, columns: Query.neededColumns,
      workspace: before.settings.workspace, ownPrivate: before.ownPrivate)
    let snapshot = try #require(Snapshot(in: PrivateBytes(copying: bytes), for: key.bytes))
    let slots = snapshot.bytes(of: snapshot.manifest.slotHashes)
    #expect(slots.count > 40)
    try region.record("T-3", ended: "2016-03-09", at: "/b")
    try region.exchange(from: "/b", to: "/a")
    let workspace = try region.open("/a")
    let said = try workspace.figureFacts(only: Query.neededColumns, program: nil).said
    for offset in slots {
      var damaged = bytes
      damaged[offset] ^= 1 << UInt8(offset % 8)
      try region.files.writeWhole(damaged, to: Self.path)
      #expect(try Self.facts(workspace).said == said, "byte \(offset)")
    }
  }

  @Test func `a snapshot that was cut, is longer, is empty, is a folder or is gone is made anew`() throws {
    let (region, workspace, said, bytes) = try Self.kept()
    for count in Array(0..<70) + Array(stride(from: 70, to: bytes.count, by: 1999)) + [bytes.count - 1] {
      try region.files.writeWhole(Array(bytes[..<count]), to: Self.path)
      let facts = try Self.facts(workspace)
      #expect(try facts.state != nil && facts.said == said, "\(count) bytes")
    }
    try region.files.writeWhole(bytes + [0], to: Self.path)
    #expect(try Self.facts(workspace).state != nil)
    try region.files.remove(Self.path)
    #expect(try Self.facts(workspace).said == said)
    try region.files.makeFolder(Self.path, mode: 0o700)
    #expect(try Self.facts(workspace).said == said)
    try Self.facts(workspace).keep()
    try region.files.remove(Self.path)
    try Self.facts(workspace).keep()
    #expect(try Self.facts(workspace).state == nil)
  }

  @Test func `another program, vocabulary, choice of columns or private log has no use for it`() throws {
    let (_, workspace, _, _) = try Self.kept()
    #expect(try Self.facts(workspace).state == nil)
    #expect(try Self.facts(workspace, program: "2").state != nil)
    var columns = Query.neededColumns
    columns["contract"] = ["contract"]
    #expect(try workspace.figureFacts(only: columns, program: "1").state != nil)
    let vocabulary = Vocabulary.standard.adding(
      [try #require(Vocabulary.standard.codeList(named: "reden")?.codes.first)], to: "regio")
    let other = try Workspace(opening: "/a", surroundings: workspace.surroundings, vocabulary: vocabulary)
    #expect(try Self.facts(other).state != nil)
  }

  @Test func `a disk that fails at any call while it is written changes no answer`() throws {
    let start = try FigureFactsTests.region()
    let whole = start.copy()
    let facts = try Self.facts(try whole.open("/a"))
    let said = try facts.said
    let before = whole.files.callCount
    facts.keep()
    let callCount = whole.files.callCount - before
    #expect(callCount > 20)
    for number in 1...callCount {
      for fault in [Fault.powerCut, .fails(.diskFull), .writesOnly(9, then: .diskFull)] {
        let region = start.copy()
        let facts = try Self.facts(try region.open("/a"))
        region.files.inject(fault, atCall: region.files.callCount + number)
        facts.keep()
        region.files.clearFaults()
        let survivals: [PowerCutSurvival] = [.nothing, .everything, .chanceWithZeroes(seed: UInt64(number))]
        for found in fault == .powerCut ? survivals.map({ Region(region.files.afterPowerCut($0)) }) : [region] {
          let workspace = try found.open("/a")
          let again = try Self.facts(workspace)
          #expect(try again.said == said, "\(fault) at call \(number)")
          again.keep()
          #expect(try Self.facts(workspace).state == nil, "\(fault) at call \(number)")
          #expect(try found.files.names(in: "/a/cache") == ["figures.snapshot"])
        }
      }
    }
  }

  @Test func `a disk that can only be read gives the same answer`() throws {
    let (region, workspace, said, _) = try Self.kept()
    region.files.setReadOnly(true)
    #expect(try Self.facts(workspace).state == nil)
    let facts = try Self.facts(workspace, program: "2")
    facts.keep()
    #expect(try facts.said == said)
  }

  @Test func `on a real disk it is its owner's alone, and is mapped`() throws {
    let folder = TemporaryFolder()
    let workspace = try Workspace.make(
      at: folder.path + "/a", naam: "Proef", regio: "zeeland", who: "laptop", surroundings: .repeatable(7))
    for number in 1...3 {
      _ = try Recording(workspace).record("traject_beeindigd", try FigureFactsTests.end("T-\(number)", "2016-02-27"))
    }
    #expect(try !FigureFactsTests.agrees(workspace))
    #expect(try FigureFactsTests.agrees(workspace))
    let path = folder.path + "/a/" + FigureFacts.snapshotName
    #expect(try workspace.files.entry(at: path)?.permissions == 0o600)
    _ = try Recording(workspace).record("traject_beeindigd", try FigureFactsTests.end("T-4", "2016-02-27"))
    #expect(try FigureFactsTests.agrees(workspace))
    // Nobody's new facts are written into the file.
    #expect(try FigureFactsTests.agrees(workspace))
  }

  @Test func `a file of the same bytes in the place of a log is another file`() throws {
    let folder = TemporaryFolder()
    let workspace = try Workspace.make(
      at: folder.path + "/a", naam: "Proef", regio: "zeeland", who: "laptop", surroundings: .repeatable(7))
    _ = try Recording(workspace).record("traject_beeindigd", try FigureFactsTests.end("T-1", "2016-02-27"))
    try FigureFactsTests.agrees(workspace)
    #expect(try FigureFactsTests.agrees(workspace))
    let path = try #require(
      try LogFolder(workspace.log, in: workspace.logsPath, files: workspace.files).parts().last
    ).path
    try workspace.files.writeWhole(try workspace.files.contents(of: path), to: path)
    #expect(try !FigureFactsTests.agrees(workspace))
  }
}
