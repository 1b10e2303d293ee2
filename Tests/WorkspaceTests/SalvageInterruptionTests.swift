import EventLog
import Platform
import TestSupport
import Testing

@testable import Workspace

/// The power cut, or a full disk, at every call of a salvage.
@Suite struct SalvageInterruptionTests {
  /// A heap of two damaged copies.
  private func start() throws -> SalvageHeap {
    let heap = try SalvageHeap(recording: 3)
    for number in 1...2 { try heap.duplicate("/a", to: "/heap/\(number)") }
    try heap.region.record("X-1", ended: "2016-07-01", at: "/heap/1")
    try heap.region.record("Y-1", ended: "2016-07-01", at: "/heap/2")
    let log = try heap.region.open("/a").log
    try heap.change(heap.part(of: log, in: "/heap/1")) { $0[$0.textLines[0].count + 90] ^= 1 }
    try heap.change(heap.part(of: try heap.region.open("/b").log, in: "/heap/2")) { $0.removeLast(20) }
    return heap
  }

  @discardableResult
  private func attempt(_ heap: SalvageHeap) throws -> SalvageReport {
    try Salvage.run(heap.request(), surroundings: heap.region.surroundings("/new"))
  }

  @Test func `a new folder that was begun is completed by running it again`() throws {
    let start = try start()
    let whole = start.copy()
    let calls = whole.files.callCount
    try attempt(whole)
    let callCount = whole.files.callCount - calls
    let wanted = try whole.region.tree("/new").filter { !$0.key.hasSuffix(".lock") }
    #expect(callCount > 50)
    for number in 1...callCount {
      for survival in [PowerCutSurvival.nothing, .everything, .chance(seed: UInt64(number))] {
        let cut = start.copy()
        cut.files.inject(.powerCut, atCall: number)
        #expect(throws: (any Error).self) { try attempt(cut) }
        let found = SalvageHeap(cut.files.afterPowerCut(survival))
        do { try attempt(found) } catch SalvageError.alreadyThere {
          // The mark is gone: all was there.
        }
        let tree = try found.region.tree("/new").filter { !$0.key.hasSuffix(".lock") }
        let isWanted = tree == wanted
        #expect(isWanted, "call \(number), \(cut.files.lastCall), \(survival)")
      }
      let full = start.copy()
      full.files.inject(.fails(.diskFull), atCall: number)
      do {
        // A source that cannot be read is reported, and what the others hold is salvaged.
        let report = try attempt(full)
        let isEqual = try full.lines(in: "/new") == whole.lines(in: "/new")
        #expect(isEqual || !report.faults.isEmpty, "call \(number) fails")
        continue
      } catch {
        do { try attempt(full) } catch SalvageError.alreadyThere {}
      }
      let isEqual = try full.lines(in: "/new") == whole.lines(in: "/new")
      #expect(isEqual, "call \(number) fails")
    }
  }

  @Test func `an instance that was being completed loses nothing, and is completed by running it again`() throws {
    let start = try start()
    let log = try start.region.open("/a").log
    try start.change(start.part(of: log, in: "/a")) { $0[$0.textLines[0].count + 90] ^= 1 }
    let readable = Set(try start.lines(in: "/a").filter { !$0.contains("\u{FFFD}") })
    let whole = start.copy()
    _ = try whole.region.open("/a")
    let calls = whole.files.callCount
    try whole.complete("/a")
    let callCount = whole.files.callCount - calls
    let wanted = try whole.lines(in: "/a")
    for number in stride(from: 1, through: callCount, by: 1) {
      let cut = start.copy()
      let workspace = try cut.region.open("/a")
      cut.files.inject(.powerCut, atCall: cut.files.callCount + number)
      _ = try? Salvage.run(
        SalvageRequest(sources: ["/heap"], target: .workspace(workspace)), surroundings: cut.region.surroundings("/a"))
      let found = SalvageHeap(cut.files.afterPowerCut(.chance(seed: UInt64(number))))
      let all = Set(try found.lines(in: "/a"))
      #expect(readable.filter { !all.contains($0) }.count <= 1, "call \(number): only the damaged line may be gone")
      try found.complete("/a")
      #expect(try found.lines(in: "/a") == wanted, "call \(number), \(cut.files.lastCall)")
      #expect(try found.isWhole("/a"))
    }
  }
}
