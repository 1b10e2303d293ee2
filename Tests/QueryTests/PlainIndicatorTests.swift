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
      for turn in 0..<4 {
        var scope = Self.scope(&random)
        // Three questions about what is asked most, one about anything.
        if turn < 3 { scope.dimensions = Self.groupings[(Int(seed) * 3 + turn) % Self.groupings.count] }
        for indicators in Self.sets(scope) {
          let differences = try Self.differences(indicators, scope, projection, model, history.origins)
          compared += 1
          #expect(differences.isEmpty, "seed \(seed): \(differences.prefix(5).joined(separator: "\n"))")
        }
      }
    }
    #expect(compared > 1000, "as many questions as there should be")
  }

  @Test func `behind every figure are exactly the facts that the naive model counts for it`() throws {
    var compared = 0
    for seed in 1...40 as ClosedRange<UInt64> {
      let history = PlainHistory(seed: seed)
      let model = PlainIndicators(history.right)
      let projection = Self.projection(history.facts)
      var random = SplitMix(seed: seed)
      var scope = Self.scope(&random)
      if seed % 2 == 0 { scope.dimensions = Self.groupings[Int(seed / 2) % Self.groupings.count] }
      for indicator in Self.sets(scope).joined() {
        let plain = model.groups(of: indicator.id, scope) ?? [:]
        let query = Query([indicator], per: scope.dimensions, where: scope.conditions)
        for explained in try Self.explained(query, projection, history.origins) {
          let (figure, facts) = (explained.figure, explained.provenance)
          let expected = plain[explained.keys.map { $0.value ?? PlainIndicators.unknown }] ?? PlainFigure()
          let about = "seed \(seed): \(indicator.id) \(scope.conditions.map(\.text)) \(explained.keys)"
          compared += 1
          #expect(Set(facts.counted.map(Int.init)) == expected.counted, "\(about)")
          #expect(Set(facts.notCounted.map(Int.init)) == expected.notCounted, "\(about)")
          if !facts.values.isEmpty {
            #expect(abs(facts.values.reduce(0, +) - figure.numerator) < 1e-6, "\(about)")
          }
          let all = facts.counted + facts.notCounted + facts.missing
          #expect(Set(all).count == all.count, "no fact twice: \(about)")
        }
      }
    }
    #expect(compared > 3000, "as many figures as there should be")
  }

  /// Without figures of jeugdigen where nobody has a pseudonym.
  private static func explained(
    _ query: Query, _ projection: Projection, _ origins: LogOrigins
  ) throws(QueryError) -> [Explanation] {
    do throws(QueryError) {
      return try Explanation.all(query, projection, .standard, origins)
    } catch {
      guard case .needsPseudonym = error.reason else { throw error }
      return []
    }
  }

  @Test func `no figure depends on the order of lines`() throws {
    for seed in 1...60 as ClosedRange<UInt64> {
      let history = PlainHistory(seed: seed)
      let facts = history.facts
      var random = SplitMix(seed: seed)
      var scope = Self.scope(&random)
      scope.dimensions = Self.groupings[Int(seed) % Self.groupings.count]
      let projections = [facts, facts.reversed(), facts.shuffled(using: &random)].map(Self.projection)
      for indicators in Self.sets(scope) {
        let query = Query(indicators.filter { $0.unit != .jeugdigen }, per: scope.dimensions, where: scope.conditions)
        let answers = try projections.map {
          try query.evaluate(on: $0, vocabulary: .standard, origins: history.origins)
        }
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

  /// Up to three dimensions and two conditions besides one on time.
  static func scope(_ random: inout SplitMix) -> PlainScope {
    var scope = PlainScope()
    let splits = PlainHistory.values.map(\.dimension).filter { $0 != .schaal } + [.jaar, .halfjaar, .kwartaal, .maand]
    for _ in 0..<random.below(4) {
      let dimension = splits[random.below(splits.count)]
      if !scope.dimensions.contains(dimension) { scope.dimensions.append(dimension) }
    }
    for _ in 0..<[0, 0, 1, 1, 2][random.below(5)] {
      // As often as not a regio, so that something is left.
      let (dimension, values) = PlainHistory.values[random.below(random.below(2) == 0 ? 1 : PlainHistory.values.count)]
      let first = random.below(values.count)
      var asked = Array(values[first...].prefix(1 + random.below(2)))
      if random.below(6) == 0, ![.informant, .schaal, .log].contains(dimension) { asked.append(PlainScope.unknown) }
      scope.others.append(Condition(dimension, random.below(4) == 0 ? .isNot : .isEqual, asked))
    }
    if random.below(2) == 0 {
      let periods = ["2015", "2016", "2016h1", "2015h2", "2016k1", "2015k4", "2016-03"]
      let comparisons: [Comparison] = [.isEqual, .isEqual, .isAtLeast, .isAtMost, .isBefore, .isAfter]
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
    for fact in facts {
      JSONValue.object(fact.payload).canonicalBytes.withUnsafeBufferPointer {
        builder.add(kind: fact.kind, payload: $0, row: fact.line)
      }
    }
    return builder.finish()
  }

  // MARK: Comparing

  /// Each figure that is not the same, in words.
  static func differences(
    _ indicators: [Indicator], _ scope: PlainScope, _ projection: Projection, _ model: PlainIndicators,
    _ origins: LogOrigins? = nil
  ) throws -> [String] {
    var asked = indicators
    let result: QueryResult
    do {
      // Of jeugdigen nothing can be said where nobody has a pseudonym.
      result = try Query(asked, per: scope.dimensions, where: scope.conditions)
        .evaluate(on: projection, vocabulary: .standard, origins: origins)
    } catch {
      guard case .needsPseudonym = error.reason else { throw error }
      asked.removeAll { $0.unit == .jeugdigen }
      return try differences(asked, scope, projection, model, origins)
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
