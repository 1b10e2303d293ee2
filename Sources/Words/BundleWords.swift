/// What a person reads about a bundle that cannot be used, or made.
///
/// Each is a sentence without the name of the file; `hint…` says what to do. Names of entries come from the file and
/// hold printable characters only.
public enum BundleWords {}

// MARK: Files that are no bundle

extension BundleWords {
  public static let empty = Phrase(nl: "het bestand is leeg", en: "the file is empty")

  public static let zeros = Phrase(
    nl: "het bestand bevat alleen nullen: het kopiëren is waarschijnlijk afgebroken",
    en: "the file holds only zeros: the copy was probably broken off")

  /// - Parameter kind: What the file is instead; one of the phrases below.
  public static func isNoBundle(kind: Phrase) -> Phrase {
    Phrase(nl: "dit is geen bundel, maar ", en: "this is not a bundle but ") + kind
  }

  public static let tar = Phrase(nl: "een tar-archief zonder compressie", en: "a tar archive without compression")
  public static let gzip = Phrase(nl: "een gzip-bestand", en: "a gzip file")
  public static let zip = Phrase(
    nl: "een zip-bestand, of een Office-document", en: "a zip file, or an Office document")
  public static let pdf = Phrase(nl: "een PDF", en: "a PDF")
  public static let json = Phrase(nl: "JSON, misschien een los logbestand", en: "JSON, a log file by itself perhaps")
  public static let text = Phrase(nl: "gewone tekst", en: "plain text")
  public static let zstandard = Phrase(nl: "een ander zstd-bestand", en: "another zstd file")
  public static let zstandardTar = Phrase(
    nl: "een archief zonder manifest van Veldlog", en: "an archive without a manifest of Veldlog")
  public static let unknownKind = Phrase(nl: "een onbekend soort bestand", en: "a file of an unknown kind")

  public static let hintNotABundle = Phrase(
    nl: "een bundel eindigt op .veld en komt van 'veldlog bundle create'",
    en: "a bundle ends in .veld and comes from 'veldlog bundle create'")

  public static let encrypted = Phrase(
    nl: "de bundel is versleuteld (age) en kan zo niet worden gelezen",
    en: "the bundle is encrypted (age) and cannot be read as it is")

  public static func newerFormat(_ number: Int64, known: Int64) -> Phrase {
    Phrase(
      nl: "de bundel heeft vorm \(number) en komt van een nieuwere Veldlog; deze leest tot en met vorm \(known)",
      en: "the bundle has format \(number) and comes from a newer Veldlog; this one reads up to format \(known)")
  }

  public static func newerMembers(_ names: [String]) -> Phrase {
    let list = names.joined(separator: ", ")
    return Phrase(
      nl: "de bundel komt van een nieuwere Veldlog; het manifest bevat iets onbekends: \(list)",
      en: "the bundle comes from a newer Veldlog; its manifest holds something unknown: \(list)")
  }

  public static let hintNewerFormat = Phrase(
    nl: "werk Veldlog bij en lees de bundel daarna opnieuw in; het bestand blijft goed",
    en: "update Veldlog and apply the bundle again; the file stays good")
}

// MARK: Compression

extension BundleWords {
  public static func tooLarge(limit: Int) -> Phrase {
    Phrase(
      nl: "uitgepakt is het bestand groter dan \(limit) bytes, en dat is de grens",
      en: "unpacked, the file is larger than \(limit) bytes, which is the limit")
  }

  public static func ratioTooHigh(packedByteCount: Int, ratio: Int) -> Phrase {
    Phrase(
      nl: "\(packedByteCount) bytes worden bij het uitpakken meer dan \(ratio) keer zo veel; "
        + "dat doet geen gewone bundel",
      en: "\(packedByteCount) bytes become more than \(ratio) times as many when unpacked; no ordinary bundle does")
  }

  public static func windowTooLarge(limit: Int) -> Phrase {
    Phrase(
      nl: "het bestand is ingepakt met een venster van meer dan 2^\(limit) bytes; Veldlog schrijft dat niet",
      en: "the file is packed with a window of more than 2^\(limit) bytes; Veldlog does not write that")
  }

  public static let needsDictionary = Phrase(
    nl: "het bestand is ingepakt met een apart zstd-woordenboek; Veldlog schrijft dat niet",
    en: "the file is packed with a separate zstd dictionary; Veldlog does not write that")

  public static func truncated(byteCount: Int) -> Phrase {
    Phrase(
      nl: "het bestand is niet heel: het houdt na \(byteCount) bytes op",
      en: "the file is not whole: it ends after \(byteCount) bytes")
  }

  public static func trailingBytes(at offset: Int) -> Phrase {
    Phrase(
      nl: "na het einde van de bundel, bij byte \(offset), staat nog iets",
      en: "something follows the end of the bundle, at byte \(offset)")
  }

  public static let wrongChecksum = Phrase(
    nl: "het bestand is beschadigd: de controlesom klopt niet met de inhoud",
    en: "the file is damaged: the checksum does not match its contents")

  /// - Parameter reason: That of libzstd, in English.
  public static func damaged(offset: Int, reason: String) -> Phrase {
    Phrase(
      nl: "het bestand is beschadigd, bij of na byte \(offset) (zstd: \(reason))",
      en: "the file is damaged, at or after byte \(offset) (zstd: \(reason))")
  }

  public static let outOfMemory = Phrase(
    nl: "er is te weinig geheugen om de bundel in of uit te pakken",
    en: "there is too little memory to pack or unpack the bundle")

