enum Digits {
  /// The number in decimal, with zeros before it up to `width` characters.
  static func padded(_ number: Int, to width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }

  /// The decimal number in a part of some bytes; nil where another character stands in it.
  ///
  /// - Parameter range: Inside `bytes`, and short enough not to overflow.
  static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    var value = 0
    for index in range {
      let digit = bytes[index] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }
}
