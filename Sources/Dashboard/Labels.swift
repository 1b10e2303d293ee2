import Query
import Vocabulary
import Words

/// How values of dimensions are named to people.
struct Labels {
  private let vocabulary: Vocabulary

  init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
  }

  func role(_ code: String) -> Phrase { label(code, in: "functie") }
  func region(_ code: String) -> Phrase { label(code, in: "regio") }

  private func label(_ code: String, in list: String) -> Phrase {
    vocabulary.codeList(named: list)?.code(code)?.label ?? Phrase(same: code)
  }

  /// A row's value on a dimension; what is not known says so.
  func text(_ key: String?, of dimension: Dimension) -> Phrase {
    guard let key else { return QueryWords.unknown }
    switch dimension {
    case .informant: return DashboardWords.informant(key)
    case .inkoopmethode: return label(key, in: dimension.rawValue)
    case .hulpvorm, .reden: return Phrase(same: key + " ") + label(key, in: dimension.rawValue)
    default: return Phrase(same: key)
    }
  }
}
