/// The rows of an indicator's table: to which group each belongs, and what it is to the indicator.
struct CountedRows {
  let slots: Slots
  /// Per row its place among the slots, or −1 where the question leaves it out.
  let slotOf: [Int32]
  /// Per row the raw value of its `RowClass`.
  let classes: [UInt8]

  func isCounted(_ row: Int) -> Bool { slotOf[row] >= 0 && classes[row] >= RowClass.counted.rawValue }

  /// How many rows of each slot are of that class.
  func count(_ rowClass: RowClass) -> [Int] {
    var counts = [Int](repeating: 0, count: slots.count)
    for row in slotOf.indices where slotOf[row] >= 0 && classes[row] == rowClass.rawValue {
      counts[Int(slotOf[row])] += 1
    }
    return counts
  }
}
