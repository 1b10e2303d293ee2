import Words

/// Trajectories from referral to end and return.
extension Kind {
  static var trajecten: [Kind] {
    [jeugdigeIngeschreven, aanmelding, intake, trajectGestart] + metingen + [
      afspraak, intensiteitGewijzigd, hulpvormGewijzigd, trajectOnderbroken, trajectHervat, trajectBeeindigd, terugkeer,
    ] + instemming
  }

  private static let traject = Field.reference("traject", .traject, "traject", "trajectory", [.required, .personal])
  private static let pseudoniem = Field.reference("pseudoniem", .jeugdige, "pseudoniem", "pseudonym", .personal)
  private static let datum = Field.date("datum", "datum", "date", .required)

  private static var aanmelding: Kind {
    Kind(
      "aanmelding", "aanmelding", "referral",
      explained: Phrase(
        nl: "De dag waarop een jeugdige bij een aanbieder is aangemeld; hier begint de wachttijd.",
        en: "The day a young person was referred to a provider; the waiting time starts here."),
      in: .trajecten,
      fields: [
        pseudoniem,
        .reference("traject", .traject, "traject", "trajectory", .personal),
        .reference("aanbieder", .aanbieder, "aanbieder", "provider"),
        datum,
        .code("verwijzer", "verwijzer", "verwijzer", "referrer"),
      ],
      needs: [.any("pseudoniem", "traject")],
      slot: ["pseudoniem", "traject", "aanbieder", "datum"],
      example: """
        {"aanbieder":"zee-003","datum":"2016-01-11","traject":"T-0042","verwijzer":"02"}
        """)
  }

