import CanonicalJSON
import EventLog

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Finds the lines of logs in any bytes, whatever stands between them.
///
/// A line is looked for wherever `{"chain":"` stands, so junk before it on the same line, other line ends or a lost
/// line feed hide none. Only the canonical bytes of a whole line are taken; nothing is repaired.
/// Holds one piece and at most one line in memory.
struct LineGleaner {
  /// What stands in the bytes, in order.
  enum Find {
    /// A line, in a range of bytes that are valid during the call. It is ended where a line feed follows, or `\r\n`.
    case line(LineView, UnsafeBufferPointer<UInt8>, Range<Int>, offset: Int, isEnded: Bool)
    /// Bytes that begin as a line does and are none: at most the first few hundred of them.
    case fragment([UInt8], offset: Int, isNewer: Bool)
    /// Bytes that are no line, in the stream; fragments lie in these.
    case junk(Range<Int>)
  }

  private static let marker = Array("{\"chain\":\"".utf8)
  private static let fragmentByteCount = 512

  private var buffer: [UInt8] = []
  /// Where the buffer stands in the stream.
  private var base = 0
  /// Where the junk begins, if any, that the next line ends.
  private var junkStart = 0

  var heldByteCount: Int { buffer.count }

  /// Takes the next bytes.
  mutating func take(_ piece: [UInt8], _ found: (Find) -> Void) {
    buffer.append(contentsOf: piece)
    look(isLast: false, found)
  }

  /// Looks at what is left.
  mutating func finish(_ found: (Find) -> Void) {
    look(isLast: true, found)
    let end = base + buffer.count
    if junkStart < end { found(.junk(junkStart..<end)) }
    buffer = []
    base = end
    junkStart = end
  }

  private mutating func look(isLast: Bool, _ found: (Find) -> Void) {
    var position = 0
    var lineFeeds = LineFeeds()
    var junkStart = junkStart
    let base = base
    buffer.withUnsafeBufferPointer { bytes in
      while let start = Self.marker(in: bytes, from: position) {
        switch Self.line(at: start, in: bytes, isLast: isLast, &lineFeeds) {
        case .needsMore:
          position = start
          return
        case .line(let view, let range, let next, let isEnded):
          if junkStart < base + start, !Self.isBlank(bytes, from: junkStart - base, to: start) {
            found(.junk(junkStart..<base + start))
          }
          found(.line(view, bytes, range, offset: base + start, isEnded: isEnded))
          position = next
          junkStart = base + next
        case .none(let isNewer):
          let end = min(bytes.count, start + Self.fragmentByteCount)
          if isNewer || Self.beginsLine(bytes.part(start..<end)) {
            found(.fragment(Array(bytes[start..<end]), offset: base + start, isNewer: isNewer))
          }
          position = start + Self.marker.count
        }
      }
      // The beginning of a marker may stand at the end.
      position = max(position, isLast ? bytes.count : bytes.count - Self.marker.count + 1)
    }
    if isLast, Self.isBlank(buffer, from: junkStart - base) { junkStart = base + buffer.count }
    self.junkStart = junkStart
    if !isLast {
      buffer.removeFirst(position)
      self.base += position
    }
  }

  private enum Attempt {
    case needsMore
    case line(LineView, Range<Int>, next: Int, isEnded: Bool)
    case none(isNewer: Bool)
  }

  private static func line(
    at start: Int, in bytes: UnsafeBufferPointer<UInt8>, isLast: Bool, _ lineFeeds: inout LineFeeds
  ) -> Attempt {
    let limit = min(bytes.count, start + LineView.largestByteCount + 2)
    let lineFeed = lineFeeds.first(in: bytes, start..<limit)
    if lineFeed == nil, !isLast, limit == bytes.count { return .needsMore }
    if let lineFeed {
      let end = lineFeed > start && bytes[lineFeed - 1] == 0x0D ? lineFeed - 1 : lineFeed
      do throws(LineFault) {
        return .line(try LineView(parsing: bytes, in: start..<end), start..<end, next: lineFeed + 1, isEnded: true)
      } catch {
        if error.isNewer { return .none(isNewer: true) }
      }
    }
    // Something else stands behind it: the line ends where its value does.
    var scanner = JSONScanner(bytes, in: start..<(lineFeed ?? limit), rules: .line)
    guard (try? scanner.skipValue()) != nil else { return .none(isNewer: false) }
    let end = scanner.position
    guard let view = try? LineView(parsing: bytes, in: start..<end) else { return .none(isNewer: false) }
    return .line(view, start..<end, next: end, isEnded: false)
  }

  private static func marker(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    var start = start
    while start + marker.count <= bytes.count {
      guard let found = memchr(base + start, Int32(marker[0]), bytes.count - start - marker.count + 1) else {
        return nil
      }
      start = UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
      if memcmp(base + start, marker, marker.count) == 0 { return start }
      start += 1
    }
    return nil
  }

  /// Whether bytes that hold a marker go on as a line does; chains stand in payloads and manifests too.
  private static func beginsLine(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let rest = bytes.dropFirst(marker.count + 11)
    return rest.starts(with: "\",\"head\":{".utf8) || rest.starts(with: "\",\"digest\":".utf8)
  }

  /// Whether nothing but line ends and spaces stands there; false where some of it is gone already.
  private static func isBlank(_ bytes: some Collection<UInt8>, from start: Int, to end: Int? = nil) -> Bool {
    guard start >= 0 else { return false }
    return bytes.dropFirst(start).prefix((end ?? bytes.count) - start).allSatisfy { $0 == 0x20 || 0x09...0x0D ~= $0 }
  }
}

/// Finds line feeds in a buffer from rising starts, and looks at each byte once.
private struct LineFeeds {
  private var found: Int?
  /// Up to here there is none since the last start.
  private var clearEnd = 0

  mutating func first(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    if let found, found >= range.lowerBound { return found < range.upperBound ? found : nil }
    found = nil
    let start = max(range.lowerBound, clearEnd)
    guard let base = bytes.baseAddress, start < range.upperBound else { return nil }
    guard let place = memchr(base + start, 0x0A, range.upperBound - start) else {
      clearEnd = range.upperBound
      return nil
    }
    found = UnsafeRawPointer(base).distance(to: UnsafeRawPointer(place))
    return found
  }
}
