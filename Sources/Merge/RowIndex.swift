/// Rows by a hash of what they are about: an open-addressing table over flat arrays.
///
/// Two rows may share a hash without being about the same, so whoever asks compares what it finds.
struct RowIndex {
  private var hashes: [UInt64]
  private var rows: [Int32]
  private var count = 0
  private var mask: Int

  init(expecting expected: Int) {
    var capacity = 64
    while capacity < expected * 2 { capacity *= 2 }
    hashes = [UInt64](repeating: 0, count: capacity)
    rows = [Int32](repeating: -1, count: capacity)
    mask = capacity - 1
  }

  /// The first row that was put in with this hash and that `isSame` accepts; `row` itself is put in where there is none.
  ///
  /// - Complexity: O(1) with hashes that are spread well.
  mutating func firstRow(hash: UInt64, orInsert row: Int32, isSame: (Int32) -> Bool) -> Int32? {
    var place = Int(truncatingIfNeeded: hash) & mask
    while rows[place] >= 0 {
      if hashes[place] == hash, isSame(rows[place]) { return rows[place] }
      place = (place + 1) & mask
    }
    hashes[place] = hash
    rows[place] = row
    count += 1
    if count * 2 > mask { grow() }
    return nil
  }

  private mutating func grow() {
    var larger = RowIndex(expecting: count * 2)
    for (hash, row) in zip(hashes, rows) where row >= 0 {
      var place = Int(truncatingIfNeeded: hash) & larger.mask
      while larger.rows[place] >= 0 { place = (place + 1) & larger.mask }
      larger.hashes[place] = hash
      larger.rows[place] = row
    }
    larger.count = count
    self = larger
  }
}
