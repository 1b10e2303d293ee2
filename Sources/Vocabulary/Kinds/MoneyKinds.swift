import Words

/// Budgets, spending, and what providers can take on.
extension Kind {
  static var geldEnCapaciteit: [Kind] {
    [
      budget, uitgave, factuurregel, resultaatbetaling, kwartaaloverzicht, wachtlijststand, formatie, lastenmeting,
      verevening,
    ]
  }

  private static let regio = Field.code("regio", "regio", "regio", "region")
  private static let gemeente = Field.reference("gemeente", .gemeente, "gemeente", "municipality")
  private static let aanbieder = Field.reference("aanbieder", .aanbieder, "aanbieder", "provider")
  private static let contract = Field.reference("contract", .contract, "contract", "contract")
  private static let amount = Field.cents("bedrag_cent", "bedrag", "amount")
  private static let amountNeeded = Requirement.any("bedrag_cent", "reden_ontbreekt")

  private static var budget: Kind {
    Kind(
      "budget", "budget", "budget",
      explained: Phrase(
        nl: "Een bedrag voor een jaar, met de grondslag waaruit het volgt.",
        en: "An amount for a year, with the basis it follows from."),
      in: .geldEnCapaciteit,
      fields: [
        regio, aanbieder, gemeente,
        .year("jaar", "jaar", "year", .required),
        .code("soort", "budgetsoort", "soort", "sort", .required),
        .code("grondslag", "budgetgrondslag", "grondslag", "basis"),
        amount,
      ],
      needs: [.any("regio", "aanbieder", "gemeente"), amountNeeded],
      slot: ["regio", "aanbieder", "gemeente", "jaar", "soort", "grondslag"],
      example: """
        {"bedrag_cent":8577087900,"grondslag":"objectief_verdeelmodel","jaar":2016,"regio":"zeeland","soort":"rijksbudget"}
        """)
  }

