/// What the screens say around their figures.
public enum DashboardWords {
  public static let recordedBy = Phrase(nl: "wie", en: "who")
  public static let cameWith = Phrase(nl: "herkomst", en: "came with")

  // MARK: Questions

  public static let howIsItGoing = Phrase(nl: "Hoe gaat het?", en: "How is it going?")
  public static let whoDiffers = Phrase(nl: "Wie wijkt af?", en: "Who differs?")
  public static let whoWasHeard = Phrase(nl: "Wie is er gesproken?", en: "Who was interviewed?")

  // MARK: Scope

  public static let allRegions = Phrase(nl: "alle regio's", en: "all regions")
  public static func heard(_ heard: String, of known: String) -> Phrase {
    let logs = known == "1" ? "log" : "logs"
    return Phrase(nl: "gehoord: \(heard) van \(known) \(logs)", en: "heard from: \(heard) of \(known) \(logs)")
  }

  public static func oldest(daysAgo days: Int, _ text: String) -> Phrase {
    switch days {
    case ...0: Phrase(nl: "oudste vandaag", en: "oldest today")
    case 1: Phrase(nl: "oudste gisteren", en: "oldest yesterday")
    default: Phrase(nl: "oudste \(text) dagen geleden", en: "oldest \(text) days ago")
    }
  }

  public static func perAanbieder(_ indicator: Phrase) -> Phrase {
    Phrase(
      nl: lowercasedFirst(indicator.dutch) + " per aanbieder", en: lowercasedFirst(indicator.english) + " by provider")
  }

  public static func fourQuarters(_ first: String, _ last: String) -> Phrase {
    Phrase(nl: "\(first) t/m \(last), samen", en: "\(first) to \(last), together")
  }

  /// The text with a small first letter, for the middle of a sentence.
  public static func lowercasedFirst(_ text: String) -> String {
    text.prefix(1).lowercased() + text.dropFirst()
  }

  // MARK: Columns

  public static let indicator = Phrase(nl: "indicator", en: "indicator")
  public static let value = Phrase(nl: "waarde", en: "value")
  public static let interval = Phrase(nl: "95 %-interval", en: "95% interval")
  public static let count = Phrase(same: "n")
  public static let numerator = Phrase(nl: "teller", en: "numerator")
  public static let unit = Phrase(nl: "eenheid", en: "unit")
  public static let missing = Phrase(nl: "ontbreekt", en: "missing")
  public static let definition = Phrase(nl: "definitie", en: "definition")

  public static func quarters(_ count: String) -> Phrase {
    Phrase(nl: "\(count) kwartalen", en: "\(count) quarters")
  }

  public static func years(_ count: String) -> Phrase { Phrase(nl: "\(count) jaren", en: "\(count) years") }
  public static func halves(_ count: String) -> Phrase { Phrase(nl: "\(count) halfjaren", en: "\(count) halves") }
  public static func months(_ count: String) -> Phrase { Phrase(nl: "\(count) maanden", en: "\(count) months") }

  public static func since(_ quarter: String) -> Phrase {
    Phrase(nl: "t.o.v. \(quarter)", en: "since \(quarter)")
  }

  public static func days(_ count: String) -> Phrase { Phrase(nl: "\(count) d", en: "\(count) d") }

  /// Who answered, in one word.
  public static func informant(_ code: String) -> Phrase {
    switch code {
    case "jeugdige": Phrase(nl: "jeugdige", en: "youth")
    case "ouder": Phrase(nl: "ouder", en: "parent")
    default: Phrase(same: code)
    }
  }

  // MARK: Judgements

  public static let within = Phrase(nl: "binnen de grenzen", en: "within the limits")
  public static let watchAbove = Phrase(nl: "volgen (boven 95 %)", en: "watch (above 95%)")
  public static let watchBelow = Phrase(nl: "volgen (onder 95 %)", en: "watch (below 95%)")
  public static let strikingAbove = Phrase(nl: "opvallend (boven 99,8 %)", en: "striking (above 99.8%)")
  public static let strikingBelow = Phrase(nl: "opvallend (onder 99,8 %)", en: "striking (below 99.8%)")

  public static func tooFew(_ n: String) -> Phrase {
    Phrase(nl: "n te klein (n \(n)): niet getoond", en: "n too small (n \(n)): not shown")
  }

