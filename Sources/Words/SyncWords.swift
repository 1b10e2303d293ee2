/// What is said of a shared folder.
public enum SyncWords {
  public static let summary = Phrase(
    nl: "wissel feiten uit via een gedeelde map", en: "exchange facts through a shared folder")
  public static let note = Phrase(
    nl:
      "Past toe wat nieuw is in de map, en zet er één bundel bij met wat de map mist, versleuteld voor alle leden. De map mag door Syncthing, Nextcloud, een netwerkschijf of een stick en een mens worden rondgebracht: bestanden veranderen nooit, en wat verdwijnt, half aankomt, dubbel staat of anders heet, kan geen kwaad. Eigen kleine bundels worden samengevoegd zodra een ander lid ze heeft. De map wordt nooit zelf aangemaakt.",
    en:
      "Applies what is new in the folder, and adds one bundle with what the folder lacks, encrypted to all members. Syncthing, Nextcloud, a network disk or a stick and a person may carry the folder around: files never change, and what disappears, arrives half, stands there twice or is renamed does no harm. Own small bundles are put together once another member has them. The folder itself is never made."
  )
  public static let watchOption = Phrase(
    nl: "blijf kijken, tot Ctrl-C; ander werk in de werkruimte gaat voor",
    en: "keep looking, until Ctrl-C; other work in the workspace goes first")
  public static let plainOption = Phrase(
    nl: "schrijf in klare tekst, voor wie de map kan lezen", en: "write in clear, for whoever can read the folder")
  public static let intervalOption = Phrase(
    nl: "seconden tussen twee rondes van --watch (anders 5)", en: "seconds between two rounds of --watch (else 5)")
  public static let dryRunOption = Phrase(
    nl: "toon wat er zou gebeuren, en doe niets", en: "show what would happen, and do nothing")
  public static let example = Phrase(nl: "een stick, eenmalig", en: "a stick, once")
  public static let watchExample = Phrase(
    nl: "een map die Syncthing rondbrengt, doorlopend", en: "a folder that Syncthing carries, all the time")
  public static let dryRunExample = Phrase(nl: "eerst alleen kijken", en: "look first")
  public static let aFolder = Phrase(nl: "een map", en: "a folder")

  // MARK: What was done

  public static func wrote(_ path: String, _ lines: Int, _ bytes: Int, members: Int?) -> Phrase {
    let readers =
      members.map { count in
        Phrase(
          nl: count == 1 ? "voor 1 lid" : "voor \(count) leden",
          en: count == 1 ? "for 1 member" : "for \(count) members")
      } ?? Phrase(nl: "in klare tekst", en: "in clear")
    return Phrase(
      nl: "geschreven: '\(path)', \(lines) regels, \(bytes) bytes, ",
      en: "wrote '\(path)', \(lines) lines, \(bytes) bytes, ")
      + readers
  }

  public static func wouldWrite(_ lines: Int, members: Int?) -> Phrase {
    Phrase(
      nl: "zou schrijven: \(lines) regels" + (members.map { ", voor \($0) leden" } ?? ", in klare tekst"),
      en: "would write \(lines) lines" + (members.map { ", for \($0) members" } ?? ", in clear"))
  }

  public static func removed(_ count: Int) -> Phrase {
    Phrase(
      nl: count == 1
        ? "1 eigen bestand verwijderd dat een nieuwer vervangt"
        : "\(count) eigen bestanden verwijderd die een nieuwer vervangt",
      en: count == 1
        ? "removed 1 own file that a newer one replaces" : "removed \(count) own files that a newer one replaces")
  }

  public static func wouldRemove(_ count: Int) -> Phrase {
    Phrase(
      nl: "zou \(count) eigen bestanden verwijderen die een nieuwer vervangt",
      en: "would remove \(count) own files that a newer one replaces")
  }

  public static func nothingNew(_ count: Int) -> Phrase {
    Phrase(
      nl: "niets nieuws: de map en dit exemplaar hebben hetzelfde (\(count) bundels)",
      en: "nothing new: the folder and this instance hold the same (\(count) bundles)")
  }

  public static let wasEmpty = Phrase(
    nl: "de map was leeg", en: "the folder was empty")

  // MARK: What was passed over

  public static func notWhole(_ path: String, since: String?) -> Phrase {
    since.map { since in
      Phrase(
        nl: "⚠ '\(path)' is nog niet heel, sinds \(since); kopieer het opnieuw, of vraag de afzender te syncen",
        en: "⚠ '\(path)' is not whole yet, since \(since); copy it again, or ask its sender to sync")
    } ?? Phrase(nl: "'\(path)' is nog niet heel; volgende keer weer", en: "'\(path)' is not whole yet; next time again")
  }

