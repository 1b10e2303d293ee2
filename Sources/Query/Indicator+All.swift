extension Indicator {
  /// Every indicator there is, in the order in which a reader meets them.
  ///
  /// uitval: the national outcome set ties the word to reden 03 (smal); its first protocol also to 04 (breed).
  /// doelrealisatie: its indicator 3.4. Attribution of all but instroom to the day of ending is Veldlog's own.
  public static let all: [Indicator] = [
    Indicator(
      id: "doelrealisatie", version: 1, kind: .rate, unit: .doelen, isHighGood: true, formula: .goals),
    Indicator(
      id: "doelrealisatie_macro", version: 1, kind: .mean, unit: .trajecten, isHighGood: true,
      formula: .goalsPerTraject),
    Indicator(
      id: "uitval_smal", version: 1, kind: .rate, unit: .trajecten, isHighGood: false,
      formula: .ended(numerator: ReasonSet(3...3), denominator: .known)),
    Indicator(
      id: "uitval_breed", version: 1, kind: .rate, unit: .trajecten, isHighGood: false,
      formula: .ended(numerator: ReasonSet(3...4), denominator: .known)),
    Indicator(
      id: "voortijdig", version: 1, kind: .rate, unit: .trajecten, isHighGood: false,
      formula: .ended(numerator: ReasonSet(2...5), denominator: .known)),
    Indicator(
      id: "reden_onbekend", version: 1, kind: .rate, unit: .trajecten, isHighGood: false,
      formula: .ended(numerator: .unknown, denominator: .all)),
    Indicator(
      id: "tevredenheid", version: 1, kind: .mean, unit: .antwoorden, isHighGood: true, formula: .satisfaction),
    Indicator(id: "respons", version: 1, kind: .rate, unit: .trajecten, isHighGood: true, formula: .response),
    Indicator(id: "instroom", version: 1, kind: .count, unit: .trajecten, isHighGood: nil, formula: .inflow),
    Indicator(id: "uitstroom", version: 1, kind: .count, unit: .trajecten, isHighGood: nil, formula: .outflow),
    Indicator(id: "doorlooptijd", version: 1, kind: .duration, unit: .trajecten, isHighGood: nil, formula: .duration),
  ]

  /// The indicators of that name: one, none, or both kinds for `uitval`, which alone means neither.
  public static func named(_ name: String) -> [Indicator] {
    let name = name.lowercased()
    let ids = name == "uitval" ? ["uitval_smal", "uitval_breed"] : [englishNames[name] ?? name]
    return ids.compactMap { id in all.first { $0.id == id } }
  }

  static let englishNames = [
    "dropout_narrow": "uitval_smal", "dropout_broad": "uitval_breed", "goal_attainment": "doelrealisatie",
    "satisfaction": "tevredenheid", "response": "respons", "inflow": "instroom", "outflow": "uitstroom",
    "duration": "doorlooptijd",
  ]
}
