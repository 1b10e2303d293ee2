import CanonicalJSON
import Identity
import Platform

/// The lines of a file or of a piece of one, or of all files of a branch, read into a table of their own.
struct PartReading<Taker: PayloadTaker>: @unchecked Sendable {
  // Unchecked: the taker is used by one thread at a time.
  private(set) var lines = LineTable()
  let taker: Taker
  private(set) var header: LogHeader?
  private(set) var tornByteCount = 0
  /// Whether the first file begins in the reading before this one.
  let continuesFile: Bool

  private let log: LogID
  private let fork: Chain?
  /// The number of the line that is due first.
  private let firstSeq: Int
  /// The taker's number for each kind of `lines`.
  private var wanted: [Int?] = []
  private var isAfterFault = false
  /// Whether a line says that it stands before the first one, as what a fault left of it may.
  private var reachesBack = false
  /// How many lines the file has before the part that is read; nil as long as nobody asked.
  private var linesBefore: Int?

  /// Reads one part, as if the one before it ended where its first line is due.
  init(_ part: BranchFiles.Part, taking taker: Taker) {
    (log, fork, firstSeq, continuesFile) = (part.log, part.fork, part.firstSeq, part.continuesFile)
    self.taker = taker
    read(part)
  }

  /// Reads all files of a branch, one after another.
  init(whole branch: BranchFiles, taking taker: Taker) {
    (log, fork, firstSeq, continuesFile) = (branch.log, branch.fork, branch.firstSeq, false)
    self.taker = taker
    for part in branch.parts { read(part) }
  }

  /// The lines, which are given away: two copies would be there else.
  mutating func takeLines() -> LineTable {
    defer { lines = LineTable() }
    return lines
  }

  /// Whether what was read part by part is what reading them one after another would have given.
  static func follow(_ readings: ArraySlice<PartReading>) -> Bool {
    zip(readings, readings.dropFirst()).allSatisfy { before, behind in
      !before.isAfterFault && before.dueSeq == behind.firstSeq && !behind.reachesBack
    }
  }

  /// The number of the next line.
  private var dueSeq: Int { lines.rowCount + firstSeq }

  private mutating func read(_ part: BranchFiles.Part) {
    lines.begin(part.mapped, from: part.origin)
    linesBefore = nil
    let bytes = part.mapped.bytes
    let expectedCount = lines.rowCount + Self.lineCount(of: bytes.part(part.range))
    lines.expect(expectedCount)
    taker.expect(rowCount: expectedCount)
    var quick = QuickLineReader(bytes, log: log)
    for (number, name) in lines.kindNames.enumerated() { quick.learn(name, as: UInt16(truncatingIfNeeded: number)) }
    var position = part.range.lowerBound
    var number = 0
    while position < part.range.upperBound {
      number += 1
      if !isAfterFault, let next = takeQuickly(&quick, at: position, in: bytes) {
        position = next
        continue
      }
      var lineBreaks = LineBreaks(bytes, from: position)
      guard let range = lineBreaks.next() else { break }
      take(range, in: bytes, of: part, number: number, &quick)
      position = range.upperBound + 1
    }
    tornByteCount = part.range.upperBound - position
    part.mapped.leave(part.range)
  }

  /// About how many lines there are, judged by the first ones; a little more, so that there is mostly room for all.
  private static func lineCount(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let sample = bytes.part(0..<min(bytes.count, 1 << 16))
    let breaks = sample.count { $0 == UInt8(ascii: "\n") }
    return breaks == 0 ? 0 : min(bytes.count / sample.count * breaks, bytes.count / 128) * 33 / 32 + breaks
  }

