import CanonicalJSON
import EventLog
import Identity
import Merge
import Platform
import TestSupport
import Testing
import Vocabulary

@testable import Workspace

/// Own logs whose end is damaged or gone, and what mends the new one's place.
@Suite struct OwnLogRepairTests {
  /// Puts other bytes at the beginning of a line of a log.
  private func damage(_ log: LogID, line number: Int, in folder: String, _ devices: Devices) throws -> [UInt8] {
    let path = "\(folder)/logs/\(log)/0000000001.jsonl"
    var bytes = try devices.files.contents(of: path)
    let starts = [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
    bytes[starts[number - 1]] ^= 1
    try devices.files.writeWhole(bytes, to: path)
    return bytes
  }

  @Test func `a log whose end is damaged is left as it is, and the lines before that name the new one`() throws {
    let devices = Devices()
    let log = try devices.found("/w", on: "/home").log
    for number in 1...3 { try devices.record("T-\(number)", at: "/w", on: "/home") }
    let bytes = try damage(log, line: 5, in: "/w", devices)
    let new = try devices.record("T-4", at: "/w", on: "/home").log
    #expect(
      devices.begun == [
        [
          Succession(audience: .gedeeld, old: log, new: new, reason: .damaged, isVouched: true)
        ]
      ])
    #expect(try devices.files.contents(of: "/w/logs/\(log)/0000000001.jsonl") == bytes)
    let workspace = try devices.open("/w", on: "/home")
    let state = try workspace.state()
    #expect(state.members.members[new]?.isFounder == true)
    #expect(try workspace.ended() == ["T-1", "T-3", "T-4"])
    #expect(state.table.forks.map(\.isReported) == [false])
    #expect(try devices.record("T-5", at: "/w", on: "/home").log == new)
    #expect(devices.news.isEmpty)
  }

  @Test func `a new log that nobody could name waits, and is named once the old one is back`() throws {
    let devices = Devices()
    let log = try devices.found("/w", on: "/home").log
    try devices.record("T-1", at: "/w", on: "/home")
    let path = "/w/logs/\(log)/0000000001.jsonl"
    let whole = try devices.files.contents(of: path)
    _ = try damage(log, line: 1, in: "/w", devices)
    let new = try devices.record("T-2", at: "/w", on: "/home").log
    #expect(devices.begun.flatMap { $0 }.map(\.isVouched) == [false])
    #expect(try Status(of: devices.open("/w", on: "/home")).isMember == false)
    #expect(throws: WorkspaceError.self) { try Recording(try devices.open("/w", on: "/home")).admit(new) }
    try devices.files.writeWhole(whole, to: path)
    _ = try Recording(try devices.open("/w", on: "/home")).admit(new)
    let workspace = try devices.open("/w", on: "/home")
    #expect(try workspace.state().members.members[new]?.isFounder == true)
    #expect(try Status(of: workspace).isMember)
    #expect(try workspace.ended() == ["T-1", "T-2"])
    #expect(throws: WorkspaceError.self) { try Recording(workspace).admit(new) }
  }

  @Test func `a log that is gone is gone on from, and may come back`() throws {
    let devices = Devices()
    let log = try devices.found("/w", on: "/home").log
    try devices.record("T-1", at: "/w", on: "/home")
    try devices.duplicate("/w/logs/\(log)", to: "/elsewhere")
    try devices.remove("/w/logs/\(log)")
    let new = try devices.record("T-2", at: "/w", on: "/home").log
    #expect(devices.begun.flatMap { $0 }.map(\.reason) == [.gone])
    try devices.duplicate("/elsewhere", to: "/w/logs/\(log)")
    _ = try Recording(try devices.open("/w", on: "/home")).admit(new)
    #expect(try devices.open("/w", on: "/home").ended() == ["T-1", "T-2"])
  }

  @Test func `a member whose word for its new log was lost gets its role back by being admitted`() throws {
    let devices = Devices()
    try devices.found("/a", on: "/home-a")
    let old = try devices.found("/b", on: "/home-b", joining: "/a").log
    _ = try Recording(try devices.open("/a", on: "/home-a")).admit(old, role: .lezer)
    try devices.duplicate("/b", to: "/c")
    try devices.record("T-1", at: "/c", on: "/home-c")
    let new = try devices.open("/c", on: "/home-c").log
    // The old log as it was before it named the new one.
    try devices.duplicate("/b/logs/\(old)", to: "/a/logs/\(old)")
    try devices.duplicate("/c/logs/\(new)", to: "/a/logs/\(new)")
    let before = try devices.open("/a", on: "/home-a").state()
    #expect(!before.members.contains(new))
    _ = try Recording(try devices.open("/a", on: "/home-a")).admit(new)
    #expect(try devices.open("/a", on: "/home-a").state().members.members[new]?.role == .lezer)
  }

  @Test func `lines written elsewhere that arrive as a branch end the log, and both branches count`() throws {
    let devices = Devices()
    let log = try devices.found("/a", on: "/home-a").log
    try devices.duplicate("/a", to: "/b")
    // A device that remembers nothing goes on in the log.
    try devices.record("T-1", at: "/b", on: nil)
    try devices.record("T-2", at: "/a", on: "/home-a")
    let other = LogFolder(log, in: "/b/logs", files: devices.files)
    let header = try other.header()
    let bytes = try devices.files.contents(of: other.path + "/0000000001.jsonl")
    let lines = bytes.split(separator: 0x0A).map { Array($0) + [0x0A] }
    let text = String(decoding: lines[3], as: UTF8.self)
    let chain = try #require(Chain(String(text.dropFirst(10).prefix(11))))
    let branch = LogFolder(log, fork: chain, in: "/a/logs", files: devices.files)
    try devices.files.makeFolders(branch.path)
    try devices.files.writeWhole(lines[3], to: branch.path + "/0000000004.jsonl")

    let before = try Status(of: devices.open("/a", on: "/home-a"))
    #expect(before.reasonToLeave == .forked && before.forks.map(\.isReported) == [true] && before.forks[0].isOwn)
    let new = try devices.record("T-3", at: "/a", on: "/home-a").log
    #expect(new != log && devices.begun.flatMap { $0 }.map(\.reason) == [.forked])
    #expect(try devices.record("T-4", at: "/a", on: "/home-a").log == new)
    let workspace = try devices.open("/a", on: "/home-a")
    #expect(try workspace.ended() == ["T-1", "T-2", "T-3", "T-4"])
    let status = try Status(of: workspace)
    #expect(status.reasonToLeave == nil && status.isMember && status.forks.map(\.isReported) == [true])
    #expect(status.former == [log: .gedeeld] && header.audience == .gedeeld)
    let fork = try #require(status.json["forks"]?.arrayValue?.first)
    #expect(fork["seq"] == 4 && fork["reported"] == true && fork["branches"]?.arrayValue?.count == 2)
    #expect(try workspace.damage() == [])
  }
}
