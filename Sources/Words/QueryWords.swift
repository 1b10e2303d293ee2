/// What is said about a question that cannot be answered, and about the answers.
public enum QueryWords {
  // MARK: Faults

  public static let empty = Phrase(
    nl: "de vraag is leeg; schrijf bijvoorbeeld 'uitval_breed per aanbieder'",
    en: "the question is empty; write for example 'uitval_breed by provider'"
  )
  public static let unclosedQuote = Phrase(
    nl: "dit aanhalingsteken wordt niet gesloten", en: "this quote is not closed")
  public static let end = Phrase(nl: "het einde van de vraag", en: "the end of the question")

  public static func unexpectedCharacter(_ character: String) -> Phrase {
    Phrase(
      nl: "'\(character)' betekent hier niets; zet er aanhalingstekens om als het bij een waarde hoort",
      en: "'\(character)' means nothing here; put quotes around it if it belongs to a value"
    )
  }

  /// - Parameter found: Empty at the end of the question.
  public static func expected(_ what: Phrase, found: String) -> Phrase {
    let found = found.isEmpty ? end : Phrase(same: "'\(found)'")
    return Phrase(
      nl: "hier hoort \(what.dutch) te staan, niet \(found.dutch)",
      en: "\(what.english) should stand here, not \(found.english)"
    )
  }

  public static let indicator = Phrase(
    nl: "een indicator, zoals uitval_breed", en: "an indicator, such as uitval_breed")
  public static let dimension = Phrase(
    nl: "een dimensie, zoals aanbieder of kwartaal", en: "a dimension, such as provider or quarter")
  public static let comparison = Phrase(
    nl: "een vergelijking: = != < <= > >= of in (…)", en: "a comparison: = != < <= > >= or in (…)")
  public static let value = Phrase(nl: "een waarde", en: "a value")
  public static let parenthesis = Phrase(nl: "een haakje", en: "a parenthesis")
  public static let clause = Phrase(
    nl: "een komma, of 'per', 'waar', 'sorteer op' of 'top'", en: "a comma, or 'by', 'where', 'order by' or 'limit'")
  public static let sortKey = Phrase(
    nl: "een indicator of dimensie uit de vraag", en: "an indicator or dimension of the question")
  public static let count = Phrase(nl: "een aantal", en: "a number")
  public static let field = Phrase(nl: "een veld, zoals reden", en: "a field, such as reden")
  public static let ruleEnd = Phrase(
    nl: "'en', 'of' of het einde van de regel", en: "'and', 'or' or the end of the rule")
  public static let tooDeep = Phrase(
    nl: "de regel heeft te veel haakjes in elkaar", en: "the rule has too many parentheses in each other")

  public static func needsPseudonym(_ id: String) -> Phrase {
    Phrase(
      nl: "\(id) is niet te tellen: geen van de gevraagde trajecten heeft een pseudoniem, dus of twee trajecten van "
        + "één jeugdige zijn, is niet te zien; vraag trajecten (instroom, uitstroom)",
      en: "\(id) cannot be counted: none of the trajectories asked for has a pseudonym, so nobody can see whether two "
        + "of them are of one young person; ask for trajectories (instroom, uitstroom)")
  }

  public static func needsOnePeriod(_ id: String) -> Phrase {
    Phrase(
      nl: "\(id) is een stand en vraagt één aaneengesloten periode, zoals 'jaar = 2016', of 'per kwartaal'",
      en: "\(id) is a stock and needs one stretch of time, such as 'year = 2016', or 'by quarter'")
  }

  public static func unknownIndicator(_ name: String, nearest: String?) -> Phrase {
    Phrase(nl: "'\(name)' is geen indicator", en: "'\(name)' is not an indicator")
      + meant(
        nearest,
        otherwise: Phrase(nl: "; 'veldlog indicators' noemt ze alle", en: "; 'veldlog indicators' names them all"))
  }

