/// The definition of one figure, as data.
///
/// Its title, definition and unit in words stand in `IndicatorWords`, under the same `id`. A definition never changes
/// under its version: a new rule is a new version.
public struct Indicator: Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    /// From 0 to 1, with numerator and denominator.
    case rate
    /// In its own unit; the numerator is the sum.
    case mean
    /// The value is the number itself.
    case count
    /// The median, in days; the numerator is the sum.
    case duration
  }

  /// What the denominator counts.
  public enum Unit: String, Sendable, Equatable {
    case trajecten
    case doelen
    case antwoorden
  }

  public let id: String
  public let version: Int
  public let kind: Kind
  public let unit: Unit
  /// Whether more is better; nil where neither is.
  public let isHighGood: Bool?
  let formula: Formula

  /// As figures cite it: `uitval_breed@1`.
  public var definition: String { "\(id)@\(version)" }

  /// Whether its value is a share from 0 to 1, be it of all or the mean of shares.
  public var isShare: Bool { kind == .rate || formula == .goalsPerTraject }

  /// Whether it can be split by, or filtered on, `dimension`.
  public func has(_ dimension: Dimension) -> Bool {
    switch dimension {
    case .informant: formula == .satisfaction || formula == .response
    case .schaal: formula == .satisfaction
    case .reden:
      switch formula {
      case .ended, .inflow: false
      default: true
      }
    default: true
    }
  }
}
