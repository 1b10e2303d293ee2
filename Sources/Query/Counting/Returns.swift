import CivilTime
import Projection

/// The trajecten of each jeugdige in the order of their starts, and what follows from that.
///
/// Only trajecten with a pseudonym take part: of the others nobody knows whose they are.
struct Returns: Sendable {
  /// Which new traject counts as coming back.
  enum Sort {
    case anyHelp
    case sameQuestion
    case sameProvider
  }

  /// Rows of `traject_gestart`, by jeugdige and then by day; and where each row's jeugdige begins and ends in it.
  private let order: [Int32]
  private let ranges: [Range<Int32>]
  private let starts: Cells<Int32>
  private let ends: Cells<Int32>
  private let started: FactTable
  /// By row of `traject_beeindigd`.
  private let endDays: Cells<Int32>
  private let startOfEnded: Cells<Int32>

  init(_ cases: CaseTable) {
    started = cases.facts(.started)
    endDays = cases.facts(.ended).days("datum")
    startOfEnded = cases.startOfEnded
    starts = started.days("datum")
    ends = cases.endDaysOfStarted
    let persons = started.codes("pseudoniem")
    let starts = starts
    let sorted = persons.indices.filter { persons[$0] >= 0 && starts[$0] != FactTable.noDay }
      .sorted { (persons[$0], starts[$0], $0) < (persons[$1], starts[$1], $1) }
    order = sorted.map { Int32(truncatingIfNeeded: $0) }
    var ranges = [Range<Int32>](repeating: 0..<0, count: started.rowCount)
    var first = 0
    while first < sorted.count {
      var last = first + 1
      while last < sorted.count, persons[sorted[last]] == persons[sorted[first]] { last += 1 }
      let range = Int32(truncatingIfNeeded: first)..<Int32(truncatingIfNeeded: last)
      for place in first..<last { ranges[sorted[place]] = range }
      first = last
    }
    self.ranges = ranges
  }

  /// The rows of the same jeugdige as a row of `traject_gestart`, itself among them; empty without a pseudonym.
  private func sameJeugdige(_ row: Int) -> ArraySlice<Int32> {
    order[Int(ranges[row].lowerBound)..<Int(ranges[row].upperBound)]
  }

  /// Per row of `traject_gestart`: 1 with help in the five years before its reporting period, 0 without, −1 where there
  /// is no pseudonym.
  ///
  /// Help that ended the day before, or goes on, is the same help. Source: CBS, Jeugdmonitor.
  func earlierHelp(in length: Period.Length) -> [Int8] {
    starts.indices.map { row in
      if ranges[row].isEmpty { return -1 }
      let period = Period(length, containing: CivilDate(days: starts[row]))
      let before = period.start.days
      let since = CivilDate(days: before).adding(months: -60).days
      let hadHelp = sameJeugdige(row).contains { other in
        let (start, end) = (starts[Int(other)], ends[Int(other)])
        return Int(other) != row && start < before && end != FactTable.noDay && end >= since && end + 1 < starts[row]
      }
      return hadHelp ? 1 : 0
    }
  }

  /// Per row of `traject_beeindigd`, the days until the same jeugdige's next start; not a number where none is known.
  var daysUntilReturn: Cells<Double> {
    Cells(
      endDays.indices.map { row in
        let start = Int(startOfEnded[row])
        guard start >= 0 else { return .nan }
        return sameJeugdige(start).lazy.filter { $0 != start }.map { starts[Int($0)] }.first { $0 > endDays[row] }
          .map { Double($0 - endDays[row]) } ?? .nan
      })
  }

  /// Per row of `traject_beeindigd`: 1 when the jeugdige came back within twelve calendar months, 0 when not, 2 when
  /// those months are not over on the last day that anything is known of, −1 where it cannot be known.
  func comingBack(_ sort: Sort, _ lastKnownDay: Int32?) -> [Int8] {
    let (questions, providers) = (started.codes("zorgvraag"), started.codes("aanbieder"))
    return endDays.indices.map { row in
      let own = Int(startOfEnded[row])
      guard own >= 0, !ranges[own].isEmpty else { return -1 }
      if sort == .sameQuestion, questions[own] < 0 { return -1 }
      let last = CivilDate(days: endDays[row]).adding(months: 12).days
      guard let lastKnownDay, lastKnownDay >= last else { return 2 }
      let cameBack = sameJeugdige(own).contains { other in
        let other = Int(other)
        // A traject that ended before its start is no new one after itself.
        guard other != own, starts[other] > endDays[row], starts[other] <= last else { return false }
        return switch sort {
        case .anyHelp: true
        case .sameQuestion: questions[other] == questions[own]
        case .sameProvider: providers[other] == providers[own]
        }
      }
      return cameBack ? 1 : 0
    }
  }
}
