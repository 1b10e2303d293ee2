import CanonicalJSON
import CivilTime
import Cryptography
import Identity

/// Where the parts of one line stand in its bytes (SyncSpecs/line.md).
///
///     {"chain":"…","head":{"at":"…","kind":"…","log":"…","replaces":[…],"seq":41},"payload":{…},"salt":"…"}
///     {"chain":"…","digest":"…","head":{…}}                                                   (payload removed)
///
/// Made by `init(parsing:in:)`, which accepts exactly the canonical bytes, and allocates only for `replaces`.
public struct LineView: Sendable {
  /// A longer line is refused.
  public static let largestByteCount = 1_048_576
  /// The kinds that steer the log itself; a line of one of these always has its payload, and nothing replaces it but
  /// the one line that ends a revocation. A new one is a new number of the format.
  public static let structuralKinds: Set<String> = [
    "log", "checkpoint", "eigen_log", "lid", "lid_ingetrokken", "wissing",
  ]

  public let chain: Chain
  public let at: Instant
  /// snake_case
  public let kind: Range<Int>
  public let log: LogID
  public let seq: Int
  /// Sorted, without repeats; empty where the line has none.
  public let replaces: [Reference]
  /// The head's bytes, braces included.
  public let head: Range<Int>
  /// The payload's bytes, braces included; nil where it was removed.
  public let payload: Range<Int>?
  /// The salt's 16 characters; nil where the payload was removed.
  public let salt: Range<Int>?
  /// The digest of a payload that was removed.
  public let removedDigest: Digest?

  /// Reads one line without its line feed.
  ///
  /// - Parameters:
  ///   - bytes: Any bytes.
  ///   - range: The line's part of them; all ranges of the view count from the start of `bytes`.
  /// - Throws: `LineFault`, with offsets from the start of the line.
  public init(parsing bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) throws(LineFault) {
    if range.count > Self.largestByteCount { throw .tooLong }
    var scanner = JSONScanner(bytes, in: range, rules: .line)
    do throws(LineFault) {
      self = try Self(&scanner)
    } catch {
      // The quick walk stops at the first byte that is not as expected; a slower look tells what it means.
      throw LineDiagnosis.fault(of: bytes, in: range, stoppedBy: error)
    }
  }

  private init(_ scanner: inout JSONScanner) throws(LineFault) {
    let start = scanner.position
    try scanner.literal("{\"chain\":\"", "chain", start)
    guard let chain = Chain(try scanner.characters(11, "chain", start)) else {
      throw .member("chain", offset: scanner.position - 11 - start)
    }
    self.chain = chain
    try scanner.literal("\",", "chain", start)
    var removedDigest: Digest?
    let digestStart = scanner.position + 9
    if scanner.isNext("\"digest\":\"") {
      scanner.position += 10
      guard let bytes = Base64.bytes(url: try scanner.characters(43, "digest", start)) else {
        throw .member("digest", offset: scanner.position - 43 - start)
      }
      removedDigest = Digest(bytes)
      try scanner.literal("\",", "digest", start)
    }
    self.removedDigest = removedDigest

    try scanner.literal("\"head\":", "head", start)
    let headStart = scanner.position
    try scanner.literal("{\"at\":\"", "at", start)
    guard let at = Instant(iso: try scanner.characters(24, "at", start)) else {
      throw .member("at", offset: scanner.position - 24 - start)
    }
    self.at = at
    try scanner.literal("\",\"kind\":\"", "kind", start)
    kind = try scanner.kindName(start)
    try scanner.literal("\",\"log\":\"", "log", start)
    guard let log = LogID(try scanner.characters(12, "log", start)) else {
      throw .member("log", offset: scanner.position - 12 - start)
    }
    self.log = log
    try scanner.literal("\",", "log", start)
    let replaces = scanner.isNext("\"replaces\":[") ? try scanner.references(start) : []
    self.replaces = replaces
    try scanner.literal("\"seq\":", "seq", start)
    let seqStart = scanner.position
    guard let number = try? scanner.scanNumber().integer, number >= 1 else {
      throw .member("seq", offset: seqStart - start)
    }
    let seq = Int(number)
    self.seq = seq
    if replaces.contains(where: { $0.log == log && $0.seq >= seq }) {
      throw .member("replaces", offset: headStart - start)
    }
    try scanner.literal("}", "head", start)
    head = headStart..<scanner.position

    if removedDigest == nil {
      try scanner.literal(",\"payload\":", "payload", start)
      let payloadStart = scanner.position
      guard scanner.isNext("{") else { throw .member("payload", offset: payloadStart - start) }
      do { try scanner.skipValue(depth: 1) } catch {
        throw .notCanonical(JSONError(offset: error.offset - start, reason: error.reason))
      }
      payload = payloadStart..<scanner.position
      try scanner.literal(",\"salt\":\"", "salt", start)
      let salt = try scanner.characters(16, "salt", start)
      guard Base64URLDigit.isDigit(salt.reduce(0) { $0 | Base64URLDigit.value(of: $1) }) else {
        throw .member("salt", offset: scanner.position - 16 - start)
      }
      self.salt = scanner.position - 16..<scanner.position
      try scanner.literal("\"", "salt", start)
    } else {
      payload = nil
      salt = nil
      let name = String(decoding: scanner.bytes.part(kind), as: UTF8.self)
      if Self.structuralKinds.contains(name) { throw .member("digest", offset: digestStart - start) }
    }
    try scanner.literal("}", "", start)
    if scanner.position < scanner.end {
      throw .notCanonical(JSONError(offset: scanner.position - start, reason: .trailingBytes))
    }
  }
}

