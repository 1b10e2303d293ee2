/// What import and its help say.
public enum ImportWords {
  // MARK: Help

  public static let summary = Phrase(
    nl: "lees een tabel (CSV) of JSONL in, of draai dat terug", en: "read a table (CSV) or JSONL, or undo that")
  public static let kindOption = Phrase(
    nl: "soort feit van elke rij zonder eigen 'kind' of 'soort'",
    en: "kind of fact of every row without its own 'kind' or 'soort'")
  public static let mapOption = Phrase(
    nl: "een kolom met een andere naam dan het veld; 'kolom=-' laat haar weg",
    en: "a column with another name than the field; 'column=-' leaves it out")
  public static let prefixOption = Phrase(
    nl: "merk voor elk id van traject, jeugdige, interview en respondent, zoals zee-",
    en: "mark before every id of a traject, jeugdige, interview and respondent, such as zee-")
  public static let updateOption = Phrase(
    nl: "leg rijen die verschillen van wat bekend is vast als verbetering",
    en: "record rows that differ from what is known as corrections")
  public static let dryRunOption = Phrase(nl: "doe alles, maar schrijf niets", en: "do everything, but write nothing")
  public static let undoOption = Phrase(
    nl: "trek alles in wat deze import vastlegde en nog geldt",
    en: "take back all that this import recorded and still holds")
  public static let progressOption = Phrase(
    nl: "een regel 'vastgelegd AANTAL' per groep rijen die op schijf staat",
    en: "a line 'vastgelegd COUNT' for every batch of rows that is on disk")
  public static let noteFormats = Phrase(
    nl:
      "Een tabel heeft een komma, puntkomma of tab tussen de kolommen en mag in UTF-8, UTF-16 of Windows-1252 staan. De kolommen heten als de velden of hun omschrijving ('veldlog codebook SOORT'); hoofdletters, accenten en spaties tellen niet. Een lege cel is een veld dat er niet is. Getallen en datums mogen op zijn Nederlands: 7,5 en 27-2-2016. Van JSONL is elke regel {\"kind\",\"payload\",\"replaces\"?}.",
    en:
      "A table has a comma, semicolon or tab between its columns, in UTF-8, UTF-16 or Windows-1252. Columns are called as the fields or their labels ('veldlog codebook KIND'); capitals, accents and spaces make no difference. An empty cell is a field that is absent. Numbers and dates may be written the Dutch way: 7,5 and 27-2-2016. Of JSONL each line is {\"kind\",\"payload\",\"replaces\"?}."
  )
  public static let noteRows = Phrase(
    nl:
      "Een rij die al bekend is wordt overgeslagen, dus hetzelfde bestand nog eens inlezen legt niets vast. Een rij die niet klopt houdt de andere niet tegen en komt met de reden in BESTAND.rejected.csv; verbeter haar daar en lees dat bestand in. Een afgebroken import verliest niets: lees het bestand opnieuw in. Zeggen met --update twee rijen van een bestand iets anders over hetzelfde, dan geldt de eerste en wordt de andere geweigerd. Het merk van --prefix komt niet voor aanbieders en regio's, en niet dubbel.",
    en:
      "A row that is known already is skipped, so reading the same file again records nothing. A row that is not right never stops the others and goes to FILE.rejected.csv with the reason; mend it there and import that file. An interrupted import loses nothing: import the file again. Where two rows of a file say different things about the same with --update, the first holds and the other is rejected. The mark of --prefix does not go before aanbieders and regios, and never twice."
  )
  public static let noteBsn = Phrase(
    nl:
      "Een kolom met burgerservicenummers weigert het hele bestand; een enkel getal dat de elfproef doorstaat zet alleen die rij opzij.",
    en:
      "A column of citizen service numbers (BSN) refuses the whole file; a single number that passes the check of eleven sets only that row aside."
  )
  public static let exampleTable = Phrase(nl: "een tabel met trajecten", en: "a table of trajectories")
  public static let exampleMap = Phrase(
    nl: "kolommen met andere namen, en een die weg blijft", en: "columns with other names, and one left out")
  public static let exampleUndo = Phrase(nl: "draai een import terug", en: "undo an import")

  // MARK: What happened

  /// A plain line for programs, the same in every language.
  public static func progressLine(_ recorded: Int) -> String { "vastgelegd \(recorded)" }

  public static func progress(_ rows: Int, _ recorded: Int) -> Phrase {
    Phrase(nl: "\(rows) rijen gelezen, \(recorded) vastgelegd", en: "\(rows) rows read, \(recorded) recorded")
  }

