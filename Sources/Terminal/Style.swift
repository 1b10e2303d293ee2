/// How a piece of text stands out. A colour only repeats what a mark or word says already.
public struct Style: OptionSet, Sendable {
  public let rawValue: UInt16

  public init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  public static let bold = Style(rawValue: 1 << 0)
  public static let dim = Style(rawValue: 1 << 1)
  public static let reversed = Style(rawValue: 1 << 3)
  public static let red = Style(rawValue: 1 << 4)
  public static let green = Style(rawValue: 1 << 5)
  public static let yellow = Style(rawValue: 1 << 6)

  /// The numbers of ECMA-48, in the order of the bits.
  private static let codes = [1, 2, 4, 7, 31, 32, 33, 34, 36]

  /// The text in this style for a terminal; as it is where `isOn` is false or the style is plain.
  public func applied(to text: String, isOn: Bool = true) -> String {
    guard isOn, !isEmpty, !text.isEmpty else { return text }
    let codes = Self.codes.indices.filter { rawValue & (1 << $0) != 0 }.map { String(Self.codes[$0]) }
    return "\u{1B}[\(codes.joined(separator: ";"))m\(text)\u{1B}[0m"
  }
}
