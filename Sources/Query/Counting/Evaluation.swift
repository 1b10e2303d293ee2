import CivilTime
import Platform
import Projection
import Statistics
import Vocabulary

/// A question being answered: the rows in their groups, and what was counted of them.
struct Evaluation {
  let query: Query
  private(set) var cases: CaseTable
  let filter: RowFilter
  /// Of the dimensions that rows have; informant and scale are dealt with beside it.
  private(set) var grouping: Grouping
  /// Whose answers are asked for; empty where answers do not matter.
  private(set) var informants: [String] = []
  var answerTable: AnswerTable?
  var scaleTally: ScaleTally?
  private var groups: [Cohort: [Int32]] = [:]
  private var slotsOfRows: [CountTable: [Int32]] = [:]
  /// By indicator, in the order of the question.
  private var tallies: [any Tally] = []

  init(
    _ query: Query,
    _ facts: Cases,
    _ origins: LogOrigins? = nil,
    makesFigures: Bool = true
  ) throws(QueryError) {
    self.query = query
    filter = try RowFilter(query, facts.projection.strings, facts.vocabulary, origins)
    cases = CaseTable(facts, timing: filter.timing, origins: origins)
    grouping = Grouping(query.dimensions.filter { $0 != .informant && $0 != .schaal })
    if usesAnswers {
      let usual = facts.vocabulary.codeList(named: Dimension.informant.rawValue)?.codes.map(\.value) ?? []
      let tables = Set(query.indicators.filter(\.isOfAnswers).map(\.table)).map(cases.facts)
      informants = Informants.found(in: tables, facts.projection.strings, filter, usual: usual)
    }
    for cohort in neededCohorts { groups[cohort] = grouping.groups(of: cohort, in: cases, filter: filter) }
    guard makesFigures else { return }
    // Stocks come first, since they bring groups with them.
    var stocks: [Int: StockTally] = [:]
    for (index, indicator) in query.indicators.enumerated() {
      guard case .stock(let stock) = indicator.measure else { continue }
      stocks[index] = try StockTally(stock, of: indicator.id, cases, filter, grouping: &grouping)
    }
    try makeTallies(stocks)
  }

  /// Counts the indicators, those of each table beside those of the others.
  private mutating func makeTallies(_ stocks: [Int: StockTally]) throws(QueryError) {
    var tables: [[Int]] = []
    for (index, indicator) in query.indicators.enumerated() where stocks[index] == nil {
      if let place = tables.firstIndex(where: { query.indicators[$0[0]].table == indicator.table }) {
        tables[place].append(index)
      } else {
        tables.append([index])
      }
    }
    let rowCount = query.indicators.reduce(0) { $0 + cases.facts($1.table).rowCount }
    let isWorthwhile = tables.count > 1 && rowCount > Self.fewRows
    let workers = tables.map { indices in
      Worker(evaluation: isWorthwhile ? copy : self, indices: indices)
    }
    let done = Parallel.map(workers, isWorthwhile: isWorthwhile) { $0.done() }
    var made: [Int: any Tally] = stocks
    for worker in done {
      if let error = worker.error { throw error }
      made.merge(worker.tallies) { first, _ in first }
      scaleTally = worker.evaluation.scaleTally ?? scaleTally
      answerTable = worker.evaluation.answerTable ?? answerTable
    }
    tallies = query.indicators.indices.compactMap { made[$0] }
  }

  /// Below this many rows one core has counted them sooner.
  static let fewRows = 20_000

  private var copy: Evaluation {
    var copy = self
    copy.cases = cases.another
    return copy
  }

  /// Some of the indicators being counted, apart from the others.
  private struct Worker: @unchecked Sendable {
    // Unchecked: each has an evaluation of its own while several run.
    var evaluation: Evaluation
    let indices: [Int]
    private(set) var tallies: [Int: any Tally] = [:]
    private(set) var error: QueryError?

    init(evaluation: Evaluation, indices: [Int]) {
      self.evaluation = evaluation
      self.indices = indices
    }

