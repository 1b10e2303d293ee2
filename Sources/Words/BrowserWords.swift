/// What the live dashboard says around its screens.
public enum BrowserWords {
  // MARK: The foot

  public static let live = Phrase(nl: "live", en: "live")

  public static func newFacts(_ count: Int, _ text: String) -> Phrase {
    count == 1
      ? Phrase(nl: "1 nieuw feit", en: "1 new fact") : Phrase(nl: "\(text) nieuwe feiten", en: "\(text) new facts")
  }

  public static func lateFacts(_ count: Int, _ text: String) -> Phrase {
    Phrase(nl: "\(text) daarvan laat (k)", en: "\(text) of them late (k)")
  }

  public static func erasedFacts(_ count: Int, _ text: String) -> Phrase {
    Phrase(nl: "\(text) gewist", en: "\(text) erased")
  }

  /// What came, and when; nothing that can be counted where the parts are none.
  public static func news(_ parts: [Phrase], ago: Phrase) -> Phrase {
    let parts = parts.isEmpty ? [Phrase(nl: "gewijzigd", en: "changed")] : parts
    return Phrase(
      nl: "live: " + (parts + [ago]).map(\.dutch).joined(separator: ", "),
      en: "live: " + (parts + [ago]).map(\.english).joined(separator: ", "))
  }

  public static func noNewFacts(lastKnown: String?) -> Phrase {
    guard let lastKnown else { return Phrase(nl: "live: nog geen feiten", en: "live: no facts yet") }
    return Phrase(
      nl: "live: niets nieuws, laatste feit \(lastKnown)", en: "live: nothing new, last fact \(lastKnown)")
  }

  public static func secondsAgo(_ seconds: Int) -> Phrase {
    switch seconds {
    case ..<2: Phrase(nl: "zojuist", en: "just now")
    case ..<60: Phrase(nl: "\(seconds) s geleden", en: "\(seconds) s ago")
    case ..<3600: Phrase(nl: "\(seconds / 60) min geleden", en: "\(seconds / 60) min ago")
    default: Phrase(nl: "\(seconds / 3600) uur geleden", en: "\(seconds / 3600) h ago")
    }
  }

  public static func below(_ count: String) -> Phrase {
    count == "1"
      ? Phrase(nl: "nog 1 regel", en: "1 more line") : Phrase(nl: "nog \(count) regels", en: "\(count) more lines")
  }

  public static func tooSmall(columns: Int, rows: Int, found: (columns: Int, rows: Int)) -> Phrase {
    Phrase(
      nl:
        "Dit scherm heeft \(columns) kolommen en \(rows) regels nodig; hier zijn er \(found.columns) en \(found.rows).",
      en: "This screen needs \(columns) columns and \(rows) rows; there are \(found.columns) and \(found.rows) here.")
  }

  // MARK: Keys

  public static let keyWhy = Phrase(nl: "w waarom", en: "w why")
  public static let keyDetails = Phrase(nl: "d details", en: "d details")
  public static let keyFilter = Phrase(nl: "f filter", en: "f filter")
  public static let keyPeriod = Phrase(nl: "p periode", en: "p period")
  public static let keyExport = Phrase(nl: "e export", en: "e export")
  public static let keyChoose = Phrase(nl: "↑↓ kies", en: "↑↓ choose")
  public static let keyStep = Phrase(nl: "←→ periode terug/verder", en: "←→ period back/on")
  public static let keyIndicator = Phrase(nl: "Tab andere indicator", en: "Tab other indicator")
  public static let keyBack = Phrase(nl: "Esc terug", en: "Esc back")
  public static let keyScroll = Phrase(nl: "↑↓ PgUp PgDn lezen", en: "↑↓ PgUp PgDn read")
  public static let keyHelp = Phrase(nl: "? uitleg", en: "? help")
  public static let keyQuit = Phrase(nl: "q stop", en: "q quit")

  /// The screens by their keys; their names are the same in both languages, as a command takes them.
  public static let pageKeys = [
    "o overzicht", "a aanbieders", "s stromen", "b budget", "m methoden", "k kwaliteit", "i interviews",
  ].map { Phrase(same: $0) }

  /// The same where there is no room for names.
  public static let pageLetters = Phrase(nl: "o a s b m k i andere schermen", en: "o a s b m k i other screens")

