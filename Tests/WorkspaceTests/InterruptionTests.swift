import CanonicalJSON
import EventLog
import Identity
import Merge
import Platform
import TestSupport
import Testing
import Vocabulary
import Workspace

/// The power cut, the disk full, and a call that fails, at every call in turn.
@Suite struct InterruptionTests {
  /// Does some work again and again on copies of a disk, each time with something else going wrong at another call.
  ///
  /// - Parameters:
  ///   - work: Throws when the disk does.
  ///   - check: Looks at the disk that is found afterwards; the text names what went wrong.
  func forEachFault(
    from start: Region, _ work: (Region) throws -> Void, _ check: (Region, String) throws -> Void
  ) throws {
    let whole = start.copy()
    try work(whole)
    let callCount = whole.files.callCount
    #expect(callCount > 10)
    for number in 1...callCount {
      let seed = UInt64(number)
      let cut = start.copy()
      cut.files.inject(.powerCut, atCall: number)
      #expect(throws: (any Error).self) { try work(cut) }
      for survival in [PowerCutSurvival.nothing, .everything, .chance(seed: seed), .chanceWithZeroes(seed: seed)] {
        try check(
          Region(cut.files.afterPowerCut(survival)), "power cut at call \(number), \(cut.files.lastCall), \(survival)")
      }
      for fault in [Fault.fails(.diskFull), .writesOnly(9, then: .diskFull)] {
        let failing = start.copy()
        failing.files.inject(fault, atCall: number)
        try? work(failing)
        try check(failing, "\(fault) at call \(number)")
        try check(failing.copy(), "\(fault) at call \(number), and started again")
      }
    }
  }

