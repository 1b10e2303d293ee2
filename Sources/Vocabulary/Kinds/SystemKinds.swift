import Words

/// What Veldlog itself writes, and the structural kinds of the log format (SyncSpecs: line, log, members, erasure).
extension Kind {
  static var systeem: [Kind] {
    [
      werkruimte, naam, intrekking, importKind, export, melding, meldingAfgehandeld, signaalBron, definitieGewijzigd,
      wissingUitgevoerd,
    ] + structural
  }

  private static var werkruimte: Kind {
    Kind(
      "werkruimte", "naam van de werkruimte", "name of the workspace",
      explained: Phrase(nl: "Hoe deze werkruimte heet.", en: "What this workspace is called."),
      in: .systeem,
      fields: [.text("naam", "naam", "name", .required)],
      slot: [],
      origin: .program,
      example: #"{"naam":"Voorbeeld"}"#)
  }

  private static var naam: Kind {
    Kind(
      "naam", "naam van een log", "name of a log",
      explained: Phrase(
        nl: "Wie of welk apparaat een log schrijft; een functie is genoeg.",
        en: "Who or which device writes a log; a role is enough."),
      in: .systeem,
      fields: [logField, .text("naam", "naam", "name", [.required, .personal])],
      slot: ["log"],
      origin: .program,
      example: #"{"log":"7k3f9q2mx4tz","naam":"onderzoeker Zeeland"}"#)
  }

  private static let logField = Field.reference("log", .logID, "log", "log", .required)

  private static var intrekking: Kind {
    Kind(
      "intrekking", "intrekking", "retraction",
      explained: Phrase(
        nl: "De feiten die deze regel vervangt, gelden niet meer.",
        en: "The facts that this line replaces no longer hold."),
      in: .systeem,
      fields: [.text("reden", "reden", "reason", .required)],
      slot: nil, origin: .program,
      example: #"{"reden":"dubbel ingevoerd"}"#)
  }

  private static var importKind: Kind {
    Kind(
      "import", "import", "import",
      explained: Phrase(
        nl: "Een ingelezen bestand, met de telling van zijn rijen; ermee is de import terug te draaien.",
        en: "A file that was read in, with the count of its rows; the import can be undone by it."),
      in: .systeem,
      fields: [
        Field("bestand", .fileName, "bestand", "file", []),
        Field("sha256", .hash, "SHA-256 van het bestand", "SHA-256 of the file", .required),
        .code("soort", "importsoort", "soort", "sort", .required),
        .text("kind", "soort feit", "kind of fact"),
        .count("rijen", "rijen", "rows", .required, unit: Unit.rijen),
        .count("vastgelegd", "vastgelegd", "recorded", .required, unit: Unit.rijen),
        .count("bekend", "al bekend", "known already", .required, unit: Unit.rijen),
        .count("gewijzigd", "gewijzigd", "changed", .required, unit: Unit.rijen),
        .count("geweigerd", "geweigerd", "rejected", .required, unit: Unit.rijen),
        .reference("eerste", .line, "eerste feit", "first fact"),
        .reference("laatste", .line, "laatste feit", "last fact"),
      ],
      slot: nil, origin: .program,
      example: """
        {"bekend":0,"bestand":"trajecten.csv","geweigerd":2,"gewijzigd":0,"rijen":12,\
        "sha256":"00000000000000000000000000000000000000000000000000000000000000aa","soort":"csv","vastgelegd":10}
        """)
  }

  private static var export: Kind {
    Kind(
      "export", "uitvoer", "export",
      explained: Phrase(
        nl: "Een tabel die naar buiten is gegaan: welke, op welk niveau en voor wie.",
        en: "A table that went out: which one, at what level and for whom."),
      in: .systeem,
      fields: [
        .text("tabel", "tabel of vraag", "table or question", .required),
        .code("niveau", "niveau", "niveau", "level", .required),
        Field("hash", .hash, "SHA-256 van het bestand", "SHA-256 of the file", []),
        .text("ontvanger", "ontvanger", "recipient", .personal),
        .count("rijen", "rijen", "rows", unit: Unit.rijen),
        .count("minimum", "kleinste aantal", "smallest count"),
        .count("onderdrukt", "onderdrukte cijfers", "figures suppressed"),
        Field("cellen", .list(.object), "wat er gegeven is, vóór afronding", "what was given, before rounding", []),
        Field(
          "definities", .list(.object), "eigen definities waarmee geteld is", "recorded definitions counted with", []),
      ],
      slot: nil, origin: .program,
      example: """
        {"cellen":[{"i":"uitval_breed@1","k":{"kwartaal":"2016k2"},"n":148,"x":15}],"minimum":10,\
        "niveau":"deelbaar","onderdrukt":0,"ontvanger":"regioteam","rijen":24,"tabel":"uitval_breed per kwartaal"}
        """)
  }

  private static var melding: Kind {
    Kind(
      "melding", "melding", "alert",
      explained: Phrase(
        nl: "Een regel die afging, over een aanbieder, contract of regio; nooit over één jeugdige.",
        en: "A rule that fired, about a provider, contract or region; never about one young person."),
      in: .systeem,
      fields: [
        .text("regel", "regel", "rule", .required),
        .text("object", "waarover", "about", .required),
        .period("periode", "periode", "period"),
        .decimal("waarde", Bounds.any, "waarde", "value"),
        .decimal("grens", Bounds.any, "grens", "limit"),
      ],
      slot: ["regel", "object", "periode"],
      origin: .program,
      example: """
        {"grens":25,"object":"zee-003","periode":"2016k2","regel":"instroom_boven_uitstroom","waarde":31}
        """)
  }

  private static var meldingAfgehandeld: Kind {
    Kind(
      "melding_afgehandeld", "melding afgehandeld", "alert handled",
      explained: Phrase(
        nl: "Wat met een melding gedaan is: contact opgenomen, door wie, met welk resultaat.",
        en: "What was done about an alert: contact made, by whom, with what result."),
      in: .systeem,
      fields: [
        .reference("melding", .line, "melding", "alert", .required),
        .date("datum", "datum", "date", .required),
        .text("door", "door", "by", .personal),
        .text("resultaat", "resultaat", "result"),
      ],
      slot: ["melding"],
      origin: .person,
      example: """
        {"datum":"2016-07-11","door":"contractmanager","melding":"7k3f9q2mx4tz:41#q83v","resultaat":"contact opgenomen"}
        """)
  }

  private static var signaalBron: Kind {
    Kind(
      "signaal_bron", "tegenspraak in een bron", "inconsistency in a source",
      explained: Phrase(
        nl: "Waar een bron zichzelf of een andere tegenspreekt; gemeld, nooit stil hersteld.",
        en: "Where a source contradicts itself or another; reported, never silently repaired."),
      in: .systeem,
      fields: [
        .text("plaats", "plaats", "place", .required),
        .text("tekst", "wat er niet klopt", "what is wrong", .required),
        .text("voorstel", "voorstel", "proposal"),
      ],
      slot: nil, origin: .person,
      example: #"{"bron":"B-01","plaats":"tabel 3","tekst":"ongeldige duizendtalgroep","voorstel":"zie bijlage 9"}"#)
  }

  private static var definitieGewijzigd: Kind {
    Kind(
      "definitie_gewijzigd", "definitie gewijzigd", "definition changed",
      explained: Phrase(
        nl: "Vanaf deze dag telt een indicator anders; een reeks breekt hier.",
        en: "From this day on an indicator counts otherwise; a series breaks here."),
      in: .systeem,
      fields: [
        .text("indicator", "indicator", "indicator", .required),
        .text("variant", "variant", "variant"),
        .date("datum", "datum", "date", .required),
        .code("regio", "regio", "regio", "region"),
        .text("tekst", "wat er verandert", "what changes"),
      ],
      slot: ["indicator", "variant", "datum", "regio"],
      origin: .person,
      example: #"{"datum":"2021-07-01","indicator":"zonder_hulp_verder","tekst":"andere antwoordschaal"}"#)
  }

  private static var wissingUitgevoerd: Kind {
    Kind(
      "wissing_uitgevoerd", "wissing uitgevoerd", "erasure carried out",
      explained: Phrase(
        nl: "Deze instantie heeft een wissing op haar schijf uitgevoerd.",
        en: "This instance has carried out an erasure on its disk."),
      in: .systeem,
      fields: [
        .reference("wissing", .line, "wissing", "erasure", .required),
        .count("regels", "gewiste regels", "lines erased"),
      ],
      slot: nil, origin: .program,
      example: #"{"regels":3,"wissing":"7k3f9q2mx4tz:57#q83v"}"#)
  }
}