  public static func done(
    rows: Int, recorded: Int, duplicates: Int, changed: Int, rejected: Int, isDryRun: Bool
  ) -> Phrase {
    Phrase(
      nl: "\(rows) rijen: \(recorded) \(isDryRun ? "zouden worden vastgelegd" : "vastgelegd"), "
        + "\(duplicates) al bekend, \(changed) anders dan bekend, \(rejected) geweigerd",
      en: "\(rows) rows: \(recorded) \(isDryRun ? "would be recorded" : "recorded"), "
        + "\(duplicates) known already, \(changed) different from what is known, \(rejected) rejected")
  }

  public static let dryRun = Phrase(
    nl: "proefrun: er is niets geschreven", en: "dry run: nothing was written")

  public static func recordedAs(_ reference: String) -> Phrase {
    Phrase(
      nl: "de import zelf is \(reference); terugdraaien: veldlog import --undo \(reference)",
      en: "the import itself is \(reference); to undo it: veldlog import --undo \(reference)")
  }

  public static func encoding(_ name: String) -> Phrase {
    Phrase(
      nl: "gelezen als \(name); klopt er een letter niet, bewaar het bestand dan als UTF-8",
      en: "read as \(name); where a letter is not right, save the file as UTF-8")
  }

  public static let replacements = Phrase(
    nl: "er stond een half teken in het bestand; op die plaats staat nu \u{FFFD}",
    en: "the file holds half a character; \u{FFFD} stands in its place")

  public static func leftOut(_ columns: [String]) -> Phrase {
    let list = columns.map { "'\($0)'" }.joined(separator: ", ")
    return Phrase(nl: "niet gelezen: \(list)", en: "not read: \(list)")
  }

  public static func rejectsAt(_ path: String, elsewhere: Bool) -> Phrase {
    Phrase(
      nl: "de geweigerde rijen staan met de reden in '\(path)'"
        + (elsewhere ? ", want naast het bestand kan niet worden geschreven" : ""),
      en: "the rejected rows stand in '\(path)' with the reasons"
        + (elsewhere ? ", since nothing can be written beside the file" : ""))
  }

  public static func more(_ count: Int) -> Phrase {
    Phrase(nl: "  … en nog \(count)", en: "  … and \(count) more")
  }

  public static func inLine(_ line: Int, _ what: Phrase) -> Phrase {
    Phrase(nl: "regel \(line): ", en: "line \(line): ") + what
  }

  public static func differs(_ kind: String, from known: Phrase, _ fields: [Phrase]) -> Phrase {
    Phrase(nl: "\(kind) verschilt van ", en: "\(kind) differs from ") + known + Phrase(same: ": ")
      + fields.joined(by: ", ")
  }

  public static func knownLine(_ line: Int) -> Phrase { Phrase(nl: "regel \(line)", en: "line \(line)") }

  public static func fieldDiffers(_ name: String, known: String?, found: String?) -> Phrase {
    Phrase(
      nl: "\(name) \(known ?? "(leeg)") → \(found ?? "(leeg)")",
      en: "\(name) \(known ?? "(absent)") → \(found ?? "(absent)")")
  }

  public static let updateHint = Phrase(
    nl: "wat verschilt is niet vastgelegd; met --update wordt het een verbetering van wat bekend is",
    en: "what differs was not recorded; with --update it becomes a correction of what is known")

  // MARK: Undo

  public static func undone(retracted: Int, restored: Int, left: Int) -> Phrase {
    Phrase(
      nl: "teruggedraaid: \(retracted) feiten ingetrokken, \(restored) verbeteringen ongedaan gemaakt"
        + (left > 0 ? "; \(left) feiten zijn later door iemand verbeterd en blijven staan" : ""),
      en: "undone: \(retracted) facts retracted, \(restored) corrections taken back"
        + (left > 0 ? "; \(left) facts were corrected by someone later and stay" : ""))
  }

  public static let undoReason = Phrase(nl: "import teruggedraaid", en: "import undone")

  // MARK: Rejected rows

  public static let reasonColumn = Phrase(nl: "veldlog: reden", en: "veldlog: reason")

  public static func cellCount(expected: Int, found: Int) -> Phrase {
    Phrase(
      nl: "de rij heeft \(found) cellen en de kop \(expected)",
      en: "the row has \(found) cells and the header \(expected)")
  }

  public static func unclosedQuote(line: Int) -> Phrase {
    Phrase(
      nl: "het aanhalingsteken dat op regel \(line) opent, sluit niet",
      en: "the quote that opens on line \(line) does not close")
  }

