/// What single screens say: one provider, methods, quality, flows, budget.
public enum ScreenWords {
  public static let howIsThisOne = Phrase(nl: "Hoe gaat het hier?", en: "How is it going here?")
  public static let whatFlows = Phrase(nl: "Wie komt, wie gaat?", en: "Who comes, who goes?")
  public static let doesItLast = Phrase(nl: "Is er genoeg?", en: "Does it last?")
  public static let doMethodsDiffer = Phrase(nl: "Hoe verschillen de methoden?", en: "How do the methods differ?")
  public static let canItBeTrusted = Phrase(nl: "Klopt wat we zien?", en: "Can it be trusted?")

  // MARK: Nothing to show

  public static func emptiedBy(_ condition: String, _ count: Phrase) -> Phrase {
    Phrase(
      nl: "Niets past bij '\(condition)'; zonder die voorwaarde zijn er \(count.dutch) beëindigde trajecten.",
      en: "Nothing meets '\(condition)'; without that condition there are \(count.english) ended trajectories.")
  }

  public static func emptiedTogether(_ conditions: [String], _ count: Phrase) -> Phrase {
    let list = conditions.map { "'\($0)'" }
    return Phrase(
      nl: "Niets past bij \(list.joined(separator: " en ")) samen; zonder voorwaarden zijn er \(count.dutch) "
        + "beëindigde trajecten.",
      en: "Nothing meets \(list.joined(separator: " and ")) together; without conditions there are \(count.english) "
        + "ended trajectories.")
  }

  // MARK: One provider

  public static let watch = Phrase(nl: "volgen", en: "watch")
  public static let striking = Phrase(nl: "opvallend", en: "striking")
  public static func shortMarks(_ one: String, _ two: String) -> Phrase {
    Phrase(
      nl: "\(one) volgen (buiten 95 %), \(two) opvallend (buiten 99,8 %)",
      en: "\(one) watch (beyond 95%), \(two) striking (beyond 99.8%)")
  }

  public static let regionHoldsThisOne = Phrase(
    nl: "de regio is met deze aanbieder erbij", en: "the region includes this provider")

  public static func course(_ quarters: String, upTo last: String) -> Phrase {
    Phrase(
      nl: "verloop: \(quarters) kwartalen t/m \(last), het midden, en de grenzen waarbinnen toeval het laat",
      en: "course: \(quarters) quarters to \(last), the middle, and the limits within which chance leaves it")
  }

  public static func medianOf(_ count: String) -> Phrase {
    Phrase(nl: "mediaan van \(count) kwartalen", en: "median of \(count) quarters")
  }

  public static func medianOfShort(_ count: String) -> Phrase {
    Phrase(nl: "mediaan van \(count) kw.", en: "median of \(count) q.")
  }

  public static func noLimitsBelow(_ least: String) -> Phrase {
    Phrase(
      nl: "onder \(least) kwartalen met een cijfer zijn er geen grenzen",
      en: "below \(least) quarters with a figure there are no limits")
  }

  public static func aboveLimit(_ range: String) -> Phrase {
    Phrase(nl: "\(range) boven de grens", en: "\(range) above the limit")
  }

  public static func belowLimit(_ range: String) -> Phrase {
    Phrase(nl: "\(range) onder de grens", en: "\(range) below the limit")
  }

  public static func runAbove(_ range: String) -> Phrase {
    Phrase(
      nl: "\(range) acht of meer achter elkaar boven het midden", en: "\(range) eight or more in a row above the middle"
    )
  }

  public static func runBelow(_ range: String) -> Phrase {
    Phrase(
      nl: "\(range) acht of meer achter elkaar onder het midden", en: "\(range) eight or more in a row below the middle"
    )
  }

  public static func nearUpper(_ range: String) -> Phrase {
    Phrase(nl: "\(range) drie van vier dicht bij de bovengrens", en: "\(range) three of four near the upper limit")
  }

  public static func nearLower(_ range: String) -> Phrase {
    Phrase(nl: "\(range) drie van vier dicht bij de ondergrens", en: "\(range) three of four near the lower limit")
  }

  public static func unknownAanbieder(_ name: String) -> Phrase {
    Phrase(nl: "er is geen aanbieder '\(name)'", en: "there is no provider '\(name)'")
  }

  public static func standardised(_ names: [Phrase]) -> Phrase {
    Phrase(
      nl: "Geteld tegen wat trajecten met dezelfde \(names.map(\.dutch).joined(separator: " en ")) samen hebben",
      en: "Counted against what trajectories with the same \(names.map(\.english).joined(separator: " and ")) have "
        + "together")
  }

