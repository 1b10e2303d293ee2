import PlainText
import Synchronization
import Words

/// A list of codes that fields take their values from.
public struct CodeList: Sendable {
  public let name: String
  public let label: Phrase
  /// Where the codes come from.
  public let source: String
  /// Whether a field may also hold a value that the list does not have.
  public let isOpen: Bool
  public let codes: [Code]

  private let byValue: [String: Int]
  private let spellings = SpellingIndex()

  init(_ name: String, _ dutch: String, _ english: String, source: String, isOpen: Bool = false, codes: [Code]) {
    self.name = name
    label = Phrase(nl: dutch, en: english)
    self.source = source
    self.isOpen = isOpen
    self.codes = codes
    byValue = Dictionary(codes.enumerated().map { ($1.value, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The code with exactly this value.
  ///
  /// - Complexity: O(1).
  public func code(_ value: String) -> Code? {
    byValue[value].map { codes[$0] }
  }

  /// The code that a person means by `text`: its value, an alias or its label in either language; capitals, accents,
  /// spaces and hyphens make no difference, nor does a zero lost before a single digit.
  ///
  /// - Complexity: O(length of `text`).
  public func code(matching text: String) -> Code? {
    if let code = code(text) { return code }
    return spellings.position(of: Spelling.trimmed(text), in: codes).map { codes[$0] }
  }

  /// The values whose spelling comes nearest to `text`, at most three, nearest first.
  public func nearest(to text: String) -> [String] {
    if let code = code(matching: text) { return [code.value] }
    var candidates: [(spelling: String, name: String)] = []
    for code in codes {
      for spelling in Code.Strength.allCases.flatMap(code.spellings) {
        candidates.append((spelling, code.value))
      }
    }
    return EditDistance.nearest(to: text, among: candidates)
  }

  /// The same list with more codes; a code whose value is there already is left out.
  func adding(_ more: [Code]) -> CodeList {
    CodeList(self, codes: codes + more.filter { code($0.value) == nil })
  }

  private init(_ list: CodeList, codes: [Code]) {
    self.init(
      list.name,
      list.label.dutch,
      list.label.english,
      source: list.source,
      isOpen: list.isOpen,
      codes: codes
    )
  }
}

/// Where each spelling leads, made at the first text that is not simply a code's value: most runs need few lists.
private final class SpellingIndex: Sendable {
  private let index = Mutex<[String: Int]?>(nil)

  func position(of text: String, in codes: [Code]) -> Int? {
    index.withLock { index in
      let known = index ?? Self.index(of: codes)
      index = known
      if let position = known[text] { return position }
      let key = Spelling.folded(text)
      return key.isEmpty ? nil : known[key]
    }
  }

  /// Values go before aliases and aliases before labels, so that a label never takes another code's value.
  private static func index(of codes: [Code]) -> [String: Int] {
    var result: [String: Int] = [:]
    for strength in Code.Strength.allCases {
      for (position, code) in codes.enumerated() {
        for text in code.spellings(strength) {
          for key in [text, Spelling.folded(text)] where !key.isEmpty && result[key] == nil {
            result[key] = position
          }
        }
      }
    }
    return result
  }
}
