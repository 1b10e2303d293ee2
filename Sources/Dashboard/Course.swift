import CivilTime
import Query
import Statistics

/// A figure over consecutive quarters, its middle, the limits within which chance leaves it, and what is beyond them.
///
/// Shares get limits by their denominators (p-chart), other figures by how much neighbours differ (XmR); below eight
/// points there is only a median. The newest point does not move the limits that it is held against.
struct Course {
  struct Signal {
    let signal: ChartSignal
    let first: Period
    let last: Period
  }

  /// How many points it takes before there are limits.
  static let fewestPoints = XmRChart.fewestPoints

  let pointCount: Int
  let middle: Double
  /// Of the newest point; nil below eight points.
  let limits: Interval?
  /// The newest first.
  let signals: [Signal]

  /// Nil without a single point.
  ///
  /// - Parameters:
  ///   - figures: One a quarter, the newest last.
  ///   - scale: The ends that figures cannot go beyond; nil where there are none, but 0 for counts and durations.
  init?(_ figures: [Figure?], of indicator: Indicator, on scale: ClosedRange<Double>? = nil, upTo last: Period) {
    var periods = [last]
    while periods.count < figures.count { periods.insert(periods[0].preceding, at: 0) }
    let points = zip(periods, figures).compactMap { period, figure in
      figure.flatMap { figure in figure.value.map { (period: period, figure: figure, value: $0) } }
    }
    guard !points.isEmpty else { return nil }
    pointCount = points.count
    let values = points.map(\.value)
    let baseline = values.count - 1
    let found: [ChartSignal]
    if values.count < Self.fewestPoints {
      guard let chart = RunChart(values), let phase = chart.phases.last else { return nil }
      (middle, limits, found) = (phase.median, nil, chart.signals)
    } else if indicator.kind == .rate {
      let shares = points.compactMap { Proportion(Int(exactly: $0.figure.numerator) ?? -1, of: $0.figure.n) }
      guard shares.count == points.count, let chart = PChart(shares, baseline: baseline),
        let phase = chart.phases.last
      else { return nil }
      (middle, limits, found) = (phase.mean, chart.limits.last, chart.signals)
    } else {
      guard let chart = XmRChart(values, baseline: baseline), let phase = chart.phases.last?.limits else { return nil }
      let isFromZero = indicator.kind == .count || indicator.kind == .duration
      let bounds = scale ?? (isFromZero ? 0...Double.greatestFiniteMagnitude : nil)
      let natural = bounds.map(phase.limits.clamped) ?? phase.limits
      (middle, limits, found) = (phase.mean, natural, chart.signals)
    }
    signals = found.sorted { $0.points.upperBound > $1.points.upperBound }.map {
      Signal(signal: $0, first: points[$0.points.lowerBound].period, last: points[$0.points.upperBound].period)
    }
  }
}
