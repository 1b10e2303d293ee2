/// Text from elsewhere made harmless for a terminal.
public enum SafeText {
  /// The text with each control character as a visible sign, so that what another log says cannot move the cursor,
  /// change colours or hide lines.
  ///
  /// Characters that turn the direction of writing are shown as well, since they can make a line read as another.
  /// - Parameter keepsLineEnds: Leaves line feeds as they are.
  public static func visible(_ text: String, keepsLineEnds: Bool = false) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A where keepsLineEnds: result.append(scalar)
      // Every ASCII control character has a picture 0x2400 further on; DEL has its own.
      case 0..<0x20: result.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
      case 0x7F: result.append("\u{2421}")
      case 0x80..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x2028, 0x2029: result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
