/// What is said of files and logs that cannot be read or written.
public enum FileWords {
  public static func notFound(_ path: String) -> Phrase {
    Phrase(nl: "'\(path)' bestaat niet", en: "'\(path)' does not exist")
  }

  public static func exists(_ path: String) -> Phrase {
    Phrase(nl: "'\(path)' bestaat al en is niet overschreven", en: "'\(path)' exists already and was not overwritten")
  }

  public static let existsHint = Phrase(nl: "kies een andere naam", en: "choose another name")

  public static func noPermission(_ path: String) -> Phrase {
    Phrase(
      nl: "geen toestemming voor '\(path)'; er is niets vastgelegd",
      en: "no permission for '\(path)'; nothing was recorded")
  }

  public static func readOnly(_ path: String) -> Phrase {
    Phrase(
      nl: "de schijf met '\(path)' is alleen-lezen; er is niets vastgelegd",
      en: "the disk with '\(path)' is read-only; nothing was recorded")
  }

  public static func full(_ path: String) -> Phrase {
    Phrase(
      nl: "de schijf is vol: '\(path)' kon niet worden geschreven. Wat eerder is bevestigd, staat er; dit niet",
      en: "the disk is full: '\(path)' could not be written. What was confirmed before is there; this is not")
  }

  public static let fullHint = Phrase(
    nl: "maak ruimte en probeer het opnieuw", en: "make room and try again")

  public static func isFolder(_ path: String) -> Phrase {
    Phrase(nl: "'\(path)' is een map", en: "'\(path)' is a folder")
  }

  public static func notFolder(_ path: String) -> Phrase {
    Phrase(nl: "'\(path)' is geen map", en: "'\(path)' is not a folder")
  }

  public static func tooManyOpen(_ path: String) -> Phrase {
    Phrase(
      nl: "te veel bestanden open: '\(path)' kon er niet bij", en: "too many open files: '\(path)' could not be opened")
  }

  public static func failed(_ operation: String, _ path: String, _ reason: String) -> Phrase {
    Phrase(
      nl: "'\(path)': \(operation) mislukte (\(reason))", en: "'\(path)': \(operation) failed (\(reason))")
  }

  // MARK: Logs

  public static func damagedLog(_ path: String, _ line: Int, _ fault: Phrase) -> Phrase {
    Phrase(nl: "'\(path)' regel \(line): ", en: "'\(path)' line \(line): ") + fault
      + Phrase(nl: "; er is niets achter geschreven", en: "; nothing was written after it")
  }

  public static let damagedLogHint = Phrase(
    nl: "bekijk alles met 'veldlog verify', en zet de map terug uit een reservekopie van na de laatste bundel",
    en: "look at everything with 'veldlog verify', and put the folder back from a backup made after the last bundle")

  public static func emptyLog(_ log: String) -> Phrase {
    Phrase(nl: "logboek \(log) heeft geen eerste regel", en: "log \(log) has no first line")
  }

  public static func brokenLog(_ path: String) -> Phrase {
    Phrase(
      nl: "in '\(path)' mislukte een eerdere schrijfactie; open de werkruimte opnieuw",
      en: "an earlier write in '\(path)' failed; open the workspace again")
  }

  public static func doesNotFollow(_ log: String, _ expected: Int, _ found: Int) -> Phrase {
    Phrase(
      nl: "regel \(found) sluit niet aan op logboek \(log), dat regel \(expected) verwacht; er is niets geschreven",
      en: "line \(found) does not follow log \(log), which expects line \(expected); nothing was written")
  }

  public static func lineTooLong(_ byteCount: Int) -> Phrase {
    Phrase(
      nl: "dit feit is te lang (\(byteCount) bytes; er passen er 1.048.576)",
      en: "this fact is too long (\(byteCount) bytes; 1,048,576 fit)")
  }

  // MARK: Faults of a line

  public static func notCanonical(_ offset: Int, _ reason: Phrase) -> Phrase {
    Phrase(nl: "geen geldige regel bij byte \(offset + 1): ", en: "not a valid line at byte \(offset + 1): ") + reason
  }

  public static func member(_ name: String, _ offset: Int) -> Phrase {
    Phrase(
      nl: "'\(name)' ontbreekt of klopt niet (byte \(offset + 1))",
      en: "'\(name)' is missing or not right (byte \(offset + 1))")
  }

  public static let tooLong = Phrase(nl: "langer dan een regel mag zijn", en: "longer than a line may be")
  public static let newerLine = Phrase(
    nl: "geschreven door een nieuwere Veldlog", en: "written by a newer Veldlog")
  public static let otherLog = Phrase(nl: "hoort bij een ander logboek", en: "belongs to another log")

  public static func wrongSeq(_ expected: Int, _ found: Int) -> Phrase {
    Phrase(
      nl: "nummer \(found), waar \(expected) hoort", en: "number \(found), where \(expected) belongs")
  }

  public static let chainMismatch = Phrase(
    nl: "de inhoud is veranderd: de keten klopt niet", en: "the contents were changed: the chain does not match")
  public static let noHeader = Phrase(
    nl: "de eerste regel is niet die van een logboek", en: "the first line is not that of a log")
  public static let otherKey = Phrase(
    nl: "de sleutel in de eerste regel is van een ander logboek", en: "the key in the first line is of another log")
  public static func otherWorkspace(_ found: String) -> Phrase {
    Phrase(nl: "hoort bij werkruimte \(found)", en: "belongs to workspace \(found)")
  }
  public static let falseCheckpoint = Phrase(
    nl: "een controlepunt met een verkeerde handtekening", en: "a checkpoint with a wrong signature")
  public static func json(_ reason: String) -> Phrase { Phrase(same: reason) }

  // MARK: JSON

  public static let unexpectedEnd = Phrase(nl: "het houdt te vroeg op", en: "it ends too soon")
  public static func unexpectedByte(_ byte: String) -> Phrase {
    Phrase(nl: "\(byte) hoort daar niet", en: "\(byte) does not belong there")
  }
  public static let invalidUTF8 = Phrase(nl: "geen geldige UTF-8", en: "not valid UTF-8")
  public static let loneSurrogate = Phrase(nl: "een half teken (surrogaat)", en: "half a character (a lone surrogate)")
  public static let invalidEscape = Phrase(nl: "een ongeldig \\-teken", en: "an invalid escape")
  public static let controlCharacter = Phrase(nl: "een stuurteken in een tekst", en: "a control character in a text")
  public static func repeatedKey(_ key: String) -> Phrase {
    Phrase(nl: "'\(key)' staat er twee keer", en: "'\(key)' stands there twice")
  }
  public static func unsortedKey(_ key: String) -> Phrase {
    Phrase(nl: "'\(key)' staat niet op volgorde", en: "'\(key)' is not in order")
  }
  public static func nested(_ limit: Int) -> Phrase {
    Phrase(nl: "dieper dan \(limit) lagen", en: "deeper than \(limit) levels")
  }
  public static let numberOutOfRange = Phrase(
    nl: "een getal dat niet iedereen exact kan lezen", en: "a number that not every reader keeps exactly")
  public static let notCanonicalForm = Phrase(nl: "niet de vaste schrijfwijze", en: "not the canonical form")
  public static let trailing = Phrase(nl: "er staat nog iets achter", en: "something follows it")
}
