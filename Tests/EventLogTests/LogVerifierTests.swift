import CanonicalJSON
import EventLog
import Identity
import Testing

@Suite struct LogVerifierTests {
  /// A log of 30 lines with a checkpoint in the middle and one at the end.
  func thirtyLines() throws -> (fixture: LogFixture, bytes: [UInt8]) {
    let fixture = LogFixture()
    let writer = try fixture.found()
    try writer.append((1...13).map(einde), closing: true)
    try writer.append((14...27).map(einde), closing: true)
    return (fixture, try fixture.bytes())
  }

  @Test func `every single flipped bit of a log is found in its own line, or is a torn tail`() throws {
    let (fixture, bytes) = try thirtyLines()
    var line = 1
    // Each bit of every 5th byte here; `.ci/run` flips them all with VELDLOG_ALL_FLIPS set.
    let step = allFlips ? 1 : 5
    for index in bytes.indices {
      defer { if bytes[index] == 0x0A { line += 1 } }
      guard index % step == 0 || bytes[index] == 0x0A else { continue }
      for bit in 0..<8 {
        var flipped = bytes
        flipped[index] ^= 1 << bit
        let report = flipped.withUnsafeBufferPointer {
          LogVerifier.verify($0, path: "log", log: fixture.log, workspace: fixture.log)
        }
        switch report.findings.first {
        case .faulty(_, let found, _, _, _): #expect(found == line, "byte \(index), bit \(bit)")
        case .torn(_, let found, _): #expect(line == 30 && found == 30, "byte \(index), bit \(bit)")
        default: Issue.record("byte \(index), bit \(bit) was not noticed")
        }
      }
    }
    #expect(line == 31)
  }

  @Test func `after a fault, checking goes on at the next checkpoint`() throws {
    let (fixture, bytes) = try thirtyLines()
    let starts = [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
    var damaged = bytes
    damaged[starts[4] + 150] ^= 4
    damaged[starts[19] + 150] ^= 4
    let report = damaged.withUnsafeBufferPointer {
      LogVerifier.verify($0, path: "log", log: fixture.log, workspace: fixture.log)
    }
    #expect(report.lineCount == 30)
    let lines = report.findings.map { finding -> [Int] in
      switch finding {
      case .faulty(_, let line, _, let seq, _): [line, seq]
      case .unchecked(_, let first, let last): [first, last]
      case .torn: []
      }
    }
    #expect(lines == [[5, 5], [6, 14], [20, 20], [21, 29]])
  }

  @Test func `a line feed too few or too many is found where it is`() throws {
    let (fixture, bytes) = try thirtyLines()
    let feeds = bytes.indices.filter { bytes[$0] == 0x0A }
    var fewer = bytes
    fewer.remove(at: feeds[2])
    var more = bytes
    more.insert(0x0A, at: feeds[2])
    for (changed, line) in [(fewer, 3), (more, 4)] {
      let report = changed.withUnsafeBufferPointer {
        LogVerifier.verify($0, path: "log", log: fixture.log, workspace: fixture.log)
      }
      guard case .faulty(_, line, _, _, _) = report.findings.first else {
        Issue.record("\(report.findings)")
        continue
      }
    }
  }

  @Test func `lines of another log, or of another workspace, are not taken`() throws {
    let (_, bytes) = try thirtyLines()
    let other = LogFixture(seed: 2)
    let report = bytes.withUnsafeBufferPointer {
      LogVerifier.verify($0, path: "log", log: other.log, workspace: nil)
    }
    guard case .faulty(_, 1, _, _, .otherLog) = report.findings.first else {
      Issue.record("\(report.findings)")
      return
    }
  }

  @Test func `a table keeps the rows of good lines in place around a bad one`() throws {
    let (fixture, bytes) = try thirtyLines()
    let feeds = bytes.indices.filter { bytes[$0] == 0x0A }
    var damaged = bytes
    damaged[feeds[6]] = UInt8(ascii: "x")
    let table = LineTable(logs: [(fixture.log, damaged)])
    #expect(table.rowCount == 30)
    #expect(table.faults.map(\.row) == [6, 7])
    #expect(table.payloadObject(8)?["traject"] == "T-8")
    #expect(table.payloadObject(5)?["traject"] == "T-5")
  }

  @Test func `a line feed that a fault makes does not shift the rows behind it`() throws {
    let (fixture, bytes) = try thirtyLines()
    let feeds = bytes.indices.filter { bytes[$0] == 0x0A }
    var damaged = bytes
    damaged[feeds[6] + 40] = 0x0A
    let table = LineTable(logs: [(fixture.log, damaged)])
    #expect(table.rowCount == 30)
    #expect(Set(table.faults.map(\.row)) == [7])
    #expect(table.payloadObject(8)?["traject"] == "T-8")
    #expect(table.payloadObject(28)?["traject"] == "T-27")
  }

  @Test func `lines that do not follow are not written, and nothing that is held is cut`() throws {
    let (fixture, bytes) = try thirtyLines()
    let held = try HeldLogs(scanning: fixture.logs, files: fixture.surroundings.files)
    for seq in [1, 30, 32] {
      #expect(throws: LogError.self) {
        try SegmentWriter(
          to: fixture.logFolder, behind: held.branches.first, firstSeq: seq, quarantine: fixture.quarantine,
          surroundings: fixture.surroundings)
      }
      #expect(try fixture.bytes() == bytes)
    }
  }
}
