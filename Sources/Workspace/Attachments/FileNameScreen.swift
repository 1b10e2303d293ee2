import Merge
import PlainText
import Vocabulary

/// Looks at the name of a file for a person's name, since a name that is recorded goes to every member.
public struct FileNameScreen: Sendable {
  /// Why a file's name is better left out.
  public enum Suspicion: Sendable, Equatable {
    /// It holds a name that the private log has behind a code.
    case knownName
    /// Two words in a row begin with a capital, as a first name and a surname do.
    case looksLikeName
    /// It holds digits that could be a BSN.
    case bsn
  }

  /// Words of names behind codes, folded.
  private let knownWords: Set<String>
  /// Words of the names of regions, in lower case.
  private let regionWords: Set<String>

  public init(_ state: MergedState) {
    let regions = state.vocabulary.codeList(named: "regio")?.codes ?? []
    regionWords = Set(regions.flatMap { Self.words(of: $0.label.dutch.lowercased()) })
    var words: Set<String> = []
    for row in state.table.rows(ofKind: "respondent_naam") {
      let naam = state.table.payloadObject(row)?["naam"]?.stringValue ?? ""
      words.formUnion(Self.words(of: naam).map { Self.folded($0) }.filter { $0.count >= Self.shortestName })
    }
    knownWords = words
  }

  /// Shorter words of names are too common: `van`, `de`, `Jan`.
  private static let shortestName = 4
  private static let particles: Set<String> = ["van", "de", "der", "den", "het", "ten", "ter", "te", "el", "la", "von"]
  /// What files are called after; other words with a capital may be a name.
  private static let ordinary: Set<String> = [
    "interview", "gesprek", "opname", "verslag", "gespreksverslag", "transcript", "notulen", "bijlage", "document",
    "memo", "voice", "spraakmemo", "recording", "new", "nieuwe", "audio", "scan", "foto", "image", "rapport", "regio",
    "jeugd", "jeugdhulp", "jeugdregio", "concept", "definitief", "versie", "vragenlijst", "toestemming", "formulier",
    "toestemmingsformulier", "gemeente", "wethouder", "aanbieder", "januari", "februari", "maart", "april", "mei",
    "juni", "juli", "augustus", "september", "oktober", "november", "december",
  ]

  /// What speaks against recording a file's name; nil where nothing does.
  public func suspicion(of name: String) -> Suspicion? {
    if Bsn.isIn(name, exemptsDates: true) { return .bsn }
    let stem = name.split(separator: ".").dropLast().joined(separator: ".")
    let words = Self.words(of: stem.isEmpty ? name : stem)
    if words.contains(where: { knownWords.contains(Self.folded($0)) }) { return .knownName }
    return hasTwoNames(words) ? .looksLikeName : nil
  }

  private func hasTwoNames(_ words: [String]) -> Bool {
    var isAfterName = false
    for word in words {
      if isAfterName, Self.particles.contains(word) { continue }
      let isName = Self.isCapitalized(word) && !isOrdinary(word)
      if isName, isAfterName { return true }
      isAfterName = isName
    }
    return false
  }

  private func isOrdinary(_ word: String) -> Bool {
    Self.ordinary.contains(word.lowercased()) || regionWords.contains(word.lowercased())
  }

  private static func isCapitalized(_ word: String) -> Bool {
    word.count > 1 && word.first?.isUppercase == true && word.dropFirst().allSatisfy(\.isLowercase)
  }

  private static func words(of text: String) -> [String] {
    text.split { !$0.isLetter }.map(String.init)
  }

  private static func folded(_ word: String) -> String { Spelling.slug(word) }
}
