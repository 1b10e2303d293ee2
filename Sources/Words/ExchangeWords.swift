/// What is said of bundles that are made, looked at and applied, and of who gets them.
public enum ExchangeWords {
  // MARK: help

  public static let forOption = Phrase(
    nl: "voor dit lid, versleuteld, wat het nog niet heeft (mag vaker)",
    en: "for this member, encrypted, what it does not have yet (may be repeated)")
  public static let allOption = Phrase(
    nl: "voor alle leden, versleuteld (zonder keuze is dit het)", en: "for all members, encrypted (the default)")
  public static let maxSizeOption = Phrase(
    nl: "verdeel over bestanden van hoogstens deze grootte (20M)", en: "divide over files of at most this size (20M)")
  public static let attachmentsOption = Phrase(
    nl: "bijlagen: all, none, of tot deze grootte (5M)", en: "attachments: all, none, or up to this size (5M)")
  public static let passphraseOption = Phrase(
    nl: "versleuteld met een wachtzin, die wordt gevraagd", en: "encrypted to a passphrase, which is asked for")
  public static let dryRunOption = Phrase(
    nl: "zeg wat er zou veranderen, en verander niets", en: "say what would change, and change nothing")
  public static let forExample = Phrase(
    nl: "alleen wat dit lid nog mist, in delen die elk op een stick passen",
    en: "only what this member lacks, in parts that each fit on a stick")
  public static let dryRunExample = Phrase(nl: "kijk eerst wat er verandert", en: "look first at what would change")
  public static let receipt = Phrase(
    nl: "laat weten wat is aangekomen", en: "tell others what has arrived")
  public static let receiptNote = Phrase(
    nl:
      "Een ontvangstbewijs is een bundel zonder feiten. Wie het toepast, stuurt u daarna alleen wat u nog niet heeft, en opnieuw wat u mist.",
    en:
      "A receipt is a bundle without facts. Whoever applies it sends you only what you do not have afterwards, and again what you miss."
  )
  public static let receiptExample = Phrase(nl: "en stuur het terug", en: "and send it back")

  // MARK: making

  public static func madeFor(_ path: String, _ lines: Int, _ logs: Int, _ bytes: Int, _ receivers: Int) -> Phrase {
    let people = Phrase(
      nl: receivers == 0 ? "" : receivers == 1 ? ", voor 1 lid" : ", voor \(receivers) leden",
      en: receivers == 0 ? "" : receivers == 1 ? ", for 1 member" : ", for \(receivers) members")
    return Phrase(
      nl: "'\(path)': \(lines) regels uit \(logs == 1 ? "1 logboek" : "\(logs) logboeken"), \(bytes) bytes",
      en: "'\(path)': \(lines) lines of \(logs == 1 ? "1 log" : "\(logs) logs"), \(bytes) bytes") + people
  }

  public static func unknownKeys(_ logs: [String]) -> Phrase {
    Phrase(
      nl: "⚠ niet voor \(logs.joined(separator: ", ")): daarvan is nog niets aangekomen, dus geen sleutel bekend",
      en: "⚠ not for \(logs.joined(separator: ", ")): nothing of them has arrived yet, so no key is known")
  }
  public static let omitsRegional = Phrase(
    nl: "regionale feiten gaan niet mee: niet alle ontvangers zijn van die regio (kies hen met --for)",
    en: "regional facts do not go along: not all receivers are of that region (choose them with --for)")
  public static let onlyOneChoice = Phrase(
    nl: "kies er één: --for, --all, --plain of --passphrase",
    en: "choose one: --for, --all, --plain or --passphrase")

  // MARK: why not

