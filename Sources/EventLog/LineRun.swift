/// Where the lines of some rows in a row stand, as columns: those of one reading, which are never copied into longer ones.
struct LineRun: Sendable {
  var firstRow = 0
  var chains: [UInt64] = []
  /// Where the line starts in its file.
  var starts: [Int] = []
  var lengths: [Int32] = []

  mutating func reserve(_ count: Int) {
    chains.reserveCapacity(count)
    starts.reserveCapacity(count)
    lengths.reserveCapacity(count)
  }

  @inline(__always)
  mutating func add(_ chain: UInt64, _ range: Range<Int>) {
    chains.append(chain)
    starts.append(range.lowerBound)
    lengths.append(Int32(clamping: range.count))
  }

  mutating func removeLast() {
    chains.removeLast()
    starts.removeLast()
    lengths.removeLast()
  }
}
