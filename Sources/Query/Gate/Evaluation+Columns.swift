import CivilTime
import Projection

extension Evaluation {
  /// The columns of an indicator; empty where its figures are sums of money or the like (see `moneyCells`).
  mutating func columns(_ place: Int, _ labels: GroupLabels, _ dimensions: [Dimension]) -> [GateColumn] {
    let indicator = query.indicators[place]
    var filling = Filling(place: place, indicator: indicator, labels: labels, dimensions: dimensions)
    switch indicator.measure {
    case .stock(let stock): addStock(stock, &filling)
    case .answered: addResponses(indicator, &filling)
    case .shareOfTrajecten, .goalAttainmentScore: addTrajecten(indicator, &filling)
    case .scaleMean: addAnswers(indicator, &filling)
    case .sum(let field, _) where indicator.unit == .trajecten:
      addRows(indicator, &filling, values: field, isReported: true)
    case .sum, .ratio, .depletion: return []
    case .mean(let field), .median(let field): addRows(indicator, &filling, values: field)
    case .share, .count, .jeugdigen, .survivalMedian: addRows(indicator, &filling)
    }
    return filling.columns
  }

  /// Collects members by informant and scale.
  private struct Filling {
    let place: Int
    let indicator: Indicator
    let labels: GroupLabels
    let dimensions: [Dimension]
    private var byPart: [[Int]: (cells: [CellKey], places: [Int: Int32], members: [GateColumn.Member])] = [:]
    private var order: [[Int]] = []
    var space = GateColumn.Space.trajecten
    var isShare = false
    var kept: Set<Dimension> = [.informant, .schaal]

    init(place: Int, indicator: Indicator, labels: GroupLabels, dimensions: [Dimension]) {
      self.place = place
      self.indicator = indicator
      self.labels = labels
      self.dimensions = dimensions
    }

    mutating func add(
      _ unit: Int32, in cell: Evaluation.Cell, _ rowClass: RowClass, weight: Int = 1, person: Int32,
      value: Double = .nan
    ) {
      let part = [cell.informant ?? -1, cell.scale ?? -1]
      if byPart[part] == nil { order.append(part) }
      var column = byPart.removeValue(forKey: part) ?? ([], [:], [])
      let number: Int32
      if let known = column.places[cell.group] {
        number = known
      } else {
        number = Int32(truncatingIfNeeded: column.cells.count)
        column.cells.append(CellKey(dimensions, dimensions.map { labels.text($0, of: cell) }))
        column.places[cell.group] = number
      }
      column.members.append(
        GateColumn.Member(
          unit: unit, cell: number, rowClass: rowClass.rawValue, weight: weight, person: person, value: value))
      byPart[part] = column
    }

    var columns: [GateColumn] {
      order.compactMap { byPart[$0] }.map { column in
        GateColumn(
          indicator: place, space: space, isShare: isShare, isCount: !isShare && indicator.isGivenAsCount,
          cells: column.cells, members: column.members, kept: kept)
      }
    }
  }

  // MARK: Who is behind a row

  private func trajectCode(_ table: CountTable, _ row: Int) -> Int32 {
    let code = cases.facts(table).codes("traject")[row]
    return code >= 0 ? code : Self.own(row)
  }

  /// A number that no code is.
  private static func own(_ row: Int) -> Int32 { -2 - Int32(truncatingIfNeeded: row) }

  /// Per row of a table the young person behind it, else its traject, else itself.
  private func persons(_ table: CountTable) -> [Int32] {
    let facts = cases.facts(table)
    guard table.isOfTraject else { return (0..<facts.rowCount).map(Self.own) }
    let starts = cases.startRows(of: table)
    let pseudonyms = cases.facts(.started).codes("pseudoniem")
    let trajecten = facts.codes("traject")
    let count = Int32(truncatingIfNeeded: cases.projection.strings.count)
    return (0..<facts.rowCount).map { row in
      if starts[row] >= 0, pseudonyms[Int(starts[row])] >= 0 { return pseudonyms[Int(starts[row])] }
      return trajecten[row] >= 0 ? count &+ trajecten[row] : Self.own(row)
    }
  }

  // MARK: Filling

