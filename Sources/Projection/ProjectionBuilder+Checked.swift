import CanonicalJSON
import CivilTime
import Vocabulary

/// The thorough way, by the vocabulary's own checker.
extension ProjectionBuilder {
  /// Reads a payload into `scratch`; false when it is not canonical JSON or the checker finds a fault.
  mutating func readChecked(_ payload: UnsafeBufferPointer<UInt8>, kindIndex: Int) -> Bool {
    scratch.present = 0
    guard let object = (try? JSONValue(parsing: payload, rules: .line))?.objectValue,
      vocabulary.problems(in: object, kind: plans[kindIndex].kind).isEmpty
    else { return false }
    for (index, field) in plans[kindIndex].fields.enumerated() {
      // Kinds beyond 64 fields do not exist; if one ever does, the rest of its fields have no column.
      guard index < 64, let value = object[field.text] else { continue }
      if store(value, field: index, form: field.form) { scratch.present |= 1 << UInt64(index) }
    }
    return true
  }

  /// - Returns: false when the value has no place in a column.
  private mutating func store(_ value: JSONValue, field: Int, form: KindPlan.Form) -> Bool {
    switch (form, value) {
    case (.text, .string(let text)), (.reference, .string(let text)), (.code, .string(let text)),
      (.period, .string(let text)):
      scratch.words[field] = strings.add(text)
    case (.integer, _), (.decimal, _):
      guard let number = value.doubleValue else { return false }
      scratch.numbers[field] = number
    case (.date, .string(let text)):
      guard let date = CivilDate(iso: text) else { return false }
      scratch.words[field] = date.days
    case (.boolean, .bool(let isTrue)):
      scratch.words[field] = isTrue ? yes : no
    case (.list, .array(let values)):
      scratch.lists[field] = values.compactMap(\.stringValue).map { strings.add($0) }
    default: return false
    }
    return true
  }
}
