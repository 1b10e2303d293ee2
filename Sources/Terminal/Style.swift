/// How a piece of text stands out. A colour only repeats what a mark or word says already.
///
/// The colours are of the 256 that terminals share. Unlike the first 16, which each theme sets as it likes, those have
/// fixed values, and these four lie about as far from black as from white: each can be read on a dark and on a light
/// background.
public struct Style: OptionSet, Sendable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  public static let bold = Style(rawValue: 1 << 0)
  public static let gray = Style(rawValue: 1 << 1)
  public static let red = Style(rawValue: 1 << 2)
  public static let green = Style(rawValue: 1 << 3)
  public static let orange = Style(rawValue: 1 << 4)

  /// The places of the colours among the 256, in the order of their bits.
  static let colors: [(style: Style, number: Int)] = [(.gray, 243), (.red, 161), (.green, 28), (.orange, 130)]

  /// What a terminal can do.
  public enum Palette: Sendable {
    /// No styles at all.
    case none
    /// Bold alone: what its colours look like is not known.
    case bold
    case colors
  }

  /// The text in this style, as far as the terminal can do it; as it is where the style is plain.
  public func applied(to text: String, in palette: Palette = .colors) -> String {
    guard palette != .none, !text.isEmpty else { return text }
    var codes = contains(.bold) ? ["1"] : []
    if palette == .colors { codes += Self.colors.filter { contains($0.style) }.map { "38;5;\($0.number)" } }
    return codes.isEmpty ? text : "\u{1B}[\(codes.joined(separator: ";"))m\(text)\u{1B}[0m"
  }
}

extension Style.Palette {
  /// What a terminal of that kind can do.
  ///
  /// - Parameters:
  ///   - term: The variable `TERM`; nil where it is not set.
  ///   - colorTerm: The variable `COLORTERM`, which terminals set that have more colours than their kind says.
  public init(term: String?, colorTerm: String?) {
    let withoutColors = ["vt", "ansi", "cons", "sun", "xterm-mono"]
    if term == "dumb" {
      self = .none
    } else if colorTerm != nil {
      self = .colors
    } else if let term, !withoutColors.contains(where: term.hasPrefix) {
      self = .colors
    } else {
      self = .bold
    }
  }
}
