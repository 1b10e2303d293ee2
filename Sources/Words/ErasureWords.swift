/// What is said of erasing.
public enum ErasureWords {
  // MARK: Help

  public static let summary = Phrase(
    nl: "wis feiten voorgoed, hier en bij alle leden", en: "erase facts for good, here and with all members")
  public static let note = Phrase(
    nl:
      "Wissen neemt de inhoud weg uit elk bestand van de werkruimte: logboeken, bijlagen, wachtende bundels, quarantine/. Dat er een feit was, wanneer en van wie, blijft zichtbaar, en de grond ook; de ketens kloppen nog. Andere exemplaren doen hetzelfde zodra de beslissing bij hen aankomt; 'veldlog status' laat zien wie. Alleen de schrijver van een feit, de stichter en een beheerder kunnen het wissen. Er is geen weg terug.",
    en:
      "Erasing takes the contents out of every file of the workspace: logs, attachments, waiting bundles, quarantine/. That there was a fact, when and whose, stays visible, and so does the ground; the chains still verify. Other instances do the same once the decision arrives; 'veldlog status' shows which have. Only the writer of a fact, the founder and a beheerder can erase it. There is no way back."
  )
  public static let whoNote = Phrase(
    nl:
      "--respondent neemt ook de interviews mee waar niemand anders bij was, en de naam achter de code; --jeugdige ook de trajecten. Een verwijzing neemt ook eerdere versies van het feit mee. Wat de code alleen in een tekst noemt, wordt genoemd en blijft staan.",
    en:
      "--respondent takes along the interviews where nobody else was, and the name behind the code; --jeugdige the trajectories as well. A reference takes along earlier versions of the fact. What only mentions the code in a text is named, and stays."
  )
  public static let respondentOption = Phrase(nl: "alles over deze respondent", en: "all about this respondent")
  public static let trajectOption = Phrase(nl: "alles over dit traject", en: "all about this trajectory")
  public static let jeugdigeOption = Phrase(
    nl: "alles over deze jeugdige (pseudoniem), met de trajecten",
    en: "all about this young person (pseudonym), trajectories included")
  public static let termOption = Phrase(
    nl: "alles waarvan deze bewaartermijn voorbij is ('veldlog retention')",
    en: "all whose retention term this is, once it has passed ('veldlog retention')")
  public static let groundOption = Phrase(
    nl: "waarom; blijft staan en is voor alle leden leesbaar", en: "why; it stays, and all members can read it")
  public static let sharedOption = Phrase(
    nl: "ook wat in een interview met anderen is gezegd", en: "what was said in an interview with others, too")
  public static let dryRunOption = Phrase(nl: "toon wat er zou verdwijnen", en: "show what would go")
  public static let yesOption = Phrase(nl: "zonder te vragen", en: "without asking")
  public static let carryOutOption = Phrase(
    nl: "voer uit wat eerder of elders is beslist", en: "carry out what was decided earlier or elsewhere")
  public static let keepOption = Phrase(
    nl: "dit feit mag na een wissing blijven; --ground zegt waarom",
    en: "this fact may stay after an erasure; --ground says why")
  public static let respondentExample = Phrase(
    nl: "wat zou er verdwijnen", en: "what would go")
  public static let trajectExample = Phrase(nl: "en weg ermee", en: "and away with it")
  public static let keepExample = Phrase(
    nl: "laat een feit staan dat 'veldlog status' noemt", en: "let a fact stay that 'veldlog status' names")
  public static let what = Phrase(
    nl: "een verwijzing, --respondent, --traject, --jeugdige of --term",
    en: "a reference, --respondent, --traject, --jeugdige or --term")
  public static let aGround = Phrase(nl: "--ground WAAROM", en: "--ground WHY")

  // MARK: Before

