import Cryptography

/// The first 8 bytes of a line's link, by which lines name each other.
public struct Chain: Sendable, Hashable {
  /// The 8 bytes as a big-endian number.
  public let value: UInt64

  public init(value: UInt64) { self.value = value }

  public init(_ link: Digest) { value = link.prefix }

  /// Reads the 11 characters of base64url; nil for anything else, spare bits that are set included.
  public init?(_ text: UnsafeBufferPointer<UInt8>) {
    guard text.count == 11 else { return nil }
    var value: UInt64 = 0
    for index in 0..<11 {
      guard let digit = Base64URLDigit.value(of: text[index]) else { return nil }
      if index == 10 {
        // 8 bytes are 64 bits, so the last character carries four of its six.
        guard digit & 3 == 0 else { return nil }
        value = value << 4 | UInt64(digit >> 2)
      } else {
        value = value << 6 | UInt64(digit)
      }
    }
    self.value = value
  }

  public init?(_ text: some StringProtocol) {
    var text = String(text)
    guard let chain = text.withUTF8({ Chain($0) }) else { return nil }
    self = chain
  }

  /// The 11 characters.
  public var text: String {
    Base64.url((0..<8).map { UInt8(truncatingIfNeeded: value >> (56 - 8 * UInt64($0))) })
  }

  /// The part that a reference carries: the first 4 characters, as 24 bits.
  public var tag: UInt32 { UInt32(value >> 40) }
}

extension Chain: Comparable {
  /// As the bytes, not as the characters of base64url, which sort otherwise.
  public static func < (left: Chain, right: Chain) -> Bool { left.value < right.value }
}

enum Base64URLDigit {
  static func value(of byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
    case UInt8(ascii: "-"): 62
    case UInt8(ascii: "_"): 63
    default: nil
    }
  }
}
