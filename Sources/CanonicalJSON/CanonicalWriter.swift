extension JSONValue {
  /// The canonical bytes (RFC 8785, JSON Canonicalization Scheme).
  public var canonicalBytes: [UInt8] {
    var bytes: [UInt8] = []
    appendCanonical(to: &bytes)
    return bytes
  }

  /// The canonical form as text.
  public var canonicalText: String { String(decoding: canonicalBytes, as: UTF8.self) }

  /// Appends the canonical bytes to `bytes`.
  public func appendCanonical(to bytes: inout [UInt8]) {
    switch self {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
    case .integer(let value): bytes.append(contentsOf: String(value).utf8)
    case .number(let value): NumberForm.append(value, to: &bytes)
    case .string(let value): Self.appendCanonical(value, to: &bytes)
    case .array(let values):
      bytes.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        value.appendCanonical(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let object): object.appendCanonical(to: &bytes)
    }
  }

  /// Appends a string in quotes, with the escapes of RFC 8785 §3.2.2.2 and no others.
  public static func appendCanonical(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0x20...: bytes.append(byte)
      default:
        bytes.append(UInt8(ascii: "\\"))
        if let letter = shortEscape(of: byte) {
          bytes.append(letter)
        } else {
          bytes.append(contentsOf: "u00".utf8)
          bytes.append(hexDigit(byte >> 4))
          bytes.append(hexDigit(byte & 15))
        }
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// The letter after the backslash for the five control characters that have one.
  static func shortEscape(of byte: UInt8) -> UInt8? {
    switch byte {
    case 0x08: UInt8(ascii: "b")
    case 0x09: UInt8(ascii: "t")
    case 0x0A: UInt8(ascii: "n")
    case 0x0C: UInt8(ascii: "f")
    case 0x0D: UInt8(ascii: "r")
    default: nil
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}

extension JSONObject {
  /// Appends the canonical bytes of the object to `bytes`.
  public func appendCanonical(to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "{"))
    for (index, member) in members.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      JSONValue.appendCanonical(member.key, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      member.value.appendCanonical(to: &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
  }
}
