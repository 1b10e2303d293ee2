/// What is said of an instance's own logs: where one ends, and another goes on.
public enum OwnLogWords {
  // MARK: A new log

  public static func begun(_ new: String, after old: String) -> Phrase {
    Phrase(
      nl: "⚠ uw logboek \(old) is afgesloten; u schrijft verder in een nieuw: \(new)",
      en: "⚠ your log \(old) is ended; you go on in a new one: \(new)")
  }

  public static func begunRegional(_ new: String, after old: String) -> Phrase {
    Phrase(
      nl: "  uw logboek voor de regio (\(old)) gaat verder in \(new)",
      en: "  your log for the region (\(old)) goes on in \(new)")
  }

  public static func begunPrivate(_ new: String, after old: String) -> Phrase {
    Phrase(
      nl: "  uw privélogboek (\(old)) gaat verder in \(new)", en: "  your private log (\(old)) goes on in \(new)")
  }

  public static let unknownHere = Phrase(
    nl:
      "  reden: dit apparaat heeft niet eerder in deze map geschreven, of weet dat niet meer (gekopieerd? stroom weg?)",
    en: "  why: this device has not written in this folder before, or lost track of it (copied? power cut?)")
  public static let behind = Phrase(
    nl: "  reden: er ontbreken regels die dit apparaat hier eerder schreef (een reservekopie, of een tweede map?)",
    en: "  why: lines are missing that this device wrote here before (a backup put back, or a second folder?)")
  public static let ahead = Phrase(
    nl: "  reden: er staan regels in die dit apparaat hier niet schreef (op een ander apparaat gebruikt? stroom weg?)",
    en: "  why: it holds lines that this device did not write here (used on another device? power cut?)")
  public static let otherEnd = Phrase(
    nl: "  reden: het eindigt anders dan dit apparaat het achterliet (teruggezet, en elders gebruikt?)",
    en: "  why: it ends otherwise than this device left it (put back, and used elsewhere?)")
  public static let forked = Phrase(
    nl:
      "  reden: er zijn regels van uw logboek gekomen die op een ander apparaat geschreven zijn (een kopie van de map?)",
    en: "  why: lines of your log have arrived that were written on another device (a copy of the folder?)")
  public static let damaged = Phrase(
    nl: "  reden: het einde ervan is beschadigd ('veldlog verify'); bewaar de map zoals zij is",
    en: "  why: its end is damaged ('veldlog verify'); keep the folder as it is")
  public static let gone = Phrase(
    nl: "  reden: het staat niet meer in deze map; een bundel van een ander lid kan het terugbrengen",
    en: "  why: it is not in this folder any more; a bundle of another member can bring it back")
  public static let interrupted = Phrase(
    nl: "  reden: er was al een nieuw begonnen toen de stroom wegviel",
    en: "  why: a new one had been begun when the power went")

  public static let nothingLost = Phrase(
    nl: "  er is niets verloren: beide tellen mee, als van dezelfde schrijver",
    en: "  nothing is lost: both count, as the same writer's")
  public static let askForLines = Phrase(
    nl: "  wat ontbreekt komt terug met een bundel van wie het al had ('veldlog bundle apply')",
    en: "  what is missing comes back with a bundle from whoever had it ('veldlog bundle apply')")
  public static let exchangeWithOther = Phrase(
    nl: "  is de map op een ander apparaat nog in gebruik? wissel dan bundels uit; anders hoeft u niets te doen",
    en: "  is the folder still in use on another device? then exchange bundles; else there is nothing to do")
  public static func notVouched(_ log: String) -> Phrase {
    Phrase(
      nl:
        "  het oude kon niet meer zeggen dat \(log) ook van u is: laat de stichter 'veldlog trust add \(log)' uitvoeren",
      en:
        "  the old one could not say any more that \(log) is yours too: have the founder run 'veldlog trust add \(log)'"
    )
  }

  // MARK: What is remembered outside the folder

