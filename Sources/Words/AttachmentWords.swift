/// What is said of files that belong to facts.
public enum AttachmentWords {
  // MARK: Recording

  public static let fileOption = Phrase(
    nl: "bij 'record bijlage': het bestand, dat wordt gekopieerd naar attachments/",
    en: "with 'record bijlage': the file, which is copied to attachments/")
  public static let recordExample = Phrase(
    nl: "bewaar een opname bij een interview", en: "keep a recording of an interview")
  public static let aFile = Phrase(nl: "--file BESTAND", en: "--file FILE")

  public static func notForKind(_ kind: String) -> Phrase {
    Phrase(
      nl: "--file hoort bij de soort 'bijlage', niet bij '\(kind)'",
      en: "--file belongs to the kind 'bijlage', not to '\(kind)'")
  }

  public static func size(_ bytes: Int) -> Phrase {
    let units = [(1_000_000_000, "GB"), (1_000_000, "MB"), (1000, "kB")]
    guard let (unit, name) = units.first(where: { bytes >= $0.0 }) else { return Phrase(same: "\(bytes) bytes") }
    let tenths = Double(bytes) / Double(unit)
    return Phrase(
      nl: NumberText(.dutch).decimal(tenths) + " " + name, en: NumberText(.english).decimal(tenths) + " " + name)
  }

  public static func attached(_ sha256: String, _ bytes: Int) -> Phrase {
    Phrase(nl: "bijlage \(sha256.prefix(16))…, ", en: "attachment \(sha256.prefix(16))…, ") + size(bytes)
  }

  public static func omittedKnownName(_ name: String) -> Phrase {
    Phrase(
      nl: "⚠ de bestandsnaam '\(name)' bevat een naam die achter een code staat, en is niet vastgelegd",
      en: "⚠ the file name '\(name)' holds a name that stands behind a code, and was not recorded")
  }
  public static func omittedLikelyName(_ name: String) -> Phrase {
    Phrase(
      nl:
        "⚠ de bestandsnaam '\(name)' lijkt een persoonsnaam te bevatten, en is niet vastgelegd; geef er een met naam=…",
      en: "⚠ the file name '\(name)' looks like it holds a person's name, and was not recorded; give one with naam=…")
  }
  public static let omittedBsn = Phrase(
    nl: "⚠ de bestandsnaam bevat cijfers die een BSN kunnen zijn, en is niet vastgelegd; geef er een met naam=…",
    en: "⚠ the file name holds digits that may be a BSN, and was not recorded; give one with naam=…")
  public static func doubtfulName(_ reference: String) -> Phrase {
    Phrase(
      nl:
        "⚠ naam= lijkt een persoonsnaam te bevatten, en gaat naar alle leden; 'veldlog erase \(reference)' haalt hem overal weg",
      en:
        "⚠ naam= looks like it holds a person's name, and goes to all members; 'veldlog erase \(reference)' removes it everywhere"
    )
  }
  public static let originalStays = Phrase(
    nl: "het oorspronkelijke bestand blijft staan waar het stond", en: "the original file stays where it was")

  // MARK: The command

  public static let summary = Phrase(
    nl: "toon bijlagen, en haal er een op als bestand", en: "list attachments, and get one as a file")
  public static let note = Phrase(
    nl:
      "Een bijlage wordt vastgelegd met 'veldlog record bijlage --file BESTAND'. Een bundel kan bijlagen overslaan: die staan hier dan niet en zijn te vragen met een ontvangstbewijs ('veldlog receipt'). Bij het ophalen wordt de inhoud gecontroleerd.",
    en:
      "An attachment is recorded with 'veldlog record bijlage --file FILE'. A bundle may leave attachments out: they are not here then, and can be asked for with a receipt ('veldlog receipt'). Getting one checks its contents."
  )
  public static let outputOption = Phrase(
    nl: "naam van het nieuwe bestand (ook: -o)", en: "name of the new file (also: -o)")
  public static let listExample = Phrase(
    nl: "welke bijlagen zijn er, en staan ze hier", en: "which there are, and whether they are here")
  public static let getExample = Phrase(nl: "als bestand, gecontroleerd", en: "as a file, checked")
  public static let aWord = Phrase(nl: "list of get", en: "list or get")
  public static let none = Phrase(
    nl: "er zijn nog geen bijlagen ('veldlog record bijlage --file BESTAND')",
    en: "there are no attachments yet ('veldlog record bijlage --file FILE')")
  public static let soort = Phrase(nl: "soort", en: "sort")
  public static let name = Phrase(nl: "naam", en: "name")
  public static let about = Phrase(nl: "bij", en: "of")
  public static let sizeTitle = Phrase(nl: "grootte", en: "size")
  public static let here = Phrase(nl: "hier", en: "here")

