import Projection
import Vocabulary

/// The facts behind one figure, by the line numbers that the caller gave them.
public struct Provenance: Sendable, Equatable {
  /// Facts that count in the numerator; for a mean, a duration or a count all that count.
  public var counted: [Int32] = []
  /// Facts that count in the denominator alone.
  public var notCounted: [Int32] = []
  /// Facts that should have been in the denominator, but for what is not known of them.
  public var missing: [Int32] = []

  public init(counted: [Int32] = [], notCounted: [Int32] = [], missing: [Int32] = []) {
    self.counted = counted
    self.notCounted = notCounted
    self.missing = missing
  }
}

extension Query {
  /// The question for a single row of an answer: the same conditions, and the row's own values.
  public func narrowed(to row: QueryResult.Row, of result: QueryResult) -> Query {
    var narrowed = self
    narrowed.dimensions = []
    narrowed.sortKeys = []
    narrowed.limit = nil
    for (dimension, key) in zip(result.dimensions, row.keys) {
      if let key {
        narrowed.conditions.append(Condition(dimension, .isEqual, [key]))
      } else if dimension != .informant, dimension != .schaal, !dimension.isTime {
        narrowed.conditions.append(Condition(dimension, .isEqual, ["(onbekend)"]))
      }
    }
    return narrowed
  }

  /// The facts behind the figure of `indicator`, with the question's conditions and without its dimensions.
  ///
  /// For a figure about an ended traject that is the fact of its ending; for goals and satisfaction the fact of the score;
  /// for instroom that of the start; for a ratio the facts above the line count and those under it do not. With
  /// `narrowed(to:of:)` it explains one row.
  public func provenance(
    of indicator: Indicator,
    on projection: Projection,
    vocabulary: Vocabulary,
    origins: LogOrigins? = nil
  ) throws(QueryError) -> Provenance {
    var question = self
    question.indicators = [indicator]
    question.dimensions = []
    var evaluation = try Evaluation(question, projection, vocabulary, origins, makesFigures: false)
    return evaluation.provenance(of: indicator)
  }
}

extension Evaluation {
  mutating func provenance(of indicator: Indicator) -> Provenance {
    let lines = cases.facts(indicator.table).lines
    let rows = rows(indicator)
    var result = Provenance()
    switch indicator.measure {
    case .answered: return provenanceOfResponse(rows, indicator.table)
    case .stock(let stock): return provenanceOfStock(stock)
    case .scaleMean:
      let scales = answerTable?.scaleOf ?? []
      for row in rows.slotOf.indices where rows.slotOf[row] >= 0 && scales[row] >= 0 {
        if rows.isCounted(row) { result.counted.append(lines[row]) } else { result.missing.append(lines[row]) }
      }
      return result
    case .ratio(_, let base, _), .depletion(_, let base):
      let baseRows = self.rows(of: base).0
      let baseLines = cases.facts(base.table).lines
      result.notCounted = baseRows.slotOf.indices.filter(baseRows.isCounted).map { baseLines[$0] }
    default: break
    }
    let hasNumerator: Bool
    switch indicator.measure {
    case .share, .shareOfTrajecten: hasNumerator = true
    default: hasNumerator = false
    }
    for row in rows.slotOf.indices where rows.slotOf[row] >= 0 {
      switch RowClass(rawValue: rows.classes[row]) {
      case .hit: result.counted.append(lines[row])
      case .counted where hasNumerator: result.notCounted.append(lines[row])
      case .counted: result.counted.append(lines[row])
      case .missing: result.missing.append(lines[row])
      case .outside, nil: break
      }
    }
    return result
  }

  private func provenanceOfResponse(_ rows: CountedRows, _ table: CountTable) -> Provenance {
    var result = Provenance()
    let ends = cases.endRows(of: table)
    let (lines, groups) = (cases.facts(.ended).lines, groups(of: .rows(.ended)))
    var hasAnswer = [Bool](repeating: false, count: groups.count)
    for row in rows.slotOf.indices where ends[row] >= 0 && rows.isCounted(row) { hasAnswer[Int(ends[row])] = true }
    for row in groups.indices where groups[row] >= 0 {
      if !cases.hasKnownReden[row] {
        result.missing.append(lines[row])
      } else if hasAnswer[row] {
        result.counted.append(lines[row])
      } else {
        result.notCounted.append(lines[row])
      }
    }
    return result
  }

  private func provenanceOfStock(_ stock: Measure.Stock) -> Provenance {
    guard let window = filter.timing.window else { return Provenance() }
    let (starts, endDays) = (cases.facts(.started).days("datum"), cases.facts(.ended).days("datum"))
    let selected = filter.withoutTime.selected(.rows(.started), in: cases)
    let lines = cases.facts(.started).lines
    return Provenance(
      counted: selected.indices.filter { row in
        let end = cases.endOfStarted[row]
        return selected[row] >= 0 && starts[row] != FactTable.noDay
          && StockTally.counts(
            stock, start: starts[row], end: end < 0 ? FactTable.noDay : endDays[Int(end)], window.first, window.last)
      }.map { lines[$0] })
  }
}