  public static func against(_ value: String) -> Phrase {
    Phrase(nl: "tegen \(value) van allen samen", en: "against \(value) of all together")
  }

  public static let funnel = Phrase(nl: "trechter: 95 % en 99,8 %", en: "funnel: 95% and 99.8%")
  public static let noFunnel = Phrase(
    nl: "zonder oordeel: grenzen zijn er alleen voor aandelen", en: "no judgement: limits exist for shares only")
  public static let chance = Phrase(
    nl: "van 20 aanbieders komt er meestal al één door toeval buiten de 95 %",
    en: "of 20 providers one will usually fall outside 95% by chance alone")

  // MARK: Remarks under a screen

  public static func conflicts(_ count: Int, _ text: String) -> Phrase {
    count == 1
      ? Phrase(nl: "1 open conflict", en: "1 open conflict")
      : Phrase(nl: "\(text) open conflicten", en: "\(text) open conflicts")
  }

  public static let openChoice = Phrase(
    nl: "( ) met elke keuze in de open conflicten:", en: "( ) with every choice in the open conflicts:")

  public static func notHeardSince(_ period: String) -> Phrase {
    Phrase(nl: "niet gehoord sinds \(period) voorbij is:", en: "not heard from since the end of \(period):")
  }

  public static func asManyAsIn(_ period: String) -> Phrase {
    Phrase(nl: "als die er evenveel hebben als in \(period):", en: "if those have as many as in \(period):")
  }

  public static func held(_ count: Int, _ text: String) -> Phrase {
    count == 1
      ? Phrase(nl: "1 regel wacht op een lid", en: "1 line waits for a member")
      : Phrase(nl: "\(text) regels wachten op een lid", en: "\(text) lines wait for a member")
  }

  /// How many of what a figure lacks: `14 beëindigd zonder bekende reden: niet meegeteld`.
  public static func notCounted(_ count: String, _ what: Phrase) -> Phrase {
    Phrase(nl: "\(count) \(what.dutch): niet meegeteld", en: "\(count) \(what.english): not counted")
  }

  public static func response(_ share: String, _ informant: Phrase) -> Phrase {
    Phrase(nl: "respons \(informant.dutch) \(share)", en: "response \(informant.english) \(share)")
  }

  public static let hadAllAnswered = Phrase(
    nl: "had iedereen geantwoord, allen het laagste of allen het hoogste:",
    en: "had everybody answered, all the lowest or all the highest:")
  public static let rangeHadAllAnswered = Phrase(
    nl: "minder dan de helft antwoordde: achter elk cijfer waartussen het had gelegen als iedereen had geantwoord",
    en: "fewer than half answered: behind each figure between what it would have been had everybody answered")
  public static let changeMark = Phrase(
    nl: "verschil groter dan toeval verklaart (95 %)", en: "change beyond what chance explains (95%)")
  public static let changeUnit = Phrase(
    nl: "verschil in procentpunt; bij tevredenheid in punten", en: "change in percentage points; satisfaction in points"
  )
  public static let smallNumber = Phrase(nl: "n kleiner dan 10: zegt weinig", en: "n below 10: says little")

  public static func definitions(_ names: String) -> Phrase {
    Phrase(nl: "definities \(names)", en: "definitions \(names)")
  }

  public static let next = Phrase(nl: "verder: ", en: "next: ")

  // MARK: Interviews

  public static let region = Phrase(nl: "regio", en: "region")
  public static let talks = Phrase(nl: "gesprekken", en: "interviews")
  public static let respondents = Phrase(nl: "respondenten", en: "respondents")
  public static let keyFirst = Phrase(nl: "sleutel eerst", en: "key first")
  public static let talksShort = Phrase(nl: "gespr.", en: "talks")
  public static let respondentsShort = Phrase(nl: "resp.", en: "resp.")
  public static let keyFirstShort = Phrase(nl: "sleutel", en: "key")
  public static let checked = Phrase(nl: "controle", en: "checked")
  public static let roles = Phrase(nl: "functies", en: "roles")
  public static let total = Phrase(nl: "samen", en: "total")
  public static let yes = Phrase(nl: "ja", en: "yes")
  public static let no = Phrase(nl: "nee", en: "no")
  public static let none = Phrase(nl: "geen", en: "none")
  public static let unknownRegion = Phrase(nl: "(regio onbekend)", en: "(region unknown)")
  public static let unknownRole = Phrase(nl: "functie onbekend", en: "role unknown")

