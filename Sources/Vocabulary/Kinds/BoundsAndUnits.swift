import Words

/// Ranges that several kinds share.
enum Bounds {
  /// A score on any questionnaire.
  static let score: ClosedRange<Double> = -1_000_000...1_000_000
  static let any: ClosedRange<Double> = -1_000_000_000_000...1_000_000_000_000
  /// Hours, full-time equivalents, quantities.
  static let quantity: ClosedRange<Double> = 0...1_000_000_000
}

/// Units that several kinds share.
enum Unit {
  static let trajecten = Phrase(nl: "trajecten", en: "trajectories")
  static let jeugdigen = Phrase(nl: "jeugdigen", en: "young people")
  static let inwoners = Phrase(nl: "inwoners", en: "inhabitants")
  static let clienten = Phrase(nl: "cliënten", en: "clients")
  static let minuten = Phrase(nl: "minuten", en: "minutes")
  static let uren = Phrase(nl: "uren", en: "hours")
  static let fte = Phrase(same: "fte")
  static let rijen = Phrase(nl: "rijen", en: "rows")
}
