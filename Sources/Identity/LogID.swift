import Cryptography

/// The name of a log: the first 60 bits of the SHA-256 of its writer's public key, as 12 characters of Crockford's
/// base32 in lower case (SyncSpecs/log.md).
public struct LogID: Sendable, Hashable {
  /// The 60 bits, in the low end.
  private let bits: UInt64

  private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  /// The log that only this key can write.
  public init(_ key: Ed25519.PublicKey) {
    bits = SHA256.hash(key.bytes).prefix >> 4
  }

  /// Reads the 12 characters; nil for anything else.
  public init?(_ text: UnsafeBufferPointer<UInt8>) {
    guard text.count == 12 else { return nil }
    var bits: UInt64 = 0
    for byte in text {
      guard let value = Self.value(of: byte) else { return nil }
      bits = bits << 5 | value
    }
    self.bits = bits
  }

  public init?(_ text: some StringProtocol) {
    var text = String(text)
    guard let log = text.withUTF8({ LogID($0) }) else { return nil }
    self = log
  }

  private static func value(of byte: UInt8) -> UInt64? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "h"): UInt64(byte - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "j")...UInt8(ascii: "k"): UInt64(byte - UInt8(ascii: "j")) + 18
    case UInt8(ascii: "m")...UInt8(ascii: "n"): UInt64(byte - UInt8(ascii: "m")) + 20
    case UInt8(ascii: "p")...UInt8(ascii: "t"): UInt64(byte - UInt8(ascii: "p")) + 22
    case UInt8(ascii: "v")...UInt8(ascii: "z"): UInt64(byte - UInt8(ascii: "v")) + 27
    default: nil
    }
  }

  /// The 12 characters.
  public var text: String {
    String(decoding: (0..<12).map { Self.alphabet[Int(bits >> (55 - 5 * UInt64($0)) & 31)] }, as: UTF8.self)
  }
}

extension LogID: Comparable, CustomStringConvertible {
  /// In the order of their characters as bytes, which the alphabet keeps.
  public static func < (left: LogID, right: LogID) -> Bool { left.bits < right.bits }
  public var description: String { text }
}
