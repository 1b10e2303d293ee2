import Projection

/// The sum of a number of each counted row.
struct SumTally: Tally {
  private let slots: Slots
  private var sums: [Double]
  private var counts: [Int]
  private let missing: [Int]
  private let divisor: Double

  /// Sums of whole numbers, such as cents, are exact up to 2⁵³.
  init(_ rows: CountedRows, _ values: Cells<Double>, per divisor: Double) {
    slots = rows.slots
    self.divisor = divisor
    sums = [Double](repeating: 0, count: slots.count)
    counts = [Int](repeating: 0, count: slots.count)
    missing = rows.count(.missing)
    for row in rows.slotOf.indices where rows.isCounted(row) && !values[row].isNaN {
      sums[Int(rows.slotOf[row])] += values[row]
      counts[Int(rows.slotOf[row])] += 1
    }
  }

  func figure(_ cell: Evaluation.Cell) -> Figure {
    let place = slots.place(cell)
    let sum = sums[place] / divisor
    return Figure(
      value: counts[place] > 0 ? sum : nil, numerator: sum, n: counts[place], missing: missing[place])
  }
}
