/// What is said of a command line beyond its words.
extension ErrorWords {
  public static func fieldTwice(_ name: String) -> Phrase {
    Phrase(nl: "'\(name)' staat er twee keer; geef het één keer", en: "'\(name)' stands there twice; give it once")
  }

  public static func notText(_ name: String) -> Phrase {
    Phrase(
      nl: "de waarde van '\(name)' is geen geldige tekst (UTF-8)",
      en: "the value of '\(name)' is not valid text (UTF-8)")
  }

  public static func notForThisScreen(_ option: String) -> Phrase {
    Phrase(
      nl: "'\(option)' hoort niet bij dit scherm", en: "'\(option)' does not go with this screen")
  }

  public static let lineCutByTerminal = Phrase(
    nl: "Deze regel is door de terminal afgekapt (die geeft er hooguit 4.095 bytes van door) en is niet opgeslagen. "
      + "Verdeel het antwoord over regels: begin en eindig met \"\"\", of gebruik --answers.",
    en: "The terminal cut this line off (it passes on 4,095 bytes of it at most), and it was not saved. "
      + "Spread the answer over lines: begin and end with \"\"\", or use --answers.")

  public static func ownLogGone(_ log: String) -> Phrase {
    Phrase(
      nl: "het eigen logboek \(log) is leeg of weg, terwijl de sleutel er nog is",
      en: "this instance's own log \(log) is empty or gone, while its key is still here")
  }

  public static func waitsInHeld(_ log: String) -> Phrase {
    Phrase(
      nl: "een bundel van \(log), die niemand heeft toegelaten, wacht in held/",
      en: "a bundle of \(log), whom nobody admitted, waits in held/")
  }
}
