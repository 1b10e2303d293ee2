/// The form ECMAScript gives a number, which RFC 8785 (§3.2.2.3) makes canonical.
enum NumberForm {
  /// Appends the shortest digits that read back as the same double, laid out as `Number.prototype.toString` does.
  static func append(_ value: Double, to bytes: inout [UInt8]) {
    if value == 0 { return bytes.append(UInt8(ascii: "0")) }
    // Without an exponent Swift's description is the same, but for the zero behind the point of a whole number.
    var description = value.description
    let isPlain = description.withUTF8 { text in
      if text.contains(UInt8(ascii: "e")) { return false }
      let isWhole =
        text.count > 2 && text[text.count - 2] == UInt8(ascii: ".") && text[text.count - 1] == UInt8(ascii: "0")
      bytes.append(contentsOf: text[..<(isWhole ? text.count - 2 : text.count)])
      return true
    }
    if !isPlain { bytes.append(contentsOf: withExponent(value).utf8) }
  }

  /// Whether a number is written like this.
  static func isCanonical(_ text: some Sequence<UInt8>, of value: Double) -> Bool {
    var bytes: [UInt8] = []
    append(value, to: &bytes)
    return bytes.elementsEqual(text)
  }

  /// The form of a number whose description has an exponent.
  private static func withExponent(_ value: Double) -> String {
    let (digits, point) = shortestDigits(value.magnitude)
    let sign = value < 0 ? "-" : ""
    let count = digits.count
    if count <= point, point <= 21 {
      return sign + digits + String(repeating: "0", count: point - count)
    }
    if 0 < point, point <= 21 {
      return sign + digits.prefix(point) + "." + digits.dropFirst(point)
    }
    if -6 < point, point <= 0 {
      return sign + "0." + String(repeating: "0", count: -point) + digits
    }
    let exponent = point - 1
    let fraction = count > 1 ? "." + digits.dropFirst() : ""
    return sign + digits.prefix(1) + fraction + "e" + (exponent < 0 ? "-" : "+") + String(abs(exponent))
  }

  /// Decimal digits without zeros at either end, and where the point stands: 0.0d₁d₂… has −1, d₁.d₂… has 1.
  private static func shortestDigits(_ value: Double) -> (digits: String, point: Int) {
    var digits: [UInt8] = []
    var point = 0
    var exponent = 0
    var hasPoint = false
    // Swift's description holds the shortest digits that round-trip, as `123.45` or `1.2345e+20`.
    let parts = value.description.split(separator: "e", maxSplits: 1)
    if parts.count == 2 { exponent = Int(parts[1]) ?? 0 }
    for byte in parts[0].utf8 {
      if byte == UInt8(ascii: ".") {
        hasPoint = true
      } else {
        digits.append(byte)
        if !hasPoint { point += 1 }
      }
    }
    let leadingZeros = digits.prefix { $0 == UInt8(ascii: "0") }.count
    digits.removeFirst(leadingZeros)
    point -= leadingZeros
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    return (String(decoding: digits, as: UTF8.self), point + exponent)
  }
}
