import Words

/// A recorded norm that is not in days or weeks, or is below 0, or whose period is none.
public struct UnreadNorm: Sendable, Hashable {
  let value: Double
  let unit: String?
  let source: String?
  let regio: String?
  let periode: String?

  /// `2 maanden (zeeland, 2016)`.
  var phrase: Phrase {
    QueryWords.norm(value, unit.map { Phrase(same: $0) }, of: [source, regio, periode].compactMap(\.self))
  }
}
