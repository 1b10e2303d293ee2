import Projection
import Statistics
import Vocabulary

/// What each unit counted against what trajecten like its own count everywhere: O/E, so that one with heavier
/// trajecten is not taken for a worse one.
///
///     let standardisation = try Standardisation(uitval, per: .aanbieder, on: projection, vocabulary: .standard)
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
    on projection: Projection,
    vocabulary: Vocabulary
  ) throws(QueryError) {
    let strata = strata.filter { $0 != unit }
    guard Self.applies(to: indicator), indicator.has(unit), strata.allSatisfy(indicator.has) else { return nil }
    let crude = try Query([indicator], per: [unit], where: conditions)
      .evaluate(on: projection, vocabulary: vocabulary)
    let all = try Query([indicator], per: [unit] + strata, where: conditions.filter { $0.dimension != unit })
      .evaluate(on: projection, vocabulary: vocabulary)
    var sums: [[String?]: (hits: Int, n: Int)] = [:]
    var ofUnit: [String?: [(stratum: [String?], n: Int)]] = [:]
    for row in all.rows {
      let (stratum, figure) = (Array(row.keys.dropFirst()), row.figures[0])
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
        key: row.keys[0], crude: row.figures[0],
        result: IndirectStandardisation(observed: Int(row.figures[0].numerator), strata: own))
    }
  }

  /// The row of that unit; nil when it has none.
  public func row(_ key: String) -> Row? { rows.first { $0.key == key } }
}
