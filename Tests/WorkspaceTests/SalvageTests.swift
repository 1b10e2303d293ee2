import Bundle
import CanonicalJSON
import Cryptography
import EventLog
import Identity
import Merge
import Platform
import TestSupport
import Testing
import Vocabulary

@testable import Workspace

/// What comes out of a heap of copies.
@Suite struct SalvageTests {
  @Test func `of five copies, each damaged otherwise, all lines that any of them has come out`() throws {
    let heap = try SalvageHeap()
    for number in 1...5 { try heap.duplicate("/a", to: "/heap/\(number)") }
    let logs = try LogFolder.logs(in: "/a/logs", files: heap.files)
    for log in logs {
      // Cut off; a bit in every other line; the beginning gone; in another order; under another name, amid junk.
      try heap.change(heap.part(of: log, in: "/heap/1")) { $0.removeLast($0.count / 3) }
      try heap.change(heap.part(of: log, in: "/heap/2")) { bytes in
        for line in stride(from: 0, to: bytes.textLines.count, by: 2) {
          let start = bytes.textLines[..<line].reduce(0) { $0 + $1.count + 1 }
          bytes[start + 60] ^= 4
        }
      }
      try heap.change(heap.part(of: log, in: "/heap/3")) { $0.removeFirst($0.count / 2) }
      try heap.change(heap.part(of: log, in: "/heap/4")) { $0 = $0.textLines.reversed().flatMap { $0 + [0x0A] } }
      let whole = try heap.files.contents(of: heap.part(of: log, in: "/heap/5"))
      try heap.files.writeWhole(
        [0, 1, 2] + whole.prefix(whole.count / 2) + Array("\n\nnotities\n".utf8), to: "/heap/5/\(log).txt")
      try heap.files.remove(heap.part(of: log, in: "/heap/5"))
    }
    let report = try heap.salvage()
    #expect(try heap.lines(in: "/new") == heap.lines(in: "/a"))
    #expect(try heap.isWhole("/new"))
    #expect(try Said(heap.region.open("/new")) == Said(heap.region.open("/a")))
    #expect(try heap.region.open("/new").settings == heap.region.open("/a").settings)
    #expect(report.logs.allSatisfy { $0.runs.isEmpty })
    #expect(try heap.region.tree("/new").keys.filter { $0.hasPrefix("/new/keys/") }.count == 3)
  }

  @Test func `what is salvaged can be written on, in a new log where nothing is remembered of the old one`() throws {
    let heap = try SalvageHeap()
    try heap.duplicate("/a", to: "/heap/1")
    try heap.salvage()
    let old = try heap.region.open("/new").log
    let surroundings = Surroundings(
      files: heap.files, clock: TickingClock(), randomness: SeededRandomness(seed: 77), stateFolder: "/home/veldlog")
    let payload: JSONValue = ["traject": "T-9", "datum": "2016-05-05", "reden": "01"]
    let reference = try Recording(try Workspace(opening: "/new", surroundings: surroundings))
      .record("traject_beeindigd", payload.objectValue ?? .init()).reference
    #expect(reference.log != old)
    #expect(try heap.isWhole("/new"))
    #expect(try Said(heap.region.open("/new")).live.contains { $0.contains("T-9") })
  }

