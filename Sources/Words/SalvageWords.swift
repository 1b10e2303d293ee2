/// What salvaging found, and what to do next.
public enum SalvageWords {
  // MARK: Help

  public static let summary = Phrase(
    nl: "herbouw wat te redden is uit beschadigde kopieën, bundels en logboeken",
    en: "rebuild what can be saved from damaged copies, bundles and logs")
  public static let note = Phrase(
    nl:
      "Leest alles in de genoemde mappen en bestanden: kopieën van werkruimten, losse .jsonl-bestanden onder elke naam, bundels (ook afgebroken of versleutelde), tar-bestanden en andere tekst. Elke regel die op de regels ervoor volgt, terug tot regel 1, komt in de nieuwe map; wat daar niet op aansluit wordt apart bewaard en genoemd. Van de bronnen verandert nooit iets. Wat werd afgebroken, gaat verder als u hetzelfde nog eens uitvoert.",
    en:
      "Reads everything in the named folders and files: copies of workspaces, single .jsonl files under any name, bundles (cut off or encrypted ones too), tar files and other text. Every line that follows from the lines before it, back to line 1, goes to the new folder; what does not join on to that is kept aside and named. Nothing in the sources is ever changed. What was interrupted goes on when you run the same again."
  )
  public static let targetNote = Phrase(
    nl:
      "Zonder -o vult het de werkruimte aan waarin u staat: wat daar ontbreekt komt erbij en beschadigde regels worden hersteld. Regels van anderen waar geen checkpoint voor instaat, blijven dan apart.",
    en:
      "Without -o it completes the workspace you are in: what it lacks is added and damaged lines are repaired. Lines of others that no checkpoint vouches for then stay aside."
  )
  public static let outputOption = Phrase(
    nl: "de nieuwe map; die mag er nog niet zijn", en: "the new folder, which must not be there yet")
  public static let dryRunOption = Phrase(
    nl: "zeg wat er zou gebeuren, schrijf niets", en: "say what would happen, write nothing")
  public static let keyOption = Phrase(
    nl: "sleutel voor versleutelde bundels, naast die in de mappen", en: "key for encrypted bundles, beside those found"
  )
  public static let passphraseOption = Phrase(
    nl: "bestand met de wachtzin van bundels en van wat op slot is",
    en: "file with the passphrase of bundles and of what is locked")
  public static let inviteOption = Phrase(
    nl: "uitnodiging, als van de stichter regel 1 ontbreekt", en: "invite, when the founder's line 1 is missing")
  public static let workspaceOption = Phrase(
    nl: "welke werkruimte, als er regels van meer liggen", en: "which workspace, when there are lines of several")
  public static let asOption = Phrase(
    nl: "welk gedeeld logboek de nieuwe map schrijft, als er sleutels van meer liggen",
    en: "whose shared log the new folder writes, when there are keys of several")
  public static let newExample = Phrase(
    nl: "een nieuwe werkruimte uit een oude laptop en een stick", en: "a new workspace from an old laptop and a stick")
  public static let dryRunExample = Phrase(
    nl: "eerst kijken wat er te redden is", en: "look first at what can be saved")
  public static let addExample = Phrase(
    nl: "herstel deze werkruimte met wat op de stick staat", en: "repair this workspace with what is on the stick")

  // MARK: Progress

  public static let reading = Phrase(nl: "lezen", en: "reading")
  public static let checking = Phrase(nl: "controleren", en: "checking")
  public static let writing = Phrase(nl: "schrijven", en: "writing")

  // MARK: What came of it

  public static func done(_ lines: Int, new: Int?, logs: Int, files: Int, path: String, isDryRun: Bool) -> Phrase {
    let (dutchNew, englishNew) = (new.map { ", waarvan \($0) nieuw" } ?? "", new.map { ", \($0) of them new" } ?? "")
    return Phrase(
      nl: isDryRun
        ? "te redden: \(lines) regels van \(logs) logboeken uit \(files) bestanden\(dutchNew); er is niets geschreven"
        : "gered: \(lines) regels van \(logs) logboeken uit \(files) bestanden\(dutchNew); ze staan in '\(path)'",
      en: isDryRun
        ? "can be saved: \(lines) lines of \(logs) logs from \(files) files\(englishNew); nothing was written"
        : "saved: \(lines) lines of \(logs) logs from \(files) files\(englishNew); they are in '\(path)'")
  }

