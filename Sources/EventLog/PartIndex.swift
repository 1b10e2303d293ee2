import Identity
import Platform

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where the lines of one file of a branch stand, found without reading each of them in full.
///
/// In the canonical form the members up to the kind's name have fixed places:
///
///     {"chain":"…","head":{"at":"…","kind":"…                    the kind from byte 71 on
///     {"chain":"…","digest":"…","head":{"at":"…","kind":"…       the kind from byte 126 on
///
/// so a search for line feeds and a few comparisons find the lines about members, erasure and attachments, checkpoints,
/// and lines without payload. A file with a line that is not so is read line by line instead.
struct PartIndex: Sendable {
  /// A line that is kept whole, since what it says is needed.
  struct Notable: Sendable {
    let seq: Int
    let line: [UInt8]
  }

  static let stride = 128
  static let chunkByteCount = 256 << 10

  let path: String
  let firstSeq: Int
  /// Whole lines, those that cannot be read included.
  private(set) var lineCount = 0
  /// In whole lines.
  private(set) var byteCount = 0
  /// Bytes after the last line feed.
  private(set) var tornByteCount = 0
  private(set) var notable: [Notable] = []
  private(set) var checkpoints: [Int] = []
  private(set) var withoutPayload: [(seq: Int, chain: Chain)] = []
  /// Numbers of lines that are not right.
  private(set) var unreadable: [Int] = []
  /// Where every `step`th line begins; −1 for one that cannot be read.
  private var offsets: [Int] = []
  private var step = Self.stride

  /// The number of the last line; one less than the first without lines.
  var lastSeq: Int { firstSeq + lineCount - 1 }

  /// Looks through a file.
  ///
  /// - Parameter log: The log that its lines have to be of.
  /// - Complexity: O(*n*) in bytes, some 10 GB a second; memory does not grow with the file.
  init(_ part: LogFolder.Part, of log: LogID, files: any FileSystem) throws(FileError) {
    path = part.path
    firstSeq = part.firstSeq
    if try !scan(size: part.size, log, files) { try scanSlowly(log, files) }
  }

  /// The numbers of a file whose next one begins with another number than it should are not to be trusted.
  mutating func rescan(_ log: LogID, files: any FileSystem) throws(FileError) { try scanSlowly(log, files) }

  // MARK: Quickly

  /// - Returns: False when a line is not as every canonical line is.
  private mutating func scan(size: Int, _ log: LogID, _ files: any FileSystem) throws(FileError) -> Bool {
    var position = 0
    var rest: [UInt8] = []
    var last: [UInt8] = []
    while position < size {
      let chunk = try files.read(path, from: position, count: min(Self.chunkByteCount, size - position))
      if chunk.isEmpty { break }
      let bytes = rest.isEmpty ? chunk : rest + chunk
      let start = position - rest.count
      position += chunk.count
      let end = bytes.withUnsafeBufferPointer { bytes -> Int? in
        var lines = LineBreaks(bytes)
        var lastRange = 0..<0
        while let range = lines.next() {
          guard look(UnsafeBufferPointer(rebasing: bytes[range]), at: start + range.lowerBound) else { return nil }
          lastRange = range
        }
        if !lastRange.isEmpty { last = Array(bytes[lastRange]) }
        return lines.rest.lowerBound
      }
      guard let end else { return false }
      rest = end == bytes.count ? [] : Array(bytes[end...])
      if rest.count > LineView.largestByteCount, position < size { return false }
    }
    byteCount = position - rest.count
    tornByteCount = rest.count
    if lineCount == 0 { return true }
    // A fault can make or swallow a line feed; then the last number shows it.
    return last.withUnsafeBufferPointer { bytes in
      let line = try? LineView(parsing: bytes, in: 0..<bytes.count)
      return line?.seq == lastSeq && line?.log == log
    }
  }

  /// - Returns: False when it is not as every canonical line is.
  private mutating func look(_ line: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    guard line.count > 100, line.count <= LineView.largestByteCount, let base = line.baseAddress,
      line[line.count - 1] == UInt8(ascii: "}")
    else { return false }
    let bytes = UnsafeRawPointer(base)
    guard Self.word(bytes, 0) == Mark.chain else { return false }
    let seq = firstSeq + lineCount
    if lineCount % Self.stride == 0 { offsets.append(offset) }
    lineCount += 1
    var kind = 71
    if line[24] == UInt8(ascii: "d") {
      kind = 126
      guard line.count > 160, let chain = Chain(UnsafeBufferPointer(rebasing: line[10..<21])) else { return false }
      withoutPayload.append((seq, chain))
    }
    guard Self.word(bytes, kind - 8) == Mark.kind else { return false }
    let start = bytes.loadUnaligned(fromByteOffset: kind, as: UInt32.self)
    if start == Mark.checkpoint { checkpoints.append(seq) }
    if seq == 1 || Mark.notable.contains(start) { notable.append(Notable(seq: seq, line: Array(line))) }
    return true
  }

  private static func word(_ bytes: UnsafeRawPointer, _ offset: Int) -> UInt64 {
    bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }

  /// What stands at the fixed places, as numbers in this machine's byte order.
  private enum Mark {
    static let chain = word("{\"chain\"")
    static let kind = word("\"kind\":\"")
    static let checkpoint = half("chec")
    // lid, lid_ingetrokken, eigen_log, wissing, bijlage
    static let notable = [half("lid\""), half("lid_"), half("eige"), half("wiss"), half("bijl")]

