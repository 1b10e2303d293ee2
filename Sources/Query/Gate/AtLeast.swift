/// What "at least so many" is said with: 5, 10, 15, 20, 25, 30, 40, 50, 75, and the same times powers of ten.
enum AtLeast {
  /// The largest step that is not above `n`; 0 below the first.
  static func step(_ n: Int) -> Int { steps(around: n).lower }

  /// The numbers of which the same is said.
  static func same(_ n: Int) -> ClosedRange<Int> {
    let (lower, upper) = steps(around: n)
    return lower...max(lower, upper - 1)
  }

  /// The last step that is not above a number, and the first that is.
  private static func steps(around n: Int) -> (lower: Int, upper: Int) {
    var (lower, scale) = (0, 1)
    while true {
      for step in scale == 1 ? [5, 10, 15, 20, 25, 30, 40, 50, 75] : [10, 15, 20, 25, 30, 40, 50, 75] {
        if step * scale > n { return (lower, step * scale) }
        lower = step * scale
      }
      if scale >= 1_000_000_000_000 { return (lower, max(lower, n) &+ 1) }
      scale *= 10
    }
  }
}
