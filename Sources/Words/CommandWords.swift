/// What commands say of what they did.
public enum CommandWords {
  // MARK: init, invite, trust

  public static func founded(_ naam: String, _ log: String, _ folder: String) -> Phrase {
    Phrase(
      nl: "werkruimte '\(naam)' staat in \(folder)\nuw logboek is \(log)",
      en: "workspace '\(naam)' stands in \(folder)\nyour log is \(log)")
  }

  public static let foundedNext = Phrase(
    nl: """
      verder: veldlog record …            leg een feit vast ('veldlog help record')
              veldlog import BESTAND.csv  lees een tabel in
              veldlog invite              nodig een andere regio uit
      """,
    en: """
      next: veldlog record …          record a fact ('veldlog help record')
            veldlog import FILE.csv   read a table
            veldlog invite            invite another region
      """)

  public static func joinedNext(_ log: String) -> Phrase {
    Phrase(
      nl: """
        geef uw logboeknummer door aan wie u uitnodigde; die voert uit: veldlog trust add \(log)
        tot dan telt wat u vastlegt alleen hier, en gaat niets verloren
        """,
      en: """
        pass your log on to whoever invited you, to run: veldlog trust add \(log)
        until then what you record counts here only, and nothing is lost
        """)
  }

  public static func admitted(_ log: String, _ role: String) -> Phrase {
    Phrase(nl: "\(log) is toegelaten als \(role)", en: "\(log) is admitted as \(role)")
  }

  public static func revoked(_ log: String) -> Phrase {
    Phrase(
      nl: "\(log) is ingetrokken: wat er tot nu toe van is ontvangen telt mee, wat er nog komt niet",
      en: "\(log) is revoked: what was received of it so far counts, what is still to come does not")
  }

  public static let log = Phrase(nl: "logboek", en: "log")
  public static let naam = Phrase(nl: "naam", en: "name")
  public static let rol = Phrase(nl: "rol", en: "role")
  public static let regio = Phrase(nl: "regio", en: "region")
  public static let standing = Phrase(nl: "stand", en: "state")
  public static let lines = Phrase(nl: "regels", en: "lines")
  public static let lastHeard = Phrase(nl: "laatst gehoord", en: "last heard")

  public static func standing(_ name: String) -> Phrase {
    switch name {
    case "stichter": Phrase(nl: "stichter", en: "founder")
    case "lid": Phrase(nl: "lid", en: "member")
    case "ingetrokken": Phrase(nl: "ingetrokken", en: "revoked")
    default: Phrase(nl: "wacht op toelating", en: "waits for admission")
    }
  }

  public static let noMembers = Phrase(nl: "er zijn nog geen leden", en: "there are no members yet")

  // MARK: Facts

  public static func recorded(_ reference: String, _ kind: String) -> Phrase {
    Phrase(nl: "vastgelegd als \(reference): \(kind)", en: "recorded as \(reference): \(kind)")
  }

  public static func known(_ reference: String, _ kind: String) -> Phrase {
    Phrase(nl: "was al bekend als \(reference): \(kind)", en: "known already as \(reference): \(kind)")
  }

  public static func corrected(_ reference: String) -> Phrase {
    Phrase(nl: "verbeterd, als \(reference)", en: "corrected, as \(reference)")
  }

  public static func retracted(_ reference: String) -> Phrase {
    Phrase(nl: "ingetrokken, als \(reference)", en: "retracted, as \(reference)")
  }

  public static func resolved(_ reference: String) -> Phrase {
    Phrase(nl: "beslist, als \(reference)", en: "settled, as \(reference)")
  }

