import Projection
import Statistics

/// The days after which half of each group's trajecten have ended, those that are open followed to the last known day.
struct SurvivalTally: Tally {
  private let slots: Slots
  private var observations: [[KaplanMeier.Observation]]
  private var missing: [Int]

  init(_ rows: CountedRows, _ cases: CaseTable) {
    slots = rows.slots
    observations = [[KaplanMeier.Observation]](repeating: [], count: slots.count)
    missing = rows.count(.missing)
    let followed = Self.daysFollowed(cases)
    for row in rows.slotOf.indices where rows.isCounted(row) {
      if let days = Int(exactly: followed[row]) {
        let hasEnded = cases.endOfStarted[row] >= 0
        observations[Int(rows.slotOf[row])].append(KaplanMeier.Observation(days: days, hasEnded: hasEnded))
      } else {
        missing[Int(rows.slotOf[row])] += 1
      }
    }
  }

  /// Per row of `traject_gestart` the days to its end, or to the last known day; not a number where the order is wrong.
  static func daysFollowed(_ cases: CaseTable) -> Cells<Double> {
    let (starts, ends) = (cases.facts(.started).days("datum"), cases.endDaysOfStarted)
    let lastKnownDay = cases.lastKnownDay ?? 0
    return Cells(
      starts.indices.map { row in
        CaseTable.days(from: starts[row], to: cases.endOfStarted[row] < 0 ? lastKnownDay : ends[row])
      })
  }

  func figure(_ cell: Evaluation.Cell) -> Figure {
    let place = slots.place(cell)
    let followed = observations[place]
    return Figure(
      value: KaplanMeier(followed)?.median.map(Double.init),
      numerator: Double(followed.reduce(0) { $0 + $1.days }), n: followed.count, missing: missing[place])
  }
}