  public static let hintDamaged = Phrase(
    nl: "er is niets gewijzigd; kopieer het bestand opnieuw of vraag de afzender om een nieuwe bundel",
    en: "nothing has changed; copy the file again or ask the sender for a new bundle")
}

// MARK: The archive

extension BundleWords {
  public static func archiveTruncated(byteCount: Int) -> Phrase {
    Phrase(
      nl: "het archief in de bundel houdt na \(byteCount) bytes op, voor het einde",
      en: "the archive in the bundle stops after \(byteCount) bytes, before its end")
  }

  public static func damagedHeader(offset: Int) -> Phrase {
    Phrase(
      nl: "de kop bij byte \(offset) van het archief is beschadigd",
      en: "the header at byte \(offset) of the archive is damaged")
  }

  public static func notUstar(offset: Int) -> Phrase {
    Phrase(
      nl: "de kop bij byte \(offset) van het archief heeft niet de vorm ustar",
      en: "the header at byte \(offset) of the archive is not in the ustar form")
  }

  public static func notARegularFile(_ name: String) -> Phrase {
    Phrase(
      nl: "'\(name)' in de bundel is geen gewoon bestand (een koppeling of een map, bijvoorbeeld)",
      en: "'\(name)' in the bundle is not a regular file (a link or a folder, for example)")
  }

  public static func unsafeName(_ name: String) -> Phrase {
    Phrase(
      nl: "de naam '\(name)' mag in een bundel niet voorkomen",
      en: "the name '\(name)' is not allowed in a bundle")
  }

  public static func repeatedName(_ name: String) -> Phrase {
    Phrase(nl: "'\(name)' staat twee keer in de bundel", en: "'\(name)' is in the bundle twice")
  }

  public static func unreadableSize(_ name: String) -> Phrase {
    Phrase(
      nl: "de grootte van '\(name)' in het archief is niet te lezen",
      en: "the size of '\(name)' in the archive cannot be read")
  }

  public static func fieldNotFixed(_ name: String, offset: Int) -> Phrase {
    Phrase(
      nl: "de kop van '\(name)' is niet zoals Veldlog die schrijft (byte \(offset) van de kop)",
      en: "the header of '\(name)' is not as Veldlog writes it (byte \(offset) of the header)")
  }

  public static func paddingNotZero(_ name: String) -> Phrase {
    Phrase(
      nl: "achter '\(name)' staat iets in de ruimte die leeg hoort te zijn",
      en: "something stands behind '\(name)' in the space that must be empty")
  }

  public static func tooManyEntries(limit: Int) -> Phrase {
    Phrase(
      nl: "de bundel bevat meer dan \(limit) bestanden, en dat is de grens",
      en: "the bundle holds more than \(limit) files, which is the limit")
  }

  public static func archiveTrailingBytes(offset: Int) -> Phrase {
    Phrase(
      nl: "na het einde van het archief, bij byte \(offset), staat nog iets",
      en: "something follows the end of the archive, at byte \(offset)")
  }
}

// MARK: The manifest against the archive

extension BundleWords {
  public static func missingEntry(_ name: String) -> Phrase {
    Phrase(nl: "'\(name)' ontbreekt in de bundel", en: "'\(name)' is missing from the bundle")
  }

  public static func wrongEntry(wanted: String, found: String) -> Phrase {
    Phrase(
      nl: "waar '\(wanted)' hoort, staat '\(found)' in de bundel",
      en: "'\(found)' stands in the bundle where '\(wanted)' belongs")
  }

  public static func unexpectedEntry(_ name: String) -> Phrase {
    Phrase(
      nl: "'\(name)' zit in de bundel, maar staat niet in het manifest",
      en: "'\(name)' is in the bundle but not in its manifest")
  }

  public static func wrongSize(_ entry: String, wanted: Int, found: Int) -> Phrase {
    Phrase(
      nl: "'\(entry)' heeft \(found) bytes; volgens het manifest zijn het er \(wanted)",
      en: "'\(entry)' has \(found) bytes; the manifest says \(wanted)")
  }

  public static func wrongContents(_ entry: String) -> Phrase {
    Phrase(
      nl: "de inhoud van '\(entry)' is niet die van het manifest (SHA-256 verschilt)",
      en: "the contents of '\(entry)' are not those of the manifest (SHA-256 differs)")
  }

  public static func entryTooLarge(_ entry: String, limit: Int) -> Phrase {
    Phrase(
      nl: "'\(entry)' is groter dan \(limit) bytes, en dat is de grens",
      en: "'\(entry)' is larger than \(limit) bytes, which is the limit")
  }

  public static let wrongSignature = Phrase(
    nl: "de handtekening klopt niet: de bundel is na het ondertekenen veranderd, of nooit goed ondertekend",
    en: "the signature is wrong: the bundle was changed after it was signed, or never signed well")

  public static func signedByAnother(writer: String, signer: String) -> Phrase {
    Phrase(
      nl: "de bundel noemt \(writer) als schrijver, maar is ondertekend door \(signer)",
      en: "the bundle names \(writer) as its writer but is signed by \(signer)")
  }

  public static let hintUntrusted = Phrase(
    nl: "er is niets gewijzigd; vraag de afzender, langs een andere weg, of deze bundel van hem of haar komt",
    en: "nothing has changed; ask the sender, by another way, whether this bundle is theirs")
}