  public static let reference = Phrase(nl: "verwijzing", en: "reference")
  public static let time = Phrase(nl: "tijd (UTC)", en: "time (UTC)")
  public static let kind = Phrase(nl: "soort", en: "kind")
  public static let contents = Phrase(nl: "inhoud", en: "contents")
  public static let state = Phrase(nl: "geldt", en: "holds")
  public static let holds = Phrase(nl: "ja", en: "yes")
  public static let replaced = Phrase(nl: "vervangen", en: "replaced")
  public static let withoutContents = Phrase(nl: "zonder inhoud", en: "no contents")
  public static let waiting = Phrase(nl: "wacht", en: "waits")
  public static let inConflict = Phrase(nl: "conflict", en: "conflict")
  public static let noFacts = Phrase(
    nl: "er is nog niets vastgelegd; begin met 'veldlog record' of 'veldlog import'",
    en: "nothing is recorded yet; start with 'veldlog record' or 'veldlog import'")

  // MARK: Conflicts

  public static let noConflicts = Phrase(nl: "geen open conflicten", en: "no open conflicts")

  public static func conflictCount(_ count: Int) -> Phrase {
    Phrase(
      nl: count == 1 ? "1 open conflict" : "\(count) open conflicten",
      en: count == 1 ? "1 open conflict" : "\(count) open conflicts")
  }

  public static let usedMeanwhile = Phrase(
    nl: "▸ telt in de cijfers, tot iemand kiest", en: "▸ counts in the figures, until someone chooses")

  public static func resolveHint(_ reference: String) -> Phrase {
    Phrase(
      nl:
        "kies: veldlog resolve \(reference) --reason \"dossier nagekeken\"     of: veldlog correct \(reference) veld=waarde",
      en:
        "choose: veldlog resolve \(reference) --reason \"file checked\"     or: veldlog correct \(reference) field=value"
    )
  }

  // MARK: Missing words

  public static let aKind = Phrase(nl: "een soort feit", en: "a kind of fact")
  public static let aReference = Phrase(nl: "een verwijzing, zoals :41", en: "a reference, such as :41")
  public static let aField = Phrase(nl: "een veld=waarde", en: "a field=value")
  public static let aReason = Phrase(nl: "--reason \"waarom\"", en: "--reason \"why\"")
  public static let aLog = Phrase(nl: "een logboek", en: "a log")
  public static let aFile = Phrase(nl: "een bestand", en: "a file")
  public static let anOutput = Phrase(nl: "-o BESTAND", en: "-o FILE")
  public static let aRegion = Phrase(nl: "--regio REGIO", en: "--regio REGION")
  public static let aName = Phrase(
    nl: "--name WIE (een apparaat of functie, liever geen persoon)",
    en: "--name WHO (a device or function, rather not a person)")
  public static let aWorkspaceName = Phrase(
    nl: "--workspace NAAM, of --invite BESTAND", en: "--workspace NAME, or --invite FILE")
  public static let trustWord = Phrase(nl: "list, add of revoke", en: "list, add or revoke")
  public static let bundleWord = Phrase(nl: "create, inspect of apply", en: "create, inspect or apply")

  // MARK: status

  public static let workspace = Phrase(nl: "werkruimte", en: "workspace")
  public static let fingerprint = Phrase(nl: "vingerafdruk", en: "fingerprint")
  public static func facts(_ all: Int, live: Int) -> Phrase {
    Phrase(nl: "\(all) feiten, waarvan \(live) gelden", en: "\(all) facts, of which \(live) hold")
  }
  public static let factsTitle = Phrase(nl: "feiten", en: "facts")
  public static let conflictsTitle = Phrase(nl: "conflicten", en: "conflicts")
  public static func heldLines(_ count: Int) -> Phrase {
    Phrase(
      nl: "⚠ \(count) regels wachten op toelating ('veldlog trust list')",
      en: "⚠ \(count) lines wait for admission ('veldlog trust list')")
  }
  public static func heldBundles(_ count: Int) -> Phrase {
    Phrase(
      nl: count == 1
        ? "⚠ 1 bundel wacht in held/ ('veldlog doctor')" : "⚠ \(count) bundels wachten in held/ ('veldlog doctor')",
      en: count == 1
        ? "⚠ 1 bundle waits in held/ ('veldlog doctor')" : "⚠ \(count) bundles wait in held/ ('veldlog doctor')")
  }
  public static func faults(_ count: Int) -> Phrase {
    Phrase(
      nl: "⚠ \(count) regels zijn beschadigd ('veldlog verify')", en: "⚠ \(count) lines are damaged ('veldlog verify')")
  }
  public static func notAdmitted(_ log: String) -> Phrase {
    Phrase(
      nl:
        "⚠ dit exemplaar is nog niet toegelaten: eigen feiten tellen nog niet in de cijfers.\n  laat de stichter 'veldlog trust add \(log)' uitvoeren en een bundel sturen",
      en:
        "⚠ this instance is not admitted yet: its own facts do not count in figures.\n  have the founder run 'veldlog trust add \(log)' and send a bundle"
    )
  }

