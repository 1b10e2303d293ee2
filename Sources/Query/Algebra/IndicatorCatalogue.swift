/// The indicators that questions may name: those that are built in, and those that people recorded.
public struct IndicatorCatalogue: Sendable {
  /// In the order in which a reader meets them.
  public let all: [Indicator]

  /// Only what is built in.
  public static let standard = IndicatorCatalogue(all: Indicator.builtIn)

  /// - Parameter added: Of people; each id once, and none that is built in.
  public func adding(_ added: [Indicator]) -> IndicatorCatalogue {
    IndicatorCatalogue(all: all + added)
  }

  /// The indicators of that name: one, none, or both kinds for `uitval`, which alone means neither.
  public func named(_ name: String) -> [Indicator] {
    let name = name.lowercased()
    let ids = name == "uitval" ? ["uitval_smal", "uitval_breed"] : [Self.englishNames[name] ?? name]
    return ids.compactMap { id in all.first { $0.id == id } }
  }

  /// Every name that can be written.
  var names: [String] { all.map(\.id) + ["uitval"] + Self.englishNames.keys.sorted() }

  static let englishNames = [
    "dropout_narrow": "uitval_smal", "dropout_broad": "uitval_breed", "ended_early": "voortijdig",
    "goal_attainment": "doelrealisatie", "satisfaction": "tevredenheid", "response": "respons",
    "without_help": "zonder_hulp_verder", "repeated_use": "herhaald_beroep", "return": "terugstroom",
    "inflow": "instroom", "throughflow": "doorstroom", "outflow": "uitstroom", "duration": "doorlooptijd",
    "waiting_time": "wachttijd", "budget_depletion": "budgetuitputting", "young_people": "jeugdigen",
  ]
}

extension Indicator {
  /// The prestatie-indicatoren and the flow around them: what is looked at first, such as before a bundle is applied.
  public static let headlines: [Indicator] = [
    "doelrealisatie", "doelrealisatie_macro", "uitval_smal", "uitval_breed", "voortijdig", "reden_onbekend",
    "tevredenheid", "respons", "zonder_hulp_verder", "instroom", "uitstroom", "doorlooptijd",
  ].compactMap { id in builtIn.first { $0.id == id } }

  public static var all: [Indicator] { IndicatorCatalogue.standard.all }

  /// Of those that are built in.
  public static func named(_ name: String) -> [Indicator] { IndicatorCatalogue.standard.named(name) }
}
