/// What the demo says.
public enum DemoWords {
  // MARK: help

  public static let summary = Phrase(
    nl: "laat alles zien: drie exemplaren, één conflict, bundels en cijfers, in een eigen map",
    en: "show everything: three instances, one conflict, bundles and figures, in a folder of its own")
  public static let note = Phrase(
    nl:
      "Maakt in MAP (anders veldlog-demo) drie exemplaren van één werkruimte, met de gepubliceerde cijfers van zeven jeugdregio's en met verzonnen trajecten, die dat in elk feit en op elk scherm zeggen. De map mag nog niet bestaan of moet leeg zijn; weggooien kan altijd.",
    en:
      "Makes three instances of one workspace in DIR (else veldlog-demo), with the published figures of seven youth-care regions and with invented trajectories, which say so in every fact and on every screen. The folder must not exist yet or be empty; it can be thrown away at any time."
  )
  public static let example = Phrase(
    nl: "in de map veldlog-demo hier", en: "in the folder veldlog-demo here")
  public static let otherExample = Phrase(nl: "in een andere map", en: "in another folder")

  // MARK: chapters

  public static let introduction = Phrase(
    nl:
      "Drie laptops in één map, zonder netwerk en zonder server. Na elke $ staat wat een mens zou typen.",
    en: "Three laptops in one folder, without a network and without a server. After each $ is what a person would type."
  )
  public static let founding = Phrase(
    nl: "1  Eén werkruimte, drie exemplaren", en: "1  One workspace, three instances")
  public static let recording = Phrase(
    nl: "2  Ieder legt vast wat de eigen regio weet", en: "2  Each records what its own region knows")
  public static let disagreeing = Phrase(
    nl: "3  Twee regio's leggen van één traject een ander einde vast",
    en: "3  Two regions record a different end of one trajectory")
  public static let exchanging = Phrase(
    nl: "4  Bundels gaan heen en weer, bij ieder in een andere volgorde",
    en: "4  Bundles go back and forth, in another order at each")
  public static let comparing = Phrase(
    nl: "5  Overal dezelfde vingerafdruk, overal hetzelfde conflict",
    en: "5  The same fingerprint everywhere, the same conflict everywhere")
  public static let looking = Phrase(nl: "6  De cijfers", en: "6  The figures")
  public static let next = Phrase(nl: "7  En nu u", en: "7  Your turn")

  // MARK: remarks

  public static let origins = Phrase(
    nl:
      "Wat is gepubliceerd noemt zijn bron (herkomst_data=gepubliceerd, bron=…). Alle aanbieders en trajecten zijn VERZONNEN (herkomst_data=verzonnen): uitkomsten daarvan zeggen niets over echte regio's. De stichter legt ook de vier regio's zonder eigen exemplaar vast.",
    en:
      "What is published names its source (herkomst_data=gepubliceerd, bron=…). All providers and trajectories are INVENTED (herkomst_data=verzonnen): figures from them say nothing about real regions. The founder also records the four regions without an instance."
  )
  public static let strangerFirst = Phrase(
    nl:
      "Bij twente komt ijsselland eerst: van een onbekende, dus bewaard en nog niet geteld, tot de bundel van zeeland de toelating brengt.",
    en:
      "At twente, ijsselland comes first: from a stranger, so kept and not counted, until the bundle of zeeland brings the admission."
  )
  public static let applyingAgain = Phrase(
    nl: "Nog een keer kan altijd: er komt niets bij.", en: "Again is always fine: nothing is added.")
  public static let same = Phrase(
    nl: "Drie keer dezelfde vingerafdruk: alle drie hebben precies hetzelfde.",
    en: "Three times the same fingerprint: all three have exactly the same.")

  // MARK: results

