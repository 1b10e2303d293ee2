import CanonicalJSON
import CivilTime
import Vocabulary

/// The thorough way, by the vocabulary's own checker.
extension ProjectionBuilder {
  /// Reads a payload into the next row; false when it is not canonical JSON or the checker finds a fault.
  func readChecked(_ payload: UnsafeBufferPointer<UInt8>, kind: Int) -> Bool {
    let plan = plan.plans[kind]
    guard let object = (try? JSONValue(parsing: payload, rules: .line))?.objectValue,
      self.plan.vocabulary.problems(in: object, kind: plan.kind).isEmpty
    else { return false }
    for (index, field) in plan.fields.enumerated() {
      cells[kind].setAbsent(index)
      if let value = object[field.text], field.isKept { store(value, field: index, form: field.form, kind: kind) }
    }
    return true
  }

  private func store(_ value: JSONValue, field: Int, form: KindPlan.Form, kind: Int) {
    switch (form, value) {
    case (.text, .string(let text)), (.reference, .string(let text)), (.code, .string(let text)),
      (.period, .string(let text)):
      cells[kind].set(word: strings.add(text), field: field)
    case (.integer, _), (.decimal, _):
      if let number = value.doubleValue { cells[kind].set(number: number, field: field) }
    case (.date, .string(let text)):
      if let date = CivilDate(iso: text) { cells[kind].set(word: date.days, field: field) }
    case (.boolean, .bool(let isTrue)):
      cells[kind].set(word: isTrue ? plan.yes : plan.no, field: field)
    case (.list, .array(let values)):
      cells[kind].set(list: values.compactMap(\.stringValue).map { strings.add($0) }, field: field)
    default: break
    }
  }
}
