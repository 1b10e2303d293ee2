import Words

/// Code lists of trajectories, goals, money and capacity.
extension CodeList {
  static var ofFacts: [CodeList] { trajectLists + regionLists + moneyLists }

  private static let own = "Veldlog"

  private static var trajectLists: [CodeList] {
    [
      CodeList(
        "moment", "moment van meten", "moment of measuring", source: own,
        codes: [
          Code("begin", "begin", "start", ["start"]),
          Code("tussen", "tussentijds", "interim", ["tussentijds"]),
          Code("eind", "einde", "end", ["einde"]),
          Code("follow_up", "follow-up", "follow-up", ["nameting"]),
        ]),
      CodeList(
        "moment_doel", "moment van beoordelen", "moment of evaluating", source: own,
        codes: [
          Code("tussen", "tussentijds", "interim", ["tussentijds"]),
          Code("eind", "einde", "end", ["einde"]),
          Code("follow_up", "follow-up", "follow-up", ["nameting"]),
        ]),
      CodeList(
        "oordeel", "oordeel over een doel", "verdict on a goal", source: own,
        codes: [
          Code("behaald", "behaald", "reached", ["ja", "geheel behaald"]),
          Code("deels", "deels behaald", "partly reached", ["gedeeltelijk"]),
          Code("niet", "niet behaald", "not reached", ["nee"]),
          Code("vervallen", "vervallen", "dropped", note: Phrase(nl: "telt niet mee", en: "does not count")),
        ]),
      CodeList(
        "doelschaal", "schaal van een doel", "scale of a goal", source: own,
        codes: [
          Code("gas", "GAS, −2 tot +2", "GAS, −2 to +2", ["goal attainment scaling"]),
          Code("drie_punts", "behaald, deels, niet", "reached, partly, not", ["driepunts"]),
        ]),
      CodeList(
        "informant", "wie antwoordt", "who answers", source: own,
        codes: [
          Code("jeugdige", "jeugdige", "young person", ["kind", "jongere", "client", "cliënt"]),
          Code("ouder", "ouder of opvoeder", "parent or carer", ["ouders", "opvoeder", "ouder/opvoeder"]),
        ]),
      CodeList(
        "tevredenheidsvraag", "waarover gevraagd is", "what was asked about", source: own, isOpen: true,
        codes: [
          Code("nut", "nut van de hulp", "usefulness of the care", ["nut/effect", "effect"]),
          Code("bejegening", "bejegening", "treatment by staff"),
          Code("informatie", "informatie", "information"),
          Code("inspraak", "inspraak", "having a say"),
          Code("totaal", "totaaloordeel", "overall", ["algemeen"]),
        ]),
      CodeList(
        "herkomst_tevredenheid", "waar de vraag vandaan komt", "where the question comes from", source: own,
        codes: [
          Code("exit", "exit-vragenlijst", "exit questionnaire"),
          Code("cbs", "nut-vraag van CBS", "CBS question on usefulness"),
          Code("c_toets", "C-toets", "C-toets", note: Phrase(nl: "anoniem", en: "anonymous")),
          Code(
            "ceo", "cliëntervaringsonderzoek", "client experience survey",
            note: Phrase(nl: "niet om aanbieders te vergelijken", en: "not for comparing providers")),
        ]),
      CodeList(
        "zonder_hulp", "verder zonder hulp", "managing without care",
        source: "CBS, Informatieprotocol Beleidsinformatie Jeugd, versie 7 (2021)",
        codes: [
          Code("01", "zelfde of zwaardere hulp nodig", "same or heavier care needed"),
          Code("02", "lichtere hulp nodig", "lighter care needed"),
          Code("03", "nu geen hulp nodig, later misschien", "no care needed now, perhaps later"),
          Code("04", "geen hulp nodig", "no care needed"),
        ]),
      CodeList(
        "afspraakstatus", "hoe een afspraak afliep", "how an appointment went", source: own,
        codes: [
          Code("nagekomen", "nagekomen", "kept"),
          Code("afgezegd_tijdig", "op tijd afgezegd", "cancelled in time"),
          Code("afgezegd_laat", "laat afgezegd", "cancelled late"),
          Code("no_show", "niet verschenen", "no-show", ["noshow", "niet verschenen"]),
        ]),
      CodeList(
        "resultaat", "resultaat van een traject", "result of a trajectory", source: own,
        codes: [
          Code("gerealiseerd", "gerealiseerd", "reached"),
          Code("deels", "deels", "partly"),
          Code("niet", "niet", "not"), notApplicable,
        ]),
      CodeList(
        "intensiteit", "intensiteit", "intensity", source: "profielen van West-Brabant-West", isOpen: true,
        codes: [
          Code("perspectief", "perspectief", "perspective"),
          Code("intensief", "intensief", "intensive"),
          Code("acuut", "acuut", "acute"),
          Code("duurzaam", "duurzaam", "lasting"),
        ]),
      CodeList(
        "wie", "wie", "who", source: own,
        codes: [
          Code("client", "cliënt", "client", ["jeugdige", "ouder"]),
          Code("aanbieder", "aanbieder", "provider"),
          Code("frontlinie", "frontlinie", "front line", ["jeugdprofessional", "wijkteam"]),
          Code("samen", "samen", "together"),
          Code("onafhankelijk", "onafhankelijke partij", "independent party"),
        ]),
      CodeList(
        "leeftijdsgroep", "leeftijdsgroep", "age group", source: own,
        codes: [
          Code("0-3", "0 tot en met 3 jaar", "0 to 3 years"),
          Code("4-11", "4 tot en met 11 jaar", "4 to 11 years"),
          Code("12-17", "12 tot en met 17 jaar", "12 to 17 years"),
          Code("18-22", "18 tot en met 22 jaar", "18 to 22 years"),
        ]),
      CodeList(
        "maat", "maat van een indicator", "measure of an indicator", source: own,
        codes: [
          Code("aandeel", "aandeel dat aan de teller voldoet", "share that meets the numerator"),
          Code("gemiddelde", "gemiddelde van de waarde", "mean of the value", ["mean"]),
          Code("mediaan", "mediaan van de waarde", "median of the value", ["median"]),
          Code("som", "som van de waarde", "sum of the value", ["sum"]),
          Code("aantal", "aantal", "count"),
          Code("jeugdigen", "aantal jeugdigen", "number of young people"),
        ]),
      CodeList(
        "grondslag", "grondslag van de verwerking", "legal ground", source: "AVG; Jeugdwet art. 7.3.12 en 7.4.0",
        codes: [
          Code("toestemming", "toestemming", "consent"),
          Code("jw_7_3_12_1a", "Jeugdwet 7.3.12 lid 1 a", "Jeugdwet 7.3.12 (1) a"),
          Code("jw_7_3_12_1b", "Jeugdwet 7.3.12 lid 1 b", "Jeugdwet 7.3.12 (1) b"),
          Code("taak_gemeente_7_4_0", "taak van de gemeente, 7.4.0", "duty of the municipality, 7.4.0"),
          Code("alleen_geaggregeerd", "alleen opgetelde gegevens", "aggregated data only"),
        ]),
      CodeList(
        "toestemming_door", "wie toestemming geeft", "who consents", source: "Jeugdwet art. 7.3.4, 7.3.5 en 7.3.15",
        codes: [
          Code("jeugdige", "jeugdige", "young person"),
          Code("ouder", "ouder", "parent", ["ouders"]),
          Code("beide", "beide", "both"),
          Code("respondent", "respondent zelf", "the respondent"),
        ]),
    ]
  }

