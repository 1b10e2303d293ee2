/// What is said about payloads and values: what is wrong, and what would be right.
public enum VocabularyWords {
  // MARK: Fields

  public static func unknownField(name: String, kind: String, nearest: [String]) -> Phrase {
    Phrase(
      nl: "\(kind) heeft geen veld '\(shortened(name))'" + meant(nearest, "bedoelt u", "of"),
      en: "\(kind) has no field '\(shortened(name))'" + meant(nearest, "did you mean", "or")
    )
  }

  /// - Parameters:
  ///   - alternatives: Groups of fields of which one is needed in full.
  ///   - absent: What lacks of each group.
  public static func missing(alternatives: [[String]], absent: [[String]]) -> Phrase {
    guard alternatives.count > 1 else {
      let names = absent.first ?? []
      return Phrase(nl: "\(all(names, "en")) ontbreekt", en: "\(all(names, "and")) is missing")
    }
    // A group that was begun says best what was forgotten.
    let begun = zip(alternatives, absent).filter { $0.count > $1.count }.map { $1 }
    if begun.count == 1, let names = begun.first {
      return Phrase(
        nl: all(names, "en") + (names.count == 1 ? " ontbreekt" : " ontbreken"),
        en: all(names, "and") + (names.count == 1 ? " is missing" : " are missing")
      )
    }
    return Phrase(
      nl: "nodig is " + alternatives.map { all($0, "met") }.joined(separator: ", of "),
      en: "needed is " + alternatives.map { all($0, "with") }.joined(separator: ", or ")
    )
  }

  public static func wrongType(field: String, found: String, expected: Phrase) -> Phrase {
    Phrase(
      nl: "'\(field)' is \(shortened(found)); hier hoort: \(expected.dutch)",
      en: "'\(field)' is \(shortened(found)); it should be: \(expected.english)"
    )
  }

  public static func empty(field: String) -> Phrase {
    Phrase(
      nl: "'\(field)' is leeg; laat het veld weg, of vul reden_ontbreekt in",
      en: "'\(field)' is empty; leave the field out, or fill in reden_ontbreekt"
    )
  }

  /// - Parameters:
  ///   - codes: The whole list where it is short, else empty.
  ///   - hint: What is known of this value, if anything.
  public static func unknownCode(
    field: String, value: String, list: String, codes: [(value: String, label: Phrase)], nearest: [String],
    hint: Phrase?
  ) -> Phrase {
    func choices(_ language: Language) -> String {
      codes.map { $0.value == $0.label[language] ? $0.value : "\($0.value) = \($0.label[language])" }
        .joined(separator: "; ")
    }
    let value = shortened(value)
    let dutch = codes.isEmpty ? ". Zie: veldlog codebook \(list)" : ". De codes zijn: \(choices(.dutch))"
    let english = codes.isEmpty ? ". See: veldlog codebook \(list)" : ". The codes are: \(choices(.english))"
    return Phrase(
      nl: "'\(field)': '\(value)' staat niet in de lijst \(list)" + meant(nearest, "bedoelt u", "of")
        + (hint.map { ". " + $0.dutch } ?? "") + dutch,
      en: "'\(field)': '\(value)' is not in the list \(list)" + meant(nearest, "did you mean", "or")
        + (hint.map { ". " + $0.english } ?? "") + english)
  }

  /// A code of the stop message in a field for CBS's codes.
  public static func codeOfStopMessage(_ code: String, meaning: Phrase) -> Phrase {
    Phrase(
      nl: "\(code) is een code van het stopbericht en hoort in 'reden_bron' (\(meaning.dutch))",
      en: "\(code) is a code of the stop message and belongs in 'reden_bron' (\(meaning.english))")
  }

  public static func outOfRange(field: String, text: String, expected: Phrase) -> Phrase {
    Phrase(
      nl: "'\(field)': \(shortened(text)) ligt buiten de grenzen; hier hoort: \(expected.dutch)",
      en: "'\(field)': \(shortened(text)) is out of bounds; it should be: \(expected.english)"
    )
  }

  public static func outsideScale(field: String, value: String, low: String, high: String) -> Phrase {
    Phrase(
      nl: "'\(field)': \(value) ligt buiten de schaal van \(low) tot \(high)",
      en: "'\(field)': \(value) lies outside the scale from \(low) to \(high)"
    )
  }

  public static func outOfOrder(first: String, second: String) -> Phrase {
    Phrase(
      nl: "'\(first)' ligt na of boven '\(second)'; het hoort ervoor of eronder",
      en: "'\(first)' is after or above '\(second)'; it should come before or below it"
    )
  }

  public static func malformedReference(field: String, text: String, expected: Phrase) -> Phrase {
    Phrase(
      nl: "'\(field)': '\(shortened(text))' heeft niet de vorm van \(expected.dutch)",
      en: "'\(field)': '\(shortened(text))' does not have the form of \(expected.english)"
    )
  }

