import Statistics

/// Per group, informant and scale, the scores; per group and informant, who answered.
struct AnswerTally {
  private let informantCount: Int
  private let scaleCount: Int
  private var means: [Mean]
  private var pooled: [Pooled]
  /// Per group and informant: ended trajecten with a known reden, those of them with an answer, answers left out.
  private var answered: [Int]
  private var leftOut: [Int]
  private var known: [Int]
  private var unknown: [Int]
  /// The indices of the scales that counted.
  private(set) var scalesSeen: [Int] = []
  /// The codes of the instruments that counted.
  private(set) var instruments: Set<Int32> = []
  private(set) var leftOutCount = 0
  private let leavesOutSurvey: Bool
  private var lastInstrument: Int32 = -1

  /// Answers of which only the number and the mean were recorded.
  private struct Pooled {
    var count = 0
    var sum = 0.0
  }

  init(
    _ answers: AnswerTable,
    _ cases: CaseTable,
    endedGroups: [Int32],
    looseGroups: [Int32],
    groupCount: Int,
    leavesOutSurvey: Bool
  ) {
    informantCount = answers.informants.count
    scaleCount = answers.scales.count
    let cellCount = groupCount * informantCount
    means = [Mean](repeating: Mean(), count: cellCount * scaleCount)
    pooled = [Pooled](repeating: Pooled(), count: cellCount * scaleCount)
    answered = [Int](repeating: 0, count: cellCount)
    leftOut = answered
    known = [Int](repeating: 0, count: groupCount)
    unknown = known
    self.leavesOutSurvey = leavesOutSurvey
    var hasAnswer = [Bool](repeating: false, count: endedGroups.count * informantCount)
    for row in answers.scores.indices {
      let end = Int(answers.endRows[row])
      guard end >= 0, endedGroups[end] >= 0 else { continue }
      if let informant = add(row, of: answers, group: Int(endedGroups[end])) {
        hasAnswer[end * informantCount + informant] = true
      }
    }
    for (loose, row) in cases.looseRows.enumerated() where looseGroups[loose] >= 0 {
      _ = add(Int(row), of: answers, group: Int(looseGroups[loose]))
    }
    countResponse(hasAnswer, cases, endedGroups)
    scalesSeen = (0..<scaleCount).filter { scale in
      stride(from: scale, to: means.count, by: scaleCount).contains { count(inCell: $0) > 0 }
    }
  }

  /// Counts one answer; the informant's index if it did count.
  private mutating func add(_ row: Int, of answers: AnswerTable, group: Int) -> Int? {
    let (informant, scale, score) = (Int(answers.informantOf[row]), Int(answers.scaleOf[row]), answers.scores[row])
    guard informant >= 0, scale >= 0, !score.isNaN else { return nil }
    if leavesOutSurvey, answers.isFromSurvey[row] {
      leftOut[group * informantCount + informant] += 1
      leftOutCount += 1
      return nil
    }
    let cell = (group * informantCount + informant) * scaleCount + scale
    let weight = answers.weights[row]
    if weight == 0 { return nil }
    if weight == 1 {
      means[cell].add(score)
    } else {
      pooled[cell].count &+= weight
      pooled[cell].sum += Double(weight) * score
    }
    if answers.instruments[row] != lastInstrument {
      lastInstrument = answers.instruments[row]
      instruments.insert(lastInstrument)
    }
    return informant
  }

  private func count(inCell cell: Int) -> Int { means[cell].count + pooled[cell].count }

  private mutating func countResponse(_ hasAnswer: [Bool], _ cases: CaseTable, _ endedGroups: [Int32]) {
    for end in endedGroups.indices where endedGroups[end] >= 0 {
      let group = Int(endedGroups[end])
      if cases.reasons[end] == 0 {
        unknown[group] += 1
        continue
      }
      known[group] += 1
      for informant in 0..<informantCount where hasAnswer[end * informantCount + informant] {
        answered[group * informantCount + informant] += 1
      }
    }
  }

  /// Whether the group has an answer of the informant on the scale.
  func has(_ group: Int, informant: Int, scale: Int) -> Bool {
    count(inCell: (group * informantCount + informant) * scaleCount + scale) > 0
  }

  /// The mean; without an interval where some answers are known only by their mean, and so without their spread.
  ///
  /// - Parameter scale: Nil where there is no answer.
  func satisfaction(_ group: Int, informant: Int, scale: Int?, range: ClosedRange<Double>?) -> Figure {
    let cell = group * informantCount + informant
    let missing = known[group] - answered[cell] + leftOut[cell]
    guard let scale else { return .mean(Mean(), on: range, missing: missing) }
    let (mean, pooled) = (means[cell * scaleCount + scale], pooled[cell * scaleCount + scale])
    if pooled.count == 0 { return .mean(mean, on: range, missing: missing) }
    let (sum, n) = (mean.sum + pooled.sum, mean.count + pooled.count)
    return Figure(value: sum / Double(n), numerator: sum, n: n, missing: missing)
  }

  func response(_ group: Int, informant: Int) -> Figure {
    .rate(answered[group * informantCount + informant], of: known[group], missing: unknown[group])
  }
}
