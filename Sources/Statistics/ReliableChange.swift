/// Whether a score changed by more than measuring twice would explain.
///
/// `RCI = (before − after) / (√2 · sd · √(1 − r))`; beyond ±1,96 the change is reliable. Who also crossed the cut-off
/// of the instrument is recovered.
/// Source: N.S. Jacobson and P. Truax, Journal of Consulting and Clinical Psychology 59 (1991).
public struct ReliableChange: Sendable, Equatable {
  /// The classes of a change: hersteld, verbeterd, onveranderd, verslechterd.
  public enum Judgement: Sendable, Equatable, CaseIterable {
    /// Improved, and from among those with problems to among those without: hersteld.
    case recovered
    case improved
    case unchanged
    case worsened
  }

  public let before: Double
  public let after: Double
  /// Positive when the score went down.
  public let index: Double
  /// The smallest difference between two scores that is reliable, in points of the instrument.
  public let criticalDifference: Double

  /// - Parameters:
  ///   - standardDeviation: Of the instrument in its norm group; above 0.
  ///   - reliability: Of the instrument, from 0 up to but not including 1.
  /// - Returns: nil when those are out of range or a score is not a finite number.
  public init?(before: Double, after: Double, standardDeviation: Double, reliability: Double) {
    guard standardDeviation > 0, reliability >= 0, reliability < 1 else { return nil }
    let error = 2.0.squareRoot() * standardDeviation * (1 - reliability).squareRoot()
    guard error > 0, error.isFinite, ((before - after) / error).isFinite else { return nil }
    self.before = before
    self.after = after
    index = (before - after) / error
    criticalDifference = Self.limit * error
  }

  private static let limit = 1.96

  /// - Parameters:
  ///   - isLowGood: Whether a lower score means fewer problems, as on most lists of problems.
  ///   - cutOff: The mildest score that still counts as a problem; without one, nobody is called recovered.
  public func judgement(isLowGood: Bool = true, cutOff: Double? = nil) -> Judgement {
    if abs(index) <= Self.limit { return .unchanged }
    guard (index > 0) == isLowGood else { return .worsened }
    guard let cutOff else { return .improved }
    let hasCrossed = isLowGood ? before >= cutOff && after < cutOff : before <= cutOff && after > cutOff
    return hasCrossed ? .recovered : .improved
  }
}
