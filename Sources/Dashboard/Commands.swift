import Words

/// What can be typed, as screens offer it.
enum Commands {
  static let toRecordTrajecten = [
    "veldlog record traject_gestart traject=T-1 aanbieder=A-1 datum=2016-01-04",
    "veldlog record traject_beeindigd traject=T-1 datum=2016-06-30 reden=01",
    "veldlog import trajecten.csv --kind traject_gestart",
    "veldlog demo",
  ]

  static func toRecord(kind: String) -> [String] {
    ["veldlog codebook \(kind)", "veldlog import \(kind).csv --kind \(kind)"]
  }

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

  static func afterAanbieder(_ language: Language) -> [String] {
    ["veldlog dashboard aanbieders", byProvider("doelrealisatie", language)]
  }

  static let afterMethoden = ["veldlog query 'uitval_breed per inkoopmethode, regio'", "veldlog dashboard"]
  static let toRecordMethoden = ["veldlog record regio regio=zeeland naam=Zeeland inkoopmethode=inspanning"]
  static let afterKwaliteit = ["veldlog conflicts", "veldlog doctor", "veldlog status", "veldlog trust list"]
  static let afterStromen = ["veldlog query 'instroom, uitstroom per aanbieder, kwartaal'", "veldlog dashboard"]
  static let toRecordBudget = [
    "veldlog record budget regio=zeeland jaar=2016 soort=pgb bedrag_cent=100000000",
    "veldlog record uitgave regio=zeeland periode=2016k1 bedrag_cent=24000000",
  ]
  static let afterBudget = ["veldlog log uitgave", "veldlog dashboard"]

  static let afterInterviews = ["veldlog interview list", "veldlog interview new", "veldlog dashboard"]

  private static func byProvider(_ indicator: String, _ language: Language) -> String {
    "veldlog query '\(indicator) \(language == .dutch ? "per aanbieder" : "by provider")'"
  }
}
