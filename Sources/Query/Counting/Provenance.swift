import Projection
import Vocabulary

/// The facts behind one figure, by the line numbers that the caller gave them.
public struct Provenance: Sendable, Equatable {
  /// What a fact is to a figure, under the name that other programs know.
  public enum Place: String, Sendable, CaseIterable {
    case counted
    case notCounted = "not_counted"
    case missing
  }

  /// Facts that count in the numerator; for a mean, a duration or a count all that count.
  public var counted: [Int32] = []
  /// Facts that count in the denominator alone.
  public var notCounted: [Int32] = []
  /// Facts that should have been in the denominator, but for what is not known of them.
  public var missing: [Int32] = []
  /// What each counted fact adds to the numerator; empty where that is 1 each.
  public var values: [Double] = []
  /// The places of the indicator's rules by which they were counted.
  public var rules: [Int] = [0]

  public init(counted: [Int32] = [], notCounted: [Int32] = [], missing: [Int32] = [], values: [Double] = []) {
    self.values = values
    self.counted = counted
    self.notCounted = notCounted
    self.missing = missing
  }

  public func lines(_ place: Place) -> [Int32] {
    switch place {
    case .counted: counted
    case .notCounted: notCounted
    case .missing: missing
    }
  }
}

extension Query {
  /// The question for a single row of an answer: the same conditions, and the row's own values.
  public func narrowed(to row: QueryResult.Row, of result: QueryResult) -> Query {
    var narrowed = self
    narrowed.rowLengths = periodLengths
    narrowed.dimensions = []
    narrowed.sortKeys = []
    narrowed.limit = nil
    for (dimension, key) in zip(result.dimensions, row.keys) {
      if let key {
        narrowed.conditions.append(Condition(dimension, .isEqual, [key]))
      } else if dimension != .informant, dimension != .schaal {
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
    try provenance(of: indicator, on: Cases(projection, vocabulary), origins: origins)
  }

  /// The same, for who asks several questions of the same facts.
  public func provenance(
    of indicator: Indicator, on cases: Cases, origins: LogOrigins? = nil
  ) throws(QueryError) -> Provenance {
    var question = self
    question.indicators = [indicator]
    question.dimensions = []
    var evaluation = try Evaluation(question, cases, origins, makesFigures: false)
    var provenance = evaluation.provenance(of: indicator)
    provenance.rules = evaluation.rulesThatHold(indicator)
    return provenance
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
        if rows.isCounted(row), let answerTable {
          result.counted.append(lines[row])
          result.values.append(answerTable.scores[row] * Double(answerTable.weights[row]))
        } else {
          result.missing.append(lines[row])
        }
      }
      return result
    case .depletion(let field, let base): return provenanceOfDepletion(indicator, field, base)
    case .ratio(_, let base, _):
      let (baseRows, amounts) = self.rows(of: base)
      let baseLines = cases.facts(base.table).lines
      result.notCounted = baseRows.slotOf.indices.filter { baseRows.isCounted($0) && !amounts[$0].isNaN }
        .map { baseLines[$0] }
    default: break
    }
    let hasNumerator: Bool
    switch indicator.measure {
    case .share, .shareOfTrajecten: hasNumerator = true
    default: hasNumerator = false
    }
    let (values, divisor) = values(of: indicator, rows)
    let persons = indicator.measure == .jeugdigen ? persons(of: indicator) : nil
    for row in rows.slotOf.indices where rows.slotOf[row] >= 0 {
      switch RowClass(rawValue: rows.classes[row]) {
      case .counted where hasNumerator: result.notCounted.append(lines[row])
      // A traject that was never followed, goals that all weigh nothing, somebody without a pseudonym.
      case .counted where values?[row].isNaN == true || persons.map { $0[row] < 0 } == true:
        result.missing.append(lines[row])
      case .hit, .counted:
        result.counted.append(lines[row])
        if let values { result.values.append(values[row] / divisor) }
      case .missing: result.missing.append(lines[row])
      case .outside, nil: break
      }
    }
    return result
  }

  /// What each row adds to the numerator, and by what that is divided; nil where each counts as one.
  private func values(of indicator: Indicator, _ rows: CountedRows) -> (Cells<Double>?, per: Double) {
    func numbers(_ field: String) -> Cells<Double> { cases.numbers(field, of: indicator.table) }
    switch indicator.measure {
    case .mean(let field), .median(let field): return (numbers(field), 1)
    case .sum(let field, let per): return (numbers(field), per)
    case .ratio(let field, let base, _): return (numbers(field), base.per)
    case .survivalMedian: return (SurvivalTally.daysFollowed(cases), 1)
    case .shareOfTrajecten: return (TrajectTally.parts(sharesOf: rows, ends: cases.endRows(of: indicator.table)), 1)
    case .goalAttainmentScore:
      let parts = TrajectTally.parts(
        goalsOf: rows, scores: numbers("score"), weights: GoalWeights(cases).weights,
        ends: cases.endRows(of: indicator.table))
      return (parts, 1)
    default: return (nil, 1)
    }
  }

  private func provenanceOfResponse(_ rows: CountedRows, _ table: CountTable) -> Provenance {
    var result = Provenance()
    let (lines, groups) = (cases.facts(.ended).lines, groups(of: .rows(.ended)))
    let perGroup = rows.slots.perGroup
    let hasAnswer = Responses.answers(in: rows, ends: cases.endRows(of: table), endCount: groups.count)
    for row in groups.indices where groups[row] >= 0 {
      if !cases.hasKnownReden[row] {
        result.missing.append(lines[row])
      } else if hasAnswer[row * perGroup..<(row + 1) * perGroup].contains(true) {
        result.counted.append(lines[row])
      } else {
        result.notCounted.append(lines[row])
      }
    }
    return result
  }

  private func provenanceOfStock(_ stock: Measure.Stock) -> Provenance {
    guard let window = filter.timing.window else { return Provenance() }
    let (starts, ends) = (cases.facts(.started).days("datum"), cases.endDaysOfStarted)
    let selected = filter.withoutTime.selected(.rows(.started), in: cases)
    let lines = cases.facts(.started).lines
    return Provenance(
      counted: selected.indices.filter { row in
        selected[row] >= 0 && starts[row] != FactTable.noDay
          && StockTally.counts(stock, start: starts[row], end: ends[row], window.first, window.last)
      }.map { lines[$0] })
  }
}