  /// - Parameter all: What could stand there.
  public static func unknownDimension(_ name: String, nearest: String?, all: [Phrase]) -> Phrase {
    Phrase(nl: "'\(name)' is geen dimensie", en: "'\(name)' is not a dimension")
      + meant(nearest, otherwise: Phrase(nl: "; kies uit ", en: "; choose from ") + listed(all))
  }

  /// - Parameter list: The name of the code list that holds what could stand there; nil for none.
  public static func unknownValue(_ value: String, of dimension: Phrase, nearest: String?, list: String?) -> Phrase {
    Phrase(
      nl: "'\(value)' staat niet in de lijst van \(dimension.dutch)",
      en: "'\(value)' is not in the list for \(dimension.english)"
    )
      + meant(
        nearest,
        otherwise: list.map {
          Phrase(nl: "; 'veldlog codebook \($0)' toont die", en: "; 'veldlog codebook \($0)' shows it")
        } ?? Phrase(same: ""))
  }

  private static func listed(_ names: [Phrase]) -> Phrase {
    Phrase(nl: names.map(\.dutch).joined(separator: ", "), en: names.map(\.english).joined(separator: ", "))
  }

  static func meant(_ nearest: String?, otherwise: Phrase = Phrase(same: "")) -> Phrase {
    guard let nearest else { return otherwise }
    return Phrase(nl: "; bedoelt u '\(nearest)'?", en: "; did you mean '\(nearest)'?")
  }

  public static func notAPeriod(_ text: String) -> Phrase {
    Phrase(
      nl: "'\(text)' is geen periode; schrijf 2016, 2016h1, 2016k2 of 2016-03",
      en: "'\(text)' is not a period; write 2016, 2016h1, 2016k2 or 2016-03"
    )
  }

  public static func notOrdered(_ dimension: Phrase) -> Phrase {
    Phrase(
      nl: "\(dimension.dutch) heeft geen volgorde: hier kunnen alleen =, != en in",
      en: "\(dimension.english) has no order: only =, != and in work here"
    )
  }

  /// - Parameter others: What all indicators that were asked for do have.
  public static func doesNotApply(_ dimension: Phrase, to id: String, others: [Phrase]) -> Phrase {
    let fault = Phrase(
      nl: "\(id) kan niet op \(dimension.dutch) worden gesplitst of beperkt",
      en: "\(id) cannot be split by or limited to \(dimension.english)")
    return others.isEmpty ? fault : fault + Phrase(nl: "; wel op ", en: "; it can by ") + listed(others)
  }

  public static let scaleComesByItself = Phrase(
    nl:
      "op schaal wordt niet gesplitst: staan er antwoorden op meer dan één schaal, dan krijgt elke schaal vanzelf een "
      + "eigen regel; beperk met 'waar schaal = 1-10', of splits op informant of aanbieder",
    en: "results are not split by scale: where there are answers on more than one, each scale gets a row of its own; "
      + "limit with 'where scale = 1-10', or split by informant or provider")

  public static func cannotSplit(_ dimension: Phrase) -> Phrase {
    Phrase(
      nl: "op \(dimension.dutch) kan niet worden uitgesplitst; gebruik jaar, halfjaar, kwartaal of maand",
      en: "results cannot be split by \(dimension.english); use year, half, quarter or month"
    )
  }

  public static func notACount(_ text: String) -> Phrase {
    Phrase(nl: "'\(text)' is geen aantal van 1 of meer", en: "'\(text)' is not a number of 1 or more")
  }

  public static func cannotSortBy(_ text: String) -> Phrase {
    Phrase(
      nl: "het antwoord heeft geen '\(text)' om op te sorteren; vraag het ook",
      en: "the answer has no '\(text)' to sort by; ask for it as well"
    )
  }

  public static func repeated(_ name: String) -> Phrase {
    Phrase(nl: "'\(name)' staat er twee keer", en: "'\(name)' stands there twice")
  }

  public static func at(position: Int) -> Phrase {
    Phrase(nl: "teken \(position + 1): ", en: "character \(position + 1): ")
  }

  // MARK: Dimensions

  /// The name of a dimension as a column head and in sentences; the name itself when it has none.
  public static func dimension(_ name: String) -> Phrase {
    dimensions[name] ?? Phrase(same: name)
  }

