/// What a reader needs to know of an indicator, in words.
public struct IndicatorWords: Sendable {
  public let title: Phrase
  /// For a narrow column.
  public let shortTitle: Phrase
  /// The rule, in one sentence.
  public let definition: Phrase
  public let numerator: Phrase
  public let denominator: Phrase
  /// What `missing` counts.
  public let missing: Phrase
  /// What the value is measured in.
  public let valueUnit: Phrase

  /// The words for the indicator of that id; nil when there is none.
  public init?(for id: String) {
    guard
      let words = Self.ofOutcome[id] ?? Self.ofReturning[id] ?? Self.ofTime[id] ?? Self.ofFlow[id] ?? Self.ofMoney[id]
    else { return nil }
    self = words
  }

  /// For an indicator that people recorded: in the words of its definition.
  public init(recorded id: String, definition: String, rule: String, valueUnit: Phrase) {
    self.init(
      Phrase(same: id), Phrase(same: definition), numerator: Phrase(same: rule), denominator: Phrase(same: rule),
      missing: Phrase(nl: "wat niet aan de noemer voldoet", en: "what does not meet the denominator"),
      valueUnit: valueUnit)
  }

  init(
    _ title: Phrase,
    short: Phrase? = nil,
    _ definition: Phrase,
    numerator: Phrase,
    denominator: Phrase,
    missing: Phrase,
    valueUnit: Phrase
  ) {
    self.title = title
    shortTitle = short ?? title
    self.definition = definition
    self.numerator = numerator
    self.denominator = denominator
    self.missing = missing
    self.valueUnit = valueUnit
  }

  /// What is counted, for a number of them.
  public static func unit(_ unit: String, count: Int) -> Phrase {
    switch unit {
    case "trajecten":
      count == 1 ? Phrase(nl: "traject", en: "trajectory") : Phrase(nl: "trajecten", en: "trajectories")
    case "doelen": count == 1 ? Phrase(nl: "doel", en: "goal") : Phrase(nl: "doelen", en: "goals")
    case "jeugdigen":
      count == 1 ? Phrase(nl: "jeugdige", en: "young person") : Phrase(nl: "jeugdigen", en: "young people")
    case "afspraken":
      count == 1 ? Phrase(nl: "afspraak", en: "appointment") : Phrase(nl: "afspraken", en: "appointments")
    case "aanmeldingen":
      count == 1 ? Phrase(nl: "aanmelding", en: "referral") : Phrase(nl: "aanmeldingen", en: "referrals")
    case "metingen": count == 1 ? Phrase(nl: "meting", en: "measurement") : Phrase(nl: "metingen", en: "measurements")
    case "opgaven": count == 1 ? Phrase(nl: "opgave", en: "report") : Phrase(nl: "opgaven", en: "reports")
    case "bedragen": count == 1 ? Phrase(nl: "bedrag", en: "amount") : Phrase(nl: "bedragen", en: "amounts")
    case "euro": Phrase(nl: "euro", en: "euros")
    case "fte": Phrase(nl: "opgaven van fte", en: "reports of FTE")
    case "antwoorden":
      count == 1 ? Phrase(nl: "antwoord", en: "answer") : Phrase(nl: "antwoorden", en: "answers")
    default: Phrase(same: unit)
    }
  }

  /// The same for a narrow column, whatever the number.
  public static func shortUnit(_ unit: String) -> Phrase {
    switch unit {
    case "trajecten": Phrase(nl: "traj.", en: "traj.")
    case "antwoorden": Phrase(nl: "antw.", en: "answ.")
    case "aanmeldingen": Phrase(nl: "aanm.", en: "ref.")
    case "fte": Phrase(nl: "opgaven", en: "reports")
    default: self.unit(unit, count: 2)
    }
  }

