import CanonicalJSON
import EventLog
import Identity
import Merge
import Platform
import TestSupport
import Testing
import Vocabulary
import Workspace

@Suite struct LockingTests {
  static let passphrase = Array("vier woorden zijn genoeg".utf8)

  /// An instance with three names and a shared fact.
  static func instance() throws -> Region {
    let region = Region()
    try region.found("/a")
    for number in 1...3 { try region.recordName(number, at: "/a") }
    try region.record("T-1", ended: "2016-02-27", at: "/a")
    return region
  }

  @Test func `locked names are in no file, the logs still verify, and all comes back byte for byte`() throws {
    let region = try Self.instance()
    let before = try region.logs("/a")
    let said = try Said(try region.open("/a"))
    let closed = try region.close("/a")
    #expect([closed.lockedCount, closed.newCount] == [3, 3])
    #expect([closed.erasedCount, closed.damagedCount, closed.quarantinedCount] == [0, 0, 0])
    #expect(try region.filesHolding("Voorbeeldnaam", in: "/a") == [])
    let workspace = try region.open("/a")
    #expect(try workspace.damage() == [])
    let state = try workspace.ownState()
    #expect(try workspace.lockedRows(in: state).count == 3)
    #expect(workspace.openPrivateRows(in: state).isEmpty)
    #expect(try Said(workspace).fingerprint == said.fingerprint)
    #expect(try Said(workspace).live == said.live.filter { !$0.contains("respondent_naam") })

    #expect(try region.unlock("/a").counts == [3, 0, 0])
    #expect(try region.logs("/a") == before)
    #expect(!region.files.exists("/a/locked.age"))
    #expect(try Said(workspace) == said)
  }

  @Test func `no snapshot keeps what the lines of a locked log are about`() throws {
    let region = try Self.instance()
    let workspace = try region.open("/a")
    try StatusReading(of: workspace, program: "1").keep()
    try workspace.figureFacts(only: ["traject_beeindigd": ["traject"]], program: "1").keep()
    let names = ["/a/" + StatusReading.snapshotName, "/a/" + FigureFacts.snapshotName]
    #expect(names.map { region.files.exists($0) } == [true, true])
    try region.close("/a")
    #expect(names.map { region.files.exists($0) } == [false, false])
  }

  @Test func `a wrong passphrase changes nothing, and neither does a file that is damaged or of someone else`() throws {
    let region = try Self.instance()
    try region.close("/a")
    try region.recordName(4, at: "/a")
    let before = try region.tree("/a")
    let wrong = Array("drie woorden niet".utf8)
    #expect(throws: LockError.wrongPassphrase) { try region.unlock("/a", wrong) }
    #expect(throws: LockError.wrongPassphrase) { try region.close("/a", wrong) }
    #expect(try region.tree("/a") == before)

    let file = try region.files.contents(of: "/a/locked.age")
    let foreign = try Age.encrypt(
      Array("geheim\n".utf8), to: [.passphrase(Self.passphrase, workFactor: 1)], randomness: SeededRandomness(seed: 1))
    for bytes in [Array(file.dropLast()), [], foreign] {
      try region.files.writeWhole(bytes, to: "/a/locked.age")
      let before = try region.tree("/a")
      #expect(throws: (any Error).self) { try region.unlock("/a") }
      #expect(throws: (any Error).self) { try region.close("/a") }
      #expect(try region.tree("/a") == before)
    }
  }

  @Test func `without a private fact there is nothing to lock, and without a file nothing to unlock`() throws {
    let region = Region()
    try region.found("/a")
    #expect(try region.close("/a").lockedCount == 0)
    #expect(!region.files.exists("/a/locked.age"))
    #expect(throws: LockError.notLocked) { try region.unlock("/a") }
  }

  @Test func `what is recorded while the log is locked stands open, and is locked with the rest the next time`() throws
  {
    let region = try Self.instance()
    try region.close("/a")
    try region.recordName(4, at: "/a")
    #expect(try region.filesHolding("Voorbeeldnaam 4", in: "/a").count == 1)
    // The same again: what is locked was not compared, so it is recorded twice, and equal facts count once.
    try region.recordName(1, at: "/a")
    let closed = try region.close("/a")
    #expect(closed.lockedCount == 5)
    #expect(closed.newCount == 2)
    #expect(try region.filesHolding("Voorbeeldnaam", in: "/a") == [])
    #expect(try region.close("/a").newCount == 0)
    #expect(try region.unlock("/a").restoredCount == 5)
    let state = try region.open("/a").ownState()
    #expect(state.conflicts.isEmpty)
    #expect((0..<state.table.rowCount).count { state.isUsed[$0] && state.table.kindName($0) == "respondent_naam" } == 4)
  }

