import Bundle
import CanonicalJSON
import EventLog
import Identity
import Merge
import Platform
import TestSupport
import Testing
import Workspace

@Suite struct ExchangeTests {
  /// Three instances that each recorded, of which `/a` and `/b` disagree, and a bundle of each.
  static func three() throws -> Region {
    let region = Region()
    try region.found("/a")
    for name in ["/b", "/c"] {
      try region.join(name, to: "/a")
      try region.admit(name, at: "/a")
    }
    try region.record("T-1", ended: "2016-02-27", at: "/a")
    try region.record("T-1", ended: "2016-02-28", at: "/b")
    try region.record("T-2", ended: "2016-03-01", at: "/b")
    try region.record("T-3", ended: "2016-03-02", at: "/c")
    for name in ["/a", "/b", "/c"] { try region.bundle(name + ".veld", from: name) }
    return region
  }

  static let orders = [
    ["/a", "/b", "/c"], ["/a", "/c", "/b"], ["/b", "/a", "/c"], ["/b", "/c", "/a"], ["/c", "/a", "/b"],
    ["/c", "/b", "/a"],
  ]

  @Test func `bundles in every order and twice give every instance the same facts and the same one conflict`()
    throws
  {
    let start = try Self.three()
    var all: [Said] = []
    for order in Self.orders {
      let region = start.copy()
      for name in ["/a", "/b", "/c"] {
        for bundle in order + order { try region.apply(bundle + ".veld", at: name) }
        let workspace = try region.open(name)
        all.append(try Said(workspace))
        #expect(try workspace.damage() == [])
        #expect(try HeldBundle.all(in: workspace).isEmpty, "\(order) at \(name)")
      }
    }
    let first = try #require(all.first)
    #expect(all.allSatisfy { $0 == first })
    #expect(first.live.count { $0.contains("traject_beeindigd") } == 4)
    #expect(first.conflicts.count == 1 && first.conflicts[0].count == 2)
    #expect(first.used.count { $0.contains("T-1") } == 1)
  }

  @Test func `applying again changes nothing on the disk`() throws {
    let region = try Self.three()
    for bundle in ["/b", "/c"] { try region.apply(bundle + ".veld", at: "/a") }
    let before = try region.tree("/a")
    for bundle in ["/c", "/a", "/b"] {
      let (applied, released) = try region.apply(bundle + ".veld", at: "/a")
      #expect(applied.newCount == 0 && applied.heldCount == 0 && applied.quarantinedCount == 0)
      #expect(released.isEmpty)
    }
    #expect(try region.tree("/a") == before)
  }

  @Test func `the bundle of a stranger is held, and released when its writer is admitted`() throws {
    let region = Region()
    try region.found("/a")
    try region.join("/b", to: "/a")
    try region.record("T-1", ended: "2016-02-27", at: "/b")
    let made = try region.bundle("/b.veld", from: "/b")
    let fingerprint = try region.open("/a").state().fingerprint
    let held = try region.apply("/b.veld", at: "/a").applied
    #expect(held.isFromStranger && held.heldCount == made.lineCount && held.newCount == 0)
    #expect(try region.open("/a").state().fingerprint == fingerprint)
    #expect(try HeldBundle.all(in: try region.open("/a")).count == 1)

    try region.admit("/b", at: "/a")
    let released = try Exchange(try Recording(try region.open("/a"))).retryHeld()
    #expect(released.map(\.newCount) == [made.lineCount])
    #expect(try HeldBundle.all(in: try region.open("/a")).isEmpty)
    #expect(try Said(try region.open("/a")).live.contains { $0.contains("T-1") })
  }

  @Test func `lines that a revoked writer made afterwards are kept and do not count`() throws {
    let region = try Self.three()
    try region.apply("/b.veld", at: "/a")
    let revoked = try region.open("/b").log
    _ = try Recording(try region.open("/a")).revoke(revoked)
    try region.record("T-9", ended: "2016-05-01", at: "/b")
    try region.bundle("/b2.veld", from: "/b")
    let applied = try region.apply("/b2.veld", at: "/a").applied
    #expect(applied.isFromRevoked && applied.newCount > 0)
    let said = try Said(try region.open("/a"))
    #expect(said.live.contains { $0.contains("T-2") })
    #expect(!said.live.contains { $0.contains("T-9") })

    // Admitting again ends the revocation, and what was set aside counts.
    _ = try Recording(try region.open("/a")).admit(revoked, role: .onderzoeker)
    #expect(try Said(try region.open("/a")).live.contains { $0.contains("T-9") })
  }

