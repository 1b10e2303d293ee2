/// What is said where a passphrase is asked for.
public enum PassphraseWords {
  public static let fileOption = Phrase(
    nl: "lees de wachtzin van de eerste regel van een bestand, of van '-': de standaardinvoer",
    en: "read the passphrase from the first line of a file, or of '-': standard input")

  // MARK: Asking

  public static let ask = Phrase(nl: "Wachtzin: ", en: "Passphrase: ")
  public static let askNew = Phrase(
    nl: "Nieuwe wachtzin (liefst vier of meer woorden): ", en: "New passphrase (four or more words are best): ")
  public static let askAgain = Phrase(nl: "Nog eens: ", en: "Once more: ")

  public static let noTerminal = Phrase(
    nl: "er is geen terminal om de wachtzin te vragen", en: "there is no terminal to ask for the passphrase")
  public static let noTerminalHint = Phrase(
    nl: "geef een bestand met --passphrase-file BESTAND", en: "give a file with --passphrase-file FILE")
  public static let stopped = Phrase(
    nl: "gestopt bij de wachtzin; er is niets veranderd", en: "stopped at the passphrase; nothing was changed")
  public static let different = Phrase(
    nl: "de twee wachtzinnen zijn niet gelijk; er is niets veranderd",
    en: "the two passphrases differ; nothing was changed")

  public static func tooShort(_ minimum: Int) -> Phrase {
    Phrase(
      nl: "een nieuwe wachtzin heeft ten minste \(minimum) tekens; vier of meer woorden zijn beter",
      en: "a new passphrase has at least \(minimum) characters; four or more words are better")
  }

  public static func empty(_ path: String) -> Phrase {
    Phrase(nl: "op de eerste regel van '\(path)' staat niets", en: "there is nothing on the first line of '\(path)'")
  }
}
