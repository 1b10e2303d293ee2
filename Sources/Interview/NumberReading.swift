import CanonicalJSON

/// What the number at the beginning of an answer can mean.
///
/// Numbers are read as Dutch people write them: a comma before decimals, dots between thousands. A dot before one or
/// two last digits is a decimal point. What can be read in two ways is not guessed:
///
///     NumberReading("5,6", of: .fte)          // exact: 5.6
///     NumberReading("4.675", of: .fte)        // unclear: "4675" or "4,675"
///     NumberReading("4.675", of: .trajecten)  // exact: 4675, as there are no parts of a traject
///     NumberReading("5/6", of: .fte)          // unclear: "5 tot 6" or "5,6"
///     NumberReading("85.77.879", of: .euro)   // broken: a group of two digits
public enum NumberReading: Sendable, Equatable {
  /// In the unit that is recorded: cents where euros were typed.
  case exact(JSONValue)
  /// Each in a form that is understood when typed.
  case unclear([String])
  /// Digits in groups that fit no way of writing, or more of them than can be kept exactly.
  case broken
  /// Not a number.
  case none

  public init(_ text: String, of unit: Unit) {
    let text = text.hasPrefix("€") ? String(text.dropFirst()) : text
    guard text.utf8.contains(where: { (48...57).contains($0) }) else {
      self = .none
      return
    }
    let halves = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    if halves.count == 2, halves.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }) {
      let asDecimal = unit.decimals == 0 ? [] : ["\(halves[0]),\(halves[1])"]
      self = .unclear(["\(halves[0]) tot \(halves[1])"] + asDecimal)
      return
    }
    let readings = WrittenNumber.readings(of: text).filter { unit.decimals.map($0.hasAtMost) ?? true }
    switch readings.count {
    case 0: self = .broken
    case 1: self = readings[0].value(times: unit.scale).map(NumberReading.exact) ?? .broken
    default: self = .unclear(readings.map(\.text))
    }
  }
}

/// Digits with a place for the comma.
private struct WrittenNumber {
  let isNegative: Bool
  let whole: String
  let decimals: String

  var text: String { (isNegative ? "-" : "") + whole + (decimals.isEmpty ? "" : "," + decimals) }

  func hasAtMost(_ count: Int) -> Bool { decimals.count <= count }

  /// The number in a unit of which `scale` go in the one written, 1 or a power of ten; nil where it cannot be kept
  /// exactly.
  func value(times scale: Int64) -> JSONValue? {
    guard var digits = Int64(whole + decimals), (whole + decimals).count <= 15 else { return nil }
    var divisor: Int64 = 1
    for _ in decimals.utf8 { divisor *= 10 }
    let (scaled, isOverflow) = digits.multipliedReportingOverflow(by: scale)
    guard !isOverflow, scaled <= JSONValue.largestInteger else { return nil }
    digits = isNegative ? -scaled : scaled
    return digits % divisor == 0 ? .integer(digits / divisor) : JSONValue(Double(digits) / Double(divisor))
  }

  /// Every way in which `text` can be read.
  static func readings(of text: String) -> [WrittenNumber] {
    let isNegative = text.hasPrefix("-")
    let body = isNegative ? String(text.dropFirst()) : text
    guard body.utf8.allSatisfy({ (48...57).contains($0) || $0 == dot || $0 == comma }) else { return [] }
    let dots = groups(of: body, at: ".")
    let commas = groups(of: body, at: ",")
    func number(_ whole: String, _ decimals: String = "") -> WrittenNumber {
      WrittenNumber(isNegative: isNegative, whole: whole, decimals: decimals)
    }
    switch (dots.count, commas.count) {
    case (1, 1): return [number(body)]
    case (2, 1): return decimalOrThousands(dots, number)
    case (1, 2): return commas.contains("") ? [] : [number(commas[0], commas[1])]
    case (_, 1): return areThousands(dots) ? [number(dots.joined())] : []
    case (1, _): return areThousands(commas) ? [number(commas.joined())] : []
    default: return bothMarks(body, number)
    }
  }

  /// `1.234,56` and `1,234.56`: the mark that stands once and last is that of the decimals.
  private static func bothMarks(_ body: String, _ number: (String, String) -> WrittenNumber) -> [WrittenNumber] {
    guard let last = body.last(where: { $0 == "." || $0 == "," }) else { return [] }
    let halves = groups(of: body, at: last)
    guard halves.count == 2, !halves[1].isEmpty else { return [] }
    let thousands = groups(of: halves[0], at: last == "." ? "," : ".")
    return areThousands(thousands) ? [number(thousands.joined(), halves[1])] : []
  }

  private static func decimalOrThousands(
    _ halves: [String], _ number: (String, String) -> WrittenNumber
  ) -> [WrittenNumber] {
    guard !halves[0].isEmpty, !halves[1].isEmpty else { return [] }
    let asDecimal = number(halves[0], halves[1])
    return areThousands(halves) ? [number(halves.joined(), ""), asDecimal] : [asDecimal]
  }

  private static func areThousands(_ groups: [String]) -> Bool {
    guard let first = groups.first, (1...3).contains(first.count), !first.hasPrefix("0") else { return false }
    return groups.dropFirst().allSatisfy { $0.count == 3 }
  }

  private static func groups(of text: String, at mark: Character) -> [String] {
    text.split(separator: mark, omittingEmptySubsequences: false).map(String.init)
  }

  private static let dot = UInt8(ascii: ".")
  private static let comma = UInt8(ascii: ",")
}