  @Test func `a bundle of another workspace is refused and changes nothing`() throws {
    let region = try Self.three()
    try region.found("/x")
    try region.bundle("/x.veld", from: "/x")
    let before = try region.tree("/a")
    let (found, wanted) = (try region.open("/x").settings.workspace, try region.open("/a").settings.workspace)
    #expect(throws: ExchangeError.otherWorkspace(found: found, wanted: wanted)) {
      try region.apply("/x.veld", at: "/a")
    }
    #expect(try region.tree("/a") == before)
  }

  @Test func `a file cut off, changed or of another kind is refused and changes nothing`() throws {
    let region = try Self.three()
    let bundle = try region.files.contents(of: "/b.veld")
    let before = try region.tree("/a")
    var files: [[UInt8]] = [[], [0x0A], Array("geen bundel".utf8), [UInt8](repeating: 0, count: 4096)]
    for count in stride(from: 1, to: bundle.count, by: 13) { files.append(Array(bundle[..<count])) }
    for index in stride(from: 0, to: bundle.count, by: 11) {
      var flipped = bundle
      flipped[index] ^= 1 << (index % 8)
      files.append(flipped)
    }
    var refused = 0
    for file in files {
      try region.files.writeWhole(file, to: "/bad.veld")
      let copy = region.copy()
      if (try? copy.apply("/bad.veld", at: "/a")) == nil {
        refused += 1
        #expect(try copy.tree("/a") == before)
      } else {
        // A bit that the packing does not use: the contents are whole.
        #expect(try copy.open("/a").damage() == [])
      }
    }
    #expect(refused > files.count - 3)
    #expect(throws: FileError.self) { try region.apply("/is-er-niet.veld", at: "/a") }
  }

  @Test func `a bundle that is said to wait survives a power cut, also where keeping it failed before`() throws {
    let start = Region()
    try start.found("/a")
    try start.join("/b", to: "/a")
    try start.bundle("/b.veld", from: "/b")
    let whole = start.copy()
    try whole.apply("/b.veld", at: "/a")
    for call in 1...whole.files.callCount {
      let region = start.copy()
      region.files.inject(.fails(.other(5)), atCall: region.files.callCount + call)
      _ = try? region.apply("/b.veld", at: "/a")
      region.files.clearFaults()
      #expect(try region.apply("/b.veld", at: "/a").applied.keptAt.count == 1, "call \(call)")
      let after = region.files.afterPowerCut(.nothing)
      #expect(try after.names(in: "/a/held").count { $0.hasSuffix(".veld") && !$0.hasPrefix(".") } == 1, "call \(call)")
    }
  }

  @Test func `nobody asks for what a log lacks that was not admitted`() throws {
    let region = Region()
    try region.found("/a")
    try region.join("/b", to: "/a")
    let fact = try region.record("T-1", ended: "2016-02-27", at: "/b")
    // It counts for its writer alone, so for all others the line is without payload and not erased.
    do {
      let erasing = Erasing(try Recording(region.open("/b")))
      var request = ErasureRequest()
      request.references = [fact.text]
      _ = try erasing.erase(try erasing.plan(request), ground: "verzoek")
    }
    try region.bundle("/b.veld", from: "/b")
    let manifest = try BundleReader(region.files.contents(of: "/b.veld")).manifest
    #expect(manifest.lineCount > 0 && manifest.missing == [])
  }

  @Test func `a key that cannot be read just now is a fault of the disk, not a bundle for others`() throws {
    let region = try Self.three()
    try region.apply("/a.veld", at: "/b")
    try region.apply("/b.veld", at: "/a")
    _ = try Exchange(Recording(region.open("/a"))).make(BundleRequest(.everyone), at: "/to-b.veld")
    let bytes = try region.files.contents(of: "/to-b.veld.age")
    let workspace = try region.open("/b")
    let before = region.files.callCount
    _ = try workspace.decrypted(bytes)
    let callCount = region.files.callCount - before
    #expect(callCount > 1)
    for call in 1...callCount {
      region.files.inject(.fails(.other(5)), atCall: region.files.callCount + call)
      #expect(throws: FileError.self, "call \(call)") { try workspace.decrypted(bytes) }
      region.files.clearFaults()
    }
  }

  @Test func `lines of one's own log that one does not have are stored like others`() throws {
    let region = try Self.three()
    let old = region.copy()
    try region.record("T-7", ended: "2016-04-01", at: "/a")
    try region.bundle("/later.veld", from: "/a")
    try old.files.writeWhole(try region.files.contents(of: "/later.veld"), to: "/later.veld")
    let applied = try old.apply("/later.veld", at: "/a").applied
    #expect(applied.newCount > 0 && applied.keptAt.isEmpty)
    #expect(try Said(try old.open("/a")) == Said(try region.open("/a")))
  }

  @Test func `a log that went on in two places is stored as two branches, in either order`() throws {
    let start = try Self.three()
    let other = start.copy()
    try start.apply("/b.veld", at: "/a")
    try other.record("T-7", ended: "2016-04-01", at: "/b")
    try other.bundle("/other.veld", from: "/b")
    try start.record("T-8", ended: "2016-04-01", at: "/b")
    try start.bundle("/this.veld", from: "/b")
    try start.files.writeWhole(try other.files.contents(of: "/other.veld"), to: "/other.veld")
    let reverse = start.copy()
    for bundle in ["/this.veld", "/other.veld"] {
      let applied = try start.apply(bundle, at: "/a").applied
      #expect(applied.newCount > 0 && applied.keptAt.isEmpty && !applied.isAside)
    }
    for bundle in ["/other.veld", "/this.veld"] { try reverse.apply(bundle, at: "/a") }
    let said = try Said(try start.open("/a"))
    #expect(said.live.contains { $0.contains("T-7") } && said.live.contains { $0.contains("T-8") })
    #expect(try Said(try reverse.open("/a")).fingerprint == said.fingerprint)
    #expect(try Set(Said(try reverse.open("/a")).live) == Set(said.live))
    #expect(try start.open("/a").damage() == [])
    #expect(try LogFolder.branches(in: "/a/logs", files: start.files).count { $0.fork != nil } == 1)
    // A third gets both from one bundle.
    try start.bundle("/all.veld", from: "/a")
    let third = try start.apply("/all.veld", at: "/c").applied
    #expect(third.heldCount == 0 && third.quarantinedCount == 0)
    #expect(try Set(Said(try start.open("/c")).live).isSuperset(of: said.live))
  }
}