  @Test func `of a log that went on in two places both branches come out`() throws {
    let heap = try SalvageHeap()
    try heap.duplicate("/a", to: "/heap/1")
    try heap.duplicate("/a", to: "/heap/2")
    try heap.region.record("T-7", ended: "2016-04-01", at: "/heap/1")
    try heap.region.record("T-8", ended: "2016-04-02", at: "/heap/2")
    try heap.region.record("T-9", ended: "2016-04-03", at: "/heap/2")
    let report = try heap.salvage()
    #expect(Set(try heap.lines(in: "/new")) == Set(try heap.lines(in: "/heap/1") + heap.lines(in: "/heap/2")))
    #expect(try heap.isWhole("/new"))
    let workspace = try heap.region.open("/new")
    let log = try #require(report.logs.first { $0.log == workspace.log })
    #expect(log.branchCount == 2 && log.heads.count == 2)
    let said = try Said(workspace)
    for traject in ["T-7", "T-8", "T-9"] { #expect(said.live.contains { $0.contains(traject) }) }
    #expect(try workspace.state().table.forks.count == 1)
  }

  @Test func `what does not join on is kept aside, and joins on once the missing line turns up`() throws {
    let heap = try SalvageHeap(recording: 8)
    try heap.duplicate("/b", to: "/heap/1")
    let log = try heap.region.open("/b").log
    let part = heap.part(of: log, in: "/heap/1")
    let lines = try heap.files.contents(of: part).textLines
    try heap.change(part) { bytes in bytes[lines[..<3].reduce(0) { $0 + $1.count + 1 } + 70] ^= 1 }
    let report = try heap.salvage()
    let found = try #require(report.logs.first { $0.log == log })
    let checkpoint = try #require(
      lines[4...].firstIndex { String(decoding: $0, as: UTF8.self).contains("\"kind\":\"checkpoint\"") })
    #expect(found.lineCount == 3)
    #expect(found.runs.map(\.state) == [.missing, .unverified, .detached])
    #expect(found.runs.map(\.firstSeq) == [4, 5, checkpoint + 1])
    #expect(found.runs.map(\.lastSeq) == [4, checkpoint, lines.count])
    #expect(report.isIncomplete && report.damage.map(\.isWholeElsewhere) == [false])
    #expect(try heap.isWhole("/new"))

    // The line alone, in a file of its own.
    try heap.files.writeWhole(lines[3] + [0x0A], to: "/heap/een regel.txt")
    let second = try heap.complete("/new", from: ["/heap/een regel.txt"])
    #expect(second.logs.first { $0.log == log }?.newCount == lines.count - 3)
    #expect(!second.isIncomplete)
    #expect(try heap.lines(in: "/new") == heap.lines(in: "/b"))
    #expect(try heap.isWhole("/new"))
    #expect(try heap.files.names(in: "/new/quarantine").isEmpty)
  }

  @Test func `an instance gets its damaged and missing lines back, and nothing else changes`() throws {
    let heap = try SalvageHeap()
    try heap.duplicate("/a", to: "/heap/1")
    let before = try heap.lines(in: "/a")
    let log = try heap.region.open("/a").log
    let part = heap.part(of: log, in: "/a")
    let whole = try heap.files.contents(of: part)
    try heap.change(part) { $0[whole.textLines[0].count + 80] ^= 1 }
    let other = try heap.region.open("/b").log
    try heap.change(heap.part(of: other, in: "/a")) { $0.removeLast(300) }
    #expect(try !heap.isWhole("/a"))
    let report = try heap.complete("/a")
    #expect(try heap.lines(in: "/a") == before)
    #expect(try heap.isWhole("/a"))
    #expect(try heap.files.contents(of: part) == whole)
    #expect(report.newCount > 1)
    // What was damaged is kept too.
    #expect(try heap.files.names(in: "/a/quarantine").count == 2)
    let tree = try heap.region.tree("/a")
    try heap.complete("/a")
    #expect(try heap.region.tree("/a") == tree)
  }

  @Test func `lines behind damage stay readable where no copy has the damaged line`() throws {
    let heap = try SalvageHeap()
    let log = try heap.region.open("/a").log
    let part = heap.part(of: log, in: "/a")
    let whole = try heap.files.contents(of: part)
    let starts = whole.textLines.indices.map { whole.textLines[..<$0].reduce(0) { $0 + $1.count + 1 } }
    try heap.change(part) { bytes in
      bytes[starts[2] + 70] ^= 1
      bytes[starts[4] + 70] ^= 1
    }
    let damaged = try heap.files.contents(of: part)
    // Only one of the two is found.
    try heap.files.writeWhole(whole.textLines[2] + [0x0A], to: "/heap/x")
    let live = try heap.region.open("/a").state().liveCount
    let report = try heap.complete("/a")
    #expect(report.isIncomplete)
    var wanted = damaged
    wanted[starts[2] + 70] ^= 1
    #expect(try heap.files.contents(of: part) == wanted)
    #expect(try heap.region.open("/a").state().liveCount > live)
  }