  @Test func `a locked fact is not corrected or retracted, and is named as locked`() throws {
    let region = try Self.instance()
    let reference = try region.recordName(4, at: "/a")
    try region.close("/a")
    let recording = try Recording(try region.open("/a"))
    func isLocked(_ error: any Error) -> Bool {
      if case WorkspaceError.factIsLocked(reference) = error { true } else { false }
    }
    #expect(performing: { try recording.retract(reference.text, reason: "dubbel") }, throws: isLocked)
    #expect(
      performing: { try recording.record("respondent_naam", Region.name(4), replaces: [reference]) }, throws: isLocked)
  }

  @Test func `who records privately while the log is locked is told so, once`() throws {
    let devices = Devices()
    try devices.found("/a", on: "/home")
    func told(_ numbers: ClosedRange<Int>) throws -> Int {
      _ = devices.news
      let recording = try Recording(try devices.open("/a", on: "/home"))
      for number in numbers { _ = try recording.record("respondent_naam", Region.name(number)) }
      return devices.news.count { if case .privateIsLocked = $0 { true } else { false } }
    }
    #expect(try told(1...2) == 0)
    _ = try PrivateLock(try devices.open("/a", on: "/home")).close(passphrase: Self.passphrase, workFactor: 1)
    #expect(try told(3...4) == 1)
    _ = devices.news
    try devices.record("T-1", at: "/a", on: "/home")
    #expect(devices.news.isEmpty)
  }

  @Test func `an erasure reaches what is locked: at the next unlocking, and at the next locking`() throws {
    for isReopened in [true, false] {
      let region = try Self.instance()
      let gone = try region.recordName(4, at: "/a")
      try region.close("/a")
      let doelen = JSONValue.array([.string(gone.text)])
      let wissing: JSONObject = try #require((["doelen": doelen, "grond": "verzoek"] as JSONValue).objectValue)
      let writer = try Recording(try region.open("/a")).writer(for: .prive)
      try writer.append([Draft(kind: "wissing", payload: wissing)])
      if !isReopened {
        #expect(try region.close("/a").erasedCount == 1)
        #expect(try region.unlock("/a").counts == [3, 0, 0])
      } else {
        #expect(try region.unlock("/a").counts == [3, 1, 0])
      }
      #expect(try region.filesHolding("Voorbeeldnaam 4", in: "/a") == [])
      #expect(try region.filesHolding("Voorbeeldnaam 3", in: "/a").count == 1)
      #expect(!region.files.exists("/a/locked.age"))
    }
  }

  @Test func `nothing about a person is erased while facts are locked that may be about the same`() throws {
    let region = try Self.instance()
    var request = ErasureRequest()
    request.trajecten = ["T-1"]
    try region.close("/a")
    #expect(throws: LockError.mustBeOpen) { try Erasing.plan(request, in: try region.open("/a")) }
    try region.unlock("/a")
    #expect(try Erasing.plan(request, in: try region.open("/a")).targetCount == 1)
  }

  @Test func `an attachment that a locked fact names stays when something else is erased`() throws {
    let region = try Self.instance()
    let gone = try region.record("T-2", ended: "2016-02-27", at: "/a")
    try region.files.writeWhole(Array("opname".utf8), to: "/opname.m4a")
    let attached = try Recording(try region.open("/a")).attach("/opname.m4a", [:], replaces: [], audience: .prive)
    try region.close("/a")
    let recording = try Recording(try region.open("/a"))
    let wissing = try #require(
      (["doelen": .array([.string(gone.text)]), "grond": "verzoek"] as JSONValue).objectValue)
    try recording.writer(for: .gedeeld).append([Draft(kind: "wissing", payload: wissing)])
    let carriedOut = try Erasing(recording).carryOut()
    #expect(carriedOut.lineCount == 1)
    #expect(carriedOut.attachments.isEmpty)
    #expect(try Attachments(try region.open("/a")).held().keys.contains(attached.sha256))
    #expect(try Doctor.findings(in: try region.open("/a")).allSatisfy { $0.code != "unnamed_attachments" })
  }

  @Test func `a payload that is not the line's is never put back, and stays where it is`() throws {
    let region = try Self.instance()
    let line = try #require(try region.linesOfNames("/a").first)
    try region.close("/a")
    let other = String(decoding: line, as: UTF8.self).split(separator: "Voorbeeldnaam").joined(separator: "Anderenaam")
    let file = try Age.encrypt(
      Array((other + "\n").utf8), to: [.passphrase(Self.passphrase, workFactor: 1)],
      randomness: SeededRandomness(seed: 2))
    try region.files.writeWhole(file, to: "/a/locked.age")
    let logs = try region.logs("/a")
    #expect(try region.unlock("/a").counts == [0, 0, 1])
    #expect(try region.logs("/a") == logs)
    #expect(try region.files.contents(of: "/a/locked.age") == file)
  }

  @Test func `lines whose log is gone stay in the file, and the others come back`() throws {
    let region = try Self.instance()
    try region.close("/a")
    let workspace = try region.open("/a")
    let log = try #require(workspace.settings.logs[.prive])
    let part = "/a/logs/\(log)/0000000001.jsonl"
    let bytes = try region.files.contents(of: part)
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: true)
    try region.files.writeWhole(Array(lines.dropLast().joined(separator: [0x0A] as [UInt8]) + [0x0A]), to: part)
    #expect(try region.unlock("/a").counts == [2, 0, 1])
    #expect(region.files.exists("/a/locked.age"))
    // The line comes back with the log, and then its payload does.
    try region.files.writeWhole(bytes, to: part)
    #expect(try region.unlock("/a").counts == [3, 0, 0])
    #expect(try region.filesHolding("Voorbeeldnaam", in: "/a").count == 1)
  }

  @Test func `the private logs of before are locked too`() throws {
    let devices = Devices()
    try devices.found("/a", on: "/home1")
    func record(_ number: Int, on home: String) throws {
      _ = try Recording(try devices.open("/a", on: home)).record("respondent_naam", Region.name(number))
    }
    try record(1, on: "/home1")
    // Another device does not know the folder, so it goes on in logs of its own.
    try record(2, on: "/home2")
    #expect(try devices.open("/a", on: "/home2").ownPrivate.count == 2)
    let closed = try PrivateLock(try devices.open("/a", on: "/home2")).close(
      passphrase: Self.passphrase, workFactor: 1)
    #expect(closed.lockedCount == 2)
    #expect(try Region(devices.files).filesHolding("Voorbeeldnaam", in: "/a") == [])
    #expect(try Region(devices.files).unlock("/a").restoredCount == 2)
    // Rewritten lines are the same lines, so no further log is begun.
    _ = devices.news
    try record(3, on: "/home2")
    #expect(devices.begun.isEmpty)
  }

  // MARK: Interrupted

  /// Every name is readable, or comes back with the passphrase.
  private func checkNothingIsLost(_ region: Region, _ fault: String, count: Int = 3) throws {
    let workspace = try region.open("/a")
    #expect(try workspace.damage() == [], "\(fault)")
    if try workspace.isLocked() { #expect(try region.unlock("/a").unplacedCount == 0, "\(fault)") }
    let state = try workspace.ownState()
    #expect(workspace.openPrivateRows(in: state).count == count, "\(fault)")
    #expect(!region.files.exists("/a/locked.age"), "\(fault)")
    try region.close("/a")
    #expect(try region.filesHolding("Voorbeeldnaam", in: "/a") == [], "\(fault)")
    #expect(try region.unlock("/a").restoredCount == count, "\(fault)")
  }

  @Test func `a locking that is interrupted loses no name`() throws {
    try InterruptionTests().forEachFault(from: try Self.instance()) { region in
      try region.close("/a")
    } _: { region, fault in
      try checkNothingIsLost(region, fault)
    }
  }

  @Test func `a second locking that is interrupted loses no name`() throws {
    let start = try Self.instance()
    try start.close("/a")
    try start.recordName(4, at: "/a")
    try InterruptionTests().forEachFault(from: start) { region in
      try region.close("/a")
    } _: { region, fault in
      try checkNothingIsLost(region, fault, count: 4)
    }
  }

  @Test func `an unlocking that is interrupted loses no name`() throws {
    let start = try Self.instance()
    try start.close("/a")
    try InterruptionTests().forEachFault(from: start) { region in
      try region.unlock("/a")
    } _: { region, fault in
      // Locked again at once, nothing that the unlocking wrote is left in clear.
      let locked = region.copy()
      try locked.close("/a")
      #expect(try locked.filesHolding("Voorbeeldnaam", in: "/a") == [], "\(fault)")
      try checkNothingIsLost(region, fault)
    }
  }
}

