/// Rows by a hash of what they are about: an open-addressing table over flat arrays.
///
/// Two rows may share a hash without being about the same, so whoever asks compares what it finds.
struct RowIndex {
  /// A row + 1 in the low half and its hash in the high one, or 0 for a free place.
  private var places: [UInt64]
  private var count = 0
  private var mask: Int

  init(expecting expected: Int) {
    var capacity = 64
    while capacity < expected * 2 { capacity *= 2 }
    places = [UInt64](repeating: 0, count: capacity)
    mask = capacity - 1
  }

  /// The first row that was put in with this hash; `row` itself is put in where there is none.
  ///
  /// - Complexity: O(1) with hashes that are spread well.
  mutating func firstRow(hash: UInt32, orInsert row: Int32) -> Int32? {
    var place = Self.place(of: hash) & mask
    while case let entry = places[place], entry != 0 {
      if entry >> 32 == UInt64(hash) { return Int32(truncatingIfNeeded: entry & 0xFFFF_FFFF) - 1 }
      place = (place + 1) & mask
    }
    places[place] = UInt64(hash) << 32 | UInt64(UInt32(row + 1))
    count += 1
    if count * 2 > mask { grow() }
    return nil
  }

  /// By the low bits: those of one table may all have the same high one.
  private static func place(of hash: UInt32) -> Int { Int(hash) }

  private mutating func grow() {
    var larger = RowIndex(expecting: count * 2)
    for entry in places where entry != 0 {
      var place = Self.place(of: UInt32(entry >> 32)) & larger.mask
      while larger.places[place] != 0 { place = (place + 1) & larger.mask }
      larger.places[place] = entry
    }
    larger.count = count
    self = larger
  }
}