  public static func counts(
    found: Int, used: Int, repeated: Int, otherForms: Int, aside: Int, otherWorkspace: Int, otherPrivate: Int
  ) -> Phrase {
    Phrase(
      nl: "gevonden \(found) = gebruikt \(used) + nog eens \(repeated) + in andere vorm \(otherForms) + apart \(aside)"
        + (otherWorkspace > 0 ? " + van een andere werkruimte \(otherWorkspace)" : "")
        + (otherPrivate > 0 ? " + privé van een ander \(otherPrivate)" : ""),
      en: "found \(found) = used \(used) + again \(repeated) + in another form \(otherForms) + aside \(aside)"
        + (otherWorkspace > 0 ? " + of another workspace \(otherWorkspace)" : "")
        + (otherPrivate > 0 ? " + private to another \(otherPrivate)" : ""))
  }

  public static let log = Phrase(nl: "logboek", en: "log")
  public static let audience = Phrase(nl: "publiek", en: "audience")
  public static let lines = Phrase(nl: "regels", en: "lines")
  public static let newLines = Phrase(nl: "nieuw", en: "new")
  public static let branches = Phrase(nl: "takken", en: "branches")
  public static let last = Phrase(nl: "laatste", en: "last")
  public static let aside = Phrase(nl: "apart", en: "aside")
  public static let none = Phrase(nl: "niets gevonden", en: "nothing found")

  public static func missing(_ log: String, _ first: Int, _ last: Int) -> Phrase {
    Phrase(
      nl: first == last
        ? "logboek \(log): regel \(first) staat in geen enkele kopie heel"
        : "logboek \(log): regels \(first) tot en met \(last) staan in geen enkele kopie heel",
      en: first == last
        ? "log \(log): line \(first) is whole in no copy" : "log \(log): lines \(first) to \(last) are whole in no copy"
    )
  }

  public static func detached(_ log: String, _ first: Int, _ last: Int, _ path: String) -> Phrase {
    Phrase(
      nl:
        "logboek \(log): voor regels \(first) tot en met \(last) ('\(path)') staat een checkpoint in, maar regels ervoor ontbreken",
      en:
        "log \(log): a checkpoint vouches for lines \(first) to \(last) ('\(path)'), but lines before them are missing")
  }

  public static func unverified(_ log: String, _ first: Int, _ last: Int, _ path: String) -> Phrase {
    Phrase(
      nl: "logboek \(log): niets toont aan dat regels \(first) tot en met \(last) ('\(path)') kloppen",
      en: "log \(log): nothing shows that lines \(first) to \(last) ('\(path)') are right")
  }

  public static func keptAt(_ path: String) -> Phrase {
    Phrase(
      nl: "; ze liggen in '\(path)' en sluiten aan zodra een volgende 'veldlog salvage' vindt wat ontbreekt",
      en: "; they lie in '\(path)' and join on as soon as another 'veldlog salvage' finds what is missing")
  }

  public static func unvouched(_ log: String, _ count: Int) -> Phrase {
    Phrase(
      nl: "logboek \(log): voor de laatste \(count == 1 ? "regel" : "\(count) regels") staat nog geen checkpoint in",
      en: "log \(log): no checkpoint vouches for the last \(count == 1 ? "line" : "\(count) lines") yet")
  }

  public static func forked(_ log: String, _ branches: Int) -> Phrase {
    Phrase(
      nl: "logboek \(log) is op \(branches) plaatsen verder geschreven; alle takken zijn bewaard",
      en: "log \(log) was continued in \(branches) places; all branches are kept")
  }