  static var notApplicable: Code { Code("nvt", "niet van toepassing", "not applicable", ["n.v.t.", "n.v.t"]) }

  private static var regionLists: [CodeList] {
    [
      CodeList(
        "inkoopmethode", "inkoopmethode", "purchasing method", source: own,
        codes: [
          Code("inspanning", "inspanningsgericht", "effort-based", ["inspannings", "inspanningsgericht", "PxQ"]),
          Code("output", "outputgericht", "output-based", ["outputgericht", "resultaatgericht"]),
          Code("taak", "taakgericht", "task-based", ["taakgericht", "populatiegericht"]),
          Code("gemengd", "gemengd", "mixed", ["mengvorm"]),
        ]),
      CodeList(
        "beginsel", "verdeling van kosten", "sharing of costs", source: own,
        codes: [
          Code("profijt", "profijtbeginsel", "each pays for its own", ["profijtbeginsel"]),
          Code("solidariteit", "solidariteitsbeginsel", "solidarity", ["solidariteitsbeginsel"]),
          Code("mengvorm", "mengvorm", "mixed", ["gemengd"]),
        ]),
      CodeList(
        "ja_nee_nvt", "ja, nee of niet van toepassing", "yes, no or not applicable", source: own,
        codes: [
          Code("ja", "ja", "yes", ["j"]),
          Code("nee", "nee", "no", ["n"]), notApplicable,
        ]),
      CodeList(
        "kenmerk", "kenmerk van een regio", "characteristic of a region", source: own,
        codes: [
          Code("gemeenten", "gemeenten", "municipalities"),
          Code("inwoners", "inwoners", "inhabitants"),
          Code("jeugdigen", "jeugdigen", "young people"),
          Code("jeugdhulp_trajecten", "trajecten jeugdhulp", "youth care trajectories"),
          Code("jeugdhulp_jeugdigen", "jeugdigen met jeugdhulp", "young people in care"),
          Code("trajecten_verblijf", "trajecten met verblijf", "residential trajectories"),
          Code("aanbieders", "gecontracteerde aanbieders", "contracted providers"),
          Code("aanbieders_gevestigd", "aanbieders gevestigd in de regio", "providers located in the region"),
          Code("wijkteams", "wijkteams", "neighbourhood teams"),
        ]),
      CodeList(
        "grootte", "grootte van een aanbieder", "size of a provider", source: own,
        codes: [
          Code("klein", "klein", "small"),
          Code("middel", "middelgroot", "medium"),
          Code("groot", "groot", "large"),
          Code("zzp", "zelfstandige", "self-employed", ["solistisch"]),
        ]),
      CodeList(
        "grens", "of de grens meetelt", "whether the bound counts", source: own,
        codes: [
          Code("inclusief", "grens telt mee", "bound included"),
          Code("exclusief", "grens telt niet mee", "bound excluded"),
        ]),
      CodeList(
        "richting", "welke kant goed is", "which way is good", source: own,
        codes: [
          Code("hoog_goed", "hoog is goed", "high is good"),
          Code("laag_goed", "laag is goed", "low is good"),
        ]),
    ]
  }

