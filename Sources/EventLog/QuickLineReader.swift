import CivilTime
import Identity
import Platform

/// Reads lines that hold nothing unusual, in a fraction of the time that `LineView` needs.
///
/// All lines of a log begin alike and say who wrote them in the same words, so words of eight bytes are compared with what
/// must stand there. Whatever is not as expected, be it wrong or only rare (a line that replaces several, one without its
/// payload, a kind that was not seen before), is not judged here: `LineView` reads it, and has the last word. What is
/// accepted here is accepted there (`QuickLineReaderTests`).
struct QuickLineReader {
  /// A line up to its payload.
  struct Head {
    /// The first 24 bits of the chain.
    var tag: UInt32 = 0
    var seq = 0
    /// The one line that it replaces.
    var replaced: Reference?
    /// The caller's number for the kind.
    var kind: UInt16 = 0
    /// Where the payload begins, with a brace.
    var payloadStart = 0
  }

  /// How a line of a kind goes on behind `"kind":"`, up to the name behind its log, as eight words and which bits of them
  /// count: kinds change from line to line, so no branch may depend on how long one is.
  private struct Pattern {
    private let words: SIMD8<UInt64>
    private let masks: SIMD8<UInt64>
    let count: Int
    let kind: UInt16

    static let largestCount = 64

    /// - Parameter bytes: At most 64.
    init(_ bytes: [UInt8], kind: UInt16) {
      func padded(_ bytes: [UInt8]) -> SIMD8<UInt64> {
        (bytes + [UInt8](repeating: 0, count: Self.largestCount - bytes.count)).withUnsafeBytes {
          $0.loadUnaligned(as: SIMD8<UInt64>.self)
        }
      }
      words = padded(bytes)
      masks = padded([UInt8](repeating: 0xFF, count: bytes.count))
      count = bytes.count
      self.kind = kind
    }

    /// Whether a text begins like this; it has at least 64 bytes.
    @inline(__always)
    func begins(_ text: UnsafePointer<UInt8>) -> Bool {
      let others = (UnsafeRawPointer(text).loadUnaligned(as: SIMD8<UInt64>.self) ^ words) & masks
      return (others.lowHalf | others.highHalf) == .zero
    }
  }

  // Where things stand in every line.
  private static let chainPlace = 10
  private static let headPlace = 21
  private static let atPlace = 37
  private static let kindStartPlace = 61
  private static let kindPlace = 71
  private static let shortestByteCount = kindPlace + Pattern.largestCount

  private let bytes: UnsafeBufferPointer<UInt8>
  private let log: LogID
  /// At hand: to ask whether they were made takes longer than to look one up.
  private let digits = Base64URLDigit.values
  private var patterns: [Pattern] = []
  /// By `guess`, which pattern may be the one.
  private var guesses = [UInt8](repeating: 0, count: 64)
  /// The moment that was read last, as its 24 characters: mostly many lines are written at once. At first any that is
  /// right, so that nothing that is wrong is ever the same.
  private var moment = Moment(UnsafeRawPointer(("1970-01-01T00:00:00.000Z" as StaticString).utf8Start))

  /// The characters of a moment as three words, the second one beginning with the last two of the day.
  private struct Moment: Equatable {
    let first: UInt64
    let second: UInt64
    let third: UInt64

    @inline(__always)
    init(_ text: UnsafeRawPointer) {
      first = text.loadUnaligned(as: UInt64.self)
      second = UInt64(littleEndian: (text + 8).loadUnaligned(as: UInt64.self))
      third = (text + 16).loadUnaligned(as: UInt64.self)
    }

    @inline(__always)
    func isOnDay(of other: Moment) -> Bool { first == other.first && second & 0xFFFF == other.second & 0xFFFF }
  }

  /// - Parameter bytes: A file of the log.
  init(_ bytes: UnsafeBufferPointer<UInt8>, log: LogID) {
    self.bytes = bytes
    self.log = log
  }

  /// Makes lines of a kind known, by the number that the caller gives it.
  mutating func learn(_ kind: String, as number: UInt16) {
    guard !kind.isEmpty, !patterns.contains(where: { $0.kind == number }) else { return }
    let bytes = Array((kind + "\",\"log\":\"" + log.text + "\",\"").utf8)
    guard bytes.count <= Pattern.largestCount else { return }
    patterns.append(Pattern(bytes, kind: number))
  }

