/// What was counted for one indicator, ready to become figures.
protocol Tally {
  func figure(_ cell: Evaluation.Cell) -> Figure
}

/// Where the counts of a group stand: one place a group, or one for each informant of each group.
struct Slots {
  let groupCount: Int
  /// 1 where answers do not matter.
  let perGroup: Int

  var count: Int { groupCount * perGroup }

  func place(_ cell: Evaluation.Cell) -> Int { cell.group * perGroup + (perGroup > 1 ? cell.informant ?? 0 : 0) }
}

/// What a row is to an indicator.
enum RowClass: UInt8 {
  /// The indicator is not about it.
  case outside
  /// It should count, but for what is not known of it.
  case missing
  case counted
  /// It counts, and follows the rule of the numerator.
  case hit
}