  public static func erased(_ log: String, _ count: Int) -> Phrase {
    Phrase(
      nl: "logboek \(log): van \(count) regels is de inhoud gewist, zoals besloten",
      en: "log \(log): the contents of \(count) lines are erased, as was decided")
  }

  public static func missingPayload(_ log: String, _ count: Int) -> Phrase {
    Phrase(
      nl: "logboek \(log): van \(count) regels is de inhoud nergens gevonden",
      en: "log \(log): the contents of \(count) lines were found nowhere")
  }

  public static func damage(_ path: String, offset: Int, bytes: Int, isWholeElsewhere: Bool) -> Phrase {
    Phrase(
      nl: "'\(path)', byte \(offset + 1): \(bytes) bytes zijn geen regel"
        + (isWholeElsewhere ? " (de regel staat elders heel)" : ""),
      en: "'\(path)', byte \(offset + 1): \(bytes) bytes are no line"
        + (isWholeElsewhere ? " (the line is whole elsewhere)" : ""))
  }

  public static func allWholeElsewhere(_ count: Int) -> Phrase {
    Phrase(
      nl: "op \(count) plaatsen zijn bestanden beschadigd; alle regels daar staan elders heel",
      en: "files are damaged in \(count) places; all lines there are whole elsewhere")
  }

  public static func moreDamage(_ count: Int) -> Phrase {
    Phrase(nl: "… en op nog \(count) plaatsen", en: "… and in \(count) more places")
  }

  public static func newer(_ count: Int) -> Phrase {
    Phrase(
      nl: "\(count) regels zijn door een nieuwere Veldlog geschreven en kunnen hier niet worden gelezen",
      en: "\(count) lines were written by a newer Veldlog and cannot be read here")
  }

  public static func encrypted(_ path: String) -> Phrase {
    Phrase(
      nl: "'\(path)' is versleuteld, en met geen van de sleutels te openen (--key BESTAND)",
      en: "'\(path)' is encrypted, and none of the keys opens it (--key FILE)")
  }

  public static func damagedEncryption(_ path: String) -> Phrase {
    Phrase(
      nl: "'\(path)' is versleuteld en beschadigd; er is niets uit te halen",
      en: "'\(path)' is encrypted and damaged; nothing can be taken from it")
  }

  public static func cutOff(_ path: String, _ bytes: Int) -> Phrase {
    Phrase(
      nl: "'\(path)' gaat niet verder dan \(bytes) uitgepakte bytes; die zijn gebruikt",
      en: "'\(path)' goes no further than \(bytes) unpacked bytes; those were used")
  }

  public static func damagedKey(_ path: String) -> Phrase {
    Phrase(nl: "de sleutel '\(path)' is beschadigd", en: "the key '\(path)' is damaged")
  }

  public static func unread(_ what: Phrase) -> Phrase { Phrase(nl: "niet gelezen: ", en: "not read: ") + what }

  public static func attachments(_ count: Int, missing: Int) -> Phrase {
    Phrase(
      nl: "bijlagen: \(count) teruggezet" + (missing > 0 ? ", \(missing) nergens heel gevonden" : ""),
      en: "attachments: \(count) put in place" + (missing > 0 ? ", \(missing) found whole nowhere" : ""))
  }

  public static func otherKeys(_ logs: [String]) -> Phrase {
    Phrase(
      nl: "sleutels van anderen zijn gelaten waar ze liggen: \(logs.joined(separator: ", "))",
      en: "keys of others were left where they are: \(logs.joined(separator: ", "))")
  }

  public static let otherPrivate = Phrase(
    nl: "privélogboeken van anderen zijn gelaten waar ze liggen; alleen hun eigen map mag ze houden",
    en: "private logs of others were left where they are; only their own folder may hold them")

  public static let locked = Phrase(
    nl: "wat op slot is, is meegenomen en blijft op slot ('veldlog lock --open')",
    en: "what is locked was taken along and stays locked ('veldlog lock --open')")

  public static func released(_ count: Int) -> Phrase {
    Phrase(
      nl: "bundels die wachtten brachten nog \(count) regels", en: "bundles that waited brought \(count) more lines")
  }