  private static var intake: Kind {
    Kind(
      "intake", "intake", "intake",
      explained: Phrase(nl: "De dag van het eerste gesprek.", en: "The day of the first meeting."),
      in: .trajecten,
      fields: [traject, datum],
      slot: ["traject"],
      example: #"{"datum":"2016-02-01","traject":"T-0042"}"#)
  }

  private static var trajectGestart: Kind {
    Kind(
      "traject_gestart", "traject gestart", "trajectory started",
      explained: Phrase(
        nl: "De dag waarop hulp echt begint; een traject is één hulpvorm van één jeugdige bij één aanbieder.",
        en: "The day care really starts; a trajectory is one form of care for one young person at one provider."),
      in: .trajecten,
      fields: [
        traject,
        .reference("aanbieder", .aanbieder, "aanbieder", "provider", .required),
        .code("regio", "regio", "regio", "region"),
        datum, pseudoniem,
        .reference("uitvoerder", .aanbieder, "onderaannemer die de hulp geeft", "subcontractor who gives the care"),
        .code("hulpvorm", "hulpvorm", "hulpvorm", "form of care"),
        .code("productcategorie", "productcategorie", "productcategorie", "product category"),
        .code("perspectief", "perspectief", "perspectief", "perspective"),
        .boolean("crisis", "gestart met een crisis", "started in a crisis"),
        .reference("profiel", .clientprofiel, "cliëntprofiel", "client profile"),
        .code("intensiteit", "intensiteit", "intensiteit", "intensity"),
        .code("verwijzer", "verwijzer", "verwijzer", "referrer"),
        .reference("gemeente", .gemeente, "gemeente", "municipality", .personal),
        .code("leeftijdsgroep", "leeftijdsgroep", "leeftijdsgroep", "age group", .personal),
        .text("zorgvraag", "zorgvraag", "need for care", .personal),
        .reference("contract", .contract, "contract", "contract"),
        .cents("prijs_vooraf_cent", "prijs vooraf", "price known beforehand"),
        .reference("voorganger", .traject, "eerder traject onder garantie", "earlier one under guarantee", .personal),
      ],
      slot: ["traject"],
      example: """
        {"aanbieder":"zee-003","datum":"2016-02-15","hulpvorm":"02","regio":"zeeland","traject":"T-0042","verwijzer":"02"}
        """)
  }

  private static var afspraak: Kind {
    Kind(
      "afspraak", "afspraak", "appointment",
      explained: Phrase(
        nl: "Een afspraak en of zij doorging; voor no-show telt de afspraak, niet het traject.",
        en: "An appointment and whether it took place; for no-show the appointment counts, not the trajectory."),
      in: .trajecten,
      fields: [
        traject, datum,
        .integer("afspraak_nr", 1...100, "nummer op die dag", "number on that day"),
        .code("status", "afspraakstatus", "status", "status", .required),
        .code("door", "wie", "afgezegd door", "cancelled by"),
      ],
      slot: ["traject", "datum", "afspraak_nr"],
      example: #"{"datum":"2016-03-02","status":"no_show","traject":"T-0042"}"#)
  }

  private static var intensiteitGewijzigd: Kind {
    Kind(
      "intensiteit_gewijzigd", "intensiteit gewijzigd", "intensity changed",
      explained: Phrase(
        nl: "Het traject gaat door met een andere intensiteit.", en: "The trajectory goes on at another intensity."),
      in: .trajecten,
      fields: [traject, datum, .code("intensiteit", "intensiteit", "nieuwe intensiteit", "new intensity", .required)],
      slot: ["traject", "datum"],
      example: #"{"datum":"2016-05-02","intensiteit":"duurzaam","traject":"T-0042"}"#)
  }

  private static var hulpvormGewijzigd: Kind {
    Kind(
      "hulpvorm_gewijzigd", "hulpvorm gewijzigd", "form of care changed",
      explained: Phrase(
        nl: "De hulpvorm verandert: dit traject sluit en een nieuw traject opent.",
        en: "The form of care changes: this trajectory closes and a new one opens."),
      in: .trajecten,
      fields: [
        traject, datum,
        .code("hulpvorm", "hulpvorm", "nieuwe hulpvorm", "new form of care", .required),
        .reference("nieuw_traject", .traject, "nieuw traject", "new trajectory", .personal),
      ],
      slot: ["traject", "datum"],
      example: #"{"datum":"2016-05-02","hulpvorm":"03","nieuw_traject":"T-0043","traject":"T-0042"}"#)
  }

  private static var trajectOnderbroken: Kind {
    Kind(
      "traject_onderbroken", "traject onderbroken", "trajectory interrupted",
      explained: Phrase(
        nl: "De hulp ligt stil; het traject is niet beëindigd.", en: "Care pauses; the trajectory has not ended."),
      in: .trajecten, fields: [traject, datum, .text("reden", "reden", "reason", .personal)],
      slot: ["traject", "datum"],
      example: #"{"datum":"2016-07-01","reden":"zomervakantie","traject":"T-0042"}"#)
  }

  private static var trajectHervat: Kind {
    Kind(
      "traject_hervat", "traject hervat", "trajectory resumed",
      explained: Phrase(nl: "De hulp gaat na een onderbreking verder.", en: "Care goes on after an interruption."),
      in: .trajecten, fields: [traject, datum],
      slot: ["traject", "datum"],
      example: #"{"datum":"2016-08-29","traject":"T-0042"}"#)
  }

  private static var trajectBeeindigd: Kind {
    Kind(
      "traject_beeindigd", "traject beëindigd", "trajectory ended",
      explained: Phrase(
        nl: "De laatste dag van de hulp en de reden. Zonder reden telt het traject als onbekend, niet als uitval.",
        en: "The last day of care and the reason. Without a reason it counts as unknown, not as dropout."),
      in: .trajecten,
      fields: [
        traject, datum,
        .code("reden", "reden", "reden van beëindiging", "reason for ending"),
        .code("reden_bron", "reden_ijw", "reden in het stopbericht", "reason in the stop message"),
        .code("resultaat", "resultaat", "resultaat", "result"),
        .text("uitstroom_naar", "uitstroom naar", "left for"),
      ],
      slot: ["traject"],
      example: #"{"datum":"2016-11-30","reden":"01","reden_bron":"31","resultaat":"gerealiseerd","traject":"T-0042"}"#)
  }

  private static var terugkeer: Kind {
    Kind(
      "terugkeer", "terugkeer", "return",
      explained: Phrase(
        nl: "Een mens heeft beoordeeld of een nieuw traject een terugkeer is, en of het onder de garantie valt.",
        en: "A person judged whether a new trajectory is a return, and whether the guarantee covers it."),
      in: .trajecten,
      fields: [
        pseudoniem,
        .reference("nieuw_traject", .traject, "nieuw traject", "new trajectory", [.required, .personal]),
        .reference("eerder_traject", .traject, "eerder traject", "earlier trajectory", [.required, .personal]),
        .boolean("zelfde_zorgvraag", "zelfde zorgvraag", "same need for care"),
        .boolean("binnen_garantie", "binnen de garantie", "within the guarantee"),
        .date("datum", "datum", "date"),
      ],
      slot: ["nieuw_traject", "eerder_traject"],
      example: """
        {"binnen_garantie":true,"eerder_traject":"T-0042","nieuw_traject":"T-0077","zelfde_zorgvraag":true}
        """)
  }
}