  public static let promptKeys = Phrase(
    nl: "Enter neemt het, Esc laat het zoals het was", en: "Enter takes it, Esc leaves it as it was")

  /// Every key with what it does, for the help.
  public static let allKeys: [(keys: String, what: Phrase)] = [
    (
      "o a s b m k i",
      Phrase(
        nl: "naar overzicht, aanbieders, stromen, budget, methoden, kwaliteit, interviews; a vanaf een gekozen cijfer: "
          + "aanbieders op die indicator",
        en:
          "to overzicht, aanbieders, stromen, budget, methoden, kwaliteit, interviews; a from a chosen figure: providers "
          + "on that indicator")
    ),
    ("↑ ↓", Phrase(nl: "kies een cijfer; daarna lees verder", en: "choose a figure; then read on")),
    (
      "PgUp PgDn",
      Phrase(
        nl: "een scherm terug of verder; Home en End: begin en einde",
        en: "a screenful back or on; Home and End: start and end")
    ),
    (
      "w Enter",
      Phrase(
        nl: "de feiten achter het gekozen cijfer: geteld, niet geteld, ontbrekend",
        en: "the facts behind the chosen figure: counted, not counted, missing")
    ),
    (
      "d",
      Phrase(
        nl: "het gekozen cijfer in woorden; bij een aanbieder: het scherm van die aanbieder",
        en: "the chosen figure in words; of a provider: that provider's screen")
    ),
    ("Esc", Phrase(nl: "terug naar waar u was", en: "back to where you were")),
    (
      "f",
      Phrase(
        nl: "beperk de cijfers, zoals regio = zeeland en jaar >= 2015; leeg: alles",
        en: "limit the figures, such as regio = zeeland and jaar >= 2015; empty: all")
    ),
    (
      "p",
      Phrase(
        nl: "kies een periode: 2016, 2016h1, 2016k2 of 2016-03; leeg: de nieuwste",
        en: "choose a period: 2016, 2016h1, 2016k2 or 2016-03; empty: the newest")
    ),
    ("← →", Phrase(nl: "de periode ervoor, de periode erna", en: "the period before, the period after")),
    (
      "Tab",
      Phrase(
        nl: "op aanbieders: de volgende indicator; Shift-Tab de vorige",
        en: "on aanbieders: the next indicator; Shift-Tab the one before")
    ),
    (
      "e",
      Phrase(
        nl: "schrijf wat u ziet naar een CSV-bestand (niveau intern)",
        en: "write what you see to a CSV file (level intern)")
    ),
    ("q", Phrase(nl: "stop; Ctrl-C ook", en: "quit; so does Ctrl-C")),
  ]

  public static func noSuchKey(_ key: String) -> Phrase {
    Phrase(nl: "'\(key)' doet hier niets; ? noemt de toetsen", en: "'\(key)' does nothing here; ? names the keys")
  }

  // MARK: Questions

  public static let filter = Phrase(nl: "filter", en: "filter")
  public static let period = Phrase(nl: "periode", en: "period")
  public static let file = Phrase(nl: "naar bestand", en: "to file")
  public static let filterHint = Phrase(
    nl: "zoals regio = zeeland en jaar >= 2015; leeg: alles", en: "such as regio = zeeland and jaar >= 2015; empty: all"
  )
  public static let periodHint = Phrase(
    nl: "2016, 2016h1, 2016k2 of 2016-03; leeg: de nieuwste met feiten",
    en: "2016, 2016h1, 2016k2 or 2016-03; empty: the newest with facts")
  public static let exportHint = Phrase(
    nl: "CSV, niveau intern: niets is onderdrukt, dus niet om te delen; een bestand dat er al is, blijft zoals het is",
    en: "CSV, level intern: nothing is suppressed, so not for sharing; a file that is there already is left alone")
  public static let noFileName = Phrase(nl: "een bestand heeft een naam nodig", en: "a file needs a name")

  public static func exported(_ path: String) -> Phrase {
    Phrase(
      nl: "geschreven naar '\(path)' (niveau intern: niet om te delen)",
      en: "written to '\(path)' (level intern: not for sharing)")
  }

  public static func alreadyThere(_ path: String) -> Phrase {
    Phrase(nl: "'\(path)' bestaat al; kies een andere naam", en: "'\(path)' exists already; choose another name")
  }

