import Projection

/// Per group, the days from start to end of ended trajecten.
struct DurationTally {
  private var days: [[Double]]
  private var withoutStart: [Int]

  init(_ cases: CaseTable, groups: [Int32], groupCount: Int) {
    days = [[Double]](repeating: [], count: groupCount)
    withoutStart = [Int](repeating: 0, count: groupCount)
    let (starts, ends) = (cases.started.days("datum"), cases.ended.days("datum"))
    for row in groups.indices where groups[row] >= 0 {
      let start = Int(cases.startOfEnded[row])
      // An end before its start is a fault in one of the two, and no duration.
      if start >= 0, starts[start] != FactTable.noDay, starts[start] <= ends[row] {
        days[Int(groups[row])].append(Double(ends[row] - starts[start]))
      } else {
        withoutStart[Int(groups[row])] += 1
      }
    }
  }

  func figure(_ group: Int) -> Figure {
    .duration(days[group], missing: withoutStart[group])
  }
}
