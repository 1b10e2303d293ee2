/// A series of single values over time with natural limits, and the signals in it.
///
/// Where a definition changed, a new phase begins: it has limits of its own, and no rule and no step runs across.
public struct XmRChart: Sendable, Equatable {
  /// Points that share a definition.
  public struct Phase: Sendable, Equatable {
    public let points: Range<Int>
    /// Nil where the phase has fewer than two points.
    public let limits: XmRLimits?
  }

  /// With fewer points the limits say little, and a `RunChart` is the better choice; that is left to the caller.
  public static let fewestPoints = 8

  public let values: [Double]
  public let phases: [Phase]
  /// By rule, and within a rule in the order of time.
  public let signals: [ChartSignal]

  /// Nil when a value is not a finite number, or a baseline has fewer than two points.
  ///
  /// - Parameters:
  ///   - values: In the order of time; a moment without a value is left out.
  ///   - breaks: Indices of the first points after a change of definition.
  ///   - baseline: How many points at the start of each phase the limits are computed from, so that a new point does not
  ///     move the limits it is held against; without one, all points.
  /// - Complexity: O(*n*) in points, plus sorting the breaks.
  public init?(_ values: [Double], breaks: [Int] = [], baseline: Int? = nil) {
    guard values.allSatisfy(\.isFinite), baseline ?? 2 >= 2 else { return nil }
    self.values = values
    phases = ChartPhases.ranges(count: values.count, breaks: breaks).map { points in
      Phase(points: points, limits: XmRLimits(values[points].prefix(baseline ?? points.count)))
    }
    let lines = phases.flatMap { phase in
      // A point without limits is its own middle, which no rule finds anything in.
      phase.points.map { ChartRules.Line(middle: phase.limits?.mean ?? values[$0], limits: phase.limits?.limits) }
    }
    let rules = phases.map { ChartRules(values, lines, in: $0.points) }
    signals =
      rules.flatMap { $0.beyondLimit() } + rules.flatMap { $0.oneSided(skippingMiddle: false) }
      + rules.flatMap { $0.nearLimit() }
  }

  /// How far each point lies from the one before it in its phase; nil for the first of a phase.
  public var movingRanges: [Double?] {
    phases.flatMap { phase in
      phase.points.map { $0 > phase.points.lowerBound ? abs(values[$0] - values[$0 - 1]) : nil }
    }
  }

  /// The indices of the points whose step from the one before them is beyond the limit for steps.
  public var largeSteps: [Int] {
    let ranges = movingRanges
    return phases.flatMap { phase in
      phase.points.filter { index in
        guard let limits = phase.limits, let range = ranges[index] else { return false }
        return range > limits.movingRangeLimit
      }
    }
  }
}
