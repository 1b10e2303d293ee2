import Cryptography

/// The binary form that OpenSSH writes keys and signatures in (RFC 4251, §5): strings with a length of 4 bytes before.
struct SSHWire {
  private(set) var bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8] = []) { self.bytes = bytes }

  mutating func append(_ number: UInt32) {
    for shift in [24, 16, 8, 0] as [UInt32] { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
  }

  mutating func append(_ string: [UInt8]) {
    append(UInt32(string.count))
    bytes += string
  }

  mutating func append(_ text: String) { append(Array(text.utf8)) }

  var isAtEnd: Bool { position == bytes.count }

  /// The next number; nil past the end.
  mutating func number() -> UInt32? {
    guard bytes.count - position >= 4 else { return nil }
    defer { position += 4 }
    return bytes[position..<position + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// The next string; nil past the end.
  mutating func string() -> [UInt8]? {
    guard let count = number(), bytes.count - position >= Int(count) else { return nil }
    defer { position += Int(count) }
    return Array(bytes[position..<position + Int(count)])
  }

  /// Steps over these bytes; false when others stand there.
  mutating func take(_ expected: [UInt8]) -> Bool {
    guard bytes.count - position >= expected.count,
      bytes[position..<position + expected.count].elementsEqual(expected)
    else { return false }
    position += expected.count
    return true
  }

  /// Text in lines of 70 characters between a head and a foot, as OpenSSH armours it.
  static func armored(_ bytes: [UInt8], as label: String) -> String {
    var text = "-----BEGIN \(label)-----\n"
    var rest = Base64.padded(bytes)[...]
    while !rest.isEmpty {
      text += rest.prefix(70) + "\n"
      rest = rest.dropFirst(70)
    }
    return text + "-----END \(label)-----\n"
  }

  /// The bytes between head and foot; nil when the text is not of that form.
  static func bytes(armored text: String, as label: String) -> [UInt8]? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: true)
    guard lines.count >= 3, lines.first == "-----BEGIN \(label)-----", lines.last == "-----END \(label)-----" else {
      return nil
    }
    return Base64.bytes(padded: Array(lines.dropFirst().dropLast().joined().utf8))
  }
}
