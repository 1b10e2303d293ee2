import CivilTime
import Query

/// Who came, stayed and left in one quarter, and how long they waited; nil for what is not known.
struct Flow {
  let quarter: Period
  /// In care at its start.
  var begin: Figure?
  var instroom: Figure?
  /// In care from before it until after it.
  var doorstroom: Figure?
  var uitstroom: Figure?
  /// In care at its end.
  var eind: Figure?
  /// The median, in days.
  var wachttijd: Figure?

  /// How many more came than left.
  var balance: Int? {
    guard let into = instroom?.whole, let out = uitstroom?.whole else { return nil }
    return into - out
  }
}

extension Figure {
  /// A count as a whole number; nil where there is none, or where it cannot be one.
  var whole: Int? {
    guard let value, let whole = Int(exactly: value.rounded()), (0..<Int.max / 8).contains(whole) else { return nil }
    return whole
  }
}
