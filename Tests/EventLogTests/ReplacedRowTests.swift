import Identity
import Platform
import TestSupport
import Testing

@testable import EventLog

/// Lines that others replace, of logs in several files.
@Suite struct ReplacedRowTests {
  @Test func `wherever a log is cut into two files, each line that is replaced has its row`() throws {
    let fixture = LogFixture()
    let writer = try fixture.found()
    let first = try writer.append((0..<3).map(einde))
    let second = try writer.append([
      Draft(kind: "traject_beeindigd", payload: .object(["reden": "03"]), replaces: [first[0]]),
      Draft(kind: "traject_beeindigd", payload: .object(["reden": "04"]), replaces: [first[1], first[2]].sorted()),
    ])
    try writer.append(
      [Draft(kind: "traject_beeindigd", payload: .object(["reden": "05"]), replaces: [second[0]])], closing: true)
    let bytes = try fixture.bytes()
    let starts = bytes.withUnsafeBufferPointer { all in LineBreaks(all).map(\.lowerBound) }
    for (index, start) in starts.enumerated().dropFirst() {
      try fixture.write(Array(bytes[..<start]))
      let path = fixture.logFolder.partPath(firstSeq: index + 1)
      try fixture.surroundings.files.writeWhole(Array(bytes[start...]), to: path)
      let table = try LineTable(reading: fixture.logs, files: fixture.surroundings.files)
      #expect(table.faults.isEmpty && table.rowCount == starts.count)
      let rows = table.replacements.indices.map { index in
        var rows: [Int] = []
        table.forEachRow(replacedBy: index) { row, _ in rows.append(row) }
        return rows
      }
      #expect(
        rows == [[first[0]], [first[1]], [first[2]], [second[0]]].map { $0.map { $0.seq - 1 } }, "cut at \(index)")
      // Of those that stand in the file before, nothing is known until they are looked for.
      for (replacement, row) in zip(table.replacements, table.replacedRows) {
        let isInOneFile = (Int(replacement.row) < index) == (replacement.target.seq - 1 < index)
        #expect(row == (isInOneFile ? Int32(replacement.target.seq - 1) : -1), "cut at \(index)")
      }
      try fixture.surroundings.files.remove(path)
    }
  }
}
