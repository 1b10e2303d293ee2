import Bundle
import EventLog
import Identity
import Platform
import Testing
import Vocabulary
import Workspace

/// Bundles for members: what they lack by what was last heard from them.
@Suite struct DeltaTests {
  /// Three members who know all of each other, and have heard it from each other.
  static func settled() throws -> Region {
    let region = try ExchangeTests.three()
    for _ in 1...2 {
      for (index, name) in ["/a", "/b", "/c"].enumerated() {
        try exchange(from: name, to: ["/a", "/b", "/c"].filter { $0 != name }, "/settle\(index)", in: region)
      }
    }
    return region
  }

  static func exchange(from name: String, to others: [String], _ path: String, in region: Region) throws {
    let file = path + "-\(try region.files.names(in: "/").count).veld"
    try region.bundle(file, from: name)
    for other in others { try region.apply(file, at: other) }
  }

  @discardableResult
  static func make(
    _ request: BundleRequest, _ path: String, from name: String, in region: Region
  ) throws -> [Exchange.Made] {
    try Exchange(try Recording(try region.open(name))).make(request, at: path)
  }

  @Test func `a bundle for a member holds what the member has not said to hold, and nothing else`() throws {
    let region = try Self.settled()
    let b = try region.open("/b").log
    let nothing = try Self.make(BundleRequest(.members([b])), "/none.veld", from: "/a", in: region)
    #expect(nothing.map(\.lineCount) == [0])
    try region.record("T-20", ended: "2016-05-01", at: "/a")
    let some = try Self.make(BundleRequest(.members([b])), "/some.veld", from: "/a", in: region)
    // The fact and the checkpoint behind it.
    #expect(some.map(\.lineCount) == [2])
    #expect(some.map(\.path) == ["/some.veld.age"])
    // What was sent does not count as received: a stick that gets lost loses nothing.
    try region.record("T-21", ended: "2016-05-01", at: "/a")
    let again = try Self.make(BundleRequest(.members([b])), "/again.veld", from: "/a", in: region)
    #expect(again.map(\.lineCount) == [4])
    let applied = try region.apply("/again.veld.age", at: "/b").applied
    #expect(applied.newCount == 4 && applied.knownCount == 0)
    #expect(try Said(try region.open("/a")) == Said(try region.open("/b")))
  }

