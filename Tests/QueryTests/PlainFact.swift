import CanonicalJSON
import CivilTime

/// A fact as the naive model sees it: its kind and its payload, and where it stands.
struct PlainFact {
  let kind: String
  let payload: JSONObject
  /// Its number among all lines; below 0 where it does not matter.
  var line = -1
  /// The log that it was recorded in.
  var log: String?

  func text(_ field: String) -> String? { payload[field]?.stringValue }
  func number(_ field: String) -> Double? { payload[field]?.doubleValue }
  func day(_ field: String) -> CivilDate? { text(field).flatMap { CivilDate(iso: $0) } }

  /// The first and the last day of a period.
  func days(_ field: String) -> ClosedRange<CivilDate>? {
    let written = text(field) ?? payload[field]?.integerValue.map(String.init)
    return written.flatMap { Period($0) }.map(PlainScope.days)
  }
}
