/// Numbers as people write them: `1.204 · 61,4 % · −2,1` in Dutch, `1,204 · 61.4% · −2.1` in English.
public struct NumberText: Sendable, Equatable {
  public let language: Language
  /// Whether to stay within ASCII, with a hyphen for a minus sign.
  public let isASCII: Bool

  public init(_ language: Language, isASCII: Bool = false) {
    self.language = language
    self.isASCII = isASCII
  }

  public var decimalMark: String { language == .dutch ? "," : "." }
  public var groupMark: String { language == .dutch ? "." : "," }
  public var minus: String { isASCII ? "-" : "\u{2212}" }

  /// A whole number, with a mark between thousands.
  public func count(_ number: Int) -> String {
    (number < 0 ? minus : "") + grouped(String(number.magnitude))
  }

  /// A number with exactly `digits` decimals, rounded half away from zero; not a number becomes a dash.
  ///
  /// - Parameter digits: From 0 to 6.
  public func decimal(_ number: Double, digits: Int = 1) -> String {
    guard number.isFinite else { return isASCII ? "-" : "–" }
    let digits = min(max(digits, 0), 6)
    let factor = (0..<digits).reduce(1.0) { product, _ in product * 10 }
    // Beyond this the digits that a double holds are all before the decimal mark.
    guard number.magnitude * factor < 9e15 else { return number.description }
    let scaled = Int64((number.magnitude * factor).rounded(.toNearestOrAwayFromZero))
    let (whole, fraction) = scaled.quotientAndRemainder(dividingBy: Int64(factor))
    let sign = number < 0 && scaled != 0 ? minus : ""
    if digits == 0 { return sign + grouped(String(whole)) }
    let decimals = String(fraction)
    let zeros = String(repeating: "0", count: digits - decimals.count)
    return sign + grouped(String(whole)) + decimalMark + zeros + decimals
  }

  /// A number with its sign before it, also when it is positive; nothing before zero.
  public func signed(_ number: Double, digits: Int = 1) -> String {
    let text = decimal(number, digits: digits)
    let isZero = text.allSatisfy { $0 == "0" || String($0) == decimalMark }
    return number > 0 && !isZero ? "+" + text : text
  }

  /// A share from 0 to 1 as a percentage.
  public func percentage(_ share: Double, digits: Int = 1) -> String {
    decimal(share * 100, digits: digits) + percentSign
  }

  /// What follows a number to make it a percentage.
  public var percentSign: String { language == .dutch ? " %" : "%" }

  /// A difference of two shares, from −1 to 1, in percentage points.
  public func percentagePoints(_ difference: Double, digits: Int = 1) -> String {
    signed(difference * 100, digits: digits) + (language == .dutch ? " procentpunt" : " points")
  }

  private func grouped(_ digits: String) -> String {
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += groupMark }
      text.append(digit)
    }
    return text
  }
}