  public static func of(_ part: String, _ whole: String) -> Phrase {
    Phrase(nl: "\(part) van \(whole)", en: "\(part) of \(whole)")
  }

  public static func to(_ low: String, _ high: String) -> Phrase {
    Phrase(nl: "\(low) tot \(high)", en: "\(low) to \(high)")
  }

  public static func belowTwo(_ regions: [String]) -> Phrase {
    let list = regions.joined(separator: ", ")
    return Phrase(nl: "minder dan twee gesprekken: \(list)", en: "fewer than two interviews: \(list)")
  }

  public static func unchecked(_ count: Int, _ text: String) -> Phrase {
    count == 1
      ? Phrase(nl: "1 verslag nog niet nagekeken", en: "1 report not checked yet")
      : Phrase(nl: "\(text) verslagen nog niet nagekeken", en: "\(text) reports not checked yet")
  }

  public static let interviewUnits = Phrase(
    nl: "gesprekken en respondenten zijn geteld, niet gewogen; sleutel eerst: in het eerste gesprek van de regio sprak "
      + "een sleutelrespondent",
    en: "interviews and respondents are counts, not weighted; key first: a key respondent spoke in the region's first "
      + "interview"
  )

  // MARK: Empty screens

  public static let nothingEnded = Phrase(
    nl: "Er is nog geen beëindigd traject, dus nog geen cijfer.",
    en: "No trajectory has ended yet, so there is no figure yet."
  )
  public static let nothingForIndicator = Phrase(
    nl: "Hier is voor deze indicator en deze periode nog niets vastgelegd.",
    en: "Nothing has been recorded here yet for this indicator and period."
  )
  public static let nothingHeld = Phrase(
    nl: "Er is nog geen gesprek en geen respondent vastgelegd.", en: "No interview and no respondent recorded yet.")
  public static let typeThis = Phrase(nl: "Typ bijvoorbeeld:", en: "Type for example:")
  public static let noRows = Phrase(
    nl: "Geen enkel feit past bij deze vraag.", en: "No fact fits this question.")

  // MARK: The command

  public static func tooNarrow(_ columns: Int, found: Int) -> Phrase {
    Phrase(
      nl: "dit scherm heeft \(columns) kolommen nodig, en deze terminal heeft er \(found): afgebroken regels zouden "
        + "cijfers onleesbaar maken; maak het venster breder, of neem --format csv",
      en: "this screen needs \(columns) columns, and this terminal has \(found): broken lines would make figures "
        + "unreadable; make the window wider, or take --format csv")
  }

  public static let liveOption = Phrase(
    nl: "teken opnieuw als er feiten komen, en bedien het scherm met toetsen",
    en: "draw again when facts come, and steer the screen by keys")
  public static let screensNote = Phrase(
    nl: "aanbieder NAAM: één aanbieder naast de regio, met verloop. stromen: in- en uitstroom per kwartaal. budget: "
      + "uitputting naast het jaar. methoden: de inkoopmethoden naast elkaar. kwaliteit: wat ontbreekt, laat is of "
      + "wacht, en wie wanneer het laatst is gehoord.",
    en: "aanbieder NAME: one provider beside the region, with its course. stromen: inflow and outflow by quarter. "
      + "budget: what was spent beside the year. methoden: the purchasing methods side by side. kwaliteit: what is "
      + "missing, late or waiting, and who was last heard when.")
  public static let liveNote = Phrase(
    nl:
      "Met --live, op een terminal: letters gaan naar een ander scherm, w toont de feiten achter een cijfer, f beperkt, "
      + "p en de pijltjes kiezen de periode, e schrijft een bestand, ? legt uit, q stopt.",
    en: "With --live, on a terminal: letters go to another screen, w shows the facts behind a figure, f limits, p and "
      + "the arrows choose the period, e writes a file, ? explains, q quits.")
  public static let aanbiederExample = Phrase(nl: "één aanbieder naast de regio", en: "one provider beside the region")
  public static let kwaliteitExample = Phrase(nl: "klopt wat we zien", en: "can it be trusted")
  public static let liveExample = Phrase(
    nl: "blijf kijken terwijl er feiten komen", en: "keep looking while facts come in")
  public static let anAanbieder = Phrase(nl: "een aanbieder", en: "a provider")
}
