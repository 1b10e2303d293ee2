/// Where the lines of some rows in a row stand, and their chains: those of one reading, which are never copied into longer
/// ones.
struct LineRun: Sendable {
  /// Sixteen bytes a line, so that a line costs one step and as little memory as can be.
  private struct Line: Sendable {
    let chain: UInt64
    /// Where it starts in its file, and in the lowest 24 bits how many bytes it has.
    let place: UInt64
  }

  /// A line that stands behind this place cannot be found again, and counts as one that is not right.
  static let largestEnd = 1 << 40
  /// Sixteen times as much as a line that is right may have.
  private static let largestByteCount = (1 << 24) - 1

  var firstRow = 0
  private var lines: [Line] = []

  mutating func reserve(_ count: Int) { lines.reserveCapacity(count) }

  @inline(__always)
  mutating func add(_ chain: UInt64, _ range: Range<Int>) {
    let count = UInt64(truncatingIfNeeded: min(range.count, Self.largestByteCount))
    lines.append(Line(chain: chain, place: UInt64(truncatingIfNeeded: range.lowerBound) << 24 | count))
  }

  mutating func removeLast() { lines.removeLast() }

  func chain(of row: Int) -> UInt64 { lines[row - firstRow].chain }

  /// Where the line stands in its file, without its line feed.
  func range(of row: Int) -> Range<Int> {
    let place = lines[row - firstRow].place
    let start = Int(truncatingIfNeeded: place >> 24)
    return start..<start + Int(truncatingIfNeeded: place & UInt64(Self.largestByteCount))
  }
}
