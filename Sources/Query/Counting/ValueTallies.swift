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

/// How many rows count.
struct CountTally: Tally {
  private let slots: Slots
  private let counts: [Int]
  private let missing: [Int]

  init(_ rows: CountedRows) {
    slots = rows.slots
    counts = zip(rows.count(.counted), rows.count(.hit)).map(+)
    missing = rows.count(.missing)
  }

  func figure(_ cell: Evaluation.Cell) -> Figure {
    let count = counts[slots.place(cell)]
    return Figure(value: Double(count), numerator: Double(count), n: count, missing: missing[slots.place(cell)])
  }
}

/// How many jeugdigen the counted rows are about; rows without a pseudonym are missing.
struct JeugdigenTally: Tally {
  private let slots: Slots
  private var counts: [Int]
  private var missing: [Int]
  /// Whether some rows count, and none of them says whose it is.
  let isImpossible: Bool

  init(_ rows: CountedRows, _ persons: Cells<Int32>) {
    slots = rows.slots
    var missing = rows.count(.missing)
    var pairs: [UInt64] = []
    var countedCount = 0
    for row in rows.slotOf.indices where rows.isCounted(row) {
      countedCount += 1
      if persons[row] < 0 {
        missing[Int(rows.slotOf[row])] += 1
      } else {
        pairs.append(UInt64(rows.slotOf[row].magnitude) << 32 | UInt64(persons[row].magnitude))
      }
    }
    isImpossible = countedCount > 0 && pairs.isEmpty
    pairs.sort()
    var counts = [Int](repeating: 0, count: slots.count)
    for (index, pair) in pairs.enumerated() where index == 0 || pairs[index - 1] != pair {
      counts[Int(pair >> 32)] += 1
    }
    self.counts = counts
    self.missing = missing
  }

  func figure(_ cell: Evaluation.Cell) -> Figure {
    let count = counts[slots.place(cell)]
    return Figure(value: Double(count), numerator: Double(count), n: count, missing: missing[slots.place(cell)])
  }
}
