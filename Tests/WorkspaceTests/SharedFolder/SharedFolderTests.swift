import Bundle
import Cryptography
import EventLog
import Identity
import Merge
import Platform
import TestSupport
import Testing

@testable import Workspace

@Suite struct SharedFolderTests {
  @Test func `two instances level each other through a folder, and then leave it alone`() throws {
    let region = try Region.sharing()
    try region.record("T-1", ended: "2016-02-27", at: "/a")
    try region.record("T-2", ended: "2016-02-28", at: "/b")
    let first = try region.sync("/a", "/s")
    #expect(first.isEmptyFolder && first.written.count == 1 && first.written[0].receiverCount == 1)
    let path = try #require(first.written.first?.path)
    let workspace = try region.open("/a")
    let bytes = try region.files.contents(of: path)
    #expect(
      path
        == "/s/\(workspace.settings.workspace)/\(workspace.log)/\(SHA256.hash(bytes).hexadecimal.prefix(16)).veld.age")
    let second = try region.sync("/b", "/s")
    #expect(second.applied.map(\.newCount).reduce(0, +) > 0 && second.written.count == 1)
    let third = try region.sync("/a", "/s")
    #expect(third.applied.map(\.newCount).reduce(0, +) > 0 && third.written.isEmpty)
    #expect(try Said(try region.open("/a")) == Said(try region.open("/b")))
    let before = try region.tree("/s")
    for name in ["/a", "/b", "/a", "/b"] {
      let report = try region.sync(name, "/s")
      #expect(!report.isEventful && !report.isAside && report.bundleCount == 2)
    }
    #expect(try region.tree("/s") == before)
  }

  @Test func `a newcomer of whom nobody knows says so, and comes in by a bundle in clear`() throws {
    let region = Region()
    try region.found("/a")
    try region.join("/b", to: "/a")
    try region.files.makeFolders("/s")
    try region.record("T-1", ended: "2016-02-27", at: "/a")
    try region.record("T-2", ended: "2016-02-28", at: "/b")
    let alone = try region.sync("/b", "/s")
    #expect(alone.hasNoReceiver && alone.written.isEmpty)
    #expect(try region.sync("/b", "/s", isPlain: true).written.count == 1)
    let held = try region.sync("/a", "/s")
    #expect(held.isAside && held.applied.map(\.isFromStranger) == [true])
    #expect(try region.sync("/a", "/s").applied.isEmpty, "it waits, and is not applied again")
    try region.admit("/b", at: "/a")
    _ = try Exchange(try Recording(try region.open("/a"))).retryHeld()
    #expect(try region.level(["/a", "/b"], "/s"))
    #expect(try Said(try region.open("/a")) == Said(try region.open("/b")))
    #expect(try Said(try region.open("/a")).live.count { $0.contains("traject_beeindigd") } == 2)
  }

  @Test func `who is admitted later gets everything, also what was encrypted before`() throws {
    let region = try Region.sharing()
    try region.record("T-1", ended: "2016-02-27", at: "/a")
    #expect(try region.level(["/a", "/b"], "/s"))
    try region.join("/c", to: "/a")
    try region.bundle("/c.veld", from: "/c")
    try region.admit("/c", at: "/a")
    try region.apply("/c.veld", at: "/a")
    let none = try region.sync("/c", "/s", isPlain: true)
    #expect(none.applied.isEmpty && !none.skipped.isEmpty)
    #expect(none.skipped.allSatisfy { if case .notForUs = $0.reason { true } else { false } })
    #expect(!none.isAside)
    #expect(try region.level(["/a", "/b", "/c"], "/s"))
    #expect(try Said(try region.open("/a")) == Said(try region.open("/c")))
  }

  @Test func `a file that is lost, cut, renamed, doubled or put elsewhere does no harm`() throws {
    let start = try Region.sharing()
    for number in 1...3 {
      try start.record("A-\(number)", ended: "2016-02-27", at: "/a")
      try start.sync("/a", "/s")
      try start.record("B-\(number)", ended: "2016-02-27", at: "/b")
      try start.sync("/b", "/s")
    }
    let paths = try start.bundles(in: "/s").keys.sorted()
    #expect(paths.count >= 6)
    let whole = start.copy()
    #expect(try whole.level(["/a", "/b"], "/s"))
    let wanted = try Self.everything(whole)
    for (number, path) in paths.enumerated() {
      // Each harm to every third file, and each file harmed in some ways.
      for (place, harm) in Harm.allCases.enumerated() where (number + place) % 3 == 0 {
        let region = start.copy()
        let bytes = try region.files.contents(of: path)
        let other = paths.first { Path.folder(of: $0) != Path.folder(of: path) } ?? path
        switch harm {
        case .lost: try region.files.remove(path)
        case .cut: try region.files.writeWhole(Array(bytes.prefix(bytes.count / 2)), to: path)
        case .zeroes: try region.files.writeWhole([UInt8](repeating: 0, count: bytes.count), to: path)
        case .empty: try region.files.writeWhole([], to: path)
        case .renamed: try region.files.rename(path, to: Path.folder(of: path) + "/kopie van bundel.veld")
        case .conflict: try region.files.writeWhole(bytes, to: path + ".sync-conflict-20260101-120000-ABCDEFG.veld")
        case .misplaced: try region.files.rename(path, to: Path.folder(of: other) + "/" + Path.name(of: path))
        case .atTheRoot: try region.files.rename(path, to: "/s/los.veld.age")
        case .beside: try region.files.writeWhole(Array("van iemand anders".utf8), to: path + ".txt")
        case .swapped: try region.files.writeWhole(try region.files.contents(of: other), to: path)
        }
        let words = "\(harm) \(path)"
        #expect(try region.level(["/a", "/b"], "/s"), "\(words)")
        #expect(try Self.everything(region) == wanted, "\(words)")
        // A third who has nothing but the folder gets all of it.
        try region.join("/c", to: "/a")
        try region.bundle("/c.veld", from: "/c")
        try region.admit("/c", at: "/a")
        try region.apply("/c.veld", at: "/a")
        #expect(try region.level(["/a", "/b", "/c"], "/s"), "\(words)")
        #expect(try Said(try region.open("/c")) == Said(try region.open("/a")), "\(words)")
      }
    }
  }

  enum Harm: CaseIterable {
    case lost, cut, zeroes, empty, renamed, conflict, misplaced, atTheRoot, beside, swapped
  }

  static func everything(_ region: Region) throws -> [String] {
    let both = [try Said(try region.open("/a")), try Said(try region.open("/b"))]
    #expect(both[0] == both[1])
    return both[0].live.filter { $0.contains("traject_beeindigd") }
  }

  @Test func `a file that is still arriving is no error, and is applied once it is whole`() throws {
    let region = try Region.sharing()
    try region.record("T-1", ended: "2016-02-27", at: "/a")
    let path = try #require(try region.sync("/a", "/s").written.first?.path)
    let bytes = try region.files.contents(of: path)
    let said = try Said(try region.open("/b"))
    for count in stride(from: 0, to: bytes.count, by: 7) {
      try region.files.writeWhole(Array(bytes[..<count]), to: path)
      let report = try region.copy().sync("/b", "/s")
      // What is shorter than the first line of an encrypted file cannot be told from another kind of file.
      #expect(report.applied.isEmpty && (!report.isAside || count < 22), "\(count)")
      #expect(report.skipped.count == 1, "\(count)")
    }
    #expect(try Said(try region.open("/b")) == said)
    // What a file syncer is writing is not looked at.
    try region.files.rename(path, to: Path.folder(of: path) + "/.syncthing." + Path.name(of: path) + ".tmp")
    #expect(try region.sync("/b", "/s").skipped.isEmpty)
    try region.files.writeWhole(bytes, to: path)
    #expect(try region.sync("/b", "/s").applied.map(\.newCount).reduce(0, +) > 0)
    #expect(try Said(try region.open("/a")).live == Said(try region.open("/b")).live)
  }

  @Test func `what stays half is named after a while`() throws {
    let region = try Region.sharing()
    try region.files.makeFolders("/s/x")
    try region.files.writeWhole([0x28, 0xB5, 0x2F, 0xFD, 1], to: "/s/x/half.veld")
    try region.files.writeWhole([1], to: "/s/x/.tmp-0123.veld")
    func sync(at time: Int64) throws -> FolderReport {
      let surroundings = Surroundings(
        files: region.files, clock: ManualClock(at: time), randomness: SeededRandomness(seed: 3))
      var shared = SharedFolder("/s")
      return try shared.sync(try Recording(try Workspace(opening: "/a", surroundings: surroundings)))
    }
    let start: Int64 = 1_456_902_847_123
    let first = try sync(at: start)
    #expect(first.skipped.map(\.path) == ["/s/x/half.veld"] && !first.isAside)
    #expect(try !sync(at: start + 60_000).isAside)
    let late = try sync(at: start + 4_000_000)
    #expect(late.skipped.map(\.since) == [start, start] && late.isAside)
    // A clock that goes back is no reason to say so.
    #expect(try !sync(at: start - 9_000_000).isAside)
  }

  @Test func `a folder that is not there, is a file, or has the workspace in it, is refused and nothing changes`()
    throws
  {
    let region = try Region.sharing()
    let before = try region.tree("/")
    for (folder, error) in [
      ("/nergens", SharedFolderError.notThere(path: "/nergens")),
      ("/a.veld", .notAFolder(path: "/a.veld")),
      ("/a", .isWorkspace(path: "/a")), ("/a/logs", .isWorkspace(path: "/a/logs")), ("/", .isWorkspace(path: "/")),
    ] {
      #expect(throws: error) { try region.sync("/a", folder) }
    }
    #expect(try region.tree("/") == before)
  }

  @Test func `a folder that cannot be written still brings what is in it`() throws {
    let region = try Region.sharing()
    try region.record("T-1", ended: "2016-02-27", at: "/a")
    try region.sync("/a", "/s")
    try region.record("T-2", ended: "2016-02-27", at: "/b")
    let reading = Region(region.files.afterPowerCut(.everything))
    // Room for the lines that come, and none for a bundle.
    var full = reading
    for room in stride(from: 0, to: 40_000, by: 1_500) {
      full = reading.copy()
      full.files.setCapacity(full.files.usedByteCount + room)
      if let report = try? full.sync("/b", "/s"), report.notWritable != nil {
        #expect(report.notWritable?.reason == .diskFull)
        #expect(report.applied.map(\.newCount).reduce(0, +) > 0)
        #expect(try full.broken(in: "/s").isEmpty)
        full.files.setCapacity(nil)
        #expect(try full.level(["/a", "/b"], "/s"))
        #expect(try Said(try full.open("/a")) == Said(try full.open("/b")))
        return
      }
    }
    Issue.record("at no size of the disk could lines be written and a bundle not")
  }

  @Test func `an old copy of the folder that comes back is levelled again`() throws {
    let region = try Region.sharing()
    try region.record("T-1", ended: "2016-02-27", at: "/a")
    #expect(try region.level(["/a", "/b"], "/s"))
    let old = try region.bundles(in: "/s")
    try region.record("T-2", ended: "2016-02-27", at: "/b")
    #expect(try region.level(["/a", "/b"], "/s"))
    for path in try region.bundles(in: "/s").keys where old[path] == nil { try region.files.remove(path) }
    #expect(try region.level(["/a", "/b"], "/s"))
    for path in try region.bundles(in: "/s").keys { try region.files.remove(path) }
    #expect(try region.level(["/a", "/b"], "/s"))
    #expect(try Said(try region.open("/a")) == Said(try region.open("/b")))
    #expect(try !region.bundles(in: "/s").isEmpty)
  }

  @Test func `many small bundles are put together, and nothing in them is lost`() throws {
    let region = try Region.sharing()
    var most = 0
    for number in 1...40 {
      try region.record("A-\(number)", ended: "2016-02-27", at: "/a")
      try region.sync("/a", "/s")
      try region.record("B-\(number)", ended: "2016-02-27", at: "/b")
      try region.sync("/b", "/s")
      most = max(most, try region.bundles(in: "/s").count)
    }
    #expect(try region.level(["/a", "/b"], "/s"))
    #expect(most <= 36, "\(most) files")
    #expect(try region.bundles(in: "/s").count < 30)
    #expect(try region.broken(in: "/s").isEmpty)
    // The folder alone is enough for a third.
    try region.join("/c", to: "/a")
    try region.bundle("/c.veld", from: "/c")
    try region.admit("/c", at: "/a")
    try region.apply("/c.veld", at: "/a")
    #expect(try region.level(["/a", "/c"], "/s"))
    #expect(try Said(try region.open("/c")).live.count { $0.contains("traject_beeindigd") } == 80)
  }

  @Test func `a cache that is lost, damaged or of another changes nothing`() throws {
    let region = try Region.sharing()
    try region.record("T-1", ended: "2016-02-27", at: "/a")
    #expect(try region.level(["/a", "/b"], "/s"))
    let own = try region.files.contents(of: "/b/cache/folder.json")
    let other = try region.files.contents(of: "/a/cache/folder.json")
    for cache in [[], Array("{}".utf8), Array(own.dropLast(9)), other, [UInt8](repeating: 0, count: 99)] {
      let copy = region.copy()
      try copy.files.writeWhole(cache, to: "/b/cache/folder.json")
      try copy.record("T-2", ended: "2016-02-28", at: "/a")
      #expect(try copy.level(["/a", "/b"], "/s"))
      #expect(try Said(try copy.open("/a")) == Said(try copy.open("/b")))
    }
    // An instance that was put back from before its last sync, cache and all but the logs.
    let before = region.copy()
    try region.record("T-3", ended: "2016-02-28", at: "/a")
    #expect(try region.level(["/a", "/b"], "/s"))
    for (path, bytes) in try region.tree("/s") where !path.hasSuffix("/") {
      try before.files.makeFolders(Path.folder(of: path))
      try before.files.writeWhole(bytes, to: path)
    }
    try before.files.writeWhole(try region.files.contents(of: "/b/cache/folder.json"), to: "/b/cache/folder.json")
    #expect(try before.sync("/b", "/s").applied.map(\.newCount).reduce(0, +) > 0)
  }

  @Test func `looking only changes nothing and foresees what is done`() throws {
    let region = try Region.sharing()
    try region.record("T-1", ended: "2016-02-27", at: "/a")
    try region.sync("/a", "/s")
    try region.record("T-2", ended: "2016-02-27", at: "/b")
    let before = try region.tree("/")
    let foreseen = try SharedFolder.preview("/s", try region.open("/b"))
    #expect(try region.tree("/") == before)
    let done = try region.sync("/b", "/s")
    #expect(foreseen.applied.map(\.newCount) == done.applied.map(\.newCount))
    #expect(foreseen.written.map(\.lineCount) == done.written.map(\.lineCount))
  }

  // MARK: Erasure

  /// The paths of bundles in clear whose lines hold a text.
  private func holding(_ text: String, _ region: Region) throws -> [String] {
    try region.bundles(in: "/s").filter { _, bytes in
      String(decoding: try BundleContents(unpacking: bytes).bytes, as: UTF8.self).contains(text)
    }.map(\.key).sorted()
  }

  private func erase(_ reference: Reference, at name: String, _ region: Region) throws {
    let erasing = Erasing(try Recording(try region.open(name)))
    var request = ErasureRequest()
    request.references = [reference.text]
    _ = try erasing.erase(try erasing.plan(request), ground: "verzoek")
  }

  @Test func `after an erasure every writer replaces its files that hold the payload, whoever has heard of them`()
    throws
  {
    let region = try Region.sharing()
    let reference = try region.record("T-GEHEIM", ended: "2016-02-27", at: "/a")
    try region.sync("/a", "/s", isPlain: true)
    try region.sync("/b", "/s", isPlain: true)
    // Another writes the lines again that were lost with the file.
    for path in try holding("GEHEIM", region) { try region.files.remove(path) }
    try region.sync("/b", "/s", isPlain: true)
    try region.sync("/a", "/s", isPlain: true)
    for path in try holding("GEHEIM", region) where path.contains(try region.open("/b").log.text) {
      let stranger = "/s/los.veld"
      try region.files.writeWhole(try region.files.contents(of: path), to: stranger)
    }
    try region.record("T-2", ended: "2016-02-27", at: "/a")
    try region.sync("/a", "/s", isPlain: true)
    #expect(try holding("GEHEIM", region).count >= 2)

    try erase(reference, at: "/a", region)
    let first = try region.sync("/a", "/s", isPlain: true)
    #expect(first.isAside == false && first.remains.contains { !$0.isOfGone })
    let own = try region.open("/a").log.text
    #expect(try !holding("GEHEIM", region).contains { $0.contains("/\(own)/\(own)/") })
    let second = try region.sync("/b", "/s", isPlain: true)
    #expect(second.removed.count >= 1 && second.written.count == 1)
    #expect(try holding("GEHEIM", region) == ["/s/los.veld"])
    #expect(second.remains.map(\.path) == ["/s/los.veld"] && second.remains[0].isOfGone)
    #expect(try region.level(["/a", "/b"], "/s", isPlain: true))
    #expect(try Status(of: try region.open("/a")).folderRemains.map(\.path) == ["/s/los.veld"])
    #expect(try Said(try region.open("/a")) == Said(try region.open("/b")))
    // An old copy that comes back brings nothing back, and goes again.
    try region.files.rename("/s/los.veld", to: "/s/\(try region.open("/b").settings.workspace)/oud.veld")
    #expect(try region.level(["/a", "/b"], "/s", isPlain: true))
    #expect(try !Said(try region.open("/b")).live.contains { $0.contains("GEHEIM") })
  }
}
