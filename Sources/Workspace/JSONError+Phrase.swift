import CanonicalJSON
import Words

extension JSONError.Reason {
  /// What is wrong, in words.
  public var phrase: Phrase {
    switch self {
    case .unexpectedEnd: FileWords.unexpectedEnd
    case .unexpectedByte(let byte):
      FileWords.unexpectedByte(
        (0x21..<0x7F).contains(byte)
          ? "'\(Character(UnicodeScalar(byte)))'" : "0x" + String(byte, radix: 16, uppercase: true))
    case .invalidUTF8: FileWords.invalidUTF8
    case .loneSurrogate: FileWords.loneSurrogate
    case .invalidEscape: FileWords.invalidEscape
    case .controlCharacter: FileWords.controlCharacter
    case .repeatedKey(let key): FileWords.repeatedKey(key)
    case .unsortedKey(let key): FileWords.unsortedKey(key)
    case .nestedTooDeep(let limit): FileWords.nested(limit)
    case .numberOutOfRange: FileWords.numberOutOfRange
    case .notCanonical: FileWords.notCanonicalForm
    case .trailingBytes: FileWords.trailing
    }
  }
}
