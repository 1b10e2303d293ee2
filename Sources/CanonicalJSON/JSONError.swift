/// What is wrong with some JSON, and where.
public struct JSONError: Error, Sendable, Equatable {
  public enum Reason: Sendable, Equatable {
    case unexpectedEnd
    case unexpectedByte(UInt8)
    case invalidUTF8
    case loneSurrogate
    case invalidEscape
    case controlCharacter
    case repeatedKey(String)
    /// A key stands after one that belongs behind it (canonical form only).
    case unsortedKey(String)
    case nestedTooDeep(limit: Int)
    /// Beyond ±(2^53−1), or `-0`, where those are refused.
    case numberOutOfRange
    /// Valid JSON, but not the canonical bytes: white space, another escape or form of number.
    case notCanonical
    /// Something follows the value.
    case trailingBytes
  }

  /// In bytes from the start of what was read, of the first byte that is wrong.
  public let offset: Int
  public let reason: Reason

  public init(offset: Int, reason: Reason) {
    self.offset = offset
    self.reason = reason
  }
}
