import Words

/// Interviews, what was said in them, and what was made of it.
extension Kind {
  static var onderzoek: [Kind] {
    [respondent, respondentNaam, interview, antwoord, quote, controle, fragmentcode, bron, score, uitspraak]
  }

  private static let interviewField = Field.reference("interview", .interview, "interview", "interview", .required)
  private static let regio = Field.code("regio", "regio", "regio", "region")

  private static var respondent: Kind {
    Kind(
      "respondent", "respondent", "respondent",
      explained: Phrase(
        nl: "Iemand die geïnterviewd wordt, onder een code; de naam staat apart en blijft op deze schijf.",
        en: "Someone who is interviewed, under a code; the name stands apart and stays on this disk."),
      in: .onderzoek,
      fields: [
        .reference(
          "respondent", .respondent, "code van de respondent", "code of the respondent", [.required, .personal]),
        regio,
        .code("functie", "functie", "functie", "role", [.required, .personal]),
        .boolean("sleutelrespondent", "sleutelrespondent", "key respondent"),
        .code("type", "respondenttype", "kant", "side"),
        .boolean("anoniem", "ook de instelling blijft ongenoemd", "the institution stays unnamed too"),
      ],
      slot: ["respondent"],
      example: """
        {"functie":"wethouder","regio":"zeeland","respondent":"R16","sleutelrespondent":false,"type":"politiek"}
        """)
  }

