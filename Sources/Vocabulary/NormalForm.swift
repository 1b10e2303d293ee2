@_spi(_Unicode) import Swift

/// Text in Unicode's normal form C, so that equal texts are equal bytes.
///
/// The standard library has the form, but only behind the `_Unicode` interface; this is the one place that uses it.
public enum NormalForm {
  /// - Complexity: O(*n*), without allocation where `text` is ASCII.
  public static func composed(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text._nfc { scalars.append(scalar) }
    return String(scalars)
  }

  /// Whether the text is in the form already.
  public static func isComposed(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 < 0x80 } || text.utf8.elementsEqual(composed(text).utf8)
  }

  /// The letters without their accents.
  static func withoutMarks(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text._nfd where !(0x0300...0x036F).contains(scalar.value) { scalars.append(scalar) }
    return String(scalars)
  }
}
