/// What is said about figures of another moment, and about the facts behind them.
public enum HistoryWords {
  public static let asOfOption = Phrase(
    nl: "zoals het aan het eind van die dag bekend was (jjjj-mm-dd)",
    en: "as it was known at the end of that day (yyyy-mm-dd)")
  public static let perLogOption = Phrase(
    nl: "een regel per log waarin het feit staat", en: "a row for each log that the fact stands in")
  public static let asOfExample = Phrase(nl: "zoals het toen bekend was", en: "as it was known then")
  public static let whySummary = Phrase(nl: "de feiten achter een cijfer", en: "the facts behind a figure")
  public static let whyNote = Phrase(
    nl:
      "Elk feit staat er één keer: meegeteld in de teller, alleen in de noemer, of niet meegeteld omdat iets ontbreekt.",
    en:
      "Every fact stands there once: counted in the numerator, in the denominator alone, or left out for what is missing."
  )
  public static let whyExample = Phrase(nl: "één cijfer uitleggen", en: "explain one figure")
  public static let changedSummary = Phrase(
    nl: "welke feiten een cijfer veranderden", en: "which facts changed a figure")
  public static let changedNote = Phrase(
    nl: "Vergelijkt wat hier op die dag bekend was met nu: nieuwe en laat aangekomen feiten, correcties, intrekkingen, "
      + "conflicten en wissingen. Wat gewist is, telt ook in het cijfer van toen niet meer mee.",
    en:
      "Compares what was known here on that day with now: new and late facts, corrections, retractions, conflicts and "
      + "erasures. What was erased no longer counts in the figure of then either.")
  public static let changedExample = Phrase(nl: "sinds de vorige rapportage", en: "since the last report")
  public static let sinceOption = Phrase(
    nl: "de dag om mee te vergelijken (jjjj-mm-dd)", en: "the day to compare with (yyyy-mm-dd)")
  public static let aDay = Phrase(nl: "een dag, zoals --since 2016-04-01", en: "a day, such as --since 2016-04-01")
  public static let counted = Phrase(nl: "meegeteld", en: "counted")
  public static let inNumerator = Phrase(nl: "in teller en noemer", en: "in numerator and denominator")
  public static let inDenominator = Phrase(nl: "alleen in de noemer", en: "in the denominator alone")
  public static let norms = Phrase(nl: "de norm", en: "the norm")
  public static let leftOut = Phrase(nl: "niet meegeteld", en: "left out")
  public static let nothing = Phrase(nl: "er is geen feit achter dit cijfer", en: "there is no fact behind this figure")
  public static let noChange = Phrase(nl: "er is sindsdien niets veranderd", en: "nothing has changed since")
  public static let whole = Phrase(
    nl: "deze feiten verklaren het hele verschil", en: "these facts account for the whole difference")
  public static let notWhole = Phrase(
    nl: "⚠ deze feiten verklaren niet het hele verschil van dit cijfer",
    en: "⚠ these facts do not account for the whole difference")
  public static let then = Phrase(nl: "toen", en: "then")
  public static let now = Phrase(nl: "nu", en: "now")
  public static let why = Phrase(nl: "waarom", en: "why")

  public static func net(_ number: String) -> Phrase {
    Phrase(nl: "teller \(number)", en: "numerator \(number)")
  }

  public static let ownFact = Phrase(nl: "hier vastgelegd", en: "recorded here")

  public static func notADay(_ text: String) -> Phrase {
    Phrase(nl: "'\(text)' is geen dag; schrijf jjjj-mm-dd", en: "'\(text)' is no day; write yyyy-mm-dd")
  }

  public static func asOf(_ day: String) -> Phrase {
    Phrase(
      nl: "zoals hier bekend aan het eind van \(day)", en: "as known here at the end of \(day)")
  }

  public static func erased(_ count: Int) -> Phrase {
    Phrase(
      nl: "\(count) feiten van toen zijn sindsdien gewist en tellen ook hier niet mee",
      en: "\(count) facts of then were erased since and do not count here either")
  }