extension JSONScanner {
  fileprivate mutating func literal(_ text: StaticString, _ member: String, _ start: Int) throws(LineFault) {
    let offset = position
    do { try expect(text) } catch { throw .member(member, offset: offset - start) }
  }

  /// The next `count` bytes, whatever they are, and steps over them.
  fileprivate mutating func characters(
    _ count: Int, _ member: String, _ start: Int
  ) throws(LineFault) -> UnsafeBufferPointer<UInt8> {
    guard end - position >= count else { throw .member(member, offset: position - start) }
    defer { position += count }
    return UnsafeBufferPointer(rebasing: bytes[position..<position + count])
  }

  /// snake_case: a letter, then letters, digits and underscores, at most 64.
  fileprivate mutating func kindName(_ start: Int) throws(LineFault) -> Range<Int> {
    let first = position
    while position < end, position - first <= 64 {
      switch bytes[position] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): break
      case UInt8(ascii: "0")...UInt8(ascii: "9") where position > first: break
      case UInt8(ascii: "_") where position > first: break
      default:
        guard position > first, bytes[position] == UInt8(ascii: "\"") else {
          throw .member("kind", offset: position - start)
        }
        return first..<position
      }
      position += 1
    }
    throw .member("kind", offset: position - start)
  }

  fileprivate mutating func references(_ start: Int) throws(LineFault) -> [Reference] {
    position += 12
    var references: [Reference] = []
    var previous: UnsafeBufferPointer<UInt8>?
    while true {
      let first = position
      guard take(UInt8(ascii: "\"")) else { throw .member("replaces", offset: first - start) }
      while position < end, bytes[position] != UInt8(ascii: "\"") { position += 1 }
      let text = UnsafeBufferPointer(rebasing: bytes[first + 1..<max(position, first + 1)])
      guard let reference = Reference(text), take(UInt8(ascii: "\"")) else {
        throw .member("replaces", offset: first - start)
      }
      if let previous, !previous.lexicographicallyPrecedes(text) { throw .member("replaces", offset: first - start) }
      previous = text
      references.append(reference)
      if take(UInt8(ascii: ",")) {
        if isNext("\"seq\":") { throw .member("replaces", offset: position - start) }
        continue
      }
      try literal("],", "replaces", start)
      return references
    }
  }
}
