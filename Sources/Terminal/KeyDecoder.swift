/// Turns the bytes that a terminal sends into keys.
///
/// Text is UTF-8. A key without a letter sends ESC and more: `ESC [` parameters and a final byte (ECMA-48, 5.4), or
/// `ESC O` and one byte (DEC's application keys). Esc itself sends ESC alone, so that only time tells it from the
/// beginning of another key: whoever reads calls `timeOut` when nothing came for a while.
///
///     decoder.keys(from: [0x1B, 0x5B])  // []
///     decoder.keys(from: [0x41])        // [.up]
public struct KeyDecoder: Sendable {
  /// The beginning of a key whose end is still to come.
  private var waiting: [UInt8] = []
  /// Nothing that a terminal sends for one key is longer.
  private static let longestSequence = 32

  public init() {}

  /// Whether a key has begun and not ended.
  public var isWaiting: Bool { !waiting.isEmpty }

  /// The keys that end in these bytes. What no key sends is passed over.
  public mutating func keys(from bytes: some Sequence<UInt8>) -> [Key] {
    waiting += bytes
    var keys: [Key] = []
    var place = 0
    while place < waiting.count {
      switch next(in: waiting[place...]) {
      case .incomplete:
        if waiting.count - place <= Self.longestSequence {
          waiting.removeFirst(place)
          return keys
        }
        place += 1
      case .taken(let count, let key):
        place += count
        if let key { keys.append(key) }
      }
    }
    waiting = []
    return keys
  }

  /// What waits is all that comes: an ESC was the key Esc, and half a key is none.
  public mutating func timeOut() -> [Key] {
    defer { waiting = [] }
    guard waiting.first == 0x1B else { return [] }
    // `ESC [` and `ESC O` may be two keys that were typed, but are rather the rest of one that got lost.
    return waiting.count == 1 ? [.escape] : []
  }

  private enum Step {
    case incomplete
    /// So many bytes, and the key they stand for, if any.
    case taken(Int, Key?)
  }

  private func next(in bytes: ArraySlice<UInt8>) -> Step {
    guard let first = bytes.first else { return .incomplete }
    switch first {
    case 0x1B: return escaped(bytes)
    case 0x0D, 0x0A: return .taken(1, .enter)
    case 0x09: return .taken(1, .tab)
    case 0x08, 0x7F: return .taken(1, .backspace)
    case 0x01...0x1A: return .taken(1, .control(Character(Unicode.Scalar(first + 0x60))))
    case 0x00..<0x20: return .taken(1, nil)
    case 0x20..<0x7F: return .taken(1, .character(Character(Unicode.Scalar(first))))
    default: return scalar(bytes)
    }
  }

  private func escaped(_ bytes: ArraySlice<UInt8>) -> Step {
    guard bytes.count > 1 else { return .incomplete }
    let rest = bytes.dropFirst(2)
    switch bytes[bytes.startIndex + 1] {
    case UInt8(ascii: "["): return sequence(rest)
    case UInt8(ascii: "O"): return rest.first.map { .taken(3, Self.key(final: $0)) } ?? .incomplete
    // Esc, and then something else that was typed before anyone read it.
    default: return .taken(1, .escape)
    }
  }

  /// - Parameter bytes: Behind `ESC [`.
  private func sequence(_ bytes: ArraySlice<UInt8>) -> Step {
    // The console of Linux sends `ESC [ [ A` for F1.
    if bytes.first == UInt8(ascii: "[") { return bytes.count > 1 ? .taken(4, nil) : .incomplete }
    guard let end = bytes.firstIndex(where: { !(0x20...0x3F).contains($0) }) else { return .incomplete }
    let count = 2 + end - bytes.startIndex + 1
    // A control character or a letter beyond ASCII breaks the sequence off and is a key itself.
    guard (0x40...0x7E).contains(bytes[end]) else { return .taken(count - 1, nil) }
    if bytes[end] != UInt8(ascii: "~") { return .taken(count, Self.key(final: bytes[end])) }
    let number = bytes[..<end].prefix { $0 != UInt8(ascii: ";") }
    return .taken(count, Self.keysByNumber[String(decoding: number, as: UTF8.self)])
  }

  private static func key(final: UInt8) -> Key? {
    switch final {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "M"): .enter
    case UInt8(ascii: "Z"): .backTab
    default: nil
    }
  }

  private static let keysByNumber: [String: Key] = [
    "1": .home, "3": .delete, "4": .end, "5": .pageUp, "6": .pageDown, "7": .home, "8": .end,
  ]

  /// A scalar beyond ASCII.
  private func scalar(_ bytes: ArraySlice<UInt8>) -> Step {
    let length: Int
    switch bytes[bytes.startIndex] {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return .taken(1, nil)
    }
    let part = bytes.prefix(length)
    guard part.dropFirst().allSatisfy({ (0x80...0xBF).contains($0) }) else { return .taken(1, nil) }
    guard part.count == length else { return .incomplete }
    let scalars = String(decoding: part, as: UTF8.self).unicodeScalars
    guard scalars.count == 1, let scalar = scalars.first, scalar != "\u{FFFD}", scalar.value >= 0xA0 else {
      return .taken(length, nil)
    }
    return .taken(length, .character(Character(scalar)))
  }
}
