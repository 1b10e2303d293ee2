/// A share as it is published: its counts to the nearest five, its percentage from the counts as they were.
///
/// Computed again from the rounded counts a percentage would be wrong by points. But beside them it says what the
/// rounding hides: 10 of 100 with 12,2 % can only have been 12 of 98. Below a few hundred that is the rule and not the
/// exception, so ask `possibleCounts` before both are published.
public struct RoundedShare: Sendable, Equatable {
  /// The numerator to the nearest five.
  public let count: Int
  /// The denominator to the nearest five.
  public let group: Int
  /// The digits of the percentage, the last `places` of them behind the comma.
  public let percentDigits: Int
  public let places: Int

  /// Nil unless 0 ≤ count ≤ group and group is above 0, when `places` is not from 0 to 16, and for groups so large that
  /// they cannot be rounded up.
  public init?(_ count: Int, of group: Int, places: Int = 1) {
    guard count >= 0, count <= group, group <= .max - 4,
      let percentDigits = ExactRatio(count, of: group)?.percentDigits(places: places)
    else { return nil }
    self.count = Rounding.toFive(count)
    self.group = Rounding.toFive(group)
    self.percentDigits = percentDigits
    self.places = places
  }

  /// The numerators that would be published in the same way, in rising order; a single one is not hidden.
  public var possibleCounts: [Int] {
    (max(0, count - 2)...count + 2).filter { numerator in
      (max(1, numerator, group - 2)...max(1, numerator, group + 2)).contains { denominator in
        RoundedShare(numerator, of: denominator, places: places) == self
      }
    }
  }
}
