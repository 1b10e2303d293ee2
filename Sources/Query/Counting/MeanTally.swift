import Projection
import Statistics

/// The mean of a number of each counted row.
struct MeanTally: Tally {
  private let slots: Slots
  private var means: [Mean]
  private let missing: [Int]
  private let scale: ClosedRange<Double>?

  init(_ rows: CountedRows, _ values: Cells<Double>, missing: [Int]?, scale: ClosedRange<Double>? = nil) {
    slots = rows.slots
    self.scale = scale
    means = [Mean](repeating: Mean(), count: slots.count)
    self.missing = missing ?? rows.count(.missing)
    for row in rows.slotOf.indices where rows.isCounted(row) && !values[row].isNaN {
      means[Int(rows.slotOf[row])].add(values[row])
    }
  }

  func figure(_ cell: Evaluation.Cell) -> Figure {
    .mean(means[slots.place(cell)], on: scale, missing: missing[slots.place(cell)])
  }
}
