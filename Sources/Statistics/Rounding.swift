/// Rounding of counts for publication.
public enum Rounding {
  /// The nearest multiple of five: `5·⌊n/5 + ½⌋`. Shares are never computed again from rounded counts.
  ///
  ///     Rounding.toFive(2)  // 0
  ///     Rounding.toFive(3)  // 5
  ///
  /// The one number whose nearest multiple does not fit, `Int.min`, goes to the next one up.
  public static func toFive(_ count: Int) -> Int {
    let remainder = count % 5
    switch remainder {
    case 3...: return count - remainder + 5
    case ...(-3): return count == .min ? count - remainder : count - remainder - 5
    default: return count - remainder
    }
  }
}
