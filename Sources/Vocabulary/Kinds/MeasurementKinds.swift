import Words

/// Goals, measurements and what clients say of a trajectory.
extension Kind {
  static var metingen: [Kind] {
    [doelGesteld, doelscore, meting, tevredenheid, zonderHulpVerder]
  }

  private static let traject = Field.reference("traject", .traject, "traject", "trajectory", [.required, .personal])
  private static let dayIfKnown = Field.date("datum", "datum", "date")
  private static let goalNumber = Field.integer(
    "doel_nr", 1...999, "nummer van het doel", "number of the goal", .required)

  private static var doelGesteld: Kind {
    Kind(
      "doel_gesteld", "doel gesteld", "goal set",
      explained: Phrase(
        nl: "Een doel van een traject, met gewicht en uitgangsniveau.",
        en: "A goal of a trajectory, with its weight and starting level."),
      in: .trajecten,
      fields: [
        traject, goalNumber,
        .decimal("gewicht", 0...1000, "gewicht", "weight"),
        .code("schaal", "doelschaal", "schaal", "scale"),
        .integer("uitgangsniveau", -2...2, "uitgangsniveau (GAS)", "starting level (GAS)"),
        .code("met", "wie", "opgesteld met", "drawn up with"),
        dayIfKnown,
      ],
      slot: ["traject", "doel_nr"],
      example: """
        {"doel_nr":1,"gewicht":1,"met":"client","schaal":"gas","traject":"T-0042","uitgangsniveau":-1}
        """)
  }

  private static var doelscore: Kind {
    Kind(
      "doelscore", "score op een doel", "score on a goal",
      explained: Phrase(
        nl: "Hoever een doel gehaald is: een GAS-score van −2 tot 2 (0 is het verwachte niveau) of een oordeel.",
        en: "How far a goal was reached: a GAS score from −2 to 2 (0 is the level expected) or a verdict."),
      in: .trajecten,
      fields: [
        traject, goalNumber,
        .code("moment", "moment_doel", "moment", "moment", .required),
        .integer("score", -2...2, "GAS-score", "GAS score", .personal),
        .code("oordeel", "oordeel", "oordeel", "verdict", .personal),
        .code("gemeten_door", "wie", "gemeten door", "measured by"),
        dayIfKnown,
      ],
      needs: [.any("score", "oordeel", "reden_ontbreekt")],
      slot: ["traject", "doel_nr", "moment"],
      example: #"{"doel_nr":1,"gemeten_door":"samen","moment":"eind","score":1,"traject":"T-0042"}"#)
  }

  private static var meting: Kind {
    Kind(
      "meting", "meting met een instrument", "measurement with an instrument",
      explained: Phrase(
        nl: "Een score op een vragenlijst, om begin en eind te vergelijken.",
        en: "A score on a questionnaire, to compare start and end."),
      in: .trajecten,
      fields: [
        traject,
        .reference("instrument", .instrument, "instrument", "instrument", .required),
        .code("moment", "moment", "moment", "moment", .required),
        .code("informant", "informant", "wie antwoordt", "who answers"),
        .decimal("score", Bounds.score, "score", "score", .personal),
        .decimal("volledigheid", 0...1, "deel van de vragen beantwoord", "share of questions answered"),
        dayIfKnown,
      ],
      needs: [.any("score", "reden_ontbreekt")],
      slot: ["traject", "instrument", "moment", "informant"],
      example: """
        {"informant":"ouder","instrument":"sdq","moment":"begin","score":24,"traject":"T-0042"}
        """)
  }

  private static var tevredenheid: Kind {
    Kind(
      "tevredenheid", "tevredenheid van een cliënt", "client satisfaction",
      explained: Phrase(
        nl:
          "Een antwoord op één vraag, met de schaal erbij; zonder traject hoort het bij een aanbieder en een periode.",
        en: "An answer to one question, with its scale; without a trajectory it belongs to a provider and a period."),
      in: .trajecten,
      fields: [
        .reference("traject", .traject, "traject", "trajectory", .personal),
        .reference("aanbieder", .aanbieder, "aanbieder", "provider"),
        .period("periode", "periode", "period"),
        .code("informant", "informant", "wie antwoordt", "who answers", .required),
        .reference("instrument", .instrument, "instrument", "instrument", .required),
        .code("vraag", "tevredenheidsvraag", "waarover gevraagd is", "what was asked about"),
        .decimal("score", Bounds.score, "score", "score", .personal),
        .decimal("schaal_min", Bounds.score, "laagste score van de schaal", "lowest score of the scale"),
        .decimal("schaal_max", Bounds.score, "hoogste score van de schaal", "highest score of the scale"),
        .code("herkomst", "herkomst_tevredenheid", "herkomst van de vraag", "where the question comes from"),
        .count(
          "antwoorden", "aantal antwoorden waarvan dit het gemiddelde is", "number of answers this is the mean of"),
        dayIfKnown,
      ],
      needs: [
        Requirement([["traject"], ["aanbieder", "periode"]]),
        Requirement([["score", "schaal_min", "schaal_max"], ["reden_ontbreekt"]]),
      ],
      rules: [.ordered("schaal_min", "schaal_max"), .within(value: "score", low: "schaal_min", high: "schaal_max")],
      slot: ["traject", "informant", "instrument", "vraag", "aanbieder", "periode"],
      example: """
        {"informant":"ouder","instrument":"exit","schaal_max":10,"schaal_min":1,"score":8,"traject":"T-0042","vraag":"nut"}
        """)
  }

  private static var zonderHulpVerder: Kind {
    Kind(
      "zonder_hulp_verder", "verder zonder hulp", "managing without care",
      explained: Phrase(
        nl: "Welke hulp er na dit traject nog nodig is, volgens jeugdige of ouder.",
        en: "What care is still needed after this trajectory, according to the young person or a parent."),
      in: .trajecten,
      fields: [
        traject,
        .code("informant", "informant", "wie antwoordt", "who answers", .required),
        .code("antwoord", "zonder_hulp", "antwoord", "answer", .personal),
        dayIfKnown,
      ],
      needs: [.any("antwoord", "reden_ontbreekt")],
      slot: ["traject", "informant"],
      example: #"{"antwoord":"03","informant":"jeugdige","traject":"T-0042"}"#)
  }
}