  public static let observed = Phrase(nl: "geteld", en: "counted")
  public static let expected = Phrase(nl: "verwacht", en: "expected")
  public static let moreThanExpected = Phrase(nl: "meer dan verwacht", en: "more than expected")
  public static let lessThanExpected = Phrase(nl: "minder dan verwacht", en: "less than expected")
  public static let ratiosApart = Phrase(
    nl: "O/E zegt iets over één aanbieder tegen het geheel, niet over aanbieders onderling; wat niet bekend is, is een "
      + "groep apart",
    en:
      "O/E is about one provider against all, not about providers among themselves; what is not known is a group apart")
  public static let difference = Phrase(nl: "verschil, 95 %-interval", en: "difference, 95% interval")
  public static func tooFewToCompare(_ least: String) -> Phrase {
    Phrase(nl: "n onder \(least)", en: "n below \(least)")
  }

  public static let fromOthers = Phrase(nl: "t.o.v. de anderen", en: "from the others")

  // MARK: Methods

  public static let regions = Phrase(nl: "regio's", en: "regions")
  public static let noEffects = Phrase(
    nl: "een verschil tussen methoden is geen effect van de methode: regio's verschillen ook in wie er woont, wie er "
      + "zorg geeft en wat er wordt vastgelegd",
    en: "a difference between methods is no effect of the method: regions also differ in who lives there, who gives "
      + "care and what is recorded")
  public static let methodUnknown = Phrase(
    nl: "van sommige regio's is de inkoopmethode niet vastgelegd; typ bijvoorbeeld:",
    en: "of some regions the purchasing method was not recorded; type for example:")

  // MARK: Quality

  public static let counted = Phrase(nl: "geteld", en: "counted")
  public static let whatIsMissing = Phrase(nl: "wat ontbreekt", en: "what is missing")
  public static let kindOfFact = Phrase(nl: "soort feit", en: "kind of fact")
  public static let facts = Phrase(nl: "feiten", en: "facts")
  public static let recorded = Phrase(nl: "vastgelegd", en: "recorded")
  public static let recordedShort = Phrase(nl: "vastgel.", en: "recorded")
  public static let arrived = Phrase(nl: "aangekomen", en: "arrived")
  public static let arrivedShort = Phrase(nl: "aangek.", en: "arrived")
  public static let medianShort = Phrase(nl: "mediaan", en: "median")
  public static let medianDelay = Phrase(nl: "mediaan tot vastgelegd", en: "median until recorded")

  public static func howLate(_ days: String) -> Phrase {
    Phrase(
      nl: "Laat vastgelegd, of hier aangekomen: meer dan \(days) dagen na het kwartaal waar het over gaat",
      en: "Recorded late, or late to arrive here: more than \(days) days after the quarter it is about")
  }

  public static let whatWaits = Phrase(nl: "Wat wacht of elkaar tegenspreekt", en: "What waits or contradicts")
  public static let nothingWaits = Phrase(
    nl: "niets wacht en niets is opzijgezet", en: "nothing waits and nothing was set aside")
  public static let whoWasHeard = Phrase(nl: "Van wie is gehoord", en: "Who was heard from")
  public static let log = Phrase(nl: "log", en: "log")
  public static let lines = Phrase(nl: "regels", en: "lines")
  public static let lastHeard = Phrase(nl: "laatst gehoord", en: "last heard")
  public static let heard = Phrase(nl: "gehoord", en: "heard")
  public static let ago = Phrase(nl: "geleden", en: "ago")
  public static let ownLog = Phrase(nl: "van hier", en: "from here")
  public static let notAdmitted = Phrase(nl: "nog geen lid, telt niet mee", en: "not a member yet, does not count")
  public static let neverHeard = Phrase(nl: "nog niets ontvangen", en: "nothing received yet")

  public static func daysAgo(_ days: Int, _ text: String) -> Phrase {
    switch days {
    case ...0: Phrase(nl: "vandaag", en: "today")
    case 1: Phrase(nl: "gisteren", en: "yesterday")
    default: Phrase(nl: "\(text) dagen", en: "\(text) days")
    }
  }

  public static func heldBundles(_ count: Int, _ text: String) -> Phrase {
    Phrase(
      nl: count == 1 ? "1 bundel wacht: veldlog status" : "\(text) bundels wachten: veldlog status",
      en: count == 1 ? "1 bundle waits: veldlog status" : "\(text) bundles wait: veldlog status")
  }

