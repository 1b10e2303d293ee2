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
  private(set) var answerTable: AnswerTable?
  private(set) var scaleTally: ScaleTally?
  private var groups: [Cohort: [Int32]] = [:]
  private var slotsOfRows: [CountTable: [Int32]] = [:]
  /// By indicator, in the order of the question.
  private var tallies: [any Tally] = []

  init(
    _ query: Query,
    _ projection: Projection,
    _ vocabulary: Vocabulary,
    _ origins: LogOrigins? = nil,
    makesFigures: Bool = true
  ) throws(QueryError) {
    self.query = query
    filter = try RowFilter(query, projection.strings, vocabulary, origins)
    cases = CaseTable(projection, vocabulary, timing: filter.timing, origins: origins)
    grouping = Grouping(query.dimensions.filter { $0 != .informant && $0 != .schaal })
    if usesAnswers {
      let usual = vocabulary.codeList(named: Dimension.informant.rawValue)?.codes.map(\.value) ?? []
      let tables = Set(query.indicators.filter(\.isOfAnswers).map(\.table)).map(cases.facts)
      informants = Informants.found(in: tables, projection.strings, filter, usual: usual)
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
    // What is counted beside each other has connections of its own, beyond those that were made before.
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
      if isWorthwhile { cases.take(from: worker.evaluation.cases) }
    }
    tallies = query.indicators.indices.compactMap { made[$0] }
  }

  /// Below this many rows one core has counted them sooner.
  private static let fewRows = 20_000

  private var copy: Evaluation {
    var copy = self
    copy.cases = CaseTable(sharing: cases)
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
    guard table.attribution == .einde, table != .ended else { return groups(of: table.cohort) }
    let ofEnds = groups(of: .rows(.ended))
    let ends = cases.endRows(of: table)
    var slots = ofEnds.withUnsafeBufferPointer { ofEnds in
      [Int32](unsafeUninitializedCapacity: ends.count) { slots, count in
        for row in ends.indices { slots[row] = ends[row] < 0 ? -1 : ofEnds[Int(ends[row])] }
        count = ends.count
      }
    }
    if table == .answers {
      for (loose, group) in groups(of: .loose).enumerated() { slots[Int(cases.looseRows[loose])] = group }
    }
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

  /// Per row the day by which it counts.
  private func days(of table: CountTable) -> [Int32] {
    guard table.attribution == .einde, table != .ended else { return Array(cases.days(of: table.cohort).first) }
    let ends = cases.days(of: .rows(.ended)).first
    var days = cases.endRows(of: table).map { $0 < 0 ? FactTable.noDay : ends[Int($0)] }
    if table == .answers {
      for (loose, day) in cases.days(of: .loose).first.enumerated() { days[Int(cases.looseRows[loose])] = day }
    }
    return days
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

  private mutating func answersAsked() -> AnswerTable {
    if let answerTable { return answerTable }
    let table = AnswerTable(cases, filter: filter)
    answerTable = table
    return table
  }

  // MARK: Tallies

  private mutating func tally(_ indicator: Indicator) throws(QueryError) -> any Tally {
    let table = indicator.table
    let rows = rows(indicator)
    func numbers(_ field: String) -> Cells<Double> {
      if case .numbers(let numbers) = cases.column(field, of: table) { return numbers }
      return Cells([Double](repeating: .nan, count: cases.facts(table).rowCount))
    }
    let missing = indicator.missingRule == .unanswered ? responses(rows, table).unanswered : nil
    switch indicator.measure {
    case .share: return ShareTally(rows, missing: missing)
    case .shareOfTrajecten:
      return TrajectTally(sharesOf: rows, ends: cases.endRows(of: table), endedGroups: groups(of: .rows(.ended)))
    case .goalAttainmentScore:
      return TrajectTally(
        goalsOf: rows, scores: numbers("score"), weights: GoalWeights(cases).weights, ends: cases.endRows(of: table),
        endedGroups: groups(of: .rows(.ended)))
    case .mean(let field): return MeanTally(rows, numbers(field), missing: missing)
    case .median(let field): return MedianTally(rows, numbers(field), missing: missing)
    case .sum(let field, let divisor): return SumTally(rows, numbers(field), per: divisor)
    case .count: return CountTally(rows)
    case .jeugdigen: return try jeugdigen(indicator, rows)
    case .scaleMean:
      let tally = ScaleTally(
        answersAsked(), slots: rows.slots, slotOf: rows.slotOf, unanswered: missing ?? [],
        leavesOutSurvey: filter.comparesAanbieders)
      scaleTally = tally
      return tally
    case .answered: return responses(rows, table)
    case .survivalMedian: return SurvivalTally(rows, cases)
    case .stock: return CountTally(rows)
    case .ratio(let field, let base, let factor):
      let (baseRows, values) = self.rows(of: base)
      return RatioTally(rows, numbers(field), base: baseRows, values, factor: factor, per: base.per)
    case .depletion(let field, let base): return depletion(indicator, numbers(field), base)
    }
  }

  private func responses(_ rows: CountedRows, _ table: CountTable) -> Responses {
    Responses(
      rows, ends: cases.endRows(of: table), hasKnownReden: cases.hasKnownReden, endedGroups: groups(of: .rows(.ended)))
  }

  private func jeugdigen(_ indicator: Indicator, _ rows: CountedRows) throws(QueryError) -> JeugdigenTally {
    var persons = Cells([Int32](repeating: -1, count: rows.slotOf.count))
    if case .codes(let codes) = cases.column("pseudoniem", of: indicator.table) { persons = codes }
    let tally = JeugdigenTally(rows, persons)
    if tally.isImpossible { throw QueryError(position: 0, reason: .needsPseudonym(indicator: indicator.id)) }
    return tally
  }

  /// The rows under the line of a ratio, and their values.
  mutating func rows(of base: Measure.Base) -> (CountedRows, Cells<Double>) {
    let mask = cases.mask(base.filter, of: base.table)
    let classes = mask.map { ($0 ? RowClass.counted : RowClass.outside).rawValue }
    let rows = CountedRows(slots: slots(of: base.table), slotOf: slotOf(base.table), classes: classes)
    if case .numbers(let values) = cases.column(base.field, of: base.table) { return (rows, values) }
    return (rows, Cells([Double](repeating: .nan, count: mask.count)))
  }

  private mutating func depletion(
    _ indicator: Indicator,
    _ values: Cells<Double>,
    _ base: Measure.Base
  ) -> DepletionTally {
    var plain = Grouping(grouping.dimensions.filter { !$0.isTime })
    func amounts(_ table: CountTable, _ isCounted: [Bool], _ values: Cells<Double>) -> [DepletionTally.Amount] {
      let groups = plain.groups(of: table.cohort, in: cases, filter: filter.withoutTime)
      let days = cases.days(of: table).last
      return groups.indices.compactMap { row in
        guard groups[row] >= 0, isCounted[row], days[row] != FactTable.noDay else { return nil }
        return DepletionTally.Amount(group: groups[row], month: Self.month(of: days[row]), value: values[row])
      }
    }
    let spending = amounts(indicator.table, cases.mask(indicator.rule.filter, of: indicator.table), values)
    var baseValues = Cells([Double](repeating: .nan, count: cases.facts(base.table).rowCount))
    if case .numbers(let numbers) = cases.column(base.field, of: base.table) { baseValues = numbers }
    let budgets = amounts(base.table, cases.mask(base.filter, of: base.table), baseValues)
    let window = filter.timing.window
    let windows = (0..<grouping.count).map { group -> (group: Int32, first: Int?, last: Int?) in
      let values = grouping.values(of: Int32(truncatingIfNeeded: group))
      let ofPlain = zip(grouping.dimensions, values).filter { !$0.0.isTime }.map(\.1)
      let months = zip(grouping.dimensions, values).compactMap { dimension, value -> (Int, Int)? in
        dimension.periodLength.map { (Int(value) * $0.rawValue, Int(value + 1) * $0.rawValue - 1) }
      }
      let firsts = months.map(\.0) + [window?.first.map(Self.month)].compactMap(\.self)
      let lasts = months.map(\.1) + [window?.last.map(Self.month)].compactMap(\.self)
      if filter.timing.isOfNoPeriod { return (plain.group(ofPlain), .max, .min) }
      return (plain.group(ofPlain), firsts.max(), lasts.min())
    }
    return DepletionTally(spending, budgets, windows: windows, per: base.per)
  }

  /// Months since the year 0.
  private static func month(of day: Int32) -> Int { Period(.month, containing: CivilDate(days: day)).firstMonth }

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
  func figure(_ indicator: Int, in cell: Cell) -> Figure { tallies[indicator].figure(cell) }
}
