import CanonicalJSON
import EventLog
import Identity
import Merge
import Platform
import TestSupport
import Testing
import Vocabulary

@testable import Workspace

/// Members who write several logs: one after another, and one for their region.
@Suite struct WriterLogTests {
  /// What a bundle in clear of everything shared, and of some regional logs, would bring.
  private func bring(_ source: String, to target: String, regional: Bool = false, _ devices: Devices) throws {
    let own = try devices.open(target, on: nil).ownPublic
    for log in try LogFolder.logs(in: source + "/logs", files: devices.files) where !own.contains(log) {
      let header = try LogFolder(log, in: source + "/logs", files: devices.files).header()
      guard header.audience == .gedeeld || (regional && header.audience == .regio) else { continue }
      try devices.duplicate("\(source)/logs/\(log)", to: "\(target)/logs/\(log)")
    }
  }

  /// A founder at `/a`, and a member at `/b` with a regional log and a second shared one.
  private func region() throws -> (devices: Devices, first: LogID, second: LogID, regional: LogID) {
    let devices = Devices()
    try devices.found("/a", on: "/home-a")
    let first = try devices.found("/b", on: "/home-b", joining: "/a").log
    _ = try Recording(try devices.open("/a", on: "/home-a")).admit(first)
    try bring("/a", to: "/b", devices)
    let regional = try devices.record("R-1", at: "/b", on: "/home-b", audience: .regio).log
    try devices.duplicate("/b", to: "/c")
    let second = try devices.record("T-1", at: "/c", on: "/home-c").log
    _ = devices.news
    return (devices, first, second, regional)
  }

  @Test func `the regional log is begun once, is vouched for, and counts for its region`() throws {
    let devices = Devices()
    let log = try devices.found("/w", on: "/home").log
    let regional = try devices.record("R-1", at: "/w", on: "/home", audience: .regio).log
    #expect(try devices.record("R-2", at: "/w", on: "/home", audience: .regio).log == regional)
    #expect(devices.news.isEmpty)
    let workspace = try devices.open("/w", on: "/home")
    #expect(workspace.settings.logs[.regio] == regional && regional != log)
    let state = try workspace.state()
    let header = try #require(state.table.branch(of: regional)?.header)
    #expect(header.audience == .regio && header.follows == log && header.regio == "zeeland")
    #expect(state.members.members[regional]?.isFounder == true)
    #expect(try workspace.ended() == ["R-1", "R-2"])
    let status = try Status(of: workspace)
    #expect(status.regional?.regio == "zeeland" && status.regional?.fingerprint != status.fingerprint)
    #expect(status.json["fingerprint_regio"]?["regio"] == "zeeland")
    // A correction stays where the fact is.
    let corrected = try Recording(workspace).correct("\(regional):2", ["reden": "03"], reason: "nagekeken")
    #expect(corrected.reference.log == regional)
    try devices.files.remove("/w/veldlog.json")
    #expect(try devices.open("/w", on: "/home").settings == workspace.settings)
  }

  @Test func `a regional log that is begun while the power goes is there whole or not begun`() throws {
    let start = Devices()
    try start.found("/w", on: "/home")
    let whole = start.copy(seed: 3)
    try whole.record("R-1", at: "/w", on: "/home", audience: .regio)
    for number in 1...whole.files.callCount {
      let cut = start.copy(seed: 3)
      cut.files.inject(.powerCut, atCall: number)
      let isSaid = (try? cut.record("R-1", at: "/w", on: "/home", audience: .regio)) != nil
      for survival in [PowerCutSurvival.nothing, .everything, .chance(seed: UInt64(number))] {
        let after = Devices(cut.files.afterPowerCut(survival), seed: 100 + UInt64(number))
        let fault = "power cut at call \(number), \(cut.files.lastCall), \(survival)"
        try after.record("R-2", at: "/w", on: "/home", audience: .regio)
        let workspace = try after.open("/w", on: "/home")
        #expect(try workspace.ended().isSuperset(of: isSaid ? ["R-1", "R-2"] : ["R-2"]), "\(fault)")
        let state = try workspace.state()
        let log = try #require(workspace.settings.logs[.regio])
        #expect(state.members.contains(log) && state.members.contains(workspace.log), "\(fault)")
        #expect(try workspace.damage() == [], "\(fault)")
      }
    }
  }

  @Test func `a copy begins a regional log of its own, which its shared log vouches for`() throws {
    let (devices, first, second, regional) = try region()
    let new = try devices.record("R-2", at: "/c", on: "/home-c", audience: .regio).log
    #expect(new != regional)
    #expect(devices.news.isEmpty)
    let copy = try devices.open("/c", on: "/home-c")
    let state = try copy.state()
    #expect(state.table.branch(of: new)?.header?.follows == second)
    #expect(state.members.members[new]?.role == .onderzoeker)
    #expect(try copy.ended() == ["R-1", "T-1", "R-2"])
    #expect(Set(WriterLogs(in: state).all(of: new)) == [first, second, regional, new])
    #expect(try devices.record("R-3", at: "/b", on: "/home-b", audience: .regio).log == regional)
    #expect(devices.news.isEmpty)
  }

