import Words

/// What a number counts or measures, and how it may be written.
public struct Unit: Sendable, Equatable {
  /// As an answer names it.
  public let code: String
  public let name: Phrase
  /// Other ways in which people write it behind a number.
  let words: [String]
  /// Digits behind the comma that make sense; nil for any number of them. It decides what `4.675` can mean.
  public let decimals: Int?
  /// How many of the recorded unit go in the one that people type: 100 for euros, which are recorded as cents.
  public let scale: Int64

  init(_ code: String, _ name: Phrase, words: [String] = [], decimals: Int? = nil, scale: Int64 = 1) {
    self.code = code
    self.name = name
    self.words = words
    self.decimals = decimals
    self.scale = scale
  }

  /// Whether `word` behind a number stands for this unit.
  func matches(_ word: String) -> Bool {
    let word = word.lowercased()
    return word == code || words.contains(word) || word == name.dutch || word == name.english
  }

  public static let fte = Unit("fte", Phrase(same: "fte"), words: ["fte's", "fte’s", "ftes"])
  public static let euro = Unit(
    "cent", Phrase(nl: "euro", en: "euros"), words: ["€", "eur", "euro's", "euro’s"], decimals: 2, scale: 100
  )
  public static let procent = Unit("procent", Phrase(nl: "procent", en: "per cent"), words: ["%", "percent"])
  public static let trajecten = Unit("trajecten", Phrase(same: "trajecten"), words: ["traject"], decimals: 0)
  public static let aanbieders = Unit(
    "aanbieders", Phrase(nl: "aanbieders", en: "providers"), words: ["aanbieder", "provider"], decimals: 0
  )
  public static let regios = Unit(
    "regios", Phrase(nl: "regio's", en: "regions"), words: ["regio", "regio’s", "region"], decimals: 0
  )
}
