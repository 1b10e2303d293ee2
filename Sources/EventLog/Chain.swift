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
    let values = Base64URLDigit.values
    var value: UInt64 = 0
    var seen: UInt8 = 0
    for index in 0..<10 {
      let digit = values[Int(text[index])]
      seen |= digit
      value = value << 6 | UInt64(digit)
    }
    // 8 bytes are 64 bits, so the last character carries four of its six.
    let last = values[Int(text[10])]
    guard Base64URLDigit.isDigit(seen | last), last & 3 == 0 else { return nil }
    self.value = value << 4 | UInt64(last >> 2)
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

/// Digits of base64url. Those of chains and salts are as good as random, so no branch may depend on them.
enum Base64URLDigit {
  /// By byte, its value, 0 to 63; what `isDigit` refuses for one that is no digit.
  ///
  /// Made once and kept: each line looks here for its 27 digits, and an array would be checked for its length each time.
  nonisolated(unsafe) static let values: UnsafePointer<UInt8> = {
    let values = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
    values.initialize(repeating: 0xFF, count: 256)
    let digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    for (value, digit) in digits.utf8.enumerated() { values[Int(digit)] = UInt8(value) }
    return UnsafePointer(values)
  }()

  @inline(__always)
  static func value(of byte: UInt8) -> UInt8 { values[Int(byte)] }

  /// Whether all values that were put together by `|` are of digits.
  @inline(__always)
  static func isDigit(_ values: UInt8) -> Bool { values < 64 }
}
