/// Ways of writing that make no difference to a reader.
public enum Spelling {
  /// Without white space at either end, no-break spaces and a byte order mark included.
  public static func trimmed(_ text: String) -> String {
    if let first = text.utf8.first, let last = text.utf8.last, isInk(first), isInk(last) { return text }
    func isBlank(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isWhitespace || scalar.value == 0xFEFF || scalar.value == 0x200B
    }
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isBlank($0) }),
      let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    if first == scalars.startIndex, scalars.index(after: last) == scalars.endIndex { return text }
    return String(scalars[first...last])
  }

  private static func isInk(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }

  /// Only letters and digits, lower case, without accents: what is left of a name when spelling is ignored.
  static func folded(_ text: String) -> String {
    var result = ""
    for scalar in NormalForm.withoutMarks(text).lowercased().unicodeScalars {
      let isPlain = (0x61...0x7A).contains(scalar.value) || (0x30...0x39).contains(scalar.value)
      if isPlain || (!scalar.isASCII && scalar.properties.isAlphabetic) { result.unicodeScalars.append(scalar) }
    }
    return result
  }

  /// A name as a code: lower case ASCII, every run of other characters one hyphen.
  ///
  ///     Spelling.slug("Midden-IJssel/Oost-Veluwe")  // "midden-ijssel-oost-veluwe"
  public static func slug(_ name: String) -> String {
    var result = ""
    for byte in NormalForm.withoutMarks(name).lowercased().utf8 {
      let isKept = (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
      if isKept {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else if !result.isEmpty, !result.hasSuffix("-") {
        result.append("-")
      }
    }
    if result.hasSuffix("-") { result.removeLast() }
    return result
  }
}
