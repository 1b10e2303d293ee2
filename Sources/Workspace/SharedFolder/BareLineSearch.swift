import EventLog

/// Finds the lines without payload in a segment that comes in pieces.
struct BareLineSearch {
  private(set) var seqs: [Int] = []
  /// The beginning of a line that goes on in the next piece.
  private var rest: [UInt8] = []
  // In the canonical form it can stand in one place only.
  private static let digest = Array("\"digest\"".utf8)

  mutating func take(_ piece: [UInt8]) {
    let bytes = rest.isEmpty ? piece : rest + piece
    var left = 0
    bytes.withUnsafeBufferPointer { bytes in
      var breaks = LineBreaks(bytes)
      while let range = breaks.next() { look(at: range, in: bytes) }
      left = breaks.rest.count
    }
    rest = Array(bytes.suffix(left))
  }

  private mutating func look(at range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) {
    let start = range.lowerBound
    guard range.count > 64, bytes[start + 23..<start + 31].elementsEqual(Self.digest),
      let line = try? LineView(parsing: bytes, in: range)
    else { return }
    seqs.append(line.seq)
  }
}
