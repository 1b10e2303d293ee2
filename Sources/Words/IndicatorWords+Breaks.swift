extension IndicatorWords {
  /// Why a series breaks (`Indicator.Break.reason`); the key itself when it has no words.
  public static func breakReason(_ key: String) -> Phrase { breaks[key] ?? Phrase(same: key) }

  private static let breaks = [
    "onbekend_2021": Phrase(
      nl: "tot 2021 vulde het CBS onbekende redenen aan", en: "until 2021 CBS filled in unknown reasons"),
    "antwoordschaal_2021": Phrase(
      nl: "tot juli 2021 was de vraag er een van eens tot oneens",
      en: "until July 2021 the question was one of agree to disagree"),
    "definitie": Phrase(nl: "de definitie veranderde", en: "the definition changed"),
  ]
}
