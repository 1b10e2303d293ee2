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
  /// for instroom that of the start. With `narrowed(to:of:)` it explains one row.
  public func provenance(
    of indicator: Indicator,
    on projection: Projection,
    vocabulary: Vocabulary
  ) throws(QueryError) -> Provenance {
    var question = self
    question.indicators = [indicator]
    question.dimensions = []
    let evaluation = try Evaluation(question, projection, vocabulary)
    return evaluation.provenance(of: indicator.formula)
  }
}

extension Evaluation {
  func provenance(of formula: Formula) -> Provenance {
    switch formula {
    case .ended(let numerator, let denominator): provenanceOfEnded(numerator, denominator)
    case .outflow: provenanceOfEnded(.all, .all)
    case .goals, .goalsPerTraject: provenanceOfGoals()
    case .satisfaction: provenanceOfAnswers()
    case .response: provenanceOfResponse()
    case .inflow: provenanceOfInflow()
    case .duration: provenanceOfDuration()
    }
  }

  /// The rows of a cohort that the question is about.
  private func rows(_ cohort: CaseTable.Cohort) -> [Int] {
    let groups = groups(of: cohort)
    return groups.indices.filter { groups[$0] >= 0 }
  }

  private func provenanceOfEnded(_ numerator: ReasonSet, _ denominator: ReasonSet) -> Provenance {
    var result = Provenance()
    for row in rows(.ended) {
      let reason = Int(cases.reasons[row])
      if numerator.contains(code: reason) {
        result.counted.append(cases.ended.lines[row])
      } else if denominator.contains(code: reason) {
        result.notCounted.append(cases.ended.lines[row])
      } else {
        result.missing.append(cases.ended.lines[row])
      }
    }
    return result
  }

  private func provenanceOfGoals() -> Provenance {
    var result = Provenance()
    guard let goalTable else { return result }
    let groups = groups(of: .ended)
    for (row, outcome) in goalTable.outcomes.enumerated() {
      let end = Int(goalTable.endRows[row])
      guard end >= 0, groups[end] >= 0 else { continue }
      let line = cases.goals.lines[row]
      switch outcome {
      case .reached: result.counted.append(line)
      case .notReached: result.notCounted.append(line)
      case .notEvaluated: result.missing.append(line)
      case .notAtEnd: break
      }
    }
    return result
  }

  private func provenanceOfAnswers() -> Provenance {
    var result = Provenance()
    guard let answerTable else { return result }
    let (endedGroups, looseGroups) = (groups(of: .ended), groups(of: .loose))
    var asked = [Bool](repeating: false, count: answerTable.scores.count)
    for (row, end) in answerTable.endRows.enumerated() where end >= 0 { asked[row] = endedGroups[Int(end)] >= 0 }
    for (loose, row) in cases.looseRows.enumerated() { asked[Int(row)] = looseGroups[loose] >= 0 }
    for row in asked.indices where asked[row] && answerTable.informantOf[row] >= 0 && answerTable.scaleOf[row] >= 0 {
      let line = cases.answers.lines[row]
      if answerTable.counts(row, leavingOutSurvey: filter.comparesAanbieders) {
        result.counted.append(line)
      } else {
        result.missing.append(line)
      }
    }
    return result
  }

  private func provenanceOfResponse() -> Provenance {
    var result = Provenance()
    guard let answerTable else { return result }
    var hasAnswer = [Bool](repeating: false, count: cases.ended.rowCount)
    for row in answerTable.scores.indices where answerTable.endRows[row] >= 0 {
      if answerTable.counts(row, leavingOutSurvey: filter.comparesAanbieders) {
        hasAnswer[Int(answerTable.endRows[row])] = true
      }
    }
    for row in rows(.ended) {
      let line = cases.ended.lines[row]
      if cases.reasons[row] == 0 {
        result.missing.append(line)
      } else if hasAnswer[row] {
        result.counted.append(line)
      } else {
        result.notCounted.append(line)
      }
    }
    return result
  }

  private func provenanceOfInflow() -> Provenance {
    Provenance(counted: rows(.started).map { cases.started.lines[$0] })
  }

  private func provenanceOfDuration() -> Provenance {
    var result = Provenance()
    let (starts, ends) = (cases.started.days("datum"), cases.ended.days("datum"))
    for row in rows(.ended) {
      let start = Int(cases.startOfEnded[row])
      if start >= 0, starts[start] != FactTable.noDay, starts[start] <= ends[row] {
        result.counted.append(cases.ended.lines[row])
      } else {
        result.missing.append(cases.ended.lines[row])
      }
    }
    return result
  }
}