  private mutating func addRows(
    _ indicator: Indicator,
    _ filling: inout Filling,
    values field: String? = nil,
    isReported: Bool = false
  ) {
    let rows = rows(indicator)
    let table = indicator.table
    let persons = persons(table)
    let isOfPersons = indicator.measure == .jeugdigen
    let pseudonyms = isOfPersons ? self.persons(of: indicator) : Cells([])
    let values = field.map { cases.numbers($0, of: table) }
    if isReported {
      filling.space = .reported(indicator.id)
    } else if isOfPersons {
      filling.space = .jeugdigen
    } else {
      filling.space = table == .started || table == .ended ? .trajecten : .rows(table)
    }
    if case .share = indicator.measure { filling.isShare = true }
    var seen = Set<[Int32]>()
    for row in rows.slotOf.indices where rows.slotOf[row] >= 0 {
      guard var rowClass = RowClass(rawValue: rows.classes[row]), rowClass != .outside else { continue }
      let value = values?[row] ?? .nan
      if field != nil, value.isNaN { rowClass = .missing }
      let cell = cell(rows.slotOf[row], rows.slots, indicator)
      if isOfPersons {
        guard rowClass.rawValue >= RowClass.counted.rawValue, pseudonyms[row] >= 0,
          seen.insert([pseudonyms[row], rows.slotOf[row]]).inserted
        else { continue }
        filling.add(pseudonyms[row], in: cell, .counted, person: pseudonyms[row])
      } else if isReported {
        guard rowClass != .missing, let weight = Int(exactly: value), weight >= 0 else { continue }
        filling.add(Int32(truncatingIfNeeded: row), in: cell, .counted, weight: weight, person: Self.own(row))
      } else {
        let unit = filling.space == .trajecten ? trajectCode(table, row) : Int32(truncatingIfNeeded: row)
        filling.add(unit, in: cell, rowClass, person: persons[row], value: value)
      }
    }
  }

  private func cell(_ slot: Int32, _ slots: Slots, _ indicator: Indicator) -> Cell {
    Cell(group: Int(slot) / slots.perGroup, informant: indicator.isOfAnswers ? Int(slot) % slots.perGroup : nil)
  }

  private mutating func addAnswers(_ indicator: Indicator, _ filling: inout Filling) {
    let rows = rows(indicator)
    filling.space = .rows(indicator.table)
    guard let answers = answerTable else { return }
    let persons = persons(indicator.table)
    for row in rows.slotOf.indices where rows.slotOf[row] >= 0 && answers.scaleOf[row] >= 0 {
      var cell = cell(rows.slotOf[row], rows.slots, indicator)
      cell.scale = Int(answers.scaleOf[row])
      let isCounted = answers.counts(row, leavingOutSurvey: filter.comparesAanbieders)
      filling.add(
        Int32(truncatingIfNeeded: row), in: cell, isCounted ? .counted : .missing, weight: max(0, answers.weights[row]),
        person: persons[row], value: answers.scores[row])
    }
  }

  private mutating func addResponses(_ indicator: Indicator, _ filling: inout Filling) {
    filling.isShare = true
    let rows = rows(indicator)
    let groups = groups(of: .rows(.ended))
    let perGroup = rows.slots.perGroup
    let hasAnswer = Responses.answers(in: rows, ends: cases.endRows(of: indicator.table), endCount: groups.count)
    let persons = persons(.ended)
    for row in groups.indices where groups[row] >= 0 {
      for informant in 0..<perGroup {
        let cell = Cell(group: Int(groups[row]), informant: informant)
        let answer: RowClass = hasAnswer[row * perGroup + informant] ? .hit : .counted
        filling.add(
          trajectCode(.ended, row), in: cell, cases.hasKnownReden[row] ? answer : .missing, person: persons[row])
      }
    }
  }

  private mutating func addTrajecten(_ indicator: Indicator, _ filling: inout Filling) {
    let rows = rows(indicator)
    let ends = cases.endRows(of: indicator.table)
    let groups = groups(of: .rows(.ended))
    var isCounted = [Bool](repeating: false, count: groups.count)
    for row in rows.slotOf.indices where rows.isCounted(row) && ends[row] >= 0 { isCounted[Int(ends[row])] = true }
    let persons = persons(.ended)
    for row in groups.indices where groups[row] >= 0 {
      filling.add(
        trajectCode(.ended, row), in: Cell(group: Int(groups[row])), isCounted[row] ? .counted : .missing,
        person: persons[row])
    }
  }

  /// Trajecten in each of the periods in which they are counted.
  private func addStock(_ stock: Measure.Stock, _ filling: inout Filling) {
    filling.kept.formUnion(Dimension.allCases.filter(\.isTime))
    var plain = grouping.withoutTime
    let groups = plain.groups(of: .rows(.started), in: cases, filter: filter.withoutTime)
    let (starts, ends) = (cases.facts(.started).days("datum"), cases.endDaysOfStarted)
    let persons = persons(.started)
    let rowsOf = Dictionary(grouping: groups.indices.filter { groups[$0] >= 0 && starts[$0] != FactTable.noDay }) {
      groups[$0]
    }
    let window = filter.timing.window
    for group in 0..<grouping.count {
      let (values, periods) = grouping.split(Int32(truncatingIfNeeded: group))
      if periods.contains(where: { $0 == nil }) { continue }
      let first = periods.compactMap { $0?.start.days }.max() ?? window?.first
      let last = periods.compactMap { $0.map { $0.end.days - 1 } }.min() ?? window?.last
      for row in rowsOf[plain.group(values)] ?? [] {
        if StockTally.counts(stock, start: starts[row], end: ends[row], first, last) {
          filling.add(trajectCode(.started, row), in: Cell(group: group), .counted, person: persons[row])
        }
      }
    }
  }
}
