import Vocabulary

/// What builders of columns must know of the vocabulary; shared by those that work beside each other.
public struct ProjectionPlan: Sendable {
  let vocabulary: Vocabulary
  let plans: [KindPlan]
  /// The texts that every builder starts with: the values of the code lists.
  let strings: StringTable
  /// Per code list, whether the text of that code is one of its values; texts beyond the end are not.
  let allowed: [[Bool]]
  /// Per code list, whether it takes other texts too.
  let isOpenList: [Bool]
  let yes: Int32
  let no: Int32
  private let planIndices: [String: Int]

  /// - Parameters:
  ///   - vocabulary: Whose kinds become tables and whose rules decide what is invalid.
  ///   - columns: Per kind, the fields that get a column; kinds that are not named are passed over. Nil: everything.
  public init(vocabulary: Vocabulary, only columns: [String: Set<String>]? = nil) {
    self.vocabulary = vocabulary
    let strings = StringTable()
    let lists = vocabulary.codeLists
    let listCodes = lists.map { list in list.codes.map { strings.add($0.value) } }
    yes = strings.add("ja")
    no = strings.add("nee")
    allowed = listCodes.map { codes in
      var allowed = [Bool](repeating: false, count: strings.count)
      for code in codes { allowed[Int(code)] = true }
      return allowed
    }
    isOpenList = lists.map(\.isOpen)
    self.strings = strings
    let kinds = vocabulary.kinds.filter { columns == nil || columns?[$0.name] != nil }
    plans = kinds.map { kind in
      KindPlan(kind, keeping: columns?[kind.name]) { name in lists.firstIndex { $0.name == name } }
    }
    planIndices = Dictionary(kinds.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The number by which builders know a kind; nil when the vocabulary has no such kind, or it was passed over.
  public func index(of kind: String) -> Int? { planIndices[kind] }
}
