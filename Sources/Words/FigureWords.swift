/// What is said around figures.
public enum FigureWords {
  public static func invalid(_ count: Int) -> Phrase {
    Phrase(
      nl: "⚠ \(count) feiten passen niet in het codeboek en tellen niet mee ('veldlog doctor')",
      en: "⚠ \(count) facts do not fit the codebook and do not count ('veldlog doctor')")
  }

  public static let dashboard = Phrase(nl: "toon de cijfers als scherm", en: "show the figures as a screen")
  public static let dashboardNote = Phrase(
    nl: "overzicht: hoe gaat het, met interval, verloop en wat ontbreekt. aanbieders: wie wijkt af, tegen de grenzen "
      + "van een trechter. interviews: wie is gesproken, per regio en functie. Een cijfer met n onder 10 wordt niet "
      + "beoordeeld. Alles staat op alfabet; een rangnummer is er nooit.",
    en:
      "overzicht: how it goes, with interval, course and what is missing. aanbieders: who differs, against the limits "
      + "of a funnel. interviews: who was heard, by region and role. A figure with n below 10 is not judged. "
      + "All is alphabetical; there is never a rank number.")
  public static let indicatorOption = Phrase(
    nl: "indicator van het scherm aanbieders; anders uitval_breed",
    en: "indicator of the screen aanbieders; else uitval_breed")
  public static let whereOption = Phrase(
    nl: "beperk de cijfers, zoals 'regio = zeeland en jaar >= 2015'",
    en: "limit the figures, such as 'regio = zeeland and jaar >= 2015'")
  public static let periodOption = Phrase(
    nl: "periode: 2016, 2016h1, 2016k2 of 2016-03", en: "period: 2016, 2016h1, 2016k2 or 2016-03")
  public static let overviewExample = Phrase(nl: "hoe gaat het", en: "how it goes")
  public static let aanbiedersExample = Phrase(nl: "wie wijkt af op uitval", en: "who differs on drop-out")
  public static let interviewsExample = Phrase(nl: "wie is gesproken", en: "who was heard")

  public static func unknownIndicator(_ name: String) -> Phrase {
    Phrase(
      nl: "er is geen indicator '\(name)'; 'veldlog indicators' noemt ze",
      en: "there is no indicator '\(name)'; 'veldlog indicators' names them")
  }

  public static func notAPeriod(_ text: String) -> Phrase {
    Phrase(
      nl: "'\(text)' is geen periode; schrijf 2016, 2016h1, 2016k2 of 2016-03",
      en: "'\(text)' is no period; write 2016, 2016h1, 2016k2 or 2016-03")
  }
}
