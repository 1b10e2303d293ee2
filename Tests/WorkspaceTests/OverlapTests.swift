import Bundle
import CanonicalJSON
import Cryptography
import EventLog
import Identity
import Merge
import Platform
import TestSupport
import Testing
import Workspace

/// Bundles that no Veldlog of today makes and that the format allows: several segments of one log.
@Suite struct OverlapTests {
  let folder = TemporaryFolder()
  let founder: Workspace
  let joiner: Workspace

  init() throws {
    let surroundings = Surroundings.repeatable(7)
    founder = try Workspace.make(
      at: folder.path + "/a", naam: "Proef", regio: "zeeland", who: "laptop 1", surroundings: surroundings)
    joiner = try Workspace.make(
      at: folder.path + "/b", naam: "", regio: "twente", who: "laptop 2", invite: try founder.invite(),
      surroundings: surroundings)
  }

  /// The founder's lines, and a segment of the first `count` of them.
  private func segment(_ count: Int) throws -> (entry: BundleManifest.Segment, bytes: [UInt8]) {
    let table = try LineTable(reading: founder.logsPath, files: founder.files)
    let branch = try #require(table.branch(of: founder.log))
    var bytes: [UInt8] = []
    for row in branch.rows.prefix(count) { bytes += Array(table.line(row)) + [0x0A] }
    let last = branch.rows.lowerBound + count - 1
    let entry = BundleManifest.Segment(
      log: founder.log, first: 1, last: count, chain: table.chain(last), after: nil, byteCount: bytes.count,
      sha256: SHA256.hash(bytes))
    return (entry, bytes)
  }

  @Test func `segments of one log that overlap bring each line once`() throws {
    for number in 1...2 {
      let recording = try Recording(founder)
      let payload = try JSONValue(parsing: #"{"traject":"T-\#(number)","aanbieder":"zee-003","datum":"2016-01-11"}"#)
      _ = try recording.record("traject_gestart", try #require(payload.objectValue))
      try recording.finishInterview()
    }
    let table = try LineTable(reading: founder.logsPath, files: founder.files)
    let count = try #require(table.branch(of: founder.log)).rows.count
    let checkpoints = (1...count).filter {
      table.kindName(table.branch(of: founder.log)!.rows.lowerBound + $0 - 1) == "checkpoint"
    }
    #expect(checkpoints.count == 2)
    let segments = try [segment(checkpoints[0]), segment(checkpoints[1])]
    let manifest = BundleManifest(
      workspace: founder.log, writer: founder.log, segments: segments.map(\.entry))
    let key = try #require(try founder.keys.key(of: founder.log))
    let packed = try BundleWriter.pack(manifest, signedWith: key, segments: segments.map(\.bytes))
    let path = folder.path + "/overlap.veld"
    try founder.files.writeWhole(packed, to: path)

    let applied = try Exchange(try Recording(joiner)).apply(path).applied
    #expect(applied.newCount == checkpoints[1])
    #expect(applied.knownCount == checkpoints[0])
    let report = try #require(
      LogVerifier.verify(founder.log, in: joiner.logsPath, files: joiner.files, workspace: founder.log).first)
    #expect(report.lineCount == checkpoints[1])
    #expect(report.findings == [])
    #expect(try Exchange(try Recording(joiner)).apply(path).applied.newCount == 0)
  }
}
