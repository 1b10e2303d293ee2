import CanonicalJSON
import CivilTime
import EventLog
import Merge
import Platform
import Query
import Statistics
import Testing
import Vocabulary

@testable import Workspace

/// From logs with corrections, retractions, conflicts and erasures to figures, against the naive models of both.
@Suite struct LoggedIndicatorTests {
  @Test func `figures of logs are those of the facts that the naive merge leaves`() throws {
    var conflicts = 0
    for seed in 1...16 as ClosedRange<UInt64> {
      let history = try LoggedHistory(seed: seed)
      let facts = try history.open("/a").facts(only: Query.neededColumns)
      let logs = try PlainLogs(at: "/a", history.files)
      conflicts += facts.state.conflicts.count
      #expect(facts.state.conflicts.count == logs.groups.count(where: PlainLogs.isConflict), "seed \(seed)")
      let model = PlainIndicators(logs.facts)
      let origins = Self.origins(facts.state.table)
      var random = SplitMix(seed: seed)
      let scopes = [[], [.regio, .jaar], [.aanbieder], [.log]].map { PlainScope(dimensions: $0) }
      for scope in scopes + (1...3).map({ _ in Self.scope(&random) }) {
        for indicators in PlainIndicatorTests.sets(scope) {
          let differences = try PlainIndicatorTests.differences(indicators, scope, facts.projection, model, origins)
          #expect(differences.isEmpty, "seed \(seed): \(differences.prefix(5).joined(separator: "\n"))")
        }
      }
    }
    #expect(conflicts > 30, "or too little was compared")
  }

  /// In which log each line stands.
  private static func origins(_ table: LineTable) -> LogOrigins {
    let branches = table.branches.filter { !$0.rows.isEmpty }.sorted {
      $0.rows.lowerBound < $1.rows.lowerBound
    }
    let names = Set(branches.map(\.log.text)).sorted()
    return LogOrigins(
      names: names,
      runs: branches.map { (Int32($0.rows.lowerBound), Int32(names.firstIndex(of: $0.log.text) ?? 0)) })
  }

  /// A question about anything, without a condition on the log, whose name nobody chose.
  private static func scope(_ random: inout SplitMix) -> PlainScope {
    var scope = PlainIndicatorTests.scope(&random)
    scope.others.removeAll { $0.dimension == .log }
    return scope
  }

