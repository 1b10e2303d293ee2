import CanonicalJSON
import Vocabulary
import Words

/// Finds all that is wrong with a payload that came from a file, without repeating a BSN.
struct RowChecker {
  let vocabulary: Vocabulary
  let prefix: String?

  /// The sorts of ids that a prefix goes before: those that a region or provider numbers by itself.
  static let prefixedReferences: Set<FieldType.Reference> = [.traject, .jeugdige, .interview, .respondent]

  /// What is wrong with the payload.
  ///
  /// - Parameter unread: For a payload whose values all come from `Field.value(reading:)`, the fields whose text could
  ///   not be read, which are not to be called missing as well; nil for any other payload.
  func problems(in payload: JSONObject, kind: Kind, unread: Set<String>? = nil) -> [Phrase] {
    // A prefix can make an id too long.
    let isWholeEnough = unread != nil && prefix == nil
    let problems =
      isWholeEnough
      ? vocabulary.problemsOfWhole(payload, kind: kind) : vocabulary.problems(in: payload, kind: kind)
    if problems.isEmpty { return [] }
    let unread = unread ?? []
    var phrases: [Phrase] = []
    for problem in problems {
      if case .missing(_, let absent) = problem, absent.contains(where: { !unread.isDisjoint(with: $0) }) { continue }
      phrases.append(Self.withoutBsn(problem.phrase))
    }
    return phrases
  }

  /// A sentence that repeats a value with eight or nine digits that pass the elfproef says less instead.
  static func withoutBsn(_ phrase: Phrase) -> Phrase {
    Bsn.isIn(phrase.dutch) || Bsn.isIn(phrase.english) ? ImportWords.withheldBsn : phrase
  }

  /// The value with the prefix before it, where the field is of a sort that gets one.
  func prefixed(_ value: JSONValue, _ type: FieldType) -> JSONValue {
    guard let prefix else { return value }
    switch (type, value) {
    case (.reference(let reference), .string(let text)) where Self.prefixedReferences.contains(reference):
      return .string(text.hasPrefix(prefix) ? text : prefix + text)
    case (.list(let element), .array(let values)): return .array(values.map { prefixed($0, element) })
    default: return value
    }
  }
}
