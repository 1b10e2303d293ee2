import CanonicalJSON
import CivilTime

/// Looks at one value of one field.
struct ValueChecker {
  let field: String
  let vocabulary: Vocabulary
  let screensForBsn: Bool

  /// The first thing that is wrong with `value`.
  func problem(in value: JSONValue, type: FieldType) -> Problem? {
    switch (type, value) {
    case (_, .null), (_, .string("")): return .empty(field: field)
    case (.integer(let range), .integer(let number)):
      return range.contains(number) ? nil : outOfRange(value, type)
    case (.cents, .integer): return nil
    case (.decimal(let range), .integer(let number)):
      return range.contains(Double(number)) ? nil : outOfRange(value, type)
    case (.decimal(let range), .number(let number)): return range.contains(number) ? nil : outOfRange(value, type)
    case (.boolean, .bool), (.object, .object): return nil
    case (.list(let element), .array(let values)):
      if values.isEmpty { return .empty(field: field) }
      for value in values {
        if let problem = problem(in: value, type: element) { return problem }
      }
      return nil
    case (.text, .string(let text)), (.fileName, .string(let text)), (.code, .string(let text)),
      (.reference, .string(let text)), (.hash, .string(let text)), (.date, .string(let text)),
      (.period, .string(let text)):
      return problem(inText: text, type: type)
    default: return .wrongType(field: field, found: value.canonicalText, expected: type)
    }
  }

  private func outOfRange(_ value: JSONValue, _ type: FieldType) -> Problem {
    .outOfRange(field: field, value: value.canonicalText, expected: type)
  }

  private func problem(inText text: String, type: FieldType) -> Problem? {
    switch type {
    case .date: return problem(inDate: text)
    case .period: return problem(inPeriod: text)
    case .hash: return Field.isHash(text) ? nil : .malformedHash(field: field)
    case .code(let name):
      guard let list = vocabulary.codeList(named: name), list.code(text) == nil else { return nil }
      if isBsn(text, type) { return .bsnValue(field: field) }
      if list.isOpen { return problem(inTidy: text) }
      return .unknownCode(field: field, value: text, list: name, nearest: list.nearest(to: text))
    case .reference(let reference):
      if isBsn(text, type) { return .bsnValue(field: field) }
      guard reference.accepts(text) else {
        return .malformedReference(field: field, value: text, expected: reference)
      }
      return problem(inTidy: text)
    default:
      return isBsn(text, type) ? .bsnValue(field: field) : problem(inTidy: text)
    }
  }

  private func isBsn(_ text: String, _ type: FieldType) -> Bool {
    screensForBsn && type.isScreenedForBsn && Bsn.isIn(text, exemptsDates: type == .fileName)
  }

  private func problem(inTidy text: String) -> Problem? {
    NormalForm.isComposed(text) && Spelling.trimmed(text).utf8.count == text.utf8.count
      ? nil : .untidyText(field: field)
  }

  private func problem(inDate text: String) -> Problem? {
    guard let date = CivilDate(iso: text) else { return .noSuchDate(field: field, value: text) }
    let isPlausible = DateText.plausibleYears.contains(date.components.year)
    return isPlausible ? nil : .implausibleDate(field: field, value: text)
  }

  private func problem(inPeriod text: String) -> Problem? {
    guard let period = try? DateText.period(text) else { return .notAPeriod(field: field, value: text, meant: nil) }
    return period.text == text ? nil : .notAPeriod(field: field, value: text, meant: period.text)
  }
}
