/// What is said of figures that leave the workspace.
public enum GateWords {
  public static let minimumOption = Phrase(
    nl: "kleinste aantal dat gegeven wordt (10; vanaf 5 alleen bij deelbaar en met --recipient)",
    en: "the smallest count that is given (10; from 5 with deelbaar and --recipient only)")
  public static let recipientOption = Phrase(
    nl: "voor wie het is; komt in het feit van de uitvoer", en: "whom it is for; goes into the fact of the export")
  public static let note = Phrase(
    nl:
      "Op niveau deelbaar en publiek gaat een antwoord op een vraag naar buiten, nooit een feit. Cijfers over minder dan het minimum vallen weg, en zoveel andere dat ze ook uit totalen, verwante indicatoren en eerdere uitvoer niet te herleiden zijn. Deelbaar: percentages op één decimaal, met het aantal als 'minstens'; aantallen op vijftallen. Publiek: alle aantallen op vijftallen, een percentage alleen waar dat niet meer zegt. Wie bezwaar maakte, vertrouwelijke bronnen en het privélogboek tellen niet mee. Elke uitvoer wordt een feit, en latere worden ermee vergeleken.",
    en:
      "At levels deelbaar and publiek the answer to a question leaves, never a fact. Figures about fewer than the minimum are left out, and as many others as are needed so that totals, related indicators and earlier exports do not give them away. Deelbaar: percentages with one decimal, the number behind them as 'at least'; counts to fives. Publiek: all counts to fives, a percentage only where it says no more than they do. Who objected, confidential sources and the private log do not count. Every export becomes a fact, and later ones are compared with it."
  )
  public static let exampleShareable = Phrase(
    nl: "voor een contractpartner, zonder kleine aantallen", en: "for a contract partner, without small numbers")
  public static let examplePublic = Phrase(nl: "voor iedereen, op vijftallen", en: "for everybody, to fives")

  public static func kindIsPersonal(_ kind: String, _ level: String) -> Phrase {
    Phrase(
      nl: "'\(kind)' is een soort feit, met gegevens per persoon: dat gaat niet op niveau '\(level)'",
      en: "'\(kind)' is a kind of fact, with data per person: that does not leave at level '\(level)'")
  }
  public static let askInstead = Phrase(
    nl: "stel een vraag: veldlog export 'uitval_breed per aanbieder' --level deelbaar -o FILE",
    en: "ask a question: veldlog export 'uitval_breed per aanbieder' --level deelbaar -o FILE")

  public static func badMinimum(_ minimum: String) -> Phrase {
    Phrase(
      nl: "--minimum \(minimum): het minimum is een getal vanaf 5",
      en: "--minimum \(minimum): the minimum is a number from 5")
  }
  public static func needsRecipient(_ minimum: Int) -> Phrase {
    Phrase(
      nl: "een minimum van \(minimum) is een afspraak met iemand: zeg met --recipient met wie",
      en: "a minimum of \(minimum) is agreed with somebody: say with whom with --recipient")
  }
  public static func lowerInPublic(_ minimum: Int) -> Phrase {
    Phrase(
      nl: "een minimum van \(minimum) kan niet op niveau publiek: daar is het 10",
      en: "a minimum of \(minimum) cannot go with level publiek: there it is 10")
  }
  public static let tooLarge = Phrase(
    nl: "de vraag splitst in meer delen dan te controleren zijn; er is niets gemaakt",
    en: "the question cuts into more parts than can be checked; nothing was made")
  public static let tooLargeHint = Phrase(
    nl: "neem minder dimensies, langere perioden of één regio",
    en: "take fewer dimensions, longer periods or one region")
  public static func tooLargeWith(_ reference: String) -> Phrase {
    Phrase(
      nl: "samen met de eerdere uitvoer \(reference) zijn het meer delen dan te controleren zijn; er is niets gemaakt",
      en: "together with the earlier export \(reference) there are more parts than can be checked; nothing was made")
  }
  public static func unreadable(_ reference: String) -> Phrase {
    Phrase(
      nl:
        "de vraag van de eerdere uitvoer \(reference) is niet meer te beantwoorden, dus er is niet mee te vergelijken; er is niets gemaakt",
      en:
        "the question of the earlier export \(reference) cannot be answered any more, so nothing can be compared with it; nothing was made"
    )
  }

