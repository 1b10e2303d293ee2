/// What export and its help say.
public enum ExportWords {
  public static let summary = Phrase(
    nl: "schrijf feiten van één soort, of het antwoord op een vraag zonder kleine aantallen, voor buiten Veldlog",
    en: "write facts of one kind, or the answer to a question without small numbers, for outside Veldlog")
  public static let levelOption = Phrase(
    nl: "intern: feiten, ook per persoon; deelbaar, publiek: antwoorden zonder kleine aantallen",
    en: "intern: facts, per person too; deelbaar, publiek: answers without small numbers")
  public static let outputOption = Phrase(
    nl: "naar een nieuw bestand in plaats van het scherm", en: "to a new file instead of the screen")
  public static let audienceOption = Phrase(
    nl: "prive: ook feiten uit het eigen privélogboek", en: "prive: facts of one's own private log as well")
  public static let note = Phrase(
    nl:
      "De feiten die meetellen, een per rij: verwijzing, tijd, logboek en de velden van de soort. Getallen met een decimale punt, datums als jjjj-mm-dd, lijsten met | ertussen. Met --format json of markdown in die vorm. Niveau intern bevat gegevens over personen: bewaar het waar u het zelf ook zou mogen bewaren.",
    en:
      "The facts that count, one a row: reference, time, log and the fields of the kind. Numbers with a decimal dot, dates as yyyy-mm-dd, lists parted by |. In those forms with --format json or markdown. Level intern holds data about persons: keep it only where you may."
  )
  public static let noteFormula = Phrase(
    nl:
      "Een tekst die begint met = + - of @ krijgt in CSV en Markdown een apostrof ervoor, want een spreadsheet zou hem als formule uitvoeren. In JSON staat hij zoals hij is.",
    en:
      "A text that begins with = + - or @ gets an apostrophe before it in CSV and Markdown, since a spreadsheet would run it as a formula. In JSON it stands as it is."
  )
  public static let example = Phrase(nl: "alle begonnen trajecten als CSV", en: "all trajectories that started, as CSV")
  public static let exampleJSON = Phrase(nl: "als JSON, voor een programma", en: "as JSON, for a program")
  public static let aTable = Phrase(
    nl: "een soort feit ('veldlog codebook') of een vraag ('veldlog help query')",
    en: "a kind of fact ('veldlog codebook') or a question ('veldlog help query')")
  public static let aLevel = Phrase(
    nl: "--level intern, deelbaar of publiek", en: "--level intern, deelbaar or publiek")

  public static func made(_ path: String, _ rows: Int) -> Phrase {
    Phrase(
      nl: "'\(path)': \(rows) feiten, niveau intern", en: "'\(path)': \(rows) facts, level intern")
  }

  public static let internWarning = Phrase(
    nl: "⚠ niveau intern: niet delen; er staan gegevens over personen in",
    en: "⚠ level intern: do not share; it holds data about persons")

  public static func privateLeftOut(_ count: Int) -> Phrase {
    Phrase(
      nl: "\(count) feiten uit het privélogboek zijn weggelaten (--audience prive neemt ze mee)",
      en: "\(count) facts of the private log were left out (--audience prive takes them in)")
  }

  public static func privateKind(_ kind: String) -> Phrase {
    Phrase(
      nl: "'\(kind)' verlaat deze schijf niet vanzelf; er is niets gemaakt",
      en: "'\(kind)' does not leave this disk by itself; nothing was made")
  }

  public static let privateHint = Phrase(
    nl: "wilt u dat toch, geef dan --audience prive", en: "if you do want it, give --audience prive")
}
