import PlainText
import Words

/// The kinds of facts, their fields and the code lists: everything that a payload may mean.
///
/// It is data: adding a kind or a code is adding a line to a table in `Kinds` or `CodeLists`. Which facts are live
/// never depends on it; slots, and so conflicts and figures, do. Every figure names `version`.
public struct Vocabulary: Sendable {
  /// Made at first use.
  public static let standard = Vocabulary(version: "1", kinds: Kind.all, codeLists: CodeList.all)

  public let version: String
  /// In reading order, group by group.
  public let kinds: [Kind]
  public let codeLists: [CodeList]

  private let kindPositions: [String: Int]
  private let listPositions: [String: Int]

  init(version: String, kinds: [Kind], codeLists: [CodeList]) {
    self.version = version
    self.kinds = kinds
    self.codeLists = codeLists
    kindPositions = Dictionary(kinds.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    listPositions = Dictionary(codeLists.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// - Complexity: O(1).
  public func kind(named name: String) -> Kind? {
    kindPositions[name].map { kinds[$0] }
  }

  /// - Complexity: O(1).
  public func codeList(named name: String) -> CodeList? {
    listPositions[name].map { codeLists[$0] }
  }

  /// The names of kinds that a mistyped `name` may have meant: at most three, nearest first.
  public func nearestKinds(to name: String) -> [String] {
    EditDistance.nearest(to: name, among: kinds.map { ($0.name, $0.name) })
  }

  /// The same vocabulary with more codes in one list, such as the regions that a workspace names itself.
  public func adding(_ codes: [Code], to listName: String) -> Vocabulary {
    let lists = codeLists.map { $0.name == listName ? $0.adding(codes) : $0 }
    return Vocabulary(version: version, kinds: kinds, codeLists: lists)
  }
}

extension Kind {
  static var all: [Kind] {
    referentie + trajecten + geldEnCapaciteit + onderzoek + bewaren + besluit + systeem
  }
}

extension CodeList {
  static var all: [CodeList] {
    national + regions + ofFacts + ofResearch
  }
}
