/// Rows that follow a rule, of those that count.
struct ShareTally: Tally {
  private let slots: Slots
  private var hits: [Int]
  private var counted: [Int]
  private var missing: [Int]

  init(_ rows: CountedRows, missing others: [Int]?) {
    slots = rows.slots
    var counts = [Int](repeating: 0, count: slots.count * 4)
    for row in rows.slotOf.indices where rows.slotOf[row] >= 0 {
      counts[Int(rows.slotOf[row]) * 4 + Int(rows.classes[row])] += 1
    }
    func count(_ kind: RowClass) -> [Int] { (0..<rows.slots.count).map { counts[$0 * 4 + Int(kind.rawValue)] } }
    hits = count(.hit)
    counted = zip(count(.counted), hits).map(+)
    missing = others ?? count(.missing)
  }

  func figure(_ cell: Evaluation.Cell) -> Figure {
    let place = slots.place(cell)
    return .rate(hits[place], of: counted[place], missing: missing[place])
  }
}
