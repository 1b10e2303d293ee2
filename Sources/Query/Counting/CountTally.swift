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
    .count(counts[slots.place(cell)], missing: missing[slots.place(cell)])
  }
}
