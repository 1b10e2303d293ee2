/// What the simulator tells of a history: who did what, and what came of it.
public enum SimulationWords {}

// MARK: What happens

extension SimulationWords {
  public static func founds(_ who: String, _ log: String) -> Phrase {
    Phrase(nl: "\(who) sticht de werkruimte (log \(log))", en: "\(who) founds the workspace (log \(log))")
  }

  public static func joins(_ who: String, _ log: String) -> Phrase {
    Phrase(nl: "\(who) doet mee (log \(log))", en: "\(who) joins (log \(log))")
  }

  public static func records(_ who: String, _ fact: String) -> Phrase {
    Phrase(nl: "\(who) legt vast: \(fact)", en: "\(who) records: \(fact)")
  }

  public static func corrects(_ who: String, _ reference: String) -> Phrase {
    Phrase(nl: "\(who) verbetert \(reference)", en: "\(who) corrects \(reference)")
  }

  public static func retracts(_ who: String, _ reference: String) -> Phrase {
    Phrase(nl: "\(who) trekt \(reference) in", en: "\(who) retracts \(reference)")
  }

  public static func resolves(_ who: String, _ reference: String) -> Phrase {
    Phrase(nl: "\(who) kiest \(reference) in een conflict", en: "\(who) chooses \(reference) in a conflict")
  }

  public static func recordsMany(_ who: String, _ count: Int) -> Phrase {
    Phrase(nl: "\(who) legt \(count) feiten achter elkaar vast", en: "\(who) records \(count) facts in a row")
  }

  public static func admits(_ who: String, _ log: String, _ role: String) -> Phrase {
    Phrase(nl: "\(who) laat \(log) toe als \(role)", en: "\(who) admits \(log) as \(role)")
  }

  public static func revokes(_ who: String, _ log: String) -> Phrase {
    Phrase(nl: "\(who) trekt het lidmaatschap van \(log) in", en: "\(who) revokes \(log)")
  }

  public static func forges(_ who: String, _ line: String) -> Phrase {
    Phrase(nl: "een veranderd programma op \(who) schrijft: \(line)", en: "a changed program on \(who) writes: \(line)")
  }

  public static func makesBundle(_ who: String, _ number: Int) -> Phrase {
    Phrase(nl: "\(who) maakt bundel \(number)", en: "\(who) makes bundle \(number)")
  }

  public static func appliesBundle(_ who: String, _ number: Int, from: String) -> Phrase {
    Phrase(nl: "\(who) past bundel \(number) van \(from) toe", en: "\(who) applies bundle \(number) from \(from)")
  }

  public static func appliesCut(_ who: String, _ number: Int, _ count: Int) -> Phrase {
    Phrase(
      nl: "\(who) past de eerste \(count) bytes van bundel \(number) toe",
      en: "\(who) applies the first \(count) bytes of bundle \(number)")
  }

  public static func appliesFlipped(_ who: String, _ number: Int, byte: Int, bit: Int) -> Phrase {
    Phrase(
      nl: "\(who) past bundel \(number) toe, met bit \(bit) van byte \(byte) omgezet",
      en: "\(who) applies bundle \(number) with bit \(bit) of byte \(byte) flipped")
  }

  public static func makesBundle(_ who: String, _ numbers: String, for receivers: String) -> Phrase {
    Phrase(
      nl: "\(who) maakt bundel \(numbers) voor \(receivers)", en: "\(who) makes bundle \(numbers) for \(receivers)")
  }

  public static func makesReceipt(_ who: String, _ number: Int) -> Phrase {
    Phrase(nl: "\(who) maakt een ontvangstbewijs, bundel \(number)", en: "\(who) makes a receipt, bundle \(number)")
  }

  public static func erases(_ who: String, _ references: String) -> Phrase {
    Phrase(nl: "\(who) wist \(references)", en: "\(who) erases \(references)")
  }

  public static func synchronizes(_ who: String) -> Phrase {
    Phrase(nl: "\(who) synchroniseert met de gedeelde map", en: "\(who) synchronizes with the shared folder")
  }

