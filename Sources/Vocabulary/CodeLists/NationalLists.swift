import Words

/// Code lists that the whole country uses: of CBS (Informatieprotocol Beleidsinformatie Jeugd) and iJw.
extension CodeList {
  static var national: [CodeList] {
    [reden, redenBron, verwijzer, hulpvorm, perspectief, productcategorie, eenheid, frequentie]
  }

  private static let cbs = "CBS, Informatieprotocol Beleidsinformatie Jeugd, versie 7 (2021)"

  static var reden: CodeList {
    CodeList(
      "reden", "reden van beëindiging (CBS)", "reason for ending (CBS)", source: cbs,
      codes: [
        Code("01", "volgens plan", "as planned", ["Beëindigd volgens plan"]),
        Code(
          "02", "voortijdig, in overeenstemming", "early, by agreement", ["Voortijdig afgesloten: in overeenstemming"]),
        Code(
          "03", "voortijdig, eenzijdig door de cliënt", "early, by the client alone",
          ["Voortijdig afgesloten: eenzijdig door de cliënt"],
          note: Phrase(nl: "uitval, smal en breed", en: "dropout (uitval), narrow and broad")),
        Code(
          "04", "voortijdig, eenzijdig door de aanbieder", "early, by the provider alone",
          ["Voortijdig afgesloten: eenzijdig door de aanbieder"],
          note: Phrase(nl: "alleen uitval in brede zin", en: "dropout (uitval) in the broad sense only")),
        Code(
          "05", "voortijdig, wegens externe omstandigheden", "early, through outside circumstances",
          ["Voortijdig afgesloten: wegens externe omstandigheden"]),
      ])
  }

  /// The codes of iJw's stop message; `IJwReason` holds the way to `reden`.
  static var redenBron: CodeList {
    CodeList(
      "reden_ijw", "reden van beëindiging in het stopbericht (JW307)", "reason for ending in the stop message (JW307)",
      source: "iJw 3.2, codelijst JZ588", codes: IJwReason.all.map(\.code))
  }

  static var verwijzer: CodeList {
    CodeList(
      "verwijzer", "verwijzer", "referrer", source: "CBS; iJw 3.2, codelijst COD327",
      codes: [
        Code("01", "gemeentelijke toegang", "municipal access", ["gemeente"]),
        Code("02", "huisarts", "general practitioner"),
        Code("03", "jeugdarts", "youth health doctor"),
        Code("04", "gecertificeerde instelling", "certified institution", ["GI"]),
        Code("05", "medisch specialist", "medical specialist"),
        Code("06", "geen verwijzer", "no referrer", ["zelfverwijzer"]),
        Code(
          "07", "onbekend", "unknown",
          note: Phrase(nl: "alleen voor hulp van voor 2015", en: "only for care from before 2015")),
        Code(
          "08", "rechter, officier van justitie of JJI", "judge, public prosecutor or youth custody",
          ["rechter", "officier van justitie", "functionaris JJI"]),
      ])
  }

  static var hulpvorm: CodeList {
    CodeList(
      "hulpvorm", "hulpvorm", "form of care", source: cbs,
      codes: [
        Code("01", "wijk- of buurtteam", "neighbourhood team", ["wijkteam", "buurtteam", "wijk-/buurtteam"]),
        Code("02", "ambulant op locatie van de aanbieder", "outpatient at the provider", ["ambulant op locatie"]),
        Code("03", "daghulp op locatie van de aanbieder", "day care at the provider", ["daghulp"]),
        Code("04", "in het netwerk van de jeugdige", "in the young person's network", ["netwerk jeugdige"]),
        Code("11", "pleegzorg", "foster care"),
        Code("12", "gezinsgericht", "family-based residential care"),
        Code("13", "gesloten plaatsing", "secure residential care", ["gesloten"]),
        Code(
          "14", "ander verblijf bij de aanbieder", "other residential care", ["overig verblijf", "verblijf overig"]),
      ])
  }

  static var perspectief: CodeList {
    CodeList(
      "perspectief", "perspectief", "perspective", source: "CBS, protocol van 2015; vervallen per 2019",
      codes: [
        Code("01", "stabilisatie van een crisissituatie", "stabilising a crisis"),
        Code("02", "diagnostiek", "diagnosis"),
        Code("03", "begeleiden", "support"),
        Code("04", "behandelen", "treatment"),
      ])
  }

  static var productcategorie: CodeList {
    CodeList(
      "productcategorie", "productcategorie", "product category", source: "iJw 3.2, codelijst JZ020",
      codes: [
        Code("31", "hulpvormen van 2015 (31)", "forms of care of 2015 (31)"),
        Code("32", "hulpvormen van 2015 (32)", "forms of care of 2015 (32)"),
        Code("33", "hulpvormen van 2015 (33)", "forms of care of 2015 (33)"),
        Code("34", "hulpvormen van 2015 (34)", "forms of care of 2015 (34)"),
        Code("35", "hulpvormen van 2015 (35)", "forms of care of 2015 (35)"),
        Code("36", "hulpvormen van 2015 (36)", "forms of care of 2015 (36)"),
        Code("37", "hulpvormen van 2015 (37)", "forms of care of 2015 (37)"),
        Code("38", "hulpvormen van 2015 (38)", "forms of care of 2015 (38)"),
        Code("40", "persoonlijke verzorging", "personal care"),
        Code("41", "dagbehandeling", "day treatment"),
        Code("42", "vervoer", "transport"),
        Code("43", "verblijf inclusief behandeling", "residential care with treatment"),
        Code("44", "verblijf exclusief behandeling", "residential care without treatment"),
        Code("45", "ambulant", "outpatient"),
        Code("46", "crisis", "crisis"),
        Code("47", "jeugdreclassering", "youth probation"),
        Code("48", "jeugdbescherming", "child protection"),
        Code("49", "preventief justitieel kader", "preventive judicial framework", ["preventief justitieel"]),
        Code("50", "maatwerk", "tailored care"),
        Code("51", "basis-ggz", "basic mental health care"),
        Code("52", "specialistische ggz", "specialist mental health care", ["s-ggz"]),
        Code("53", "kindergeneeskunde", "paediatrics"),
        Code("54", "jeugd-ggz", "youth mental health care"),
        Code("55", "landelijk ingekocht", "purchased nationally"),
      ])
  }

  static var eenheid: CodeList {
    CodeList(
      "eenheid", "eenheid", "unit", source: "iJw 3.2, codelijst WJ756",
      codes: [
        Code("01", "minuut", "minute", ["minuten"]),
        Code("04", "uur", "hour", ["uren"]),
        Code("14", "etmaal", "24 hours", ["etmalen"]),
        Code("16", "dagdeel van 4 uur", "half day of 4 hours", ["dagdeel", "dagdelen"]),
        Code("82", "stuks, outputgericht", "items, by output", ["stuks (output)"]),
        Code("83", "euro's", "euros", ["euro"]),
        Code("84", "stuks, inspanningsgericht", "items, by effort", ["stuks (inspanning)"]),
      ])
  }

  static var frequentie: CodeList {
    CodeList(
      "frequentie", "frequentie", "frequency", source: "iJw 3.2, codelijst WMO757",
      codes: [
        Code("1", "per dag", "a day", ["dag"]),
        Code("2", "per week", "a week", ["week"]),
        Code("4", "per maand", "a month", ["maand"]),
        Code("6", "totaal binnen de toewijzing", "total of the allocation", ["totaal"]),
      ])
  }
}
