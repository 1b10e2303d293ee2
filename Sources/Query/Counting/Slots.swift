/// Where the counts of a group stand: one place a group, or one for each informant of each group.
struct Slots {
  let groupCount: Int
  /// 1 where answers do not matter.
  let perGroup: Int

  var count: Int { groupCount * perGroup }

  func place(_ cell: Evaluation.Cell) -> Int { cell.group * perGroup + (perGroup > 1 ? cell.informant ?? 0 : 0) }
}
