import CanonicalJSON
import Identity
import TestSupport
import Testing

@testable import EventLog

@Suite struct QuickLineReaderTests {
  /// A log of a few lines, as bytes, each line's place, and its kinds by number.
  private static func sample() throws -> (log: LogID, bytes: [UInt8], lines: [Range<Int>]) {
    let fixture = LogFixture()
    let writer = try fixture.found()
    let first = try writer.append((0..<3).map(einde))
    try writer.append([
      Draft(kind: "doelscore", payload: .object(["score": -2, "tekst": "é \"x\""])),
      Draft(kind: "traject_beeindigd", payload: .object(["reden": "03"]), replaces: [first[0]]),
      Draft(kind: "traject_beeindigd", payload: .object(["reden": "04"]), replaces: [first[1], first[2]].sorted()),
    ])
    try writer.append([einde(9)], closing: true)
    var bytes = try fixture.bytes()
    var lines: [Range<Int>] = []
    bytes.withUnsafeBufferPointer { all in lines = Array(LineBreaks(all)) }
    // A line is only read quickly where as many bytes as a short one has follow it.
    bytes += [UInt8](repeating: 0x20, count: 256)
    return (fixture.log, bytes, lines)
  }

  /// What was read quickly of the line at `start`, with where the next one begins.
  private static func quick(
    _ bytes: UnsafeBufferPointer<UInt8>, _ log: LogID, at start: Int
  ) -> (head: QuickLineReader.Head, payload: Range<Int>, next: Int)? {
    var reader = QuickLineReader(bytes, log: log)
    for (number, kind) in ["traject_beeindigd", "doelscore", "checkpoint"].enumerated() {
      reader.learn(kind, as: UInt16(number))
    }
    guard let head = reader.head(at: start) else { return nil }
    var scanner = JSONScanner(bytes, in: head.payloadStart..<bytes.count, rules: .line)
    guard (try? scanner.skipValue(depth: 1)) != nil, let next = reader.nextLine(behind: scanner.position) else {
      return nil
    }
    return (head, head.payloadStart..<scanner.position, next)
  }

  /// Whether what was read quickly is what `LineView` reads.
  private static func agree(_ bytes: [UInt8], _ log: LogID, at start: Int) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      guard let quick = quick(bytes, log, at: start) else { return true }
      guard let view = try? LineView(parsing: bytes, in: start..<quick.next - 1) else { return false }
      return view.chain.tag == quick.head.tag && view.seq == quick.head.seq && view.payload == quick.payload
        && view.log == log && view.replaces == (quick.head.replaced.map { [$0] } ?? [])
        && bytes[quick.next - 1] == 0x0A
    }
  }

  @Test func `plain lines are read quickly, and as LineView reads them`() throws {
    let (log, bytes, lines) = try Self.sample()
    let isQuick = lines.map { line in
      bytes.withUnsafeBufferPointer { Self.quick($0, log, at: line.lowerBound) } != nil
    }
    // Line 1, and the one that replaces several others, are left to LineView.
    #expect(isQuick == [false, true, true, true, true, true, false, true, true])
    for line in lines { #expect(Self.agree(bytes, log, at: line.lowerBound)) }
  }

  @Test func `whatever byte is another, what is accepted quickly LineView accepts alike`() throws {
    let (log, bytes, lines) = try Self.sample()
    var accepted = 0
    for line in [lines[1], lines[4], lines[5], lines[7]] {
      for place in line.lowerBound...line.upperBound {
        for other: UInt8 in [0, 0x0A, 0x20, 0x22, 0x2C, 0x2D, 0x30, 0x39, 0x41, 0x5C, 0x5F, 0x7A, 0x7D, 0x7F, 0xFF] {
          var changed = bytes
          changed[place] = other
          #expect(Self.agree(changed, log, at: line.lowerBound), "byte \(place - line.lowerBound) is \(other)")
          let isAccepted = changed.withUnsafeBufferPointer { Self.quick($0, log, at: line.lowerBound) } != nil
          accepted += isAccepted ? 1 : 0
        }
      }
    }
    // Chains, moments and salts of other values are as right as before.
    #expect(accepted > 100)
  }

  @Test func `a moment that is the same as no moment is none`() throws {
    let (log, bytes, lines) = try Self.sample()
    for (count, other) in [(10, 0), (24, 0), (24, 0xFF)] as [(Int, UInt8)] {
      var changed = bytes
      let place = lines[1].lowerBound + 37
      changed.replaceSubrange(place..<place + count, with: [UInt8](repeating: other, count: count))
      let isAccepted = changed.withUnsafeBufferPointer { Self.quick($0, log, at: lines[1].lowerBound) } != nil
      #expect(!isAccepted, "\(count) times \(other)")
    }
  }

  @Test func `a digit of base64url has its value, and nothing else has one`() {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    for byte in UInt8.min...UInt8.max {
      let value = Base64URLDigit.value(of: byte)
      #expect((Base64URLDigit.isDigit(value) ? Int(value) : nil) == digits.firstIndex(of: byte), "\(byte)")
    }
  }

  @Test func `wherever a file ends, nothing beyond it is read as a line`() throws {
    let (log, bytes, lines) = try Self.sample()
    for line in lines[4...5] {
      for end in line.lowerBound...line.upperBound {
        let cut = Array(bytes[..<end])
        let isAccepted = cut.withUnsafeBufferPointer { Self.quick($0, log, at: line.lowerBound) } != nil
        #expect(!isAccepted, "\(end)")
      }
    }
  }

  @Test func `of more kinds than can be guessed at, each line has its own, and a very long one is left to LineView`()
    throws
  {
    let fixture = LogFixture()
    let writer = try fixture.found()
    let kinds = (0..<300).map { "soort_\($0)" } + [String(repeating: "k", count: 41)]
    try writer.append(kinds.map { Draft(kind: $0, payload: .object(["reden": "03"])) }, closing: true)
    let bytes = try fixture.bytes() + [UInt8](repeating: 0x20, count: 256)
    bytes.withUnsafeBufferPointer { bytes in
      var reader = QuickLineReader(bytes, log: fixture.log)
      for (number, kind) in kinds.enumerated() { reader.learn(kind, as: UInt16(number)) }
      let lines = Array(LineBreaks(bytes)).dropFirst().prefix(kinds.count)
      for _ in 0..<2 {
        let found = lines.map { line in reader.head(at: line.lowerBound).map { Int($0.kind) } }
        #expect(found == (0..<300).map { $0 } + [nil])
      }
    }
  }
}