  // MARK: verify

  public static func verified(_ logs: Int, _ lines: Int) -> Phrase {
    Phrase(
      nl: "\(logs) logboeken, \(lines) regels: alles klopt", en: "\(logs) logs, \(lines) lines: all is right")
  }
  public static func verifiedWithFaults(_ logs: Int, _ lines: Int, _ faults: Int) -> Phrase {
    Phrase(
      nl: "\(logs) logboeken, \(lines) regels: \(faults) bevindingen",
      en: "\(logs) logs, \(lines) lines: \(faults) findings")
  }
  public static func faultAt(_ path: String, _ line: Int, _ byte: Int, _ what: Phrase) -> Phrase {
    Phrase(nl: "'\(path)' regel \(line), byte \(byte): ", en: "'\(path)' line \(line), byte \(byte): ") + what
  }
  public static func unchecked(_ path: String, _ first: Int, _ last: Int) -> Phrase {
    Phrase(
      nl: "'\(path)': regels met nummer \(first) tot en met \(last) zijn niet te controleren",
      en: "'\(path)': lines number \(first) to \(last) cannot be checked")
  }
  public static func torn(_ path: String, _ line: Int, _ bytes: Int) -> Phrase {
    Phrase(
      nl:
        "'\(path)' regel \(line): \(bytes) bytes van een afgebroken regel, nooit bevestigd; de volgende schrijfactie zet ze in quarantine/",
      en:
        "'\(path)' line \(line): \(bytes) bytes of a line that was cut off, never confirmed; the next write moves them to quarantine/"
    )
  }
  public static let salvageHint = Phrase(
    nl:
      "bewaar de map zoals zij is; de andere regels blijven bruikbaar. Een bundel waarin de regel staat, herstelt haar: "
      + "vraag iemand die haar heeft om alles (veldlog bundle create --plain)",
    en: "keep the folder as it is; the other lines stay usable. A bundle that has the line mends it: ask someone who "
      + "has it for everything (veldlog bundle create --plain)")

  // MARK: bundles