  private static let dimensions: [String: Phrase] = [
    "regio": Phrase(nl: "regio", en: "region"),
    "aanbieder": Phrase(nl: "aanbieder", en: "provider"),
    "inkoopmethode": Phrase(nl: "inkoopmethode", en: "procurement"),
    "hulpvorm": Phrase(nl: "hulpvorm", en: "form of care"),
    "gemeente": Phrase(nl: "gemeente", en: "municipality"),
    "beginsel": Phrase(nl: "beginsel", en: "principle"),
    "profiel": Phrase(nl: "profiel", en: "profile"),
    "intensiteit": Phrase(nl: "intensiteit", en: "intensity"),
    "verwijzer": Phrase(nl: "verwijzer", en: "referrer"),
    "leeftijdsgroep": Phrase(nl: "leeftijdsgroep", en: "age group"),
    "log": Phrase(same: "log"),
    "reden": Phrase(nl: "reden", en: "reason"),
    "informant": Phrase(same: "informant"),
    "schaal": Phrase(nl: "schaal", en: "scale"),
    "jaar": Phrase(nl: "jaar", en: "year"),
    "halfjaar": Phrase(nl: "halfjaar", en: "half year"),
    "kwartaal": Phrase(nl: "kwartaal", en: "quarter"),
    "maand": Phrase(nl: "maand", en: "month"),
    "periode": Phrase(nl: "periode", en: "period"),
  ]

  /// How a group is named whose aanbieder, regio and the like nobody recorded; the same in machine output.
  public static let unknown = Phrase(nl: "(onbekend)", en: "(unknown)")

  // MARK: Notes under an answer

  public static let uitvalHasTwoMeanings = Phrase(
    nl: "uitval heeft twee betekenissen: smal is alleen reden 03, breed is 03 en 04; beide staan hier",
    en: "uitval has two meanings: narrow is reason 03 alone, broad is 03 and 04; both are given"
  )

  public static func leftOutOfComparison(_ count: String) -> Phrase {
    Phrase(
      nl: "\(count) antwoorden uit het cliëntervaringsonderzoek tellen niet mee: dat is niet bedoeld om aanbieders te "
        + "vergelijken",
      en: "\(count) answers from the statutory client survey are left out: it is not meant for comparing providers"
    )
  }

  public static func moreThanOneScale(_ scales: [String]) -> Phrase {
    let list = scales.joined(separator: ", ")
    return Phrase(
      nl: "antwoorden op verschillende schalen (\(list)) staan apart",
      en: "answers on different scales (\(list)) are kept apart")
  }

  public static func severalInstruments(_ instruments: [String]) -> Phrase {
    let list = instruments.joined(separator: ", ")
    return Phrase(
      nl: "tevredenheid voegt antwoorden uit meer vragenlijsten samen: \(list)",
      en: "satisfaction brings together answers from several questionnaires: \(list)")
  }

  public static func otherScale(_ count: String, _ scales: [String]) -> Phrase {
    let list = scales.joined(separator: ", ")
    return Phrase(
      nl: (count == "1" ? "1 antwoord staat" : "\(count) antwoorden staan")
        + " op een andere schaal dan die van het meetinstrument (\(list)); elke schaal staat apart",
      en: (count == "1" ? "1 answer is" : "\(count) answers are")
        + " on another scale than that of the instrument (\(list)); each scale stands apart")
  }

  public static func offScale(_ count: String, _ scales: [String]) -> Phrase {
    let list = scales.joined(separator: ", ")
    return Phrase(
      nl: count == "1"
        ? "1 meting valt buiten de schaal van het meetinstrument (\(list)) en telt niet mee"
        : "\(count) metingen vallen buiten de schaal van hun meetinstrument (\(list)) en tellen niet mee",
      en: count == "1"
        ? "1 measurement is off the scale of its instrument (\(list)) and does not count"
        : "\(count) measurements are off the scale of their instrument (\(list)) and do not count")
  }