  private static var respondentNaam: Kind {
    Kind(
      "respondent_naam", "naam van een respondent", "name of a respondent",
      explained: Phrase(
        nl: "De naam achter een code; verlaat deze schijf nooit.",
        en: "The name behind a code; it never leaves this disk."),
      in: .onderzoek,
      fields: [
        .reference(
          "respondent", .respondent, "code van de respondent", "code of the respondent", [.required, .personal]),
        .text("naam", "naam", "name", [.required, .personal]),
        .text("contact", "hoe te bereiken", "how to reach", .personal),
      ],
      slot: ["respondent"], audience: .prive,
      example: #"{"contact":"via het secretariaat","naam":"Voorbeeldnaam","respondent":"R16"}"#)
  }

  private static var interview: Kind {
    Kind(
      "interview", "interview", "interview",
      explained: Phrase(
        nl: "Een gesprek met een of meer respondenten, volgens een topiclijst.",
        en: "A talk with one or more respondents, by a topic list."),
      in: .onderzoek,
      fields: [
        .reference("interview", .interview, "code van het interview", "code of the interview", .required),
        Field("respondenten", .list(.reference(.respondent)), "respondenten", "respondents", [.required, .personal]),
        regio,
        .date("datum", "datum", "date"),
        .integer("duur_min", 0...1440, "duur", "duration", unit: Unit.minuten),
        .code("wijze", "wijze", "wijze", "manner"),
        .text("topiclijst", "topiclijst", "topic list"),
        .text("topiclijst_versie", "versie van de topiclijst", "version of the topic list"),
        Field("verslag_hash", .hash, "SHA-256 van het verslag", "SHA-256 of the report", []),
      ],
      needs: [.any("datum", "reden_ontbreekt")],
      slot: ["interview"],
      example: """
        {"datum":"2016-03-02","duur_min":60,"interview":"I-0007","regio":"zeeland","respondenten":["R16"],\
        "topiclijst":"regio","topiclijst_versie":"1","wijze":"fysiek"}
        """)
  }

  private static var antwoord: Kind {
    Kind(
      "antwoord", "antwoord", "answer",
      explained: Phrase(
        nl: "Wat in een interview op één vraag is geantwoord: tekst, een code, een getal met eenheid, of waarom niet.",
        en: "What was answered to one question of an interview: text, a code, a number with its unit, or why not."),
      in: .onderzoek,
      fields: [
        interviewField,
        .text("topic", "onderwerp", "topic", .required),
        .text("vraag", "vraag", "question", .required),
        .text("topiclijst", "topiclijst", "topic list"),
        .text("doorvraag", "doorvraag die niet in de lijst staat", "follow-up that is not in the list", .personal),
        .text("tekst", "antwoord", "answer", .personal),
        .text("code", "gekozen code", "code chosen"),
        .decimal("waarde", Bounds.any, "getal", "number"),
        .text("eenheid", "eenheid van het getal", "unit of the number"),
        .period("periode", "periode van het getal", "period of the number"),
      ],
      needs: [.any("tekst", "waarde", "code", "reden_ontbreekt")],
      slot: ["interview", "vraag"],
      example: """
        {"interview":"I-0007","tekst":"voorbeeld van een antwoord","topic":"inkoopsystematiek","vraag":"4.2"}
        """)
  }

  private static var quote: Kind {
    Kind(
      "quote", "citaat", "quote",
      explained: Phrase(
        nl: "Woorden van een respondent; te gebruiken zodra de respondent ze heeft vrijgegeven.",
        en: "Words of a respondent; to be used once the respondent has released them."),
      in: .onderzoek,
      fields: [
        interviewField,
        .text("tekst", "citaat", "quote", [.required, .personal]),
        .text("rol_zoals_geciteerd", "rol zoals geciteerd", "role as quoted"),
        .code("vrijgave", "vrijgave", "vrijgave", "release", .required),
      ],
      slot: nil,
      example: """
        {"interview":"I-0007","rol_zoals_geciteerd":"wethouder","tekst":"voorbeeld van een citaat","vrijgave":"wacht"}
        """)
  }

  private static var controle: Kind {
    Kind(
      "controle", "controle door de respondent", "check by the respondent",
      explained: Phrase(
        nl: "Of de respondent het verslag heeft nagelezen, en met welke uitkomst.",
        en: "Whether the respondent has read the report, and with what outcome."),
      in: .onderzoek,
      fields: [
        interviewField,
        .reference("door", .respondent, "respondent", "respondent", .personal),
        .date("datum", "datum", "date", .required),
        .code("uitkomst", "controle_uitkomst", "uitkomst", "outcome", .required),
        .text("wijzigingen", "wijzigingen", "changes", .personal),
      ],
      slot: ["interview", "door"],
      example: #"{"datum":"2016-03-16","door":"R16","interview":"I-0007","uitkomst":"akkoord"}"#)
  }

  private static var fragmentcode: Kind {
    Kind(
      "fragmentcode", "code op een fragment", "code on a fragment",
      explained: Phrase(
        nl: "Een code die iemand aan een plaats in een interview of bron geeft; twee codeurs maken een kappa.",
        en: "A code that someone gives to a place in an interview or source; two coders make a kappa."),
      in: .onderzoek,
      fields: [
        .reference("interview", .interview, "interview", "interview"),
        .reference("bron", .bron, "bron", "source"),
        .text("plaats", "plaats", "place", .required),
        .text("code", "code", "code", .required),
        .text("codeur", "codeur", "coder"),
      ],
      needs: [.any("interview", "bron")],
      slot: ["interview", "bron", "plaats", "code", "codeur"],
      example: #"{"code":"administratieve_lasten","codeur":"A","interview":"I-0007","plaats":"vraag 4.2"}"#)
  }

  private static var bron: Kind {
    Kind(
      "bron", "bron", "source",
      explained: Phrase(
        nl: "Een document waaruit cijfers of fragmenten komen; een dubbele bron telt niet twee keer.",
        en: "A document that figures or fragments come from; a duplicate source does not count twice."),
      in: .onderzoek,
      fields: [
        .reference("bron", .bron, "code van de bron", "code of the source", .required),
        .text("titel", "titel", "title", .required),
        .year("jaar", "jaar", "year"),
        .code("soort", "bronsoort", "soort", "sort"),
        .boolean("vertrouwelijk", "vertrouwelijk", "confidential"),
        Field("hash", .hash, "SHA-256 van het bestand", "SHA-256 of the file", []),
        .reference("dubbel_van", .bron, "dubbel van", "duplicate of"),
      ],
      slot: ["bron"],
      example: #"{"bron":"B-01","jaar":2016,"soort":"rapport","titel":"Voorbeeldrapport","vertrouwelijk":false}"#)
  }

  private static var score: Kind {
    Kind(
      "score", "score op een onderwerp", "score on a subject",
      explained: Phrase(
        nl: "Een oordeel van ++ tot -- over een regio, methode, aanbieder of samenwerking; soms een bereik.",
        en: "A verdict from ++ to -- on a region, method, provider or co-operation; sometimes a range."),
      in: .onderzoek,
      fields: [
        .code("object", "scoreobject", "waarover", "about what", .required),
        regio,
        .reference("aanbieder", .aanbieder, "aanbieder", "provider"),
        .code("inkoopmethode", "inkoopmethode", "inkoopmethode", "purchasing method"),
        .text("partij_a", "ene partij", "one party"),
        .text("partij_b", "andere partij", "other party"),
        .code("onderwerp", "onderwerp", "onderwerp", "subject", .required),
        .code("waarde", "ordinaal", "score", "score"),
        .code("waarde_van", "ordinaal", "laagste score van een bereik", "lowest score of a range"),
        .code("waarde_tot", "ordinaal", "hoogste score van een bereik", "highest score of a range"),
        .code("richting", "richting", "welke kant goed is", "which way is good"),
        .texts("onderbouwing", "onderbouwing", "grounds"),
        .text("beoordelaar", "beoordelaar", "judged by"),
        .period("periode", "periode", "period"),
      ],
      needs: [
        Requirement([["regio"], ["aanbieder"], ["inkoopmethode"], ["partij_a", "partij_b"]]),
        Requirement([["waarde"], ["waarde_van", "waarde_tot"], ["reden_ontbreekt"]]),
      ],
      slot: [
        "object", "regio", "aanbieder", "inkoopmethode", "partij_a", "partij_b", "onderwerp", "beoordelaar", "periode",
      ],
      example: """
        {"object":"regio","onderwerp":"administratieve_lasten","regio":"zeeland","richting":"laag_goed","waarde":"+/-"}
        """)
  }

  private static var uitspraak: Kind {
    Kind(
      "uitspraak", "uitspraak", "claim",
      explained: Phrase(
        nl: "Een uitspraak uit een bron, en of de cijfers haar dragen.",
        en: "A claim from a source, and whether the figures bear it out."),
      in: .onderzoek,
      fields: [
        .text("tekst", "uitspraak", "claim", .required),
        .reference("bron", .bron, "bron", "source"),
        .text("plaats", "plaats", "place"),
        .text("toets", "berekening die haar toetst", "calculation that tests it"),
        .code("uitkomst", "uitspraak_uitkomst", "uitkomst", "outcome", .required),
      ],
      slot: nil,
      example: """
        {"bron":"B-01","plaats":"blz. 12","tekst":"voorbeeld van een uitspraak","uitkomst":"deels"}
        """)
  }
}
