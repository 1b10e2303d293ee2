import CivilTime

extension Indicator {
  /// What Veldlog counts by itself.
  ///
  /// uitval: the national outcome set ties the word to reden 03 (smal); its first protocol also to 04 (breed).
  /// Attribution to the day of ending, and whatever says `Veldlog`, is a convention of its own.
  static let builtIn: [Indicator] = ofGoals + ofEnding + ofChange + ofAnswers + ofReturning + ofTime + ofFlow + ofMoney

  private static let protocol7 = "CBS, Informatieprotocol Beleidsinformatie Jeugd, versie 7 (2021)"
  private static let outcomeSet = "NJi, VNG: basisset outcome-indicatoren jeugd"
  private static let own = "Veldlog"

  private static func builtIn(
    _ id: String,
    version: String = "1",
    _ kind: Kind,
    of table: CountTable,
    unit: Unit? = nil,
    isHighGood: Bool? = nil,
    about filter: Predicate = .always,
    counted: Predicate = .always,
    _ measure: Measure,
    missing: MissingRule = .uncounted,
    breaks: [Break] = [],
    source: String
  ) -> Indicator {
    Indicator(
      id: id, version: version, kind: kind, unit: unit ?? table.unit, isHighGood: isHighGood, table: table,
      rules: [Rule(from: nil, filter: filter, counted: counted, measure: measure)], missingRule: missing,
      smallestShown: Figure.smallestShown, breaks: breaks, source: source, description: nil)
  }

  // MARK: Ends

  private static let knownReden = Predicate.among("reden", ["01", "02", "03", "04", "05"])

  private static func ofReden(_ id: String, _ redenen: [String], source: String) -> Indicator {
    builtIn(
      id, .rate, of: .ended, isHighGood: false, counted: knownReden, .share(.among("reden", redenen)), source: source)
  }

  private static let ofEnding: [Indicator] = [
    ofReden("uitval_smal", ["03"], source: protocol7),
    ofReden("uitval_breed", ["03", "04"], source: "CBS, Informatieprotocol Beleidsinformatie Jeugd (2015)"),
    ofReden("voortijdig", ["02", "03", "04", "05"], source: protocol7),
    builtIn(
      "reden_onbekend", .rate, of: .ended, isHighGood: false, .share(.not(knownReden)), missing: .nothing,
      breaks: day(2021, 1, 1).map { [Break(day: $0, reason: "onbekend_2021")] } ?? [], source: protocol7),
  ]

  // MARK: Goals

  private static let atEnd = Predicate.one("moment", "eind")
  private static let evaluated = Predicate.among("uitkomst", ["behaald", "niet_behaald"])
  private static let reached = Predicate.one("uitkomst", "behaald")

  private static let ofGoals: [Indicator] = [
    builtIn(
      "doelrealisatie", .rate, of: .goals, isHighGood: true, about: atEnd, counted: evaluated, .share(reached),
      source: outcomeSet),
    builtIn(
      "doelrealisatie_macro", .mean, of: .goals, unit: .trajecten, isHighGood: true, about: atEnd, counted: evaluated,
      .shareOfTrajecten(reached), source: outcomeSet),
  ]

  private static let ofChange: [Indicator] = [
    builtIn(
      "gas_t", .mean, of: .goals, unit: .trajecten, isHighGood: true, about: atEnd,
      counted: .all([.known("score"), evaluated]), .goalAttainmentScore,
      source: "Kiresuk en Sherman, Community Mental Health Journal 4 (1968)"),
    builtIn(
      "probleemafname", .rate, of: .measurements, isHighGood: true, about: .one("moment", "begin"),
      counted: .known("verandering"), .share(.among("verandering", ["verbeterd", "hersteld"])),
      source: "Jacobson en Truax, Journal of Consulting and Clinical Psychology 59 (1991)"),
    builtIn(
      "snelle_doelrealisatie", .duration, of: .ended,
      counted: .all([.one("doelen", "alle_behaald"), .known("duur_dgn")]), .median("duur_dgn"), source: own),
  ]

  // MARK: What clients say

  /// Of whole marks from 1 to 10; of a mean of several answers it is not known how many were above a mark.
  private static let marks = Predicate.all([
    .one("schaal_min", "1"), .one("schaal_max", "10"), .known("score"), .not(.compared("antwoorden", .isAfter, "1")),
  ])