  public static func standing(_ name: String) -> Phrase {
    switch name {
    case "here": Phrase(nl: "ja", en: "yes")
    case "damaged": Phrase(nl: "beschadigd", en: "damaged")
    default: Phrase(nl: "nee", en: "no")
    }
  }

  public static func wanted(_ count: Int) -> Phrase {
    Phrase(
      nl: "\(count) niet hier, of niet heel: een ontvangstbewijs vraagt erom ('veldlog receipt')",
      en: "\(count) not here, or not whole: a receipt asks for them ('veldlog receipt')")
  }

  public static func written(_ path: String, _ bytes: Int) -> Phrase {
    Phrase(nl: "'\(path)' geschreven: ", en: "wrote '\(path)': ") + size(bytes)
  }
  public static let outside = Phrase(
    nl: "dit bestand staat buiten de werkruimte: een wissing haalt het niet weg",
    en: "this file stands outside the workspace: an erasure does not remove it")

  // MARK: Errors

  public static func notHere(_ sha256: String) -> Phrase {
    Phrase(nl: "bijlage \(sha256.prefix(16))… is hier niet", en: "attachment \(sha256.prefix(16))… is not here")
  }
  public static let notHereHint = Phrase(
    nl: "vraag erom: 'veldlog receipt' laat anderen zien wat hier ontbreekt",
    en: "ask for it: 'veldlog receipt' shows others what is missing here")
  public static func damaged(_ path: String) -> Phrase {
    Phrase(
      nl: "'\(path)' is beschadigd: de inhoud past niet bij de naam",
      en: "'\(path)' is damaged: its contents do not fit its name")
  }
  public static let damagedHint = Phrase(
    nl:
      "leg hetzelfde bestand opnieuw vast, of vraag erom met een ontvangstbewijs: de goede inhoud komt dan in de plaats",
    en: "record the same file again, or ask for it with a receipt: the right contents then take its place")
  public static func otherContents(_ sha256: String) -> Phrase {
    Phrase(
      nl: "wat aankwam is niet bijlage \(sha256.prefix(16))…",
      en: "what arrived is not attachment \(sha256.prefix(16))…")
  }
  public static func nothingButRepetition(_ path: String) -> Phrase {
    Phrase(
      nl: "'\(path)' bestaat bijna geheel uit herhaling (nullen, stilte): geen ander zou een bundel ermee uitpakken; "
        + "kijk of de opname gelukt is",
      en: "'\(path)' is hardly anything but repetition (zeros, silence): nobody would unpack a bundle with it; "
        + "see whether the recording worked")
  }

  public static func emptyFile(_ path: String) -> Phrase {
    Phrase(nl: "'\(path)' is leeg", en: "'\(path)' is empty")
  }
  public static func notAnAttachment(_ reference: String) -> Phrase {
    Phrase(nl: "\(reference) is geen bijlage", en: "\(reference) is no attachment")
  }
  public static let notAnAttachmentHint = Phrase(
    nl: "'veldlog attachment list' noemt ze met hun verwijzing",
    en: "'veldlog attachment list' names them with their references")

  public static func verified(_ count: Int) -> Phrase {
    Phrase(
      nl: count == 1 ? "1 bijlage: klopt" : "\(count) bijlagen: alles klopt",
      en: count == 1 ? "1 attachment: right" : "\(count) attachments: all is right")
  }
}
