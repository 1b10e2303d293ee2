import Cryptography

extension Digest {
  /// Reads the 64 lower-case characters that `hexadecimal` writes; nil for anything else.
  public init?(hexadecimal text: String) {
    var bytes: [UInt8] = []
    var high: UInt8?
    guard text.utf8.count == 64 else { return nil }
    for character in text.utf8 {
      let digit: UInt8
      switch character {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = character - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = character - UInt8(ascii: "a") + 10
      default: return nil
      }
      if let first = high {
        bytes.append(first << 4 | digit)
        high = nil
      } else {
        high = digit
      }
    }
    self.init(bytes)
  }
}
