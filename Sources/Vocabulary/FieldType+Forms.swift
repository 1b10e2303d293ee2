import Words

extension FieldType {
  /// Whether values are looked through for a BSN. Log ids, line references and hashes are made by the program and hold
  /// runs of digits by chance; numbers and dates have eight digits for their own reasons.
  public var isScreenedForBsn: Bool {
    switch self {
    case .text, .fileName, .code: true
    case .reference(let reference): reference != .logID && reference != .line
    case .list(let element): element.isScreenedForBsn
    default: false
    }
  }

  /// The type in words, with the code list, and with the bounds that are not there just to catch nonsense.
  public var phrase: Phrase { phrase(leavingOutFrom: 1_000_000) }

  /// The type in words, with every bound.
  var phraseWithBounds: Phrase { phrase(leavingOutFrom: .infinity) }

  private func phrase(leavingOutFrom limit: Double) -> Phrase {
    func shown(_ bound: Double) -> String? { abs(bound) < limit ? Self.plain(bound) : nil }
    return switch self {
    case .text: VocabularyWords.text
    case .fileName: VocabularyWords.fileName
    case .code(let list): VocabularyWords.code(list: list)
    case .reference(let reference): reference.phrase
    case .hash: VocabularyWords.hash
    case .integer(let range):
      VocabularyWords.integer(from: shown(Double(range.lowerBound)), to: shown(Double(range.upperBound)))
    case .decimal(let range): VocabularyWords.decimal(from: shown(range.lowerBound), to: shown(range.upperBound))
    case .cents: VocabularyWords.cents
    case .date: VocabularyWords.date
    case .period: VocabularyWords.period
    case .boolean: VocabularyWords.boolean
    case .list(let element): VocabularyWords.list(of: element.phrase(leavingOutFrom: limit))
    case .object: VocabularyWords.object
    }
  }

  /// A bound without a needless fraction.
  private static func plain(_ bound: Double) -> String {
    Int64(exactly: bound).map(String.init) ?? String(bound)
  }
}

extension FieldType.Reference {
  /// What the identifier stands for, in words.
  public var phrase: Phrase {
    switch self {
    case .logID: VocabularyWords.logID
    case .line: VocabularyWords.line
    case .regio: VocabularyWords.regionReference
    default: isOfPerson ? VocabularyWords.personReference(to: rawValue) : VocabularyWords.reference(to: rawValue)
    }
  }

  /// Whether it stands for a person, or for what is about one: then a name could come in its place.
  var isOfPerson: Bool {
    switch self {
    case .jeugdige, .traject, .respondent, .interview: true
    default: false
    }
  }

  /// Whether `text` has the form of such an identifier.
  ///
  /// Most are free: at most 200 bytes, no white space at the ends, no control characters. Those of persons have no
  /// white space at all, since a code has none and a name has.
  public func accepts(_ text: String) -> Bool {
    switch self {
    case .logID: return Self.isLogID(text.utf8[...])
    case .line: return Self.isLine(text)
    case .regio: return Spelling.slug(text) == text && !text.isEmpty
    default:
      let isClean = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
      if isOfPerson, text.contains(where: \.isWhitespace) { return false }
      return isClean && !text.isEmpty && text.utf8.count <= 200 && Spelling.trimmed(text) == text
    }
  }

  private static func isLogID(_ bytes: Substring.UTF8View) -> Bool {
    bytes.count == 12
      && bytes.allSatisfy { byte in
        let isLetter = (0x61...0x7A).contains(byte) && !"ilou".utf8.contains(byte)
        return isLetter || (48...57).contains(byte)
      }
  }

  private static func isLine(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count == 2, isLogID(parts[0]) else { return false }
    let rest = parts[1].split(separator: UInt8(ascii: "#"), omittingEmptySubsequences: false)
    guard rest.count == 2, (1...16).contains(rest[0].count), rest[0].first != UInt8(ascii: "0"), rest[1].count == 4
    else { return false }
    return rest[0].allSatisfy { (48...57).contains($0) } && rest[1].allSatisfy(isBase64URL)
  }

  private static func isBase64URL(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): true
    default: false
    }
  }
}
