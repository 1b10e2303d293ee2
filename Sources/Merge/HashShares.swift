/// Rows laid out by the high bits of their hash, in shares so small that a table of one stays near the core.
///
/// A table of all rows at once is looked at in places all over memory, once a row; that grows faster than the rows.
struct HashShares {
  struct Entry: BitwiseCopyable {
    let hash: UInt32
    let row: Int32
  }

  /// Share after share; within one, in the order of the rows.
  let entries: [Entry]
  /// The places of each share in `entries`.
  let ranges: [Range<Int>]

  /// About how many rows a share has.
  private static let rowsOfShare = 1 << 14

  /// - Parameters:
  ///   - hashes: By row, well spread.
  ///   - isWanted: Whether a row is to be in a share.
  /// - Complexity: O(*n*) in rows, in two passes.
  init(of hashes: [UInt32], where isWanted: (Int) -> Bool) {
    var bitCount: UInt32 = 0
    while hashes.count >> Int(bitCount) > Self.rowsOfShare, bitCount < 12 { bitCount += 1 }
    func share(_ hash: UInt32) -> Int { Int(UInt64(hash) >> UInt64(32 - bitCount)) }
    // Where each share begins, and while it is filled, where it goes on.
    var starts = [Int](repeating: 0, count: (1 << Int(bitCount)) + 1)
    for row in hashes.indices where isWanted(row) { starts[share(hashes[row]) + 1] += 1 }
    for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
    ranges = zip(starts, starts.dropFirst()).map { $0..<$1 }
    entries = [Entry](unsafeUninitializedCapacity: starts.last ?? 0) { entries, count in
      for row in hashes.indices where isWanted(row) {
        let share = share(hashes[row])
        entries.initializeElement(at: starts[share], to: Entry(hash: hashes[row], row: Int32(truncatingIfNeeded: row)))
        starts[share] += 1
      }
      count = entries.count
    }
  }
}
