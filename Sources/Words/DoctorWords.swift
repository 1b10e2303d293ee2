/// What doctor finds, and what to do about it.
public enum DoctorWords {
  public static let summary = Phrase(
    nl: "zoek wat reparatie of aandacht vraagt, met raad", en: "look for what needs repair or attention, with advice")
  public static let note = Phrase(
    nl:
      "Verandert niets. Controleert de vorm van elke regel en de inhoud van elk feit; of er iets is vervalst zegt 'veldlog verify'.",
    en:
      "Changes nothing. Checks the form of every line and the contents of every fact; whether anything was forged is what 'veldlog verify' says."
  )
  public static let example = Phrase(nl: "is alles in orde?", en: "is all well?")
  public static let allIsWell = Phrase(nl: "alles in orde", en: "all is well")

  public static func findingCount(_ count: Int) -> Phrase {
    Phrase(
      nl: count == 1 ? "1 bevinding" : "\(count) bevindingen", en: count == 1 ? "1 finding" : "\(count) findings")
  }

  public static let place = Phrase(nl: "waar", en: "where")
  public static let advice = Phrase(nl: "raad", en: "advice")
  public static func more(_ count: Int) -> Phrase { Phrase(nl: " en nog \(count)", en: " and \(count) more") }

  /// What was found, and what to do.
  public typealias Text = (what: Phrase, advice: Phrase)

  public static func damagedLines(_ count: Int, _ log: String) -> Text {
    (
      Phrase(
        nl: "\(count) beschadigde regels in logboek \(log)", en: "\(count) damaged lines in log \(log)"),
      Phrase(
        nl:
          "'veldlog verify' zegt precies waar; zet het logboek terug uit een bundel ('veldlog bundle apply') of een reservekopie. De andere regels blijven bruikbaar",
        en:
          "'veldlog verify' says exactly where; put the log back from a bundle ('veldlog bundle apply') or a backup. The other lines stay usable"
      )
    )
  }

  public static func newerLines(_ count: Int, _ log: String) -> Text {
    (
      Phrase(
        nl: "\(count) regels in logboek \(log) zijn door een nieuwere Veldlog geschreven",
        en: "\(count) lines in log \(log) were written by a newer Veldlog"),
      Phrase(
        nl: "ze worden bewaard en tellen mee zodra hier een nieuwere versie staat",
        en: "they are kept, and count once a newer version is installed here")
    )
  }

  public static func tornTail(_ bytes: Int, _ log: String) -> Text {
    (
      Phrase(
        nl: "logboek \(log) eindigt met \(bytes) bytes van een afgebroken regel",
        en: "log \(log) ends with \(bytes) bytes of a line that was cut off"),
      Phrase(
        nl: "niets nodig: de regel was nooit bevestigd, en de volgende schrijfactie zet haar in quarantine/",
        en: "nothing is needed: the line was never confirmed, and the next write moves it to quarantine/")
    )
  }

  public static func unknownKind(_ count: Int, _ kind: String) -> Text {
    (
      Phrase(
        nl: "\(count) feiten van de soort '\(kind)', die deze versie niet kent",
        en: "\(count) facts of the kind '\(kind)', which this version does not know"),
      Phrase(
        nl: "ze worden bewaard en doorgegeven, maar tellen niet mee; een nieuwere Veldlog kent de soort misschien",
        en: "they are kept and passed on, but left out of figures; a newer Veldlog may know the kind")
    )
  }

  public static func brokenPayload(_ count: Int, _ kind: String) -> Text {
    (
      Phrase(
        nl: "\(count) feiten \(kind) houden zich niet aan de regels van het codeboek",
        en: "\(count) facts \(kind) break the rules of the codebook"),
      Phrase(
        nl: "ze tellen niet mee; verbeter ze met 'veldlog correct REF veld=waarde' ('veldlog codebook \(kind)')",
        en:
          "they are left out of figures; mend them with 'veldlog correct REF field=value' ('veldlog codebook \(kind)')")
    )
  }

  /// - Parameter thing: The sort of id, as in the codebook: `traject`, `aanbieder`.
  public static func unknownReference(_ count: Int, _ thing: String, _ kind: String, _ names: [String]) -> Text {
    let list = names.joined(separator: ", ")
    let source = thing == "traject" ? "traject_gestart" : thing
    return (
      Phrase(
        nl: "\(count) feiten \(kind) noemen iets dat nog niet is vastgelegd (\(thing)): \(list)",
        en: "\(count) facts \(kind) name something that is not recorded yet (\(thing)): \(list)"),
      Phrase(
        nl: "een bundel van een ander kan het brengen; anders: 'veldlog record \(source) …' of een verbetering",
        en: "a bundle of someone else may bring it; else: 'veldlog record \(source) …' or a correction")
    )
  }

  public static func conflicts(_ count: Int) -> Text {
    (
      CommandWords.conflictCount(count),
      Phrase(
        nl: "'veldlog conflicts' toont ze, 'veldlog resolve' beslist; de cijfers volgen tot dan een vaste regel",
        en: "'veldlog conflicts' shows them, 'veldlog resolve' settles; until then figures follow a fixed rule")
    )
  }

  public static func stranger(_ count: Int, _ log: String) -> Text {
    (
      Phrase(
        nl: "\(count) regels van logboek \(log), dat niemand heeft toegelaten",
        en: "\(count) lines of log \(log), which nobody admitted"),
      Phrase(
        nl: "hoort het erbij, dan: 'veldlog trust add \(log)'; tot dan tellen ze niet mee",
        en: "if it belongs: 'veldlog trust add \(log)'; until then they do not count")
    )
  }

