/// Which counts of people may not leave the workspace, because somebody could be recognised in them.
///
///     SmallCellRule()?.reason(toHide: 3, of: 40)   // small
///     SmallCellRule()?.reason(toHide: 38, of: 40)  // complement: two did not
///     SmallCellRule()?.reason(toHide: 12, of: 12)  // wholeGroup: one knows it of all twelve
public struct SmallCellRule: Sendable, Equatable {
  public enum Reason: Sendable, Equatable {
    /// Above 0 and below the minimum.
    case small
    /// The rest of the group is above 0 and below the minimum.
    case complement
    /// Nobody or everybody of a small group: what is true of the group is true of each in it.
    case wholeGroup
  }

  /// The smallest count that is shown.
  public let minimum: Int
  /// In a group below this, nobody and everybody are hidden too.
  public let smallGroup: Int

  public static let usualMinimum = 10
  /// What named partners may agree on; no rule goes below it.
  public static let lowestMinimum = 5

  /// Nil when a bound is too low to protect anybody.
  ///
  /// - Parameters:
  ///   - minimum: At least 5.
  ///   - smallGroup: At least `minimum`. Without it, twice the minimum: in a smaller group every count but 0 and all
  ///     is hidden already, so that only these two would ever be seen.
  public init?(minimum: Int = usualMinimum, smallGroup: Int? = nil) {
    let (double, hasOverflown) = minimum.multipliedReportingOverflow(by: 2)
    guard minimum >= Self.lowestMinimum, !hasOverflown, smallGroup ?? double >= minimum else { return nil }
    self.minimum = minimum
    self.smallGroup = smallGroup ?? double
  }

  /// Why `count` is hidden; nil when it may be shown.
  ///
  /// - Parameters:
  ///   - count: What is below 0 or above `group` is hidden as well, as small.
  ///   - group: The number that `count` is a share of; nil when it is no share of anything. An empty group holds nobody
  ///     to protect.
  public func reason(toHide count: Int, of group: Int?) -> Reason? {
    if count < 0 || group.map({ count > $0 }) == true { return .small }
    if count > 0, count < minimum { return .small }
    guard let group, group > 0 else { return nil }
    let rest = group - count
    if rest > 0, rest < minimum { return .complement }
    return group < smallGroup && (count == 0 || rest == 0) ? .wholeGroup : nil
  }

  /// Whether two counts of which the one includes the other may both be published: their difference is a count too.
  public func allowsBoth(_ one: Int, _ other: Int) -> Bool {
    let (low, high) = (min(one, other), max(one, other))
    guard low >= 0 else { return false }
    return high == low || high - low >= minimum
  }
}
