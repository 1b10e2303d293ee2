/// What `privacy` and its help say: the parts of a data protection impact assessment.
public enum PrivacyWords {
  public static let summary = Phrase(
    nl: "wat een DPIA en het verwerkingsregister vragen, uit de feiten van deze werkruimte",
    en: "what a DPIA and the register of processing ask, from this workspace's facts")
  public static let note = Phrase(
    nl:
      "Welke soorten gegevens er zijn en hoeveel, welke velden over personen gaan of vrije tekst zijn, op welke grondslag, hoe lang ze bewaard worden, wie ze krijgt, wat er is uitgevoerd en gewist, wie bezwaar maakte, welke maatregelen er zijn, en wat ontbreekt of besloten moet worden (AVG art. 30 en 35, Jeugdwet 7.3.12). Er staan geen gegevens over personen in. Met --format markdown of json voor een document of programma.",
    en:
      "Which kinds of data there are and how many, which fields are about persons or free text, on which ground, how long they are kept, who gets them, what was exported and erased, who objected, which measures there are, and what is missing or has to be decided (GDPR art. 30 and 35, Jeugdwet 7.3.12). It holds no data about persons. With --format markdown or json for a document or a program."
  )
  public static let asOfOption = Phrase(nl: "alsof het die dag is", en: "as if it were that day")
  public static let example = Phrase(nl: "op het scherm", en: "on the screen")
  public static let exampleDocument = Phrase(nl: "als bijlage bij een DPIA", en: "as an annex to a DPIA")

  public static func title(_ name: String, _ day: String) -> Phrase {
    Phrase(nl: "Privacy-overzicht van '\(name)' op \(day)", en: "Privacy overview of '\(name)' on \(day)")
  }
  public static let categories = Phrase(nl: "Soorten gegevens", en: "Categories of data")
  public static let grounds = Phrase(nl: "Grondslag van jeugdigen", en: "Legal ground of young people")
  public static let retention = Phrase(nl: "Bewaartermijnen", en: "Retention terms")
  public static let recipients = Phrase(nl: "Wie gedeelde feiten krijgt", en: "Who gets shared facts")
  public static let exports = Phrase(nl: "Uitvoer", en: "Exports")
  public static let erasures = Phrase(nl: "Wissingen", en: "Erasures")
  public static let objections = Phrase(
    nl: "Bezwaar en ingetrokken toestemming", en: "Objections and consent withdrawn")
  public static let measures = Phrase(nl: "Maatregelen", en: "Measures")
  public static let gaps = Phrase(
    nl: "Wat ontbreekt of besloten moet worden", en: "What is missing or has to be decided")

  public static let kind = Phrase(nl: "soort feit", en: "kind of fact")
  public static let facts = Phrase(nl: "feiten", en: "facts")
  public static let personalFields = Phrase(nl: "over personen", en: "about persons")
  public static let freeText = Phrase(nl: "vrije tekst", en: "free text")
  public static let ground = Phrase(nl: "grondslag", en: "ground")
  public static let count = Phrase(nl: "aantal", en: "count")
  public static let name = Phrase(nl: "naam", en: "name")
  public static let role = Phrase(nl: "rol", en: "role")
  public static let region = Phrase(nl: "regio", en: "region")
  public static let standing = Phrase(nl: "stand", en: "standing")
  public static let lastHeard = Phrase(nl: "laatst gehoord", en: "last heard")
  public static let day = Phrase(nl: "dag", en: "day")
  public static let table = Phrase(nl: "tabel of vraag", en: "table or question")
  public static let level = Phrase(nl: "niveau", en: "level")
  public static let recipient = Phrase(nl: "ontvanger", en: "recipient")
  public static let hash = Phrase(nl: "SHA-256", en: "SHA-256")
  public static let lines = Phrase(nl: "regels", en: "lines")
  public static let carriedOut = Phrase(nl: "uitgevoerd door", en: "carried out by")
  public static let waiting = Phrase(nl: "wacht op", en: "waits for")
  public static let about = Phrase(nl: "waarvan", en: "of what")
  public static let until = Phrase(nl: "bewaren tot en met", en: "keep up to")
  public static let overdue = Phrase(nl: "te lang bewaard", en: "kept too long")
  public static let none = Phrase(nl: "geen", en: "none")

  public static func objectors(_ count: Int) -> Phrase {
    Phrase(
      nl: "\(count) personen; hun feiten tellen niet mee in uitvoer op niveau deelbaar en publiek",
      en: "\(count) persons; their facts do not count in exports at levels deelbaar and publiek")
  }

