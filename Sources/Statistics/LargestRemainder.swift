/// Divides an amount over parties so that the parts add up to it to the cent.
///
/// Each part is first rounded down; the cents left over go one each to the largest remainders, and among equal
/// remainders to the one that comes first. So no part is more than a cent from its exact value.
/// Source: the method of Hamilton and Hare, as in M.L. Balinski and H.P. Young, Fair Representation (1982).
public enum LargestRemainder {
  /// The parts in the order of `weights`, in cents.
  ///
  ///     LargestRemainder.allocate(cents: 100, by: [1, 1, 1])  // 34, 33, 33
  ///
  /// A negative amount is divided as the positive one is. Who has weight 0 gets nothing.
  ///
  /// - Parameter weights: Such as the inhabitants of each gemeente.
  /// - Returns: nil when no weight is above 0, one is below, or their sum does not fit an integer.
  /// - Complexity: O(*n* log *n*) in weights.
  public static func allocate(cents: Int, by weights: [Int]) -> [Int]? {
    var total = 0
    for weight in weights {
      let (sum, hasOverflown) = total.addingReportingOverflow(weight)
      guard weight >= 0, !hasOverflown else { return nil }
      total = sum
    }
    guard total > 0 else { return nil }
    let divisor = total.magnitude
    var (parts, remainders) = ([UInt](), [UInt]())
    var left = cents.magnitude
    for weight in weights {
      // The quotient fits: no weight is larger than their sum.
      let product = cents.magnitude.multipliedFullWidth(by: weight.magnitude)
      let (quotient, remainder) = divisor.dividingFullWidth(product)
      parts.append(quotient)
      remainders.append(remainder)
      left -= quotient
    }
    let byRemainder = remainders.indices.sorted { (remainders[$1], $0) < (remainders[$0], $1) }
    // There are fewer cents left than parts with a remainder.
    for (index, _) in zip(byRemainder, 0..<left) { parts[index] += 1 }
    return parts.map { part in
      // Only the amount itself can be as far from 0 as the smallest integer.
      cents < 0 ? (part == Int.min.magnitude ? .min : -Int(part)) : Int(part)
    }
  }
}
