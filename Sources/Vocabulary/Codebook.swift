import Words

/// The vocabulary laid out to be printed: chapters of kinds, and the code lists after them.
public struct Codebook: Sendable {
  public let version: String
  public let chapters: [Chapter]
  /// The fields that every kind a person records may hold, which the kinds' own rows leave out.
  public let commonRows: [Row]
  public let codeLists: [CodeList]

  public struct Chapter: Sendable {
    public let group: Group
    public let entries: [Entry]
  }

  public struct Entry: Sendable {
    public let kind: Kind
    public let rows: [Row]
    /// What must be there beyond the rows' marks, in words.
    public let requirements: [Phrase]
    /// What makes two facts be about the same thing, in words.
    public let slot: Phrase
  }

  public struct Row: Sendable {
    public let field: Field
    public let type: Phrase
    /// The list its values come from, if they come from one.
    public let codeList: String?
  }
}

extension Codebook.Row {
  init(_ field: Field) {
    self.field = field
    type = field.type.phrase
    codeList = field.type.codeListName
  }
}

extension FieldType {
  /// The list that the values, or the values of the list, come from.
  public var codeListName: String? {
    switch self {
    case .code(let name): name
    case .list(let element): element.codeListName
    default: nil
    }
  }
}

extension Vocabulary {
  /// - Complexity: O(size of the vocabulary).
  public var codebook: Codebook {
    Codebook(
      version: version,
      chapters: Group.allCases.map { group in
        Codebook.Chapter(group: group, entries: kinds.filter { $0.group == group }.map(Codebook.Entry.init))
      },
      commonRows: CommonFields.all.map { Codebook.Row($0) },
      codeLists: codeLists)
  }
}

extension Codebook.Entry {
  init(_ kind: Kind) {
    self.kind = kind
    rows = kind.ownFields.map { Codebook.Row($0) }
    requirements = kind.requirements.map {
      VocabularyWords.missing(alternatives: $0.alternatives, absent: $0.alternatives)
    }
    slot = VocabularyWords.slot(kind.slot)
  }
}
