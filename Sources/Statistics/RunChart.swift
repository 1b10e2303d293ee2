/// A series over time around its median, for when there are too few points for limits.
///
/// The only signal is eight points or more in a row on one side; a point on the median neither counts nor ends the run.
/// Source: R.J. Perla, L.P. Provost and S.K. Murray, BMJ Quality & Safety 20 (2011); a run of eight is this field's
/// choice, theirs is six.
public struct RunChart: Sendable, Equatable {
  /// Points that share a definition.
  public struct Phase: Sendable, Equatable {
    public let points: Range<Int>
    public let median: Double
  }

  public let values: [Double]
  public let phases: [Phase]
  public let signals: [ChartSignal]

  /// Nil when a value is not a finite number, or a baseline has no points.
  ///
  /// - Parameters:
  ///   - values: In the order of time; a moment without a value is left out.
  ///   - breaks: Indices of the first points after a change of definition; no run goes across.
  ///   - baseline: How many points at the start of each phase the median is taken from; without one, all points.
  /// - Complexity: O(*n* log *n*) in points.
  public init?(_ values: [Double], breaks: [Int] = [], baseline: Int? = nil) {
    guard values.allSatisfy(\.isFinite), baseline ?? 1 >= 1 else { return nil }
    self.values = values
    phases = ChartPhases.ranges(count: values.count, breaks: breaks).compactMap { points in
      let median = Quantiles(Array(values[points].prefix(baseline ?? points.count))).median
      return median.map { Phase(points: points, median: $0) }
    }
    let lines = phases.flatMap { phase in
      phase.points.map { _ in ChartRules.Line(middle: phase.median, limits: nil) }
    }
    signals = phases.flatMap { ChartRules(values, lines, in: $0.points).oneSided(skippingMiddle: true) }
  }
}
