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
    let (starts, endDays) = (cases.facts(.started).days("datum"), cases.facts(.ended).days("datum"))
    let lastKnownDay = cases.lastKnownDay ?? 0
    for row in rows.slotOf.indices where rows.isCounted(row) {
      let end = cases.endOfStarted[row]
      let days = CaseTable.days(from: starts[row], to: end >= 0 ? endDays[Int(end)] : lastKnownDay)
      if let days = Int(exactly: days) {
        observations[Int(rows.slotOf[row])].append(KaplanMeier.Observation(days: days, hasEnded: end >= 0))
      } else {
        missing[Int(rows.slotOf[row])] += 1
      }
    }
  }

  func figure(_ cell: Evaluation.Cell) -> Figure {
    let place = slots.place(cell)
    let followed = observations[place]
    return Figure(
      value: KaplanMeier(followed)?.median.map(Double.init),
      numerator: Double(followed.reduce(0) { $0 + $1.days }), n: followed.count, missing: missing[place])
  }
}
