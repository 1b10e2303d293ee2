import Projection
import Statistics
import Vocabulary

/// A question being answered: the rows in their groups, and what was counted of them.
struct Evaluation {
  let query: Query
  let cases: CaseTable
  let filter: RowFilter
  /// Of the dimensions that trajecten have; informant and scale are dealt with beside it.
  private(set) var grouping: Grouping
  private var groups: [CaseTable.Cohort: [Int32]] = [:]
  private(set) var ended: EndedTally?
  private(set) var goals: GoalTally?
  private(set) var answers: AnswerTally?
  private(set) var durations: DurationTally?
  private(set) var answerTable: AnswerTable?
  private(set) var goalTable: GoalTable?
  private var inflow: [Int] = []

  init(_ query: Query, _ projection: Projection, _ vocabulary: Vocabulary) throws(QueryError) {
    self.query = query
    filter = try RowFilter(query, projection.strings, vocabulary)
    cases = CaseTable(projection)
    grouping = Grouping(query.dimensions.filter { $0 != .informant && $0 != .schaal })
    for cohort in CaseTable.Cohort.allCases where needs(cohort) {
      groups[cohort] = grouping.groups(of: cohort, in: cases, filter: filter)
    }
    count(vocabulary)
  }

  func uses(_ test: (Formula) -> Bool) -> Bool { query.indicators.contains { test($0.formula) } }

  /// Whether the answers' informant and scale matter.
  var usesAnswers: Bool { uses { $0 == .satisfaction || $0 == .response } }

  private func needs(_ cohort: CaseTable.Cohort) -> Bool {
    switch cohort {
    case .started: uses { $0 == .inflow }
    case .ended: uses { $0 != .inflow }
    case .loose: uses { $0 == .satisfaction }
    }
  }

  /// Per row of the cohort its group, or −1.
  func groups(of cohort: CaseTable.Cohort) -> [Int32] {
    groups[cohort] ?? [Int32](repeating: -1, count: cases.rowCount(cohort))
  }

  private mutating func count(_ vocabulary: Vocabulary) {
    let groupCount = grouping.count
    let endedGroups = groups(of: .ended)
    ended = EndedTally(cases, groups: endedGroups, groupCount: groupCount)
    if uses({ $0 == .goals || $0 == .goalsPerTraject }) {
      let table = GoalTable(cases)
      goalTable = table
      goals = GoalTally(
        table, groups: endedGroups, groupCount: groupCount, perTraject: uses { $0 == .goalsPerTraject })
    }
    if usesAnswers {
      let usual = vocabulary.codeList(named: Dimension.informant.rawValue)?.codes.map(\.value) ?? []
      let table = AnswerTable(cases, filter: filter, fallback: usual)
      answerTable = table
      answers = AnswerTally(
        table, cases, endedGroups: endedGroups, looseGroups: groups(of: .loose), groupCount: groupCount,
        leavesOutSurvey: filter.comparesAanbieders)
    }
    if uses({ $0 == .duration }) {
      durations = DurationTally(cases, groups: endedGroups, groupCount: groupCount)
    }
    if uses({ $0 == .inflow }) {
      inflow = [Int](repeating: 0, count: groupCount)
      for group in groups(of: .started) where group >= 0 { inflow[Int(group)] += 1 }
    }
  }

  /// One row of the result: a group, and whose answers on which scale.
  struct Cell {
    let group: Int
    var informant: Int?
    var scale: Int?
  }

  /// The rows of the result, in no order that means anything.
  var cells: [Cell] {
    let groups = (0..<grouping.count).map { Cell(group: $0) }
    guard usesAnswers, let answers, let answerTable else { return groups }
    return groups.flatMap { cell in
      answerTable.informants.indices.flatMap { informant in
        let scales = answers.scalesSeen.filter { answers.has(cell.group, informant: informant, scale: $0) }
        return scales.isEmpty || !uses { $0 == .satisfaction }
          ? [Cell(group: cell.group, informant: informant)]
          : scales.map { Cell(group: cell.group, informant: informant, scale: $0) }
      }
    }
  }

  func figure(_ indicator: Indicator, in cell: Cell) -> Figure {
    let nothing = Figure(value: nil, numerator: 0, n: 0)
    switch indicator.formula {
    case .ended(let numerator, let denominator):
      return ended?.figure(cell.group, numerator: numerator, denominator: denominator) ?? nothing
    case .goals: return goals?.figure(cell.group) ?? nothing
    case .goalsPerTraject: return goals?.figurePerTraject(cell.group) ?? nothing
    case .satisfaction:
      guard let informant = cell.informant else { return nothing }
      let range = cell.scale.flatMap { answerTable?.scales[$0].range }
      return answers?.satisfaction(cell.group, informant: informant, scale: cell.scale, range: range) ?? nothing
    case .response:
      guard let informant = cell.informant else { return nothing }
      return answers?.response(cell.group, informant: informant) ?? nothing
    case .inflow: return .count(inflow[cell.group])
    case .outflow: return .count(ended?.count(cell.group, .all) ?? 0)
    case .duration: return durations?.figure(cell.group) ?? nothing
    }
  }
}
