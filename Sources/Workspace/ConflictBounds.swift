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
/// numbers of jeugdigen and figures about coming back do not add up, and have no bounds; nor have waiting times where an
/// aanmelding names no traject, and figures that are not about trajecten.
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
    let groups = ConflictGroups(
      facts, kinds: query.indicators.reduce(into: Self.joined) { $0.formUnion(Self.kinds($1)) })
    let hasLooseReferrals = facts.projection.table("aanmelding").codes("traject").contains { $0 < 0 }
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
    // One traject may have answers on one scale where all together have more.
    question.dimensions = result.dimensions
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
          let figures = answers.map { answer in
            answer.rows.first { $0.keys == keys }?.figures[column]
              ?? Self.withoutInformant(keys, answer, column, result.indicators[column])
          }
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
        let (figure, indicator) = (result.rows[row].figures[column], result.indicators[column])
        if hasLooseReferrals, !Self.fields(of: indicator).isDisjoint(with: Self.waits) { return nil }
        return Self.interval(figure, indicator, choices[row][column])
      }
    }
  }

  /// Kinds that decide where the facts of a traject count.
  private static let joined: Set<String> = ["traject_gestart", "traject_beeindigd"]

  /// Fields that follow from other trajecten of the same jeugdige.
  private static let ofOthers: Set<String> = [
    "eerdere_hulp", "terugkeer", "terugkeer_zelfde_zorgvraag", "terugkeer_zelfde_aanbieder", "terugkeer_dgn",
  ]

  /// Fields that follow from aanmelding and intake.
  private static let waits: Set<String> = ["wacht_aanmelding_dgn", "wacht_intake_dgn", "wachttijd_dgn"]

  private static func fields(of indicator: Indicator) -> Set<String> {
    let rule = indicator.rule
    let fields = rule.filter.fields.union(rule.counted.fields)
    return switch rule.measure {
    case .share(let numerator), .shareOfTrajecten(let numerator): fields.union(numerator.fields)
    case .mean(let field), .median(let field), .sum(let field, _): fields.union([field])
    default: fields
    }
  }

  /// Kinds whose facts an indicator counts or takes something from.
  private static func kinds(_ indicator: Indicator) -> Set<String> {
    var kinds: Set<String> = [indicator.table.rawValue]
    if !fields(of: indicator).isDisjoint(with: waits) { kinds.formUnion(["aanmelding", "intake"]) }
    if fields(of: indicator).contains(where: { $0.hasSuffix("_binnen_norm") }) { kinds.insert("norm") }
    if fields(of: indicator).contains("doelen") { kinds.insert("doelscore") }
    if indicator.measure == .goalAttainmentScore { kinds.insert("doel_gesteld") }
    return kinds
  }

  /// Respons where nobody of that informant answered any more: as many trajecten as the other informants have.
  private static func withoutInformant(
    _ keys: [String?], _ answer: QueryResult, _ column: Int, _ indicator: Indicator
  ) -> Figure? {
    guard indicator.measure == .answered, let place = answer.dimensions.firstIndex(of: .informant) else { return nil }
    let other = answer.rows.first { row in
      row.keys.indices.allSatisfy { $0 == place || row.keys[$0] == keys[$0] }
    }
    return other.map { Figure(value: nil, numerator: 0, n: $0.figures[column].n) }
  }

  private static func interval(
    _ figure: Figure, _ indicator: Indicator, _ choices: [[ChoiceBounds.Option]]
  ) -> Interval? {
    // What no traject has may still hang on trajecten: the regio of an aanbieder follows from all of them.
    if choices.isEmpty || !indicator.table.isOfTraject || !fields(of: indicator).isDisjoint(with: ofOthers) {
      return nil
    }
    switch indicator.measure {
    case .share, .shareOfTrajecten, .mean, .scaleMean, .answered, .goalAttainmentScore:
      return ChoiceBounds.ofRatio(figure.numerator, Double(figure.n), choices)
    case .count, .sum, .stock: return ChoiceBounds.ofSum(figure.numerator, choices)
    case .median, .jeugdigen, .survivalMedian, .ratio, .depletion: return nil
    }
  }

  private static func projection(_ rows: [Int], _ state: MergedState, _ plan: ProjectionPlan) -> Projection {
    let builder = ProjectionBuilder(plan)
    // Only their order matters here; their own numbers would cost a place for each line of the table.
    for (place, row) in rows.sorted().enumerated() {
      builder.add(kind: state.table.kindName(row), payload: state.table.payload(row), row: place)
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
      for conflict in conflicts {
        // What is left out of the choosing still counts, as it does now.
        let options = ways.count * conflict.count <= limit ? conflict[...] : conflict.prefix(1)
        ways = options.flatMap { row in ways.map { $0 + [row] } }
      }
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
    // Of each group its trajecten and conflicts; a correction may have moved a fact from one traject to another.
    var found: [(trajecten: Set<String>, conflicts: [[Int]])] = []
    for conflict in state.conflicts {
      guard conflict.rows.contains(where: { kinds.contains(state.table.kindName($0)) }) else { continue }
      conflictCount += 1
      let trajecten = Set(conflict.rows.compactMap { state.table.payloadObject($0)?["traject"]?.stringValue })
      if trajecten.isEmpty {
        leftOutCount += 1
        continue
      }
      var joined = (trajecten, [conflict.rows.sorted { state.isUsed[$0] && !state.isUsed[$1] }])
      for place in found.indices.reversed() where !found[place].trajecten.isDisjoint(with: trajecten) {
        let other = found.remove(at: place)
        joined = (joined.0.union(other.trajecten), other.conflicts + joined.1)
      }
      found.append(joined)
    }
    if found.isEmpty { return }
    let inConflict = Set(found.flatMap(\.conflicts).joined())
    var groupOfCode: [Int32: Int] = [:]
    for group in found {
      for traject in group.trajecten {
        if let code = projection.strings.code(of: traject) { groupOfCode[code] = all.count }
      }
      all.append(Group(conflicts: group.conflicts))
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
