import Projection
import Query
import Statistics

/// Between what the figures of an answer lie while conflicts are open: with every way to choose among the facts that
/// disagree.
///
/// Figures add up over trajecten, so each traject with a conflict is counted by itself, with every choice
/// (`ConflictWorlds`). Medians, numbers of jeugdigen and figures about coming back do not add up, and have no bounds; nor
/// have waiting times where an aanmelding names no traject, and figures that are not about trajecten.
public struct ConflictBounds: Sendable {
  /// By row and column of the answer; nil where no conflict moves the figure or it has no bounds.
  public let intervals: [[Interval?]]
  /// How many conflicts are about facts that the answer counts.
  public let conflictCount: Int
  /// How many are about facts that every traject shares, such as a regio, and are not taken into account.
  public let leftOutCount: Int

  /// - Throws: `QueryError` as `Query.evaluate`.
  /// - Complexity: O(facts) once, and O(facts of a traject · ways to choose) for all trajecten with a conflict together.
  public init(_ result: QueryResult, of query: Query, _ facts: ConflictFacts) throws(QueryError) {
    let groups = ConflictGroups(
      facts, kinds: query.indicators.reduce(into: Self.joined) { $0.formUnion(Self.kinds($1)) })
    leftOutCount = groups.leftOutCount
    conflictCount = groups.conflictCount
    let isPerLog = query.dimensions.contains(.log) || query.conditions.contains { $0.dimension == .log }
    guard !groups.all.isEmpty, !isPerLog else {
      intervals = result.rows.map { $0.figures.map { _ in nil } }
      return
    }
    let choices = try Self.choices(result, of: query, ConflictWorlds(groups, facts, knowing: query))
    let hasLooseReferrals = facts.projection.table("aanmelding").codes("traject").contains { $0 < 0 }
    intervals = result.rows.indices.map { row in
      result.indicators.indices.map { column in
        let (figure, indicator) = (result.rows[row].figures[column], result.indicators[column])
        if hasLooseReferrals, !Self.fields(of: indicator).isDisjoint(with: Self.waits) { return nil }
        return Self.interval(figure, indicator, choices[row][column])
      }
    }
  }

  /// By row and column of the answer what each traject with conflicts adds, with every way to choose.
  private static func choices(
    _ result: QueryResult, of query: Query, _ worlds: ConflictWorlds
  ) throws(QueryError) -> [[[[ChoiceBounds.Option]]]] {
    var question = query
    question.sortKeys = []
    question.limit = nil
    question.dimensions = result.dimensions
    let (rows, dimensions) = try worlds.rows(question)
    let places = KeyPlaces(dimensions)
    let rowsOfGroup = Dictionary(grouping: result.rows.indices) { places.group(result.rows[$0].keys) }
    let none = [[[ChoiceBounds.Option]]](repeating: [], count: result.indicators.count)
    var choices = [[[[ChoiceBounds.Option]]]](repeating: none, count: result.rows.count)
    for group in worlds.groups {
      let byGroup = group.map { world in Dictionary(grouping: rows[world] ?? []) { places.group($0.keys) } }
      for keys in Set(byGroup.flatMap(\.keys)) {
        for row in rowsOfGroup[keys] ?? [] {
          for column in result.indicators.indices {
            let figures = byGroup.map { answer in
              figure(result.rows[row], column, result.indicators[column], among: answer[keys] ?? [], places)
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
    }
    return choices
  }

  /// Where informant and scale stand among the keys of rows.
  private struct KeyPlaces {
    let informant: Int?
    let scale: Int?

    init(_ dimensions: [Dimension]) {
      informant = dimensions.firstIndex(of: .informant)
      scale = dimensions.firstIndex(of: .schaal)
    }

    /// The keys without those two.
    func group(_ keys: [String?]) -> [String?] {
      keys.indices.filter { $0 != informant && $0 != scale }.map { keys[$0] }
    }
  }

  /// The figure of one world that a row of the answer has a part of; nil where that world has none.
  ///
  /// - Parameter rows: Those of the world in the same group.
  private static func figure(
    _ row: QueryResult.Row, _ column: Int, _ indicator: Indicator, among rows: [QueryResult.Row], _ places: KeyPlaces
  ) -> Figure? {
    guard indicator.has(.informant), let place = places.informant else { return rows.first?.figures[column] }
    let own = rows.filter { $0.keys[place] == row.keys[place] }
    // Answers on one scale say nothing of those on another.
    if indicator.has(.schaal) { return own.first { $0.scale == row.scale }?.figures[column] }
    if let first = own.first { return first.figures[column] }
    // Nobody of that informant answered in any world: as many trajecten as the other informants have.
    return indicator.measure == .answered
      ? rows.first.map { Figure(value: nil, numerator: 0, n: $0.figures[column].n) } : nil
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
    indicator.rules.reduce(into: []) { all, rule in
      all.formUnion(rule.filter.fields.union(rule.counted.fields))
      switch rule.measure {
      case .share(let numerator), .shareOfTrajecten(let numerator): all.formUnion(numerator.fields)
      case .mean(let field), .median(let field), .sum(let field, _): all.insert(field)
      default: break
      }
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
}