  public static func carries(_ from: String, _ to: String, _ what: String) -> Phrase {
    Phrase(
      nl: "de gedeelde map van \(from) komt aan bij \(to): \(what)",
      en: "the shared folder of \(from) reaches \(to): \(what)")
  }

  public static func folderVanishes(_ who: String) -> Phrase {
    Phrase(nl: "de gedeelde map is weg bij \(who)", en: "the shared folder is gone at \(who)")
  }

  public static func folderIsOld(_ who: String) -> Phrase {
    Phrase(
      nl: "de gedeelde map van \(who) is ineens een oude", en: "the shared folder of \(who) is suddenly an old one")
  }

  public static func triesHeld(_ who: String) -> Phrase {
    Phrase(nl: "\(who) probeert opnieuw wat wacht", en: "\(who) tries again what waits")
  }

  public static func setsClock(_ who: String, _ at: String) -> Phrase {
    Phrase(nl: "de klok van \(who) staat ineens op \(at)", en: "the clock of \(who) suddenly says \(at)")
  }

  public static func diskIsFull(_ who: String) -> Phrase {
    Phrase(nl: "de schijf van \(who) is vol", en: "the disk of \(who) is full")
  }

  public static func diskHasRoom(_ who: String) -> Phrase {
    Phrase(nl: "de schijf van \(who) heeft weer ruimte", en: "the disk of \(who) has room again")
  }

  public static func trouble(_ who: String, _ fault: String, _ call: Int) -> Phrase {
    Phrase(
      nl: "bij de \(call)e schijfaanroep van \(who) hierna: \(fault)",
      en: "at call \(call) to the disk of \(who) from here: \(fault)")
  }

  public static func copies(_ who: String, _ copy: String) -> Phrase {
    Phrase(nl: "de map van \(who) wordt gekopieerd naar \(copy)", en: "the folder of \(who) is copied to \(copy)")
  }

  public static func clones(_ who: String, _ copy: String) -> Phrase {
    Phrase(
      nl: "de hele schijf van \(who) wordt gekopieerd naar \(copy)",
      en: "the whole disk of \(who) is copied to \(copy)")
  }

  public static func backsUp(_ who: String) -> Phrase {
    Phrase(nl: "van \(who) wordt een reservekopie gemaakt", en: "\(who) is backed up")
  }

  /// - Parameter state: What becomes of the state outside the folder.
  public static func restores(_ who: String, state: Phrase) -> Phrase {
    Phrase(
      nl: "de map van \(who) wordt teruggezet uit de reservekopie; wat daarbuiten staat ",
      en: "the folder of \(who) is put back from the backup; what stands outside it ") + state
  }

  public static let stateIsKept = Phrase(nl: "blijft", en: "stays")
  public static let stateIsLost = Phrase(nl: "is weg", en: "is gone")
  public static let stateIsOld = Phrase(nl: "ook", en: "too")

  public static func everyoneExchanges(_ round: Int) -> Phrase {
    Phrase(nl: "iedereen wisselt alles uit, ronde \(round)", en: "everyone exchanges everything, round \(round)")
  }
}

// MARK: What comes of it

extension SimulationWords {
  public static func recorded(_ references: String) -> Phrase { Phrase(nl: "→ \(references)", en: "→ \(references)") }

  public static func known(_ reference: String) -> Phrase {
    Phrase(nl: "→ was al bekend: \(reference)", en: "→ known already: \(reference)")
  }

  public static func refused(_ why: String) -> Phrase {
    Phrase(nl: "→ geweigerd: \(why)", en: "→ refused: \(why)")
  }

  public static func crashed(_ call: String) -> Phrase {
    Phrase(nl: "→ stroom weg bij ‘\(call)’", en: "→ the power goes at ‘\(call)’")
  }

