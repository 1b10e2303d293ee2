/// Indicators of flow.
extension IndicatorWords {
  static let ofFlow: [String: IndicatorWords] = [
    "stand_begin": IndicatorWords(
      Phrase(nl: "In zorg aan het begin", en: "In care at the start"),
      Phrase(nl: "trajecten die lopen als de periode begint", en: "trajectories open when the period begins"),
      numerator: Phrase(nl: "in zorg aan het begin", en: "in care at the start"),
      denominator: Phrase(nl: "in zorg aan het begin", en: "in care at the start"),
      missing: Phrase(nl: "niets", en: "nothing"),
      valueUnit: trajecten
    ),
    "doorstroom": IndicatorWords(
      Phrase(nl: "Doorstroom", en: "Throughflow"),
      Phrase(
        nl: "trajecten die lopen als de periode begint en nog als zij voorbij is (keuze van Veldlog; "
          + "de bronnen geven geen definitie)",
        en: "trajectories open when the period begins and still when it is over (Veldlog's choice; "
          + "sources give no definition)"),
      numerator: Phrase(nl: "doorstroom", en: "throughflow"),
      denominator: Phrase(nl: "doorstroom", en: "throughflow"),
      missing: Phrase(nl: "niets", en: "nothing"),
      valueUnit: trajecten
    ),
    "stand_eind": IndicatorWords(
      Phrase(nl: "In zorg aan het eind", en: "In care at the end"),
      Phrase(
        nl: "trajecten die nog lopen als de periode voorbij is: begin plus instroom min uitstroom",
        en: "trajectories still open when the period is over: start plus inflow minus outflow"),
      numerator: Phrase(nl: "in zorg aan het eind", en: "in care at the end"),
      denominator: Phrase(nl: "in zorg aan het eind", en: "in care at the end"),
      missing: Phrase(nl: "niets", en: "nothing"),
      valueUnit: trajecten
    ),
    "in_zorg": IndicatorWords(
      Phrase(nl: "In zorg", en: "In care"),
      Phrase(
        nl: "trajecten die op enig moment in de periode lopen: begin plus instroom",
        en: "trajectories open at any moment in the period: start plus inflow"),
      numerator: Phrase(nl: "in zorg", en: "in care"),
      denominator: Phrase(nl: "in zorg", en: "in care"),
      missing: Phrase(nl: "niets", en: "nothing"),
      valueUnit: trajecten
    ),
    "jeugdigen": IndicatorWords(
      Phrase(nl: "Jeugdigen met een start", en: "Young people starting"),
      Phrase(
        nl: "verschillende jeugdigen met een gestart traject, naar pseudoniem; naar startdatum",
        en: "different young people with a trajectory started, by pseudonym; by start date"),
      numerator: Phrase(nl: "jeugdigen", en: "young people"),
      denominator: Phrase(nl: "jeugdigen", en: "young people"),
      missing: Phrase(nl: "trajecten zonder pseudoniem", en: "trajectories without a pseudonym"),
      valueUnit: Phrase(nl: "jeugdigen", en: "young people")
    ),
    "jeugdigen_uitstroom": IndicatorWords(
      Phrase(nl: "Jeugdigen met een einde", en: "Young people ending"),
      Phrase(
        nl: "verschillende jeugdigen met een beëindigd traject, naar pseudoniem; naar einddatum",
        en: "different young people with a trajectory ended, by pseudonym; by end date"),
      numerator: Phrase(nl: "jeugdigen", en: "young people"),
      denominator: Phrase(nl: "jeugdigen", en: "young people"),
      missing: Phrase(nl: "trajecten zonder pseudoniem", en: "trajectories without a pseudonym"),
      valueUnit: Phrase(nl: "jeugdigen", en: "young people")
    ),
    "aanmeldingen": IndicatorWords(
      Phrase(nl: "Aanmeldingen", en: "Referrals"),
      Phrase(nl: "aanmeldingen; naar dag van aanmelding", en: "referrals; by day of referral"),
      numerator: Phrase(nl: "aanmeldingen", en: "referrals"),
      denominator: Phrase(nl: "aanmeldingen", en: "referrals"),
      missing: Phrase(nl: "niets", en: "nothing"),
      valueUnit: Phrase(nl: "aanmeldingen", en: "referrals")
    ),
    "opgave_begin": IndicatorWords(
      Phrase(nl: "Opgave: in zorg aan het begin", en: "Reported: in care at the start"),
      short: Phrase(nl: "Opg. begin", en: "Rep. begin"),
      Phrase(
        nl: "in zorg aan het begin volgens de kwartaaloverzichten van aanbieders, in trajecten; niet "
          + "geteld door Veldlog",
        en: "in care at the start by the quarterly overviews of providers, in trajectories; not " + "counted by Veldlog"
      ),
      numerator: Phrase(nl: "som van de opgaven", en: "sum of the reports"),
      denominator: Phrase(nl: "opgaven", en: "reports"),
      missing: Phrase(nl: "opgaven zonder dit getal", en: "reports without this number"),
      valueUnit: trajecten
    ),
    "opgave_instroom": IndicatorWords(
      Phrase(nl: "Opgave: instroom", en: "Reported: inflow"),
      short: Phrase(nl: "Opg. instroom", en: "Rep. instroom"),
      Phrase(
        nl: "instroom volgens de kwartaaloverzichten van aanbieders, in trajecten; niet geteld door " + "Veldlog",
        en: "inflow by the quarterly overviews of providers, in trajectories; not counted by Veldlog"),
      numerator: Phrase(nl: "som van de opgaven", en: "sum of the reports"),
      denominator: Phrase(nl: "opgaven", en: "reports"),
      missing: Phrase(nl: "opgaven zonder dit getal", en: "reports without this number"),
      valueUnit: trajecten
    ),
    "opgave_doorstroom": IndicatorWords(
      Phrase(nl: "Opgave: doorstroom", en: "Reported: throughflow"),
      short: Phrase(nl: "Opg. doorstroom", en: "Rep. doorstroom"),
      Phrase(
        nl: "doorstroom volgens de kwartaaloverzichten van aanbieders, in trajecten; niet geteld door" + " Veldlog",
        en: "throughflow by the quarterly overviews of providers, in trajectories; not counted by " + "Veldlog"),
      numerator: Phrase(nl: "som van de opgaven", en: "sum of the reports"),
      denominator: Phrase(nl: "opgaven", en: "reports"),
      missing: Phrase(nl: "opgaven zonder dit getal", en: "reports without this number"),
      valueUnit: trajecten
    ),
    "opgave_uitstroom": IndicatorWords(
      Phrase(nl: "Opgave: uitstroom", en: "Reported: outflow"),
      short: Phrase(nl: "Opg. uitstroom", en: "Rep. uitstroom"),
      Phrase(
        nl: "uitstroom volgens de kwartaaloverzichten van aanbieders, in trajecten; niet geteld door " + "Veldlog",
        en: "outflow by the quarterly overviews of providers, in trajectories; not counted by Veldlog"),
      numerator: Phrase(nl: "som van de opgaven", en: "sum of the reports"),
      denominator: Phrase(nl: "opgaven", en: "reports"),
      missing: Phrase(nl: "opgaven zonder dit getal", en: "reports without this number"),
      valueUnit: trajecten
    ),
    "opgave_eind": IndicatorWords(
      Phrase(nl: "Opgave: in zorg aan het eind", en: "Reported: in care at the end"),
      short: Phrase(nl: "Opg. eind", en: "Rep. eind"),
      Phrase(
        nl: "in zorg aan het eind volgens de kwartaaloverzichten van aanbieders, in trajecten; niet "
          + "geteld door Veldlog",
        en: "in care at the end by the quarterly overviews of providers, in trajectories; not counted" + " by Veldlog"),
      numerator: Phrase(nl: "som van de opgaven", en: "sum of the reports"),
      denominator: Phrase(nl: "opgaven", en: "reports"),
      missing: Phrase(nl: "opgaven zonder dit getal", en: "reports without this number"),
      valueUnit: trajecten
    ),
    "opgave_wachtend": IndicatorWords(
      Phrase(nl: "Opgave: wachtend", en: "Reported: waiting"),
      short: Phrase(nl: "Opg. wachtend", en: "Rep. wachtend"),
      Phrase(
        nl: "wachtend volgens de kwartaaloverzichten van aanbieders, in trajecten; niet geteld door " + "Veldlog",
        en: "waiting by the quarterly overviews of providers, in trajectories; not counted by Veldlog"),
      numerator: Phrase(nl: "som van de opgaven", en: "sum of the reports"),
      denominator: Phrase(nl: "opgaven", en: "reports"),
      missing: Phrase(nl: "opgaven zonder dit getal", en: "reports without this number"),
      valueUnit: trajecten
    ),
  ]
}