  public static func next(_ path: String) -> Phrase {
    Phrase(
      nl: "kijk na: veldlog --dir '\(path)' verify, en dan: veldlog --dir '\(path)' status",
      en: "look it over: veldlog --dir '\(path)' verify, and then: veldlog --dir '\(path)' status")
  }

  public static let noKey = Phrase(
    nl:
      "er is geen sleutel gevonden: deze map kan worden gelezen, niet beschreven. Om verder te gaan: 'veldlog init --invite' in een andere map, en daar 'veldlog salvage' met deze map",
    en:
      "no key was found: this folder can be read, not written. To go on: 'veldlog init --invite' in another folder, and there 'veldlog salvage' with this folder"
  )

  // MARK: Errors

  public static let aFolder = Phrase(
    nl: "de mappen of bestanden om uit te redden", en: "the folders or files to save from")
  public static let noTarget = Phrase(
    nl: "hier is geen werkruimte om aan te vullen", en: "there is no workspace here to add to")
  public static let noTargetHint = Phrase(
    nl: "noem een nieuwe map: veldlog salvage MAP… -o NIEUW", en: "name a new folder: veldlog salvage FOLDER… -o NEW")

  public static func nothingFound(_ files: Int) -> Phrase {
    Phrase(
      nl: "in \(files) bestanden staat geen regel van een logboek waar iets mee kan",
      en: "\(files) files hold no line of a log that can be used")
  }

  public static func severalWorkspaces(_ list: [(String, Int)]) -> Phrase {
    Phrase(
      nl: "er liggen regels van meer werkruimten: "
        + list.map { "\($0.0) (\($0.1) regels)" }.joined(separator: ", "),
      en: "there are lines of several workspaces: "
        + list.map { "\($0.0) (\($0.1) lines)" }.joined(separator: ", "))
  }

  public static func severalWorkspacesHint(_ id: String) -> Phrase {
    Phrase(nl: "kies er een: --workspace \(id)", en: "choose one: --workspace \(id)")
  }

  public static func severalInstances(_ logs: [String]) -> Phrase {
    Phrase(
      nl: "er liggen sleutels van meer deelnemers, met de logboeken \(logs.joined(separator: ", "))",
      en: "there are keys of several members, with the logs \(logs.joined(separator: ", "))")
  }

  public static func severalInstancesHint(_ log: String) -> Phrase {
    Phrase(
      nl: "zeg wie de nieuwe map wordt: --as \(log)", en: "say whose the new folder is: --as \(log)")
  }

  public static func noKeyOf(_ log: String) -> Phrase {
    Phrase(nl: "er is geen sleutel van logboek \(log) gevonden", en: "no key of log \(log) was found")
  }

  public static func insideSource(_ path: String, _ source: String) -> Phrase {
    Phrase(
      nl: "'\(path)' ligt in '\(source)', waarin niets mag veranderen",
      en: "'\(path)' lies in '\(source)', in which nothing may change")
  }

  public static func alreadyThere(_ path: String) -> Phrase {
    Phrase(nl: "'\(path)' is er al", en: "'\(path)' is there already")
  }

  public static func alreadyThereHint(_ path: String) -> Phrase {
    Phrase(
      nl: "noem een nieuwe map, of vul die werkruimte aan: veldlog --dir '\(path)' salvage MAP…",
      en: "name a new folder, or complete that workspace: veldlog --dir '\(path)' salvage FOLDER…")
  }

  public static func notAKey(_ path: String) -> Phrase {
    Phrase(nl: "'\(path)' is geen sleutel die bundels opent", en: "'\(path)' is no key that opens bundles")
  }

  public static func changedMeanwhile(_ path: String) -> Phrase {
    Phrase(
      nl: "'\(path)' veranderde tijdens het lezen", en: "'\(path)' changed while it was read")
  }

  public static let runAgain = Phrase(
    nl: "wat geschreven is klopt; voer hetzelfde nog eens uit om verder te gaan",
    en: "what was written is right; run the same again to go on")
}
