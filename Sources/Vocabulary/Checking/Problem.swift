import Words

/// One thing that is wrong with a payload.
public enum Problem: Error, Sendable, Equatable {
  case unknownField(name: String, kind: String, nearest: [String])
  /// None of the alternatives is there in full. `absent` holds what lacks of each, in the same order.
  case missing(alternatives: [[String]], absent: [[String]])
  case wrongType(field: String, found: String, expected: FieldType)
  /// An empty text, list or null, which no payload needs: an absent field says the same.
  case empty(field: String)
  case unknownCode(field: String, value: String, list: String, nearest: [String])
  case outOfRange(field: String, value: String, expected: FieldType)
  case noSuchDate(field: String, value: String)
  /// Before 1900 or after 2100.
  case implausibleDate(field: String, value: String)
  /// Not one of the four written forms; `meant` is the form that the text can be read as.
  case notAPeriod(field: String, value: String, meant: String?)
  case malformedReference(field: String, value: String, expected: FieldType.Reference)
  case malformedHash(field: String)
  /// White space at an end, or not in Unicode's normal form C.
  case untidyText(field: String)
  case outsideScale(field: String, value: String, low: String, high: String)
  case outOfOrder(first: String, second: String)
  /// A field that is meant for a BSN.
  case bsnField(name: String)
  /// A value that is or holds a BSN; the value itself is not repeated.
  case bsnValue(field: String)

  /// What is wrong, and what would be right.
  public var phrase: Phrase {
    switch self {
    case .unknownField(let name, let kind, let nearest):
      VocabularyWords.unknownField(name: name, kind: kind, nearest: nearest)
    case .missing(let alternatives, let absent): VocabularyWords.missing(alternatives: alternatives, absent: absent)
    case .wrongType(let field, let found, let expected):
      VocabularyWords.wrongType(field: field, found: found, expected: expected.phrase)
    case .empty(let field): VocabularyWords.empty(field: field)
    case .unknownCode(let field, let value, let list, let nearest):
      CodeList.phraseOfUnknown(value, field: field, list: list, nearest: nearest)
    case .outOfRange(let field, let value, let expected):
      VocabularyWords.outOfRange(field: field, text: value, expected: expected.phraseWithBounds)
    case .noSuchDate(let field, let value): VocabularyWords.noSuchDate(field: field, text: value)
    case .implausibleDate(let field, let value): VocabularyWords.implausibleDay(field: field, text: value)
    case .notAPeriod(let field, let value, let meant):
      VocabularyWords.notAPeriod(field: field, text: value, meant: meant)
    case .malformedReference(let field, let value, let expected):
      VocabularyWords.malformedReference(field: field, text: value, expected: expected.phrase)
    case .malformedHash(let field): VocabularyWords.malformedHash(field: field)
    case .untidyText(let field): VocabularyWords.untidyText(field: field)
    case .outsideScale(let field, let value, let low, let high):
      VocabularyWords.outsideScale(field: field, value: value, low: low, high: high)
    case .outOfOrder(let first, let second): VocabularyWords.outOfOrder(first: first, second: second)
    case .bsnField(let name): VocabularyWords.bsnField(name: name)
    case .bsnValue(let field): VocabularyWords.bsnValue(field: field)
    }
  }
}

extension CodeList {
  /// How many codes a sentence can hold; of a longer list only the name is given.
  private static let shortListCount = 8

  static func phraseOfUnknown(_ value: String, field: String, list name: String, nearest: [String]) -> Phrase {
    let codes = Vocabulary.standard.codeList(named: name)?.codes ?? []
    let shown = codes.count <= shortListCount ? codes.map { (value: $0.value, label: $0.label) } : []
    let mapping = name == "reden" ? Vocabulary.reden(forIJw: value) : nil
    return VocabularyWords.unknownCode(
      field: field, value: value, list: name, codes: shown, nearest: nearest,
      hint: mapping.map { VocabularyWords.codeOfStopMessage(value, meaning: $0.phrase) })
  }
}
