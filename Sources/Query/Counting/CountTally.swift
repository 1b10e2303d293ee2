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
