/// What `veldlog lock` says.
public enum LockWords {
  public static let summary = Phrase(
    nl: "zet de namen achter codes achter een wachtzin", en: "put the names behind codes behind a passphrase")
  public static let note = Phrase(
    nl:
      "Versleutelt wat er in het privélogboek staat (namen en wat met --audience prive is vastgelegd) naar locked.age. Tot 'veldlog lock --open' kan niemand het lezen, ook u niet; al het andere werkt door. Wat u intussen privé vastlegt staat open tot de volgende 'veldlog lock'. Het programma 'age' opent locked.age ook.",
    en:
      "Encrypts what the private log holds (names, and what was recorded with --audience prive) to locked.age. Until 'veldlog lock --open' nobody can read it, you included; all else works on. What you record privately in the meantime stands open until the next 'veldlog lock'. The program 'age' opens locked.age too."
  )
  public static let noteLost = Phrase(
    nl:
      "Een vergeten wachtzin is niet te herstellen: wat op slot zit is dan weg.",
    en: "A forgotten passphrase cannot be recovered: what is locked is lost then.")
  public static let noteDisk = Phrase(
    nl:
      "Bestanden worden vervangen, niet overschreven: op de schijf, in reservekopieën en in momentopnamen kan de oude tekst nog te vinden zijn. Daartegen helpt alleen een versleutelde schijf. Bijlagen en quarantine/ gaan niet op slot.",
    en:
      "Files are replaced, not overwritten: the old text may still be found on the disk, in backups and in snapshots. Only an encrypted disk helps against that. Attachments and quarantine/ are not locked."
  )
  public static let openOption = Phrase(nl: "haal alles weer van slot", en: "unlock all of it again")
  public static let statusOption = Phrase(
    nl: "zeg wat op slot zit, zonder wachtzin", en: "say what is locked, without a passphrase")
  public static let example = Phrase(
    nl: "aan het eind van de dag; vraagt twee keer een wachtzin",
    en: "at the end of the day; asks twice for a passphrase")
  public static let openExample = Phrase(nl: "weer kunnen lezen wie R16 is", en: "to read again who R16 is")
  public static let fileExample = Phrase(
    nl: "met een wachtzin uit een wachtwoordbeheerder", en: "with a passphrase from a password manager")

  private static func facts(_ count: Int) -> Phrase {
    Phrase(nl: count == 1 ? "1 feit" : "\(count) feiten", en: count == 1 ? "1 fact" : "\(count) facts")
  }

  // MARK: Locked

  public static func locked(_ count: Int, new: Int) -> Phrase {
    let verb = Phrase(nl: count == 1 ? " zit" : " zitten", en: count == 1 ? " is" : " are")
    return facts(count) + verb
      + Phrase(nl: " op slot in locked.age, waarvan \(new) nieuw", en: " locked in locked.age, \(new) of them new")
  }

  public static let nothingToLock = Phrase(
    nl: "er staat niets in het privélogboek dat op slot kan",
    en: "there is nothing in the private log that could be locked")

  public static func erased(_ count: Int) -> Phrase {
    Phrase(
      nl: count == 1
        ? "1 gewist feit zat nog op slot, en is nu weg" : "\(count) gewiste feiten zaten nog op slot, en zijn nu weg",
      en: count == 1
        ? "1 erased fact was still locked, and is gone now"
        : "\(count) erased facts were still locked, and are gone now")
  }

  public static func damaged(_ count: Int) -> Phrase {
    Phrase(
      nl:
        "\(count) beschadigde regels van het privélogboek zijn niet te lezen en blijven zoals ze zijn ('veldlog verify')",
      en: "\(count) damaged lines of the private log cannot be read and stay as they are ('veldlog verify')")
  }

  public static func quarantined(_ count: Int) -> Phrase {
    Phrase(
      nl: "in quarantine/ staan \(count) bestanden die niet op slot gaan; kijk of er namen in staan",
      en: "quarantine/ has \(count) files that are not locked; see whether they hold names")
  }

  // MARK: Opened

  public static func opened(_ count: Int) -> Phrase {
    facts(count) + Phrase(nl: " van slot", en: " unlocked")
  }

  public static func unplaced(_ count: Int) -> Phrase {
    facts(count)
      + Phrase(
        nl: count == 1 ? " heeft geen regel in de logboeken hier" : " hebben geen regel in de logboeken hier",
        en: count == 1 ? " has no line in the logs here" : " have no line in the logs here")
      + Phrase(nl: "; locked.age blijft staan", en: "; locked.age stays")
  }

  // MARK: Status

  public static func status(locked: Int) -> Phrase {
    facts(locked) + Phrase(nl: " op slot", en: " locked")
  }

  public static func status(open: Int) -> Phrase {
    facts(open)
      + Phrase(
        nl: " in het privélogboek \(open == 1 ? "staat" : "staan") open",
        en: " in the private log stand\(open == 1 ? "s" : "") open")
  }

  // MARK: Elsewhere

  public static let isLocked = Phrase(nl: "op slot", en: "locked")

  public static let privateIsLocked = Phrase(
    nl:
      "het privélogboek zit op slot: met wat daar staat is niet vergeleken, en dit feit staat open tot de volgende 'veldlog lock'",
    en:
      "the private log is locked: what stands there was not compared, and this fact stands open until the next 'veldlog lock'"
  )

  public static func leftOut(_ count: Int) -> Phrase {
    facts(count)
      + Phrase(
        nl: count == 1 ? " zit op slot en staat er niet bij" : " zitten op slot en staan er niet bij",
        en: count == 1 ? " is locked and left out" : " are locked and left out")
      + Phrase(same: " ('veldlog lock --open')")
  }

  public static func factIsLocked(_ reference: String) -> Phrase {
    Phrase(nl: "feit \(reference) zit op slot", en: "fact \(reference) is locked")
  }

  public static let openHint = Phrase(
    nl: "haal ze van slot met 'veldlog lock --open'", en: "unlock with 'veldlog lock --open'")

  // MARK: Refused

  public static let mustBeOpen = Phrase(
    nl: "er zitten feiten op slot, en die kunnen hierover gaan; er is niets veranderd",
    en: "facts are locked, and may be about the same; nothing was changed")
  public static let notLocked = Phrase(nl: "er zit niets op slot", en: "nothing is locked")

  public static let wrongPassphrase = Phrase(nl: "de wachtzin is onjuist", en: "the passphrase is wrong")

  public static func damagedFile(_ path: String) -> Phrase {
    Phrase(
      nl: "'\(path)' is beschadigd of geen age-bestand; er is niets veranderd",
      en: "'\(path)' is damaged or no age file; nothing was changed")
  }

  public static let damagedFileHint = Phrase(
    nl: "zet het terug uit een reservekopie, en haal het dan van slot",
    en: "put it back from a backup, and unlock it then")

  public static func foreignContents(_ path: String) -> Phrase {
    Phrase(
      nl: "wat in '\(path)' zit is niet door 'veldlog lock' geschreven; er is niets veranderd",
      en: "what is in '\(path)' was not written by 'veldlog lock'; nothing was changed")
  }
}
