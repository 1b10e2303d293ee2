import CanonicalJSON
import CivilTime
import Platform
import Projection
import Query
import Testing
import Vocabulary

/// Every built-in indicator says the same as the naive model of it, on facts that nobody chose.
@Suite struct PlainIndicatorTests {
  private static let groupings: [[Dimension]] = [
    [], [.aanbieder], [.regio, .jaar], [.kwartaal], [.informant], [.hulpvorm], [.inkoopmethode], [.halfjaar, .regio],
  ]

  @Test func `the naive model knows every indicator`() {
    let model = PlainIndicators([])
    for indicator in Indicator.all {
      #expect(model.groups(of: indicator.id, PlainScope()) != nil, "\(indicator.id)")
    }
  }

  @Test func `every indicator in every grouping is what the naive model counts`() throws {
    var compared = 0
    for seed in 1...200 as ClosedRange<UInt64> {
      let history = PlainHistory(seed: seed)
      let model = PlainIndicators(history.right)
      let projection = Self.projection(history.facts)
      var random = SplitMix(seed: seed)
      for turn in 0..<3 {
        var scope = Self.scope(&random)
        scope.dimensions = Self.groupings[(Int(seed) * 3 + turn) % Self.groupings.count]
        for indicators in Self.sets(scope) {
          let differences = try Self.differences(indicators, scope, projection, model)
          compared += 1
          #expect(differences.isEmpty, "seed \(seed): \(differences.prefix(5).joined(separator: "\n"))")
        }
      }
    }
    #expect(compared > 1000, "as many questions as there should be")
  }

  @Test func `the facts behind every rate are its numerator and its denominator, and behind a sum what it adds up`()
    throws
  {
    for seed in 1...12 as ClosedRange<UInt64> {
      let history = PlainHistory(seed: seed)
      let projection = Self.projection(history.facts)
      var random = SplitMix(seed: seed)
      var scope = Self.scope(&random)
      scope.dimensions = Self.groupings[Int(seed) % Self.groupings.count]
      for indicator in Self.sets(scope).joined() where indicator.unit != .jeugdigen {
        let query = Query([indicator], per: scope.dimensions, where: scope.conditions)
        for explained in try Explanation.all(query, projection, .standard) {
          let (figure, facts) = (explained.figure, explained.provenance)
          let about = "seed \(seed): \(indicator.id) \(scope.conditions.map(\.text)) \(explained.keys)"
          if indicator.kind == .rate {
            #expect(Double(facts.counted.count) == figure.numerator, "\(about)")
            #expect(facts.counted.count + facts.notCounted.count == figure.n, "\(about)")
          } else if !facts.values.isEmpty || figure.numerator != Double(facts.counted.count) {
            #expect(abs(facts.values.reduce(0, +) - figure.numerator) < 1e-6, "\(about)")
          }
          let all = facts.counted + facts.notCounted + facts.missing
          #expect(Set(all).count == all.count, "no fact twice: \(about)")
        }
      }
    }
  }

  @Test func `no figure depends on the order of lines`() throws {
    for seed in 1...60 as ClosedRange<UInt64> {
      let facts = PlainHistory(seed: seed).facts
      var random = SplitMix(seed: seed)
      var scope = Self.scope(&random)
      scope.dimensions = Self.groupings[Int(seed) % Self.groupings.count]
      let projections = [facts, facts.reversed(), facts.shuffled(using: &random)].map(Self.projection)
      for indicators in Self.sets(scope) {
        let query = Query(indicators.filter { $0.unit != .jeugdigen }, per: scope.dimensions, where: scope.conditions)
        let answers = try projections.map { try query.evaluate(on: $0, vocabulary: .standard) }
        for answer in answers.dropFirst() {
          #expect(answer.keys == answers[0].keys, "seed \(seed)")
          for (row, other) in zip(answer.rows, answers[0].rows) {
            for (column, (figure, before)) in zip(row.figures, other.figures).enumerated() {
              let isSame =
                abs(figure.numerator - before.numerator) < 1e-9 * max(1, abs(before.numerator))
                && figure.n == before.n && figure.missing == before.missing
              #expect(isSame, "seed \(seed): \(query.indicators[column].id) \(row.keys)")
            }
          }
        }
      }
    }
  }

  // MARK: Questions

