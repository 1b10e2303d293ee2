import Platform

/// Rows whose hash another row may have too, found without a table of all rows.
///
/// A bit for each of some numbers that hashes are mapped to shows which were met twice; few other rows are taken along.
struct RepeatedHashes {
  struct Entry: BitwiseCopyable {
    let hash: UInt32
    let row: Int32
  }

  /// In the order of the rows.
  let entries: [Entry]

  /// Eight bits a row: about one row in eight is taken along.
  private static let bitsOfRow = 8

  /// - Parameters:
  ///   - hashes: By row, well spread.
  ///   - isWanted: By row, whether it is looked at.
  ///   - none: The hash of rows that are not.
  /// - Complexity: O(*n*) in rows, in two passes, on all cores.
  init(of hashes: [UInt32], where isWanted: [Bool], except none: UInt32) {
    var wordCount = 64
    while wordCount * 64 < hashes.count * Self.bitsOfRow { wordCount *= 2 }
    let bits = UInt32(truncatingIfNeeded: wordCount * 64 - 1)
    let halves = hashes.indices.halves
    let isWorthwhile = hashes.count > 50_000
    let met = Parallel.map(halves, isWorthwhile: isWorthwhile) { [wordCount] rows in
      var once = [UInt64](repeating: 0, count: wordCount)
      var twice = once
      for row in rows where isWanted[row] && hashes[row] != none {
        let bit = hashes[row] & bits
        let (word, mark) = (Int(bit >> 6), UInt64(1) << UInt64(bit & 63))
        twice[word] |= once[word] & mark
        once[word] |= mark
      }
      return (once: once, twice: twice)
    }
    var twice = met[0].twice
    for word in twice.indices {
      twice[word] |= met[1].twice[word] | (met[0].once[word] & met[1].once[word])
    }
    let found = Parallel.map(halves, isWorthwhile: isWorthwhile) { [twice] rows in
      var entries: [Entry] = []
      for row in rows where isWanted[row] && hashes[row] != none {
        let bit = hashes[row] & bits
        if twice[Int(bit >> 6)] & 1 << UInt64(bit & 63) != 0 {
          entries.append(Entry(hash: hashes[row], row: Int32(truncatingIfNeeded: row)))
        }
      }
      return entries
    }
    entries = found[0] + found[1]
  }
}
