/// Indicators of time.
extension IndicatorWords {
  static let ofTime: [String: IndicatorWords] = [
    "doorlooptijd_gemiddeld": IndicatorWords(
      Phrase(nl: "Doorlooptijd (gemiddeld)", en: "Duration (mean)"),
      Phrase(
        nl: "gemiddeld aantal dagen van start tot einde van beëindigde trajecten; naar einddatum",
        en: "mean number of days from start to end of ended trajectories; by end date"),
      numerator: Phrase(nl: "som van de dagen", en: "sum of the days"),
      denominator: Phrase(
        nl: "beëindigde trajecten met een bekende start", en: "ended trajectories with a known start"),
      missing: Phrase(nl: "beëindigd zonder bekende start", en: "ended without a known start"),
      valueUnit: days
    ),
    "doorlooptijd_km": IndicatorWords(
      Phrase(nl: "Doorlooptijd (Kaplan-Meier)", en: "Duration (Kaplan-Meier)"),
      short: Phrase(nl: "Doorlooptijd (KM)", en: "Duration (KM)"),
      Phrase(
        nl: "dagen waarna de helft van de gestarte trajecten beëindigd is, met wat nog loopt gevolgd "
          + "tot het laatste feit; naar startdatum",
        en: "days after which half of the trajectories started have ended, with open ones followed to"
          + " the last fact; by start date"),
      numerator: Phrase(nl: "som van de gevolgde dagen", en: "sum of the days followed"),
      denominator: Phrase(nl: "gestarte trajecten", en: "trajectories started"),
      missing: Phrase(nl: "zonder bruikbare datums", en: "without usable dates"),
      valueUnit: days
    ),
    "wachttijd": IndicatorWords(
      Phrase(nl: "Wachttijd", en: "Waiting time"),
      short: Phrase(nl: "Wachttijd", en: "Waiting time"),
      Phrase(
        nl: "mediaan van de dagen van aanmelding tot start; van meer aanmeldingen de eerste die het traject noemt, "
          + "anders de laatste bij die aanbieder voor de start; naar startdatum",
        en: "median days from referral to start; of several referrals the first that names the trajectory, else the "
          + "last one at that provider before the start; by start date"),
      numerator: Phrase(nl: "som van de dagen", en: "sum of the days"),
      denominator: Phrase(nl: "gestarte trajecten met beide dagen", en: "trajectories started with both days"),
      missing: Phrase(nl: "een van beide dagen ontbreekt", en: "one of the two days is missing"),
      valueUnit: days
    ),
    "wachttijd_norm": IndicatorWords(
      Phrase(nl: "Wachttijd binnen de norm", en: "Waiting time within the norm"),
      short: Phrase(nl: "Wachttijd norm", en: "Waiting time norm"),
      Phrase(
        nl: "gestarte trajecten met de dagen van aanmelding tot start binnen de norm, van alle met "
          + "beide dagen; de norm die op de startdag geldt in de regio, anders landelijk, anders 14 weken; "
          + "naar startdatum",
        en: "trajectories started with the days from referral to start within the norm, of all with "
          + "both days; the norm in force in the region on the day of the start, else nationally, else 14 "
          + "weeks; by start date"),
      numerator: Phrase(nl: "binnen de norm", en: "within the norm"),
      denominator: Phrase(nl: "gestarte trajecten met beide dagen", en: "trajectories started with both days"),
      missing: Phrase(nl: "een van beide dagen ontbreekt", en: "one of the two days is missing"),
      valueUnit: share
    ),
    "wachttijd_aanmelding": IndicatorWords(
      Phrase(nl: "Aanmeldwachttijd", en: "Wait for intake"),
      short: Phrase(nl: "Aanmeldwacht", en: "Wait intake"),
      Phrase(
        nl: "mediaan van de dagen van aanmelding tot intake; naar startdatum",
        en: "median days from referral to intake; by start date"),
      numerator: Phrase(nl: "som van de dagen", en: "sum of the days"),
      denominator: Phrase(nl: "gestarte trajecten met beide dagen", en: "trajectories started with both days"),
      missing: Phrase(nl: "een van beide dagen ontbreekt", en: "one of the two days is missing"),
      valueUnit: days
    ),
    "wachttijd_aanmelding_norm": IndicatorWords(
      Phrase(nl: "Aanmeldwachttijd binnen de norm", en: "Wait for intake within the norm"),
      short: Phrase(nl: "Aanmeldwacht norm", en: "Wait intake norm"),
      Phrase(
        nl: "gestarte trajecten met de dagen van aanmelding tot intake binnen de norm, van alle met "
          + "beide dagen; de norm die op de startdag geldt in de regio, anders landelijk, anders 4 weken; "
          + "naar startdatum",
        en: "trajectories started with the days from referral to intake within the norm, of all with "
          + "both days; the norm in force in the region on the day of the start, else nationally, else 4 "
          + "weeks; by start date"),
      numerator: Phrase(nl: "binnen de norm", en: "within the norm"),
      denominator: Phrase(nl: "gestarte trajecten met beide dagen", en: "trajectories started with both days"),
      missing: Phrase(nl: "een van beide dagen ontbreekt", en: "one of the two days is missing"),
      valueUnit: share
    ),
    "wachttijd_behandeling": IndicatorWords(
      Phrase(nl: "Behandelwachttijd", en: "Wait for care"),
      short: Phrase(nl: "Behandelwacht", en: "Wait care"),
      Phrase(
        nl: "mediaan van de dagen van intake tot start; naar startdatum",
        en: "median days from intake to start; by start date"),
      numerator: Phrase(nl: "som van de dagen", en: "sum of the days"),
      denominator: Phrase(nl: "gestarte trajecten met beide dagen", en: "trajectories started with both days"),
      missing: Phrase(nl: "een van beide dagen ontbreekt", en: "one of the two days is missing"),
      valueUnit: days
    ),
    "wachttijd_behandeling_norm": IndicatorWords(
      Phrase(nl: "Behandelwachttijd binnen de norm", en: "Wait for care within the norm"),
      short: Phrase(nl: "Behandelwacht norm", en: "Wait care norm"),
      Phrase(
        nl: "gestarte trajecten met de dagen van intake tot start binnen de norm, van alle met beide "
          + "dagen; de norm die op de startdag geldt in de regio, anders landelijk, anders 10 weken; "
          + "naar startdatum",
        en: "trajectories started with the days from intake to start within the norm, of all with "
          + "both days; the norm in force in the region on the day of the start, else nationally, else 10 "
          + "weeks; by start date"),
      numerator: Phrase(nl: "binnen de norm", en: "within the norm"),
      denominator: Phrase(nl: "gestarte trajecten met beide dagen", en: "trajectories started with both days"),
      missing: Phrase(nl: "een van beide dagen ontbreekt", en: "one of the two days is missing"),
      valueUnit: share
    ),
    "no_show": IndicatorWords(
      Phrase(same: "No-show"),
      Phrase(
        nl: "afspraken niet nagekomen zonder tijdige afzegging (niet verschenen of laat afgezegd), "
          + "van alle die niet op tijd zijn afgezegd; naar dag van de afspraak",
        en: "appointments missed without timely notice (no-show or cancelled late), of all not "
          + "cancelled in time; by day of the appointment"),
      numerator: Phrase(nl: "niet verschenen of laat afgezegd", en: "no-show or cancelled late"),
      denominator: Phrase(nl: "afspraken die niet op tijd zijn afgezegd", en: "appointments not cancelled in time"),
      missing: Phrase(nl: "niets", en: "nothing"),
      valueUnit: share
    ),
    "no_show_strikt": IndicatorWords(
      Phrase(nl: "No-show (strikt)", en: "No-show (strict)"),
      Phrase(
        nl: "afspraken waarop niemand verscheen, van alle die niet op tijd zijn afgezegd; naar dag "
          + "van de afspraak",
        en: "appointments where nobody came, of all not cancelled in time; by day of the appointment"),
      numerator: Phrase(nl: "niet verschenen", en: "no-show"),
      denominator: Phrase(nl: "afspraken die niet op tijd zijn afgezegd", en: "appointments not cancelled in time"),
      missing: Phrase(nl: "niets", en: "nothing"),
      valueUnit: share
    ),
  ]
}
