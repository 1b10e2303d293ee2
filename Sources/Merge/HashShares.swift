import Platform

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
  ///   - isWanted: By row, whether it is to be in a share.
  ///   - none: The hash of rows that are to be in none.
  /// - Complexity: O(*n*) in rows, in two passes, on all cores.
  init(of hashes: [UInt32], where isWanted: [Bool], except none: UInt32) {
    var bitCount: UInt32 = 0
    while hashes.count >> Int(bitCount) > Self.rowsOfShare, bitCount < 12 { bitCount += 1 }
    let lowBitCount = UInt64(32 - bitCount)
    let shareCount = 1 << Int(bitCount)
    @Sendable func share(_ hash: UInt32) -> Int { Int(UInt64(hash) >> lowBitCount) }

    let halves = hashes.indices.halves
    let isWorthwhile = hashes.count > 50_000
    let counts = Parallel.map(halves, isWorthwhile: isWorthwhile) { rows in
      var counts = [Int](repeating: 0, count: shareCount)
      for row in rows where isWanted[row] && hashes[row] != none { counts[share(hashes[row])] += 1 }
      return counts
    }
    // Where the rows of each half begin in each share.
    var starts = counts
    var ranges: [Range<Int>] = []
    var next = 0
    for share in 0..<shareCount {
      let first = next
      for half in halves.indices {
        starts[half][share] = next
        next += counts[half][share]
      }
      ranges.append(first..<next)
    }
    self.ranges = ranges
    let entryCount = next
    entries = [Entry](unsafeUninitializedCapacity: entryCount) { entries, count in
      nonisolated(unsafe) let entries = entries
      _ = Parallel.map(Array(zip(halves, starts)), isWorthwhile: isWorthwhile) { rows, starts in
        var places = starts
        for row in rows where isWanted[row] && hashes[row] != none {
          let share = share(hashes[row])
          entries.initializeElement(
            at: places[share], to: Entry(hash: hashes[row], row: Int32(truncatingIfNeeded: row)))
          places[share] += 1
        }
      }
      count = entryCount
    }
  }
}
