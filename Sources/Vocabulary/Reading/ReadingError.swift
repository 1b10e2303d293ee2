import Words

/// Why a text could not become the value of a field.
public struct ReadingError: Error, Sendable, Equatable {
  /// The field's name.
  public let field: String
  /// The text as it was given; empty where it may hold a BSN.
  public let text: String
  public let reason: Reason

  public init(field: String, text: String, reason: Reason) {
    self.field = field
    self.text = text
    self.reason = reason
  }

  public enum Reason: Sendable, Equatable {
    /// Nothing but white space. The caller decides whether that means "absent".
    case empty
    case notANumber
    /// Two readings that differ; both are given as one would write them without doubt.
    case ambiguousNumber(String, String)
    /// A group of digits between thousands separators that is not three long.
    case wrongGroup(String)
    case notWhole
    /// An amount in euro has two decimals or none.
    case notAnAmount
    /// The number lies outside the bounds of `type`.
    case outOfRange(FieldType)
    case notADate
    /// The parts are those of a date, but there is no such day.
    case noSuchDay
    /// The day or the month is 00, CBS's sign for unknown.
    case unknownDay
    /// A day before 1900 or after 2100.
    case implausibleDay
    case notAPeriod
    case notABoolean
    case unknownCode(list: String, nearest: [String])
    case malformedReference(FieldType.Reference)
    case malformedHash
    /// A BSN, which is kept nowhere.
    case bsn
    /// A type that is not read from text.
    case notFromText
  }

  /// What is wrong, and what would be right.
  public var phrase: Phrase {
    let (field, text) = (field, text)
    return switch reason {
    case .empty: VocabularyWords.empty(field: field)
    case .notANumber: VocabularyWords.notANumber(field: field, text: text)
    case .ambiguousNumber(let one, let other):
      VocabularyWords.ambiguous(field: field, text: text, one: one, other: other)
    case .wrongGroup(let group): VocabularyWords.wrongGroup(field: field, text: text, group: group)
    case .notWhole: VocabularyWords.notWhole(field: field, text: text)
    case .notAnAmount: VocabularyWords.notAnAmount(field: field, text: text)
    case .outOfRange(let type): VocabularyWords.outOfRange(field: field, text: text, expected: type.phraseWithBounds)
    case .notADate: VocabularyWords.notADate(field: field, text: text)
    case .noSuchDay: VocabularyWords.noSuchDay(field: field, text: text)
    case .unknownDay: VocabularyWords.unknownDay(field: field, text: text)
    case .implausibleDay: VocabularyWords.implausibleDay(field: field, text: text)
    case .notAPeriod: VocabularyWords.notAPeriod(field: field, text: text)
    case .notABoolean: VocabularyWords.notABoolean(field: field, text: text)
    case .unknownCode(let list, let nearest):
      CodeList.phraseOfUnknown(text, field: field, list: list, nearest: nearest)
    case .malformedReference(let reference):
      VocabularyWords.malformedReference(field: field, text: text, expected: reference.phrase)
    case .malformedHash: VocabularyWords.malformedHash(field: field)
    case .bsn: VocabularyWords.bsnValue(field: field)
    case .notFromText: VocabularyWords.notFromText(field: field)
    }
  }
}
