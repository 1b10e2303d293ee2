import Projection

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
    .count(counts[slots.place(cell)], missing: missing[slots.place(cell)])
  }
}
