/// Points of a series over time that chance alone would seldom leave so.
public struct ChartSignal: Sendable, Equatable {
  public enum Rule: Sendable, Equatable, CaseIterable {
    /// One point beyond a limit.
    case beyondLimit
    /// Eight points or more in a row on one side of the middle.
    case oneSided
    /// Three of four points in a row nearer to one limit than to the middle.
    case nearLimit
  }

  public enum Side: Sendable, Equatable {
    case above
    case below
  }

  public let rule: Rule
  public let side: Side
  /// The indices from the first to the last point that makes the signal.
  public let points: ClosedRange<Int>

  public init(_ rule: Rule, _ side: Side, _ points: ClosedRange<Int>) {
    self.rule = rule
    self.side = side
    self.points = points
  }
}
