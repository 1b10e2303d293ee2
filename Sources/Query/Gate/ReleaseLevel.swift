import Statistics

/// How far away figures go that leave the workspace; persons are in neither.
public enum ReleaseLevel: String, Sendable, CaseIterable {
  /// For named others: no number below the minimum, nothing that gives one away, percentages without their counts.
  case deelbaar
  /// For everybody: the same, and all counts to the nearest five.
  case publiek
}

/// At which level figures leave, from which number on, and for whom.
public struct ReleasePolicy: Sendable, Equatable {
  public let level: ReleaseLevel
  public let rule: SmallCellRule

  /// Why there is no such policy.
  public enum Problem: Error, Sendable, Equatable {
    /// Below 5, or larger than makes sense.
    case minimum(Int)
    /// A minimum below the usual ten is agreed with somebody, who has to be named.
    case needsRecipient(minimum: Int)
    case lowerInPublic(minimum: Int)
  }

  public init(_ level: ReleaseLevel, minimum: Int? = nil, recipient: String? = nil) throws(Problem) {
    let minimum = minimum ?? SmallCellRule.usualMinimum
    guard minimum <= 1_000_000, let rule = SmallCellRule(minimum: minimum) else { throw .minimum(minimum) }
    if minimum < SmallCellRule.usualMinimum {
      if level == .publiek { throw .lowerInPublic(minimum: minimum) }
      if recipient == nil { throw .needsRecipient(minimum: minimum) }
    }
    self.level = level
    self.rule = rule
  }
}
