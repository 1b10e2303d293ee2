import CanonicalJSON
import CivilTime

extension Field {
  /// The value that `text`, a cell of a table or the right side of `field=value`, has in this field.
  ///
  /// White space at either end is left out, codes may be written as aliases, numbers and dates in the Dutch way.
  /// What can be read in two ways is refused. The value is one that the checker accepts.
  ///
  ///     try datum.value(reading: "2 maart 2016", vocabulary: .standard)  // "2016-03-02"
  ///
  /// - Throws: `ReadingError` with `.empty` for nothing but white space, so that the caller can leave the field out.
  public func value(reading text: String, vocabulary: Vocabulary = .standard) throws(ReadingError) -> JSONValue {
    do throws(ReadingReason) {
      return try Self.value(of: type, reading: Spelling.trimmed(text), vocabulary: vocabulary)
    } catch {
      throw ReadingError(field: name, text: error.reason == .bsn ? "" : text, reason: error.reason)
    }
  }

  private static func value(
    of type: FieldType,
    reading text: String,
    vocabulary: Vocabulary
  ) throws(ReadingReason) -> JSONValue {
    if text.isEmpty { throw ReadingReason(.empty) }
    switch type {
    case .integer(let range): return try NumberReading.integer(text, type: type, in: range)
    case .decimal(let range): return try NumberReading.decimal(text, type: type, in: range)
    case .cents: return try NumberReading.cents(text)
    case .date: return .string(try DateText.date(text).iso)
    case .period: return .string(try DateText.period(text).text)
    case .boolean: return .bool(try boolean(text))
    case .code(let list): return .string(try code(text, in: list, vocabulary: vocabulary))
    case .text, .fileName: return .string(try screened(text, as: type))
    case .reference(let reference):
      let text = try screened(text, as: type)
      guard reference.accepts(text) else { throw ReadingReason(.malformedReference(reference)) }
      return .string(text)
    case .hash:
      guard Self.isHash(text.lowercased()) else { throw ReadingReason(.malformedHash) }
      return .string(text.lowercased())
    case .list(let element): return try list(of: element, reading: text, vocabulary: vocabulary)
    case .object: throw ReadingReason(.notFromText)
    }
  }

  private static func screened(_ text: String, as type: FieldType) throws(ReadingReason) -> String {
    if type.isScreenedForBsn, Bsn.isIn(text, exemptsDates: type == .fileName) { throw ReadingReason(.bsn) }
    return NormalForm.composed(text)
  }

  private static func boolean(_ text: String) throws(ReadingReason) -> Bool {
    switch text.lowercased() {
    case "ja", "j", "yes", "y", "true", "waar", "1": return true
    case "nee", "n", "no", "false", "onwaar", "0": return false
    default: throw ReadingReason(.notABoolean)
    }
  }

  private static func code(
    _ text: String,
    in listName: String,
    vocabulary: Vocabulary
  ) throws(ReadingReason) -> String {
    guard let list = vocabulary.codeList(named: listName) else { return try screened(text, as: .text) }
    if let code = list.code(matching: text) { return code.value }
    let text = try screened(text, as: .text)
    if list.isOpen { return text }
    throw ReadingReason(.unknownCode(list: listName, nearest: list.nearest(to: text)))
  }

  /// Parted by `|` if there is one, else by `;`, else by `,`.
  private static func list(
    of element: FieldType,
    reading text: String,
    vocabulary: Vocabulary
  ) throws(ReadingReason) -> JSONValue {
    let separator: Character = text.contains("|") ? "|" : text.contains(";") ? ";" : ","
    var values: [JSONValue] = []
    for piece in text.split(separator: separator) {
      let piece = Spelling.trimmed(String(piece))
      if !piece.isEmpty { values.append(try value(of: element, reading: piece, vocabulary: vocabulary)) }
    }
    if values.isEmpty { throw ReadingReason(.empty) }
    return .array(values)
  }

  static func isHash(_ text: String) -> Bool {
    text.utf8.count == 64 && text.utf8.allSatisfy { (48...57).contains($0) || (0x61...0x66).contains($0) }
  }
}