  public static func repeats(_ indicator: String, _ dimension: Phrase) -> Phrase {
    Phrase(
      nl: "\(indicator) is niet per \(dimension.dutch) te geven: dezelfde waarde staat op elke regel",
      en: "\(indicator) cannot be given by \(dimension.english): the same value stands on every row"
    )
  }

  public static func ignores(_ indicator: String, _ dimension: Phrase) -> Phrase {
    Phrase(
      nl: "de voorwaarde op \(dimension.dutch) geldt niet voor \(indicator)",
      en: "the condition on \(dimension.english) does not apply to \(indicator)"
    )
  }

  public static func endedWithoutStart(_ count: String) -> Phrase {
    Phrase(
      nl: "beëindigd zonder bekende start: \(count == "1" ? "1 traject" : "\(count) trajecten"); aanbieder en regio "
        + "zijn daarvan onbekend",
      en:
        "ended without a known start: \(count == "1" ? "1 trajectory" : "\(count) trajectories"), of unknown provider "
        + "and region"
    )
  }

  public static func goalsWithoutEnd(_ count: String) -> Phrase {
    Phrase(
      nl: count == "1"
        ? "1 doelscore hoort bij een traject zonder einde en telt nog niet mee"
        : "\(count) doelscores horen bij een traject zonder einde en tellen nog niet mee",
      en: count == "1"
        ? "1 goal score belongs to a trajectory without an end and does not count yet"
        : "\(count) goal scores belong to a trajectory without an end and do not count yet"
    )
  }

  public static func answersWithoutEnd(_ count: String) -> Phrase {
    Phrase(
      nl: count == "1"
        ? "1 antwoord hoort bij een traject zonder einde en telt nog niet mee"
        : "\(count) antwoorden horen bij een traject zonder einde en tellen nog niet mee",
      en: count == "1"
        ? "1 answer belongs to a trajectory without an end and does not count yet"
        : "\(count) answers belong to a trajectory without an end and do not count yet"
    )
  }

  public static func answersWithoutPlace(_ count: String) -> Phrase {
    Phrase(
      nl: "\(count) antwoorden hebben geen traject en ook geen aanbieder met periode, en tellen niet mee",
      en: "\(count) answers have no trajectory and no provider with a period either, and do not count"
    )
  }

  public static func invalidFacts(_ count: String) -> Phrase {
    Phrase(
      nl: (count == "1"
        ? "1 feit past niet in het vocabulaire en telt"
        : "\(count) feiten passen niet in het "
          + "vocabulaire en tellen") + " niet mee; zie 'veldlog doctor'",
      en: (count == "1"
        ? "1 fact does not fit the vocabulary and does"
        : "\(count) facts do not fit the vocabulary and "
          + "do") + " not count; see 'veldlog doctor'"
    )
  }

  public static func emptied(by condition: String) -> Phrase {
    Phrase(
      nl: "geen feit voldoet: na de voorwaarde '\(condition)' blijft er niets over",
      en: "no fact fits: nothing is left after the condition '\(condition)'")
  }

  public static func noFacts(_ kinds: [String]) -> Phrase {
    let list = kinds.joined(separator: ", ")
    let first = kinds.first ?? ""
    return Phrase(
      nl: "er is nog geen feit van soort \(list): 'veldlog help record' en 'veldlog codebook \(first)' leggen uit hoe",
      en: "there is no fact of kind \(list) yet: 'veldlog help record' and 'veldlog codebook \(first)' explain how")
  }

  public static func seriesBreak(_ id: String, _ day: String, _ reason: Phrase) -> Phrase {
    Phrase(
      nl: "\(id): op \(day) breekt de reeks (\(reason.dutch)); cijfers ervoor en erna zijn niet te vergelijken",
      en: "\(id): the series breaks on \(day) (\(reason.english)); figures before and after cannot be compared")
  }

  public static func notYetKnown(_ count: String) -> Phrase {
    Phrase(
      nl: "nog niet te bepalen: \(count) trajecten eindigden minder dan 12 maanden voor het laatste feit",
      en: "not yet to be known: \(count) trajectories ended less than 12 months before the last fact")
  }

