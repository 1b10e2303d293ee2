import Bundle
import CanonicalJSON
import EventLog
import Identity
import Merge
import Platform
import TestSupport
import Testing
import Vocabulary

@testable import Workspace

/// A folder that was copied, put back or damaged, and the log that its instance goes on in.
@Suite struct OwnLogTests {
  @Test func `an instance that stays where it is keeps its log`() throws {
    let devices = Devices()
    let log = try devices.found("/w", on: "/home").log
    for number in 1...5 { #expect(try devices.record("T-\(number)", at: "/w", on: "/home").log == log) }
    try devices.record("T-6", at: "/w", on: "/home", audience: .prive)
    let workspace = try devices.open("/w", on: "/home")
    for own in [log, try #require(workspace.settings.logs[.prive])] {
      let tail = try LogTail(of: LogFolder(own, in: workspace.logsPath, files: devices.files))
      let remembered = try StateFolder(workspace.surroundings)?.end(of: own)
      #expect(remembered == LogEnd(seq: tail.seq, chain: Chain(tail.link)))
    }
    #expect(devices.news.isEmpty)
    #expect(workspace.settings.former.isEmpty)
  }

  @Test func `a copy on another device goes on in logs of its own, and the original in the old ones`() throws {
    let devices = Devices()
    let log = try devices.found("/a", on: "/home-a").log
    try devices.record("T-1", at: "/a", on: "/home-a")
    try devices.record("P-1", at: "/a", on: "/home-a", audience: .prive)
    try devices.duplicate("/a", to: "/b")
    let new = try devices.record("T-2", at: "/b", on: "/home-b").log
    #expect(new != log)
    let begun = devices.begun
    #expect(begun.count == 1 && begun[0].map(\.audience) == [.gedeeld, .prive])
    #expect(begun[0].allSatisfy { $0.reason == .unknownHere && $0.isVouched })
    // Only once, and not at the original.
    try devices.record("T-3", at: "/b", on: "/home-b")
    try devices.record("P-2", at: "/b", on: "/home-b", audience: .prive)
    #expect(try devices.record("T-4", at: "/a", on: "/home-a").log == log)
    #expect(devices.news.isEmpty)

    let copy = try devices.open("/b", on: "/home-b")
    #expect(copy.log == new && copy.settings.former[log] == .gedeeld)
    #expect(try copy.ended() == ["T-1", "T-2", "T-3", "P-1", "P-2"])
    let state = try copy.state()
    #expect(state.members.members[new]?.isFounder == true)
    #expect(MemberList.names(in: state)[new.text] == MemberList.names(in: state)[log.text])
    #expect(state.conflicts.isEmpty && state.table.faults.isEmpty)
    #expect(try copy.damage() == [])
    let old = try #require(state.table.branch(of: log))
    #expect(old.rows.suffix(2).map { state.table.kindName($0) } == ["eigen_log", "checkpoint"])
    #expect(state.table.branch(of: new)?.header?.follows == log)
  }

  @Test func `the settings never name a log that a power cut takes, also where beginning it failed before`() throws {
    let start = Devices()
    let old = try start.found("/w", on: "/home").log
    // Nothing is remembered there, so another log is begun.
    let whole = start.copy(seed: 2)
    let before = whole.files.callCount
    try whole.record("T-1", at: "/w", on: "/other")
    var cutCount = 0
    for call in 1...(whole.files.callCount - before) {
      let failed = start.copy(seed: 2)
      failed.files.inject(.fails(.other(5)), atCall: failed.files.callCount + call)
      _ = try? failed.record("T-1", at: "/w", on: "/other")
      failed.files.clearFaults()
      // Only where a log stands there that a power cut would take.
      let there = try Set(LogFolder.logs(in: "/w/logs", files: failed.files))
      let durable = failed.files.afterPowerCut(.nothing)
      let isLost = try there.contains { try LogFolder($0, in: "/w/logs", files: durable).parts().isEmpty }
      guard isLost else { continue }
      for cut in 1...150 {
        // A copy of the disk would make all of it durable, so the same is done again.
        let devices = start.copy(seed: 2)
        devices.files.inject(.fails(.other(5)), atCall: devices.files.callCount + call)
        _ = try? devices.record("T-1", at: "/w", on: "/other")
        devices.files.clearFaults()
        devices.files.inject(.powerCut, atCall: devices.files.callCount + cut)
        _ = try? devices.record("T-2", at: "/w", on: "/other")
        guard devices.files.isOff else { break }
        cutCount += 1
        let after = Devices(devices.files.afterPowerCut(.nothing), seed: 3)
        let log = try after.open("/w", on: "/other").log
        let parts = try LogFolder(log, in: "/w/logs", files: after.files).parts()
        #expect(log == old || !parts.isEmpty, "call \(call), cut \(cut)")
      }
    }
    #expect(cutCount > 0)
  }

  @Test func `a copy that left its log sends to the one who goes on in it, and hears what that one has`() throws {
    let devices = Devices()
    let log = try devices.found("/a", on: "/home-a").log
    try devices.duplicate("/a", to: "/b")
    try devices.record("T-1", at: "/a", on: "/home-a")
    try devices.record("T-2", at: "/b", on: "/home-b")
    func exchange(_ folder: String, _ home: String) throws -> Exchange {
      Exchange(try Recording(devices.open(folder, on: home)))
    }
    _ = try exchange("/a", "/home-a").makeClearBundle(at: "/a.veld")
    _ = try exchange("/b", "/home-b").apply("/a.veld")
    let made = try exchange("/b", "/home-b").make(BundleRequest(.everyone), at: "/b.veld")
    #expect(made[0].receivers == [log])
    let applied = try exchange("/a", "/home-a").apply("/b.veld.age").applied
    #expect(applied.newCount == made[0].lineCount)
    #expect(try devices.open("/a", on: "/home-a").ended() == ["T-1", "T-2"])
    // What came back counts, so nothing goes twice.
    _ = try exchange("/a", "/home-a").make(BundleRequest(.everyone), at: "/again.veld")
    _ = try exchange("/b", "/home-b").apply("/again.veld.age")
    #expect(try exchange("/b", "/home-b").make(BundleRequest(.everyone), at: "/rest.veld")[0].lineCount == 0)
  }

  @Test(arguments: [true, false])
  func `a backup that was put back goes on in a new log, unless all is in it`(isOlder: Bool) throws {
    let devices = Devices()
    let log = try devices.found("/w", on: "/home").log
    try devices.record("T-1", at: "/w", on: "/home")
    if isOlder { try devices.duplicate("/w", to: "/backup") }
    try devices.record("T-2", at: "/w", on: "/home")
    if !isOlder { try devices.duplicate("/w", to: "/backup") }
    try devices.putBack("/backup", to: "/w")
    let next = try devices.record("T-3", at: "/w", on: "/home").log
    #expect((next != log) == isOlder)
    #expect(devices.begun.flatMap { $0 }.map(\.reason) == (isOlder ? [.behind] : []))
    #expect(try devices.open("/w", on: "/home").ended() == (isOlder ? ["T-1", "T-3"] : ["T-1", "T-2", "T-3"]))
  }

  @Test func `a folder that came back from another device, and one that ends otherwise, are noticed`() throws {
    let devices = Devices()
    let log = try devices.found("/w", on: "/home").log
    try devices.duplicate("/w", to: "/ahead")
    try devices.duplicate("/w", to: "/otherwise")
    // Written without remembering, as on a device without a home.
    try devices.record("T-1", at: "/ahead", on: nil)
    try devices.record("T-2", at: "/otherwise", on: nil)
    try devices.record("T-3", at: "/w", on: "/home")
    try devices.putBack("/otherwise", to: "/w")
    #expect(try devices.record("T-4", at: "/w", on: "/home").log != log)
    #expect(devices.begun.flatMap { $0 }.map(\.reason) == [.otherEnd])
    let fresh = devices.copy(seed: 2)
    let state = try #require(StateFolder(fresh.surroundings("/home")))
    let tail = try LogTail(of: LogFolder(log, in: "/ahead/logs", files: fresh.files))
    try state.remember(LogEnd(seq: tail.seq - 1, chain: Chain(value: 1)), of: log)
    #expect(try fresh.record("T-5", at: "/ahead", on: "/home").log != log)
    #expect(fresh.begun.first?.first?.reason == .ahead)
    #expect(try fresh.open("/ahead", on: "/home").ended() == ["T-1", "T-5"])
  }

  @Test func `a log that a copy ended and nobody wrote in since is gone on in`() throws {
    let devices = Devices()
    let log = try devices.found("/a", on: "/home-a").log
    try devices.record("T-1", at: "/a", on: "/home-a")
    try devices.duplicate("/a", to: "/b")
    let new = try devices.record("T-2", at: "/b", on: "/home-b").log
    _ = devices.news
    // What a bundle brings: the end of the old log, and the new one.
    for name in [log, new] {
      let path = "/logs/\(name)/0000000001.jsonl"
      try devices.files.makeFolders("/a/logs/\(name)")
      try devices.files.writeWhole(try devices.files.contents(of: "/b" + path), to: "/a" + path)
    }
    #expect(try devices.record("T-3", at: "/a", on: "/home-a").log == log)
    #expect(devices.news.isEmpty)
    #expect(try devices.open("/a", on: "/home-a").ended() == ["T-1", "T-2", "T-3"])
  }

  @Test func `where nothing can be remembered the log stays, and people are told`() throws {
    let devices = Devices()
    let log = try devices.found("/w", on: nil).log
    try devices.files.writeWhole([], to: "/full")
    for number in 1...3 {
      #expect(try devices.record("T-\(number)", at: "/w", on: "/full").log == log)
      let news = devices.news
      #expect(news.count == 1)
      if case .stateNotKept(let error) = try #require(news.first) { #expect(error.path.hasPrefix("/full")) }
    }
    #expect(try devices.open("/w", on: nil).ended().count == 3)
  }

  @Test func `a record that cannot be read counts as none`() throws {
    for text in ["", "7", "7 \n", "x AAAAAAAAAAA\n", "7 AAAAAAAAAAA", "7 AAAAAAAAAAA\n\n", "-1 AAAAAAAAAAA\n"] {
      let devices = Devices()
      let workspace = try devices.found("/w", on: "/home")
      try devices.files.writeWhole(Array(text.utf8), to: "/home/veldlog/\(workspace.log)")
      #expect(try StateFolder(workspace.surroundings)?.end(of: workspace.log) == nil, "\(text)")
      #expect(try devices.record("T-1", at: "/w", on: "/home").log != workspace.log, "\(text)")
    }
  }

  @Test func `the settings come back with the logs in use, however often they were left`() throws {
    let devices = Devices()
    try devices.found("/w", on: "/home-0")
    for number in 1...3 {
      try devices.record("T-\(number)", at: "/w", on: "/home-\(number)")
      try devices.record("P-\(number)", at: "/w", on: "/home-\(number)", audience: .prive)
    }
    let workspace = try devices.open("/w", on: "/home-3")
    #expect(workspace.settings.former.count == 6)
    try devices.files.remove("/w/veldlog.json")
    let found = try devices.open("/w", on: "/home-3")
    #expect(found.settings.logs == workspace.settings.logs)
    #expect(found.settings.former == workspace.settings.former)
    #expect(try found.ended().count == 6)
    _ = devices.news
    try devices.record("T-4", at: "/w", on: "/home-3")
    #expect(devices.news.isEmpty)
  }

  @Test func `a process that was slow to take the lock does not write in a log that was left`() throws {
    let devices = Devices()
    try devices.found("/w", on: "/home")
    let early = try devices.open("/w", on: "/other")
    let new = try devices.record("T-1", at: "/w", on: "/other").log
    let recording = try Recording(early)
    #expect(try recording.writer(for: .gedeeld).log == new)
  }

  @Test func `a new log that is begun while the power goes is there whole or not begun`() throws {
    let start = Devices()
    try start.found("/a", on: "/home-a")
    try start.record("T-1", at: "/a", on: "/home-a")
    try start.record("P-1", at: "/a", on: "/home-a", audience: .prive)
    try start.duplicate("/a", to: "/w")
    func work(_ devices: Devices, _ said: inout Set<String>) throws {
      try devices.record("T-2", at: "/w", on: "/home-b")
      said.insert("T-2")
      try devices.record("P-2", at: "/w", on: "/home-b", audience: .prive)
      said.insert("P-2")
    }
    let whole = start.copy(seed: 3)
    var all: Set<String> = ["T-1", "P-1"]
    try work(whole, &all)
    let callCount = whole.files.callCount
    #expect(callCount > 30)
    for number in 1...callCount {
      let cut = start.copy(seed: 3)
      cut.files.inject(.powerCut, atCall: number)
      var said: Set<String> = ["T-1", "P-1"]
      // The last call but puts down what is remembered, after all was acknowledged.
      try? work(cut, &said)
      let seed = UInt64(number)
      let survivals: [PowerCutSurvival] = [.nothing, .chance(seed: seed), .everything, .chanceWithZeroes(seed: seed)]
      // CI tries all of them at each call.
      for (place, survival) in survivals.enumerated() where allFaults || place % 2 == number % 2 {
        let after = Devices(cut.files.afterPowerCut(survival), seed: 100 + seed)
        try check(after, said, "power cut at call \(number), \(cut.files.lastCall), \(survival)")
      }
      for fault in [Fault.fails(.diskFull), .writesOnly(9, then: .diskFull)] {
        let failing = start.copy(seed: 3)
        failing.files.inject(fault, atCall: number)
        var said: Set<String> = ["T-1", "P-1"]
        try? work(failing, &said)
        try check(failing, said, "\(fault) at call \(number), \(failing.files.lastCall)")
      }
    }
  }

  /// Whether all that was acknowledged is there, the instance goes on, and all its logs are vouched for.
  private func check(_ devices: Devices, _ said: Set<String>, _ fault: String) throws {
    let found = try devices.open("/w", on: "/home-b")
    #expect(try found.ended().isSuperset(of: said), "\(fault)")
    #expect(try found.damage() == [], "\(fault)")
    try devices.record("T-3", at: "/w", on: "/home-b")
    try devices.record("P-3", at: "/w", on: "/home-b", audience: .prive)
    let workspace = try devices.open("/w", on: "/home-b")
    #expect(try workspace.ended().isSuperset(of: said.union(["T-3", "P-3"])), "\(fault)")
    let state = try workspace.state()
    #expect(state.conflicts.isEmpty && state.table.faults.isEmpty, "\(fault)")
    for log in workspace.ownLogs(for: .gedeeld) { #expect(state.members.contains(log), "\(fault): \(log)") }
    #expect(MemberList.names(in: state)[workspace.log.text] == "laptop /a", "\(fault)")
    #expect(try workspace.damage() == [], "\(fault)")
    // Nothing is begun twice on one device.
    _ = devices.news
    try devices.record("T-4", at: "/w", on: "/home-b")
    try devices.record("P-4", at: "/w", on: "/home-b", audience: .prive)
    #expect(devices.news.isEmpty, "\(fault)")
    try devices.files.remove("/w/veldlog.json")
    #expect(try devices.open("/w", on: "/home-b").settings == workspace.settings, "\(fault)")
  }
}
