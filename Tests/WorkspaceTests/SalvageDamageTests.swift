import EventLog
import Platform
import TestSupport
import Testing

@testable import Workspace

/// Random damage, and a plain model of what has to come out: every line that is whole in some copy and stands on line 1
/// through others that are, and nothing else.
@Suite struct SalvageDamageTests {
  /// The lines of some logs as they were before any damage.
  private struct Truth {
    /// For each line the one before it; nil for a line 1.
    private(set) var before: [String: String?] = [:]

    init(_ files: [[UInt8]]) {
      for file in files {
        var previous: String?
        for line in file.textLines {
          let text = String(decoding: line, as: UTF8.self)
          before[text] = .some(previous)
          previous = text
        }
      }
    }

    /// What has to come out of damaged files.
    func wanted(from files: [[UInt8]]) -> Set<String> {
      let ended = Set(before.keys.filter { line in files.contains { $0.contains(line.utf8 + [0x0A]) } })
      let whole = ended.union(before.keys.filter { line in files.contains { $0.contains(Array(line.utf8)) } })
      var wanted = whole.filter { line in
        var line = line
        while let previous = before[line] {
          guard let previous else { return true }
          guard whole.contains(previous) else { return false }
          line = previous
        }
        return false
      }
      // A last line without its line feed may be one that was never confirmed.
      while true {
        let followed = Set(wanted.compactMap { before[$0] ?? nil })
        let dropped = wanted.filter { !ended.contains($0) && !followed.contains($0) }
        if dropped.isEmpty { return wanted }
        wanted.subtract(dropped)
      }
    }
  }

  /// Two continuations of one instance.
  private static let start: SalvageHeap? = {
    guard let heap = try? SalvageHeap(recording: 7) else { return nil }
    do {
      try heap.duplicate("/a", to: "/a2")
      for number in 1...3 {
        try heap.region.record("X-\(number)", ended: "2016-07-01", at: "/a")
        try heap.region.record("Y-\(number)", ended: "2016-07-02", at: "/a2")
      }
      try heap.region.bundle("/y.veld", from: "/a2")
      try heap.region.record("Y-4", ended: "2016-07-02", at: "/a2")
    } catch { return nil }
    return heap
  }()

  private static func damage(_ bytes: inout [UInt8], _ random: inout SplitMix) {
    guard bytes.count > 10 else { return }
    func place() -> Int { random.below(bytes.count) }
    switch random.below(9) {
    case 0: bytes.removeLast(random.below(bytes.count))
    case 1: bytes.removeFirst(random.below(bytes.count))
    case 2:
      let start = place()
      bytes.removeSubrange(start..<min(bytes.count, start + 1 + random.below(700)))
    case 3:
      let start = place()
      bytes.insert(contentsOf: bytes[start..<min(bytes.count, start + random.below(900))], at: place())
    case 4:
      var lines = bytes.textLines
      for index in lines.indices.reversed() { lines.swapAt(index, random.below(index + 1)) }
      bytes = lines.reduce(into: []) { $0 += $1 + [0x0A] }
    case 5: bytes.insert(contentsOf: (0..<random.below(300)).map { _ in UInt8(random.below(256)) }, at: place())
    case 6:
      // Line feeds that mail made of it, and those that it lost.
      bytes = bytes.flatMap { $0 == 0x0A && random.below(4) == 0 ? [UInt8(ascii: " ")] : [$0] }
    default: for _ in 0...random.below(6) { bytes[place()] ^= 1 << UInt8(random.below(8)) }
    }
  }

