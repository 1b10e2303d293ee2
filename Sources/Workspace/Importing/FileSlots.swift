/// What the rows of one file say about each slot, so that a later row that says something else is not recorded over it.
///
/// Costs the bytes of each slot, and about 32 bytes beside.
struct FileSlots {
  private struct Slot: Hashable {
    let kind: String
    let values: [UInt8]
  }

  private var rows: [Slot: (line: Int, content: Int)] = [:]

  /// The line of an earlier row about the same slot that says something else; nil where there is none.
  func lineThatDiffers(from payload: ComparablePayload) -> Int? {
    guard let slot = Self.slot(of: payload), let row = rows[slot], row.content != payload.bytes.hashValue else {
      return nil
    }
    return row.line
  }

  /// Takes a row, unless an earlier one stands for its slot.
  mutating func add(_ payload: ComparablePayload, line: Int) {
    guard let slot = Self.slot(of: payload), rows[slot] == nil else { return }
    rows[slot] = (line, payload.bytes.hashValue)
  }

  private static func slot(of payload: ComparablePayload) -> Slot? {
    payload.slot.map { Slot(kind: payload.kind, values: $0) }
  }
}