  public static func founded(_ log: String) -> Phrase {
    Phrase(nl: "werkruimte gesticht; logboek \(log)", en: "workspace founded; log \(log)")
  }
  public static let invited = Phrase(
    nl: "een openbare sleutel en een naam: geen geheim", en: "a public key and a name: no secret")
  public static func joined(_ log: String) -> Phrase {
    Phrase(nl: "doet mee; logboek \(log) wacht op toelating", en: "joined; log \(log) waits for admission")
  }
  public static func imported(published: Int, invented: Int) -> Phrase {
    counted { text in
      let (all, some, rest) = (text.count(published + invented), text.count(published), text.count(invented))
      return text.language == .dutch
        ? "\(all) feiten vastgelegd: \(some) gepubliceerd, \(rest) verzonnen"
        : "\(all) facts recorded: \(some) published, \(rest) invented"
    }
  }
  public static func status(facts: Int, conflicts: Int, fingerprint: String) -> Phrase {
    counted { text in
      let count = text.count(facts)
      return text.language == .dutch
        ? "\(count) feiten, \(conflicts) \(conflicts == 1 ? "conflict" : "conflicten"), vingerafdruk \(fingerprint)"
        : "\(count) facts, \(conflicts) \(conflicts == 1 ? "conflict" : "conflicts"), fingerprint \(fingerprint)"
    }
  }

  private static func counted(_ make: (NumberText) -> String) -> Phrase {
    Phrase(nl: make(NumberText(.dutch)), en: make(NumberText(.english)))
  }

  // MARK: your turn

  public static let reason = Phrase(nl: "dossier nagekeken", en: "checked the file")
  public static let nextAlias = Phrase(
    nl: "eerst dit, zolang veldlog niet in uw PATH staat", en: "this first, as long as veldlog is not on your PATH")
  public static let nextFigures = Phrase(nl: "alle cijfers in één scherm", en: "all figures in one screen")
  public static let nextQuery = Phrase(nl: "een eigen vraag", en: "a question of your own")
  public static let nextConflicts = Phrase(nl: "waarover men het oneens is", en: "what people disagree about")
  public static let nextResolve = Phrase(
    nl: "kies zelf welk einde telt", en: "choose which end counts")
  public static let nextHelp = Phrase(nl: "alle opdrachten", en: "all commands")
  public static func cleanUp(_ folder: String) -> Phrase {
    Phrase(
      nl: "Alles staat in '\(folder)'; die map mag weg wanneer u wilt.",
      en: "Everything is in '\(folder)'; throw that folder away when you like.")
  }

  // MARK: errors

  public static func notEmpty(_ path: String) -> Phrase {
    Phrase(
      nl: "de map '\(path)' is niet leeg; er is niets aangeraakt",
      en: "the folder '\(path)' is not empty; nothing was touched")
  }
  public static let notEmptyHint = Phrase(
    nl: "noem een andere map: veldlog demo MAP", en: "name another folder: veldlog demo DIR")
  public static func notAllRecorded(_ file: String, _ recorded: Int, of all: Int) -> Phrase {
    Phrase(
      nl: "van de \(all) feiten in '\(file)' zijn er \(recorded) vastgelegd; dat is een fout van het programma",
      en: "of the \(all) facts in '\(file)' \(recorded) were recorded; that is a fault of the program")
  }
  public static let fingerprintsDiffer = Phrase(
    nl: "de drie exemplaren tonen niet dezelfde vingerafdruk; dat is een fout van het programma",
    en: "the three instances do not show the same fingerprint; that is a fault of the program")
  public static func wrongConflicts(_ count: Int) -> Phrase {
    Phrase(
      nl: "er zijn \(count) conflicten waar er 1 moet zijn; dat is een fout van het programma",
      en: "there are \(count) conflicts where there must be 1; that is a fault of the program")
  }
  public static func stopped(_ folder: String) -> Phrase {
    Phrase(
      nl: "de demo is halverwege gestopt; wat er al was staat in '\(folder)'",
      en: "the demo stopped half-way; what was made so far is in '\(folder)'")
  }
}
