/// What figures can be split by, and filtered on.
public enum Dimension: String, Sendable, CaseIterable {
  case regio
  case aanbieder
  /// How the region of the traject buys: from the fact of kind `regio`.
  case inkoopmethode
  case hulpvorm
  case reden
  case informant
  /// The scale of an answer, as `1-10`: comes into a result by itself when answers have more than one.
  case schaal
  case jaar
  case halfjaar
  case kwartaal
  case maand
  /// Any length of time: to filter on, not to split by.
  case periode

  /// The ways to write it; the first is how results name it.
  public var names: [String] {
    switch self {
    case .regio: ["regio", "region", "jeugdregio"]
    case .aanbieder: ["aanbieder", "provider", "jeugdhulpaanbieder"]
    case .inkoopmethode: ["inkoopmethode", "methode", "procurement", "purchasing"]
    case .hulpvorm: ["hulpvorm", "care"]
    case .reden: ["reden", "reason"]
    case .informant: ["informant"]
    case .schaal: ["schaal", "scale"]
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
}
