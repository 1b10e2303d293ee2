/// Indicators of money and capacity.
extension IndicatorWords {
  static let ofMoney: [String: IndicatorWords] = [
    "budget": IndicatorWords(
      Phrase(nl: "Rijksbudget", en: "National budget"),
      Phrase(
        nl: "som van de rijksbudgetten, van elk de laatste grondslag; naar jaar",
        en: "sum of the national budgets, the last basis of each; by year"),
      numerator: Phrase(nl: "som", en: "sum"),
      denominator: Phrase(nl: "bedragen", en: "amounts"),
      missing: Phrase(nl: "zonder bedrag", en: "without an amount"),
      valueUnit: Phrase(nl: "euro", en: "euros")
    ),
    "plafond": IndicatorWords(
      Phrase(nl: "Budgetplafond", en: "Budget ceiling"),
      Phrase(
        nl: "som van de plafonds, van elk de laatste grondslag; naar jaar",
        en: "sum of the ceilings, the last basis of each; by year"),
      numerator: Phrase(nl: "som", en: "sum"),
      denominator: Phrase(nl: "bedragen", en: "amounts"),
      missing: Phrase(nl: "zonder bedrag", en: "without an amount"),
      valueUnit: Phrase(nl: "euro", en: "euros")
    ),
    "uitgave": IndicatorWords(
      Phrase(nl: "Uitgaven", en: "Spending"),
      Phrase(
        nl: "som van de uitgaven; naar de periode waarin is uitgegeven",
        en: "sum of the spending; by the period it was spent in"),
      numerator: Phrase(nl: "som", en: "sum"),
      denominator: Phrase(nl: "bedragen", en: "amounts"),
      missing: Phrase(nl: "zonder bedrag", en: "without an amount"),
      valueUnit: Phrase(nl: "euro", en: "euros")
    ),
    "budgetuitputting": IndicatorWords(
      Phrase(nl: "Budgetuitputting", en: "Budget used"),
      Phrase(
        nl: "uitgaven sinds het begin van het jaar, gedeeld door het rijksbudget van het hele jaar; een bedrag telt in "
          + "de laatste maand van zijn periode, een jaar zonder budget niet; houd het naast het deel van het jaar dat "
          + "voorbij is",
        en: "spending since the start of the year, divided by the national budget of the whole year; an amount counts "
          + "in the last month of its period, a year without a budget does not; hold it against the part of the year "
          + "that is over"),
      numerator: Phrase(nl: "uitgegeven", en: "spent"),
      denominator: Phrase(nl: "rijksbudget", en: "national budget"),
      missing: Phrase(nl: "zonder bedrag", en: "without an amount"),
      valueUnit: share
    ),
    "plafonduitputting": IndicatorWords(
      Phrase(nl: "Plafonduitputting", en: "Ceiling used"),
      Phrase(
        nl: "uitgaven sinds het begin van het jaar, gedeeld door het plafond van het hele jaar",
        en: "spending since the start of the year, divided by the ceiling of the whole year"),
      numerator: Phrase(nl: "uitgegeven", en: "spent"),
      denominator: Phrase(nl: "plafond", en: "ceiling"),
      missing: Phrase(nl: "zonder bedrag", en: "without an amount"),
      valueUnit: share
    ),
    "pgb_aandeel": IndicatorWords(
      Phrase(nl: "Aandeel PGB", en: "Share of personal budgets"),
      Phrase(
        nl: "budget voor persoonsgebonden budgetten, gedeeld door het rijksbudget; naar jaar",
        en: "budget for personal budgets, divided by the national budget; by year"),
      numerator: Phrase(nl: "pgb", en: "personal budgets"),
      denominator: Phrase(nl: "rijksbudget", en: "national budget"),
      missing: Phrase(nl: "zonder bedrag", en: "without an amount"),
      valueUnit: share
    ),
    "uitvoeringskosten_aandeel": IndicatorWords(
      Phrase(nl: "Aandeel uitvoeringskosten", en: "Share of administration"),
      short: Phrase(nl: "Uitvoeringskosten", en: "Administration"),
      Phrase(
        nl: "uitvoeringskosten, gedeeld door het rijksbudget; naar jaar",
        en: "cost of administration, divided by the national budget; by year"),
      numerator: Phrase(nl: "uitvoeringskosten", en: "administration"),
      denominator: Phrase(nl: "rijksbudget", en: "national budget"),
      missing: Phrase(nl: "zonder bedrag", en: "without an amount"),
      valueUnit: share
    ),
    "fte": IndicatorWords(
      Phrase(nl: "Formatie", en: "Staff"),
      Phrase(
        nl: "som van de fte, van elke opgave de laatste in de periode; van een bereik de onderkant",
        en: "sum of the FTE, the last report of each in the period; the lower end of a range"),
      numerator: Phrase(nl: "som van de fte", en: "sum of the FTE"),
      denominator: Phrase(nl: "opgaven", en: "reports"),
      missing: Phrase(nl: "opgaven zonder aantal", en: "reports without a number"),
      valueUnit: Phrase(nl: "fte", en: "FTE")
    ),
    "aanbieders_per_10000": IndicatorWords(
      Phrase(nl: "Aanbieders per 10.000 jeugdigen", en: "Providers per 10,000 young people"),
      short: Phrase(nl: "Aanb. per 10.000", en: "Prov. per 10,000"),
      Phrase(
        nl: "gecontracteerde aanbieders per 10.000 jeugdigen, uit de laatste kenmerken van de regio",
        en: "contracted providers per 10,000 young people, by the last characteristics of the region"),
      numerator: Phrase(nl: "aanbieders", en: "providers"),
      denominator: Phrase(nl: "jeugdigen", en: "young people"),
      missing: Phrase(nl: "zonder aantal", en: "without a number"),
      valueUnit: Phrase(nl: "per 10.000", en: "per 10,000")
    ),
  ]
}