  public static func applied(new: Int, known: Int, held: Int, quarantined: Int, erased: Int) -> Phrase {
    Phrase(
      nl: "→ nieuw \(new), bekend \(known), wacht \(held), apart \(quarantined), gewist \(erased)",
      en: "→ new \(new), known \(known), held \(held), quarantined \(quarantined), erased \(erased)")
  }
}

// MARK: What must not happen

extension SimulationWords {
  public static func lineThere(_ reference: String) -> Phrase {
    Phrase(nl: "regel \(reference) staat op de schijf", en: "line \(reference) stands on the disk")
  }

  public static let lineGone = Phrase(nl: "zij is weg", en: "it is gone")

  public static let noOtherLine = Phrase(
    nl: "er komen geen andere regels bij dan verwacht", en: "no other lines come than those expected")

  public static func stray(_ reference: String) -> Phrase { Phrase(nl: "regel \(reference)", en: "line \(reference)") }

  public static func newLog(_ log: String) -> Phrase {
    Phrase(
      nl: "een nieuw log, omdat \(log) elders verder kan zijn geschreven",
      en: "a new log, since \(log) may have been continued elsewhere")
  }

  public static func noNewLog(_ log: String) -> Phrase {
    Phrase(nl: "\(log) gaat gewoon verder", en: "\(log) simply goes on")
  }

  public static func wordNowhere(_ word: String) -> Phrase {
    Phrase(nl: "het gewiste ‘\(word)’ staat nergens meer", en: "the erased ‘\(word)’ stands nowhere any more")
  }

  public static func wordAt(_ path: String) -> Phrase { Phrase(nl: "in \(path)", en: "in \(path)") }

  public static let everyLineRight = Phrase(nl: "elke regel klopt", en: "every line is right")

  public static func equalTo(_ what: String, _ value: String) -> Phrase {
    Phrase(nl: "\(what) volgens het model: \(value)", en: "\(what) by the model: \(value)")
  }

  public static func value(_ value: String) -> Phrase { Phrase(same: value) }

  public static let success = Phrase(nl: "het lukt", en: "it succeeds")

  public static let refusal = Phrase(nl: "een weigering", en: "a refusal")

  public static func sum(_ count: Int) -> Phrase {
    Phrase(nl: "de telling komt uit op \(count) regels", en: "the counts add up to \(count) lines")
  }

  public static let sameEverywhere = Phrase(
    nl: "na alle uitwisseling overal dezelfde vingerafdruk", en: "the same fingerprint everywhere after all exchange")

  public static func factEverywhere(_ reference: String) -> Phrase {
    Phrase(
      nl: "het vastgelegde feit \(reference) is overal", en: "the recorded fact \(reference) is everywhere")
  }
}

// MARK: The program

