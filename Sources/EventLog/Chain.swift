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
    var seen: UInt8 = 0
    for index in 0..<10 {
      let digit = Base64URLDigit.value(of: text[index])
      seen |= digit
      value = value << 6 | UInt64(digit)
    }
    // 8 bytes are 64 bits, so the last character carries four of its six.
    let last = Base64URLDigit.value(of: text[10])
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
  /// By ASCII character, its value as the character that many places behind the space; `~` where it is no digit.
  private static let values: StaticString = """
    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~^~~TUVWXYZ[\\]~~~~~~\
    ~ !\"#$%&'()*+,-./0123456789~~~~_~:;<=>?@ABCDEFGHIJKLMNOPQRS~~~~~
    """

  /// 0 to 63; what `isDigit` refuses for any other character.
  @inline(__always)
  static func value(of byte: UInt8) -> UInt8 {
    // Beyond ASCII there is none either; the last character of the table is no digit.
    values.utf8Start[Int(min(byte, 0x7F))] &- 0x20
  }

  /// Whether all values that were put together by `|` are of digits.
  @inline(__always)
  static func isDigit(_ values: UInt8) -> Bool { values < 64 }
}