  public static func withoutPseudonym(_ count: String) -> Phrase {
    Phrase(
      nl:
        "van \(count) trajecten is geen pseudoniem of geen zorgvraag bekend: of de jeugdige terugkwam, is niet te zien",
      en: "\(count) trajectories have no pseudonym or no need for care: whether the young person returned is not known")
  }

  public static func shortHistory(since day: String) -> Phrase {
    Phrase(
      nl: "de feiten gaan terug tot \(day), geen vijf jaar: herhaald beroep is ten minste zo hoog",
      en: "the facts reach back to \(day), not five years: repeated use is at least as high")
  }

  public static func manyOpen(_ open: Int, of all: Int) -> Phrase {
    Phrase(
      nl:
        "\(NumberText(.dutch).count(open)) van \(NumberText(.dutch).count(all)) trajecten lopen nog: de doorlooptijd van "
        + "wat beëindigd is, is te kort; vraag ook doorlooptijd_km",
      en:
        "\(NumberText(.english).count(open)) of \(NumberText(.english).count(all)) trajectories are still open: the duration "
        + "of those that ended is too short; ask for doorlooptijd_km as well")
  }

  public static let treeknorm = Phrase(
    nl: "norm: aanmelding tot intake 4 weken, intake tot start 10 weken, samen 14 (Treeknorm ggz; voor jeugdhulp niet "
      + "wettelijk, regionale afspraken gaan voor)",
    en: "norm: referral to intake 4 weeks, intake to start 10 weeks, together 14 (Treeknorm for mental health; not "
      + "statutory for youth care, regional agreements come first)")

  /// A norm with whose it is, where and when it holds.
  public static func norm(_ days: Double, of parts: [String]) -> Phrase {
    norm(days, Phrase(nl: "dagen", en: "days"), of: parts)
  }

  /// - Parameter unit: Nil where it was not said.
  public static func norm(_ value: Double, _ unit: Phrase?, of parts: [String]) -> Phrase {
    func text(_ language: Language) -> String {
      let digits = value == value.rounded() ? 0 : 1
      return NumberText(language).decimal(value, digits: digits) + (unit.map { " " + $0[language] } ?? "")
        + (parts.isEmpty ? "" : " (" + parts.joined(separator: ", ") + ")")
    }
    return Phrase(nl: text(.dutch), en: text(.english))
  }

  /// Norms that an indicator is not held to, since they cannot be read as days; of many the first few.
  public static func unreadNorms(_ id: String, _ norms: [Phrase]) -> Phrase {
    let (shown, others) = (norms.prefix(5), norms.count - 5)
    let more = others > 0 ? Phrase(nl: " en nog \(others)", en: " and \(others) more") : Phrase(same: "")
    return Phrase(
      nl: "⚠ \(id): niet gehouden aan " + shown.map(\.dutch).joined(separator: "; ") + more.dutch
        + ": een norm is een aantal dagen of weken ('veldlog correct')",
      en: "⚠ \(id): not held to " + shown.map(\.english).joined(separator: "; ") + more.english
        + ": a norm is a number of days or weeks ('veldlog correct')")
  }

  /// The norms that an indicator is held to; of many the first few.
  public static func norms(_ id: String, _ norms: [Phrase]) -> Phrase {
    let shown = norms.prefix(5)
    let others = norms.count - shown.count
    let more = others > 0 ? Phrase(nl: " en nog \(others)", en: " and \(others) more") : Phrase(same: "")
    return Phrase(
      nl: "\(id): gehouden aan de norm van " + shown.map(\.dutch).joined(separator: "; ") + more.dutch,
      en: "\(id): held to the norm of " + shown.map(\.english).joined(separator: "; ") + more.english)
  }

  public static let inventedData = Phrase(
    nl: "bevat verzonnen voorbeelddata", en: "contains invented sample data")

  public static func vocabulary(_ version: String) -> Phrase {
    Phrase(nl: "vocabulaire \(version)", en: "vocabulary \(version)")
  }
}
