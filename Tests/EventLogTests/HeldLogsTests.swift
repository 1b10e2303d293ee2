import CanonicalJSON
import Cryptography
import Identity
import Platform
import Testing

@testable import EventLog

@Suite struct HeldLogsTests {
  /// A log of 400 lines with checkpoints, in files that begin with the lines of these numbers.
  static func files(startingAt starts: [Int]) throws -> (files: MemoryFileSystem, log: LogID, bytes: [UInt8]) {
    let fixture = LogFixture()
    let writer = try fixture.found()
    for number in 2...400 {
      var payload = JSONObject()
      payload["traject"] = .string("T-\(number)" + String(repeating: "é", count: number % 40))
      try writer.append([Draft(kind: "traject_beeindigd", payload: payload)], closing: number % 70 == 0)
      if writer.seq >= 400 { break }
    }
    let bytes = try fixture.bytes()
    let files = MemoryFileSystem()
    let folder = LogFolder(fixture.log, in: "/logs", files: files)
    try files.makeFolders(folder.path)
    let lines = bytes.split(separator: 0x0A)
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1] - 1 : lines.count
      try files.writeWhole(
        lines[(start - 1)..<end].flatMap { line -> [UInt8] in line + [0x0A] }, to: folder.partPath(firstSeq: start))
    }
    return (files, fixture.log, bytes)
  }

  @Test(arguments: [[1], [1, 2], [1, 129, 130, 257], [1, 400]])
  func `every line is found where it stands, with its chain and its link`(starts: [Int]) throws {
    let (files, log, bytes) = try Self.files(startingAt: starts)
    let held = try HeldLogs(scanning: "/logs", files: files)
    let table = try LineTable(reading: "/logs", files: files)
    let branch = try #require(held.branches.first)
    #expect(held.branches.count == 1 && branch.firstSeq == 1 && branch.lastSeq == table.rowCount)
    #expect(branch.header == table.branches[0].header && branch.log == log && branch.unreadable.isEmpty)
    for (row, line) in bytes.split(separator: 0x0A).enumerated() {
      #expect(held.line(row + 1, on: 0) == Array(line))
      #expect(held.chain(row + 1, on: 0) == table.chain(row))
    }
    for row in [0, 1, 68, 69, 70, 128, 129, 255, 256, table.rowCount - 1] {
      #expect(held.walker(after: row + 1, on: 0)?.link == table.link(of: row), "\(row)")
    }
    #expect(held.line(table.rowCount + 1, on: 0) == nil && held.line(0, on: 0) == nil)
    #expect(branch.checkpoints == (0..<table.rowCount).filter { table.kindName($0) == "checkpoint" }.map { $0 + 1 })
    var walked: [UInt8] = []
    try held.forEachRun(of: 0, 1...branch.lastSeq) { _, lines in
      walked += lines
      return true
    }
    #expect(walked == bytes)
  }

  @Test func `a fault takes the lines that it is in, and no others`() throws {
    let (files, log, bytes) = try Self.files(startingAt: [1])
    let path = "/logs/\(log)/0000000001.jsonl"
    var random = SplitMix(seed: 5)
    for round in 0..<60 {
      var damaged = bytes
      // What a fault in the last line does is told by other tests.
      let place = random.below(bytes.count - 1000)
      let byte: UInt8 = [0x0A, UInt8(ascii: "x"), damaged[place] ^ 0x20][random.below(3)]
      damaged[place] = byte
      try files.writeWhole(damaged, to: path)
      let held = try HeldLogs(scanning: "/logs", files: files)
      let first = bytes[..<place].count { $0 == 0x0A } + 1
      let count = bytes.count { $0 == 0x0A }
      #expect(held.branches[0].lastSeq == count, "round \(round)")
      for (index, line) in bytes.split(separator: 0x0A).enumerated()
      where index + 1 != first && !(bytes[place] == 0x0A && index == first) {
        #expect(held.line(index + 1, on: 0) == Array(line), "round \(round), line \(index + 1), fault in \(first)")
      }
    }
  }

  @Test func `bytes behind the last line feed are no line`() throws {
    let (files, log, bytes) = try Self.files(startingAt: [1])
    let path = "/logs/\(log)/0000000001.jsonl"
    try files.writeWhole(bytes + Array("{\"chain\":\"half".utf8), to: path)
    let held = try HeldLogs(scanning: "/logs", files: files)
    #expect(held.branches[0].tornByteCount == 14 && held.branches[0].lastSeq == bytes.count { $0 == 0x0A })
  }
}