  private static let ofAnswers: [Indicator] = [
    builtIn(
      "tevredenheid", .mean, of: .answers, isHighGood: true, .scaleMean, missing: .unanswered, source: outcomeSet),
    builtIn(
      "tevredenheid_6", .rate, of: .answers, isHighGood: true, counted: marks,
      .share(.compared("score", .isAtLeast, "6")), missing: .unanswered, source: own),
    builtIn(
      "tevredenheid_8", .rate, of: .answers, isHighGood: true, counted: marks,
      .share(.compared("score", .isAtLeast, "8")), missing: .unanswered, source: own),
    builtIn(
      "respons", .rate, of: .answers, unit: .trajecten, isHighGood: true, .answered, missing: .uncounted,
      source: own),
    builtIn(
      "zonder_hulp_verder", .rate, of: .withoutHelp, isHighGood: true, counted: .known("antwoord"),
      .share(.among("antwoord", ["03", "04"])), missing: .unanswered, breaks: answerScale, source: protocol7),
    builtIn(
      "zonder_hulp_strikt", .rate, of: .withoutHelp, isHighGood: true, counted: .known("antwoord"),
      .share(.one("antwoord", "04")), missing: .unanswered, breaks: answerScale, source: own),
  ]

  private static var answerScale: [Break] {
    day(2021, 7, 1).map { [Break(day: $0, reason: "antwoordschaal_2021")] } ?? []
  }

  // MARK: Coming back

  private static func returning(_ id: String, _ field: String) -> Indicator {
    builtIn(
      id, .rate, of: .ended, isHighGood: false, counted: .among(field, ["ja", "nee"]), .share(.one(field, "ja")),
      source: "twaalf maanden garantie van West-Brabant-West (2016)")
  }

  private static let ofReturning: [Indicator] = [
    builtIn(
      "herhaald_beroep", .rate, of: .started, isHighGood: false, counted: .known("eerdere_hulp"),
      .share(.one("eerdere_hulp", "ja")), source: "CBS, Jeugdmonitor: eerder jeugdhulp gekregen"),
    builtIn(
      "geen_nieuwe_start", .rate, of: .started, isHighGood: true, counted: .known("eerdere_hulp"),
      .share(.one("eerdere_hulp", "nee")), source: outcomeSet),
    returning("terugstroom", "terugkeer"),
    returning("terugstroom_zorgvraag", "terugkeer_zelfde_zorgvraag"),
    returning("terugstroom_aanbieder", "terugkeer_zelfde_aanbieder"),
  ]

  // MARK: Time

  private static let treeknorm =
    "norm van de regio, anders landelijk, anders Treeknorm: aanmelden 4 weken, behandelen 10 weken daarna"

  private static func waiting(_ id: String, _ field: String) -> Indicator {
    builtIn(id, .duration, of: .started, isHighGood: false, counted: .known(field), .median(field), source: own)
  }

  /// In version 1 always held to the Treeknorm.
  private static func within(_ id: String, _ field: String, norm: DerivedField) -> Indicator {
    builtIn(
      id, version: "2", .rate, of: .started, isHighGood: true, counted: .known(field),
      .share(.one(norm.rawValue, "ja")), source: treeknorm)
  }

  private static let ofTime: [Indicator] = [
    builtIn("doorlooptijd", .duration, of: .ended, counted: .known("duur_dgn"), .median("duur_dgn"), source: own),
    builtIn("doorlooptijd_gemiddeld", .mean, of: .ended, counted: .known("duur_dgn"), .mean("duur_dgn"), source: own),
    builtIn(
      "doorlooptijd_km", .duration, of: .started, .survivalMedian,
      source: "Kaplan en Meier, Journal of the American Statistical Association 53 (1958)"),
    waiting("wachttijd", "wachttijd_dgn"),
    waiting("wachttijd_aanmelding", "wacht_aanmelding_dgn"),
    waiting("wachttijd_behandeling", "wacht_intake_dgn"),
    within("wachttijd_norm", "wachttijd_dgn", norm: .wachttijdBinnenNorm),
    within("wachttijd_aanmelding_norm", "wacht_aanmelding_dgn", norm: .wachtAanmeldingBinnenNorm),
    within("wachttijd_behandeling_norm", "wacht_intake_dgn", norm: .wachtIntakeBinnenNorm),
    builtIn(
      "no_show", .rate, of: .appointments, isHighGood: false,
      about: .not(.one("status", "afgezegd_tijdig")), .share(.among("status", ["no_show", "afgezegd_laat"])),
      source: own),
    builtIn(
      "no_show_strikt", .rate, of: .appointments, isHighGood: false,
      about: .not(.one("status", "afgezegd_tijdig")), .share(.one("status", "no_show")), source: own),
  ]

