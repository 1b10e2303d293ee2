/// Base64 (RFC 4648) in the forms the formats use: with `-_` (Veldlog), with `+/` and padding (OpenSSH), with `+/` alone (age).
public enum Base64 {
  private static let standard = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let urlSafe = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  /// The text with `-_`, without padding.
  public static func url(_ bytes: [UInt8]) -> String {
    String(decoding: encoded(bytes, urlSafe), as: UTF8.self)
  }

  /// The text with `+/` and padding.
  public static func padded(_ bytes: [UInt8]) -> String {
    var text = encoded(bytes, standard)
    while text.count % 4 != 0 { text.append(UInt8(ascii: "=")) }
    return String(decoding: text, as: UTF8.self)
  }

  /// The text with `+/`, without padding, as age writes it.
  public static func unpadded(_ bytes: [UInt8]) -> String {
    String(decoding: encoded(bytes, standard), as: UTF8.self)
  }

  private static func encoded(_ bytes: [UInt8], _ alphabet: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count * 4 + 2) / 3)
    var buffer: UInt32 = 0
    var bits = 0
    for byte in bytes {
      buffer = buffer << 8 | UInt32(byte)
      bits += 8
      while bits >= 6 {
        bits -= 6
        text.append(alphabet[Int(buffer >> bits & 63)])
      }
    }
    if bits > 0 { text.append(alphabet[Int(buffer << (6 - bits) & 63)]) }
    return text
  }

  /// The bytes of unpadded text with `-_`; nil for other characters, an impossible length, or spare bits that are set.
  public static func bytes(url text: some Sequence<UInt8>) -> [UInt8]? {
    decoded(text) { byte in
      switch byte {
      case UInt8(ascii: "-"): 62
      case UInt8(ascii: "_"): 63
      default: nil
      }
    }
  }

  /// The bytes of padded text with `+/`; nil for anything that `padded` would not have written.
  public static func bytes(padded text: some Collection<UInt8>) -> [UInt8]? {
    guard text.count % 4 == 0 else { return nil }
    let paddingCount = text.suffix(2).filter { $0 == UInt8(ascii: "=") }.count
    return bytes(unpadded: text.dropLast(paddingCount))
  }

  /// The bytes of text with `+/` and no padding; nil for anything that `unpadded` would not have written.
  public static func bytes(unpadded text: some Sequence<UInt8>) -> [UInt8]? {
    decoded(text) { byte in
      switch byte {
      case UInt8(ascii: "+"): 62
      case UInt8(ascii: "/"): 63
      default: nil
      }
    }
  }

  private static func decoded(_ text: some Sequence<UInt8>, _ last: (UInt8) -> UInt32?) -> [UInt8]? {
    var bytes: [UInt8] = []
    var buffer: UInt32 = 0
    var bits = 0
    for byte in text {
      let value: UInt32
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = UInt32(byte - UInt8(ascii: "A"))
      case UInt8(ascii: "a")...UInt8(ascii: "z"): value = UInt32(byte - UInt8(ascii: "a")) + 26
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = UInt32(byte - UInt8(ascii: "0")) + 52
      default:
        guard let special = last(byte) else { return nil }
        value = special
      }
      buffer = (buffer << 6 | value) & 0xFFFF
      bits += 6
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(truncatingIfNeeded: buffer >> bits))
      }
    }
    guard bits < 6, buffer & (1 << bits - 1) == 0 else { return nil }
    return bytes
  }
}

extension Digest {
  /// The 43 characters of base64url without padding.
  public var base64: String { Base64.url(bytes) }

  /// Reads the 43 characters that `base64` writes; nil for anything else.
  public init?(base64 text: String) {
    guard text.utf8.count == 43, let bytes = Base64.bytes(url: text.utf8) else { return nil }
    self.init(bytes)
  }
}
