import CanonicalJSON
import EventLog
import Merge
import Projection
import Query
import Statistics
import Vocabulary

/// Between what the figures of an answer lie while conflicts are open: with every way to choose among the facts that
/// disagree.
///
/// Figures add up over trajecten, so each traject with a conflict is counted by itself, with every choice. Medians,
/// numbers of jeugdigen and figures about coming back do not add up, and have no bounds.
public struct ConflictBounds: Sendable {
  /// By row and column of the answer; nil where no conflict moves the figure or it has no bounds.
  public let intervals: [[Interval?]]
  /// How many conflicts are about facts that the answer counts.
  public let conflictCount: Int
  /// How many are about facts that every traject shares, such as a regio, and are not taken into account.
  public let leftOutCount: Int

  /// More ways than these to choose within one traject are not tried.
  private static let mostWays = 64

  /// - Throws: `QueryError` as `Query.evaluate`.
  /// - Complexity: O(facts) once, and for each traject with a conflict O(its facts · ways to choose).
  public init(
    _ result: QueryResult,
    of query: Query,
    _ facts: Facts,
    vocabulary: Vocabulary
  ) throws(QueryError) {
    let groups = ConflictGroups(facts, kinds: Set(query.indicators.map(\.table.rawValue)).union(Self.joined))
    leftOutCount = groups.leftOutCount
    conflictCount = groups.conflictCount
    guard !groups.all.isEmpty else {
      intervals = result.rows.map { $0.figures.map { _ in nil } }
      return
    }
    let plan = ProjectionPlan(vocabulary: vocabulary, only: Query.neededColumns)
    var question = query
    question.sortKeys = []
    question.limit = nil
    var choices = [[[[ChoiceBounds.Option]]]](
      repeating: [[[ChoiceBounds.Option]]](repeating: [], count: result.indicators.count), count: result.rows.count)
    let rowOf = Dictionary(
      result.rows.enumerated().map { ($1.keys, $0) }, uniquingKeysWith: { first, _ in first })
    for group in groups.all {
      let ways = group.ways(atMost: Self.mostWays)
      guard ways.count > 1 else { continue }
      let answers = try ways.map { rows throws(QueryError) in
        try question.evaluate(on: Self.projection(groups.shared + rows, facts.state, plan), vocabulary: vocabulary)
      }
      for keys in Set(answers.flatMap { $0.rows.map(\.keys) }) {
        guard let row = rowOf[keys] else { continue }
        for column in result.indicators.indices {
          let figures = answers.map { answer in answer.rows.first { $0.keys == keys }?.figures[column] }
          // The first way is the one that figures use now.
          let options = figures.map { figure in
            ChoiceBounds.Option(
              numerator: (figure?.numerator ?? 0) - (figures[0]?.numerator ?? 0),
              denominator: Double((figure?.n ?? 0) - (figures[0]?.n ?? 0)))
          }
          if options.contains(where: { $0.numerator != 0 || $0.denominator != 0 }) {
            choices[row][column].append(options)
          }
        }
      }
    }
    intervals = result.rows.indices.map { row in
      result.indicators.indices.map { column in
        let figure = result.rows[row].figures[column]
        return Self.interval(figure, result.indicators[column], choices[row][column])
      }
    }
  }

  /// Kinds that decide where the facts of a traject count.
  private static let joined: Set<String> = ["traject_gestart", "traject_beeindigd"]

  private static func interval(
    _ figure: Figure, _ indicator: Indicator, _ choices: [[ChoiceBounds.Option]]
  ) -> Interval? {
    if choices.isEmpty { return nil }
    switch indicator.measure {
    case .share, .shareOfTrajecten, .mean, .scaleMean, .answered, .goalAttainmentScore:
      return ChoiceBounds.ofRatio(figure.numerator, Double(figure.n), choices)
    case .count, .sum, .stock: return ChoiceBounds.ofSum(figure.numerator, choices)
    case .median, .jeugdigen, .survivalMedian, .ratio, .depletion: return nil
    }
  }

  private static func projection(_ rows: [Int], _ state: MergedState, _ plan: ProjectionPlan) -> Projection {
    let builder = ProjectionBuilder(plan)
    for row in rows.sorted() {
      builder.add(kind: state.table.kindName(row), payload: state.table.payload(row), row: row)
    }
    return builder.finish()
  }
}

/// The facts of each traject that has a conflict, by the ways to choose among them.
private struct ConflictGroups {
  struct Group {
    /// Facts that are the same whatever is chosen.
    var fixed: [Int] = []
    /// Of each conflict its facts, the one that counts now first.
    var conflicts: [[Int]] = []

    /// The rows of each way to choose, the way things are now first.
    func ways(atMost limit: Int) -> [[Int]] {
      var ways = [fixed]
      for conflict in conflicts where ways.count * conflict.count <= limit {
        ways = conflict.flatMap { row in ways.map { $0 + [row] } }
      }
      // What was left out of the choosing still counts, as it does now.
      return ways
    }
  }

  private(set) var all: [Group] = []
  /// Facts that no traject has to itself: regions, aanbieders, instruments.
  private(set) var shared: [Int] = []
  private(set) var conflictCount = 0
  private(set) var leftOutCount = 0

  init(_ facts: Facts, kinds: Set<String>) {
    let (state, projection) = (facts.state, facts.projection)
    var conflicts: [String: [[Int]]] = [:]
    for conflict in state.conflicts {
      guard let first = conflict.rows.first, kinds.contains(state.table.kindName(first)) else { continue }
      conflictCount += 1
      guard let traject = state.table.payloadObject(first)?["traject"]?.stringValue else {
        leftOutCount += 1
        continue
      }
      conflicts[traject, default: []].append(conflict.rows.sorted { state.isUsed[$0] && !state.isUsed[$1] })
    }
    if conflicts.isEmpty { return }
    let inConflict = Set(conflicts.values.joined().joined())
    var groupOfCode: [Int32: Int] = [:]
    for traject in conflicts.keys.sorted() {
      if let code = projection.strings.code(of: traject) { groupOfCode[code] = all.count }
      all.append(Group(conflicts: conflicts[traject] ?? []))
    }
    for kind in Query.neededColumns.keys.sorted() {
      let table = projection.table(kind)
      guard Query.neededColumns[kind]?.contains("traject") == true else {
        if table.rowCount <= 5000 { shared += table.lines.map(Int.init) }
        continue
      }
      for (row, code) in table.codes("traject").enumerated() {
        guard let group = groupOfCode[code] else { continue }
        let line = Int(table.lines[row])
        if !inConflict.contains(line) { all[group].fixed.append(line) }
      }
    }
    shared = shared.filter { !inConflict.contains($0) }
  }
}
