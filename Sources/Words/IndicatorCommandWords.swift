/// What the command `indicators` says.
public enum IndicatorCommandWords {
  public static let summary = Phrase(
    nl: "noem de indicatoren en hun definitie", en: "name the indicators and their definitions")
  public static let note = Phrase(
    nl:
      "Een eigen indicator is een feit 'definitie' met een tabel (de soort feit die telt), en naar keuze filter, teller, "
      + "noemer, waarde, maat (aandeel, gemiddelde, mediaan, som, aantal, jeugdigen), richting en minimum_n. Een regel is "
      + "een veld met = != < <= > >= in (…) of 'bekend', en daartussen en, of, niet. Een nieuwe definitie met een latere "
      + "geldig_van breekt de reeks op die dag.",
    en:
      "An indicator of your own is a fact 'definitie' with a tabel (the kind of fact that counts), and if wanted filter, "
      + "teller, noemer, waarde, maat (aandeel, gemiddelde, mediaan, som, aantal, jeugdigen), richting and minimum_n. A "
      + "rule is a field with = != < <= > >= in (…) or 'known', and between them and, or, not. A new definition with a "
      + "later geldig_van breaks the series on that day.")
  public static let listExample = Phrase(nl: "wat er te vragen is", en: "what can be asked")
  public static let oneExample = Phrase(nl: "hoe één indicator telt", en: "how one indicator counts")
  public static let addExample = Phrase(nl: "een eigen indicator vastleggen", en: "record an indicator of your own")
  public static let title = Phrase(nl: "naam", en: "name")
  public static let unit = Phrase(nl: "telt", en: "counts")
  public static let source = Phrase(nl: "bron", en: "source")
  public static let definition = Phrase(nl: "definitie", en: "definition")
  public static let numerator = Phrase(nl: "teller", en: "numerator")
  public static let denominator = Phrase(nl: "noemer", en: "denominator")
  public static let missing = Phrase(nl: "ontbreekt", en: "missing")
  public static let attribution = Phrase(nl: "periode", en: "period")
  public static let direction = Phrase(nl: "richting", en: "direction")
  public static let smallest = Phrase(nl: "kleinste n zonder teken", en: "smallest n without a mark")
  public static let seriesBreak = Phrase(nl: "breuk in de reeks", en: "break of the series")

  public static func attribution(_ key: String) -> Phrase {
    switch key {
    case "start": Phrase(nl: "naar startdatum van het traject", en: "by start date of the trajectory")
    case "einde": Phrase(nl: "naar einddatum van het traject", en: "by end date of the trajectory")
    default: Phrase(nl: "naar eigen datum of periode", en: "by its own date or period")
    }
  }

  public static func direction(_ isHighGood: Bool?) -> Phrase {
    switch isHighGood {
    case true?: Phrase(nl: "hoog is goed", en: "high is good")
    case false?: Phrase(nl: "laag is goed", en: "low is good")
    case nil: Phrase(same: "")
    }
  }
}