  public static let measureList: [Phrase] = [
    Phrase(
      nl: "Bundels zijn versleuteld voor de sleutels van de leden (age); alleen de eerste van een nieuwkomer is open.",
      en: "Bundles are encrypted to the members' keys (age); only a newcomer's first one is in clear."),
    Phrase(
      nl: "Elke regel is getekend en geketend, zodat een wijziging opvalt; wissen laat de keten heel.",
      en: "Every line is signed and chained, so that a change shows; erasing leaves the chain whole."),
    Phrase(
      nl: "Namen en wat privé is verlaten de schijf niet; jeugdigen staan er onder een pseudoniem, zonder BSN.",
      en: "Names and what is private do not leave the disk; young people are under a pseudonym, without a BSN."),
    Phrase(
      nl: "Uitvoer op niveau deelbaar en publiek onderdrukt kleine aantallen, ook samen met eerdere uitvoer.",
      en: "Exports at levels deelbaar and publiek suppress small numbers, together with earlier exports too."),
    Phrase(nl: "Het programma gebruikt geen netwerk.", en: "The program uses no network."),
  ]
  public static func locked(_ isLocked: Bool) -> Phrase {
    isLocked
      ? Phrase(
        nl: "Het privélogboek is nu vergrendeld met een wachtzin.",
        en: "The private log is locked with a passphrase now.")
      : Phrase(
        nl: "Het privélogboek is nu niet vergrendeld ('veldlog lock').",
        en: "The private log is not locked now ('veldlog lock').")
  }
  public static func modes(_ areClosed: Bool) -> Phrase {
    areClosed
      ? Phrase(
        nl: "Bestanden en mappen zijn alleen voor de eigenaar leesbaar (0600 en 0700).",
        en: "Files and folders can be read by their owner only (0600 and 0700).")
      : Phrase(
        nl: "Sommige bestanden of mappen zijn ook voor anderen leesbaar; zie hieronder.",
        en: "Some files or folders can be read by others too; see below.")
  }

  // MARK: What is missing

  public static func withoutGround(_ kind: String, _ count: Int) -> Phrase {
    Phrase(
      nl: "\(count) × \(kind) over jeugdigen die op geen grondslag zijn ingeschreven (jeugdige_ingeschreven)",
      en: "\(count) × \(kind) about young people who are enrolled on no ground (jeugdige_ingeschreven)")
  }
  public static func withoutTerm(_ kind: String, _ count: Int) -> Phrase {
    Phrase(
      nl: "\(count) × \(kind) zonder bewaartermijn (veldlog record bewaartermijn)",
      en: "\(count) × \(kind) without a retention term (veldlog record bewaartermijn)")
  }
  public static func overdue(_ count: Int) -> Phrase {
    Phrase(
      nl: "\(count) feiten langer bewaard dan hun termijn (veldlog retention)",
      en: "\(count) facts kept longer than their term (veldlog retention)")
  }
  public static func consentTooYoung(_ count: Int) -> Phrase {
    Phrase(
      nl: "\(count) × toestemming door de jeugdige alleen, onder de 12 (Jeugdwet 7.3.5 en 7.3.15)",
      en: "\(count) × consent by the young person alone, below 12 (Jeugdwet 7.3.5 and 7.3.15)")
  }
  public static func exportWithoutRecipient(_ count: Int) -> Phrase {
    Phrase(
      nl: "\(count) × uitvoer op niveau deelbaar zonder ontvanger (--recipient)",
      en: "\(count) × export at level deelbaar without a recipient (--recipient)")
  }
  public static func erasureWaiting(_ count: Int) -> Phrase {
    Phrase(
      nl: "\(count) wissingen zijn nog niet overal uitgevoerd (veldlog status)",
      en: "\(count) erasures have not been carried out everywhere (veldlog status)")
  }
  public static func unsealedNames(_ count: Int) -> Phrase {
    Phrase(
      nl: "\(count) namen van respondenten zijn niet vergrendeld (veldlog lock)",
      en: "\(count) names of respondents are not locked (veldlog lock)")
  }
  public static func openPermissions(_ paths: [String]) -> Phrase {
    let list = paths.prefix(3).map { "'\($0)'" }.joined(separator: ", ") + (paths.count > 3 ? " …" : "")
    return Phrase(
      nl: "\(paths.count) bestanden of mappen zijn voor anderen leesbaar: \(list)",
      en: "\(paths.count) files or folders can be read by others: \(list)")
  }
  public static func freeTextOf(_ kind: String, _ count: Int) -> Phrase {
    Phrase(
      nl: "\(count) × \(kind) gaat over personen en heeft vrije tekst: nagaan of er meer in staat dan nodig",
      en: "\(count) × \(kind) is about persons and has free text: see whether it says more than is needed")
  }
  public static func decision(_ name: String) -> Phrase {
    switch name {
    case "doel": Phrase(nl: "te besluiten: het doel van de verwerking", en: "to decide: the purpose of the processing")
    case "verantwoordelijke":
      Phrase(
        nl: "te besluiten: wie verwerkingsverantwoordelijke is, en de functionaris gegevensbescherming",
        en: "to decide: who the controller is, and the data protection officer")
    case "verwerkers":
      Phrase(
        nl: "te besluiten: afspraken met verwerkers en tussen de regio's (AVG art. 26 en 28)",
        en: "to decide: agreements with processors and between the regions (GDPR art. 26 and 28)")
    case "schijf":
      Phrase(
        nl: "te besluiten: versleuteling van de schijf en van reservekopieën, die de eigenaar regelt",
        en: "to decide: encryption of the disk and of backups, which is the owner's")
    default:
      Phrase(
        nl: "te besluiten: wat te doen bij een datalek of een verloren laptop (AVG art. 33 en 34)",
        en: "to decide: what to do about a breach or a lost laptop (GDPR art. 33 and 34)")
    }
  }
}