  @Test func `a person with several logs is one in the list, under one label`() throws {
    let (devices, first, second, regional) = try region()
    try bring("/c", to: "/a", devices)
    let workspace = try devices.open("/a", on: "/home-a")
    let entries = MemberList(of: try workspace.state(), own: workspace.ownPublic).entries
    let theirs = entries.filter { $0.writer == first }
    #expect(theirs.map(\.log) == [first, second])
    #expect(theirs.allSatisfy { $0.naam == "laptop /b" && $0.role == .onderzoeker && !$0.isOwn })
    #expect(MemberList.lastHeard(of: entries).count == 2)
    // Whoever does not get the regional log knows that it is there.
    let absent = try Status(of: workspace).absent
    #expect(Set(absent.map(\.log)).contains(regional))
    #expect(absent.allSatisfy { $0.author == first || $0.author == second })
    #expect(absent.allSatisfy { $0.naam == "laptop /b" && $0.otherRegio == nil })
    try bring("/c", to: "/a", regional: true, devices)
    #expect(try Status(of: workspace).absent.isEmpty)
  }

  @Test func `revoking a person revokes each of their logs, and what they write later does not count`() throws {
    let (devices, first, second, regional) = try region()
    let unseen = try devices.record("R-2", at: "/c", on: "/home-c", audience: .regio).log
    try bring("/b", to: "/a", regional: true, devices)
    try bring("/c", to: "/a", devices)
    let revoked = try Recording(try devices.open("/a", on: "/home-a")).revoke(second)
    #expect(revoked.lines.map(\.log).first == second)
    #expect(Set(revoked.lines.map(\.log)) == [first, second, regional, unseen])
    #expect(revoked.unseen == [unseen])
    for number in 2...4 { try devices.record("T-\(number)", at: "/c", on: "/home-c") }
    try devices.record("R-4", at: "/b", on: "/home-b", audience: .regio)
    try bring("/b", to: "/a", regional: true, devices)
    try bring("/c", to: "/a", regional: true, devices)
    let workspace = try devices.open("/a", on: "/home-a")
    #expect(try workspace.ended() == ["R-1", "T-1"])
    #expect(throws: WorkspaceError.self) { try Recording(workspace).revoke(first) }
    let standing = MemberList(of: try workspace.state(), own: workspace.ownPublic).entries
    #expect(standing.filter { $0.writer == first }.allSatisfy { $0.standing == .revoked })
  }

  @Test func `one log of a person can be revoked alone`() throws {
    let (devices, first, second, _) = try region()
    try bring("/c", to: "/a", devices)
    let revoked = try Recording(try devices.open("/a", on: "/home-a")).revoke(first, isOnlyThis: true)
    #expect(revoked.lines.map(\.log) == [first] && revoked.unseen.isEmpty)
    try devices.record("T-2", at: "/b", on: "/home-b")
    try devices.record("T-3", at: "/c", on: "/home-c")
    try bring("/c", to: "/a", devices)
    // The copy's log stays vouched for by a line from before; what the first one went on with is behind that.
    #expect(try devices.open("/a", on: "/home-a").ended() == ["T-1", "T-3"])
    let members = try devices.open("/a", on: "/home-a").state().members.members
    #expect(members[first]?.isRevoked == true && members[second]?.isRevoked == false)
  }

  @Test func `a stolen laptop that forks below the revocation counts for nothing`() throws {
    let (devices, first, _, _) = try region()
    try devices.duplicate("/b", to: "/thief")
    try devices.record("T-2", at: "/b", on: "/home-b")
    try devices.record("T-3", at: "/b", on: "/home-b")
    try bring("/b", to: "/a", devices)
    _ = try Recording(try devices.open("/a", on: "/home-a")).revoke(first, isOnlyThis: true)
    // The thief goes on from before the revoked lines, under the same key, and names a log of its own.
    try devices.record("X-1", at: "/thief", on: nil)
    let own = try devices.record("X-2", at: "/thief", on: "/home-x").log
    let folder = LogFolder(first, in: "/thief/logs", files: devices.files)
    let lines = try devices.files.contents(of: folder.path + "/0000000001.jsonl").split(separator: 0x0A)
      .map { Array($0) + [0x0A] }
    let held = try devices.files.contents(of: "/a/logs/\(first)/0000000001.jsonl").split(separator: 0x0A)
      .map { Array($0) + [0x0A] }
    let shared = zip(lines, held).prefix { $0 == $1 }.count
    let text = String(decoding: lines[shared], as: UTF8.self)
    let chain = try #require(Chain(String(text.dropFirst(10).prefix(11))))
    let branch = LogFolder(first, fork: chain, in: "/a/logs", files: devices.files)
    try devices.files.makeFolders(branch.path)
    let digits = String(shared + 1)
    let name = String(repeating: "0", count: 10 - digits.count) + digits + ".jsonl"
    try devices.files.writeWhole(Array(lines[shared...].joined()), to: branch.path + "/" + name)
    try devices.duplicate("/thief/logs/\(own)", to: "/a/logs/\(own)")
    let workspace = try devices.open("/a", on: "/home-a")
    let state = try workspace.state()
    #expect(!state.members.contains(own))
    #expect(try workspace.ended() == ["T-2", "T-3"])
    #expect(state.table.forks.map(\.isReported) == [true])
  }
}
