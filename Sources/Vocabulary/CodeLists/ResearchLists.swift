import Words

/// Code lists of interviews, scores and decisions, and of facts in general.
extension CodeList {
  static var ofResearch: [CodeList] { interviewLists + scoreLists + decisionLists + generalLists }

  private static let own = "Veldlog"

  private static var interviewLists: [CodeList] {
    [
      CodeList(
        "functie", "functie van een respondent", "role of a respondent", source: own,
        codes: [
          Code("wethouder", "wethouder", "alderman"),
          Code("raadslid", "raadslid", "councillor"),
          Code("beleidsmedewerker", "beleidsmedewerker", "policy officer", ["beleid", "beleidsadviseur"]),
          Code("regiocoordinator", "regiocoördinator", "regional coordinator", ["regiomanager", "programmamanager"]),
          Code("inkoper", "inkoper", "purchaser", ["inkoop"]),
          Code("contractmanager", "contractmanager", "contract manager", ["accountmanager"]),
          Code("projectleider", "projectleider", "project leader"),
          Code("controller", "controller of financieel adviseur", "controller", ["financieel adviseur"]),
          Code(
            "frontlinie", "medewerker frontlinie", "front-line worker",
            ["jeugdprofessional", "wijkteam", "frontliniewerker", "wijkteammedewerker"]),
          Code(
            "aanbieder_directeur", "bestuurder of directeur van een aanbieder", "director of a provider",
            ["aanbieder", "directeur", "bestuurder", "jeugdhulpinstelling"]),
          Code("aanbieder_manager", "manager bij een aanbieder", "manager at a provider", ["manager"]),
          Code("behandelaar", "behandelaar", "clinician", ["hulpverlener"]),
          Code("onderzoeker", "onderzoeker of adviseur", "researcher or adviser", ["adviseur"]),
          Code("overig", "anders", "other", ["anders"]),
          Code("onbekend", "functie niet bekend", "role not known"),
        ]),
      CodeList(
        "respondenttype", "kant van een respondent", "side of a respondent", source: own,
        codes: [
          Code("gemeente", "gemeente", "municipality"),
          Code("regio", "regio", "region"),
          Code("aanbieder", "aanbieder", "provider", ["jeugdhulpinstelling", "instelling"]),
          Code("frontlinie", "frontlinie", "front line"),
          Code("politiek", "politiek", "politics"),
        ]),
      CodeList(
        "wijze", "hoe het gesprek gevoerd is", "how the interview was held", source: own,
        codes: [
          Code("fysiek", "op locatie", "in person", ["face-to-face", "live"]),
          Code("telefonisch", "telefonisch", "by telephone", ["telefoon"]),
          Code("video", "videogesprek", "video call", ["online"]),
          Code("schriftelijk", "schriftelijk", "in writing", ["e-mail"]),
        ]),
      CodeList(
        "vrijgave", "vrijgave van een citaat", "release of a quote", source: own,
        codes: [
          Code("wacht", "wacht op controle", "waiting for the check"),
          Code("akkoord", "akkoord", "agreed"),
          Code("geweigerd", "geweigerd", "refused"),
        ]),
      CodeList(
        "controle_uitkomst", "uitkomst van de controle", "outcome of the check", source: own,
        codes: [
          Code("akkoord", "akkoord", "agreed"),
          Code("gewijzigd", "gewijzigd", "changed"),
          Code("geen_reactie", "geen reactie", "no response"),
        ]),
      CodeList(
        "bijlagesoort", "soort bijlage", "sort of attachment", source: own, isOpen: true,
        codes: [
          Code("opname", "opname", "recording", ["geluidsopname", "audio"]),
          Code("verslag", "verslag of transcript", "report or transcript", ["transcript", "gespreksverslag"]),
          Code("toestemming", "toestemmingsformulier", "consent form", ["toestemmingsverklaring"]),
          Code("vragenlijst", "ingevulde vragenlijst", "filled-in questionnaire"),
          Code("document", "document", "document", ["nota", "contract"]),
          Code("tabel", "tabel met cijfers", "table of figures", ["spreadsheet"]),
          Code("afbeelding", "foto of afbeelding", "photo or picture", ["foto"]),
        ]),
      CodeList(
        "bronsoort", "soort bron", "sort of source", source: own,
        codes: [
          Code("rapport", "rapport", "report"),
          Code("besluit", "besluit of nota", "decision paper", ["nota"]),
          Code("scriptie", "scriptie", "thesis"),
          Code("wet", "wet of regeling", "law or regulation", ["regeling"]),
          Code("statistiek", "statistiek", "statistics"),
          Code("overig", "anders", "other", ["anders"]),
        ]),
      CodeList(
        "uitspraak_uitkomst", "of een uitspraak klopt", "whether a claim holds", source: own,
        codes: [
          Code("gedekt", "gedekt door de cijfers", "covered by the figures"),
          Code("deels", "deels", "partly"),
          Code("niet", "niet", "not"),
          Code("onbeslist", "onbeslist", "undecided"),
        ]),
    ]
  }