  public static func quarantined(_ count: Int, _ text: String) -> Phrase {
    Phrase(
      nl: count == 1 ? "1 bestand in quarantaine: veldlog doctor" : "\(text) bestanden in quarantaine: veldlog doctor",
      en: count == 1 ? "1 file in quarantine: veldlog doctor" : "\(text) files in quarantine: veldlog doctor")
  }

  public static func faults(_ count: Int, _ text: String) -> Phrase {
    Phrase(
      nl: count == 1 ? "1 beschadigde regel: veldlog verify" : "\(text) beschadigde regels: veldlog verify",
      en: count == 1 ? "1 damaged line: veldlog verify" : "\(text) damaged lines: veldlog verify")
  }

  public static func invalid(_ count: Int, _ text: String) -> Phrase {
    Phrase(
      nl: count == 1
        ? "1 feit past niet in het codeboek en telt niet mee: veldlog doctor"
        : "\(text) feiten passen niet in het codeboek en tellen niet mee: veldlog doctor",
      en: count == 1
        ? "1 fact does not fit the codebook and does not count: veldlog doctor"
        : "\(text) facts do not fit the codebook and do not count: veldlog doctor")
  }

  // MARK: Flows

  public static let quarter = Phrase(nl: "kwartaal", en: "quarter")
  public static let atStart = Phrase(nl: "begin", en: "start")
  public static let inflow = Phrase(nl: "in", en: "in")
  public static let through = Phrase(nl: "door", en: "through")
  public static let outflow = Phrase(nl: "uit", en: "out")
  public static let atEnd = Phrase(nl: "eind", en: "end")
  public static let balance = Phrase(nl: "saldo", en: "balance")
  public static let waiting = Phrase(nl: "wachttijd", en: "waiting")
  public static let noFlows = Phrase(
    nl: "Er is nog geen traject gestart of beëindigd.", en: "No trajectory has started or ended yet.")
  public static let waitingIsMedian = Phrase(
    nl: "wachttijd: de mediaan in dagen, met n", en: "waiting: the median in days, with n")

  public static func inQuarter(_ quarter: String) -> Phrase { Phrase(nl: "in \(quarter)", en: "in \(quarter)") }

  public static func moreCome(_ into: String, _ out: String) -> Phrase {
    Phrase(
      nl: "in vier kwartalen kwamen er meer dan er gingen: instroom \(into), uitstroom \(out)",
      en: "in four quarters more came than left: inflow \(into), outflow \(out)")
  }

  public static func notMoreCome(_ into: String, _ out: String) -> Phrase {
    Phrase(
      nl: "in vier kwartalen kwamen er niet meer dan er gingen: instroom \(into), uitstroom \(out)",
      en: "in four quarters no more came than left: inflow \(into), outflow \(out)")
  }

  public static func doesNotClose(_ quarter: String, _ difference: String) -> Phrase {
    Phrase(
      nl: "\(quarter) sluit niet: het eind is \(difference) tegen begin + in − uit",
      en: "\(quarter) does not close: the end is \(difference) against start + in − out")
  }

  // MARK: Money

  public static let noBudget = Phrase(
    nl: "Er is nog geen regio met een budget en uitgaven om te tonen.",
    en: "There is no region with a budget and spending yet to show.")
  public static let spent = Phrase(nl: "uitgegeven", en: "spent")
  public static let ofBudget = Phrase(nl: "budget", en: "budget")
  public static let million = Phrase(nl: "mln", en: "m")
  public static let faster = Phrase(nl: "sneller dan het jaar", en: "faster than the year")
  public static let inStep = Phrase(nl: "in de pas", en: "in step")
  public static let noneFast = Phrase(
    nl: "nergens gaat het sneller dan het jaar", en: "nowhere does it go faster than the year")
  public static let spendingLags = Phrase(
    nl: "uitgaven worden later vastgelegd dan gedaan: een laag cijfer kan onvolledig zijn",
    en: "spending is recorded later than it is done: a low figure may be incomplete")

  public static func yearPassed(_ mark: String, _ share: String) -> Phrase {
    Phrase(
      nl: "\(mark) het deel van het jaar dat voorbij is: \(share)",
      en: "\(mark) the share of the year that has passed: \(share)")
  }

  public static func fast(_ names: String) -> Phrase {
    Phrase(
      nl: "sneller dan het jaar, met meer dan 5 procentpunt: \(names)",
      en: "faster than the year, by more than 5 points: \(names)")
  }
}