extension PrivateLock.Opened {
  /// Facts that were put back, erased, and left in the file.
  var counts: [Int] { [restoredCount, erasedCount, unplacedCount] }
}

extension Region {
  static func name(_ number: Int) -> JSONObject {
    (["respondent": .string("R\(number)"), "naam": .string("Voorbeeldnaam \(number)")] as JSONValue).objectValue
      ?? JSONObject()
  }

  @discardableResult
  func recordName(_ number: Int, at folder: String) throws -> Reference {
    try Recording(try open(folder)).record("respondent_naam", Self.name(number)).reference
  }

  @discardableResult
  func close(_ folder: String, _ passphrase: [UInt8] = LockingTests.passphrase) throws -> PrivateLock.Closed {
    try PrivateLock(try open(folder)).close(passphrase: passphrase, workFactor: 1)
  }

  @discardableResult
  func unlock(_ folder: String, _ passphrase: [UInt8] = LockingTests.passphrase) throws -> PrivateLock.Opened {
    try PrivateLock(try open(folder)).open(passphrase: passphrase)
  }

  func logs(_ folder: String) throws -> [String: [UInt8]] { try tree(folder + "/logs") }

  /// The paths of files with a text in them.
  func filesHolding(_ text: String, in folder: String) throws -> [String] {
    try tree(folder).filter { String(decoding: $0.value, as: UTF8.self).contains(text) }.keys.sorted()
  }

  func linesOfNames(_ folder: String) throws -> [[UInt8]] {
    let state = try open(folder).ownState()
    return (0..<state.table.rowCount).filter { state.table.kindName($0) == "respondent_naam" }
      .map { Array(state.table.line($0)) }
  }
}
