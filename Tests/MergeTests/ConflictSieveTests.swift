import EventLog
import Identity
import Merge
import Platform
import Testing

@testable import EventLog

@Suite struct ConflictSieveTests {
  @Test func `the lines that a sieve leaves have the conflicts of all lines, on 300 random histories`() throws {
    var conflictCount = 0
    var leftOut = 0
    for seed in UInt64(1)...300 {
      let history = RandomHistory(seed: seed)
      let files = MemoryFileSystem()
      var seen: Set<LogID> = []
      for (log, bytes) in history.logs {
        let first = try #require(bytes.split(separator: 0x0A).first)
        let line = try first.withUnsafeBufferPointer { try LineView(parsing: $0, in: 0..<$0.count) }
        let folder = LogFolder(log, fork: seen.insert(log).inserted ? nil : line.chain, in: "/logs", files: files)
        try files.makeFolders(folder.path)
        try files.writeWhole(bytes, to: folder.partPath(firstSeq: line.seq))
      }
      let held = try HeldLogs(scanning: "/logs", files: files)
      let full = MergedState(
        of: try LineTable(reading: "/logs", files: files), workspace: history.founder, ownPrivate: history.ownPrivate)
      let sieved = try ConflictSieve(held, vocabulary: .standard).state(
        workspace: history.founder, vocabulary: .standard, ownPrivate: history.ownPrivate)
      func conflicts(_ state: MergedState) -> Set<[String]> {
        Set(state.conflicts.map { $0.rows.map { state.table.reference($0).text }.sorted() })
      }
      #expect(conflicts(sieved) == conflicts(full), "seed \(seed)")
      #expect(sieved.members.members.keys == full.members.members.keys, "seed \(seed)")
      conflictCount += full.conflicts.count
      leftOut += (0..<sieved.table.rowCount).count { !sieved.table.isReadable($0) }
    }
    #expect(conflictCount > 100 && leftOut > 300)
  }
}