  private static var scoreLists: [CodeList] {
    [
      CodeList(
        "ordinaal", "oordeel van ++ tot --", "verdict from ++ to --", source: own,
        codes: [
          Code("++", "zeer positief", "very positive"),
          Code("+", "positief", "positive"),
          Code("+/-", "neutraal", "neutral", ["+-", "±", "+-/", "-/+", "+ of -", "+/−"]),
          Code("-", "negatief", "negative", ["−", "–"]),
          Code("--", "zeer negatief", "very negative", ["−−", "––"]),
          Code("nnb", "nog niet bekend", "not yet known", ["n.n.b.", "n.n.b"]), notApplicable,
        ]),
      CodeList(
        "scoreobject", "waarover een score gaat", "what a score is about", source: own,
        codes: [
          Code("regio", "regio", "region"),
          Code("methode", "inkoopmethode", "purchasing method", ["inkoopmethode"]),
          Code("aanbieder", "aanbieder", "provider"),
          Code("samenwerking", "samenwerking van twee partijen", "co-operation of two parties"),
        ]),
      CodeList(
        "onderwerp", "onderwerp van een score", "subject of a score", source: own, isOpen: true,
        codes: [
          Code(
            "administratieve_lasten", "administratieve lasten", "administrative burden",
            note: Phrase(nl: "laag is goed", en: "low is good")),
          Code("keuzevrijheid", "keuzevrijheid", "freedom of choice"),
          Code("toetreding", "toetreding", "market entry"),
          Code(
            "sturingsmogelijkheid", "sturingsmogelijkheid", "means of steering", ["kostenvoorspelbaarheid", "sturing"]),
          Code("transformatiemogelijkheid", "transformatiemogelijkheid", "room for transformation"),
          Code("transformatiezichtbaarheid", "transformatiezichtbaarheid", "visible transformation"),
          Code("doelrealisatie", "doelrealisatie", "goal attainment"),
          Code("clienttevredenheid", "cliënttevredenheid", "client satisfaction", ["tevredenheid"]),
          Code("uitval", "uitval", "dropout", note: Phrase(nl: "laag is goed", en: "low is good")),
          Code("risicospreiding", "risicospreiding", "spreading of risk"),
          Code("samenwerking", "kwaliteit van samenwerking", "quality of co-operation"),
          Code("informatiedeling", "transparantie van informatie", "openness of information"),
          Code("effectiviteit", "effectiviteit", "effectiveness"),
          Code("financien", "financiën", "finances"),
        ]),
    ]
  }

  private static var decisionLists: [CodeList] {
    [
      CodeList(
        "perspectief_matrix", "vanuit wie gescoord is", "whose point of view", source: own,
        codes: [
          Code("aanbieder", "aanbieder", "provider"),
          Code("klant_aanb", "klant volgens de aanbieder", "client, according to the provider", ["klant (aanb.)"]),
          Code("klant_gem", "klant volgens de gemeente", "client, according to the municipality", ["klant (gem.)"]),
          Code("gemeente", "gemeente", "municipality"),
        ]),
      CodeList(
        "werkgroep", "werkgroep", "working group", source: own,
        codes: [
          Code("intern", "intern", "internal"),
          Code("extern", "extern", "external"),
        ]),
      CodeList(
        "argumentrichting", "voor of tegen", "for or against", source: own,
        codes: [
          Code("voor", "voordeel", "advantage", ["pro", "+"]),
          Code("tegen", "nadeel", "disadvantage", ["contra", "-"]),
          Code("neutraal", "neutraal", "neutral"),
        ]),
      CodeList(
        "besluituitkomst", "uitkomst van een besluit", "outcome of a decision", source: own,
        codes: [
          Code("ingestemd", "ingestemd", "agreed", ["instemming", "akkoord"]),
          Code("verworpen", "verworpen", "rejected", ["afgewezen"]),
          Code("aangehouden", "aangehouden", "deferred"),
        ]),
      CodeList(
        "selectieuitkomst", "uitkomst van een selectie", "outcome of a selection", source: own,
        codes: [
          Code("gekozen", "gekozen", "chosen"),
          Code("door", "gaat door", "goes on"),
          Code("afgevallen", "afgevallen", "dropped"),
        ]),
    ]
  }

  private static var generalLists: [CodeList] {
    [
      CodeList(
        "reden_ontbreekt", "waarom een waarde ontbreekt", "why a value is missing", source: own,
        codes: [
          Code("nnb", "nog niet bekend", "not yet known", ["n.n.b.", "n.n.b", "onbekend"]), notApplicable,
          Code("geweigerd", "geweigerd", "refused"),
          Code("vervallen", "vervallen", "dropped"),
        ]),
      CodeList(
        "herkomst_data", "herkomst van gegevens", "origin of data", source: own,
        codes: [
          Code("verzonnen", "verzonnen voorbeeld", "invented sample"),
          Code("gepubliceerd", "gepubliceerd cijfer", "published figure"),
        ]),
      CodeList(
        "rol", "rol van een lid", "role of a member", source: own,
        codes: [
          Code("beheerder", "beheerder", "administrator"),
          Code("onderzoeker", "onderzoeker", "researcher"),
          Code("lezer", "lezer", "reader"),
        ]),
      CodeList(
        "publiek", "wie een log mag lezen", "who may read a log", source: own,
        codes: [
          Code("gedeeld", "alle leden", "all members"),
          Code("regio", "leden van de regio", "members of the region"),
          Code("prive", "alleen deze schijf", "this disk only"),
        ]),
      CodeList(
        "importsoort", "soort bestand", "sort of file", source: own,
        codes: [
          Code("csv", "CSV", "CSV"),
          Code("jsonl", "JSONL", "JSONL"),
        ]),
      CodeList(
        "niveau", "niveau van uitvoer", "level of export", source: own,
        codes: [
          Code("intern", "intern", "internal"),
          Code("deelbaar", "deelbaar", "shareable"),
          Code("publiek", "publiek", "public"),
        ]),
    ]
  }
}