  public static let stateNotKept = Phrase(
    nl: "⚠ hoe ver dit apparaat schreef is niet te onthouden, dus een kopie van deze map valt pas later op: ",
    en: "⚠ how far this device wrote cannot be remembered, so a copy of this folder is noticed only later: ")
  public static let noStateFolder = Phrase(
    nl:
      "⚠ zonder HOME of XDG_STATE_HOME onthoudt dit apparaat niet hoe ver het schreef, dus een kopie van deze map valt pas later op",
    en:
      "⚠ without HOME or XDG_STATE_HOME this device does not remember how far it wrote, so a copy of this folder is noticed only later"
  )

  // MARK: status

  public static func fork(_ log: String, _ naam: String?, _ seq: Int, _ count: Int) -> Phrase {
    let name = naam.map { " (\($0))" } ?? ""
    return Phrase(
      nl:
        "⚠ logboek \(log)\(name) gaat vanaf regel \(seq) op \(count) manieren verder: de map is gekopieerd of teruggezet. Alle tellen mee",
      en:
        "⚠ log \(log)\(name) goes on in \(count) ways from line \(seq): its folder was copied or put back. All of them count"
    )
  }
  public static let ownFork = Phrase(
    nl: "  het is uw eigen logboek; u schrijft verder in een nieuw", en: "  it is your own log; you go on in a new one")
  public static func ownForkNext(_ reason: Phrase) -> Phrase {
    Phrase(
      nl: "⚠ het volgende feit gaat naar een nieuw logboek; er gaat niets verloren\n",
      en: "⚠ the next fact goes to a new log; nothing is lost\n") + reason
  }
  public static func formerLogs(_ logs: [String]) -> Phrase {
    let list = logs.joined(separator: ", ")
    return Phrase(nl: "eerder schreef u in: \(list)", en: "before, you wrote in: \(list)")
  }
  public static func absentRegional(_ log: String, _ author: String, _ regio: String) -> Phrase {
    Phrase(
      nl: "logboek \(log) van \(author) is alleen voor de regio \(regio); het hoort hier niet te zijn",
      en: "log \(log) of \(author) is for the region \(regio) only; it is not meant to be here")
  }
  public static func absent(_ log: String, _ author: String) -> Phrase {
    Phrase(
      nl: "logboek \(log) van \(author) is hier nog niet; het komt met een bundel van wie het heeft",
      en: "log \(log) of \(author) is not here yet; it comes with a bundle from whoever has it")
  }

  // MARK: trust

  public static let writer = Phrase(nl: "schrijver", en: "writer")
  public static let audience = Phrase(nl: "voor", en: "for")
  public static func claimed(_ log: String, after writer: String) -> Phrase {
    Phrase(
      nl:
        "\(log) zegt verder te gaan na \(writer), die dat hier niet bevestigt; klopt het volgens de schrijver? veldlog trust add \(log)",
      en:
        "\(log) says it goes on after \(writer), who does not confirm that here; is it so, says the writer? veldlog trust add \(log)"
    )
  }
  public static func revokedUnseen(_ log: String) -> Phrase {
    Phrase(
      nl:
        "⚠ van \(log) is hier niets ontvangen, dus telt er niets meer van mee; wie het wel heeft kan het opnieuw toelaten en intrekken",
      en:
        "⚠ nothing was received here of \(log), so none of it counts any more; whoever has it can admit and revoke it again"
    )
  }
  public static let onlyOption = Phrase(
    nl: "alleen dit logboek, niet de andere van dezelfde schrijver", en: "this log only, not the writer's others")
  public static let revokeNote = Phrase(
    nl:
      "'revoke' trekt alle logboeken van de schrijver in; met --only alleen het genoemde, zoals van een gestolen laptop.",
    en: "'revoke' revokes all logs of the writer; with --only just the one named, such as a stolen laptop's.")
  public static let revokeExample = Phrase(
    nl: "een gestolen laptop: wat er al van ontvangen is blijft tellen",
    en: "a stolen laptop: what was received of it goes on counting")
}