  public static func made(_ path: String, _ lines: Int, _ logs: Int, _ bytes: Int) -> Phrase {
    Phrase(
      nl:
        "'\(path)': \(lines) regels van \(logs == 1 ? "1 logboek" : "\(logs) logboeken") in \(bytes) bytes, in klare tekst",
      en: "'\(path)': \(lines) lines of \(logs == 1 ? "1 log" : "\(logs) logs") in \(bytes) bytes, in clear")
  }
  public static let clearWarning = Phrase(
    nl: "⚠ wie dit bestand heeft, kan het lezen", en: "⚠ whoever has this file can read it")
  public static func leftBehind(_ log: String, _ count: Int) -> Phrase {
    Phrase(
      nl: "⚠ \(count) regels van \(log) gaan niet mee: er staat geen geldig controlepunt achter ('veldlog verify')",
      en: "⚠ \(count) lines of \(log) stay behind: no checkpoint vouches for them ('veldlog verify')")
  }
  public static func applied(
    _ path: String, new: Int, known: Int, held: Int, quarantined: Int
  ) -> Phrase {
    Phrase(
      nl: "'\(path)': \(new) nieuw, \(known) al bekend, \(held) wachten, \(quarantined) in quarantaine",
      en: "'\(path)': \(new) new, \(known) known already, \(held) waiting, \(quarantined) in quarantine")
  }
  public static func fromStranger(_ log: String) -> Phrase {
    Phrase(
      nl:
        "  van \(log), die niemand heeft toegelaten: de bundel is bewaard en telt nog niet.\n  vertrouwt u de afzender? veldlog trust add \(log)",
      en:
        "  from \(log), whom nobody admitted: the bundle is kept and does not count yet.\n  do you trust the sender? veldlog trust add \(log)"
    )
  }
  public static func fromRevoked(_ log: String) -> Phrase {
    Phrase(
      nl: "  van \(log), dat is ingetrokken: wat het daarna schreef telt niet mee",
      en: "  from \(log), which was revoked: what it wrote after that does not count")
  }
  public static func released(_ path: String) -> Phrase {
    Phrase(nl: "eerder bewaard: ", en: "kept before: ") + Phrase(same: path)
  }
  public static func leftWhereItIs(_ path: String) -> Phrase {
    Phrase(
      nl: "  held/ en quarantine/ zijn vol (1 GiB): '\(path)' is zelf de enige kopie, bewaar het",
      en: "  held/ and quarantine/ are full (1 GiB): '\(path)' is the only copy, keep it")
  }
  public static func otherWorkspaceBundle(_ found: String, _ wanted: String) -> Phrase {
    Phrase(
      nl: "deze bundel is van werkruimte \(found), niet van deze (\(wanted)); er is niets veranderd",
      en: "this bundle is of workspace \(found), not of this one (\(wanted)); nothing was changed")
  }
  public static func openConflicts(_ count: Int) -> Phrase {
    Phrase(same: "⚠ ") + conflictCount(count) + Phrase(same: ": veldlog conflicts")
  }

  public static func heldFor(missing seq: Int, of log: String) -> Phrase {
    Phrase(
      nl: "  \(log): regel \(seq) moet eerst nog komen", en: "  \(log): line \(seq) has to arrive first")
  }
  public static func heldForDamage(_ log: String, _ seq: Int) -> Phrase {
    Phrase(
      nl: "  \(log) is hier beschadigd, vanaf regel \(seq) ('veldlog verify'); dit deel is bewaard",
      en: "  \(log) is damaged here, from line \(seq) on ('veldlog verify'); this part is kept")
  }
  public static func heldNewer(_ log: String, _ seq: Int) -> Phrase {
    Phrase(
      nl: "  \(log) regel \(seq) is geschreven door een nieuwere Veldlog; dit deel is bewaard",
      en: "  \(log) line \(seq) was written by a newer Veldlog; this part is kept")
  }
  public static func faultInSegment(_ log: String, _ seq: Int, _ what: Phrase) -> Phrase {
    Phrase(nl: "log \(log), regel \(seq): ", en: "log \(log), line \(seq): ") + what
  }
  public static func wrongLineCount(_ log: String, wanted: Int, found: Int) -> Phrase {
    Phrase(
      nl: "log \(log): de inhoudsopgave noemt \(wanted) hele regels, het zijn er \(found)",
      en: "log \(log): the manifest names \(wanted) whole lines, there are \(found)")
  }
  public static let wrongLastLine = Phrase(
    nl: "dit is niet de laatste regel die de inhoudsopgave noemt",
    en: "this is not the last line that the manifest names")
  public static let noCheckpoint = Phrase(
    nl: "er staat geen controlepunt achter", en: "no checkpoint stands behind it")
  public static func wrongAudience(_ log: String, _ audience: String) -> Phrase {
    Phrase(
      nl: "log \(log) is '\(audience)' en hoort niet in een open bundel",
      en: "log \(log) is '\(audience)' and does not belong in a bundle in clear")
  }
  public static let signatureRight = Phrase(nl: "handtekening klopt", en: "signature is right")
  public static let writer = Phrase(nl: "schrijver", en: "writer")
  public static let first = Phrase(nl: "van", en: "from")
  public static let last = Phrase(nl: "tot en met", en: "to")
  public static let bytes = Phrase(nl: "bytes", en: "bytes")
}
