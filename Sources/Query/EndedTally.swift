/// Per group, how many trajecten ended for which reden.
struct EndedTally {
  /// Six counts a group: for no known reden, and for 01 to 05.
  private var counts: [Int]

  init(_ cases: CaseTable, groups: [Int32], groupCount: Int) {
    var counts = [Int](repeating: 0, count: groupCount * 6)
    let reasons = cases.reasons
    for row in groups.indices where groups[row] >= 0 { counts[Int(groups[row]) * 6 + Int(reasons[row])] += 1 }
    self.counts = counts
  }

  /// How many trajecten of the group ended for one of those redenen.
  func count(_ group: Int, _ reasons: ReasonSet) -> Int {
    (0...5).reduce(0) { reasons.contains(code: $1) ? $0 + counts[group * 6 + $1] : $0 }
  }

  func figure(_ group: Int, numerator: ReasonSet, denominator: ReasonSet) -> Figure {
    .rate(
      count(group, numerator), of: count(group, denominator),
      missing: denominator == .all ? 0 : count(group, .all) - count(group, denominator))
  }
}