  public static func reason(_ name: String) -> Phrase {
    switch name {
    case "klein": Phrase(nl: "minder dan het minimum", en: "below the minimum")
    case "rest_klein":
      Phrase(nl: "minder dan het minimum hoort er niet bij", en: "fewer than the minimum are not in it")
    case "hele_groep":
      Phrase(nl: "niemand, of ieder, van een kleine groep", en: "nobody, or everybody, of a small group")
    case "afleidbaar": Phrase(nl: "een ander cijfer zou eruit volgen", en: "another figure would follow from it")
    case "eerdere_uitvoer":
      Phrase(
        nl: "samen met eerdere uitvoer zou er iets uit volgen",
        en: "something would follow together with earlier exports")
    case "bedrag_aanbieder":
      Phrase(
        nl: "een bedrag van minder dan drie aanbieders, of vooral van één",
        en: "an amount of fewer than three providers, or of one for the most part")
    default: Phrase(nl: "niet te herleiden tot wat geteld is", en: "not to be traced to what was counted")
    }
  }

  public static func rounding(_ level: String, minimum: Int) -> Phrase {
    let hidden = Phrase(
      nl: "Onderdrukt: aantallen onder \(minimum) en wat ze zou verraden. ",
      en: "Suppressed: counts below \(minimum), and what would give them away. ")
    if level == "publiek" {
      return hidden
        + Phrase(
          nl:
            "Aantallen zijn afgerond op vijftallen; een percentage staat er alleen waar het alle mogelijke aantallen open laat, in hele procenten uit de echte aantallen. Optellingen kunnen afwijken.",
          en:
            "Counts are rounded to fives; a percentage is given only where it leaves all possible counts open, in whole percents of the true counts. Sums may differ."
        )
    }
    return hidden
      + Phrase(
        nl:
          "Percentages hebben één decimaal en komen uit de echte aantallen, die er daarom niet bij staan: n is 'minstens'. Andere aantallen zijn afgerond op vijftallen. Het interval is dat van het gegeven percentage en n.",
        en:
          "Percentages have one decimal and come from the true counts, which are therefore not given: n is 'at least'. Other counts are rounded to fives. The interval is that of the percentage and n as given."
      )
  }
  public static let reordered = Phrase(
    nl:
      "De rijen staan alfabetisch: een volgorde naar een cijfer, of de eerste zoveel, zou onderdrukte cijfers verraden.",
    en:
      "The rows are in alphabetical order: an order by a figure, or the first so many, would give suppressed ones away."
  )
  public static func suppressed(_ count: Int, of all: Int) -> Phrase {
    Phrase(nl: "\(count) van \(all) cijfers onderdrukt", en: "\(count) of \(all) figures suppressed")
  }
  public static func suppressedBecause(_ count: Int, _ reason: Phrase) -> Phrase {
    Phrase(same: "  \(count) × ") + reason
  }
  public static func withheld(persons: Int, facts: Int) -> Phrase {
    Phrase(
      nl: "\(facts) feiten van \(persons) personen met bezwaar of ingetrokken toestemming tellen niet mee",
      en: "\(facts) facts of \(persons) persons who objected or withdrew consent do not count")
  }
  public static func confidential(_ count: Int) -> Phrase {
    Phrase(
      nl: "\(count) feiten uit vertrouwelijke bronnen tellen niet mee",
      en: "\(count) facts of confidential sources do not count")
  }
  public static func compared(_ references: [String]) -> Phrase {
    let list = references.joined(separator: ", ")
    return Phrase(nl: "vergeleken met eerdere uitvoer: \(list)", en: "compared with earlier exports: \(list)")
  }
  public static func made(_ path: String, _ rows: Int, _ level: String) -> Phrase {
    Phrase(nl: "'\(path)': \(rows) rijen, niveau \(level)", en: "'\(path)': \(rows) rows, level \(level)")
  }
  public static func recorded(_ reference: String) -> Phrase {
    Phrase(nl: "vastgelegd als \(reference)", en: "recorded as \(reference)")
  }
}
