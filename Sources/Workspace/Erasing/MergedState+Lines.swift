import CanonicalJSON
import EventLog
import Identity
import Merge

extension MergedState {
  /// The lines of a kind that have a payload, with their rows.
  func lines(_ kind: String) -> [(row: Int, payload: JSONObject)] {
    table.rows(ofKind: kind).compactMap { row in table.payloadObject(row).map { (row, $0) } }
  }

  /// What live facts of a kind name in a field, with the logs that say so.
  func counted(_ kind: String, _ field: String) -> [Reference: Set<LogID>] {
    var named: [Reference: Set<LogID>] = [:]
    for (row, payload) in lines(kind) where isLive[row] {
      guard let value = payload[field] else { continue }
      for text in (value.arrayValue ?? [value]).compactMap(\.stringValue) {
        if let reference = Reference(text) { named[reference, default: []].insert(table.branch(at: row).log) }
      }
    }
    return named
  }
}
