/// A number as Dutch sources write it, taken apart but not yet given a meaning.
///
///     number    = sign? whole (mark digits)?
///     whole     = digits / group (separator group3)+        separator = "." or a space, one sort in a number
///
/// The comma is always the decimal mark. A dot is a thousands separator or a decimal mark, which the field decides.
struct NumberText {
  let isNegative: Bool
  /// The parts between dots or spaces, before the comma.
  let parts: [String]
  let separator: Separator
  /// What stands behind the comma; nil without a comma.
  let decimals: String?

  enum Separator {
    case none, dot, space
  }

  /// Nil where there is anything but digits, one sort of separator and at most one comma.
  init?(_ text: String) {
    var scalars = Substring(text).unicodeScalars
    var isNegative = false
    if let first = scalars.first, Self.isSign(first) {
      isNegative = first != "+"
      scalars.removeFirst()
    }
    self.isNegative = isNegative
    var parts = [""]
    var decimals: String?
    var separator = Separator.none
    for scalar in scalars {
      if ("0"..."9").contains(scalar) {
        if decimals != nil {
          decimals?.unicodeScalars.append(scalar)
        } else {
          parts[parts.count - 1].unicodeScalars.append(scalar)
        }
      } else if scalar == ",", decimals == nil {
        decimals = ""
      } else if let kind = Self.separator(scalar), decimals == nil, separator == .none || separator == kind {
        separator = kind
        parts.append("")
      } else {
        return nil
      }
    }
    guard !parts[0].isEmpty, !parts.contains(""), decimals != "" else { return nil }
    self.parts = parts
    self.separator = separator
    self.decimals = decimals
  }

  /// Hyphen, minus sign and en dash, since word processors change one into the other; or a plus.
  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || scalar == "+" || scalar.value == 0x2212 || scalar.value == 0x2013
  }

  private static func separator(_ scalar: Unicode.Scalar) -> Separator? {
    if scalar == "." { return .dot }
    return scalar == " " || scalar.value == 0xA0 || scalar.value == 0x202F || scalar.value == 0x2009 ? .space : nil
  }

  /// The first part that cannot stand where it does if the separators part thousands.
  var wrongGroup: String? {
    guard parts.count > 1 else { return nil }
    if parts[0].utf8.count > 3 { return parts[0] }
    return parts.dropFirst().first { $0.utf8.count != 3 }
  }

  /// The digits before the comma without their separators.
  var wholeDigits: String { parts.joined() }

  var sign: String { isNegative ? "-" : "" }

  /// Whether the only dot may be a decimal mark as well as a thousands separator: `4.675`, but not `0.675`.
  var isAmbiguous: Bool {
    separator == .dot && parts.count == 2 && decimals == nil && wrongGroup == nil && parts[0].utf8.first != 0x30
  }

  /// Whether the only dot can be nothing but a decimal mark: `7.4`, `1234.567`, `0.675`.
  var hasDecimalDot: Bool {
    separator == .dot && parts.count == 2 && decimals == nil && !isAmbiguous
  }
}