  public static func heldBundles(_ count: Int) -> Text {
    (
      Phrase(
        nl: "\(count) bundels wachten in held/", en: "\(count) bundles wait in held/"),
      Phrase(
        nl: "ze worden opnieuw geprobeerd na elke 'veldlog trust add' en 'veldlog bundle apply'",
        en: "they are tried again after every 'veldlog trust add' and 'veldlog bundle apply'")
    )
  }

  public static func notAdmitted(_ count: Int, _ log: String) -> Text {
    (
      Phrase(
        nl: "het eigen logboek \(log) is nog niet toegelaten: \(count) eigen regels wachten",
        en: "one's own log \(log) is not admitted yet: \(count) own lines wait"),
      Phrase(
        nl: "laat de stichter of een beheerder 'veldlog trust add \(log)' uitvoeren en een bundel sturen",
        en: "have the founder or a beheerder run 'veldlog trust add \(log)' and send a bundle")
    )
  }

  public static func clockWentBack(_ count: Int, _ log: String) -> Text {
    (
      Phrase(
        nl: "de klok van dit apparaat sprong \(count) keer terug (logboek \(log))",
        en: "the clock of this device jumped back \(count) times (log \(log))"),
      Phrase(
        nl: "er is niets verloren; bij een conflict kan de oudere waarde tellen tot iemand kiest. Zet de klok gelijk",
        en: "nothing is lost; in a conflict the older value may count until someone chooses. Set the clock right")
    )
  }

  public static func clockIsBehind(_ minutes: Int64, _ log: String) -> Text {
    (
      Phrase(
        nl: "de laatste eigen regel is van \(minutes) minuten later dan het nu is (logboek \(log))",
        en: "the last own line is from \(minutes) minutes later than it is now (log \(log))"),
      Phrase(
        nl: "de klok loopt nu achter, of liep toen voor; zet haar gelijk",
        en: "the clock is behind now, or was ahead then; set it right")
    )
  }

  public static func missingKey(_ log: String) -> Text {
    (
      Phrase(
        nl: "de sleutel van het eigen logboek \(log) ontbreekt", en: "the key of one's own log \(log) is missing"),
      Phrase(
        nl: "zet keys/\(log) terug uit een reservekopie van dit apparaat; zonder sleutel kan er niets bij",
        en: "put keys/\(log) back from a backup of this device; without the key nothing can be added")
    )
  }

  public static func damagedKey(_ log: String) -> Text {
    (
      Phrase(
        nl: "de sleutel van het eigen logboek \(log) is beschadigd", en: "the key of one's own log \(log) is damaged"),
      missingKey(log).advice
    )
  }

  public static func openPermissions(_ paths: [String]) -> Text {
    (
      Phrase(
        nl: "anderen op dit apparaat kunnen bij de sleutels", en: "others on this device can get at the keys"),
      Phrase(
        nl: "sluit ze af: chmod 700 voor de map keys, chmod 600 voor de bestanden erin",
        en: "close them: chmod 700 for the folder keys, chmod 600 for the files in it")
    )
  }

  public static func leftovers(_ count: Int) -> Text {
    (
      Phrase(
        nl: "\(count) resten van afgebroken schrijfacties", en: "\(count) leftovers of interrupted writes"),
      Phrase(
        nl: "ze horen nergens bij en mogen weg als er niets meer loopt",
        en: "they belong to nothing and may go once nothing runs")
    )
  }

  public static func missingAttachments(_ count: Int) -> Text {
    (
      Phrase(
        nl: count == 1 ? "1 bijlage staat hier niet" : "\(count) bijlagen staan hier niet",
        en: count == 1 ? "1 attachment is not here" : "\(count) attachments are not here"),
      Phrase(
        nl: "een bundel heeft ze overgeslagen; vraag erom met 'veldlog receipt' als ze hier nodig zijn",
        en: "a bundle left them out; ask for them with 'veldlog receipt' if they are needed here")
    )
  }

  public static func damagedAttachments(_ count: Int) -> Text {
    (
      Phrase(
        nl: count == 1 ? "1 bijlage is beschadigd" : "\(count) bijlagen zijn beschadigd",
        en: count == 1 ? "1 attachment is damaged" : "\(count) attachments are damaged"),
      Phrase(
        nl: "leg hetzelfde bestand opnieuw vast met 'veldlog record bijlage', of vraag erom met 'veldlog receipt'",
        en: "record the same file again with 'veldlog record bijlage', or ask for it with 'veldlog receipt'")
    )
  }

  public static func unnamedAttachments(_ count: Int) -> Text {
    (
      Phrase(
        nl: "\(count) bestanden in attachments/ die geen feit noemt",
        en: "\(count) files in attachments/ that no fact names"),
      Phrase(
        nl: "van een afgebroken vastlegging; leg het bestand opnieuw vast, of verwijder deze",
        en: "of a record that was interrupted; record the file again, or remove these")
    )
  }

  public static func erasedPayloads(_ count: Int) -> Text {
    (
      Phrase(
        nl: "\(count) regels hebben nog de inhoud die gewist moet worden",
        en: "\(count) lines still have contents that have to be erased"),
      Phrase(nl: "'veldlog erase --carry-out' doet het", en: "'veldlog erase --carry-out' does it")
    )
  }

  public static func afterErasure(_ count: Int) -> Text {
    (
      Phrase(
        nl: "\(count) feiten noemen wat gewist is, of kwamen ervoor in de plaats",
        en: "\(count) facts name what was erased, or took its place"),
      Phrase(
        nl: "wis ze met 'veldlog erase REF', of laat ze staan met 'veldlog erase --keep REF --ground …'",
        en: "erase them with 'veldlog erase REF', or let them stay with 'veldlog erase --keep REF --ground …'")
    )
  }
}