  @Test func `whatever leaves a file that is repaired is kept, unless it was erased`() throws {
    let heap = try SalvageHeap()
    try heap.duplicate("/a", to: "/heap/1")
    let log = try heap.region.open("/a").log
    let part = heap.part(of: log, in: "/a")
    let lines = try heap.files.contents(of: part).textLines
    let text = String(decoding: lines[5], as: UTF8.self)
    let other = try heap.files.contents(of: heap.part(of: heap.region.open("/b").log, in: "/b")).textLines[2]
    // Another value that is canonical too, a line of another log, a copy of the same line, and bytes that are none.
    let changed = Array(text.replacing("\"T-1\"", with: "\"T-9\"").utf8)
    #expect(changed != lines[5])
    let bad = [lines[0], lines[1], lines[1], lines[2], lines[3], lines[4], changed, other, Array("rommel".utf8)]
    try heap.files.writeWhole(bad.flatMap { $0 + [0x0A] } + lines[6...].flatMap { $0 + [0x0A] }, to: part)
    try heap.complete("/a")
    #expect(try heap.files.contents(of: part) == lines.flatMap { $0 + [0x0A] })
    let names = try heap.files.names(in: "/a/quarantine")
    let kept = try names.flatMap { try heap.files.contents(of: "/a/quarantine/" + $0).textLines }
    for line in [changed, other, Array("rommel".utf8)] { #expect(kept.contains(line)) }
    #expect(kept.count == 3)
  }

  @Test func `lines of others that no checkpoint vouches for are not added to an instance`() throws {
    let heap = try SalvageHeap()
    try heap.duplicate("/b", to: "/heap/b")
    try heap.region.record("X-1", ended: "2016-06-01", at: "/heap/b")
    let log = try heap.region.open("/b").log
    let seq = try heap.files.contents(of: heap.part(of: log, in: "/heap/b")).textLines.count
    let before = try heap.lines(in: "/a")
    let report = try heap.complete("/a")
    #expect(try Set(heap.lines(in: "/a")).subtracting(before).allSatisfy { !$0.contains("X-1") })
    let run = try #require(report.logs.first { $0.log == log }?.runs.first)
    #expect(run.state == .unverified && run.firstSeq == seq)
    // A new folder takes all there is.
    try heap.salvage()
    #expect(try heap.lines(in: "/new").contains { $0.contains("X-1") })
  }

  @Test func `a last line whose line feed was never written is not taken, unless another follows it`() throws {
    let heap = try SalvageHeap()
    try heap.duplicate("/b", to: "/heap/1")
    let log = try heap.region.open("/b").log
    let part = heap.part(of: log, in: "/heap/1")
    let lines = try heap.files.contents(of: part).textLines
    try heap.change(part) { $0.removeLast() }
    #expect(try heap.salvage().logs.first { $0.log == log }?.lineCount == lines.count - 1)
    try heap.files.writeWhole(lines[lines.count - 1] + [0x0A], to: "/heap/2")
    try heap.change(part) { $0.removeLast(lines[lines.count - 1].count + 1) }
    #expect(try heap.salvage(heap.request(to: "/new2")).logs.first { $0.log == log }?.lineCount == lines.count)
  }

  @Test func `a payload is taken where any copy has it, and an erasure in force takes it away`() throws {
    let heap = try SalvageHeap()
    try heap.duplicate("/a", to: "/heap/1")
    try heap.duplicate("/a", to: "/heap/2")
    let log = try heap.region.open("/a").log
    for path in [heap.part(of: log, in: "/heap/1")] {
      try heap.change(path) { bytes in
        bytes = bytes.textLines.reduce(into: []) { $0 += Self.erased($1) + [0x0A] }
      }
    }
    try heap.salvage()
    #expect(try heap.lines(in: "/new") == heap.lines(in: "/a"))

    let target = try #require(try Said(heap.region.open("/a")).live.first { $0.contains("T-1") })
    let reference = String(target.split(separator: " ")[0])
    let payload: JSONValue = ["doelen": [.string(reference)], "grond": "verzoek"]
    _ = try Recording(try heap.region.open("/heap/2")).append(
      [Draft(kind: "wissing", payload: payload.objectValue ?? .init())], to: .gedeeld)
    let report = try heap.salvage(heap.request(to: "/new2"))
    #expect(report.logs.first { $0.log == log }?.erasedCount == 1)
    #expect(try !heap.lines(in: "/new2").contains { $0.contains("\"T-1\"") })
    #expect(try heap.isWhole("/new2"))
    #expect(try heap.region.open("/new2").state().missingRows.isEmpty)
  }

  /// The line as it stands when its payload was removed; structural ones as they are.
  private static func erased(_ line: [UInt8]) -> [UInt8] {
    line.withUnsafeBufferPointer { bytes in
      guard let view = try? LineView(parsing: bytes, in: 0..<bytes.count),
        !LineView.structuralKinds.contains(String(decoding: bytes.part(view.kind), as: UTF8.self))
      else { return line }
      return view.withoutPayload(in: bytes, LinkHasher())
    }
  }

  @Test func `without a key there is a folder to read, and nothing can be recorded in it`() throws {
    let heap = try SalvageHeap()
    try heap.files.writeWhole(try heap.files.contents(of: "/a.veld"), to: "/heap/a.veld")
    let report = try heap.salvage()
    #expect(!report.canRecord)
    #expect(try heap.isWhole("/new"))
    #expect(throws: WorkspaceError.self) { try heap.region.record("T-5", ended: "2016-01-01", at: "/new") }
    #expect(try Said(heap.region.open("/new")).live.contains { $0.contains("T-4") })
  }

  @Test func `two workspaces or two members in a heap have to be told apart`() throws {
    let heap = try SalvageHeap()
    try heap.duplicate("/a", to: "/heap/a")
    try heap.duplicate("/b", to: "/heap/b")
    var request = heap.request()
    #expect(throws: SalvageError.self) { try heap.salvage(request) }
    #expect(try heap.files.entry(at: "/new") == nil)
    request.log = try heap.region.open("/b").log
    let report = try heap.salvage(request)
    #expect(report.own == request.log && report.otherKeys.count == 2)
    // A private log stays with its writer.
    let other = try #require(try heap.region.open("/a").settings.logs[.prive])
    #expect(report.otherPrivateCount == 1 && !report.logs.contains { $0.log == other })
    let completed = try heap.complete("/b", from: ["/heap/a"])
    #expect(completed.otherPrivateCount == 1 && !completed.logs.contains { $0.log == other })
    #expect(try heap.region.open("/new").settings == heap.region.open("/b").settings)

    try heap.region.found("/x")
    try heap.duplicate("/x", to: "/heap/x")
    request = heap.request(to: "/new2")
    #expect(throws: SalvageError.self) { try heap.salvage(request) }
    request.workspace = try heap.region.open("/x").settings.workspace
    #expect(try heap.salvage(request).otherWorkspaceCount > 0)
    #expect(try heap.lines(in: "/new2") == heap.lines(in: "/x"))
  }

  @Test func `settings that are lost are found again from keys and logs`() throws {
    let heap = try SalvageHeap()
    try heap.duplicate("/a", to: "/heap/a")
    try heap.files.remove("/heap/a/veldlog.json")
    try heap.salvage()
    #expect(try heap.region.open("/new").settings == heap.region.open("/a").settings)
  }

  @Test func `nothing is written in a source, over something else, or on a dry run`() throws {
    let heap = try SalvageHeap()
    try heap.duplicate("/a", to: "/heap/a")
    #expect(throws: SalvageError.self) { try heap.salvage(heap.request(to: "/heap/new")) }
    #expect(throws: SalvageError.self) { try heap.salvage(heap.request(to: "/b")) }
    var request = heap.request()
    request.isDryRun = true
    let before = try heap.region.tree("/")
    let dry = try heap.salvage(request)
    #expect(try heap.region.tree("/") == before)
    let report = try heap.salvage()
    #expect(dry.usedCount == report.usedCount && dry.lineCount == report.lineCount)
  }

  @Test func `a heap without a line is refused`() throws {
    let heap = try SalvageHeap()
    try heap.files.writeWhole(Array("geen logboek\n".utf8), to: "/heap/x")
    #expect(throws: SalvageError.self) { try heap.salvage() }
    #expect(try heap.files.entry(at: "/new") == nil)
  }

  // MARK: Bundles

  @Test func `of a bundle that is cut off, what unpacks is used`() throws {
    let heap = try SalvageHeap(recording: 60)
    let recording = try Recording(try heap.region.open("/a"))
    let drafts = (0..<3000).map { number in
      let payload: JSONValue = ["traject": .string("V-\(number)"), "datum": "2016-02-27", "reden": "01"]
      return Draft(kind: "traject_beeindigd", payload: payload.objectValue ?? .init())
    }
    try recording.append(drafts, to: .gedeeld, closing: true)
    _ = try Exchange(recording).makeClearBundle(at: "/big.veld")
    let bundle = try heap.files.contents(of: "/big.veld")
    var counts: [Int] = []
    for (number, share) in [4, 3, 2, 1].enumerated() {
      try heap.files.writeWhole(Array(bundle[..<(bundle.count / share)]), to: "/heap/big.veld")
      let report = try heap.salvage(heap.request(to: "/new\(number)"))
      counts.append(report.lineCount)
      #expect(report.faults.count == (share == 1 ? 0 : 1))
      #expect(try heap.isWhole("/new\(number)"))
    }
    #expect(counts == counts.sorted() && counts[0] > 300 && counts[3] > 3000)
  }

  @Test func `an encrypted bundle opens with a key in the heap, or one that is given`() throws {
    let heap = try SalvageHeap()
    let bundle = try heap.files.contents(of: "/b.veld")
    let key = try #require(try heap.region.open("/a").keys.key(of: heap.region.open("/a").log))
    let encrypted = try Age.encrypt(
      bundle, to: [.sshEd25519(key.publicKey)], randomness: SeededRandomness(seed: 3))
    try heap.files.writeWhole(encrypted, to: "/heap/b.veld.age")
    let other = try #require(try heap.region.open("/a").settings.logs[.prive])
    try heap.files.writeWhole(
      try heap.files.contents(of: heap.part(of: other, in: "/a")), to: "/heap/p.jsonl")
    #expect(try heap.salvage().faults.count == 1)
    var request = heap.request(to: "/new2")
    request.keyFiles = ["/a/keys/\(LogID(key.publicKey))"]
    let given = try heap.salvage(request)
    #expect(given.faults.isEmpty)
    try heap.duplicate("/a/keys", to: "/heap/keys")
    let found = try heap.salvage(heap.request(to: "/new3"))
    #expect(found.faults.isEmpty && found.usedCount == given.usedCount)
  }

  @Test func `a bundle whose lines do not join on yet waits, and joins on by itself`() throws {
    let heap = try SalvageHeap()
    let log = try heap.region.open("/b").log
    try heap.duplicate("/a", to: "/heap/1")
    // Its line 1 is nowhere but in another bundle.
    let contents = try BundleContents(unpacking: heap.files.contents(of: "/b.veld"))
    let segment = contents.manifest.segments[contents.manifest.segments.firstIndex { $0.log == log } ?? 0]
    let lines = try heap.files.contents(of: heap.part(of: log, in: "/b")).textLines
    let rest: [UInt8] = lines[1..<segment.last].flatMap { $0 + [0x0A] }
    let after = try #require(
      lines[0].withUnsafeBufferPointer { try? LineView(parsing: $0, in: 0..<$0.count) }?.chain)
    let key = try #require(try heap.region.open("/b").keys.key(of: log))
    let late = BundleManifest(
      workspace: contents.manifest.workspace, writer: log,
      segments: [
        .init(
          log: log, first: 2, last: segment.last, chain: segment.chain, after: after, byteCount: rest.count,
          sha256: SHA256.hash(rest))
      ])
    try heap.files.writeWhole(
      try BundleWriter.pack(late, signedWith: key, segments: [rest]), to: "/heap/b.veld")
    try heap.files.remove(heap.part(of: log, in: "/heap/1"))
    let report = try heap.salvage()
    let runs = try #require(report.logs.first { $0.log == log }?.runs)
    #expect(runs.map(\.state).first == .missing && runs.allSatisfy { $0.state == .missing || $0.keptAt != nil })
    #expect(try HeldBundle.all(in: heap.region.open("/new")).count == 1)
    let before = try heap.lines(in: "/new").count
    try heap.region.apply("/b.veld", at: "/new")
    #expect(try heap.lines(in: "/new").count >= before + segment.last)
    #expect(try HeldBundle.all(in: heap.region.open("/new")).isEmpty)
    #expect(try heap.isWhole("/new"))
  }

