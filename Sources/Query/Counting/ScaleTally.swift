import Statistics

/// The scores of each slot, per scale: scales are never mixed.
struct ScaleTally: Tally {
  private let slots: Slots
  private let scales: [AnswerTable.Scale]
  private var means: [Mean]
  private var pooled: [Pooled]
  private let unanswered: [Int]
  /// The places of the scales that counted.
  private(set) var scalesSeen: [Int] = []
  /// The codes of the instruments that counted.
  private(set) var instruments: Set<Int32> = []
  /// Answers from the statutory survey that are left out of a comparison of aanbieders.
  private(set) var leftOutCount = 0

  /// Answers of which only the number and the mean were recorded.
  private struct Pooled {
    var count = 0
    var sum = 0.0
  }

  init(_ answers: AnswerTable, slots: Slots, slotOf: [Int32], unanswered: [Int], leavesOutSurvey: Bool) {
    self.slots = slots
    self.unanswered = unanswered
    scales = answers.scales
    means = [Mean](repeating: Mean(), count: slots.count * scales.count)
    pooled = [Pooled](repeating: Pooled(), count: slots.count * scales.count)
    var lastInstrument: Int32 = -1
    for row in slotOf.indices where slotOf[row] >= 0 {
      let (slot, scale, score) = (Int(slotOf[row]), Int(answers.scaleOf[row]), answers.scores[row])
      guard scale >= 0, !score.isNaN else { continue }
      if leavesOutSurvey, answers.isFromSurvey[row] {
        leftOutCount += 1
        continue
      }
      let weight = answers.weights[row]
      if weight == 0 { continue }
      let place = slot * scales.count + scale
      if weight == 1 {
        means[place].add(score)
      } else {
        pooled[place].count &+= weight
        pooled[place].sum += Double(weight) * score
      }
      if answers.instruments[row] != lastInstrument {
        lastInstrument = answers.instruments[row]
        instruments.insert(lastInstrument)
      }
    }
    scalesSeen = scales.indices.filter { scale in
      stride(from: scale, to: means.count, by: scales.count).contains { count(at: $0) > 0 }
    }
  }

  private func count(at place: Int) -> Int { means[place].count + pooled[place].count }

  /// Whether the cell has an answer on the scale.
  func has(_ cell: Evaluation.Cell, scale: Int) -> Bool {
    count(at: slots.place(cell) * scales.count + scale) > 0
  }

  /// The mean; without an interval where some answers are known only by their mean, and so without their spread.
  func figure(_ cell: Evaluation.Cell) -> Figure {
    let slot = slots.place(cell)
    let missing = unanswered[slot]
    guard let scale = cell.scale else { return .mean(Mean(), on: nil, missing: missing) }
    let range = scales[scale].range
    let (mean, pooled) = (means[slot * scales.count + scale], pooled[slot * scales.count + scale])
    if pooled.count == 0 { return .mean(mean, on: range, missing: missing) }
    let (sum, n) = (mean.sum + pooled.sum, mean.count + pooled.count)
    return Figure(value: sum / Double(n), numerator: sum, n: n, missing: missing)
  }
}
