/// What a person reads about the manifest of a bundle that is wrong. Places are written as `segments[2].path`.
public enum ManifestWords {
  /// - Parameter reason: What is wrong with the JSON.
  public static func notCanonical(offset: Int, reason: Phrase) -> Phrase {
    Phrase(
      nl: "het manifest is bij byte \(offset) geen canonieke JSON: ",
      en: "the manifest is not canonical JSON at byte \(offset): ") + reason
  }

  /// - Parameters:
  ///   - place: Empty for the manifest itself.
  ///   - missing: Names of members; not both this and `unknown` are empty.
  public static func wrongMembers(at place: String, missing: [String], unknown: [String]) -> Phrase {
    let faults =
      missing.map { Phrase(nl: "'\($0)' ontbreekt", en: "'\($0)' is missing") }
      + unknown.map { Phrase(nl: "'\($0)' hoort er niet", en: "'\($0)' does not belong") }
    return isWrong(at: place) + faults.joined(by: ", ")
  }

  /// - Parameters:
  ///   - place: Empty for the manifest itself.
  ///   - wanted: One of the phrases below.
  public static func wrongValue(at place: String, wanted: Phrase) -> Phrase {
    isWrong(at: place) + Phrase(nl: "hier hoort ", en: "what belongs here is ") + wanted
  }

  private static func isWrong(at place: String) -> Phrase {
    place.isEmpty
      ? Phrase(nl: "het manifest klopt niet: ", en: "the manifest is wrong: ")
      : Phrase(nl: "het manifest klopt niet bij '\(place)': ", en: "the manifest is wrong at '\(place)': ")
  }
}

// MARK: What belongs there

extension ManifestWords {
  public static let object = Phrase(nl: "een object", en: "an object")
  public static let array = Phrase(nl: "een lijst", en: "a list")
  public static let text = Phrase(nl: "tekst", en: "text")
  public static let formatNumber = Phrase(nl: "een vormnummer vanaf 1", en: "a format number from 1")
  public static let logID = Phrase(nl: "een log-id van 12 tekens", en: "a log id of 12 characters")
  public static let chain = Phrase(
    nl: "een keten van 11 tekens base64url", en: "a chain of 11 characters of base64url")
  public static let sha256 = Phrase(
    nl: "een SHA-256 van 64 hexadecimale cijfers, kleine letters",
    en: "a SHA-256 of 64 hexadecimal digits, lower case")
  public static let byteCount = Phrase(nl: "een aantal bytes", en: "a number of bytes")
  public static let sequenceNumber = Phrase(nl: "een volgnummer vanaf 1", en: "a sequence number from 1")
  public static let reference = Phrase(
    nl: "een verwijzing in de vorm log:volgnummer#keten", en: "a reference in the form log:number#chain")

  public static func path(_ path: String) -> Phrase { Phrase(same: "'\(path)'") }

  public static let uniquePath = Phrase(
    nl: "een segment dat niet al eerder in de lijst staat", en: "a segment that is not in the list already")
  public static let lastFromFirst = Phrase(
    nl: "een volgnummer dat niet onder 'first' ligt", en: "a sequence number not below 'first'")
  public static let after = Phrase(
    nl: "een 'after', omdat het segment niet bij 1 begint", en: "an 'after', since the segment does not begin at 1")
  public static let noAfter = Phrase(
    nl: "geen 'after', omdat het segment bij 1 begint", en: "no 'after', since the segment begins at 1")
  public static let fewerLinesThanBytes = Phrase(
    nl: "ten minste één byte per regel", en: "at least one byte for each line")
  public static let item = Phrase(nl: "ten minste één regel van de log", en: "at least one line of the log")
  public static let ascendingItem = Phrase(
    nl: "iets wat in de volgorde na het vorige komt", en: "something that comes after the one before it in order")
  public static let boundedTotal = Phrase(
    nl: "een totaal van ten hoogste 2^53 − 1 bytes", en: "a total of at most 2^53 − 1 bytes")
}
