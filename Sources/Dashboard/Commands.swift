import Words

/// What can be typed, as screens offer it.
enum Commands {
  static let toRecordTrajecten = [
    "veldlog record traject_gestart traject=T-1 aanbieder=A-1 datum=2016-01-04",
    "veldlog record traject_beeindigd traject=T-1 datum=2016-06-30 reden=01",
    "veldlog import trajecten.csv --kind traject_gestart",
    "veldlog demo",
  ]

  static let toRecordInterviews = [
    "veldlog interview new",
    "veldlog record respondent respondent=R01 functie=wethouder regio=zeeland",
    "veldlog demo",
  ]

  static func afterOverview(_ language: Language) -> [String] {
    [
      "veldlog dashboard aanbieders --indicator uitval_breed", byProvider("uitval_breed", language),
      "veldlog conflicts",
    ]
  }

  static func afterAanbieders(_ indicator: String, _ language: Language) -> [String] {
    let question = language == .dutch ? "per aanbieder, kwartaal" : "by provider, quarter"
    return ["veldlog query '\(indicator) \(question)'", "veldlog dashboard"]
  }

  static let afterInterviews = ["veldlog interview list", "veldlog interview new", "veldlog dashboard"]

  private static func byProvider(_ indicator: String, _ language: Language) -> String {
    "veldlog query '\(indicator) \(language == .dutch ? "per aanbieder" : "by provider")'"
  }
}
