import CanonicalJSON
import Vocabulary
import Words
import Workspace

/// The `field=value` words of a command line, read by the types of a kind's fields.
enum FieldArguments {
  /// - Returns: A value for each field named; nil where nothing stands behind the `=`.
  /// - Throws: `UsageError.notAField`, `fieldTwice`, `WorkspaceError.payload` for fields and values that cannot be.
  static func read(
    _ words: some Collection<String>, kind: Kind, vocabulary: Vocabulary
  ) throws -> [String: JSONValue?] {
    var values: [String: JSONValue?] = [:]
    var problems: [Phrase] = []
    for word in words {
      guard let equals = word.firstIndex(of: "="), equals > word.startIndex else { throw UsageError.notAField(word) }
      let name = String(word[..<equals])
      let text = String(word[word.index(after: equals)...])
      // A byte that is no UTF-8 was replaced when the arguments were read, and two ids would become one.
      if word.contains("\u{FFFD}") { throw UsageError.notText(name) }
      if values.keys.contains(name) { throw UsageError.fieldTwice(name) }
      guard let field = kind.field(named: name) else {
        problems += unknownField(name, kind, vocabulary)
        continue
      }
      if text.isEmpty {
        values.updateValue(nil, forKey: name)
        continue
      }
      do { values.updateValue(try field.value(reading: text, vocabulary: vocabulary), forKey: name) } catch {
        problems.append(error.phrase)
      }
    }
    if !problems.isEmpty { throw WorkspaceError.payload(kind: kind.name, problems) }
    return values
  }

  /// The checker says it best: it knows the nearest name, and which names are never taken.
  private static func unknownField(_ name: String, _ kind: Kind, _ vocabulary: Vocabulary) -> [Phrase] {
    var payload = JSONObject()
    payload[name] = "x"
    return vocabulary.problems(in: payload, kind: kind).filter {
      switch $0 {
      case .unknownField, .bsnField: true
      default: false
      }
    }.map(\.phrase)
  }
}
