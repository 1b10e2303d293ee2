import Statistics

/// Per group, what came of the goals of ended trajecten.
struct GoalTally {
  private var reached: [Int]
  private var evaluated: [Int]
  private var notEvaluated: [Int]
  /// Per group, the mean over trajecten of the share reached.
  private var shares: [Mean]
  private var trajectenWithout: [Int]

  init(_ goals: GoalTable, groups: [Int32], groupCount: Int, perTraject: Bool) {
    let zeros = [Int](repeating: 0, count: groupCount)
    (reached, evaluated, notEvaluated, trajectenWithout) = (zeros, zeros, zeros, zeros)
    shares = [Mean](repeating: Mean(), count: perTraject ? groupCount : 0)
    var reachedOf = [Int32](repeating: 0, count: perTraject ? groups.count : 0)
    var evaluatedOf = reachedOf
    for row in goals.outcomes.indices {
      let end = Int(goals.endRows[row])
      guard end >= 0, groups[end] >= 0 else { continue }
      let group = Int(groups[end])
      switch goals.outcomes[row] {
      case .notAtEnd: continue
      case .notEvaluated: notEvaluated[group] += 1
      case .reached, .notReached:
        let one = goals.outcomes[row] == .reached ? 1 : 0
        reached[group] += one
        evaluated[group] += 1
        if perTraject {
          reachedOf[end] += Int32(truncatingIfNeeded: one)
          evaluatedOf[end] += 1
        }
      }
    }
    for end in evaluatedOf.indices where groups[end] >= 0 {
      if evaluatedOf[end] > 0 {
        shares[Int(groups[end])].add(Double(reachedOf[end]) / Double(evaluatedOf[end]))
      } else {
        trajectenWithout[Int(groups[end])] += 1
      }
    }
  }

  func figure(_ group: Int) -> Figure {
    .rate(reached[group], of: evaluated[group], missing: notEvaluated[group])
  }

  /// Only when it was made with `perTraject`.
  func figurePerTraject(_ group: Int) -> Figure {
    .mean(shares[group], on: 0...1, missing: trajectenWithout[group])
  }
}