    private static func word(_ text: StaticString) -> UInt64 {
      UnsafeRawPointer(text.utf8Start).loadUnaligned(as: UInt64.self)
    }

    private static func half(_ text: StaticString) -> UInt32 {
      UnsafeRawPointer(text.utf8Start).loadUnaligned(as: UInt32.self)
    }
  }

  // MARK: Line by line

  private mutating func scanSlowly(_ log: LogID, _ files: any FileSystem) throws(FileError) {
    let bytes = try files.contents(of: path)
    (lineCount, notable, checkpoints, withoutPayload, unreadable) = (0, [], [], [], [])
    (offsets, step) = ([], 1)
    bytes.withUnsafeBufferPointer { bytes in
      byteCount = LineBreaks.end(of: bytes)
      tornByteCount = bytes.count - byteCount
      var lines = LineBreaks(bytes)
      var due = firstSeq
      var isAfterFault = false
      while let range = lines.next() {
        let line = try? LineView(parsing: bytes, in: range)
        if let line, line.log == log, isDue(line.seq, due, isAfterFault) {
          add(line, bytes, range)
          due = line.seq + 1
          isAfterFault = false
        } else {
          due += 1
          isAfterFault = true
        }
      }
      // Faulty lines at the end take a number each.
      while firstSeq + offsets.count < due { offsets.append(-1) }
    }
    lineCount = offsets.count
    unreadable = offsets.indices.filter { offsets[$0] < 0 }.map { firstSeq + $0 }
  }

  /// Whether a line may have this number; after a fault others than the one that is due.
  private func isDue(_ seq: Int, _ due: Int, _ isAfterFault: Bool) -> Bool {
    if seq == due { return true }
    return isAfterFault && seq >= firstSeq + offsets.count && seq - due <= Checkpoint.largestLineGap
  }

  private mutating func add(_ line: LineView, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    while firstSeq + offsets.count < line.seq { offsets.append(-1) }
    offsets.append(range.lowerBound)
    if line.payload == nil { withoutPayload.append((line.seq, line.chain)) }
    let kind = String(decoding: bytes.part(line.kind), as: UTF8.self)
    if kind == Checkpoint.kind { checkpoints.append(line.seq) }
    if line.seq == 1 || ["lid", "lid_ingetrokken", "eigen_log", "wissing", "bijlage"].contains(kind) {
      notable.append(Notable(seq: line.seq, line: Array(bytes[range])))
    }
  }

  // MARK: Finding lines

  /// Runs of lines that can be read: their numbers, and where the first begins and the last ends with its line feed.
  ///
  /// - Parameter seqs: Those that are wanted; numbers outside the file are left out.
  func runs(of seqs: ClosedRange<Int>, files: any FileSystem) throws(FileError) -> [(
    seqs: ClosedRange<Int>, bytes: Range<Int>
  )] {
    let low = max(seqs.lowerBound, firstSeq)
    let high = min(seqs.upperBound, lastSeq)
    if low > high { return [] }
    if step > 1 {
      let start = try offset(of: low, files)
      let end = high == lastSeq ? byteCount : try offset(of: high + 1, files)
      return [(low...high, start..<end)]
    }
    var runs: [(seqs: ClosedRange<Int>, bytes: Range<Int>)] = []
    for seq in low...high where offsets[seq - firstSeq] >= 0 {
      let start = offsets[seq - firstSeq]
      let next = seq - firstSeq + 1
      if next < offsets.count, offsets[next] >= 0 {
        Self.extend(&runs, seq, start..<offsets[next])
      } else {
        Self.extend(&runs, seq, start..<(try endOfLine(from: start, files)))
      }
    }
    return runs
  }

  private static func extend(
    _ runs: inout [(seqs: ClosedRange<Int>, bytes: Range<Int>)], _ seq: Int, _ bytes: Range<Int>
  ) {
    if let last = runs.last, last.seqs.upperBound + 1 == seq, last.bytes.upperBound == bytes.lowerBound {
      runs[runs.count - 1] = (last.seqs.lowerBound...seq, last.bytes.lowerBound..<bytes.upperBound)
    } else {
      runs.append((seq...seq, bytes))
    }
  }

  private func endOfLine(from start: Int, _ files: any FileSystem) throws(FileError) -> Int {
    let bytes = try files.read(path, from: start, count: min(LineView.largestByteCount + 1, byteCount - start))
    return start + (bytes.firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count)
  }

  /// Where a line begins, counted from the nearest one before it whose place is known.
  private func offset(of seq: Int, _ files: any FileSystem) throws(FileError) -> Int {
    let (mark, rest) = (seq - firstSeq).quotientAndRemainder(dividingBy: step)
    let start = offsets[mark]
    if rest == 0 { return start }
    let end = mark + 1 < offsets.count ? offsets[mark + 1] : byteCount
    let bytes = try files.read(path, from: start, count: end - start)
    return bytes.withUnsafeBufferPointer { bytes in
      var lines = LineBreaks(bytes)
      for _ in 0..<rest { _ = lines.next() }
      return start + lines.rest.lowerBound
    }
  }
}