    func done() -> Worker {
      var worker = self
      do throws(QueryError) {
        for index in indices {
          worker.tallies[index] = try worker.evaluation.tally(evaluation.query.indicators[index])
        }
      } catch {
        worker.error = error
      }
      return worker
    }
  }

  /// Whether the answers' informant and scale matter.
  var usesAnswers: Bool { query.indicators.contains(where: \.isOfAnswers) }

  private var neededCohorts: [Cohort] {
    var cohorts: [Cohort] = []
    func add(_ cohort: Cohort) {
      if !cohorts.contains(cohort) { cohorts.append(cohort) }
    }
    for indicator in query.indicators {
      switch indicator.measure {
      case .stock: continue
      case .ratio(_, let base, _): add(base.table.cohort)
      case .depletion(_, let base) where filter.timing.length == nil || filter.timing.length == .year:
        add(base.table.cohort)
      default: break
      }
      add(indicator.table.cohort)
      if indicator.table == .answers, indicator.measure != .answered { add(.loose) }
    }
    return cohorts
  }

  /// Whether the conditions leave any row of the cohort.
  func selects(_ cohort: Cohort) -> Bool {
    (groups[cohort] ?? filter.selected(cohort, in: cases)).contains { $0 >= 0 }
  }

  /// Per row of the cohort its group, or −1.
  func groups(of cohort: Cohort) -> [Int32] {
    groups[cohort] ?? [Int32](repeating: -1, count: cases.rowCount(cohort))
  }

  // MARK: Rows

  func slots(of table: CountTable) -> Slots {
    Slots(groupCount: grouping.count, perGroup: table.isOfAnswers ? informants.count : 1)
  }

  /// Per row of the table its place among the slots, or −1.
  mutating func slotOf(_ table: CountTable) -> [Int32] {
    if let known = slotsOfRows[table] { return known }
    let slots = slotsNow(of: table)
    slotsOfRows[table] = slots
    return slots
  }

  private func slotsNow(of table: CountTable) -> [Int32] {
    var slots = looked(up: table, absent: -1) { groups(of: $0) }
    guard table.isOfAnswers else { return slots }
    let places = Informants.places(of: cases.facts(table), informants, cases.projection.strings)
    let count = Int32(truncatingIfNeeded: informants.count)
    for row in slots.indices where slots[row] >= 0 {
      slots[row] = places[row] < 0 ? -1 : slots[row] * count + places[row]
    }
    return slots
  }

  /// What each row of the indicator's table is to it.
  mutating func rows(_ indicator: Indicator) -> CountedRows {
    var classes = classes(indicator.rules[0], of: indicator.table)
    for rule in indicator.rules.dropFirst() {
      guard let from = rule.from?.days else { continue }
      let later = self.classes(rule, of: indicator.table)
      let days = days(of: indicator.table)
      for row in classes.indices where days[row] >= from { classes[row] = later[row] }
    }
    return CountedRows(slots: slots(of: indicator.table), slotOf: slotOf(indicator.table), classes: classes)
  }

  /// The places of the indicator's rules that hold on a day of a row that the question is about; of one without rows,
  /// that of the last.
  mutating func rulesThatHold(_ indicator: Indicator) -> [Int] {
    if indicator.rules.count == 1 { return [0] }
    let (days, slots) = (days(of: indicator.table), slotOf(indicator.table))
    var found: Set<Int> = []
    for row in slots.indices where slots[row] >= 0 {
      found.insert(indicator.rules.lastIndex { ($0.from?.days ?? .min) <= days[row] } ?? 0)
    }
    return found.isEmpty ? [indicator.rules.count - 1] : found.sorted()
  }

  /// Per row the day by which it counts.
  private func days(of table: CountTable) -> [Int32] {
    looked(up: table, absent: FactTable.noDay) { Array(cases.days(of: $0).first) }
  }