extension SimulationWords {
  public static let help = Phrase(
    nl: """
      veldlog-sim: werkruimten op schijven in het geheugen, en wat hun overkomt

      Elk zaad is een geschiedenis: twee tot zeven laptops die vastleggen, verbeteren, uitwisselen, toelaten, intrekken en
      wissen, terwijl de stroom uitvalt, bundels zoek en beschadigd raken, mappen worden gekopieerd en teruggezet, en
      een veranderd programma meeschrijft. Na elke stap wordt elke laptop vergeleken met een eenvoudig model van SyncSpecs/.
      Hetzelfde zaad geeft hetzelfde verhaal. Wat breekt, wordt teruggebracht tot de stappen die ertoe doen, en verteld.

        --seed N          het eerste zaad (1)
        --seeds AANTAL    hoeveel zaden (1)
        --steps M         stappen per geschiedenis (200)
        --jobs J          hoeveel tegelijk (2)
        --all             noemt elk zaad dat breekt, niet alleen het eerste
        --no-shrink       vertelt geen verhaal
        --story           vertelt het verhaal van een zaad dat niet breekt
        --without REGEL   laat een regel weg uit het model: dan hoort iets te breken
        --rules           noemt die regels
        --sets AANTAL     drukt zoveel verzamelingen logs af, zoals ze na de stappen op de schijven staan, als JSON, elk
                          met wat Veldlog ervan zegt (Tests/Peers/sets.py vergelijkt ze)
        --slots           drukt de slotvelden van elk soort feit af, als JSON
        --lang nl|en      de taal; anders beslist de omgeving

      Voorbeelden
        veldlog-sim --seed 1 --seeds 200                        200 geschiedenissen
        veldlog-sim --seed 7 --story --steps 40                 wat er in zaad 7 gebeurt
        veldlog-sim --seeds 100 --without replaced-is-not-live  wordt die regel gemist?

      Einde met 0: alles klopt. 1: er brak iets. 2: de opdracht klopt niet.
      """,
    en: """
      veldlog-sim: workspaces on disks in memory, and what befalls them

      Each seed is a history: two to seven laptops that record, correct, exchange, admit, revoke and erase, while power
      fails, bundles get lost and damaged, folders are copied and put back, and a changed program writes along. After
      every step each laptop is compared with a plain model of SyncSpecs/. The same seed tells the same story. What breaks
      is brought back to the steps that matter, and told.

        --seed N          the first seed (1)
        --seeds COUNT     how many seeds (1)
        --steps M         steps in each history (200)
        --jobs J          how many at a time (2)
        --all             names every seed that breaks, not only the first
        --no-shrink       tells no story
        --story           tells the story of a seed that does not break
        --without RULE    leaves a rule out of the model: then something should break
        --rules           names those rules
        --sets COUNT      prints so many sets of logs, as they stand on the disks after the steps, as JSON, each with
                          what Veldlog says of it (Tests/Peers/sets.py compares them)
        --slots           prints the slot fields of each kind of fact, as JSON
        --lang nl|en      the language; else the environment decides

      Examples
        veldlog-sim --seed 1 --seeds 200                        200 histories
        veldlog-sim --seed 7 --story --steps 40                 what happens in seed 7
        veldlog-sim --seeds 100 --without replaced-is-not-live  would that rule be missed?

      Ends with 0: all is right. 1: something broke. 2: the command is not understood.
      """)

  public static func progress(_ done: Int, of count: Int, seconds: Int) -> Phrase {
    Phrase(
      nl: "\(done) van \(count) geschiedenissen, \(seconds) s", en: "\(done) of \(count) histories, \(seconds) s")
  }

  public static func broken(_ broken: Int, of count: Int) -> Phrase {
    Phrase(nl: "\(broken) van \(count) geschiedenissen breken", en: "\(broken) of \(count) histories break")
  }

  public static func wrongArgument(_ argument: String) -> Phrase {
    Phrase(
      nl: "niet begrepen: ‘\(argument)’; zie ‘veldlog-sim --help’",
      en: "not understood: ‘\(argument)’; see ‘veldlog-sim --help’")
  }

  public static func seed(_ seed: UInt64, steps: Int) -> Phrase {
    Phrase(nl: "zaad \(seed), \(steps) stappen", en: "seed \(seed), \(steps) steps")
  }

  public static func brokenAt(_ seed: UInt64, step: Int) -> Phrase {
    Phrase(nl: "zaad \(seed) breekt bij stap \(step)", en: "seed \(seed) breaks at step \(step)")
  }

  public static func brokenAt(_ seed: UInt64) -> Phrase {
    Phrase(nl: "zaad \(seed) breekt", en: "seed \(seed) breaks")
  }

  public static func shrunk(to count: Int) -> Phrase {
    Phrase(
      nl: "het kortste verhaal dat breekt, \(count) stappen:", en: "the shortest story that breaks, \(count) steps:")
  }

  public static func expected(on machine: String) -> Phrase {
    Phrase(nl: "verwacht op \(machine): ", en: "expected on \(machine): ")
  }

  public static let found = Phrase(nl: "gevonden: ", en: "found: ")

  public static func allRight(seeds: Int, steps: Int) -> Phrase {
    Phrase(
      nl: "\(seeds) geschiedenissen van \(steps) stappen: niets verloren, niets verschillend",
      en: "\(seeds) histories of \(steps) steps: nothing lost, nothing divergent")
  }
}
