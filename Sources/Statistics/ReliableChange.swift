/// Whether a score changed by more than measuring twice would explain.
///
/// `RCI = (before − after) / (√2 · sd · √(1 − r))`; beyond ±1,96 the change is reliable.
/// Source: N.S. Jacobson and P. Truax, Journal of Consulting and Clinical Psychology 59 (1991).
public struct ReliableChange: Sendable, Equatable {
  public enum Judgement: Sendable, Equatable {
    case improved
    case unchanged
    case worsened
  }

  /// Positive when the score went down.
  public let index: Double
  /// The smallest difference between two scores that is reliable, in points of the instrument.
  public let criticalDifference: Double

  /// - Parameters:
  ///   - standardDeviation: Of the instrument in its norm group; above 0.
  ///   - reliability: Of the instrument, from 0 up to but not including 1.
  /// - Returns: nil when those are out of range.
  public init?(before: Double, after: Double, standardDeviation: Double, reliability: Double) {
    guard standardDeviation > 0, reliability >= 0, reliability < 1 else { return nil }
    let error = 2.0.squareRoot() * standardDeviation * (1 - reliability).squareRoot()
    index = (before - after) / error
    criticalDifference = Self.limit * error
  }

  private static let limit = 1.96

  /// - Parameter isLowGood: Whether a lower score means fewer problems, as on most lists of problems.
  public func judgement(isLowGood: Bool = true) -> Judgement {
    if abs(index) <= Self.limit { return .unchanged }
    return (index > 0) == isLowGood ? .improved : .worsened
  }
}