  private static func scope(_ random: inout SplitMix) -> PlainScope {
    var scope = PlainScope()
    if random.below(3) == 0 { scope.regio = PlainHistory.regios[random.below(3)] }
    if random.below(6) == 0 { scope.aanbieder = PlainHistory.aanbieders[random.below(4)] }
    if random.below(2) == 0 {
      let periods = ["2015", "2016", "2016h1", "2015h2", "2016k1", "2015k4", "2016-03"]
      let comparisons: [Comparison] = [.isEqual, .isEqual, .isAtLeast, .isAtMost]
      if let period = Period(periods[random.below(periods.count)]) {
        scope.time = (period, comparisons[random.below(comparisons.count)])
      }
    }
    return scope
  }

  /// The indicators that can be split that way, in as few questions as can be.
  static func sets(_ scope: PlainScope) -> [[Indicator]] {
    let able = Indicator.all.filter { indicator in
      (scope.dimensions + scope.conditions.map(\.dimension)).allSatisfy { indicator.has($0) }
    }
    return [
      able.filter { !$0.isOfAnswers }, able.filter { $0.id == "tevredenheid" },
      able.filter { $0.isOfAnswers && $0.table == .answers && $0.id != "tevredenheid" },
      able.filter { $0.table == .withoutHelp },
    ].filter { !$0.isEmpty }
  }

  static func projection(_ facts: [PlainFact]) -> Projection {
    let builder = ProjectionBuilder(ProjectionPlan(vocabulary: .standard, only: Query.neededColumns))
    for (line, fact) in facts.enumerated() {
      JSONValue.object(fact.payload).canonicalBytes.withUnsafeBufferPointer {
        builder.add(kind: fact.kind, payload: $0, row: line)
      }
    }
    return builder.finish()
  }

  // MARK: Comparing

  /// Each figure that is not the same, in words.
  static func differences(
    _ indicators: [Indicator], _ scope: PlainScope, _ projection: Projection, _ model: PlainIndicators
  ) throws -> [String] {
    var asked = indicators
    let result: QueryResult
    do {
      // Of jeugdigen nothing can be said where nobody has a pseudonym.
      result = try Query(asked, per: scope.dimensions, where: scope.conditions)
        .evaluate(on: projection, vocabulary: .standard)
    } catch {
      guard case .needsPseudonym = error.reason else { throw error }
      asked.removeAll { $0.unit == .jeugdigen }
      return try differences(asked, scope, projection, model)
    }
    var differences: [String] = []
    for (column, indicator) in asked.enumerated() {
      let plain = model.groups(of: indicator.id, scope) ?? [:]
      var ours: [[String]: Figure] = [:]
      for row in result.rows { ours[row.keys.map { $0 ?? PlainIndicators.unknown }] = row.figures[column] }
      for key in Set(plain.keys).union(ours.keys).sorted(by: { $0.lexicographicallyPrecedes($1) })
      where !isSame(ours[key], plain[key], indicator) {
        let figure = ours[key].map { "\($0.numerator) of \($0.n), missing \($0.missing), value \($0.value ?? .nan)" }
        let expected = plain[key].map {
          "\($0.numerator) of \($0.n), missing \($0.missing), value \($0.value ?? .nan)"
        }
        differences.append(
          "\(indicator.id) per \(scope.dimensions) where \(scope.conditions.map(\.text)) \(key): "
            + "\(figure ?? "no row"), but by hand \(expected ?? "no row")")
      }
    }
    return differences
  }

  /// Whether figures are equal, where one that is not there is one of nothing. Of a ratio there is a row only where
  /// something falls in that group itself.
  private static func isSame(_ ours: Figure?, _ plain: PlainFigure?, _ indicator: Indicator) -> Bool {
    let plain = plain ?? PlainFigure()
    guard let ours else {
      return indicator.kind == .ratio || plain.n == 0 && plain.numerator == 0 && plain.missing == 0
    }
    guard abs(ours.numerator - plain.numerator) < 1e-9 * max(1, abs(plain.numerator)), ours.n == plain.n,
      ours.missing == plain.missing
    else { return false }
    guard let value = plain.value else { return ours.value == nil || (ours.n == 0 && ours.value == 0) }
    return ours.value.map { abs($0 - value) < 1e-9 * max(1, abs(value)) } ?? false
  }
}
