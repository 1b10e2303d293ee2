import Projection

/// The median of a number of days of each counted row.
struct MedianTally: Tally {
  private let slots: Slots
  private var values: [[Double]]
  private let missing: [Int]

  init(_ rows: CountedRows, _ column: Cells<Double>, missing: [Int]?) {
    slots = rows.slots
    values = [[Double]](repeating: [], count: slots.count)
    self.missing = missing ?? rows.count(.missing)
    for row in rows.slotOf.indices where rows.isCounted(row) && !column[row].isNaN {
      values[Int(rows.slotOf[row])].append(column[row])
    }
  }

  func figure(_ cell: Evaluation.Cell) -> Figure {
    .duration(values[slots.place(cell)], missing: missing[slots.place(cell)])
  }
}