  public static func notForUs(_ path: String, count: Int) -> Phrase {
    Phrase(
      nl: count == 1
        ? "'\(path)' is niet voor dit exemplaar versleuteld"
        : "\(count) bestanden zijn niet voor dit exemplaar versleuteld, zoals '\(path)'",
      en: count == 1
        ? "'\(path)' is not encrypted to this instance"
        : "\(count) files are not encrypted to this instance, such as '\(path)'")
  }

  public static func tooLarge(_ path: String) -> Phrase {
    Phrase(nl: "⚠ '\(path)' is te groot voor een bundel", en: "⚠ '\(path)' is too large to be a bundle")
  }

  public static func notABundle(_ path: String) -> Phrase {
    Phrase(nl: "⚠ '\(path)' heet een bundel, maar is er geen", en: "⚠ '\(path)' is called a bundle and is none")
  }

  public static func passedOver(_ path: String) -> Phrase { Phrase(same: "⚠ '\(path)': ") }

  public static func moreSkipped(_ count: Int) -> Phrase {
    Phrase(
      nl: "⚠ en nog \(count) bestanden; --format json noemt ze alle",
      en: "⚠ and \(count) more files; --format json names them all")
  }

  public static func links(_ count: Int) -> Phrase {
    Phrase(
      nl: "koppelingen in de map worden niet gevolgd (\(count))", en: "links in the folder are not followed (\(count))")
  }

  public static let cutShort = Phrase(
    nl: "⚠ de map bevat meer bestanden dan één ronde bekijkt; een deel is overgeslagen",
    en: "⚠ the folder holds more files than one round looks at; some were passed over")

  public static func remains(_ path: String, _ writer: String, isOfGone: Bool) -> Phrase {
    isOfGone
      ? Phrase(
        nl: "⚠ '\(path)' van \(writer) bevat nog gewiste gegevens, en niemand vervangt het: verwijder het bestand zelf",
        en: "⚠ '\(path)' of \(writer) still holds erased data, and nobody will replace it: remove the file yourself")
      : Phrase(
        nl: "'\(path)' van \(writer) bevat nog gewiste gegevens; dat verdwijnt als \(writer) de map synct",
        en: "'\(path)' of \(writer) still holds erased data; it goes when \(writer) syncs the folder")
  }

  public static let noReceiver = Phrase(
    nl:
      "er is niets geschreven: hier is nog van geen ander lid een sleutel bekend. Neem eerst een bundel op van wie u uitnodigde, of gebruik --plain",
    en:
      "nothing was written: no other member's key is known here yet. First apply a bundle of whoever invited you, or use --plain"
  )

  public static let notWritable = Phrase(
    nl: "wat nieuw was is toegepast, maar in de map kon niet worden geschreven: ",
    en: "what was new is applied, but the folder could not be written: ")

  // MARK: Refused

  public static func notThere(_ path: String) -> Phrase {
    Phrase(nl: "de map '\(path)' is er niet", en: "the folder '\(path)' is not there")
  }

  public static let notThereHint = Phrase(
    nl: "is de schijf of stick aangesloten? Er is niets veranderd; de map wordt nooit zelf aangemaakt",
    en: "is the disk or stick plugged in? Nothing has changed; the folder is never made by itself")

  public static func isWorkspace(_ path: String) -> Phrase {
    Phrase(
      nl: "'\(path)' en de werkruimte liggen in elkaar: wie de map deelt, zou de sleutels delen",
      en: "'\(path)' and the workspace lie in each other: sharing the folder would share the keys")
  }

  public static let isWorkspaceHint = Phrase(
    nl: "kies een map buiten de werkruimte", en: "choose a folder outside the workspace")

  // MARK: Watching

  public static func watching(_ path: String) -> Phrase {
    Phrase(nl: "kijkt naar '\(path)'; Ctrl-C stopt", en: "watching '\(path)'; Ctrl-C stops")
  }

  public static func alive(_ time: String, _ count: Int) -> Phrase {
    Phrase(
      nl: "gekeken om \(time) UTC, \(count) bundels; Ctrl-C stopt",
      en: "looked at \(time) UTC, \(count) bundles; Ctrl-C stops")
  }

  public static let gone = Phrase(nl: "; wacht tot hij er weer is", en: "; waiting until it is back")
  public static let back = Phrase(nl: "de map is er weer", en: "the folder is back")
  public static let busy = Phrase(
    nl: "een andere opdracht schrijft in de werkruimte; wacht even",
    en: "another command writes in the workspace; waiting")
  public static let emptied = Phrase(
    nl:
      "⚠ de map is leeg en was dat niet: er wordt niets in geschreven, want de schijf kan los zijn. Klopt het wel: veldlog sync, zonder --watch",
    en:
      "⚠ the folder is empty and was not: nothing is written to it, since the disk may be gone. If it is right: veldlog sync, without --watch"
  )
  public static let stopped = Phrase(nl: "gestopt", en: "stopped")
}
