import Platform

/// Finds the rows whose slot has one of some hashes.
///
/// Looking at all rows in turn takes a fraction of a millisecond for a million of them, and no index that would have to be
/// made and kept.
struct SlotSearch: Sendable {
  /// A bit for each ending of one of the hashes.
  private var endings = [UInt64](repeating: 0, count: 1024)
  private let hashes: [UInt32]
  /// Up to so many are compared one by one.
  private static let fewHashes = 3

  init(_ hashes: [UInt32]) {
    self.hashes = hashes
    for hash in hashes { endings[Int(hash >> 6) & 1023] |= 1 << UInt64(hash & 63) }
  }

  /// Rows that may have one of the hashes, all that have one among them, in order.
  func rows(in column: Cells<UInt32>) -> [Int] {
    let halves = Parallel.map((0..<column.count).halves, isWorthwhile: column.count > 50_000) { rows in
      hashes.count <= Self.fewHashes ? hashes.flatMap { find($0, column, rows) } : find(column, rows)
    }
    return halves.flatMap(\.self).sorted()
  }

  private func find(_ hash: UInt32, _ column: Cells<UInt32>, _ rows: Range<Int>) -> [Int] {
    var found: [Int] = []
    var start = rows.lowerBound
    while start < rows.upperBound {
      let end = min(start + 4096, rows.upperBound)
      var count: UInt32 = 0
      for row in start..<end { count &+= column.start[row] == hash ? 1 : 0 }
      if count > 0 { found += (start..<end).filter { column[$0] == hash } }
      start = end
    }
    return found
  }

  private func find(_ column: Cells<UInt32>, _ rows: Range<Int>) -> [Int] {
    endings.withUnsafeBufferPointer { endings in
      rows.filter { row in
        let hash = column.start[row]
        return endings[Int(hash >> 6) & 1023] >> UInt64(hash & 63) & 1 == 1
      }
    }
  }
}
