import CanonicalJSON
import EventLog
import Merge
import Platform
import Testing
import Vocabulary

@testable import Workspace

/// The status from a snapshot is that from the logs, whatever happened in between.
@Suite struct StatusReadingTests {
  static let path = "/a/" + StatusReading.snapshotName

  /// Compares what the snapshot says with what the logs say, and keeps a new one where it was not taken.
  ///
  /// - Returns: Whether it was.
  @discardableResult
  static func agrees(_ workspace: Workspace, _ comment: String = "") throws -> Bool {
    let reading = try StatusReading(of: workspace, program: "1")
    let read = try Status(of: workspace)
    #expect(reading.status.json.canonicalBytes == read.json.canonicalBytes, "\(comment)")
    #expect("\(reading.status)" == "\(read)", "\(comment)")
    reading.keep()
    return reading.isFromSnapshot
  }

  @Test(arguments: FigureFactsTests.events)
  func `after whatever happened the status is that of the logs`(_ event: FigureFactsTests.Event) throws {
    let region = try FigureFactsTests.region()
    #expect(try !Self.agrees(try region.open("/a")))
    #expect(try Self.agrees(try region.open("/a")))
    try event.happens(region)
    let isEnough = try Self.agrees(try region.open("/a"), event.testDescription)
    #expect(isEnough || !event.isEnough)
    // What was kept now is of use, but for logs with lines that are not right.
    let isRight = try Status(of: try region.open("/a")).faultCount == 0
    #expect(try Self.agrees(try region.open("/a"), event.testDescription) == isRight)
    _ = try? region.start("T-87", at: "/a")
    try Self.agrees(try region.open("/a"), event.testDescription)
  }

  @Test func `a new fact counts, a correction takes the place of another, and the own log goes on`() throws {
    let region = try FigureFactsTests.region()
    try Self.agrees(try region.open("/a"))
    let before = try Status(of: try region.open("/a"))
    try region.start("T-90", at: "/a")
    try region.correct("T-3", at: "/a")
    let reading = try StatusReading(of: try region.open("/a"), program: "1")
    #expect(reading.isFromSnapshot)
    #expect(reading.status.factCount == before.factCount + 2 && reading.status.liveCount == before.liveCount + 1)
    #expect(reading.status.fingerprint != before.fingerprint)
    try Self.agrees(try region.open("/a"))
  }

  @Test func `what was erased, by whom, and what is in doubt since, comes from the snapshot too`() throws {
    let region = try FigureFactsTests.region()
    var request = ErasureRequest()
    request.trajecten = ["T-2"]
    try ErasingTests.erase(request, at: "/a", of: region)
    try region.start("T-2", at: "/b")
    try region.exchange(from: "/b", to: "/a")
    try Self.agrees(try region.open("/a"))
    let reading = try StatusReading(of: try region.open("/a"), program: "1")
    #expect(reading.isFromSnapshot)
    #expect(reading.status.erasures.decisions.count == 1 && !reading.status.erasures.doubts.isEmpty)
    try Self.agrees(try region.open("/a"))
    // Whether a new fact is one of a person who was erased only the logs can say.
    try region.start("T-91", at: "/a")
    #expect(try !Self.agrees(try region.open("/a")))
  }

  @Test func `all that a status can say is written down and read again`() throws {
    let region = try FigureFactsTests.region()
    try region.files.duplicate("/b", to: "/d")
    try region.start("T-98", at: "/b")
    try region.start("T-99", at: "/d")
    for name in ["/b", "/d"] { try region.exchange(from: name, to: "/a") }
    var request = ErasureRequest()
    request.trajecten = ["T-2"]
    try ErasingTests.erase(request, at: "/a", of: region)
    try region.start("T-2", at: "/b")
    try region.exchange(from: "/b", to: "/a")
    let workspace = try region.open("/a")
    let lines = StatusOfLines(of: try workspace.state(), in: workspace)
    #expect(!lines.forks.isEmpty && !lines.erasures.doubts.isEmpty)
    #expect(StatusOfLines(lines.encoded) == lines)
    for count in 0..<lines.encoded.count { #expect(StatusOfLines(Array(lines.encoded[..<count])) == nil) }
  }

  @Test func `logs that nobody sent are named by the snapshot too`() throws {
    let devices = Devices()
    try devices.found("/a", on: "/home")
    _ = try devices.record("R-1", at: "/a", on: "/home", audience: .regio)
    let shared = try #require(try devices.open("/a", on: "/home").settings.logs[.regio])
    let parts = try LogFolder(shared, in: "/a/logs", files: devices.files).parts()
    try devices.files.remove(try #require(parts.first).path)
    let workspace = try devices.open("/a", on: "/home")
    #expect(try !Status(of: workspace).absent.isEmpty)
    try Self.agrees(workspace)
    #expect(try Self.agrees(workspace))
  }

  /// Facts that come, change and go at two instances that meet now and then.
  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `through any history the status is that of the logs`(seed: UInt64) throws {
    try FigureFactsTests.forHistory(seed, Self.agrees)
  }

  @Test func `a byte that is another, anywhere, changes nothing, nor does a file that was cut`() throws {
    let region = try FigureFactsTests.region()
    let workspace = try region.open("/a")
    try Self.agrees(workspace)
    let bytes = try region.files.contents(of: Self.path)
    var damagedCount = 0
    for offset in bytes.indices where offset < 64 || offset % 7 == 0 {
      var damaged = bytes
      damaged[offset] ^= 1 << UInt8(offset % 8)
      try region.files.writeWhole(damaged, to: Self.path)
      let reading = try StatusReading(of: workspace, program: "1")
      #expect("\(reading.status)" == "\(try Status(of: workspace))", "byte \(offset)")
      if !reading.isFromSnapshot { damagedCount += 1 }
    }
    #expect(damagedCount > 64)
    for count in [0, 1, 63, 64, 200, bytes.count / 2, bytes.count - 1] {
      try region.files.writeWhole(Array(bytes[..<count]), to: Self.path)
      #expect(try !Self.agrees(workspace), "\(count) bytes")
    }
  }

  @Test func `with other settings, or by another version, the logs are read`() throws {
    let region = try FigureFactsTests.region()
    let workspace = try region.open("/a")
    try Self.agrees(workspace)
    #expect(try StatusReading(of: workspace, program: "1").isFromSnapshot)
    #expect(try !StatusReading(of: workspace, program: "2").isFromSnapshot)
    // Taken from another instance of the same workspace.
    try region.exchange(from: "/a", to: "/b")
    try region.files.makeFolder("/b/cache", mode: 0o700)
    try region.files.writeWhole(try region.files.contents(of: Self.path), to: "/b/" + StatusReading.snapshotName)
    try Self.agrees(try region.open("/b"))
  }
}
