import Projection

/// One sum per another sum.
struct RatioTally: Tally {
  private let slots: Slots
  private var top: [Double]
  private var base: [Double]
  private let missing: [Int]
  private let factor: Double
  private let unit: Double
  private let hasTop: [Bool]

  /// - Parameter unit: What sums are divided by to be given: 100 makes euros of cents.
  init(
    _ rows: CountedRows, _ values: Cells<Double>, base baseRows: CountedRows, _ baseValues: Cells<Double>,
    factor: Double, per unit: Double
  ) {
    slots = rows.slots
    self.factor = factor
    self.unit = unit
    hasTop = rows.count(.counted).map { $0 > 0 }
    top = Self.sums(rows, values)
    base = Self.sums(baseRows, baseValues)
    missing = rows.count(.missing)
  }

  private static func sums(_ rows: CountedRows, _ values: Cells<Double>) -> [Double] {
    var sums = [Double](repeating: 0, count: rows.slots.count)
    for row in rows.slotOf.indices where rows.isCounted(row) && !values[row].isNaN {
      sums[Int(rows.slotOf[row])] += values[row]
    }
    return sums
  }

  func figure(_ cell: Evaluation.Cell) -> Figure {
    let place = slots.place(cell)
    return Figure(
      value: base[place] > 0 && hasTop[place] ? top[place] / base[place] * factor : nil, numerator: top[place] / unit,
      n: Int(exactly: (base[place] / unit).rounded()) ?? 0, missing: missing[place])
  }
}
