/// What figures can be split by, and filtered on.
public enum Dimension: String, Sendable, CaseIterable {
  case regio
  case gemeente
  case aanbieder
  /// How the region buys: from the fact of kind `regio`.
  case inkoopmethode
  /// How the municipalities of the region share costs: from the fact of kind `regio`.
  case beginsel
  case hulpvorm
  case profiel
  case intensiteit
  case verwijzer
  case leeftijdsgroep
  case reden
  case informant
  /// The scale of an answer, as `1-10`: comes into a result by itself when answers have more than one.
  case schaal
  /// The log in which the counted fact was recorded, for goals and answers of a traject that of its end; only when it is
  /// asked for (`--per-log`).
  case log
  case jaar
  case halfjaar
  case kwartaal
  case maand
  /// Any length of time: to filter on, not to split by.
  case periode

  /// The ways to write it; the first is how results name it, the second is English.
  public var names: [String] {
    switch self {
    case .regio: ["regio", "region", "jeugdregio"]
    case .gemeente: ["gemeente", "municipality"]
    case .aanbieder: ["aanbieder", "provider", "jeugdhulpaanbieder"]
    case .inkoopmethode: ["inkoopmethode", "procurement", "methode", "purchasing"]
    case .beginsel: ["beginsel", "principle"]
    case .hulpvorm: ["hulpvorm", "care"]
    case .profiel: ["profiel", "profile", "clientprofiel"]
    case .intensiteit: ["intensiteit", "intensity"]
    case .verwijzer: ["verwijzer", "referrer"]
    case .leeftijdsgroep: ["leeftijdsgroep", "age", "leeftijd"]
    case .reden: ["reden", "reason"]
    case .informant: ["informant"]
    case .schaal: ["schaal", "scale"]
    case .log: ["log"]
    case .jaar: ["jaar", "year"]
    case .halfjaar: ["halfjaar", "half"]
    case .kwartaal: ["kwartaal", "quarter"]
    case .maand: ["maand", "month"]
    case .periode: ["periode", "period"]
    }
  }

  /// The dimension of that name, in either language; nil for none.
  public init?(named name: String) {
    let name = name.lowercased()
    guard let found = Self.allCases.first(where: { $0.names.contains(name) }) else { return nil }
    self = found
  }

  public var isTime: Bool {
    switch self {
    case .jaar, .halfjaar, .kwartaal, .maand, .periode: true
    default: false
    }
  }

  /// The kinds whose rows have it, of their own or through their traject; meaningless for time.
  var tables: [CountTable] {
    let ofTraject = CountTable.allCases.filter(\.isOfTraject)
    switch self {
    case .regio, .inkoopmethode, .beginsel, .log: return CountTable.allCases
    case .aanbieder:
      return ofTraject + [.budgets, .spending, .overviews, .waitingLists, .staff]
    case .gemeente: return ofTraject + [.budgets, .staff]
    case .hulpvorm: return ofTraject + [.waitingLists]
    case .profiel, .intensiteit, .verwijzer, .leeftijdsgroep: return ofTraject
    case .reden: return CountTable.allCases.filter { $0.attribution == .einde }
    default: return []
    }
  }
}