  /// CI tries twice as many.
  @Test(arguments: 0..<(allFaults ? 8 : 4))
  func `all that is whole and joined on comes out, and nothing else`(block: Int) throws {
    let start = try #require(Self.start)
    let sources = try start.parts(in: "/a/logs") + start.parts(in: "/a2/logs")
    let truth = Truth(try sources.map { try start.files.contents(of: $0) })
    #expect(truth.wanted(from: try sources.map { try start.files.contents(of: $0) }).count == truth.before.count)
    for seed in block * 25..<(block + 1) * 25 {
      var random = SplitMix(seed: UInt64(seed))
      let heap = start.copy()
      for number in 0..<2 + random.below(4) {
        try heap.duplicate(random.below(2) == 0 ? "/a" : "/a2", to: "/heap/\(number)")
      }
      var damaged: [[UInt8]] = []
      for path in try heap.parts(in: "/heap") {
        for _ in 0..<1 + random.below(3) { try heap.change(path) { Self.damage(&$0, &random) } }
        var kept = try heap.files.contents(of: path)
        switch random.below(5) {
        case 0: try heap.files.rename(path, to: path + ".oud")
        case 1:
          try heap.files.remove(path)
          kept = []
        default: break
        }
        damaged.append(kept)
      }
      let wanted = truth.wanted(from: damaged)
      do {
        let report = try heap.salvage()
        let lines = try heap.lines(in: "/new")
        #expect(Set(lines) == wanted && lines.count == wanted.count, "seed \(seed)")
        #expect(try heap.isWhole("/new"), "seed \(seed)")
        #expect(report.usedCount == wanted.count, "seed \(seed)")
        #expect(wanted.count == truth.before.count || report.isIncomplete || report.damage.isEmpty, "seed \(seed)")

        // The same into an instance that has another part of it, all at once or one copy after another.
        let before = try heap.lines(in: "/a")
        for name in try heap.files.names(in: "/heap") { try heap.complete("/a", from: ["/heap/" + name]) }
        let after = Set(try heap.lines(in: "/a"))
        #expect(after.isSuperset(of: before) && after.isSuperset(of: wanted), "seed \(seed)")
        #expect(after.isSubset(of: truth.before.keys), "seed \(seed)")
        #expect(try heap.isWhole("/a"), "seed \(seed)")
      } catch SalvageError.nothingFound {
        #expect(wanted.isEmpty, "seed \(seed)")
      }
    }
  }

  @Test func `any bytes at all are looked through without a crash`() throws {
    let start = try #require(Self.start)
    let line = try start.files.contents(of: start.parts(in: "/a/logs")[0])
    for seed in 0..<300 {
      var random = SplitMix(seed: UInt64(seed))
      var bytes = Array(line.prefix(2000))
      for _ in 0..<20 { Self.damage(&bytes, &random) }
      var pieces: [LineGleaner.Find] = []
      var (gleaner, other) = (LineGleaner(), LineGleaner())
      var (texts, others): ([String], [String]) = ([], [])
      gleaner.take(bytes) {
        pieces.append($0); texts += Self.text($0)
      }
      gleaner.finish { texts += Self.text($0) }
      // Cut anywhere, the same is found.
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = 1 + random.below(400)
        other.take(Array(rest.prefix(count))) { others += Self.text($0) }
        rest = rest.dropFirst(count)
      }
      other.finish { others += Self.text($0) }
      #expect(texts == others, "seed \(seed)")
    }
  }

  private static func text(_ find: LineGleaner.Find) -> [String] {
    switch find {
    case .line(let view, _, _, let offset, let isEnded): ["line \(view.seq) at \(offset) \(isEnded)"]
    case .fragment(_, let offset, let isNewer): ["fragment at \(offset) \(isNewer)"]
    case .junk: []
    }
  }

  @Test func `junk is passed by without being held`() {
    var gleaner = LineGleaner()
    var junk = [UInt8](repeating: UInt8(ascii: "{"), count: 1 << 20)
    var random = SplitMix(seed: 5)
    for round in 0..<40 {
      if round % 2 == 0 { for _ in 0..<1000 { junk[random.below(junk.count)] = UInt8(random.below(256)) } }
      if round == 20 { junk.replaceSubrange(100..<110, with: Array("{\"chain\":\"".utf8)) }
      gleaner.take(junk) { _ in }
      #expect(gleaner.heldByteCount < 3 << 20)
    }
  }
}
