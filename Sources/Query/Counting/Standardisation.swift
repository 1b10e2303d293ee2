import Statistics

/// What each unit counted against what trajecten like its own count everywhere: O/E, so that one with heavier
/// trajecten is not taken for a worse one.
///
///     let standardisation = try Standardisation(uitval, per: .aanbieder, on: Cases(projection, .standard))
///     standardisation?.row("zee-003")?.result?.ratio  // 0.915: fewer than such trajecten have elsewhere
///
/// The reference is everything that the conditions leave, the unit itself among it; conditions on the unit say which rows
/// there are, and do not narrow the reference. What is not known of a traject is a stratum of its own. Ratios stand each
/// against the reference, not against each other (see `IndirectStandardisation`).
public struct Standardisation: Sendable, Equatable {
  public struct Row: Sendable, Equatable {
    /// Nil for trajecten of which the unit is not known.
    public let key: String?
    /// As counted, without regard to strata.
    public let crude: Figure
    /// O, E and O/E with its interval, and the strata; nil where nothing is expected or nothing counts.
    public let result: IndirectStandardisation?
  }

  public let indicator: Indicator
  public let unit: Dimension
  /// What trajecten are alike in.
  public let strata: [Dimension]
  /// In alphabetical order of their keys; what is not known stands last.
  public let rows: [Row]
  /// The share in the whole reference; nil when nothing counts.
  public let reference: Proportion?

  /// What trajecten are always compared by where they can be.
  public static let usualStrata: [Dimension] = [.hulpvorm, .leeftijdsgroep]

  /// Whether it is a share of trajecten, so that each traject counts or does not.
  public static func applies(to indicator: Indicator) -> Bool {
    guard case .share = indicator.measure else { return false }
    return indicator.table == .started || indicator.table == .ended
  }

  /// Nil when `applies(to:)` does not hold, or the indicator cannot be split by the unit or a stratum.
  ///
  /// - Throws: `QueryError` as `Query.evaluate`.
  /// - Complexity: Two evaluations.
  public init?(
    _ indicator: Indicator,
    per unit: Dimension,
    where conditions: [Condition] = [],
    strata: [Dimension] = Standardisation.usualStrata,
    on cases: Cases
  ) throws(QueryError) {
    let all = try Self.all([indicator], per: unit, where: conditions, strata: strata, on: cases)
    guard let one = all.first else { return nil }
    self = one
  }

  /// Those of several indicators, in their order, without those that there is none of.
  ///
  /// - Throws: `QueryError` as `Query.evaluate`.
  /// - Complexity: Two evaluations for each table that the indicators count.
  public static func all(
    _ indicators: [Indicator],
    per unit: Dimension,
    where conditions: [Condition] = [],
    strata: [Dimension] = Standardisation.usualStrata,
    on cases: Cases
  ) throws(QueryError) -> [Standardisation] {
    let strata = strata.filter { $0 != unit }
    let possible = indicators.filter { applies(to: $0) && $0.has(unit) && strata.allSatisfy($0.has) }
    var found: [String: Standardisation] = [:]
    // Of one table all have the same rows, as they have alone.
    for table in Set(possible.map(\.table)) {
      let alike = possible.filter { $0.table == table }
      let crude = try Query(alike, per: [unit], where: conditions).evaluate(on: cases)
      let all = try Query(alike, per: [unit] + strata, where: conditions.filter { $0.dimension != unit })
        .evaluate(on: cases)
      for (place, indicator) in alike.enumerated() {
        found[indicator.definition] = Standardisation(indicator, place, unit, strata, crude: crude, all)
      }
    }
    return possible.compactMap { found[$0.definition] }
  }

  /// - Parameters:
  ///   - place: The indicator's among those of the answers.
  ///   - crude: By unit.
  ///   - all: By unit and stratum, of all that is compared with.
  private init(
    _ indicator: Indicator, _ place: Int, _ unit: Dimension, _ strata: [Dimension], crude: QueryResult,
    _ all: QueryResult
  ) {
    var sums: [[String?]: (hits: Int, n: Int)] = [:]
    var ofUnit: [String?: [(stratum: [String?], n: Int)]] = [:]
    for row in all.rows {
      let (stratum, figure) = (Array(row.keys.dropFirst()), row.figures[place])
      sums[stratum, default: (0, 0)].hits += Int(figure.numerator)
      sums[stratum, default: (0, 0)].n += figure.n
      ofUnit[row.keys[0], default: []].append((stratum, figure.n))
    }
    let references = sums.compactMapValues { Proportion($0.hits, of: $0.n) }
    (self.indicator, self.unit, self.strata) = (indicator, unit, strata)
    reference = Proportion(sums.values.reduce(0) { $0 + $1.hits }, of: sums.values.reduce(0) { $0 + $1.n })
    rows = crude.rows.map { row in
      let own = (ofUnit[row.keys[0]] ?? []).compactMap { part in
        references[part.stratum].flatMap { IndirectStandardisation.Stratum(count: part.n, reference: $0) }
      }
      return Row(
        key: row.keys[0], crude: row.figures[place],
        result: IndirectStandardisation(observed: Int(row.figures[place].numerator), strata: own))
    }
  }

  /// The row of that unit; nil when it has none.
  public func row(_ key: String) -> Row? { rows.first { $0.key == key } }
}