  public static func goes(_ count: Int) -> Phrase {
    Phrase(
      nl: count == 1 ? "1 feit verdwijnt voorgoed" : "\(count) feiten verdwijnen voorgoed",
      en: count == 1 ? "1 fact goes for good" : "\(count) facts go for good")
  }
  public static func kind(_ name: String, _ count: Int) -> Phrase { Phrase(same: "  \(count) × \(name)") }
  public static func attachments(_ count: Int, _ bytes: Int) -> Phrase {
    Phrase(
      nl: "  \(count == 1 ? "1 bijlage" : "\(count) bijlagen"), ",
      en: "  \(count == 1 ? "1 attachment" : "\(count) attachments"), ")
      + AttachmentWords.size(bytes)
  }
  public static func notOurs(_ count: Int, _ references: String) -> Phrase {
    Phrase(
      nl:
        "⚠ \(count) feiten zijn van een ander: die schrijver, de stichter of een beheerder moet ze wissen (\(references))",
      en:
        "⚠ \(count) facts are someone else's: their writer, the founder or a beheerder has to erase them (\(references))"
    )
  }
  public static func shared(_ interview: String) -> Phrase {
    Phrase(
      nl: "⚠ bij interview \(interview) was nog iemand: wat daar gezegd is blijft staan (--with-shared neemt het mee)",
      en: "⚠ someone else was in interview \(interview) too: what was said there stays (--with-shared takes it along)")
  }
  public static func mentions(_ count: Int, _ references: String) -> Phrase {
    Phrase(
      nl: "⚠ \(count) feiten noemen de code in een tekst, en blijven staan: \(references)",
      en: "⚠ \(count) facts mention the code in a text, and stay: \(references)")
  }
  public static func successors(_ count: Int, _ references: String) -> Phrase {
    Phrase(
      nl: "⚠ \(count) feiten kwamen in de plaats van een feit dat verdwijnt, en blijven staan: \(references)",
      en: "⚠ \(count) facts took the place of one that goes, and stay: \(references)")
  }
  public static func otherFiles(_ names: [String]) -> Phrase {
    let list = names.prefix(5).map { "'\($0)'" }.joined(separator: ", ") + (names.count > 5 ? " …" : "")
    return Phrase(
      nl: "⚠ in de map staan bestanden die niet van de werkruimte zijn; kijk zelf wat daarin staat: \(list)",
      en: "⚠ files in the folder that are not the workspace's; look yourself at what they say: \(list)")
  }
  public static let limits = Phrase(
    nl:
      "wat hiermee niet te bereiken is: sticks, reservekopieën, mailboxen en gedeelde mappen met oude bundels; bestanden die buiten de werkruimte zijn opgeslagen (uitvoer, *.rejected.csv, opgehaalde bijlagen, het bestand dat is ingelezen); exemplaren waar de beslissing nog niet is aangekomen; losse blokken op de schijf",
    en:
      "what this cannot reach: sticks, backups, mailboxes and shared folders with old bundles; files that were saved outside the workspace (exports, *.rejected.csv, attachments that were got, the file that was imported); instances where the decision has not arrived yet; stray blocks on the disk"
  )
  public static let noWayBack = Phrase(nl: "er is geen weg terug", en: "there is no way back")
  public static let question = Phrase(nl: "wissen? typ 'ja': ", en: "erase? type 'yes': ")
  public static func isYes(_ answer: String) -> Bool {
    ["ja", "yes"].contains(answer.lowercased())
  }
  public static let notErased = Phrase(nl: "er is niets gewist", en: "nothing was erased")
  public static let needsYes = Phrase(
    nl: "er is niemand om het te vragen; er is niets gewist", en: "there is nobody to ask; nothing was erased")
  public static let needsYesHint = Phrase(
    nl: "kijk eerst met --dry-run, en geef dan --yes", en: "look with --dry-run first, and then give --yes")

  // MARK: After

  public static func erased(_ reference: String) -> Phrase {
    Phrase(nl: "gewist, als \(reference)", en: "erased, as \(reference)")
  }
  public static func lines(_ count: Int) -> Phrase {
    Phrase(
      nl: count == 1 ? "van 1 regel is de inhoud weg" : "van \(count) regels is de inhoud weg",
      en: count == 1 ? "the contents of 1 line are gone" : "the contents of \(count) lines are gone")
  }
  public static func blanked(_ count: Int) -> Phrase {
    Phrase(
      nl: "\(count) beschadigde regels op de plaats van een gewiste regel zijn leeggemaakt",
      en: "\(count) damaged lines in the place of an erased one were made empty")
  }
  public static func attachmentsGone(_ count: Int) -> Phrase {
    Phrase(
      nl: count == 1 ? "1 bijlage is weg" : "\(count) bijlagen zijn weg",
      en: count == 1 ? "1 attachment is gone" : "\(count) attachments are gone")
  }
  public static func heldRewritten(_ names: [String]) -> Phrase {
    Phrase(
      nl: "wachtende bundels zonder de gewiste inhoud opnieuw geschreven: \(names.joined(separator: ", "))",
      en: "waiting bundles written anew without the erased contents: \(names.joined(separator: ", "))")
  }
  public static func heldDropped(_ names: [String]) -> Phrase {
    Phrase(
      nl: "⚠ wachtende bundels die niet te lezen zijn, en daarom weg: \(names.joined(separator: ", "))",
      en: "⚠ waiting bundles that cannot be read, and so are gone: \(names.joined(separator: ", "))")
  }
  public static func quarantine(_ files: [(name: String, byteCount: Int)]) -> Phrase {
    files.reduce(Phrase(nl: "quarantine/ is geleegd; er stond:", en: "quarantine/ was emptied; in it was:")) {
      $0 + Phrase(same: "\n  \($1.name)  ") + AttachmentWords.size($1.byteCount)
    }
  }
  public static func unreachable(_ references: String) -> Phrase {
    Phrase(
      nl: "⚠ geschreven door een nieuwere Veldlog, en daarom nog niet gewist: \(references)",
      en: "⚠ written by a newer Veldlog, and so not erased yet: \(references)")
  }
  public static func answered(_ count: Int) -> Phrase {
    Phrase(
      nl: count == 1 ? "1 wissing is hier uitgevoerd" : "\(count) wissingen zijn hier uitgevoerd",
      en: count == 1 ? "1 erasure is carried out here" : "\(count) erasures are carried out here")
  }
  public static let nothingToDo = Phrase(nl: "alles is al uitgevoerd", en: "all is carried out already")
  public static let sendOn = Phrase(
    nl: "stuur de beslissing door: maak een bundel voor alle leden, of 'veldlog sync'",
    en: "pass the decision on: make a bundle for all members, or 'veldlog sync'")
  public static func kept(_ reference: String) -> Phrase {
    Phrase(nl: "blijft staan, als \(reference)", en: "stays, as \(reference)")
  }