  @Test func `what is locked comes along locked, and an open copy does not unlock it`() throws {
    let heap = try SalvageHeap()
    let payload: JSONValue = ["traject": "P-1", "datum": "2016-02-27", "reden": "01"]
    _ = try Recording(try heap.region.open("/a"))
      .record("traject_beeindigd", payload.objectValue ?? .init(), audience: .prive)
    try heap.duplicate("/a", to: "/open")
    let word = Array("een lange wachtzin".utf8)
    let closed = try PrivateLock(try heap.region.open("/a")).close(passphrase: word, workFactor: 4)
    #expect(closed.lockedCount > 0)
    try heap.duplicate("/a", to: "/heap/a")
    let report = try heap.salvage()
    #expect(report.isLocked && !report.isIncomplete)
    #expect(try heap.lines(in: "/new") == heap.lines(in: "/a"))
    let opened = try PrivateLock(try heap.region.open("/new")).open(passphrase: word)
    #expect(opened.restoredCount == closed.lockedCount && opened.unplacedCount == 0)

    // With the passphrase, and with an open copy.
    var request = heap.request(to: "/new2")
    request.passphrase = word
    #expect(try !heap.salvage(request).isLocked)
    #expect(try heap.lines(in: "/new2").contains { $0.contains("P-1") })
    let before = try heap.lines(in: "/a")
    let completed = try heap.complete("/a", from: ["/open"])
    #expect(!completed.isIncomplete)
    #expect(try heap.lines(in: "/a") == before)
  }

  @Test func `a tar of a copy gives its lines, its keys and its settings`() throws {
    let heap = try SalvageHeap()
    var writer = TarWriter()
    for (path, bytes) in try heap.region.tree("/a").sorted(by: { $0.key < $1.key })
    where !path.hasSuffix("/") && !bytes.isEmpty {
      try writer.append("oud" + path.dropFirst(2), bytes)
    }
    try heap.files.writeWhole(writer.finished(), to: "/heap/oud.tar")
    let report = try heap.salvage()
    #expect(!report.isIncomplete)
    #expect(try heap.lines(in: "/new") == heap.lines(in: "/a"))
    #expect(try heap.region.open("/new").settings == heap.region.open("/a").settings)
  }
}
