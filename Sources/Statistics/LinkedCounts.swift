/// Counts that nobody sees by themselves, and the sums of them that tables show.
///
/// Every table of the same things, split in whatever way, earlier ones too, shows sums over the same parts: people who
/// have everything in common that any of the tables looks at. So tables are linked through their parts, and what can be
/// worked out of all of them together is what can be worked out of the sums.
///
///     let counts = LinkedCounts([3, 37, 12, 28], sums: [[0], [0, 1], [0, 2], [0, 1, 2, 3]])
///     counts?.total(2)  // 15
public struct LinkedCounts: Sendable, Equatable {
  /// The count of each part.
  public let parts: [Int]
  /// The numbers of the parts that each sum is over, in rising order; one that counts several times stands there as often.
  public let sums: [[Int]]

  /// Nil when a count is below 0, when a sum names a part that there is not, or when all counts together do not fit an
  /// integer.
  ///
  /// - Complexity: O(*n* log *n*) in all that the sums name.
  public init?(_ parts: [Int], sums: [[Int]]) {
    var all = 0
    for count in parts {
      let (next, hasOverflown) = all.addingReportingOverflow(count)
      guard count >= 0, !hasOverflown else { return nil }
      all = next
    }
    let sorted = sums.map { $0.sorted() }
    for sum in sorted {
      guard sum.allSatisfy(parts.indices.contains) else { return nil }
    }
    self.parts = parts
    self.sums = sorted
  }

  /// The number that a sum comes to.
  public func total(_ sum: Int) -> Int { sums[sum].reduce(0) { $0 + parts[$1] } }
}