  public static func textAfterQuote(line: Int) -> Phrase {
    Phrase(
      nl: "op regel \(line) staat tekst achter een sluitend aanhalingsteken",
      en: "on line \(line) text follows a closing quote")
  }

  public static let noKindInRow = Phrase(
    nl: "de rij zegt niet van welke soort ze is", en: "the row does not say of which kind it is")

  public static func unknownKind(_ name: String, nearest: [String]) -> Phrase {
    let known = ErrorWords.unknownKind(name)
    return nearest.isEmpty ? known : known + Phrase(same: "; ") + ErrorWords.didYouMean(nearest)
  }

  public static let notALine = Phrase(
    nl: "de regel is niet van de vorm {\"kind\",\"payload\",\"replaces\"?}",
    en: "the line is not of the form {\"kind\",\"payload\",\"replaces\"?}")

  public static func unknownMember(_ name: String) -> Phrase {
    Phrase(
      nl: "een regel kent alleen kind, payload en replaces, niet '\(name)'",
      en: "a line holds kind, payload and replaces only, not '\(name)'")
  }

  public static let badReplaces = Phrase(
    nl: "'replaces' is een lijst van verwijzingen", en: "'replaces' is a list of references")

  public static let tooLong = Phrase(
    nl: "de rij is langer dan een regel van een logboek kan zijn",
    en: "the row is longer than a line of a log can be")

  public static func sameSlot(_ line: Int) -> Phrase {
    Phrase(
      nl: "regel \(line) zegt iets anders over hetzelfde",
      en: "line \(line) says something else about the same")
  }

  public static func audienceTooNarrow(_ audience: String, _ reference: String) -> Phrase {
    Phrase(
      nl: "\(reference) is alleen voor '\(audience)' en kan niet worden vervangen door een feit voor meer lezers",
      en: "\(reference) is for '\(audience)' only and cannot be replaced by a fact with more readers")
  }

  public static let withheldBsn = Phrase(
    nl:
      "een waarde klopt niet, en bevat een getal dat een burgerservicenummer kan zijn (het doorstaat de elfproef); ze wordt niet herhaald",
    en:
      "a value is not right, and holds a number that may be a citizen service number (BSN: it passes the check of eleven); it is not repeated"
  )

  // MARK: Refused files

  public static func notAnImportFile(_ path: String) -> Phrase {
    Phrase(
      nl: "'\(path)' heet niet .csv of .jsonl; er is niets vastgelegd",
      en: "'\(path)' is not called .csv or .jsonl; nothing was recorded")
  }

  public static let fileHint = Phrase(
    nl: "bewaar een spreadsheet eerst als CSV", en: "save a spreadsheet as CSV first")

  public static func empty(_ path: String) -> Phrase {
    Phrase(nl: "in '\(path)' staat niets", en: "there is nothing in '\(path)'")
  }

  public static func header(_ path: String, _ problem: Phrase) -> Phrase {
    Phrase(nl: "de kop van '\(path)' klopt niet: ", en: "the header of '\(path)' is not right: ") + problem
  }

  public static func noKind(_ path: String) -> Phrase {
    Phrase(
      nl: "'\(path)' zegt niet welke soort feiten het zijn; er is niets vastgelegd",
      en: "'\(path)' does not say which kind of facts they are; nothing was recorded")
  }

  public static let noKindHint = Phrase(
    nl: "noem de soort met --kind, of geef het bestand een kolom 'kind'; 'veldlog codebook' noemt alle soorten",
    en: "name the kind with --kind, or give the file a column 'kind'; 'veldlog codebook' lists all kinds")

  public static func unknownColumn(_ name: String, _ kinds: [String]) -> Phrase {
    let list = kinds.joined(separator: ", ")
    return Phrase(
      nl: "kolom '\(name)' is geen veld van \(list); er is niets vastgelegd",
      en: "column '\(name)' is no field of \(list); nothing was recorded")
  }

  public static func columnHint(_ name: String, nearest: [String]) -> Phrase {
    let leaveOut = Phrase(
      nl: "laat haar weg met --map '\(name)=-'", en: "leave it out with --map '\(name)=-'")
    guard let first = nearest.first else {
      return leaveOut
        + Phrase(nl: ", of noem het veld: --map '\(name)=veld'", en: ", or name the field: --map '\(name)=field'")
    }
    let others = nearest.map { "'\($0)'" }
    return Phrase(
      nl: "bedoelt u \(others.joined(separator: " of "))? Dan: --map '\(name)=\(first)'; anders ",
      en: "did you mean \(others.joined(separator: " or "))? Then: --map '\(name)=\(first)'; else ") + leaveOut
  }