  private static var moneyLists: [CodeList] {
    [
      CodeList(
        "budgetsoort", "soort budget", "sort of budget", source: own,
        codes: [
          Code("rijksbudget", "rijksbudget", "national budget"),
          Code("plafond", "plafond", "ceiling"),
          Code("reserve", "reserve", "reserve"),
          Code("pgb", "persoonsgebonden budget", "personal budget"),
          Code("uitvoering", "uitvoeringskosten", "cost of administration", ["uitvoeringskosten"]),
          Code("nakosten", "nakosten", "cost of winding down"),
        ]),
      CodeList(
        "budgetgrondslag", "grondslag van een budget", "basis of a budget", source: own, isOpen: true,
        codes: [
          Code("meicirculaire_2014", "meicirculaire 2014", "circular of May 2014"),
          Code("decembercirculaire_2015", "decembercirculaire 2015", "circular of December 2015"),
          Code(
            "objectief_verdeelmodel", "objectief verdeelmodel", "objective distribution model",
            ["objectief_verdeelmodel_2016"]),
        ]),
      CodeList(
        "per", "waarvoor een tarief geldt", "what a rate is for", source: own,
        codes: [
          Code("traject", "traject", "trajectory"),
          Code("4wk", "vier weken", "four weeks", ["4 weken"]),
          Code("uur", "uur", "hour"),
          Code("dagdeel", "dagdeel", "half day"),
          Code("etmaal", "etmaal", "24 hours"),
          Code("maand", "maand", "month"),
        ]),
      CodeList(
        "termijn", "termijn van een betaling", "instalment", source: own,
        codes: [
          Code("aanvang", "aanvang", "start", ["begin"]),
          Code("eind", "einde", "end", ["einde"]),
        ]),
      CodeList(
        "telt", "wat geteld is", "what was counted", source: own,
        codes: [
          Code("trajecten", "trajecten", "trajectories", ["traject"]),
          Code("jeugdigen", "jeugdigen", "young people", ["jeugdige"]),
        ]),
      CodeList(
        "formatiefunctie", "waarvoor mensen werken", "what staff work on", source: own,
        codes: [
          Code("inkoopteam", "regionaal inkoopteam", "regional purchasing team", ["inkoop", "regionaal team"]),
          Code("frontlinie", "frontlinie", "front line", ["wijkteams"]),
          Code("administratie", "administratie", "administration"),
        ]),
      CodeList(
        "deelproces", "deel van de administratie", "part of administration", source: own,
        codes: [
          Code("contracteren", "contracteren", "contracting"),
          Code("berichtenverkeer", "berichtenverkeer", "message traffic"),
          Code("sturing_verantwoording", "sturing en verantwoording", "steering and accounting"),
          Code("declaratie_facturatie", "declaratie en facturatie", "claims and invoices"),
        ]),
    ]
  }
}
