/// What is said when something is refused: what happened, and what to do.
public enum ErrorWords {
  public static let error = Phrase(nl: "fout: ", en: "error: ")
  public static let hint = Phrase(nl: "tip: ", en: "hint: ")

  // MARK: Typing

  public static func unknownCommand(_ name: String) -> Phrase {
    Phrase(nl: "er is geen opdracht '\(name)'", en: "there is no command '\(name)'")
  }

  public static func didYouMean(_ names: [String]) -> Phrase {
    let list = names.map { "'\($0)'" }
    return Phrase(
      nl: "bedoelt u \(list.joined(separator: " of "))?", en: "did you mean \(list.joined(separator: " or "))?")
  }

  public static let seeHelp = Phrase(
    nl: "'veldlog help' noemt alle opdrachten", en: "'veldlog help' names all commands")

  public static func seeHelp(of command: String) -> Phrase {
    Phrase(
      nl: "'veldlog help \(command)' legt het uit, met voorbeelden",
      en: "'veldlog help \(command)' explains it, with examples")
  }

  public static func unknownOption(_ name: String) -> Phrase {
    Phrase(nl: "deze opdracht kent geen optie '\(name)'", en: "this command has no option '\(name)'")
  }

  public static func missingValue(_ name: String) -> Phrase {
    Phrase(nl: "achter '\(name)' hoort een waarde", en: "'\(name)' needs a value behind it")
  }

  public static func missingWord(_ what: Phrase) -> Phrase {
    Phrase(nl: "er ontbreekt iets: \(what.dutch)", en: "something is missing: \(what.english)")
  }

  public static func tooManyWords(_ word: String) -> Phrase {
    Phrase(nl: "'\(word)' is te veel", en: "'\(word)' is one word too many")
  }

  public static func badValue(_ option: String, _ value: String, _ allowed: [String]) -> Phrase {
    let list = allowed.joined(separator: ", ")
    return Phrase(
      nl: "'\(option)' kan niet '\(value)' zijn; wel: \(list)",
      en: "'\(option)' cannot be '\(value)'; it can be: \(list)")
  }

  public static func notAField(_ word: String) -> Phrase {
    Phrase(
      nl: "'\(word)' is geen veld=waarde", en: "'\(word)' is not of the form field=value")
  }

  // MARK: Workspaces

  public static func noWorkspace(_ folder: String) -> Phrase {
    Phrase(
      nl: "in '\(folder)' en de mappen erboven staat geen werkruimte",
      en: "there is no workspace in '\(folder)' or the folders above it")
  }

  public static let noWorkspaceHint = Phrase(
    nl: "begin er een met 'veldlog init --workspace NAAM --regio REGIO --name WIE', of wijs er een aan met --dir MAP",
    en: "start one with 'veldlog init --workspace NAME --regio REGION --name WHO', or name one with --dir FOLDER")

  public static func alreadyThere(_ folder: String) -> Phrase {
    Phrase(
      nl: "'\(folder)' is al een werkruimte, of een deel ervan; er is niets veranderd",
      en: "'\(folder)' is a workspace already, or a part of one; nothing was changed")
  }

  public static func damagedSettings(_ path: String, _ offset: Int) -> Phrase {
    Phrase(
      nl: "'\(path)' is niet te lezen (byte \(offset + 1))", en: "'\(path)' cannot be read (byte \(offset + 1))")
  }

  public static let damagedSettingsHint = Phrase(
    nl: "zet het bestand opzij (hernoem het): het wordt opnieuw gemaakt uit de logboeken en sleutels",
    en: "move the file aside (rename it): it is made again from the logs and keys")

  public static func newer(_ path: String) -> Phrase {
    Phrase(
      nl: "'\(path)' is geschreven door een nieuwere Veldlog", en: "'\(path)' was written by a newer Veldlog")
  }

  public static let newerHint = Phrase(
    nl: "gebruik die versie; er is niets veranderd", en: "use that version; nothing was changed")

  public static func busy(_ folder: String) -> Phrase {
    Phrase(
      nl: "een ander programma schrijft nu in '\(folder)'; er is niets vastgelegd",
      en: "another program is writing in '\(folder)' now; nothing was recorded")
  }

  public static let busyHint = Phrase(
    nl: "wacht tot het klaar is (een import of interview?) en probeer het opnieuw",
    en: "wait until it is done (an import or an interview?) and try again")

  public static func noKey(_ log: String) -> Phrase {
    Phrase(
      nl: "de sleutel van logboek \(log) ontbreekt in 'keys', dus kan dit exemplaar er niet in schrijven",
      en: "the key of log \(log) is not in 'keys', so this instance cannot write it")
  }

  public static func damagedKey(_ path: String) -> Phrase {
    Phrase(
      nl: "'\(path)' is geen bruikbare sleutel", en: "'\(path)' is not a usable key")
  }

  public static func unknownRegion(_ text: String) -> Phrase {
    Phrase(nl: "er is geen regio '\(text)'", en: "there is no region '\(text)'")
  }

  public static let regionHint = Phrase(
    nl: "'veldlog codebook regio' noemt de regio's en hun codes",
    en: "'veldlog codebook regio' lists the regions and their codes")

  public static func invalidInvite(_ path: String) -> Phrase {
    Phrase(
      nl: "'\(path)' is geen uitnodiging", en: "'\(path)' is not an invitation")
  }

  public static let inviteHint = Phrase(
    nl: "laat een lid 'veldlog invite > uitnodiging.json' uitvoeren en gebruik dat bestand",
    en: "have a member run 'veldlog invite > invite.json' and use that file")