  public static func namelessColumn(_ number: Int) -> Phrase {
    Phrase(
      nl: "kolom \(number) heeft geen naam; er is niets vastgelegd",
      en: "column \(number) has no name; nothing was recorded")
  }

  public static let namelessHint = Phrase(
    nl: "geef de kolom in de eerste rij de naam van een veld",
    en: "give the column the name of a field in the first row")

  public static func columnsForOneField(_ field: String, _ columns: [String]) -> Phrase {
    let list = columns.map { "'\($0)'" }
    return Phrase(
      nl: "meer dan een kolom is veld '\(field)': \(list.joined(separator: " en ")); er is niets vastgelegd",
      en: "more than one column is field '\(field)': \(list.joined(separator: " and ")); nothing was recorded")
  }

  public static func oneFieldHint(_ column: String) -> Phrase {
    Phrase(nl: "laat er een weg met --map '\(column)=-'", en: "leave one out with --map '\(column)=-'")
  }

  public static func noSuchColumn(_ name: String) -> Phrase {
    Phrase(
      nl: "--map: het bestand heeft geen kolom '\(name)'; er is niets vastgelegd",
      en: "--map: the file has no column '\(name)'; nothing was recorded")
  }

  public static func noSuchField(_ name: String, _ kinds: [String]) -> Phrase {
    let list = kinds.joined(separator: ", ")
    return Phrase(
      nl: "--map: \(list) heeft geen veld '\(name)'; er is niets vastgelegd",
      en: "--map: \(list) has no field '\(name)'; nothing was recorded")
  }

  public static func badMapping(_ text: String) -> Phrase {
    Phrase(nl: "'\(text)' is geen kolom=veld", en: "'\(text)' is not of the form column=field")
  }

  public static func bsnColumn(_ name: String) -> Phrase {
    Phrase(
      nl: "kolom '\(name)' is voor burgerservicenummers; Veldlog bewaart die nergens. Er is niets vastgelegd",
      en: "column '\(name)' is for citizen service numbers (BSN); Veldlog keeps those nowhere. Nothing was recorded")
  }

  public static func bsnValues(_ column: String, _ passing: Int, _ all: Int) -> Phrase {
    Phrase(
      nl:
        "in kolom '\(column)' doorstaan \(passing) van \(all) waarden de elfproef: het lijken burgerservicenummers; Veldlog bewaart die nergens. Er is niets vastgelegd",
      en:
        "in column '\(column)' \(passing) of \(all) values pass the check of eleven: they look like citizen service numbers (BSN); Veldlog keeps those nowhere. Nothing was recorded"
    )
  }

  public static func bsnInHeader(_ number: Int) -> Phrase {
    Phrase(
      nl:
        "kolom \(number) lijkt een burgerservicenummer te bevatten; heeft het bestand een kop? Er is niets vastgelegd",
      en: "column \(number) seems to hold a BSN; does the file have a header? Nothing was recorded")
  }

  public static func noKnownColumn(_ kinds: [String]) -> Phrase {
    let list = kinds.joined(separator: ", ")
    return Phrase(
      nl: "geen enkele kolom is een veld van \(list); heeft het bestand een kop? Er is niets vastgelegd",
      en: "not one column is a field of \(list); does the file have a header? Nothing was recorded")
  }

  public static let noHeaderHint = Phrase(
    nl: "zet de namen van de velden in de eerste rij; 'veldlog codebook SOORT' noemt ze",
    en: "put the names of the fields into the first row; 'veldlog codebook KIND' lists them")

  public static let bsnHint = Phrase(
    nl: "haal de kolom uit het bestand, of vervang haar door een pseudoniem",
    en: "take the column out of the file, or replace it by a pseudonym")

  public static func badPrefix(_ prefix: String) -> Phrase {
    Phrase(
      nl: "'\(prefix)' kan niet voor een id staan; gebruik een paar letters, zoals zee-",
      en: "'\(prefix)' cannot go before an id; use a few letters, such as zee-")
  }

  public static func interrupted(_ recorded: Int, _ why: Phrase) -> Phrase {
    Phrase(
      nl: "de import is afgebroken: ", en: "the import was interrupted: ") + why
      + Phrase(
        nl: "\n  \(recorded) feiten zijn vastgelegd en blijven staan",
        en: "\n  \(recorded) facts are recorded and stay")
  }

  public static let interruptedHint = Phrase(
    nl: "lees hetzelfde bestand opnieuw in als het verholpen is: de rest wordt dan vastgelegd",
    en: "import the same file again once that is mended: the rest is recorded then")

}
