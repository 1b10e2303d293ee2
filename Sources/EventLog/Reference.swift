import Cryptography
import Identity

/// How one line names another: `log:seq#cccc`, where `cccc` is the beginning of the named line's chain.
public struct Reference: Sendable, Hashable {
  public let log: LogID
  public let seq: Int
  /// The first 24 bits of the chain.
  public let tag: UInt32

  public init(log: LogID, seq: Int, tag: UInt32) {
    self.log = log
    self.seq = seq
    self.tag = tag
  }

  public init(log: LogID, seq: Int, chain: Chain) {
    self.init(log: log, seq: seq, tag: chain.tag)
  }

  /// Reads the full form; nil for anything else.
  public init?(_ text: UnsafeBufferPointer<UInt8>) {
    guard (19...33).contains(text.count), text[12] == UInt8(ascii: ":"),
      let log = LogID(UnsafeBufferPointer(rebasing: text[..<12]))
    else { return nil }
    let hash = text.count - 5
    guard text[hash] == UInt8(ascii: "#"), text[13] != UInt8(ascii: "0") else { return nil }
    var seq = 0
    for byte in text[13..<hash] {
      let digit = byte &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      seq = seq * 10 + Int(digit)
    }
    var tag: UInt32 = 0
    for byte in text[(hash + 1)...] {
      let digit = Base64URLDigit.value(of: byte)
      guard Base64URLDigit.isDigit(digit) else { return nil }
      tag = tag << 6 | UInt32(digit)
    }
    self.init(log: log, seq: seq, tag: tag)
  }

  public init?(_ text: String) {
    var text = text
    guard let reference = text.withUTF8({ Reference($0) }) else { return nil }
    self = reference
  }

  /// The full form.
  public var text: String {
    log.text + ":" + String(seq) + "#" + Base64.url([UInt8(tag >> 16 & 255), UInt8(tag >> 8 & 255), UInt8(tag & 255)])
  }
}

extension Reference: Comparable, CustomStringConvertible {
  /// In the order of the full form as bytes, which `replaces` is sorted by.
  public static func < (left: Reference, right: Reference) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }

  public var description: String { text }
}