  // MARK: Status

  /// How a fact stands that was erased.
  public static let standing = Phrase(nl: "gewist", en: "erased")

  public static func decision(_ reference: String, _ date: String, _ ground: String, _ lines: Int) -> Phrase {
    Phrase(
      nl: "wissing \(reference) van \(date) (\(ground)): \(lines == 1 ? "1 regel" : "\(lines) regels")",
      en: "erasure \(reference) of \(date) (\(ground)): \(lines == 1 ? "1 line" : "\(lines) lines")")
  }
  public static func carriedOutBy(_ names: [String]) -> Phrase {
    Phrase(nl: "  uitgevoerd: \(names.joined(separator: ", "))", en: "  carried out: \(names.joined(separator: ", "))")
  }
  public static func waitingFor(_ names: [String]) -> Phrase {
    Phrase(
      nl: "  nog niets gehoord van: \(names.joined(separator: ", "))",
      en: "  not heard from since: \(names.joined(separator: ", "))")
  }
  public static func lastHeard(_ name: String, _ date: String?) -> Phrase {
    guard let date else { return Phrase(same: name) }
    return Phrase(nl: "\(name) (laatst \(date))", en: "\(name) (last \(date))")
  }
  public static func payloadsHere(_ count: Int) -> Phrase {
    Phrase(
      nl: "  hier hebben nog \(count) regels hun inhoud: veldlog erase --carry-out",
      en: "  \(count) lines still have their contents here: veldlog erase --carry-out")
  }
  public static func withoutForce(_ count: Int) -> Phrase {
    Phrase(
      nl: "  \(count) regels noemt zij zonder het recht daartoe: die blijven",
      en: "  it names \(count) lines without the right to: those stay")
  }
  public static func doubts(_ count: Int) -> Phrase {
    Phrase(
      nl:
        "⚠ \(count) feiten noemen iemand of iets dat gewist is, of kwamen daarvoor in de plaats: wis ze (veldlog erase REF), of laat ze staan (veldlog erase --keep REF --ground …)",
      en:
        "⚠ \(count) facts name someone or something that was erased, or took its place: erase them (veldlog erase REF), or let them stay (veldlog erase --keep REF --ground …)"
    )
  }
  public static func doubtReplaces(_ reference: String, _ target: String) -> Phrase {
    Phrase(
      nl: "  \(reference) kwam in de plaats van \(target)", en: "  \(reference) took the place of \(target)")
  }
  public static func doubtNames(_ reference: String, _ sort: String, _ code: String) -> Phrase {
    Phrase(nl: "  \(reference) noemt \(sort) \(code)", en: "  \(reference) names \(sort) \(code)")
  }

  // MARK: Errors

  public static let nothingFound = Phrase(
    nl: "geen feit met inhoud noemt dit", en: "no fact with contents names this")
  public static let nothingFoundHint = Phrase(
    nl: "'veldlog log --of traject=…' laat zien wat er is; wat al gewist is heeft geen inhoud meer",
    en: "'veldlog log --of traject=…' shows what there is; what is erased already has no contents any more")
  public static let allOthers = Phrase(
    nl: "alles wat gevonden is, is van een ander", en: "all that was found is someone else's")
  public static let allOthersHint = Phrase(
    nl: "vraag de schrijver, de stichter of een beheerder het te wissen",
    en: "ask their writer, the founder or a beheerder to erase it")
  public static func groundNames(_ code: String) -> Phrase {
    Phrase(
      nl: "de grond noemt '\(code)', maar blijft staan nadat alles daarover weg is",
      en: "the ground names '\(code)', but stays once all about it is gone")
  }
  public static let groundHint = Phrase(
    nl: "zeg waarom, zonder te zeggen over wie: \"verzoek van de betrokkene\"",
    en: "say why without saying whom: \"request of the person concerned\"")
  public static func structural(_ reference: String, _ kind: String) -> Phrase {
    Phrase(
      nl: "\(reference) is van de soort '\(kind)', die het logboek zelf draagt, en is niet te wissen",
      en: "\(reference) is of the kind '\(kind)', which carries the log itself, and cannot be erased")
  }
  public static func hasNoPayload(_ reference: String) -> Phrase {
    Phrase(nl: "\(reference) heeft geen inhoud meer", en: "\(reference) has no contents any more")
  }
  public static func notATerm(_ reference: String) -> Phrase {
    Phrase(nl: "\(reference) is geen bewaartermijn die geldt", en: "\(reference) is no retention term that holds")
  }
  public static func termNotPassed(_ reference: String, _ until: String) -> Phrase {
    Phrase(
      nl: "de bewaartermijn \(reference) loopt tot en met \(until)",
      en: "the retention term \(reference) lasts up to and including \(until)")
  }
}
