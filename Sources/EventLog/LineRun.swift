/// What is known of the lines of one reading without looking at them: where they stand, of which kind they are, where
/// their payloads start, and how they are referred to. Runs are never copied into longer ones.
struct LineRun: Sendable {
  /// Twelve bytes a line, so that a line costs one step and as little memory as can be. Where it ends shows in where the
  /// next one starts.
  private struct Line: Sendable {
    /// The lowest 32 bits of where it starts in its file.
    let start: UInt32
    /// In the highest 24 bits the tag, in the others where the payload starts.
    let tagAndPayload: UInt32
    /// In the highest 8 bits the highest ones of where it starts, in the lowest 16 the kind, and between them a mark for
    /// a line whose end stands in `ends`.
    var rest: UInt32

    static let endMark: UInt32 = 1 << 16
  }

  /// A line that stands behind this place cannot be found again, and counts as one that is not right.
  static let largestEnd = 1 << 40

  var firstRow = 0
  private var lines: [Line] = []
  /// Of lines behind which the next one does not start, by their place.
  private var ends: [Int: Int] = [:]
  private var lastEnd = -1

  var count: Int { lines.count }

  mutating func reserve(_ count: Int) { lines.reserveCapacity(count) }

  /// - Parameters:
  ///   - payload: Where the payload starts in the line.
  ///   - range: Without the line feed.
  @inline(__always)
  mutating func add(_ kind: UInt16, tag: UInt32, payload: UInt8, _ range: Range<Int>) {
    if range.lowerBound != lastEnd + 1 { noteEnd() }
    let start = UInt64(truncatingIfNeeded: range.lowerBound)
    lines.append(
      Line(
        start: UInt32(truncatingIfNeeded: start), tagAndPayload: tag << 8 | UInt32(payload),
        rest: UInt32(truncatingIfNeeded: start >> 32) << 24 | UInt32(kind)))
    lastEnd = range.upperBound
  }

  private mutating func noteEnd() {
    guard !lines.isEmpty else { return }
    lines[lines.count - 1].rest |= Line.endMark
    ends[lines.count - 1] = lastEnd
  }

  mutating func removeLast() {
    lastEnd = lines.count > 1 ? range(at: lines.count - 2).upperBound : -1
    lines.removeLast()
    ends[lines.count] = nil
  }

  func kind(of row: Int) -> UInt16 { UInt16(truncatingIfNeeded: lines[row - firstRow].rest) }

  /// The first 24 bits of the chain.
  func tag(of row: Int) -> UInt32 { lines[row - firstRow].tagAndPayload >> 8 }

  /// Where the line stands in its file, without its line feed.
  func range(of row: Int) -> Range<Int> { range(at: row - firstRow) }

  private func range(at place: Int) -> Range<Int> {
    let line = lines[place]
    let start = Self.start(line)
    let end: Int
    if line.rest & Line.endMark != 0 {
      end = ends[place] ?? start
    } else {
      end = place + 1 < lines.count ? Self.start(lines[place + 1]) - 1 : lastEnd
    }
    return start..<max(start, end)
  }

  private static func start(_ line: Line) -> Int { Int(line.rest >> 24) << 32 | Int(line.start) }

  /// Calls `body` with the place of each line, its kind and where its payload starts.
  @inline(__always)
  func forEach(_ body: (_ place: Int, _ kind: UInt16, _ payload: UInt8) -> Void) {
    lines.withUnsafeBufferPointer { lines in
      for place in lines.indices {
        let line = lines[place]
        body(place, UInt16(truncatingIfNeeded: line.rest), UInt8(truncatingIfNeeded: line.tagAndPayload))
      }
    }
  }
}