  // MARK: What cannot be done here

  public static let nothingBefore = Phrase(
    nl: "hiervoor was er niets; q stopt", en: "there was nothing before this; q quits")
  public static let noFilterHere = Phrase(
    nl: "dit scherm telt alle gesprekken: er is geen filter en geen periode",
    en: "this screen counts all interviews: there is no filter and no period")
  public static let noPeriodHere = Phrase(nl: "dit scherm heeft geen periode", en: "this screen has no period")
  public static let nothingToExplain = Phrase(
    nl: "hier is geen cijfer om uit elkaar te halen", en: "there is no figure here to take apart")

  // MARK: Facts

  public static func factsBehind(_ figure: Phrase) -> Phrase {
    Phrase(nl: "De feiten achter: \(figure.dutch)", en: "The facts behind: \(figure.english)")
  }

  public static let day = Phrase(nl: "dag", en: "day")
  public static let reference = Phrase(nl: "verwijzing", en: "reference")
  public static let kind = Phrase(nl: "soort feit", en: "kind of fact")
  public static let author = Phrase(nl: "log", en: "log")
  public static let contents = Phrase(nl: "inhoud", en: "contents")
  public static let noFacts = Phrase(
    nl: "Achter dit cijfer staat geen enkel feit.", en: "There is no fact behind this figure.")

  public static func counted(_ count: String, _ what: Phrase) -> Phrase {
    Phrase(nl: "\(count) geteld", en: "\(count) counted") + inParentheses(what)
  }

  public static func notCounted(_ count: String, _ what: Phrase) -> Phrase {
    Phrase(nl: "\(count) niet geteld, wel in de noemer", en: "\(count) not counted, but in the denominator")
      + inParentheses(what)
  }

  public static func missing(_ count: String, _ what: Phrase) -> Phrase {
    Phrase(nl: "\(count) ontbreken", en: "\(count) missing") + inParentheses(what)
  }

  private static func inParentheses(_ what: Phrase) -> Phrase {
    Phrase(nl: " (\(what.dutch))", en: " (\(what.english))")
  }

  public static func missingCount(_ count: String) -> Phrase {
    Phrase(nl: "\(count) ontbreken", en: "\(count) missing")
  }

  // MARK: Details and help

  public static let denominator = Phrase(nl: "noemer", en: "denominator")
  public static let middleHalf = Phrase(nl: "middelste helft", en: "middle half")
  public static let hadAllAnswered = Phrase(nl: "als allen antwoord.", en: "had all answered")
  public static let openEnds = Phrase(nl: "kan nog zijn", en: "could still be")
  public static let limitedTo = Phrase(nl: "beperkt tot", en: "limited to")
  public static let wilson = Phrase(nl: "(Wilson)", en: "(Wilson)")
  public static let student = Phrase(nl: "(Student t)", en: "(Student's t)")
  public static let orderStatistics = Phrase(
    nl: "(rangordes rond de mediaan)", en: "(order statistics around the median)")

  public static func explained(_ question: Phrase) -> Phrase {
    Phrase(nl: "Uitleg: \(question.dutch)", en: "Help: \(question.english)")
  }

  public static let marks = Phrase(nl: "Tekens", en: "Marks")
  public static let keys = Phrase(nl: "Toetsen", en: "Keys")
  public static let indicators = Phrase(nl: "Indicatoren op dit scherm", en: "Indicators on this screen")
  public static let markBar = Phrase(
    nl: "het cijfer en zijn 95 %-interval, op de schaal die erboven staat",
    en: "the figure and its 95% interval, on the scale above it")
  public static let markOpen = Phrase(
    nl: "( ) het minste en het meeste dat het met elke keuze in de open conflicten kan zijn",
    en: "( ) the least and the most it could be with every choice in the open conflicts")
  public static let markSparkline = Phrase(
    nl: "het verloop, een periode een teken, van de laagste tot de hoogste waarde; de laatste rechts",
    en: "the course, a sign a period, from the lowest to the highest value; the last one right")
  public static let markChange = Phrase(
    nl: "hoger of lager dan toeval verklaart", en: "higher or lower than chance explains")
  public static let markWarning = Phrase(
    nl: "let op: n onder 10, lage respons, verzonnen data of iets dat ontbreekt",
    en: "mind: n below 10, low response, invented data or something missing")
  public static let markMarker = Phrase(nl: "het gekozen cijfer", en: "the chosen figure")

