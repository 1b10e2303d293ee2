import CanonicalJSON
import EventLog
import Identity
import Platform
import TestSupport
import Testing

@Suite struct LogWriterTests {
  @Test func `a log that is opened again goes on where it stopped, and verifies`() throws {
    let fixture = LogFixture()
    let first = try fixture.found().append([einde(1), einde(2)])
    let second = try fixture.open().append([einde(3)], closing: true)
    #expect(first.map(\.seq) == [2, 3])
    #expect(second.map(\.seq) == [4])
    let report = try fixture.report()
    #expect(report.lineCount == 5)
    #expect(report.findings == [])
    let table = try LineTable(reading: fixture.logs, files: fixture.surroundings.files)
    #expect(table.row(second[0]) == 3)
    #expect(table.payloadObject(3)?["traject"] == "T-3")
    #expect(table.kindName(4) == "checkpoint")
  }

  @Test func `a line that was cut off at any byte is moved aside, and never glued to the next`() throws {
    let fixture = LogFixture()
    try fixture.found().append([einde(1)])
    let whole = try fixture.bytes()
    try fixture.open().append([einde(2)])
    let longer = try fixture.bytes()
    for cut in stride(from: whole.count + 1, to: longer.count, by: 7) {
      try fixture.write(Array(longer[..<cut]))
      #expect(try fixture.report().findings == [.torn(path: fixture.firstPart, line: 3, byteCount: cut - whole.count)])
      let writer = try fixture.open()
      #expect(writer.tornByteCount == cut - whole.count)
      try writer.append([einde(3)])
      let report = try fixture.report()
      #expect(report.lineCount == 3)
      #expect(report.findings == [], "cut at \(cut)")
      let names = try fixture.surroundings.files.names(in: fixture.quarantine)
      let kept = try names.map { try fixture.surroundings.files.contents(of: fixture.quarantine + "/" + $0) }
      #expect(kept.contains(Array(longer[whole.count..<cut])))
    }
  }

  @Test func `a writer adds a checkpoint at least every 4096 lines, and opening looks back no further`() throws {
    let fixture = LogFixture()
    let writer = try fixture.found()
    try writer.append((0..<9000).map(einde))
    let table = try LineTable(reading: fixture.logs, files: fixture.surroundings.files)
    let checkpoints = (0..<table.rowCount).filter { table.kindName($0) == "checkpoint" }.map { $0 + 1 }
    #expect(checkpoints == [4096, 8192])
    let tail = try LogTail(of: fixture.logFolder)
    #expect(tail.checkpointSeq == 8192)
    #expect(tail.seq == writer.seq)
    #expect(tail.link == writer.link)
    #expect(tail.bytesSinceCheckpoint < 4 * 1024 * 1024 / 16)
  }

  @Test func `opening a log reads nothing before the last checkpoint`() throws {
    let fixture = LogFixture()
    let writer = try fixture.found()
    try writer.append((0..<20).map(einde), closing: true)
    try writer.append([einde(21)])
    // Damage before the checkpoint is for verify to find; writing does not pay for looking there.
    var bytes = try fixture.bytes()
    let middle = bytes.count / 2
    bytes[middle] ^= 1
    try fixture.write(bytes)
    #expect(throws: Never.self) { try fixture.open().append([einde(22)]) }
    #expect(try fixture.report().isDamaged)
  }

  @Test func `a log that is damaged after its last checkpoint is not written to`() throws {
    let fixture = LogFixture()
    try fixture.found().append([einde(1), einde(2)])
    var bytes = try fixture.bytes()
    bytes[bytes.count - 30] ^= 1
    try fixture.write(bytes)
    #expect(throws: LogError.self) { try fixture.open() }
    #expect(try fixture.bytes() == bytes)
  }

  @Test func `a line that is longer than a reader takes is refused before anything is written`() throws {
    let fixture = LogFixture()
    let writer = try fixture.found()
    let before = try fixture.bytes()
    let long = JSONValue.object(["tekst": .string(String(repeating: "x", count: 1_048_576))])
    #expect(throws: LogError.self) { try writer.append([einde(1), Draft(kind: "antwoord", payload: long)]) }
    #expect(try fixture.bytes() == before)
    try writer.append([einde(2)])
    #expect(try fixture.report().findings == [])
  }

  @Test func `a part that is full ends with a checkpoint, and the next begins with the next line`() throws {
    let fixture = LogFixture()
    let writer = try fixture.found()
    let long = JSONValue.object(["tekst": .string(String(repeating: "x", count: 1_000_000))])
    for _ in 0..<18 { try writer.append([Draft(kind: "antwoord", payload: long)]) }
    let parts = try fixture.logFolder.parts()
    #expect(parts.count == 2)
    #expect(try fixture.report().findings == [])
    #expect(try LogTail(of: fixture.logFolder).link == writer.link)
    let table = try LineTable(reading: fixture.logs, files: fixture.surroundings.files)
    #expect(table.kindName(parts[1].firstSeq - 2) == "checkpoint")
    try fixture.open().append([einde(1)])
    #expect(try fixture.report().findings == [])
  }

  @Test func `what was acknowledged survives a power cut, also in a log of which making the name durable failed`()
    throws
  {
    let fixture = LogFixture()
    func surroundings(_ files: MemoryFileSystem) -> Surroundings {
      Surroundings(files: files, clock: TickingClock(), randomness: SeededRandomness(seed: 1))
    }
    func found(_ files: MemoryFileSystem) throws {
      _ = try LogWriter(founding: fixture.header, in: "/logs", key: fixture.key, surroundings: surroundings(files))
    }
    let whole = MemoryFileSystem()
    try found(whole)
    var laterCount = 0
    for call in 1...whole.callCount {
      let files = MemoryFileSystem()
      files.inject(.fails(.other(5)), atCall: call)
      try? found(files)
      files.clearFaults()
      let folder = LogFolder(fixture.log, in: "/logs", files: files)
      guard try !folder.parts().isEmpty else { continue }
      laterCount += 1
      let writer = try LogWriter(
        opening: folder, key: fixture.key, quarantine: "/quarantine", surroundings: surroundings(files))
      let reference = try #require(try writer.append([einde(1)]).first)
      let after = try LineTable(reading: "/logs", files: files.afterPowerCut(.nothing))
      #expect(after.row(reference) != nil, "call \(call)")
    }
    #expect(laterCount > 0)
  }
}
