import Words

/// Regions, providers, contracts, and what figures are held against.
extension Kind {
  static var referentie: [Kind] {
    [
      regio, gemeente, regiokenmerk, aanbieder, contract, tarief, clientprofiel, instrument, definitie, norm,
      bandbreedte,
    ]
  }

  private static var regio: Kind {
    Kind(
      "regio", "regio", "region",
      explained: Phrase(
        nl: "Een jeugdregio: hoe zij inkoopt en hoe gemeenten de kosten delen.",
        en: "A youth care region: how it purchases and how municipalities share the cost."),
      in: .referentie,
      fields: [
        .reference("regio", .regio, "code van de regio", "code of the region", .required),
        .text("naam", "naam", "name"),
        .texts("aliassen", "andere namen", "other names"),
        .code("inkoopmethode", "inkoopmethode", "inkoopmethode", "purchasing method"),
        .code("beginsel", "beginsel", "verdeling van kosten", "sharing of costs"),
        .text("samenwerkingsvorm", "samenwerkingsvorm", "form of co-operation"),
        .text("provincie", "provincie", "province"),
        .code("centrumgemeente", "ja_nee_nvt", "met centrumgemeente", "with a lead municipality"),
        .boolean("respons", "heeft geantwoord op de inventarisatie", "answered the inventory"),
        .date("geldig_van", "geldig van", "valid from"),
        .date("geldig_tot", "geldig tot en met", "valid to"),
      ],
      rules: [.ordered("geldig_van", "geldig_tot")],
      slot: ["regio"],
      example: #"{"beginsel":"profijt","inkoopmethode":"inspanning","naam":"Zeeland","regio":"zeeland"}"#)
  }

  private static var gemeente: Kind {
    Kind(
      "gemeente", "gemeente", "municipality",
      explained: Phrase(
        nl: "Een gemeente, haar regio en haar inwoners in een jaar.",
        en: "A municipality, its region and its inhabitants in a year."),
      in: .referentie,
      fields: [
        .reference("gemeente", .gemeente, "CBS-code van de gemeente", "CBS code of the municipality", .required),
        .text("naam", "naam", "name"),
        .code("regio", "regio", "regio", "region"),
        .count("inwoners", "inwoners", "inhabitants", unit: Unit.inwoners),
        .count("jeugdigen", "jeugdigen", "young people", unit: Unit.jeugdigen),
        .year("peiljaar", "peiljaar", "year of the counts"),
      ],
      slot: ["gemeente", "peiljaar"],
      example: #"{"gemeente":"GM9999","inwoners":54000,"naam":"Voorbeeldstad","peiljaar":2016,"regio":"zeeland"}"#)
  }

  private static var regiokenmerk: Kind {
    Kind(
      "regiokenmerk", "kenmerk van een regio", "characteristic of a region",
      explained: Phrase(
        nl: "Eén aantal van een regio in een periode, met de eenheid erbij.",
        en: "One count of a region in a period, with its unit."),
      in: .referentie,
      fields: [
        .code("regio", "regio", "regio", "region", .required),
        .period("periode", "periode", "period", .required),
        .code("kenmerk", "kenmerk", "kenmerk", "characteristic", .required),
        .count("aantal", "aantal", "count"),
        .text("eenheid", "eenheid", "unit"),
      ],
      needs: [.any("aantal", "reden_ontbreekt")],
      slot: ["regio", "periode", "kenmerk", "eenheid"],
      example: #"{"aantal":141,"kenmerk":"aanbieders","periode":"2016","regio":"zeeland"}"#)
  }

  private static var aanbieder: Kind {
    Kind(
      "aanbieder", "aanbieder", "provider",
      explained: Phrase(
        nl: "Een aanbieder van jeugdhulp, onder een code; de naam mag wegblijven.",
        en: "A youth care provider, under a code; the name may be left out."),
      in: .referentie,
      fields: [
        .reference("aanbieder", .aanbieder, "code van de aanbieder", "code of the provider", .required),
        .text("naam", "naam", "name"),
        .code("regio", "regio", "regio", "region"),
        .code("grootte", "grootte", "grootte", "size"),
        .boolean("gevestigd_in_regio", "gevestigd in de regio", "located in the region"),
        .reference("hoofdaannemer", .aanbieder, "hoofdaannemer", "main contractor"),
        .boolean("anoniem", "naam blijft buiten uitvoer", "name stays out of exports"),
      ],
      slot: ["aanbieder"],
      example: #"{"aanbieder":"zee-003","grootte":"middel","regio":"zeeland"}"#)
  }

  private static var contract: Kind {
    Kind(
      "contract", "contract", "contract",
      explained: Phrase(
        nl: "Een overeenkomst tussen een regio en een aanbieder, met looptijd, methode en plafond.",
        en: "An agreement between a region and a provider, with term, method and ceiling."),
      in: .referentie,
      fields: [
        .reference("contract", .contract, "code van het contract", "code of the contract", .required),
        .reference("aanbieder", .aanbieder, "aanbieder", "provider", .required),
        .code("regio", "regio", "regio", "region"),
        .date("van", "eerste dag", "first day"),
        .date("tot", "laatste dag", "last day"),
        .code("methode", "inkoopmethode", "inkoopmethode", "purchasing method"),
        .cents("plafond_cent", "plafond", "ceiling"),
        .count("minimum_clienten", "minimum aantal cliënten", "minimum number of clients", unit: Unit.clienten),
        .text("zorgcategorie", "zorgcategorie of perceel", "category of care or lot"),
        .boolean("acceptatieplicht", "acceptatieplicht", "duty to accept clients"),
        .text("aanbestedingswijze", "wijze van aanbesteden", "way of tendering"),
        .text("verlenging", "mogelijke verlenging", "possible extension"),
      ],
      rules: [.ordered("van", "tot")],
      slot: ["contract"],
      example: """
        {"aanbieder":"zee-003","contract":"C-2016-03","methode":"inspanning","plafond_cent":125000000,"regio":"zeeland",\
        "tot":"2018-12-31","van":"2016-01-01"}
        """)
  }

  private static var tarief: Kind {
    Kind(
      "tarief", "tarief", "rate",
      explained: Phrase(
        nl: "Een prijs van een product of profiel, per eenheid, vanaf een dag.",
        en: "The price of a product or profile, per unit, from a day on."),
      in: .referentie,
      fields: [
        .reference("contract", .contract, "contract", "contract"),
        .code("regio", "regio", "regio", "region"),
        .reference("profiel", .clientprofiel, "cliëntprofiel", "client profile"),
        .code("intensiteit", "intensiteit", "intensiteit", "intensity"),
        .text("product", "product", "product"),
        .cents("bedrag_cent", "bedrag", "amount", .required),
        .code("per", "per", "per", "per", .required),
        .date("geldig_van", "geldig van", "valid from"),
      ],
      needs: [.any("contract", "regio")],
      slot: ["contract", "regio", "profiel", "intensiteit", "product", "per", "geldig_van"],
      example: #"{"bedrag_cent":3420000,"geldig_van":"2016-01-01","per":"traject","regio":"ijsselland"}"#)
  }

  private static var clientprofiel: Kind {
    Kind(
      "clientprofiel", "cliëntprofiel", "client profile",
      explained: Phrase(
        nl: "Een profiel waarmee een regio trajecten indeelt.", en: "A profile that a region sorts trajectories by."),
      in: .referentie,
      fields: [
        .reference("clientprofiel", .clientprofiel, "code van het profiel", "code of the profile", .required),
        .text("omschrijving", "omschrijving", "description", .required),
        .code("regio", "regio", "regio", "region"),
      ],
      slot: ["clientprofiel", "regio"],
      example: #"{"clientprofiel":"1","omschrijving":"voorbeeldprofiel","regio":"west-brabant-west"}"#)
  }

  private static var instrument: Kind {
    Kind(
      "instrument", "meetinstrument", "measuring instrument",
      explained: Phrase(
        nl: "Een vragenlijst of schaal: bereik, richting, afkapwaarde en wie haar invult.",
        en: "A questionnaire or scale: its range, direction, cut-off and who fills it in."),
      in: .referentie,
      fields: [
        .reference("instrument", .instrument, "code van het instrument", "code of the instrument", .required),
        .text("naam", "naam", "name"),
        .text("versie", "versie", "version"),
        .code("informant", "informant", "wie het invult", "who fills it in"),
        .decimal("schaal_min", Bounds.score, "laagste score", "lowest score"),
        .decimal("schaal_max", Bounds.score, "hoogste score", "highest score"),
        .code("richting", "richting", "welke kant goed is", "which way is good"),
        .decimal("afkap", Bounds.score, "afkapwaarde", "cut-off"),
        .decimal(
          "standaarddeviatie", Bounds.score, "standaarddeviatie in de normgroep", "standard deviation of the norm"),
        .decimal("betrouwbaarheid", 0...1, "betrouwbaarheid", "reliability"),
        .boolean("anoniem", "anoniem ingevuld", "filled in anonymously"),
        .code("moment", "moment", "moment van meten", "moment of measuring"),
      ],
      rules: [.ordered("schaal_min", "schaal_max")],
      slot: ["instrument", "versie", "informant"],
      example: """
        {"informant":"ouder","instrument":"exit","richting":"hoog_goed","schaal_max":10,"schaal_min":1,"versie":"2016"}
        """)
  }

  private static var definitie: Kind {
    Kind(
      "definitie", "definitie van een indicator", "definition of an indicator",
      explained: Phrase(
        nl: "Wat een indicator telt: teller en noemer in woorden of als formule. Elk cijfer noemt de zijne.",
        en: "What an indicator counts: numerator and denominator in words or as a formula. Every figure names its own."),
      in: .referentie,
      fields: [
        .text("indicator", "indicator", "indicator", .required),
        .text("variant", "variant", "variant"),
        .text("tekst", "omschrijving", "description"),
        .text("teller", "teller", "numerator"),
        .text("noemer", "noemer", "denominator"),
        .text("tabel", "soort feit die telt", "kind of fact that counts"),
        .text("filter", "waar het over gaat", "what it is about"),
        .code("maat", "maat", "wat ervan gemaakt wordt", "what is made of it"),
        .text("waarde", "veld met de waarde", "field with the value"),
        .code("richting", "richting", "welke kant goed is", "which way is good"),
        .integer("minimum_n", 5...1000, "kleinste noemer die getoond wordt", "smallest denominator shown"),
        .date("geldig_van", "geldig van", "valid from"),
      ],
      needs: [.any("tekst", "teller")],
      slot: ["indicator", "variant", "geldig_van"],
      example: """
        {"indicator":"uitval_voorbeeld","noemer":"beëindigde trajecten","teller":"reden 03","variant":"smal"}
        """)
  }

  private static var norm: Kind {
    Kind(
      "norm", "norm", "norm",
      explained: Phrase(
        nl: "Een waarde waar een indicator aan gehouden wordt, en van wie zij komt.",
        en: "A value that an indicator is held to, and whose it is."),
      in: .referentie,
      fields: [
        .text("indicator", "indicator", "indicator", .required),
        .decimal("waarde", Bounds.any, "waarde", "value", .required),
        .text("eenheid", "eenheid", "unit"),
        .code("regio", "regio", "regio", "region"),
        .period("periode", "periode", "period"),
      ],
      slot: ["indicator", "regio", "periode", "bron"],
      example: #"{"bron":"regionale afspraak","indicator":"wachttijd","waarde":4,"eenheid":"weken"}"#)
  }

  private static var bandbreedte: Kind {
    Kind(
      "bandbreedte", "bandbreedte", "band",
      explained: Phrase(
        nl: "Tussen welke grenzen een kenmerk ligt, om regio's te kiezen.",
        en: "The bounds a characteristic lies in, for choosing regions."),
      in: .referentie,
      fields: [
        .text("set", "naam van de set", "name of the set", .required),
        .text("kenmerk", "kenmerk", "characteristic", .required),
        .decimal("min", Bounds.any, "ondergrens", "lower bound"),
        .decimal("max", Bounds.any, "bovengrens", "upper bound"),
        .code("grens", "grens", "of de grens meetelt", "whether the bound counts"),
      ],
      needs: [.any("min", "max")],
      rules: [.ordered("min", "max")],
      slot: ["set", "kenmerk"],
      example: #"{"grens":"inclusief","kenmerk":"aandeel_jeugdigen","max":26,"min":22,"set":"voorbeeld"}"#)
  }
}
