import Words

/// How many days a wait may take, and who says so.
public struct Norm: Sendable, Hashable {
  public let days: Double
  /// Nil where its fact does not say whose it is.
  public let source: String?
  /// Nil for one that holds in every regio.
  public let regio: String?
  /// As written; nil for one that always holds.
  public let periode: String?
  /// The line of its fact, by the number that the caller gave it; nil for the one that is built in.
  public let line: Int32?

  public var isBuiltIn: Bool { line == nil }

  /// The days of so many of a unit as a fact names it, days where it names none; nil for one that is not a fixed number
  /// of days, and below 0.
  static func days(_ value: Double, _ unit: String?) -> Double? {
    guard value >= 0 else { return nil }
    switch unit?.lowercased() {
    case nil, "dag", "dagen", "day", "days": return value
    case "week", "weken", "weeks": return value * 7
    default: return nil
    }
  }

  /// `56 dagen (regionale afspraak, zeeland, 2016)`.
  public var phrase: Phrase { QueryWords.norm(days, of: [source, regio, periode].compactMap(\.self)) }
}