  // MARK: Flow

  private static func stock(_ id: String, _ stock: Measure.Stock) -> Indicator {
    builtIn(id, .count, of: .started, .stock(stock), missing: .nothing, source: "CBS, Jeugdhulp: stroombalans")
  }

  private static func reported(_ id: String, _ field: String) -> Indicator {
    builtIn(
      id, .sum, of: .overviews, unit: .trajecten, about: .one("telt", "trajecten"), counted: .known(field),
      .sum(field, per: 1), source: "kwartaaloverzicht van de aanbieder")
  }

  private static let ofFlow: [Indicator] = [
    stock("stand_begin", .begin),
    builtIn("instroom", .count, of: .started, .count, missing: .nothing, source: "CBS, Jeugdhulp: stroombalans"),
    stock("doorstroom", .through),
    builtIn("uitstroom", .count, of: .ended, .count, missing: .nothing, source: "CBS, Jeugdhulp: stroombalans"),
    stock("stand_eind", .end),
    stock("in_zorg", .active),
    builtIn("jeugdigen", .count, of: .started, unit: .jeugdigen, .jeugdigen, source: protocol7),
    builtIn("jeugdigen_uitstroom", .count, of: .ended, unit: .jeugdigen, .jeugdigen, source: protocol7),
    builtIn("aanmeldingen", .count, of: .referrals, .count, missing: .nothing, source: own),
    reported("opgave_begin", "begin"), reported("opgave_instroom", "instroom"),
    reported("opgave_doorstroom", "doorstroom"), reported("opgave_uitstroom", "uitstroom"),
    reported("opgave_eind", "eind"), reported("opgave_wachtend", "wachtend"),
  ]

  // MARK: Money and capacity

  private static let amount = "bedrag_cent"

  private static func budget(_ soort: String) -> Measure.Base {
    Measure.Base(
      table: .budgets, filter: .all([.one("soort", soort), .one("geldt", "ja")]), field: amount, per: 100)
  }

  private static func shareOfBudget(_ id: String, _ soort: String) -> Indicator {
    builtIn(
      id, .ratio, of: .budgets, about: .all([.one("soort", soort), .one("geldt", "ja")]), counted: .known(amount),
      .ratio(amount, base: budget("rijksbudget"), factor: 1), source: own)
  }

  private static let ofMoney: [Indicator] = [
    builtIn(
      "budget", .sum, of: .budgets, unit: .bedragen, about: .all([.one("soort", "rijksbudget"), .one("geldt", "ja")]),
      counted: .known(amount), .sum(amount, per: 100), source: own),
    builtIn(
      "plafond", .sum, of: .budgets, unit: .bedragen, about: .all([.one("soort", "plafond"), .one("geldt", "ja")]),
      counted: .known(amount), .sum(amount, per: 100), source: own),
    builtIn(
      "uitgave", .sum, of: .spending, unit: .bedragen, counted: .known(amount), .sum(amount, per: 100), source: own),
    builtIn(
      "budgetuitputting", .ratio, of: .spending, counted: .known(amount),
      .depletion(amount, base: budget("rijksbudget")), source: own),
    builtIn(
      "plafonduitputting", .ratio, of: .spending, counted: .known(amount), .depletion(amount, base: budget("plafond")),
      source: own),
    shareOfBudget("pgb_aandeel", "pgb"),
    shareOfBudget("uitvoeringskosten_aandeel", "uitvoering"),
    builtIn(
      "fte", .sum, of: .staff, unit: .fte, about: .one("geldt", "ja"), counted: .known("fte"), .sum("fte", per: 1),
      source: own),
    builtIn(
      "aanbieders_per_10000", .sum, of: .characteristics,
      about: .all([.one("kenmerk", "aanbieders"), .one("geldt", "ja")]), counted: .known("aantal"),
      .ratio(
        "aantal",
        base: Measure.Base(
          table: .characteristics, filter: .all([.one("kenmerk", "jeugdigen"), .one("geldt", "ja")]), field: "aantal",
          per: 1),
        factor: 10_000), source: own),
  ]

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate? {
    CivilDate(year: year, month: month, day: day)
  }
}
