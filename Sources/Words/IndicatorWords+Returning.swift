/// Indicators of what clients say, goals and coming back.
extension IndicatorWords {
  static let ofReturning: [String: IndicatorWords] = [
    "tevredenheid_6": IndicatorWords(
      Phrase(nl: "Tevredenheid: een 6 of hoger", en: "Satisfaction: a 6 or more"),
      short: Phrase(nl: "Tevreden (≥ 6)", en: "Satisfied (≥ 6)"),
      Phrase(
        nl: "antwoorden met een 6 of hoger op een schaal van 1 tot 10, van alle op die schaal; per "
          + "informant; naar einddatum; de grens is een keuze van Veldlog",
        en: "answers of 6 or more on a scale from 1 to 10, of all on that scale; by informant; by end"
          + " date; the mark is Veldlog's own choice"),
      numerator: Phrase(nl: "antwoorden met een 6 of hoger", en: "answers of 6 or more"),
      denominator: Phrase(nl: "antwoorden op een schaal van 1 tot 10", en: "answers on a scale from 1 to 10"),
      missing: Phrase(
        nl: "beëindigde trajecten zonder antwoord van deze informant",
        en: "ended trajectories without an answer from this informant"),
      valueUnit: share
    ),
    "tevredenheid_8": IndicatorWords(
      Phrase(nl: "Tevredenheid: een 8 of hoger", en: "Satisfaction: an 8 or more"),
      short: Phrase(nl: "Tevreden (≥ 8)", en: "Satisfied (≥ 8)"),
      Phrase(
        nl: "antwoorden met een 8 of hoger op een schaal van 1 tot 10, van alle op die schaal; per "
          + "informant; naar einddatum; de grens is een keuze van Veldlog",
        en: "answers of 8 or more on a scale from 1 to 10, of all on that scale; by informant; by end"
          + " date; the mark is Veldlog's own choice"),
      numerator: Phrase(nl: "antwoorden met een 8 of hoger", en: "answers of 8 or more"),
      denominator: Phrase(nl: "antwoorden op een schaal van 1 tot 10", en: "answers on a scale from 1 to 10"),
      missing: Phrase(
        nl: "beëindigde trajecten zonder antwoord van deze informant",
        en: "ended trajectories without an answer from this informant"),
      valueUnit: share
    ),
    "zonder_hulp_verder": IndicatorWords(
      Phrase(nl: "Zonder hulp verder", en: "Managing without care"),
      short: Phrase(nl: "Zonder hulp", en: "Without care"),
      Phrase(
        nl: "antwoord 03 of 04 (nu geen hulp nodig), van alle antwoorden; per informant; naar " + "einddatum",
        en: "answer 03 or 04 (no care needed now), of all answers; by informant; by end date"),
      numerator: Phrase(nl: "antwoorden 03 of 04", en: "answers 03 or 04"),
      denominator: Phrase(nl: "antwoorden", en: "answers"),
      missing: Phrase(
        nl: "beëindigde trajecten zonder antwoord van deze informant",
        en: "ended trajectories without an answer from this informant"),
      valueUnit: share
    ),
    "zonder_hulp_strikt": IndicatorWords(
      Phrase(nl: "Zonder hulp verder (strikt)", en: "Managing without care (strict)"),
      short: Phrase(nl: "Zonder hulp (04)", en: "Without care (04)"),
      Phrase(
        nl: "antwoord 04 (geen hulp nodig), van alle antwoorden; per informant; naar einddatum",
        en: "answer 04 (no care needed), of all answers; by informant; by end date"),
      numerator: Phrase(nl: "antwoorden 04", en: "answers 04"),
      denominator: Phrase(nl: "antwoorden", en: "answers"),
      missing: Phrase(
        nl: "beëindigde trajecten zonder antwoord van deze informant",
        en: "ended trajectories without an answer from this informant"),
      valueUnit: share
    ),
    "gas_t": IndicatorWords(
      Phrase(same: "GAS T-score"),
      Phrase(
        nl: "gemiddelde over trajecten van de T-score van de doelen met een GAS-score aan het eind; "
          + "50 is wat verwacht werd; naar einddatum",
        en: "mean over trajectories of the T-score of the goals with a GAS score at the end; 50 is "
          + "what was expected; by end date"),
      numerator: Phrase(nl: "som van de T-scores", en: "sum of the T-scores"),
      denominator: Phrase(nl: "beëindigde trajecten met een GAS-score", en: "ended trajectories with a GAS score"),
      missing: Phrase(nl: "beëindigd zonder GAS-score", en: "ended without a GAS score"),
      valueUnit: Phrase(nl: "punten", en: "points")
    ),
    "probleemafname": IndicatorWords(
      Phrase(nl: "Problemen verminderd", en: "Problems reduced"),
      short: Phrase(nl: "Problemen minder", en: "Problems less"),
      Phrase(
        nl: "metingen die volgens de RCI betrouwbaar verbeterd of hersteld zijn, van alle met begin- "
          + "en eindmeting; de meting moet een instrument met standaarddeviatie en betrouwbaarheid "
          + "hebben; naar einddatum",
        en: "measurements reliably improved or recovered by the RCI, of all with a first and a last "
          + "one; the instrument must have a standard deviation and reliability; by end date"),
      numerator: Phrase(nl: "betrouwbaar verbeterd of hersteld", en: "reliably improved or recovered"),
      denominator: Phrase(nl: "begin- en eindmeting bekend", en: "first and last measurement known"),
      missing: Phrase(
        nl: "beginmetingen zonder eindmeting, of zonder gegevens van het instrument",
        en: "first measurements without a last one, or without the instrument's data"),
      valueUnit: share
    ),
    "snelle_doelrealisatie": IndicatorWords(
      Phrase(nl: "Tijd tot alle doelen behaald", en: "Time until all goals attained"),
      short: Phrase(nl: "Tijd tot doelen", en: "Time to goals"),
      Phrase(
        nl: "mediaan van de dagen van start tot einde van trajecten waarvan elk geëvalueerd doel "
          + "behaald is; lees hem naast doelrealisatie en terugstroom; naar einddatum",
        en: "median days from start to end of trajectories with every evaluated goal attained; read "
          + "it beside doelrealisatie and terugstroom; by end date"),
      numerator: Phrase(nl: "som van de dagen", en: "sum of the days"),
      denominator: Phrase(
        nl: "beëindigde trajecten met alle doelen behaald", en: "ended trajectories with all goals attained"),
      missing: Phrase(
        nl: "beëindigd zonder dat alle doelen behaald zijn, of zonder evaluatie",
        en: "ended without all goals attained, or without evaluation"),
      valueUnit: days
    ),
    "herhaald_beroep": IndicatorWords(
      Phrase(nl: "Herhaald beroep", en: "Repeated use of care"),
      Phrase(
        nl: "gestarte trajecten van jeugdigen die in de vijf jaar voor de verslagperiode hulp hadden,"
          + " met ten minste een dag ertussen; de verslagperiode is die waarnaar is gesplitst of gevraagd, "
          + "anders het halfjaar; naar startdatum",
        en: "trajectories started for young people who had care in the five years before the "
          + "reporting period, with a day or more between; that period is the one split by or asked for, else "
          + "the half year; by start date"),
      numerator: Phrase(nl: "eerder hulp gehad", en: "had care before"),
      denominator: Phrase(nl: "gestarte trajecten met een pseudoniem", en: "trajectories started with a pseudonym"),
      missing: Phrase(nl: "geen pseudoniem", en: "no pseudonym"),
      valueUnit: share
    ),
    "geen_nieuwe_start": IndicatorWords(
      Phrase(nl: "Geen herhaald beroep", en: "No repeated use"),
      Phrase(
        nl: "gestarte trajecten van jeugdigen zonder hulp in de vijf jaar voor de verslagperiode: 1 "
          + "min herhaald beroep; naar startdatum",
        en: "trajectories started for young people without care in the five years before the "
          + "reporting period: 1 minus repeated use; by start date"),
      numerator: Phrase(nl: "geen eerdere hulp", en: "no earlier care"),
      denominator: Phrase(nl: "gestarte trajecten met een pseudoniem", en: "trajectories started with a pseudonym"),
      missing: Phrase(nl: "geen pseudoniem", en: "no pseudonym"),
      valueUnit: share
    ),
    "terugstroom": IndicatorWords(
      Phrase(nl: "Terugstroom binnen 12 maanden", en: "Return within 12 months"),
      short: Phrase(nl: "Terugstroom", en: "Return"),
      Phrase(
        nl: "beëindigde trajecten waarvan de jeugdige binnen twaalf kalendermaanden een nieuw traject"
          + " start, van alle die twaalf maanden gevolgd zijn; naar einddatum",
        en: "ended trajectories whose young person starts a new one within twelve calendar months, of"
          + " all followed for twelve months; by end date"),
      numerator: Phrase(nl: "teruggekomen binnen twaalf maanden", en: "came back within twelve months"),
      denominator: Phrase(nl: "twaalf maanden gevolgd", en: "followed for twelve months"),
      missing: Phrase(
        nl: "nog niet te bepalen, of geen pseudoniem of zorgvraag",
        en: "not yet to be known, or no pseudonym or need for care"),
      valueUnit: share
    ),
    "terugstroom_zorgvraag": IndicatorWords(
      Phrase(nl: "Terugstroom met dezelfde zorgvraag", en: "Return with the same need"),
      short: Phrase(nl: "Terug, zelfde vraag", en: "Return, same need"),
      Phrase(
        nl: "beëindigde trajecten waarvan de jeugdige binnen twaalf kalendermaanden een nieuw traject"
          + " met dezelfde zorgvraag start, van alle die twaalf maanden gevolgd zijn; naar einddatum",
        en: "ended trajectories whose young person starts a new one for the same need within twelve "
          + "calendar months, of all followed for twelve months; by end date"),
      numerator: Phrase(nl: "teruggekomen binnen twaalf maanden", en: "came back within twelve months"),
      denominator: Phrase(nl: "twaalf maanden gevolgd", en: "followed for twelve months"),
      missing: Phrase(
        nl: "nog niet te bepalen, of geen pseudoniem of zorgvraag",
        en: "not yet to be known, or no pseudonym or need for care"),
      valueUnit: share
    ),
    "terugstroom_aanbieder": IndicatorWords(
      Phrase(nl: "Terugstroom bij dezelfde aanbieder", en: "Return to the same provider"),
      short: Phrase(nl: "Terug, zelfde aanb.", en: "Return, same prov."),
      Phrase(
        nl: "beëindigde trajecten waarvan de jeugdige binnen twaalf kalendermaanden een nieuw traject"
          + " bij dezelfde aanbieder start, van alle die twaalf maanden gevolgd zijn; naar einddatum",
        en: "ended trajectories whose young person starts a new one with the same provider within "
          + "twelve calendar months, of all followed for twelve months; by end date"),
      numerator: Phrase(nl: "teruggekomen binnen twaalf maanden", en: "came back within twelve months"),
      denominator: Phrase(nl: "twaalf maanden gevolgd", en: "followed for twelve months"),
      missing: Phrase(
        nl: "nog niet te bepalen, of geen pseudoniem of zorgvraag",
        en: "not yet to be known, or no pseudonym or need for care"),
      valueUnit: share
    ),
  ]
}
