import CanonicalJSON
import EventLog
import Platform
import Projection
import Query
import TestSupport
import Testing

@testable import Workspace

/// A snapshot holds nothing longer, or in another place, than the logs do.
@Suite struct SnapshotPrivacyTests {
  static func erase(_ traject: String, at name: String, of region: Region) throws {
    var request = ErasureRequest()
    request.trajecten = [traject]
    try ErasingTests.erase(request, at: name, of: region)
  }

  @Test func `an erasure leaves nothing in a snapshot`() throws {
    let region = try FigureFactsTests.region()
    try FigureFactsTests.agrees(try region.open("/a"))
    #expect(try region.filesHolding("T-3", in: "/a/cache") != [])
    try Self.erase("T-3", at: "/a", of: region)
    #expect(try region.filesHolding("T-3", in: "/a/cache") == [])
    try FigureFactsTests.agrees(try region.open("/a"))
    try region.exchange(from: "/a", to: "/b")
    #expect(try region.filesHolding("T-3", in: "/a") == [])
  }

  @Test func `an erasure that comes while a snapshot is written leaves nothing in it`() throws {
    let start = try FigureFactsTests.region()
    let facts = try SnapshotDamageTests.facts(try start.open("/a"))
    try Self.erase("T-3", at: "/a", of: start)
    facts.keep()
    #expect(try start.filesHolding("T-3", in: "/a") == [])
    try FigureFactsTests.agrees(try start.open("/a"))
  }

  @Test func `what a process that was ended left goes with the next snapshot, and with an erasure`() throws {
    for isErased in [false, true] {
      let region = try FigureFactsTests.region()
      let facts = try SnapshotDamageTests.facts(try region.open("/a"))
      region.files.inject(.powerCut, atCall: region.files.callCount + 30)
      facts.keep()
      let found = Region(region.files.afterPowerCut(.everything))
      #expect(try found.files.names(in: "/a/cache").contains { $0.hasPrefix(".tmp-") })
      if isErased {
        try Self.erase("T-3", at: "/a", of: found)
        #expect(try found.filesHolding("T-3", in: "/a") == [])
      } else {
        try FigureFactsTests.agrees(try found.open("/a"))
        #expect(try found.files.names(in: "/a/cache") == ["figures.snapshot"])
      }
    }
  }

  @Test func `while a private log has facts that figures are about there is no snapshot, so none is left by a lock`()
    throws
  {
    let region = try FigureFactsTests.region()
    try FigureFactsTests.agrees(try region.open("/a"))
    _ = try Recording(try region.open("/a")).record(
      "traject_beeindigd", try FigureFactsTests.end("T-geheim", "2016-03-01"), audience: .prive)
    for _ in 1...2 {
      #expect(try !FigureFactsTests.agrees(try region.open("/a")))
      #expect(!region.files.exists(SnapshotDamageTests.path))
    }
    try region.close("/a")
    #expect(try region.filesHolding("T-geheim", in: "/a") == [])
    try FigureFactsTests.agrees(try region.open("/a"))
    #expect(try region.filesHolding("T-geheim", in: "/a") == [])
  }

  @Test func `names behind codes are in no snapshot`() throws {
    let region = try FigureFactsTests.region()
    try region.recordName(1, at: "/a")
    try FigureFactsTests.agrees(try region.open("/a"))
    #expect(try FigureFactsTests.agrees(try region.open("/a")))
    #expect(try region.filesHolding("Voorbeeldnaam", in: "/a/cache") == [])
    try region.close("/a")
    try FigureFactsTests.agrees(try region.open("/a"))
    try region.unlock("/a")
    try FigureFactsTests.agrees(try region.open("/a"))
  }
}