  public static func arrived(_ bundle: String, _ time: String) -> Phrase {
    Phrase(nl: "\(bundle), ontvangen \(time)", en: "\(bundle), received \(time)")
  }

  /// - Parameter text: Empty where its rules say it all.
  public static func definition(_ definition: String, _ text: Phrase) -> Phrase {
    let name = Phrase(nl: "definitie \(definition)", en: "definition \(definition)")
    return text.dutch.isEmpty ? name : name + Phrase(same: ": ") + text
  }

  public static func norm(_ norm: Phrase) -> Phrase {
    Phrase(nl: "norm: \(norm.dutch)", en: "norm: \(norm.english)")
  }

  /// A rule with the first day on which it holds and the first on which it does not any more; nil for always.
  public static func rule(_ text: String, from: String? = nil, until: String? = nil) -> Phrase {
    let days =
      switch (from, until) {
      case (nil, nil): Phrase(same: "")
      case (nil, let until?): Phrase(nl: " tot \(until)", en: " before \(until)")
      case (let from?, nil): Phrase(nl: " vanaf \(from)", en: " from \(from) on")
      case (let from?, let until?): Phrase(nl: " van \(from) tot \(until)", en: " from \(from), before \(until)")
      }
    return Phrase(nl: "regel", en: "rule") + days + Phrase(same: ": \(text)")
  }

  public static let boundsOption = Phrase(
    nl: "ook het minste en het meeste dat elk cijfer kan zijn zolang conflicten open zijn",
    en: "also the least and the most that each figure can be while conflicts are open")
  public static let noOpen = Phrase(
    nl: "geen open conflict verandert een van deze cijfers", en: "no open conflict changes any of these figures")

  public static func open(_ what: String, _ low: String, _ high: String) -> Phrase {
    Phrase(
      nl: "⚠ \(what): tussen \(low) en \(high) zolang er conflicten open zijn ('veldlog conflicts')",
      en: "⚠ \(what): between \(low) and \(high) while conflicts are open ('veldlog conflicts')")
  }

  public static func boundsHint(_ count: Int) -> Phrase {
    Phrase(same: "⚠ ") + CommandWords.conflictCount(count)
      + Phrase(nl: ": --bounds zegt wat dit cijfer dan kan zijn", en: ": --bounds says what this figure could be")
  }

  public static func notInBounds(_ count: Int) -> Phrase {
    Phrase(
      nl: count == 1
        ? "1 open conflict over een feit dat meer trajecten delen, is niet in de grenzen verrekend"
        : "\(count) open conflicten over feiten die meer trajecten delen, zijn niet in de grenzen verrekend",
      en: count == 1
        ? "1 open conflict about a fact that several trajectories share is not in the bounds"
        : "\(count) open conflicts about facts that several trajectories share are not in the bounds")
  }

  /// Why a fact moved a figure (`FigureMoves.Reason`).
  public static func reason(_ key: String) -> Phrase { reasons[key] ?? Phrase(same: key) }

  private static let reasons: [String: Phrase] = [
    "nieuw": Phrase(nl: "nieuw vastgelegd", en: "newly recorded"),
    "laat_aangekomen": Phrase(nl: "laat aangekomen", en: "arrived late"),
    "correctie": Phrase(nl: "correctie", en: "correction"),
    "gecorrigeerd": Phrase(nl: "door een correctie vervangen", en: "replaced by a correction"),
    "ingetrokken": Phrase(nl: "ingetrokken", en: "retracted"),
    "gewist": Phrase(nl: "gewist", en: "erased"),
    "conflict": Phrase(nl: "conflict", en: "conflict"),
    "lidmaatschap": Phrase(nl: "lidmaatschap van het log", en: "membership of the log"),
    "ander_feit": Phrase(nl: "een ander feit over hetzelfde traject", en: "another fact about the same trajectory"),
  ]

  /// What a fact is to a figure (`Provenance.Place`); nil for nothing.
  public static func place(_ key: String?) -> Phrase {
    switch key {
    case "counted": Phrase(nl: "teller", en: "numerator")
    case "not_counted": Phrase(nl: "noemer", en: "denominator")
    case "missing": leftOut
    default: Phrase(same: "–")
    }
  }
}