  /// Takes a line that holds nothing unusual; the place of the next one, or nil where this one is for `take`.
  private mutating func takeQuickly(
    _ quick: inout QuickLineReader, at position: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    // Line 1 says who writes, and the first line of a branch where it leaves.
    guard lines.rowCount > 0, let head = quick.head(at: position), head.seq == dueSeq else { return nil }
    let kind = wanted[Int(head.kind)]
    let payloadEnd: Int
    if let kind {
      guard let end = taker.read(bytes, from: head.payloadStart, kind: kind) else { return nil }
      payloadEnd = end
    } else {
      var scanner = JSONScanner(bytes, in: head.payloadStart..<bytes.count, rules: .line)
      do { try scanner.skipValue(depth: 1) } catch { return nil }
      payloadEnd = scanner.position
    }
    guard let next = quick.nextLine(behind: payloadEnd), next - 1 - position <= LineView.largestByteCount,
      next <= LineRun.largestEnd
    else { return nil }
    if kind != nil { taker.keep(row: lines.rowCount) }
    lines.add(head, of: log, range: position..<next - 1, firstSeq: firstSeq)
    return next
  }

  /// - Parameter number: From 1, in the part.
  private mutating func take(
    _ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>, of part: BranchFiles.Part, number: Int,
    _ quick: inout QuickLineReader
  ) {
    do throws(LineFault) {
      let line = try LineView(parsing: bytes, in: range)
      try place(line, in: bytes, part, number)
      let name = String(decoding: bytes.part(line.kind), as: UTF8.self)
      let kind = lines.number(ofKind: name)
      if kind == wanted.count {
        wanted.append(taker.number(of: name))
        quick.learn(name, as: kind)
      }
      if let payload = line.payload, let wanted = wanted[Int(kind)] {
        if taker.read(bytes, from: payload.lowerBound, kind: wanted) == payload.upperBound {
          taker.keep(row: lines.rowCount)
        } else {
          taker.take(bytes.part(payload), kind: wanted, row: lines.rowCount)
        }
      }
      lines.add(line, range: range, kind: kind, firstSeq: firstSeq)
      isAfterFault = false
    } catch {
      addFault(error, part, number, range: range)
      isAfterFault = true
    }
  }

  private mutating func addFault(_ fault: LineFault, _ part: BranchFiles.Part, _ number: Int, range: Range<Int>) {
    let before = linesBefore ?? LineBreaks(part.mapped.bytes.part(0..<part.range.lowerBound)).count { _ in true }
    linesBefore = before
    lines.addFault(
      LineTable.Fault(path: part.path, line: before + number, row: lines.rowCount, fault: fault), range: range)
  }

  /// Checks that the line is the one that is due.
  private mutating func place(
    _ line: LineView, in bytes: UnsafeBufferPointer<UInt8>, _ part: BranchFiles.Part, _ number: Int
  ) throws(LineFault) {
    guard line.log == log else { throw .otherLog }
    guard line.head.upperBound <= LineRun.largestEnd else { throw .tooLong }
    if isAfterFault, line.seq <= firstSeq, line.seq < dueSeq { reachesBack = true }
    if isAfterFault, line.seq >= firstSeq, line.seq < dueSeq {
      lines.dropSurplusFaults(downTo: line.seq - firstSeq)
    }
    let due = dueSeq
    if line.seq != due {
      // A fault can swallow a line feed, and with it a line; later lines keep their rows all the same.
      guard isAfterFault, line.seq > due, line.seq - due <= Checkpoint.largestLineGap else {
        throw .wrongSeq(expected: due, found: line.seq)
      }
      for _ in due..<line.seq {
        addFault(.wrongSeq(expected: due, found: line.seq), part, number, range: 0..<0)
      }
    }
    if lines.rowCount == 0, let fork, line.chain != fork { throw .chainMismatch(offset: 10) }
    if line.seq == 1 {
      guard line.isKind("log", in: bytes), let payload = line.payloadObject(in: bytes) else {
        throw .noHeader(.notKindLog)
      }
      let header = try LogHeader(payload)
      guard LogID(header.publicKey) == log else { throw .noHeader(.otherKey) }
      self.header = header
    }
  }
}

/// Takes nothing.
final class PassingTaker: PayloadTaker {
  func number(of kind: String) -> Int? { nil }
  func expect(rowCount: Int) {}
  func read(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, kind: Int) -> Int? { nil }
  func keep(row: Int) {}
  func take(_ payload: UnsafeBufferPointer<UInt8>, kind: Int, row: Int) {}
}