  /// Per row of the table the value of what it counts by: itself, the end of its traject, or its own period where it
  /// has no traject.
  private func looked(up table: CountTable, absent: Int32, _ values: (Cohort) -> [Int32]) -> [Int32] {
    guard table.attribution == .einde, table != .ended else { return values(table.cohort) }
    let ends = cases.endRows(of: table)
    var found = values(.rows(.ended)).withUnsafeBufferPointer { ofEnds in
      [Int32](unsafeUninitializedCapacity: ends.count) { found, count in
        for row in ends.indices { found[row] = ends[row] < 0 ? absent : ofEnds[Int(ends[row])] }
        count = ends.count
      }
    }
    if table == .answers {
      for (loose, value) in values(.loose).enumerated() { found[Int(cases.looseRows[loose])] = value }
    }
    return found
  }

  private mutating func classes(_ rule: Indicator.Rule, of table: CountTable) -> [UInt8] {
    var isHit: [Bool]?
    switch rule.measure {
    case .share(let numerator), .shareOfTrajecten(let numerator): isHit = cases.mask(numerator, of: table)
    default: break
    }
    let isCounted = rule.counted == .always ? nil : cases.mask(rule.counted, of: table)
    let isAbout = rule.filter == .always ? nil : cases.mask(rule.filter, of: table)
    let answers = table == .answers ? answersAsked() : nil
    let count = cases.facts(table).rowCount
    let leavesOutSurvey = filter.comparesAanbieders
    return [UInt8](unsafeUninitializedCapacity: count) { classes, initialized in
      for row in 0..<count {
        classes[row] = (isHit.map { $0[row] } == true ? RowClass.hit : .counted).rawValue
      }
      if let isCounted {
        for row in 0..<count where !isCounted[row] { classes[row] = RowClass.missing.rawValue }
      }
      if let answers {
        for row in 0..<count where !answers.counts(row, leavingOutSurvey: leavesOutSurvey) {
          classes[row] = RowClass.missing.rawValue
        }
      }
      if let isAbout {
        for row in 0..<count where !isAbout[row] { classes[row] = RowClass.outside.rawValue }
      }
      initialized = count
    }
  }

  mutating func answersAsked() -> AnswerTable {
    if let answerTable { return answerTable }
    let table = AnswerTable(cases, filter: filter)
    answerTable = table
    return table
  }

  // MARK: Cells

  /// One row of the result: a group, and whose answers on which scale.
  struct Cell {
    let group: Int
    var informant: Int?
    var scale: Int?
  }

  /// The rows of the result, in no order that means anything.
  var cells: [Cell] {
    let groups = (0..<grouping.count).map { Cell(group: $0) }
    guard usesAnswers else { return groups }
    return groups.flatMap { cell in
      informants.indices.flatMap { informant in
        let cell = Cell(group: cell.group, informant: informant)
        let scales = scaleTally.map { tally in tally.scalesSeen.filter { tally.has(cell, scale: $0) } } ?? []
        return scales.isEmpty ? [cell] : scales.map { Cell(group: cell.group, informant: informant, scale: $0) }
      }
    }
  }

  /// - Parameter indicator: Its place in the question.
  func figure(_ indicator: Int, in cell: Cell) -> Figure {
    // Marks from 1 to 10 are no figure of answers on another scale.
    if let scale = cell.scale, scaleTally?.scalesSeen.count != 1, let ends = answerTable?.scales[scale].ends,
      query.indicators[indicator].rules.allSatisfy({ $0.counted.isRuledOut(by: ends) })
    {
      return Figure(value: nil, numerator: 0, n: 0)
    }
    var figure = tallies[indicator].figure(cell)
    figure.nonresponse = nonresponse(figure, query.indicators[indicator], in: cell)
    return figure
  }

  /// What the figure could be if those who did not answer had.
  private func nonresponse(_ figure: Figure, _ indicator: Indicator, in cell: Cell) -> Interval? {
    guard indicator.missingRule == .unanswered, figure.missing > 0, figure.n > 0 else { return nil }
    let asked = figure.n + figure.missing
    switch indicator.measure {
    case .share:
      return Int(exactly: figure.numerator)
        .flatMap { ResponseBounds(agreeing: $0, answered: figure.n, asked: asked) }?.bounds
    case .scaleMean:
      return cell.scale.flatMap { answerTable?.scales[$0].range }
        .flatMap { ResponseBounds(mean: figure.value, answered: figure.n, asked: asked, scale: $0) }?.bounds
    default: return nil
    }
  }
}