  public static func notForUs(_ count: Int) -> Phrase {
    Phrase(
      nl: "deze bundel is versleuteld voor anderen (\(count) ontvangers); dit exemplaar is er niet bij",
      en: "this bundle is encrypted to others (\(count) receivers); this instance is not among them")
  }
  public static let notForUsHint = Phrase(
    nl: "vraag de afzender om een bundel voor u: veldlog bundle create --for UW-LOGBOEK",
    en: "ask the sender for one to you: veldlog bundle create --for YOUR-LOG")
  public static let needsPassphrase = Phrase(
    nl: "deze bundel is versleuteld met een wachtzin", en: "this bundle is encrypted to a passphrase")
  public static let needsPassphraseHint = Phrase(
    nl: "veldlog bundle apply --passphrase …", en: "veldlog bundle apply --passphrase …")
  public static func notAMember(_ log: String) -> Phrase {
    Phrase(nl: "'\(log)' is geen lid, of ingetrokken", en: "'\(log)' is no member, or revoked")
  }
  public static func keysNotKnown(_ logs: [String]) -> Phrase {
    Phrase(
      nl:
        "van \(logs.joined(separator: ", ")) is nog niets aangekomen, dus geen sleutel bekend om voor te versleutelen",
      en: "nothing of \(logs.joined(separator: ", ")) has arrived yet, so there is no key to encrypt to")
  }
  public static let keysNotKnownHint = Phrase(
    nl: "vraag hun eerst een bundel, of maak er een in klare tekst: --plain",
    en: "ask them for a bundle first, or make one in clear: --plain")
  public static let noReceivers = Phrase(
    nl: "er zijn nog geen andere leden om een bundel voor te maken",
    en: "there are no other members yet to make a bundle for")
  public static let noReceiversHint = Phrase(
    nl: "nodig iemand uit (veldlog invite), of maak een bundel in klare tekst: --plain",
    en: "invite someone (veldlog invite), or make a bundle in clear: --plain")
  public static func partTooSmall(_ wanted: Int, _ smallest: Int) -> Phrase {
    Phrase(
      nl: "in \(wanted) bytes past geen deel: het kleinste heeft er \(smallest)",
      en: "no part fits in \(wanted) bytes: the smallest has \(smallest)")
  }

  // MARK: age

  public static let notAge = Phrase(
    nl: "dit is geen bestand dat met age is versleuteld", en: "this is no file that was encrypted with age")
  public static let damagedEncryption = Phrase(
    nl: "het versleutelde bestand is beschadigd of onderweg afgebroken; er is niets veranderd",
    en: "the encrypted file is damaged, or was cut off on the way; nothing was changed")
  public static let damagedEncryptionHint = Phrase(
    nl: "laat het nog eens sturen, of kopieer het opnieuw", en: "have it sent again, or copy it once more")
  public static func newerEncryption(_ version: String) -> Phrase {
    Phrase(
      nl: "het bestand is versleuteld met een nieuwere versie van age (\(version))",
      en: "the file is encrypted with a newer version of age (\(version))")
  }
  public static let wrongPassphrase = Phrase(nl: "de wachtzin past niet", en: "the passphrase does not fit")
  public static func workFactor(_ found: Int, _ limit: Int) -> Phrase {
    Phrase(
      nl: "een wachtzin proberen kost hier 2^\(found) rondes, meer dan 2^\(limit); het bestand is geweigerd",
      en: "trying a passphrase takes 2^\(found) rounds here, more than 2^\(limit); the file is refused")
  }
  public static func tooLargeInside(_ limit: Int) -> Phrase {
    Phrase(
      nl: "in het versleutelde bestand zit meer dan \(limit) bytes; het is geweigerd",
      en: "more than \(limit) bytes are in the encrypted file; it is refused")
  }
  public static let notEncrypted = Phrase(nl: "dit kon niet worden versleuteld", en: "this could not be encrypted")

  // MARK: applying and looking

  public static func alsoErased(_ count: Int) -> Phrase {
    Phrase(nl: ", \(count) gewist", en: ", \(count) erased")
  }
  public static func attachments(_ count: Int) -> Phrase {
    Phrase(
      nl: ", \(count == 1 ? "1 bijlage" : "\(count) bijlagen")",
      en: ", \(count == 1 ? "1 attachment" : "\(count) attachments")")
  }
  public static let receivers = Phrase(nl: "voor", en: "for")
  public static let everyone = Phrase(nl: "iedereen", en: "everyone")
  public static let asksFor = Phrase(nl: "vraagt om", en: "asks for")
  public static let holds = Phrase(nl: "heeft", en: "holds")
  public static let wouldChange = Phrase(nl: "zou veranderen", en: "would change")
  public static let nothingChanged = Phrase(
    nl: "er is niets veranderd; zonder --dry-run wel", en: "nothing was changed; without --dry-run it would be")
  public static let conflictsNotCounted = Phrase(
    nl: "conflicten zijn niet geteld, omdat de logboeken groot zijn: 'veldlog conflicts' telt en toont ze",
    en: "conflicts were not counted, as the logs are large: 'veldlog conflicts' counts and shows them")

  public static func conflictCounts(new: Int, gone: Int) -> Phrase {
    Phrase(
      nl: "conflicten: \(new) nieuw, \(gone) weg", en: "conflicts: \(new) new, \(gone) gone")
  }
  public static func memberChange(_ log: String, _ before: String, _ after: String) -> Phrase {
    Phrase(same: "\(log): \(before) → \(after)")
  }
  public static let noMember = Phrase(nl: "geen lid", en: "no member")
  public static func figureChange(_ name: String, _ before: String, _ after: String) -> Phrase {
    Phrase(same: "\(name): \(before) → \(after)")
  }
}