  /// Reads a line up to its payload; nil where anything is unusual.
  mutating func head(at position: Int) -> Head? {
    guard bytes.count - position > Self.shortestByteCount, let base = bytes.baseAddress else { return nil }
    let line = base + position
    guard Self.isNext(#"{"chain":""#, at: line), Self.isNext(#"","head":{"at":""#, at: line + Self.headPlace),
      Self.isNext(#"","kind":""#, at: line + Self.kindStartPlace),
      let tag = tag(line + Self.chainPlace), isMoment(line + Self.atPlace)
    else { return nil }
    var head = Head()
    head.tag = tag
    let room = bytes.count - position
    guard let pattern = pattern(line + Self.kindPlace) else { return nil }
    head.kind = pattern.kind
    var place = Self.kindPlace + pattern.count
    guard room - place > 32 else { return nil }
    if line[place] == UInt8(ascii: "r") {
      guard let end = replaced(line, at: place, room: room, &head) else { return nil }
      place = end
    }
    guard room - place > 32, Self.isNext(#"seq":"#, at: line + place) else { return nil }
    place += 5
    let first = line[place] &- UInt8(ascii: "0")
    guard first > 0, first < 10 else { return nil }
    let firstPlace = place
    while place - firstPlace < 15 {
      let digit = line[place] &- UInt8(ascii: "0")
      guard digit < 10 else { break }
      head.seq = head.seq &* 10 &+ Int(digit)
      place += 1
    }
    guard Self.isNext(#"},"payload":{"#, at: line + place) else { return nil }
    if let replaced = head.replaced, replaced.log == log, replaced.seq >= head.seq { return nil }
    head.payloadStart = position + place + 12
    return head
  }

  /// The tag of a chain; nil where the text is none.
  @inline(__always)
  private func tag(_ text: UnsafePointer<UInt8>) -> UInt32? {
    guard areDigits(text, count: 11), digits[Int(text[10])] & 3 == 0 else { return nil }
    func value(_ place: Int) -> UInt32 { UInt32(digits[Int(text[place])]) }
    return value(0) << 18 | value(1) << 12 | value(2) << 6 | value(3)
  }

  /// Whether characters are digits of base64url.
  @inline(__always)
  private func areDigits(_ text: UnsafePointer<UInt8>, count: Int) -> Bool {
    var seen: UInt8 = 0
    for index in 0..<count { seen |= digits[Int(text[index])] }
    return Base64URLDigit.isDigit(seen)
  }

  /// Reads which one line is replaced; where the next name begins, or nil where anything is unusual.
  private func replaced(_ line: UnsafePointer<UInt8>, at place: Int, room: Int, _ head: inout Head) -> Int? {
    let start = place + 12
    guard room - place > 96, Self.isNext(#"replaces":[""#, at: line + place) else { return nil }
    var end = start
    while end - start < 34, line[end] != UInt8(ascii: "\"") { end += 1 }
    guard Self.isNext(#""],""#, at: line + end),
      let reference = Reference(UnsafeBufferPointer(start: line + start, count: end - start))
    else { return nil }
    head.replaced = reference
    return end + 4
  }

  /// Where the next line begins, when the rest of this one is as it should be; nil else.
  ///
  /// - Parameter payloadEnd: One past the payload.
  func nextLine(behind payloadEnd: Int) -> Int? {
    guard bytes.count - payloadEnd >= 28, let base = bytes.baseAddress else { return nil }
    let salt = base + payloadEnd + 9
    guard areDigits(salt, count: 16), Self.isNext(#","salt":""#, at: base + payloadEnd),
      Self.isNext("\"}\n", at: salt + 16)
    else { return nil }
    return payloadEnd + 28
  }

  /// The pattern that a text begins like; it has at least 64 bytes.
  @inline(__always)
  private mutating func pattern(_ text: UnsafePointer<UInt8>) -> (kind: UInt16, count: Int)? {
    let guess = Self.guess(text)
    var index = Int(guesses[guess])
    guard index < patterns.count else { return nil }
    if !patterns[index].begins(text) {
      guard let found = patterns.firstIndex(where: { $0.begins(text) }) else { return nil }
      index = found
      guesses[guess] = UInt8(truncatingIfNeeded: min(index, 255))
    }
    return (patterns[index].kind, patterns[index].count)
  }

  /// A number below 64 in which most kinds differ.
  @inline(__always)
  private static func guess(_ text: UnsafePointer<UInt8>) -> Int {
    let words = UnsafeRawPointer(text)
    let mixed = words.loadUnaligned(as: UInt64.self) ^ (words + 8).loadUnaligned(as: UInt64.self) &* 3
    return Int(truncatingIfNeeded: (mixed &* 0x9E37_79B9_7F4A_7C15) >> 58)
  }

  /// Whether 24 characters are a moment, as `Instant` reads it.
  private mutating func isMoment(_ text: UnsafePointer<UInt8>) -> Bool {
    let moment = Moment(UnsafeRawPointer(text))
    if moment == self.moment { return true }
    let isRight =
      moment.isOnDay(of: self.moment)
      ? Self.isTime(text) : Instant(iso: UnsafeBufferPointer(start: text, count: 24)) != nil
    if isRight { self.moment = moment }
    return isRight
  }

  /// Whether a moment goes on as one does behind a day that is right.
  private static func isTime(_ text: UnsafePointer<UInt8>) -> Bool {
    var wrong: UInt8 = 0
    func digit(_ index: Int) -> Int {
      let digit = text[index] &- UInt8(ascii: "0")
      wrong |= digit > 9 ? 1 : 0
      return Int(digit)
    }
    let (hour, minute, second) = (
      digit(11) * 10 + digit(12), digit(14) * 10 + digit(15), digit(17) * 10 + digit(18)
    )
    _ = digit(20) + digit(21) + digit(22)
    return wrong == 0 && hour < 24 && minute < 60 && second < 60 && text[10] == UInt8(ascii: "T")
      && text[13] == UInt8(ascii: ":") && text[16] == UInt8(ascii: ":") && text[19] == UInt8(ascii: ".")
      && text[23] == UInt8(ascii: "Z")
  }

  @inline(__always)
  private static func isNext(_ literal: StaticString, at text: UnsafePointer<UInt8>) -> Bool {
    UnsafeRawPointer(literal.utf8Start).isSame(as: UnsafeRawPointer(text), count: literal.utf8CodeUnitCount)
  }
}
