import Words

/// Young people under a pseudonym, and what they, their parents and respondents agreed to.
extension Kind {
  static var instemming: [Kind] {
    [bezwaar, toestemming, toestemmingIngetrokken]
  }

  private static let datum = Field.date("datum", "datum", "date", .required)
  private static let consentSubjects: [Field] = [
    .reference("pseudoniem", .jeugdige, "pseudoniem", "pseudonym", .personal),
    .reference("respondent", .respondent, "respondent", "respondent", .personal),
  ]
  private static let consentSubject = Field.text("waarvoor", "waarvoor", "for what")

  static var jeugdigeIngeschreven: Kind {
    Kind(
      "jeugdige_ingeschreven", "jeugdige ingeschreven", "young person enrolled",
      explained: Phrase(
        nl: "Een jeugdige onder een pseudoniem, met de grondslag waarop gegevens bewaard worden.",
        en: "A young person under a pseudonym, with the legal ground for keeping data."),
      in: .trajecten,
      fields: [
        .reference("pseudoniem", .jeugdige, "pseudoniem", "pseudonym", [.required, .personal]),
        .integer("geboortejaar", 1980...2100, "geboortejaar", "year of birth", .personal),
        .code("leeftijdsgroep", "leeftijdsgroep", "leeftijdsgroep", "age group", .personal),
        .reference("gemeente", .gemeente, "gemeente", "municipality", .personal),
        .code("grondslag", "grondslag", "grondslag", "legal ground", .required),
        .code("toestemming_door", "toestemming_door", "toestemming door", "consent by", .personal),
      ],
      slot: ["pseudoniem"],
      example: """
        {"grondslag":"toestemming","leeftijdsgroep":"12-17","pseudoniem":"k7qm2x9fh3tz4bwd","toestemming_door":"beide"}
        """)
  }

  private static var bezwaar: Kind {
    Kind(
      "bezwaar", "bezwaar", "objection",
      explained: Phrase(
        nl: "Een jeugdige of ouder maakt bezwaar; latere uitvoer laat deze jeugdige weg.",
        en: "A young person or parent objects; later exports leave this young person out."),
      in: .trajecten,
      fields: [
        .reference("pseudoniem", .jeugdige, "pseudoniem", "pseudonym", [.required, .personal]),
        datum,
        .code("door", "toestemming_door", "door", "by"),
      ],
      slot: ["pseudoniem"],
      example: #"{"datum":"2016-09-05","door":"ouder","pseudoniem":"k7qm2x9fh3tz4bwd"}"#)
  }

  private static var toestemming: Kind {
    Kind(
      "toestemming", "toestemming", "consent",
      explained: Phrase(
        nl: "Een jeugdige, ouder of respondent stemt in met het gebruik van gegevens.",
        en: "A young person, parent or respondent agrees to the use of data."),
      in: .trajecten,
      fields: consentSubjects + [datum, .code("door", "toestemming_door", "door", "by"), consentSubject],
      needs: [.any("pseudoniem", "respondent")],
      slot: ["pseudoniem", "respondent", "waarvoor"],
      example: #"{"datum":"2016-01-11","door":"respondent","respondent":"R16","waarvoor":"interview"}"#)
  }

  private static var toestemmingIngetrokken: Kind {
    Kind(
      "toestemming_ingetrokken", "toestemming ingetrokken", "consent withdrawn",
      explained: Phrase(
        nl: "De toestemming geldt vanaf deze dag niet meer.", en: "Consent no longer holds from this day on."),
      in: .trajecten, fields: consentSubjects + [datum, consentSubject],
      needs: [.any("pseudoniem", "respondent")],
      slot: ["pseudoniem", "respondent", "waarvoor"],
      example: #"{"datum":"2016-10-03","respondent":"R16","waarvoor":"interview"}"#)
  }
}
