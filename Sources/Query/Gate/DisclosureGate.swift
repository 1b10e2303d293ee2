import Projection
import Vocabulary

/// Lets figures out of the workspace, and keeps back what would point at somebody.
///
/// Primary suppression (`SmallCellRule`), secondary suppression that is shown to hold (`CellProtection`), both over all
/// indicators of the question together, over every total that a reader could ask for, and over what earlier exports
/// told; then rounding (`ReleasedFigure`). A cell whose count changed by 1 up to the minimum since it was told stays
/// hidden; its earlier number stays the last.
public struct DisclosureGate {
  /// Why nothing was let out.
  public enum Refusal: Error, Sendable, Equatable {
    case question(QueryError)
    /// It names a recorded definition that cannot be counted.
    case definition(DefinitionProblem)
    /// The question cuts too many ways to be checked.
    case tooLarge
    /// It cannot be checked together with the earlier export of that reference.
    case tooLargeWith(String)
    /// The earlier export's question cannot be answered any more, so nothing can be compared with it.
    case unreadable(String)
  }

  private let policy: ReleasePolicy
  private let cases: Cases
  private let recorded: RecordedDefinitions

  /// - Parameter projection: The facts that count, without those of persons who objected; its definitions may be named.
  public init(_ policy: ReleasePolicy, _ projection: Projection, _ vocabulary: Vocabulary) {
    self.policy = policy
    cases = Cases(projection, vocabulary)
    recorded = RecordedDefinitions(projection, vocabulary)
  }

  /// The answer as it may leave.
  ///
  /// - Complexity: As many evaluations as there are different questions among `earlier`, and then that of
  ///   `CellProtection`.
  public func release(_ question: String, after earlier: [EarlierRelease] = []) throws(Refusal) -> Release {
    var query = try parsed(question, recorded)
    let isReordered =
      query.limit != nil || query.sortKeys.contains { if case .indicator = $0.subject { true } else { false } }
    (query.sortKeys, query.limit) = ([], nil)
    let table = try answered(query)
    let others = try self.earlier(earlier)
    var decisions: [GateColumn.Space: CellDecision] = [:]
    var compared = Set<String>()
    var spaces: [GateColumn.Space] = []
    for column in table.columns where !spaces.contains(column.space) { spaces.append(column.space) }
    for space in spaces {
      let own = table.columns.filter { $0.space == space }
      let linked = linked(own, space, others)
      compared.formUnion(linked.map(\.release.reference))
      decisions[space] = try decision(own, table.result.dimensions.count, linked)
    }
    let (rows, cells) = released(table, decisions)
    return Release(
      question: question, policy: policy, dimensions: table.result.dimensions, indicators: query.indicators, rows: rows,
      notes: table.result.notes, isReordered: isReordered, comparedWith: compared.sorted(), cells: cells,
      definitions: query.indicators.flatMap { recorded.definitions[$0.id] ?? [] })
  }

  // MARK: Questions

  private func parsed(_ question: String, _ recorded: RecordedDefinitions) throws(Refusal) -> Query {
    do throws(QueryError) {
      return try Query(parsing: question, catalogue: recorded.catalogue)
    } catch {
      if case .unknownIndicator(let name, _) = error.reason,
        let problem = recorded.problems.first(where: { $0.id == name.lowercased() })
      {
        throw .definition(problem)
      }
      throw .question(error)
    }
  }

  private func answered(_ query: Query) throws(Refusal) -> GateTable {
    if query.dimensions.contains(.log) { throw .question(query.lacks(.log)) }
    do throws(QueryError) {
      return try GateTable(query, cases)
    } catch {
      throw .question(error)
    }
  }

  /// The tables that came out before, one for each question with its definitions.
  private func earlier(_ releases: [EarlierRelease]) throws(Refusal) -> [CellDecision.Earlier] {
    var kinds: [EarlierRelease] = []
    for release in releases where !kinds.contains(where: { $0.asksTheSame(as: release) }) { kinds.append(release) }
    var all: [CellDecision.Earlier] = []
    for kind in kinds {
      let same = releases.filter { $0.asksTheSame(as: kind) }
      let reference = same.last?.reference ?? ""
      var told: [String: [CellKey: [EarlierRelease.Cell]]] = [:]
      for cell in same.flatMap(\.cells) {
        told[cell.definition, default: [:]][cell.key.sorted, default: []].append(cell)
      }
      do throws(Refusal) {
        let known = RecordedDefinitions(kind.definitions, otherwise: recorded, cases.vocabulary)
        var query = try parsed(kind.question, known)
        (query.sortKeys, query.limit) = ([], nil)
        all.append(CellDecision.Earlier(table: try answered(query), told: told, reference: reference))
      } catch {
        // Nothing was told that could be compared.
        if same.allSatisfy(\.cells.isEmpty) { continue }
        throw .unreadable(reference)
      }
    }
    return all
  }

  private typealias Linked = [(columns: [GateColumn], release: CellDecision.Earlier)]