  @Test func `a record that is interrupted loses nothing that was acknowledged`() throws {
    let start = Region()
    try start.found("/a")
    let before = try start.record("T-1", ended: "2016-02-27", at: "/a")
    final class Acknowledged { var references: [Reference] = [] }
    var acknowledged = Acknowledged()
    try forEachFault(from: start) { region in
      acknowledged = Acknowledged()
      for number in 2...4 {
        acknowledged.references.append(try region.record("T-\(number)", ended: "2016-02-27", at: "/a"))
      }
    } _: { region, fault in
      let workspace = try region.open("/a")
      #expect(try workspace.damage() == [], "\(fault)")
      let table = try workspace.state().table
      for reference in [before] + acknowledged.references { #expect(table.row(reference) != nil, "\(fault)") }
      try region.record("T-5", ended: "2016-02-27", at: "/a")
      let state = try workspace.state()
      #expect(state.table.faults.isEmpty && state.conflicts.isEmpty, "\(fault)")
      #expect(state.table.branches.allSatisfy { $0.tornByteCount == 0 }, "\(fault)")
      for reference in [before] + acknowledged.references {
        #expect(state.table.row(reference).map { state.isLive[$0] } == true, "\(fault)")
      }
      #expect(try workspace.damage() == [], "\(fault)")
    }
  }

  @Test func `a bundle that is applied half goes on where it stopped`() throws {
    let start = try ExchangeTests.three()
    let whole = start.copy()
    for bundle in ["/c.veld", "/b.veld", "/a.veld"] { try whole.apply(bundle, at: "/b") }
    let wanted = try Said(try whole.open("/b"))
    let own = try Said(try start.open("/b")).live
    try forEachFault(from: start) { region in
      // The first is held, since nobody has admitted its writer yet, and released by the second.
      try region.apply("/c.veld", at: "/b")
      try region.apply("/a.veld", at: "/b")
    } _: { region, fault in
      let workspace = try region.open("/b")
      #expect(try workspace.damage() == [], "\(fault)")
      #expect(try Set(Said(workspace).live).isSuperset(of: own), "\(fault)")
      for bundle in ["/c.veld", "/a.veld"] { try region.apply(bundle, at: "/b") }
      #expect(try Said(workspace) == wanted, "\(fault)")
      #expect(try workspace.damage() == [], "\(fault)")
      #expect(try HeldBundle.all(in: workspace).isEmpty, "\(fault)")
      #expect(try workspace.state().table.branches.allSatisfy { $0.tornByteCount == 0 }, "\(fault)")
    }
  }

  @Test(arguments: [false, true])
  func `an init that is interrupted leaves a whole workspace, or room for another init`(isJoining: Bool) throws {
    let start = Region()
    if isJoining { try start.found("/a") }
    let invite = isJoining ? try start.open("/a").invite() : nil
    func make(_ region: Region, _ seed: String = "/b") throws -> Workspace {
      try Workspace.make(
        at: "/b", naam: "Jeugdhulp", regio: "zeeland", who: "laptop", invite: invite,
        surroundings: region.surroundings(seed))
    }
    var isWhole = (before: 0, after: 0)
    try forEachFault(from: start) { region in
      _ = try make(region)
    } _: { region, fault in
      if let workspace = try? region.open("/b") {
        isWhole.after += 1
        #expect(throws: WorkspaceError.self, "\(fault)") { try make(region) }
        try self.check(workspace, region, fault)
      } else {
        isWhole.before += 1
        // Other randomness, so that the second attempt has keys of its own.
        try self.check(try make(region, "/z"), region, fault)
      }
    }
    #expect(isWhole.before > 20 && isWhole.after > 4)
  }

  /// Whether an instance has both its logs and its first facts, and can be written to and found again.
  private func check(_ workspace: Workspace, _ region: Region, _ fault: String) throws {
    #expect(Set(workspace.settings.logs.keys) == [.gedeeld, .prive], "\(fault)")
    let recording = try Recording(workspace)
    for audience in [Audience.gedeeld, .prive] {
      let payload = try #require(
        JSONValue(parsing: #"{"traject":"T-1","datum":"2016-02-27","reden":"01"}"#).objectValue)
      if audience == .gedeeld { _ = try recording.record("traject_beeindigd", payload, audience: audience) }
      _ = try recording.writer(for: audience).close()
    }
    let state = try workspace.ownState()
    let live = (0..<state.table.rowCount).filter { state.isLive[$0] }.map { state.table.kindName($0) }
    #expect(live.contains("naam") && live.contains("traject_beeindigd"), "\(fault)")
    #expect(try workspace.damage() == [], "\(fault)")
    // The settings come back by themselves, with the same logs.
    try region.files.remove("/b/veldlog.json")
    let found = try Workspace(opening: "/b", surroundings: region.surroundings("/b"))
    #expect(found.settings.logs == workspace.settings.logs, "\(fault)")
    #expect(found.settings.workspace == workspace.settings.workspace, "\(fault)")
  }

  @Test func `what was founded, recorded or applied is there after a power cut right behind it`() throws {
    let region = try ExchangeTests.three()
    func afterCut() -> Region { Region(region.files.afterPowerCut(.nothing)) }
    #expect(try Said(try afterCut().open("/c")) == Said(try region.open("/c")))
    let reference = try region.record("T-5", ended: "2016-04-01", at: "/b")
    #expect(try afterCut().open("/b").ownState().table.row(reference) != nil)
    for bundle in ["/c.veld", "/a.veld"] {
      try region.apply(bundle, at: "/b")
      #expect(try Said(try afterCut().open("/b")) == Said(try region.open("/b")))
      #expect(try afterCut().tree("/b") == region.tree("/b"))
    }
  }

  @Test func `a folder with facts is not founded again, even without its settings or a readable line 1`() throws {
    let start = Region()
    try start.found("/a")
    try start.record("T-1", ended: "2016-02-27", at: "/a")
    let log = try start.open("/a").log
    let part = "/a/logs/\(log)/0000000001.jsonl"
    try start.files.remove("/a/veldlog.json")
    var damaged = try start.files.contents(of: part)
    damaged[40] ^= 1
    try start.files.writeWhole(damaged, to: part)
    #expect(throws: WorkspaceError.self) { try start.found("/a") }
    #expect(try start.files.contents(of: part) == damaged)
  }
}
