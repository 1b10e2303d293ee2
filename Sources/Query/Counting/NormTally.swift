/// Rows that are held to a norm, with the norms that each figure is made by.
struct NormTally: Tally {
  private let share: ShareTally
  private let slots: Slots
  private let norms: [Norm]
  /// Per slot the places of its norms, in rising order.
  private let used: [[Int32]]

  /// - Parameter normOf: Per row the place of its norm, or −1.
  init(_ share: ShareTally, _ rows: CountedRows, _ norms: [Norm], normOf: [Int32]) {
    self.share = share
    self.norms = norms
    slots = rows.slots
    var used = [Set<Int32>](repeating: [], count: slots.count)
    var last: (slot: Int32, norm: Int32) = (-1, -1)
    for row in rows.slotOf.indices where rows.isCounted(row) && normOf[row] >= 0 {
      if last == (rows.slotOf[row], normOf[row]) { continue }
      last = (rows.slotOf[row], normOf[row])
      used[Int(last.slot)].insert(last.norm)
    }
    self.used = used.map { $0.sorted() }
  }

  func figure(_ cell: Evaluation.Cell) -> Figure {
    var figure = share.figure(cell)
    figure.norms = used[slots.place(cell)].map { norms[Int($0)] }
    return figure
  }
}
