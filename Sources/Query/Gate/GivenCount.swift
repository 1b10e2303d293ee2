import Statistics

/// What a figure that is given says of a count behind it, to readers who know how it was rounded.
enum GivenCount: Hashable {
  /// A sum that lies between two numbers.
  case between(sum: Int, Int, Int)
  /// The sums of all and of the numerator of a share to one decimal.
  case share(all: Int, hit: Int)

  /// The number of all of a figure.
  ///
  /// - Parameter isCount: Whether it is the figure itself.
  static func all(_ sum: Int, _ count: Int, isCount: Bool, _ level: ReleaseLevel) -> GivenCount {
    if isCount || level == .publiek { return toFive(sum, count) }
    let same = AtLeast.same(count)
    return .between(sum: sum, same.lowerBound, same.upperBound)
  }

  /// The numerator of a share, beside the number of all.
  static func numerator(_ sum: Int, _ count: Int, of all: Int, _ level: ReleaseLevel) -> GivenCount {
    level == .publiek ? toFive(sum, count) : .share(all: all, hit: sum)
  }

  /// An order that is always the same.
  var order: [Int] {
    switch self {
    case .between(let sum, let least, let most): [0, sum, least, most]
    case .share(let all, let hit): [1, all, hit]
    }
  }

  private static func toFive(_ sum: Int, _ count: Int) -> GivenCount {
    let middle = Rounding.toFive(count)
    return .between(sum: sum, max(0, middle - 2), middle + 2)
  }
}