  static let share = Phrase(nl: "%", en: "%")
  static let days = Phrase(nl: "dagen", en: "days")
  static let trajecten = Phrase(nl: "trajecten", en: "trajectories")
  static let ofKnownReason = Phrase(
    nl: "beëindigde trajecten met een bekende reden (01 tot en met 05)",
    en: "ended trajectories with a known reason (01 to 05)"
  )
  static let withoutReason = Phrase(
    nl: "beëindigd zonder bekende reden", en: "ended without a known reason")
  private static let withoutEvaluatedGoal = Phrase(
    nl: "doelen die aan het eind niet zijn geëvalueerd", en: "goals not evaluated at the end")

  private static let ofOutcome: [String: IndicatorWords] = [
    "doelrealisatie": IndicatorWords(
      Phrase(nl: "Doelrealisatie", en: "Goal attainment"),
      Phrase(
        nl: "doelen met eindscore 0 of hoger, of oordeel behaald, van alle aan het eind geëvalueerde doelen; deels "
          + "behaald telt niet als behaald, een score gaat voor een oordeel, vervallen telt nooit; naar einddatum van "
          + "het traject",
        en: "goals with a final score of 0 or more, or judged attained, of all goals evaluated at the end; partly "
          + "attained does not count, a score goes before a verdict, a dropped goal never counts; by the "
          + "trajectory's end date"
      ),
      numerator: Phrase(nl: "behaalde doelen", en: "goals attained"),
      denominator: Phrase(nl: "aan het eind geëvalueerde doelen", en: "goals evaluated at the end"),
      missing: withoutEvaluatedGoal,
      valueUnit: share
    ),
    "doelrealisatie_macro": IndicatorWords(
      Phrase(nl: "Doelrealisatie per traject", en: "Goal attainment per trajectory"),
      short: Phrase(nl: "Doelreal. p. traject", en: "Goals p. trajectory"),
      Phrase(
        nl: "gemiddelde over trajecten van het deel van de geëvalueerde doelen dat is behaald; naar einddatum",
        en: "mean over trajectories of each one's share of evaluated goals attained; by end date"
      ),
      numerator: Phrase(nl: "som van de delen behaald", en: "sum of the shares attained"),
      denominator: Phrase(
        nl: "beëindigde trajecten met een geëvalueerd doel", en: "ended trajectories with an evaluated goal"),
      missing: Phrase(
        nl: "beëindigd zonder geëvalueerd doel", en: "ended without an evaluated goal"),
      valueUnit: share
    ),
    "uitval_smal": IndicatorWords(
      Phrase(nl: "Uitval (smal)", en: "Uitval, dropout (narrow)"),
      short: Phrase(nl: "Uitval (smal)", en: "Uitval (narrow)"),
      Phrase(
        nl: "reden 03 (eenzijdig door de cliënt), van reden 01 tot en met 05; naar einddatum",
        en: "reason 03 (by the client alone), of reasons 01 to 05; by end date"
      ),
      numerator: Phrase(nl: "eenzijdig beëindigd door de cliënt", en: "ended by the client alone"),
      denominator: ofKnownReason,
      missing: withoutReason,
      valueUnit: share
    ),
    "uitval_breed": IndicatorWords(
      Phrase(nl: "Uitval (breed)", en: "Uitval, dropout (broad)"),
      short: Phrase(nl: "Uitval (breed)", en: "Uitval (broad)"),
      Phrase(
        nl: "reden 03 of 04 (eenzijdig door de cliënt of de aanbieder), van reden 01 tot en met 05; naar einddatum",
        en: "reason 03 or 04 (by the client or the provider alone), of reasons 01 to 05; by end date"
      ),
      numerator: Phrase(
        nl: "eenzijdig beëindigd door de cliënt of de aanbieder", en: "ended by the client or the provider alone"),
      denominator: ofKnownReason,
      missing: withoutReason,
      valueUnit: share
    ),
    "voortijdig": IndicatorWords(
      Phrase(nl: "Voortijdig beëindigd", en: "Ended early"),
      Phrase(
        nl: "reden 02 tot en met 05 (alles behalve volgens plan), van reden 01 tot en met 05; is geen uitval; naar "
          + "einddatum",
        en: "reasons 02 to 05 (all but according to plan), of reasons 01 to 05; not the same as uitval; by end date"
      ),
      numerator: Phrase(nl: "niet volgens plan beëindigd", en: "not ended according to plan"),
      denominator: ofKnownReason,
      missing: withoutReason,
      valueUnit: share
    ),
    "reden_onbekend": IndicatorWords(
      Phrase(nl: "Reden onbekend", en: "Reason unknown"),
      Phrase(
        nl: "beëindigde trajecten zonder bekende reden, van alle beëindigde; naar einddatum",
        en: "ended trajectories without a known reason, of all that ended; by end date"
      ),
      numerator: withoutReason,
      denominator: Phrase(nl: "alle beëindigde trajecten", en: "all ended trajectories"),
      missing: Phrase(nl: "niets: alle beëindigde trajecten tellen mee", en: "nothing: every ended trajectory counts"),
      valueUnit: share
    ),
    "tevredenheid": IndicatorWords(
      Phrase(nl: "Tevredenheid", en: "Satisfaction"),
      Phrase(
        nl: "gemiddelde score op de schaal van de vragenlijst, per informant; schalen worden nooit gemengd; naar "
          + "einddatum",
        en: "mean score on the questionnaire's own scale, per informant; scales are never mixed; by end date"
      ),
      numerator: Phrase(nl: "som van de scores", en: "sum of the scores"),
      denominator: Phrase(nl: "antwoorden", en: "answers"),
      missing: Phrase(
        nl: "beëindigde trajecten zonder antwoord van deze informant",
        en: "ended trajectories without an answer from this informant"),
      valueUnit: Phrase(nl: "punten", en: "points")
    ),
    "respons": IndicatorWords(
      Phrase(nl: "Respons", en: "Response"),
      Phrase(
        nl: "beëindigde trajecten met een antwoord, van alle met een bekende reden; per informant; naar einddatum",
        en: "ended trajectories with an answer, of all with a known reason; per informant; by end date"
      ),
      numerator: Phrase(nl: "trajecten met een antwoord", en: "trajectories with an answer"),
      denominator: ofKnownReason,
      missing: withoutReason,
      valueUnit: share
    ),
    "instroom": IndicatorWords(
      Phrase(nl: "Instroom", en: "Inflow"),
      Phrase(nl: "gestarte trajecten; naar startdatum", en: "trajectories started; by start date"),
      numerator: Phrase(nl: "gestarte trajecten", en: "trajectories started"),
      denominator: Phrase(nl: "gestarte trajecten", en: "trajectories started"),
      missing: Phrase(nl: "niets", en: "nothing"),
      valueUnit: trajecten
    ),
    "uitstroom": IndicatorWords(
      Phrase(nl: "Uitstroom", en: "Outflow"),
      Phrase(
        nl: "beëindigde trajecten, ook die zonder bekende reden; naar einddatum",
        en: "trajectories ended, with or without a known reason; by end date"),
      numerator: Phrase(nl: "beëindigde trajecten", en: "trajectories ended"),
      denominator: Phrase(nl: "beëindigde trajecten", en: "trajectories ended"),
      missing: Phrase(nl: "niets", en: "nothing"),
      valueUnit: trajecten
    ),
    "doorlooptijd": IndicatorWords(
      Phrase(nl: "Doorlooptijd", en: "Duration"),
      Phrase(
        nl: "mediaan van het aantal dagen van start tot einde van beëindigde trajecten; naar einddatum",
        en: "median number of days from start to end of ended trajectories; by end date"
      ),
      numerator: Phrase(nl: "som van de dagen", en: "sum of the days"),
      denominator: Phrase(
        nl: "beëindigde trajecten met een bekende start", en: "ended trajectories with a known start"),
      missing: Phrase(nl: "beëindigd zonder bekende start", en: "ended without a known start"),
      valueUnit: days
    ),
  ]
}