  /// Those about some of the same things, directly or through others: what two exports tell of different things, a third
  /// about both can bring together.
  private func linked(_ own: [GateColumn], _ space: GateColumn.Space, _ others: [CellDecision.Earlier]) -> Linked {
    var units = Set(own.flatMap { $0.members.map(\.unit) })
    let columns = others.map { $0.table.columns.filter { $0.space == space } }
    let members = columns.map { Set($0.flatMap { $0.members.map(\.unit) }) }
    var isLinked = [Bool](repeating: false, count: others.count)
    while let next = others.indices.first(where: { !isLinked[$0] && !units.isDisjoint(with: members[$0]) }) {
      isLinked[next] = true
      units.formUnion(members[next])
    }
    return others.indices.filter { isLinked[$0] }.map { (columns[$0], others[$0]) }
  }

  private func decision(_ own: [GateColumn], _ width: Int, _ linked: Linked) throws(Refusal) -> CellDecision {
    if let all = try? CellDecision(own, width: width, earlier: linked, policy) { return all }
    var taken: Linked = []
    for other in linked {
      taken.append(other)
      if (try? CellDecision(own, width: width, earlier: taken, policy)) == nil {
        throw taken.count == 1 && (try? CellDecision(own, width: width, earlier: [], policy)) == nil
          ? .tooLarge : .tooLargeWith(other.release.reference)
      }
    }
    throw .tooLarge
  }

  // MARK: Figures

  private func released(
    _ table: GateTable,
    _ decisions: [GateColumn.Space: CellDecision]
  ) -> ([Release.Row], [EarlierRelease.Cell]) {
    let spaces = Dictionary(table.columns.map { ($0.indicator, $0.space) }) { first, _ in first }
    let money = moneyReasons(table)
    var cells: [EarlierRelease.Cell] = []
    let rows = table.result.rows.enumerated().map { number, row in
      let figures = table.query.indicators.enumerated().map { place, indicator -> ReleasedFigure in
        let figure = row.figures[place]
        if Self.isMoney(indicator) {
          if let reason = money[place]?[number] { return .hidden(reason) }
          return .money(figure, indicator, policy.level)
        }
        let key = table.key(place, row)
        guard let decision = spaces[place].flatMap({ decisions[$0] }), let answer = decision.answer(place, key) else {
          return Self.isNothing(figure) ? Self.nothing(indicator) : .hidden(.unaccounted)
        }
        guard Self.accounts(answer, for: figure, indicator) else { return .hidden(.unaccounted) }
        if answer.reasonForAll != nil, let reason = answer.reason { return .hidden(reason) }
        // The number of all is told where only the share is hidden, in this export or by another.
        let hit = answer.reasonForShare == nil ? answer.hit : nil
        cells.append(
          EarlierRelease.Cell(
            definition: indicator.definition, key: key, n: answer.n, hit: hit, level: policy.level))
        if let reason = answer.reasonForShare { return hiddenShare(reason, answer.n) }
        return .given(figure, indicator, policy.level, n: answer.n, hit: answer.hit)
      }
      return Release.Row(keys: row.keys, figures: figures)
    }
    return (rows, cells)
  }

  private func hiddenShare(_ reason: SuppressionReason, _ n: Int) -> ReleasedFigure {
    var figure = ReleasedFigure.hidden(reason)
    let share = ReleasedFigure.denominator(n, policy.level)
    (figure.n, figure.isAtLeast) = (share.n, share.isAtLeast)
    return figure
  }

  private func moneyReasons(_ table: GateTable) -> [Int: [Int: SuppressionReason]] {
    var reasons: [Int: [Int: SuppressionReason]] = [:]
    for (place, indicator) in table.query.indicators.enumerated() where Self.isMoney(indicator) {
      let own = table.money.filter { $0.indicator == place }
      let keys = own.map { table.key(place, table.result.rows[$0.row]) }
      var addsUp = true
      if case .depletion = indicator.measure { addsUp = false }
      reasons[place] = MoneyDecision(own, keys: keys, addsUp: addsUp).reasons
    }
    return reasons
  }

  private static func isMoney(_ indicator: Indicator) -> Bool {
    switch indicator.measure {
    case .sum: indicator.unit != .trajecten
    case .ratio, .depletion: true
    default: false
    }
  }

  private static func isNothing(_ figure: Figure) -> Bool { figure.n == 0 && figure.numerator == 0 }

  private static func nothing(_ indicator: Indicator) -> ReleasedFigure {
    var figure = ReleasedFigure()
    figure.n = 0
    if indicator.kind == .count { (figure.value, figure.numerator) = (0, 0) }
    return figure
  }

  /// Whether the gate counted what the figure counts: else it is not known what would be told.
  private static func accounts(_ answer: CellDecision.Answer, for figure: Figure, _ indicator: Indicator) -> Bool {
    if case .sum = indicator.measure { return figure.numerator == Double(answer.n) }
    return figure.n == answer.n && (answer.hit.map { Double($0) == figure.numerator } ?? true)
  }
}
