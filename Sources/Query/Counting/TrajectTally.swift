import Projection
import Statistics

/// The mean over trajecten of something that each one's goals make together.
struct TrajectTally: Tally {
  private let slots: Slots
  private var means: [Mean]
  /// Ended trajecten without a counted row.
  private var without: [Int]
  private let scale: ClosedRange<Double>?

  /// The share of each traject's counted rows that are hits.
  init(sharesOf rows: CountedRows, ends: Cells<Int32>, endedGroups: [Int32]) {
    var hits = [Int32](repeating: 0, count: endedGroups.count)
    var counted = hits
    for row in rows.slotOf.indices where rows.isCounted(row) {
      let end = Int(ends[row])
      counted[end] += 1
      if rows.classes[row] == RowClass.hit.rawValue { hits[end] += 1 }
    }
    self.init(rows.slots, endedGroups, scale: 0...1) { end in
      counted[end] > 0 ? Double(hits[end]) / Double(counted[end]) : nil
    }
  }

  /// The T-score of each traject's counted goals.
  init(goalsOf rows: CountedRows, scores: Cells<Double>, weights: [Double], ends: Cells<Int32>, endedGroups: [Int32]) {
    let goals = Self.goals(of: rows, scores: scores, weights: weights, ends: ends)
    self.init(rows.slots, endedGroups, scale: nil) { end in
      goals[Int32(truncatingIfNeeded: end)].flatMap { GoalAttainment.tScore(of: $0) }
    }
  }

  private init(
    _ slots: Slots,
    _ endedGroups: [Int32],
    scale: ClosedRange<Double>?,
    _ value: (Int) -> Double?
  ) {
    self.slots = slots
    self.scale = scale
    means = [Mean](repeating: Mean(), count: slots.groupCount)
    without = [Int](repeating: 0, count: slots.groupCount)
    for end in endedGroups.indices where endedGroups[end] >= 0 {
      if let value = value(end) {
        means[Int(endedGroups[end])].add(value)
      } else {
        without[Int(endedGroups[end])] += 1
      }
    }
  }

  func figure(_ cell: Evaluation.Cell) -> Figure {
    .mean(means[cell.group], on: scale, missing: without[cell.group])
  }
}