  public static func malformedHash(field: String) -> Phrase {
    Phrase(
      nl: "'\(field)' is geen SHA-256: dat zijn 64 tekens 0-9 en a-f",
      en: "'\(field)' is no SHA-256: that is 64 characters 0-9 and a-f"
    )
  }

  public static func untidyText(field: String) -> Phrase {
    Phrase(
      nl: "'\(field)' begint of eindigt met wit, of heeft losse accenten (schrijf de tekst in Unicode-vorm NFC)",
      en: "'\(field)' begins or ends with white space, or has loose accents (write the text in Unicode form NFC)"
    )
  }

  public static func notFromText(field: String) -> Phrase {
    Phrase(nl: "'\(field)' kan alleen uit JSON komen", en: "'\(field)' can only come from JSON")
  }

  // MARK: BSN

  public static func bsnField(name: String) -> Phrase {
    Phrase(
      nl:
        "'\(shortened(name))' is een veld voor een burgerservicenummer; Veldlog bewaart dat nergens. Gebruik een pseudoniem",
      en:
        "'\(shortened(name))' is a field for a citizen service number (BSN); Veldlog keeps those nowhere. Use a pseudonym"
    )
  }

  public static func bsnValue(field: String) -> Phrase {
    Phrase(
      nl: "'\(field)' bevat een getal dat een burgerservicenummer kan zijn (het doorstaat de elfproef); "
        + "Veldlog bewaart dat nergens. Gebruik een pseudoniem, of schrijf het getal anders",
      en: "'\(field)' holds a number that may be a citizen service number (BSN: it passes the check of eleven); "
        + "Veldlog keeps those nowhere. Use a pseudonym, or write the number differently"
    )
  }

  // MARK: Numbers

  public static func notANumber(field: String, text: String) -> Phrase {
    Phrase(
      nl: "'\(field)': '\(shortened(text))' is geen getal; schrijf bijvoorbeeld 1.234,5",
      en: "'\(field)': '\(shortened(text))' is not a number; write for example 1.234,5 (comma for decimals)"
    )
  }

  public static func ambiguous(field: String, text: String, one: String, other: String) -> Phrase {
    Phrase(
      nl: "'\(field)': '\(shortened(text))' kan \(one) zijn of \(other); schrijf het zo dat er één lezing is",
      en: "'\(field)': '\(shortened(text))' may be \(one) or \(other); write it so that it can be read in one way"
    )
  }

  public static func wrongGroup(field: String, text: String, group: String) -> Phrase {
    Phrase(
      nl: "'\(field)': in '\(shortened(text))' is '\(shortened(group))' geen groep van drie cijfers; "
        + "kijk het getal na in de bron",
      en: "'\(field)': in '\(shortened(text))' the group '\(shortened(group))' is not three digits; "
        + "check the number in the source"
    )
  }

  public static func notWhole(field: String, text: String) -> Phrase {
    Phrase(
      nl: "'\(field)': '\(shortened(text))' is geen heel getal",
      en: "'\(field)': '\(shortened(text))' is not a whole number"
    )
  }

  public static func notAnAmount(field: String, text: String) -> Phrase {
    Phrase(
      nl: "'\(field)': '\(shortened(text))' is geen bedrag; schrijf € 1.234,50 of 1234,50, of hele centen: 123450",
      en: "'\(field)': '\(shortened(text))' is not an amount; write € 1.234,50 or 1234,50, or whole cents: 123450"
    )
  }

  // MARK: Days and periods

  public static func notADate(field: String, text: String) -> Phrase {
    Phrase(
      nl: "'\(field)': '\(shortened(text))' is geen datum; schrijf 2016-03-02 of 2-3-2016",
      en: "'\(field)': '\(shortened(text))' is not a date; write 2016-03-02 or 2-3-2016 (day first)"
    )
  }

  public static func noSuchDay(field: String, text: String) -> Phrase {
    Phrase(
      nl: "'\(field)': de dag '\(shortened(text))' bestaat niet (dag, maand, jaar)",
      en: "'\(field)': there is no day '\(shortened(text))' (day, month, year)"
    )
  }

  public static func noSuchDate(field: String, text: String) -> Phrase {
    Phrase(
      nl: "'\(field)': '\(shortened(text))' is geen bestaande dag; schrijf jjjj-mm-dd, zoals 2016-03-02",
      en: "'\(field)': '\(shortened(text))' is not a day that exists; write yyyy-mm-dd, such as 2016-03-02"
    )
  }

  public static func unknownDay(field: String, text: String) -> Phrase {
    Phrase(
      nl: "'\(field)': in '\(shortened(text))' is de dag of maand 00, dus onbekend; kies een dag of laat het veld leeg",
      en:
        "'\(field)': in '\(shortened(text))' the day or month is 00, so unknown; choose a day or leave the field empty"
    )
  }

  public static func implausibleDay(field: String, text: String) -> Phrase {
    Phrase(
      nl: "'\(field)': '\(shortened(text))' ligt niet tussen 1900 en 2100",
      en: "'\(field)': '\(shortened(text))' does not lie between 1900 and 2100"
    )
  }

