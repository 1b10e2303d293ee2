import CanonicalJSON
import CivilTime
import EventLog
import Merge
import Words
import Workspace

/// Facts as text on a line.
enum FactText {
  /// Fields that say nothing about a figure that the fact is behind.
  static let besideTheFigure: Set<String> = ["herkomst_data", "toelichting", "pseudoniem"]

  /// `traject T-0042, reden 01`; a text of many lines is cut.
  static func oneLine(_ payload: JSONObject, skipping skipped: Set<String> = []) -> String {
    payload.members.filter { !skipped.contains($0.key) }
      .map { "\($0.key) \(value($0.value))" }.joined(separator: ", ")
  }

  static func value(_ value: JSONValue) -> String {
    switch value {
    case .string(let text):
      let line = text.split(separator: "\n", maxSplits: 1).first.map(String.init) ?? ""
      return line.count > 60 || line.count < text.count ? line.prefix(60) + "…" : line
    case .array(let values): return values.map(self.value).joined(separator: " + ")
    default: return value.canonicalText
    }
  }

  /// `2016-03-03 16:40`, in UTC as the writer's clock said.
  static func time(_ milliseconds: Int64) -> String {
    let iso = Instant(milliseconds: milliseconds).iso
    return String(iso.prefix(10)) + " " + iso.dropFirst(11).prefix(5)
  }

  /// A fact as other programs get it.
  static func json(_ row: Int, in state: MergedState) -> JSONValue {
    .object(
      object(state.table.reference(row), state.table.time(row), state.table.payloadObject(row) ?? JSONObject()))
  }

  /// - Parameter time: Milliseconds since 1970.
  static func object(_ reference: Reference, _ time: Int64, _ payload: JSONObject) -> JSONObject {
    var fact = JSONObject()
    fact["ref"] = .string(reference.text)
    fact["at"] = .string(Instant(milliseconds: time).iso)
    fact["log"] = .string(reference.log.text)
    fact["payload"] = .object(payload)
    return fact
  }
}