  public static let aboutOverzicht = Phrase(
    nl:
      "Alle indicatoren in één periode, met interval, n, het verloop over acht perioden en het verschil met de vorige.",
    en: "Every indicator in one period, with interval, n, the course over eight periods and the change since the last.")
  public static let aboutAanbieders = Phrase(
    nl:
      "Eén indicator per aanbieder tegen die van allen samen, op alfabet. Buiten de 95 %-grenzen is volgen, buiten de "
      + "99,8 %-grenzen opvallend; onder n = 10 wordt niets getoond. O/E is wat is geteld, gedeeld door wat trajecten met "
      + "dezelfde hulpvorm en leeftijdsgroep samen hebben: 1 is zoals verwacht.",
    en: "One indicator by provider against that of all together, in alphabetical order. Beyond the 95% limits is to "
      + "watch, beyond 99.8% striking; below n = 10 nothing is shown. O/E is what was counted, divided by what trajectories "
      + "of the same form of care and age group have together: 1 is as expected.")
  public static let aboutAanbieder = Phrase(
    nl:
      "Eén aanbieder: elke indicator over vier kwartalen naast die van de regio, het verschil met de vier kwartalen ervoor "
      + "en met de anderen, wat is geteld tegen wat bij deze hulpvormen en leeftijden te verwachten is, en het verloop per "
      + "kwartaal tegen de grenzen waarbinnen toeval het laat.",
    en:
      "One provider: each indicator over four quarters beside the region's, the difference from the four quarters before "
      + "and from the others, what was counted against what these forms of care and ages make one expect, and its course "
      + "by quarter against the limits within which chance leaves it.")
  public static let aboutStromen = Phrase(
    nl:
      "Wie erbij komt, blijft en vertrekt per kwartaal, en hoe lang men wacht. Een signaal waar de instroom groter is "
      + "dan de uitstroom.",
    en: "Who comes in, stays and leaves by quarter, and how long people wait. A signal where inflow exceeds outflow.")
  public static let aboutBudget = Phrase(
    nl:
      "Wat van het budget is uitgegeven, naast het deel van het jaar dat voorbij is. Een signaal waar het sneller gaat "
      + "dan het jaar.",
    en:
      "What of the budget was spent, beside the share of the year that has passed. A signal where it goes faster than "
      + "the year.")
  public static let aboutMethoden = Phrase(
    nl: "Elke indicator naast elkaar voor de inkoopmethoden van de regio's, op één schaal. Een verschil is geen effect "
      + "van de methode: regio's verschillen in meer.",
    en:
      "Each indicator side by side for the regions' purchasing methods, on one scale. A difference is no effect of the "
      + "method: regions differ in more.")
  public static let aboutKwaliteit = Phrase(
    nl:
      "Wat ontbreekt, wat laat is vastgelegd of aangekomen, wat elkaar tegenspreekt, en wanneer van elk log het laatst is gehoord.",
    en: "What is missing, what was recorded or arrived late, what contradicts, and when each log was last heard from.")
  public static let aboutInterviews = Phrase(
    nl: "Gesprekken per regio en functie, of een sleutelrespondent eerst sprak, en welke verslagen zijn nagekeken.",
    en: "Interviews by region and role, whether a key respondent spoke first, and which reports were checked.")

  // MARK: Refusals

  public static let liveNeedsTerminal = Phrase(
    nl: "--live tekent op een terminal, en invoer of uitvoer is er geen; zonder --live komt hetzelfde scherm één keer",
    en: "--live draws on a terminal, and input or output is none; without --live the same screen comes once")
  public static let liveNeedsCursor = Phrase(
    nl:
      "--live verplaatst de cursor, en deze terminal (TERM=dumb) kan dat niet; zonder --live komt hetzelfde scherm één keer",
    en: "--live moves the cursor, and this terminal (TERM=dumb) cannot; without --live the same screen comes once")
  public static let liveIsATable = Phrase(
    nl: "--live toont schermen; laat --format weg, of laat --live weg voor de cijfers",
    en: "--live shows screens; leave out --format, or leave out --live for the figures")
}
