import Projection
import Statistics

/// The mean of a number of each counted row.
struct MeanTally: Tally {
  private let slots: Slots
  private var means: [Mean]
  private let missing: [Int]

  init(_ rows: CountedRows, _ values: Cells<Double>, missing: [Int]?) {
    slots = rows.slots
    means = [Mean](repeating: Mean(), count: slots.count)
    self.missing = missing ?? rows.count(.missing)
    for row in rows.slotOf.indices where rows.isCounted(row) && !values[row].isNaN {
      means[Int(rows.slotOf[row])].add(values[row])
    }
  }

  func figure(_ cell: Evaluation.Cell) -> Figure {
    .mean(means[slots.place(cell)], on: nil, missing: missing[slots.place(cell)])
  }
}
