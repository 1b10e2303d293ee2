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
  /// Of a period that the conditions cut, the part that they leave.
  ///
  /// - Throws: `.needsOnePeriod` when the conditions leave several stretches, of all time or of one period.
  init(
    _ stock: Measure.Stock,
    of id: String,
    _ cases: CaseTable,
    _ filter: RowFilter,
    grouping: inout Grouping
  ) throws(QueryError) {
    self.stock = stock
    var base = grouping.withoutTime
    let groups = base.groups(of: .rows(.started), in: cases, filter: filter.withoutTime)
    let starts = cases.facts(.started).days("datum")
    let open = OpenTrajecten(
      groups: groups, starts: starts, ends: cases.endDaysOfStarted, groupCount: base.count)
    var counts: [Int32: Int] = [:]
    if let length = filter.timing.length {
      for (period, flows) in open.periods(of: length, until: cases.lastKnownDay) {
        let (first, last) = (period.start.days, period.end.days - 1)
        guard let kept = filter.timing.kept(first, last) else {
          throw QueryError(position: 0, reason: .needsOnePeriod(indicator: id))
        }
        if kept.isEmpty { continue }
        let counted = kept == first..<(last + 1) ? flows : open.within(kept.lowerBound, kept.upperBound - 1)
        for (group, flow) in counted.enumerated() where !flow.isEmpty {
          let values = base.values(of: Int32(truncatingIfNeeded: group))
          counts[grouping.group(values, in: period)] = flow.count(stock)
        }
      }
    } else if !filter.timing.isOfNoPeriod {
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

/// Trajecten in their groups, with the days on which they started and ended.
private struct OpenTrajecten {
  let groups: [Int32]
  let starts: Cells<Int32>
  let ends: Cells<Int32>
  let groupCount: Int

  /// Each group's counts in every period of that length from the first start to the last day that anything is known of,
  /// so that a group goes on where it has no starts or ends of its own.
  ///
  /// A traject that ended before its start came in, and is not open on any day.
  func periods(of length: Period.Length, until lastKnownDay: Int32?) -> [(Period, [FlowCount])] {
    let numbers = PeriodNumbers(length, covering: starts, ends, Cells([lastKnownDay ?? FactTable.noDay]))
    var (first, last) = (Int32.max, numbers.number(of: lastKnownDay ?? FactTable.noDay))
    for row in groups.indices where groups[row] >= 0 {
      let number = numbers.number(of: starts[row])
      if number >= 0 { first = min(first, number) }
    }
    guard first <= last else { return [] }
    let count = Int(last - first) + 1
    var counted = [FlowCount](repeating: FlowCount(), count: groupCount * count)
    for row in groups.indices where groups[row] >= 0 {
      let start = numbers.number(of: starts[row])
      guard start >= 0 else { continue }
      let base = Int(groups[row]) * count
      counted[base + Int(start - first)].started += 1
      guard ends[row] != FactTable.noDay else { continue }
      let end = numbers.number(of: max(starts[row], ends[row]))
      counted[base + Int(end - first)].ended += 1
      if end == start { counted[base + Int(start - first)].startedAndEnded += 1 }
    }
    var open = [Int](repeating: 0, count: groupCount)
    return (0..<count).compactMap { place in
      let flows = open.indices.map { group in
        var flow = counted[group * count + place]
        flow.begin = open[group]
        open[group] += flow.started - flow.ended
        return flow
      }
      return PeriodNumbers.period(first + Int32(truncatingIfNeeded: place), length).map { ($0, flows) }
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
