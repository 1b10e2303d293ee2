/// A field that no fact has, but that follows from several: how long a traject took, whether the jeugdige came back.
///
/// Rules may use it like any other field of its table.
public enum DerivedField: String, Sendable, CaseIterable {
  /// From aanmelding to intake, from intake to start, and from aanmelding to start, in days.
  case wachtAanmelding = "wacht_aanmelding_dgn"
  case wachtIntake = "wacht_intake_dgn"
  case wachttijd = "wachttijd_dgn"
  /// Whether that is within the norm that holds for the traject.
  case wachtAanmeldingBinnenNorm = "wacht_aanmelding_binnen_norm"
  case wachtIntakeBinnenNorm = "wacht_intake_binnen_norm"
  case wachttijdBinnenNorm = "wachttijd_binnen_norm"
  /// Whether the jeugdige had help in the five years before the reporting period, with at least a day in between.
  case eerdereHulp = "eerdere_hulp"
  /// From start to end, in days.
  case duur = "duur_dgn"
  /// From the end to the next start of the same jeugdige, in days.
  case terugkeerDagen = "terugkeer_dgn"
  /// Whether a new traject of the same jeugdige started within twelve calendar months of the end.
  case terugkeer
  case terugkeerZelfdeZorgvraag = "terugkeer_zelfde_zorgvraag"
  case terugkeerZelfdeAanbieder = "terugkeer_zelfde_aanbieder"
  /// What came of the goals of the traject.
  case doelen
  /// What came of the goal.
  case uitkomst
  /// How a measurement at the end differs from the one at the beginning, by the reliable change index.
  case verandering
  /// Whether it is the last statement about its subject: the last basis of a budget, the last count of staff.
  case geldt

  /// The kinds whose rows have it of their own.
  var tables: [CountTable] {
    switch self {
    case .wachtAanmelding, .wachtIntake, .wachttijd, .wachtAanmeldingBinnenNorm, .wachtIntakeBinnenNorm,
      .wachttijdBinnenNorm, .eerdereHulp:
      [.started]
    case .duur, .terugkeerDagen, .terugkeer, .terugkeerZelfdeZorgvraag, .terugkeerZelfdeAanbieder, .doelen: [.ended]
    case .uitkomst: [.goals]
    case .verandering: [.measurements]
    case .geldt: [.budgets, .staff, .characteristics]
    }
  }

  /// What it can be; nil for a number of days.
  public var values: [String]? {
    switch self {
    case .wachtAanmelding, .wachtIntake, .wachttijd, .duur, .terugkeerDagen: nil
    case .wachtAanmeldingBinnenNorm, .wachtIntakeBinnenNorm, .wachttijdBinnenNorm, .eerdereHulp, .geldt: ["nee", "ja"]
    case .terugkeer, .terugkeerZelfdeZorgvraag, .terugkeerZelfdeAanbieder: ["nee", "ja", "nog_niet_te_bepalen"]
    case .doelen: ["alle_behaald", "niet_alle_behaald"]
    case .uitkomst: ["behaald", "niet_behaald", "niet_geevalueerd", "niet_aan_het_eind"]
    case .verandering: ["verslechterd", "onveranderd", "verbeterd", "hersteld"]
    }
  }
}