  public static func invalidLogID(_ text: String) -> Phrase {
    Phrase(
      nl: "'\(text)' is geen logboek: een logboek heeft 12 tekens, zoals 7k3f9q2mx4tz",
      en: "'\(text)' is not a log: a log has 12 characters, as in 7k3f9q2mx4tz")
  }

  // MARK: Facts

  public static func unknownKind(_ name: String) -> Phrase {
    Phrase(nl: "er is geen soort feit '\(name)'", en: "there is no kind of fact '\(name)'")
  }

  public static let kindHint = Phrase(
    nl: "'veldlog codebook' noemt alle soorten", en: "'veldlog codebook' lists all kinds")

  public static func reservedKind(_ name: String) -> Phrase {
    Phrase(
      nl: "'\(name)' wordt alleen door Veldlog zelf vastgelegd", en: "'\(name)' is recorded by Veldlog itself only")
  }

  public static let reservedHint = Phrase(
    nl: "zie 'veldlog help trust', 'retract' en 'import'", en: "see 'veldlog help trust', 'retract' and 'import'")

  public static func payload(_ kind: String, _ problems: [Phrase]) -> Phrase {
    Phrase(nl: "\(kind) is niet vastgelegd: ", en: "\(kind) was not recorded: ") + problems.joined(by: "\n  ")
  }

  public static func codebookHint(_ kind: String) -> Phrase {
    Phrase(
      nl: "'veldlog codebook \(kind)' legt alle velden uit", en: "'veldlog codebook \(kind)' explains all fields")
  }

  public static func slotTaken(_ kind: String, _ slot: String, _ reference: String, _ payload: String) -> Phrase {
    Phrase(
      nl: "over \(kind) \(slot) is al iets anders vastgelegd, als \(reference):\n  \(payload)",
      en: "something else is recorded about \(kind) \(slot) already, as \(reference):\n  \(payload)")
  }

  public static func slotHint(_ reference: String) -> Phrase {
    Phrase(
      nl: "verbeter het met: veldlog correct \(reference) veld=waarde --reason \"waarom\"",
      en: "correct it with: veldlog correct \(reference) field=value --reason \"why\"")
  }

  public static func noSuchReference(_ text: String) -> Phrase {
    Phrase(
      nl: "hier staat geen regel '\(text)'", en: "there is no line '\(text)' here")
  }

  public static let referenceHint = Phrase(
    nl: "een verwijzing is :41 (eigen regel 41) of 7k3f9q:41; 'veldlog log' toont ze",
    en: "a reference is :41 (own line 41) or 7k3f9q:41; 'veldlog log' shows them")

  public static func ambiguousReference(_ text: String, _ all: [String]) -> Phrase {
    let list = all.joined(separator: ", ")
    return Phrase(
      nl: "'\(text)' kan meer dan een regel zijn: \(list)", en: "'\(text)' may be more than one line: \(list)")
  }

  public static func notLive(_ reference: String, by other: String?) -> Phrase {
    if let other {
      return Phrase(
        nl: "\(reference) geldt niet meer: vervangen door \(other)",
        en: "\(reference) no longer holds: replaced by \(other)")
    }
    return Phrase(
      nl: "\(reference) telt niet mee (nog niet toegelaten, of opzijgezet)",
      en: "\(reference) does not count (not admitted yet, or set aside)")
  }

  public static func structural(_ reference: String, _ kind: String) -> Phrase {
    Phrase(
      nl: "\(reference) ('\(kind)') hoort bij de opbouw van het logboek en kan niet worden verbeterd of ingetrokken",
      en: "\(reference) ('\(kind)') is part of the log's own structure and cannot be corrected or retracted")
  }

  public static func noConflict(_ reference: String) -> Phrase {
    Phrase(
      nl: "\(reference) staat in geen enkel conflict", en: "\(reference) is in no conflict")
  }

  public static func sameConflict(_ left: String, _ right: String) -> Phrase {
    Phrase(
      nl: "\(left) en \(right) staan in hetzelfde conflict: kies er een",
      en: "\(left) and \(right) are in the same conflict: choose one")
  }

  public static func audienceTooWide(_ audience: String, _ reference: String) -> Phrase {
    Phrase(
      nl: "\(reference) is voor meer lezers dan '\(audience)' en kan daar niet vandaan worden vervangen",
      en: "\(reference) has more readers than '\(audience)' and cannot be replaced from there")
  }

  public static func notAnImport(_ reference: String) -> Phrase {
    Phrase(nl: "\(reference) is geen import", en: "\(reference) is not an import")
  }

  // MARK: Members

  public static func notAMember(_ log: String) -> Phrase {
    Phrase(nl: "logboek \(log) is hier geen lid", en: "log \(log) is not a member here")
  }

  public static func alreadyMember(_ log: String) -> Phrase {
    Phrase(
      nl: "logboek \(log) is al lid, met deze of een hogere rol",
      en: "log \(log) is a member already, with this role or a higher one")
  }

  public static func mayNotAdmit(_ log: String) -> Phrase {
    Phrase(
      nl:
        "dit exemplaar (\(log)) mag dit lid niet toelaten: dat doet de stichter of een beheerder, en voor een beheerder alleen de stichter",
      en:
        "this instance (\(log)) may not admit this member: the founder or a beheerder does, and for a beheerder only the founder"
    )
  }

  public static func mayNotRevoke(_ log: String) -> Phrase {
    Phrase(
      nl:
        "logboek \(log) kan van hieruit niet worden ingetrokken: een beheerder trekt onderzoekers en lezers in, de stichter ook beheerders",
      en:
        "log \(log) cannot be revoked from here: a beheerder revokes onderzoekers and lezers, the founder beheerders too"
    )
  }
}
