import CanonicalJSON

/// Numbers of which the field says whether they are whole, fractional or money.
enum NumberReading {
  /// A whole number. Dots and spaces part thousands: `4.675` is 4675.
  static func integer(_ text: String, type: FieldType, in range: ClosedRange<Int64>) throws(ReadingReason) -> JSONValue
  {
    let number = try parsed(text)
    guard number.decimals == nil else { throw ReadingReason(.notWhole) }
    if let group = number.wrongGroup { throw ReadingReason(.wrongGroup(group)) }
    guard let value = Int64(number.sign + number.wholeDigits), range.contains(value),
      abs(value) <= JSONValue.largestInteger
    else { throw ReadingReason(.outOfRange(type)) }
    return .integer(value)
  }

  /// A number that may have decimals, behind a comma or a dot. `4.675` can be read in two ways and is refused.
  static func decimal(_ text: String, type: FieldType, in range: ClosedRange<Double>) throws(ReadingReason) -> JSONValue
  {
    let number = try parsed(text)
    if number.isAmbiguous {
      throw ReadingReason(
        .ambiguousNumber(number.sign + number.parts.joined(separator: ","), number.sign + number.wholeDigits)
      )
    }
    let canonical: String
    if number.hasDecimalDot {
      canonical = number.sign + number.parts[0] + "." + number.parts[1]
    } else {
      if let group = number.wrongGroup { throw ReadingReason(.wrongGroup(group)) }
      canonical = number.sign + number.wholeDigits + "." + (number.decimals ?? "0")
    }
    guard let value = Double(canonical), value.isFinite, range.contains(value) else {
      throw ReadingReason(.outOfRange(type))
    }
    return JSONValue(value == 0 ? 0 : value)
  }

  /// An amount, in euro cents. With a euro sign or a comma it is in euro: `€ 34.200`, `12,50`. Bare digits are cents,
  /// as the field's name says. Dots without either could be both, and are refused.
  static func cents(_ text: String) throws(ReadingReason) -> JSONValue {
    let (bare, hasEuroSign) = withoutEuroSign(text)
    let (amount, hasDash) = withoutDash(bare)
    guard let number = NumberText(amount) else { throw ReadingReason(.notAnAmount) }
    if let group = number.wrongGroup { throw ReadingReason(.wrongGroup(group)) }
    if let decimals = number.decimals, decimals.utf8.count != 2 || hasDash { throw ReadingReason(.notAnAmount) }
    let isEuro = hasEuroSign || hasDash || number.decimals != nil
    if !isEuro, number.separator != .none {
      let separator = number.separator == .dot ? "." : " "
      throw ReadingReason(
        .ambiguousNumber(
          "€ " + number.sign + number.parts.joined(separator: separator),
          number.sign + number.wholeDigits + " cent"
        )
      )
    }
    let digits = number.wholeDigits + (isEuro ? number.decimals ?? "00" : "")
    guard let value = Int64(number.sign + digits), abs(value) <= JSONValue.largestInteger else {
      throw ReadingReason(.outOfRange(.cents))
    }
    return .integer(value)
  }

  private static func parsed(_ text: String) throws(ReadingReason) -> NumberText {
    guard let number = NumberText(text) else { throw ReadingReason(.notANumber) }
    return number
  }

  /// `€ 12`, `-€ 12`, `€ -12` and `EUR 12` without the sign of the currency.
  private static func withoutEuroSign(_ text: String) -> (text: String, hasSign: Bool) {
    var rest = text
    var minus = ""
    if rest.hasPrefix("-") {
      minus = "-"
      rest = Spelling.trimmed(String(rest.dropFirst()))
    }
    for sign in ["€", "EUR", "eur"] where rest.hasPrefix(sign) {
      return (minus + Spelling.trimmed(String(rest.dropFirst(sign.count))), true)
    }
    return (text, false)
  }

  /// `34.200,-` without the dash that stands for no cents.
  private static func withoutDash(_ text: String) -> (text: String, hasDash: Bool) {
    for dash in [",--", ",-", ",–", ",—"] where text.hasSuffix(dash) {
      return (String(text.dropLast(dash.count)), true)
    }
    return (text, false)
  }
}