  public static func notAPeriod(field: String, text: String, meant: String? = nil) -> Phrase {
    if let meant {
      return Phrase(
        nl: "'\(field)': schrijf '\(shortened(text))' als \(meant)",
        en: "'\(field)': write '\(shortened(text))' as \(meant)"
      )
    }
    return Phrase(
      nl: "'\(field)': '\(shortened(text))' is geen periode; schrijf 2016, 2016h1, 2016k2 of 2016-03",
      en: "'\(field)': '\(shortened(text))' is not a period; write 2016, 2016h1, 2016k2 (quarter) or 2016-03"
    )
  }

  public static func notABoolean(field: String, text: String) -> Phrase {
    Phrase(
      nl: "'\(field)': '\(shortened(text))' is geen ja of nee",
      en: "'\(field)': '\(shortened(text))' is neither yes nor no"
    )
  }

  // MARK: Types

  public static let text = Phrase(nl: "tekst", en: "text")
  public static let fileName = Phrase(nl: "naam van een bestand", en: "name of a file")
  public static let hash = Phrase(nl: "SHA-256, 64 tekens", en: "SHA-256, 64 characters")
  public static let cents = Phrase(nl: "bedrag in hele eurocenten", en: "amount in whole euro cents")
  public static let date = Phrase(nl: "datum (jjjj-mm-dd)", en: "date (yyyy-mm-dd)")
  public static let period = Phrase(
    nl: "periode (2016, 2016h1, 2016k2, 2016-03)",
    en: "period (2016, 2016h1, 2016k2, 2016-03)"
  )
  public static let boolean = Phrase(nl: "ja of nee (true of false)", en: "yes or no (true or false)")
  public static let object = Phrase(same: "JSON")
  public static let logID = Phrase(nl: "id van een log (12 tekens)", en: "id of a log (12 characters)")
  public static let line = Phrase(
    nl: "verwijzing naar een regel (log:nummer#teken)",
    en: "reference to a line (log:number#mark)"
  )

  public static func code(list: String) -> Phrase {
    Phrase(nl: "code uit de lijst \(list)", en: "code of the list \(list)")
  }

  public static func reference(to thing: String) -> Phrase {
    Phrase(nl: "code van: \(thing)", en: "identifier of: \(thing)")
  }

  public static func personReference(to thing: String) -> Phrase {
    Phrase(
      nl: "code van: \(thing), zonder spaties en nooit een naam",
      en: "identifier of: \(thing), without spaces and never a name")
  }

  public static let regionReference = Phrase(
    nl: "code van een regio (kleine letters, cijfers en streepjes)",
    en: "code of a region (lower-case letters, digits and hyphens)")

  /// - Parameters:
  ///   - low: The lowest value; nil where none needs mentioning.
  ///   - high: The highest value; nil where none needs mentioning.
  public static func integer(from low: String?, to high: String?) -> Phrase {
    Phrase(nl: "heel getal", en: "whole number") + bounds(low, high)
  }

  public static func decimal(from low: String?, to high: String?) -> Phrase {
    Phrase(nl: "getal", en: "number") + bounds(low, high)
  }

  private static func bounds(_ low: String?, _ high: String?) -> Phrase {
    switch (low, high) {
    case (let low?, let high?): Phrase(nl: " van \(low) tot en met \(high)", en: " from \(low) to \(high)")
    case (let low?, nil): Phrase(nl: " vanaf \(low)", en: " from \(low)")
    case (nil, let high?): Phrase(nl: " tot en met \(high)", en: " up to \(high)")
    case (nil, nil): Phrase(same: "")
    }
  }

  public static func list(of element: Phrase) -> Phrase {
    Phrase(nl: "lijst: ", en: "list: ") + element
  }

  /// What makes two facts of a kind be about the same thing.
  public static func slot(_ fields: [String]?) -> Phrase {
    guard let fields else {
      return Phrase(nl: "elk feit staat op zichzelf", en: "every fact stands alone")
    }
    if fields.isEmpty { return Phrase(nl: "één per werkruimte", en: "one in a workspace") }
    return Phrase(same: fields.joined(separator: " + "))
  }

  // MARK: Parts of sentences

  /// `: bedoelt u a, b of c?`, or nothing.
  private static func meant(_ names: [String], _ question: String, _ or: String) -> String {
    guard let last = names.last else { return "" }
    let list = names.count == 1 ? last : names.dropLast().joined(separator: ", ") + " \(or) " + last
    return " (\(question) \(list)?)"
  }

  private static func all(_ names: [String], _ and: String) -> String {
    let quoted = names.map { "'\($0)'" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " \(and) " + last
  }

  /// A value from outside can be as long as a line, and can hold what a terminal obeys.
  private static func shortened(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if result.count == 60 { return String(result) + "…" }
      result.append(isShown(scalar) ? scalar : " ")
    }
    return String(result)
  }

  /// Neither a control character nor one that turns the direction of the text around it.
  private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x20, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: false
    default: true
    }
  }
}