  @Test func `a bundle for several holds what any of them lacks`() throws {
    let region = try Self.settled()
    let (b, c) = (try region.open("/b").log, try region.open("/c").log)
    try region.record("T-20", ended: "2016-05-01", at: "/a")
    try Self.make(BundleRequest(.members([b])), "/b1.veld", from: "/a", in: region)
    try region.apply("/b1.veld.age", at: "/b")
    try Self.make(BundleRequest(.everyone, isReceipt: true), "/got.veld", from: "/b", in: region)
    try region.apply("/got.veld.age", at: "/a")
    #expect(
      try Self.make(BundleRequest(.members([b])), "/b2.veld", from: "/a", in: region).map(\.lineCount)
        == [try ownLineCount("/b", region)])
    let both = try Self.make(BundleRequest(.members([b, c])), "/bc.veld", from: "/a", in: region)
    #expect(both[0].lineCount >= 2 && both[0].receivers == [b, c].sorted())
    for name in ["/b", "/c"] { try region.apply("/bc.veld.age", at: name) }
    #expect(try Said(try region.open("/c")) == Said(try region.open("/a")))
  }

  /// A receipt ends its writer's log with a checkpoint only where that is none; nothing else is new.
  private func ownLineCount(_ name: String, _ region: Region) throws -> Int { 0 }

  @Test func `a receipt says what arrived, and asks again for what is missing`() throws {
    let region = try Self.settled()
    let a = try region.open("/a")
    let reference = try region.record("T-20", ended: "2016-05-01", at: "/a")
    try region.bundle("/all.veld", from: "/a")
    try region.apply("/all.veld", at: "/b")
    // A line that is held without its payload, though nobody erased it.
    let part = "/b/logs/\(a.log)/0000000001.jsonl"
    let lines = try region.files.contents(of: part).split(separator: 0x0A).map { line -> [UInt8] in
      line.withUnsafeBufferPointer { bytes in
        guard let view = try? LineView(parsing: bytes, in: 0..<bytes.count), view.seq == reference.seq else {
          return Array(line)
        }
        var erased: [UInt8] = []
        view.appendErased(from: bytes, to: &erased, hasher: LinkHasher())
        return erased
      }
    }
    try region.files.writeWhole(Array(lines.joined(separator: [0x0A])) + [0x0A], to: part)
    #expect(try region.open("/b").state().missingRows.count == 1)
    let made = try Self.make(BundleRequest(.clear, isReceipt: true), "/receipt.veld", from: "/b", in: region)
    #expect(made.map(\.lineCount) == [0])
    let manifest = try BundleReader(try region.files.contents(of: "/receipt.veld")).manifest
    #expect(manifest.missing == [reference] && manifest.segments.isEmpty)
    #expect(try region.apply("/receipt.veld", at: "/a").applied.knownCount == 0)
    let b = try region.open("/b").log
    try Self.make(BundleRequest(.members([b])), "/again.veld", from: "/a", in: region)
    let applied = try region.apply("/again.veld.age", at: "/b").applied
    #expect(applied.newCount == 1)
    #expect(try region.open("/b").state().missingRows.isEmpty)
    #expect(try Said(try region.open("/a")) == Said(try region.open("/b")))
  }

  @Test func `a line whose bytes were changed is mended by a bundle that has it, and the old file is kept`() throws {
    let region = try Self.settled()
    let a = try region.open("/a")
    try region.record("T-20", ended: "2016-05-01", at: "/a")
    try region.bundle("/all.veld", from: "/a")
    try region.apply("/all.veld", at: "/b")
    let wanted = try Said(try region.open("/b"))
    let part = "/b/logs/\(a.log)/0000000001.jsonl"
    let whole = try region.files.contents(of: part)
    let feeds = whole.indices.filter { whole[$0] == 0x0A }
    // In a payload, in a chain, a line feed that goes, one that comes, and the first and last line.
    let damages = [feeds[1] - 40, feeds[2] + 12, feeds[1], feeds[1] + 30, 60, whole.count - 30]
    for (number, place) in damages.enumerated() {
      // A last line that is cut in two looks like lines of its own; salvage puts those right.
      let isLast = number == damages.count - 1
      for byte in [UInt8(ascii: "x")] + (isLast ? [] : [0x0A]) where whole[place] != byte {
        let copy = region.copy()
        var damaged = whole
        damaged[place] = byte
        try copy.files.writeWhole(damaged, to: part)
        #expect(try copy.open("/b").damage() != [], "\(number)")
        try copy.apply("/all.veld", at: "/b")
        #expect(try copy.open("/b").damage() == [], "damage \(number), byte \(byte)")
        #expect(try copy.files.contents(of: part) == whole, "damage \(number), byte \(byte)")
        #expect(try Said(try copy.open("/b")) == wanted, "damage \(number), byte \(byte)")
        let kept = try copy.files.names(in: "/b/quarantine")
        #expect(kept.count == 1 && kept[0].hasPrefix("damaged-"), "damage \(number), byte \(byte)")
      }
    }
  }

  @Test func `what is damaged is neither passed on nor named as held`() throws {
    let region = try Self.settled()
    let c = try region.open("/c").log
    let part = "/a/logs/\(c)/0000000001.jsonl"
    var bytes = try region.files.contents(of: part)
    let feeds = bytes.indices.filter { bytes[$0] == 0x0A }
    bytes[feeds[1] - 40] ^= 1
    try region.files.writeWhole(bytes, to: part)
    let made = try Self.make(BundleRequest(.clear), "/x.veld", from: "/a", in: region)
    #expect(made[0].leftBehind[c] ?? 0 > 0)
    let manifest = try BundleReader(try region.files.contents(of: "/x.veld")).manifest
    #expect(manifest.frontier[c]?.last?.seq == 1)
    #expect(!manifest.segments.contains { $0.log == c && $0.first == 1 })
  }

  @Test func `parts of a bundle are each good by themselves, in any order and subset`() throws {
    let region = try Self.settled()
    for number in 30..<60 {
      try region.record("T-\(number)", ended: "2016-05-01", at: "/a")
      try Recording(try region.open("/a")).finishInterview()
    }
    let b = try region.open("/b").log
    let all = try Self.make(BundleRequest(.members([b])), "/all.veld", from: "/a", in: region)
    let parts = try Self.make(
      BundleRequest(.members([b]), largestByteCount: 4096), "/part.veld", from: "/a", in: region)
    #expect(parts.count > 2)
    #expect(parts.allSatisfy { $0.byteCount <= 4096 && $0.lineCount > 0 })
    #expect(parts.map(\.path) == (1...parts.count).map { "/part-\($0).veld.age" })
    #expect(parts.reduce(0) { $0 + $1.lineCount } == all[0].lineCount)
    let reverse = region.copy()
    for part in parts { #expect(try region.apply(part.path, at: "/b").applied.newCount == part.lineCount) }
    #expect(try Said(try region.open("/b")) == Said(try region.open("/a")))
    for part in parts.reversed() + parts { try reverse.apply(part.path, at: "/b") }
    #expect(try Said(try reverse.open("/b")) == Said(try reverse.open("/a")))
    #expect(try HeldBundle.all(in: try reverse.open("/b")).isEmpty)
    #expect(throws: ExchangeError.self) {
      try Self.make(BundleRequest(.members([b]), largestByteCount: 900), "/tiny.veld", from: "/a", in: region)
    }
    #expect(try region.files.names(in: "/").filter { $0.hasPrefix("tiny") }.isEmpty)
  }

  @Test func `the same facts give the same bytes in clear`() throws {
    let region = try Self.settled()
    try region.bundle("/one.veld", from: "/a")
    try region.bundle("/two.veld", from: "/a")
    #expect(try region.files.contents(of: "/one.veld") == region.files.contents(of: "/two.veld"))
  }

  @Test func `an encrypted bundle opens for those it is for, and says no to others in one sentence`() throws {
    let region = try Self.settled()
    let b = try region.open("/b").log
    try region.record("T-20", ended: "2016-05-01", at: "/a")
    try Self.make(BundleRequest(.members([b])), "/b.veld", from: "/a", in: region)
    let before = try region.tree("/c")
    #expect(throws: ExchangeError.notForUs(recipientCount: 2)) { try region.apply("/b.veld.age", at: "/c") }
    #expect(try region.tree("/c") == before)
    // The writer can look into it as well.
    #expect(try region.apply("/b.veld.age", at: "/a").applied.newCount == 0)
    #expect(try region.apply("/b.veld.age", at: "/b").applied.newCount == 2)
    let bytes = try region.files.contents(of: "/b.veld.age")
    for count in stride(from: 0, to: bytes.count, by: 97) {
      try region.files.writeWhole(Array(bytes[..<count]), to: "/cut.veld.age")
      #expect(throws: (any Error).self) { try region.apply("/cut.veld.age", at: "/b") }
      var flipped = bytes
      flipped[count] ^= 1
      try region.files.writeWhole(flipped, to: "/flipped.veld.age")
      let copy = region.copy()
      if (try? copy.apply("/flipped.veld.age", at: "/b")) != nil {
        #expect(try Said(try copy.open("/b")) == Said(try region.open("/b")))
      }
    }
  }

  @Test func `a bundle to a passphrase opens with that one only`() throws {
    let region = try Self.settled()
    try region.record("T-20", ended: "2016-05-01", at: "/a")
    try Self.make(BundleRequest(.passphrase(Array("juist paard".utf8))), "/p.veld", from: "/a", in: region)
    #expect(throws: ExchangeError.needsPassphrase) { try region.apply("/p.veld.age", at: "/b") }
    let exchange = Exchange(try Recording(try region.open("/b")))
    #expect(throws: AgeError.self) { try exchange.apply("/p.veld.age", passphrase: Array("fout".utf8)) }
    #expect(try exchange.apply("/p.veld.age", passphrase: Array("juist paard".utf8)).applied.newCount == 2)
  }

  @Test func `members of whom nothing arrived, strangers and the revoked get no bundle`() throws {
    let region = try Self.settled()
    let b = try region.open("/b").log
    #expect(throws: ExchangeError.notAMember(LogID("zzzzzzzzzzzz")!)) {
      try Self.make(
        BundleRequest(.members([LogID("zzzzzzzzzzzz")!])), "/z.veld", from: "/a", in: region)
    }
    _ = try Recording(try region.open("/a")).admit(LogID("zzzzzzzzzzzz")!, role: .lezer)
    #expect(throws: ExchangeError.unknownKeys([LogID("zzzzzzzzzzzz")!])) {
      try Self.make(
        BundleRequest(.members([LogID("zzzzzzzzzzzz")!])), "/z.veld", from: "/a", in: region)
    }
    let made = try Self.make(BundleRequest(.everyone), "/all.veld", from: "/a", in: region)
    #expect(made[0].unknownKeys == [LogID("zzzzzzzzzzzz")!] && made[0].receivers.contains(b))
    _ = try Recording(try region.open("/a")).revoke(b)
    #expect(throws: ExchangeError.notAMember(b)) {
      try Self.make(BundleRequest(.members([b])), "/r.veld", from: "/a", in: region)
    }
    let after = try Self.make(BundleRequest(.everyone), "/after.veld", from: "/a", in: region)
    #expect(!after[0].receivers.contains(b))
  }

  @Test func `a preview says what would change, and changes nothing`() throws {
    let region = try ExchangeTests.three()
    let before = try region.tree("/a")
    let a = try region.open("/a")
    let preview = try ExchangePreview(applying: ["/b.veld", "/c.veld"], to: a) { _, result in
      if case .failure(let error) = result { Issue.record("\(error)") }
    }
    #expect(preview.newConflictCount == 1 && preview.goneConflictCount == 0 && preview.conflictCount == 1)
    #expect(preview.applied.reduce(0) { $0 + $1.newCount } > 0)
    #expect(preview.figures.contains { $0.indicator.id == "uitstroom" && $0.before?.n != $0.after?.n })
    #expect(try region.tree("/a") == before)
    for bundle in ["/b.veld", "/c.veld"] { try region.apply(bundle, at: "/a") }
    #expect(try a.state().conflicts.count == 1)
    #expect(try a.conflictCount() == 1)
  }
}
