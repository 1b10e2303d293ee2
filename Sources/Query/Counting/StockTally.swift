import CivilTime
import Projection

/// Trajecten that are open at the ends of periods.
///
/// `begin + instroom − uitstroom = end` holds for every group and period, unless trajecten ended without a known start
/// or before it.
struct StockTally: Tally {
  private let stock: Measure.Stock
  private let counts: [Int32: Int]

  /// Adds to the grouping the groups of periods in which something is open.
  ///
  /// - Throws: `.needsOnePeriod` when the answer is not split by time and the conditions leave several stretches.
  init(
    _ stock: Measure.Stock,
    of id: String,
    _ cases: CaseTable,
    _ filter: RowFilter,
    grouping: inout Grouping
  ) throws(QueryError) {
    self.stock = stock
    var base = Grouping(grouping.dimensions.filter { !$0.isTime })
    let groups = base.groups(of: .rows(.started), in: cases, filter: filter.withoutTime)
    let starts = cases.facts(.started).days("datum")
    let endDays = cases.facts(.ended).days("datum")
    let ends = cases.endOfStarted.map { $0 < 0 ? FactTable.noDay : endDays[Int($0)] }
    let open = OpenTrajecten(groups: groups, starts: starts, ends: ends, groupCount: base.count)
    var counts: [Int32: Int] = [:]
    if let length = filter.timing.length {
      let lengths = grouping.dimensions.map(\.periodLength)
      open.forEachPeriod(of: length) { group, period, counted in
        guard filter.timing.keeps(period.start.days, period.end.days - 1) else { return }
        var values = base.values(of: Int32(truncatingIfNeeded: group))[...]
        let all = lengths.map { length in
          length.map { PeriodNumbers.number(of: period.start, $0) } ?? values.removeFirst()
        }
        counts[grouping.group(all)] = counted.count(stock)
      }
    } else {
      guard let window = filter.timing.window else {
        throw QueryError(position: 0, reason: .needsOnePeriod(indicator: id))
      }
      for (group, counted) in open.within(window.first, window.last).enumerated() {
        let full = grouping.group(base.values(of: Int32(truncatingIfNeeded: group)))
        counts[full] = counted.count(stock)
      }
    }
    self.counts = counts
  }

  func figure(_ cell: Evaluation.Cell) -> Figure { .count(counts[Int32(truncatingIfNeeded: cell.group)] ?? 0) }

  /// Whether a traject counts, in one stretch of days.
  static func counts(_ stock: Measure.Stock, start: Int32, end: Int32, _ first: Int32?, _ last: Int32?) -> Bool {
    let hasEnd = end != FactTable.noDay
    let isBefore = first.map { start < $0 } ?? false
    let isOpenAtStart = isBefore && !(hasEnd && first.map { end < $0 } ?? false)
    let hasStarted = last.map { start <= $0 } ?? true
    let isOpenAtEnd = hasStarted && !(hasEnd && last.map { end <= $0 } ?? true)
    return switch stock {
    case .begin: isOpenAtStart
    case .through: isOpenAtStart && isOpenAtEnd
    case .end: isOpenAtEnd
    case .active: isOpenAtStart || (hasStarted && !isBefore)
    }
  }
}

/// How many trajecten were open, came in and went out.
struct FlowCount {
  var begin = 0
  var started = 0
  var ended = 0
  /// Both in the same period.
  var startedAndEnded = 0

  var isEmpty: Bool { begin == 0 && started == 0 && ended == 0 }

  func count(_ stock: Measure.Stock) -> Int {
    switch stock {
    case .begin: begin
    case .through: begin - (ended - startedAndEnded)
    case .end: begin + started - ended
    case .active: begin + started
    }
  }
}

/// Trajecten in their groups, with the days on which they started and ended.
private struct OpenTrajecten {
  let groups: [Int32]
  let starts: Cells<Int32>
  let ends: [Int32]
  let groupCount: Int

  /// Gives each group's counts in each period of that length in which there is something to count.
  func forEachPeriod(of length: Period.Length, _ body: (Int, Period, FlowCount) -> Void) {
    let numbers = PeriodNumbers(length, covering: starts, Cells(ends))
    var (first, last) = (Int32.max, Int32.min)
    for row in groups.indices where groups[row] >= 0 {
      for number in [numbers.number(of: starts[row]), numbers.number(of: ends[row])] where number >= 0 {
        (first, last) = (min(first, number), max(last, number))
      }
    }
    guard first <= last else { return }
    let count = Int(last - first) + 1
    var counted = [FlowCount](repeating: FlowCount(), count: groupCount * count)
    for row in groups.indices where groups[row] >= 0 {
      let start = numbers.number(of: starts[row])
      guard start >= 0 else { continue }
      let base = Int(groups[row]) * count
      counted[base + Int(start - first)].started += 1
      let end = numbers.number(of: ends[row])
      guard end >= 0 else { continue }
      counted[base + Int(end - first)].ended += 1
      if end == start { counted[base + Int(start - first)].startedAndEnded += 1 }
    }
    for group in 0..<groupCount {
      var open = 0
      for place in 0..<count {
        var flow = counted[group * count + place]
        flow.begin = open
        open += flow.started - flow.ended
        guard !flow.isEmpty, let period = PeriodNumbers.period(first + Int32(truncatingIfNeeded: place), length) else {
          continue
        }
        body(group, period, flow)
      }
    }
  }

  /// Each group's counts from the first to the last day, with nil for an end that is open.
  func within(_ first: Int32?, _ last: Int32?) -> [FlowCount] {
    var counted = [FlowCount](repeating: FlowCount(), count: groupCount)
    for row in groups.indices where groups[row] >= 0 && starts[row] != FactTable.noDay {
      let (start, end, group) = (starts[row], ends[row], Int(groups[row]))
      let isOpenAtStart = StockTally.counts(.begin, start: start, end: end, first, last)
      let isOpenAtEnd = StockTally.counts(.end, start: start, end: end, first, last)
      let hasStarted = (first.map { start >= $0 } ?? true) && (last.map { start <= $0 } ?? true)
      if isOpenAtStart { counted[group].begin += 1 }
      if hasStarted { counted[group].started += 1 }
      if (isOpenAtStart || hasStarted) && !isOpenAtEnd { counted[group].ended += 1 }
      if hasStarted && !isOpenAtEnd { counted[group].startedAndEnded += 1 }
    }
    return counted
  }
}
