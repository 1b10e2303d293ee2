/// Looks for signals in one phase of a chart: points that share a definition and so a middle.
///
/// Source: D.J. Wheeler, Understanding Variation (2nd edition, 2000), for the three rules.
struct ChartRules {
  /// What a point is held against; a run chart has a middle only.
  struct Line {
    let middle: Double
    let limits: Interval?
  }

  /// How many points in a row on one side are a signal.
  static let runLength = 8

  private let values: [Double]
  private let lines: [Line]
  private let phase: Range<Int>
  /// Differences up to this are rounding: a mean of equal values may miss them in the last digit.
  private let tolerance: Double

  /// - Parameters:
  ///   - values: The whole series.
  ///   - lines: One a point.
  ///   - phase: The points to look at, within `values`.
  init(_ values: [Double], _ lines: [Line], in phase: Range<Int>) {
    self.values = values
    self.lines = lines
    let phase = phase.clamped(to: 0..<min(values.count, lines.count))
    self.phase = phase
    tolerance = 1e-12 * values[phase].reduce(0) { max($0, abs($1)) }
  }

  func beyondLimit() -> [ChartSignal] {
    phase.compactMap { index in
      guard let limits = lines[index].limits else { return nil }
      if values[index] - limits.high > tolerance { return ChartSignal(.beyondLimit, .above, index...index) }
      if limits.low - values[index] > tolerance { return ChartSignal(.beyondLimit, .below, index...index) }
      return nil
    }
  }

  /// - Parameter skippingMiddle: Whether a point on the middle is passed over; otherwise it ends the run.
  func oneSided(skippingMiddle: Bool) -> [ChartSignal] {
    var signals: [ChartSignal] = []
    var run: (side: ChartSignal.Side, points: ClosedRange<Int>, count: Int)?
    func end() {
      if let run, run.count >= Self.runLength { signals.append(ChartSignal(.oneSided, run.side, run.points)) }
      run = nil
    }
    for index in phase {
      guard let side = side(of: index) else {
        if !skippingMiddle { end() }
        continue
      }
      if let going = run, going.side == side {
        run = (side, going.points.lowerBound...index, going.count + 1)
      } else {
        end()
        run = (side, index...index, 1)
      }
    }
    end()
    return signals
  }

  /// Windows that overlap are one signal.
  func nearLimit() -> [ChartSignal] {
    var signals: [ChartSignal] = []
    for side in [ChartSignal.Side.above, .below] {
      var found: ClosedRange<Int>?
      for start in phase where phase.upperBound - start >= 4 {
        let near = (start..<start + 4).filter { isNearLimit($0, side) }
        guard near.count >= 3, let first = near.first, let last = near.last else { continue }
        if let earlier = found, first <= earlier.upperBound {
          found = earlier.lowerBound...max(earlier.upperBound, last)
        } else {
          if let found { signals.append(ChartSignal(.nearLimit, side, found)) }
          found = first...last
        }
      }
      if let found { signals.append(ChartSignal(.nearLimit, side, found)) }
    }
    return signals.sorted { $0.points.lowerBound < $1.points.lowerBound }
  }

  private func side(of index: Int) -> ChartSignal.Side? {
    if values[index] - lines[index].middle > tolerance { return .above }
    if lines[index].middle - values[index] > tolerance { return .below }
    return nil
  }

  private func isNearLimit(_ index: Int, _ side: ChartSignal.Side) -> Bool {
    guard let limits = lines[index].limits else { return false }
    // Halfway is not nearer; beyond the limit is.
    switch side {
    case .above: return values[index] - (lines[index].middle + limits.high) / 2 > tolerance
    case .below: return (lines[index].middle + limits.low) / 2 - values[index] > tolerance
    }
  }
}

/// The phases of a series: from one break to the next.
enum ChartPhases {
  /// - Parameter breaks: Indices of the first point of each new phase, in any order; those without points on both sides
  ///   break nothing.
  static func ranges(count: Int, breaks: some Sequence<Int>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for next in Set(breaks).filter({ $0 > 0 && $0 < count }).sorted() {
      ranges.append(start..<next)
      start = next
    }
    if count > start { ranges.append(start..<count) }
    return ranges
  }
}
