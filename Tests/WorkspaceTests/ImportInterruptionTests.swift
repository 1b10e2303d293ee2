import Platform
import TestSupport
import Testing
import Words

@testable import Workspace

@Suite struct ImportInterruptionTests {
  private static func surroundings(_ disk: MemoryFileSystem) -> Surroundings {
    Surroundings(files: disk, clock: TickingClock(), randomness: SeededRandomness(seed: 7))
  }

  /// An instance and `/a.csv` with 2,500 rows, three batches, of which the last is not right.
  private static func disk() throws -> MemoryFileSystem {
    let disk = MemoryFileSystem()
    _ = try Workspace.make(
      at: "/w", naam: "Proef", regio: "zeeland", who: "laptop", surroundings: surroundings(disk))
    try disk.writeWhole(Array((ImportFixture.trajecten(2500) + "T-9999;;;\n").utf8), to: "/a.csv")
    return disk
  }

  private static func load(_ disk: MemoryFileSystem, told: (Int) -> Void = { _ in }) throws -> ImportReport {
    let workspace = try Workspace(opening: "/w", surroundings: surroundings(disk))
    let request = ImportRequest(path: "/a.csv", kind: "traject_gestart", language: .dutch)
    return try FactImport.run(request, into: workspace) { told($0.recordedCount) }
  }

  @Test func `whenever the power goes, what was called recorded is there, and the same file brings the rest`() throws {
    let whole = try Self.disk()
    let firstCall = whole.callCount
    _ = try Self.load(whole)
    for call in stride(from: firstCall + 1, through: whole.callCount, by: 3) {
      let disk = try Self.disk()
      disk.inject(.powerCut, atCall: call)
      var told = 0
      _ = try? Self.load(disk) { told = $0 }
      let found = disk.afterPowerCut(.chance(seed: UInt64(call)))
      let again = try Self.load(found)
      #expect(again.duplicateCount >= told, "call \(call)")
      #expect(again.duplicateCount + again.recordedCount == 2500, "call \(call)")
      #expect(again.rejectedCount == 1, "call \(call)")
    }
  }

  @Test func `a full disk stops an import, says what is recorded, and room for more brings the rest`() throws {
    let disk = try Self.disk()
    disk.setCapacity(disk.usedByteCount + 300_000)
    var told = 0
    let error = #expect(throws: ImportError.self) { try Self.load(disk) { told = $0 } }
    guard case .interrupted(let recorded, _)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(recorded == told)
    #expect(recorded == 1000)
    disk.setCapacity(nil)
    #expect(try Self.load(disk).counts == [2501, 1500, 1000, 0, 1])
  }
}