  private static var uitgave: Kind {
    Kind(
      "uitgave", "uitgave", "spending",
      explained: Phrase(
        nl: "Wat in een periode besteed is aan een contract, aanbieder of regio.",
        en: "What was spent in a period on a contract, provider or region."),
      in: .geldEnCapaciteit,
      fields: [
        contract, aanbieder, regio,
        .period("periode", "periode", "period", .required),
        .text("post", "post", "item"),
        amount,
        .count("clienten", "cliënten", "clients", unit: Unit.clienten),
      ],
      needs: [.any("contract", "aanbieder", "regio"), amountNeeded],
      slot: ["contract", "aanbieder", "regio", "periode", "post"],
      example: #"{"bedrag_cent":31250000,"clienten":48,"contract":"C-2016-03","periode":"2016k1"}"#)
  }

  private static var factuurregel: Kind {
    Kind(
      "factuurregel", "factuurregel", "invoice line",
      explained: Phrase(
        nl: "Aantal maal tarief van een traject of product.", en: "Quantity times rate of a trajectory or product."),
      in: .geldEnCapaciteit,
      fields: [
        .text("regel", "nummer van de regel", "number of the line"),
        .reference("traject", .traject, "traject", "trajectory", .personal),
        .text("product", "product", "product"),
        aanbieder,
        .period("periode", "periode", "period"),
        .code("eenheid", "eenheid", "eenheid", "unit", .required),
        .decimal("aantal", Bounds.quantity, "aantal", "quantity", .required),
        .cents("tarief_cent", "tarief", "rate"),
        amount,
      ],
      needs: [.any("traject", "product"), .any("tarief_cent", "bedrag_cent")],
      slot: nil,
      example: """
        {"aantal":7.5,"eenheid":"04","periode":"2016-03","product":"ambulant","tarief_cent":8950,"traject":"T-0042"}
        """)
  }

  private static var resultaatbetaling: Kind {
    Kind(
      "resultaatbetaling", "betaling op resultaat", "payment by result",
      explained: Phrase(
        nl: "Een deel van de trajectprijs, betaald bij de aanvang of het einde, of teruggevorderd.",
        en: "A part of the trajectory price, paid at the start or the end, or claimed back."),
      in: .geldEnCapaciteit,
      fields: [
        .reference("traject", .traject, "traject", "trajectory", [.required, .personal]),
        .code("termijn", "termijn", "termijn", "instalment", .required),
        .cents("bedrag_cent", "bedrag", "amount", .required),
        .text("voorwaarde", "voorwaarde", "condition"),
        .boolean("terugvordering", "teruggevorderd", "claimed back"),
        .date("datum", "datum", "date"),
      ],
      slot: ["traject", "termijn", "terugvordering"],
      example: #"{"bedrag_cent":1710000,"datum":"2016-02-29","termijn":"aanvang","traject":"T-0042"}"#)
  }

  private static var kwartaaloverzicht: Kind {
    Kind(
      "kwartaaloverzicht", "kwartaaloverzicht", "quarterly overview",
      explained: Phrase(
        nl: "In-, door- en uitstroom van een aanbieder in een kwartaal; begin + instroom − uitstroom = eind.",
        en: "Inflow, throughflow and outflow of a provider in a quarter; start + inflow − outflow = end."),
      in: .geldEnCapaciteit,
      fields: [
        .reference("aanbieder", .aanbieder, "aanbieder", "provider", .required),
        regio,
        .period("kwartaal", "kwartaal", "quarter", .required),
        .count("begin", "in zorg op de eerste dag", "in care on the first day"),
        .count("instroom", "instroom", "inflow"),
        .count("doorstroom", "doorstroom", "throughflow"),
        .count("uitstroom", "uitstroom", "outflow"),
        .count("eind", "in zorg op de laatste dag", "in care on the last day"),
        .count("wachtend", "wachtend", "waiting"),
        .cents("uitgave_cent", "besteed", "spent"),
        .code("telt", "telt", "wat geteld is", "what was counted", .required),
      ],
      needs: [
        .any("begin", "instroom", "doorstroom", "uitstroom", "eind", "wachtend", "uitgave_cent", "reden_ontbreekt")
      ],
      slot: ["aanbieder", "regio", "kwartaal", "telt"],
      example: """
        {"aanbieder":"zee-003","begin":120,"eind":126,"instroom":31,"kwartaal":"2016k2","telt":"trajecten","uitstroom":25}
        """)
  }

  private static var wachtlijststand: Kind {
    Kind(
      "wachtlijststand", "stand van de wachtlijst", "state of the waiting list",
      explained: Phrase(
        nl: "Hoeveel jeugdigen op één dag wachten, en hoelang.",
        en: "How many young people wait on one day, and how long."),
      in: .geldEnCapaciteit,
      fields: [
        aanbieder, regio,
        .code("hulpvorm", "hulpvorm", "hulpvorm", "form of care"),
        .date("peildatum", "peildatum", "day of the count", .required),
        .count("wachtend", "wachtend", "waiting", unit: Unit.jeugdigen),
        .days("mediaan_dgn", "mediane wachttijd", "median waiting time"),
        .days("langste_dgn", "langste wachttijd", "longest waiting time"),
      ],
      needs: [.any("aanbieder", "regio"), .any("wachtend", "mediaan_dgn", "langste_dgn", "reden_ontbreekt")],
      rules: [.ordered("mediaan_dgn", "langste_dgn")],
      slot: ["aanbieder", "regio", "hulpvorm", "peildatum"],
      example: """
        {"aanbieder":"zee-003","hulpvorm":"02","langste_dgn":140,"mediaan_dgn":35,"peildatum":"2016-06-30","wachtend":17}
        """)
  }

  private static var formatie: Kind {
    Kind(
      "formatie", "formatie", "staffing",
      explained: Phrase(
        nl: "Hoeveel fte voor inkoop, frontlinie of administratie werkt; een bron geeft soms een bereik.",
        en:
          "How many full-time equivalents work on purchasing, front line or administration; a source may give a range."),
      in: .geldEnCapaciteit,
      fields: [
        regio, gemeente, aanbieder,
        .code("functie", "formatiefunctie", "waarvoor", "what for", .required),
        .decimal("fte", Bounds.quantity, "fte", "full-time equivalents", unit: Unit.fte),
        .decimal("fte_tot", Bounds.quantity, "bovenkant van een bereik", "upper end of a range", unit: Unit.fte),
        .date("peildatum", "peildatum", "day of the count"),
      ],
      needs: [.any("regio", "gemeente", "aanbieder"), .any("fte", "reden_ontbreekt")],
      rules: [.ordered("fte", "fte_tot")],
      slot: ["regio", "gemeente", "aanbieder", "functie", "peildatum"],
      example: #"{"fte":8.7,"functie":"inkoopteam","regio":"twente"}"#)
  }

  private static var lastenmeting: Kind {
    Kind(
      "lastenmeting", "meting van administratieve lasten", "measurement of administrative burden",
      explained: Phrase(
        nl: "Uren die een partij aan één deel van de administratie besteedt.",
        en: "Hours that a party spends on one part of administration."),
      in: .geldEnCapaciteit,
      fields: [
        .text("partij", "partij", "party", .required),
        regio,
        .code("deelproces", "deelproces", "deelproces", "part", .required),
        .decimal("uren", Bounds.quantity, "uren", "hours", unit: Unit.uren),
        .period("periode", "periode", "period", .required),
      ],
      needs: [.any("uren", "reden_ontbreekt")],
      slot: ["partij", "regio", "deelproces", "periode"],
      example: #"{"deelproces":"contracteren","partij":"inkoopteam","periode":"2016","regio":"zeeland","uren":640}"#)
  }

  private static var verevening: Kind {
    Kind(
      "verevening", "verevening", "settlement",
      explained: Phrase(
        nl: "Hoe gemeenten van een regio kosten delen: beginsel, sleutel en het bedrag van één gemeente.",
        en: "How municipalities of a region share costs: principle, key and the amount of one municipality."),
      in: .geldEnCapaciteit,
      fields: [
        .code("regio", "regio", "regio", "region", .required),
        .year("jaar", "jaar", "year", .required),
        gemeente,
        .code("beginsel", "beginsel", "beginsel", "principle", .required),
        .text("sleutel", "verdeelsleutel", "key"),
        amount,
        .text("uitkomst", "uitkomst", "outcome"),
      ],
      slot: ["regio", "jaar", "gemeente"],
      example: #"{"beginsel":"solidariteit","jaar":2015,"regio":"zeeland","sleutel":"inwoners"}"#)
  }
}