  @Test func `the moves between two days make up the whole difference of every figure`() throws {
    let day = try #require(CivilDate(iso: LoggedHistory.firstDay))
    var moved = 0
    for seed in 1...12 as ClosedRange<UInt64> {
      let history = try LoggedHistory(seed: seed)
      let known = try history.open("/a").facts(only: Query.neededColumns, knownOn: day)
      let logs = try PlainLogs(at: "/a", history.files)
      let models = [PlainIndicators(logs.known(history.knownOnFirstDay).facts), PlainIndicators(logs.facts)]
      var random = SplitMix(seed: seed)
      var scope = Self.scope(&random)
      scope.dimensions.removeAll { $0 == .log }
      if seed % 2 == 0 { scope = PlainScope(dimensions: [[], [.aanbieder], [.kwartaal]][Int(seed) % 3]) }
      for indicators in PlainIndicatorTests.sets(scope) {
        for (facts, model) in zip([known.then, known.now], models) {
          let differences = try PlainIndicatorTests.differences(indicators, scope, facts.projection, model)
          #expect(differences.isEmpty, "seed \(seed): \(differences.prefix(5).joined(separator: "\n"))")
        }
        for (place, indicator) in indicators.enumerated()
        where indicator.unit != .jeugdigen && (place % 4 == Int(seed) % 4 || indicator.isOfAnswers) {
          let query = Query([indicator], per: scope.dimensions, where: scope.conditions)
          for moves in try FigureMoves.all(query, known, vocabulary: .standard) {
            moved += moves.moves.count
            let (before, after) = (moves.before, moves.after)
            let about =
              "seed \(seed): \(indicator.id) \(query.conditions.map(\.text)) \(moves.keys.map { $0.value ?? "-" })"
            let added = moves.moves.reduce(0) { $0 + $1.numerator }
            #expect(
              abs(before.numerator + added - after.numerator) < 1e-6 * max(1, abs(after.numerator)), "\(about)")
            // Of a mean over trajecten, of weighted answers or of money the facts behind it are not what n counts.
            guard indicator.kind == .rate || indicator.kind == .duration, indicator.id != "respons" else { continue }
            let isIn = { (place: Provenance.Place?) in place == .counted || place == .notCounted }
            let came = moves.moves.count { isIn($0.after) } - moves.moves.count { isIn($0.before) }
            #expect(before.n + came == after.n, "\(about)")
          }
        }
      }
    }
    #expect(moved > 50, "or too little was compared")
  }

  // MARK: Open conflicts

  @Test func `with every way to choose in every conflict a figure stays within its bounds, and reaches them`() throws {
    var reached = 0
    for seed in 100...150 as ClosedRange<UInt64> {
      let history = try LoggedHistory(seed: seed, most: 2, isOfTrajecten: true)
      let facts = try history.open("/a").facts(only: Query.neededColumns)
      let logs = try PlainLogs(at: "/a", history.files)
      let ways = Self.ways(logs)
      guard (2...64).contains(ways.count) else { continue }
      let informants = Set(
        ways.joined().filter { $0.fact.kind == "tevredenheid" }.compactMap { $0.fact.text("informant") })
      let models = ways.map { way in
        var model = PlainIndicators(PlainLogs.facts(way))
        model.moreInformants = informants
        return model
      }
      let scope = PlainScope(dimensions: seed % 2 == 0 ? [] : [.aanbieder])
      for indicators in PlainIndicatorTests.sets(scope) {
        let query = Query(indicators.filter { $0.unit != .jeugdigen }, per: scope.dimensions)
        let result = try query.evaluate(on: facts.projection, vocabulary: .standard)
        let bounds = try ConflictBounds(result, of: query, ConflictFacts(facts, vocabulary: .standard))
        for (column, indicator) in query.indicators.enumerated() {
          let answers = models.map { $0.groups(of: indicator.id, scope) ?? [:] }
          for (row, intervals) in zip(result.rows, bounds.intervals) {
            let keys = row.keys.map { $0 ?? PlainIndicators.unknown }
            reached += intervals[column] == nil ? 0 : 1
            // Where a choice brings answers on a second scale, the figure of this one stands under its name.
            let scale = row.scale.map { "\(Int($0.lowerBound))-\(Int($0.upperBound))" } ?? PlainIndicators.unknown
            let values = answers.map { $0[keys]?.value ?? $0[keys + [scale]]?.value }
            let fault = Self.fault(intervals[column], values, indicator)
            #expect(fault == nil, "seed \(seed): \(indicator.id) \(keys): \(fault ?? "")")
          }
        }
      }
    }
    #expect(reached > 10, "or too little was compared")
  }

  /// What is wrong with bounds, by the value for every way to choose; nil where nothing is.
  private static func fault(_ bounds: Interval?, _ values: [Double?], _ indicator: Indicator) -> String? {
    // A group that is not there has a number of 0.
    let known = values.compactMap { $0 ?? ([.count, .sum].contains(indicator.kind) ? 0 : nil) }
    guard let least = known.min(), let most = known.max() else { return nil }
    let isSame = { (left: Double, right: Double) in abs(left - right) < 1e-9 * max(1, abs(right)) }
    if let bounds {
      return isSame(bounds.low, least) && isSame(bounds.high, most)
        ? nil : "\(bounds.low)–\(bounds.high), but by hand \(least)–\(most)"
    }
    if isSame(least, most) || !hasBounds(indicator) || known.count < values.count { return nil }
    return "no bounds, but by hand \(least)–\(most)"
  }

  /// Every way to choose one fact of each conflict about a traject; the others stay as they are.
  private static func ways(_ logs: PlainLogs) -> [[PlainLogs.Line]] {
    var ways: [[PlainLogs.Line]] = [[]]
    for group in logs.groups {
      let isOpen = PlainLogs.isConflict(group) && group.contains { $0.fact.text("traject") != nil }
      let options = isOpen ? group : [PlainLogs.used(group)].compactMap(\.self)
      ways = ways.flatMap { way in options.map { way + [$0] } }
      if ways.count > 64 { return [] }
    }
    return ways
  }

  /// Medians and figures about coming back do not add up over trajecten.
  private static func hasBounds(_ indicator: Indicator) -> Bool {
    indicator.kind != .duration && indicator.table.isOfTraject && !indicator.id.hasPrefix("wachttijd")
      && !["herhaald_beroep", "geen_nieuwe_start", "terugstroom", "terugstroom_zorgvraag", "terugstroom_aanbieder"]
        .contains(indicator.id)
  }
}
