import Cryptography
import Dispatch
import EventLog
import Identity

/// Some lines of a segment that one core checks, while others are still being unpacked.
///
/// A checkpoint holds the full link of the line before it, signed. So the lines behind one can be checked without those
/// before it; that the two halves meet shows when the results are put together.
final class LineBatch: @unchecked Sendable {
  // Unchecked: filled by one core in `run`, and read by others only after `wait`.

  /// What is known of the line before the first.
  enum Start {
    /// The walker stands behind it.
    case walker(ChainWalker)
    /// It is this checkpoint.
    case checkpoint([UInt8], LogHeader)
    /// Nothing: each line is checked by itself.
    case nothing
  }

  let log: LogID
  let firstSeq: Int
  /// Where the lines begin in the segment.
  let offset: Int
  /// Whole lines with their line feeds.
  let bytes: [UInt8]
  private let start: Start
  /// Numbers of lines whose links are asked for.
  private let wanted: Set<Int>
  private let done = DispatchSemaphore(value: 0)

  // What came of it.
  private(set) var lineCount = 0
  /// Of the lines before the fault.
  private(set) var chains: [UInt64] = []
  private(set) var fault: (seq: Int, fault: LineFault)?
  /// The first line that is not right by itself, where `fault` is one that only does not follow.
  private(set) var formFault: (seq: Int, fault: LineFault)?
  /// The link before the first line.
  private(set) var startLink: Digest?
  /// Stands behind the last line; nil where lines were checked by themselves.
  private(set) var end: ChainWalker?
  private(set) var links: [Int: Digest] = [:]
  private(set) var notable: [(seq: Int, line: [UInt8])] = []
  private(set) var endsAtCheckpoint = false

  init(log: LogID, firstSeq: Int, offset: Int, bytes: [UInt8], start: Start, wanted: Set<Int>) {
    self.log = log
    self.firstSeq = firstSeq
    self.offset = offset
    self.bytes = bytes
    self.start = start
    self.wanted = wanted
  }

  /// Has another core check the lines.
  func start(on queue: DispatchQueue) {
    queue.async {
      self.run()
      self.done.signal()
    }
  }

  func wait() { done.wait() }

  /// Checks the lines, up to the first that is not right.
  func run() {
    bytes.withUnsafeBufferPointer { bytes in
      switch start {
      case .nothing: checkForms(bytes)
      case .walker(let walker): walk(bytes, walker)
      case .checkpoint(let line, let header):
        var walker = ChainWalker(log: log, header: header)
        let isRight = line.withUnsafeBufferPointer { line in
          guard let view = try? LineView(parsing: line, in: 0..<line.count) else { return false }
          return walker.resume(at: view, in: line)
        }
        // It stands in the batch before as well, which says what is wrong with it.
        if isRight { walk(bytes, walker) } else { checkForms(bytes) }
      }
      lineCount = chains.count
      if fault != nil {
        var lines = LineBreaks(bytes)
        lineCount = 0
        while lines.next() != nil { lineCount += 1 }
      }
    }
  }

  private func walk(_ bytes: UnsafeBufferPointer<UInt8>, _ start: ChainWalker) {
    var walker = start
    startLink = walker.link
    chains.reserveCapacity(bytes.count / 200)
    var lines = LineBreaks(bytes)
    while let range = lines.next() {
      do throws(LineFault) {
        let line = try walker.step(bytes, in: range)
        keep(line, bytes, range)
        if !wanted.isEmpty, wanted.contains(line.seq) { links[line.seq] = walker.link }
      } catch {
        fault = (walker.seq + 1, error)
        if error.isOfOrder { checkRest(bytes, from: range.lowerBound, walker.seq + 1) }
        break
      }
    }
    end = walker
    endsAtCheckpoint = walker.isAtCheckpoint
  }

  /// The line that stands in a range, if it is one of this log under this number.
  private func line(
    _ seq: Int, in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) throws(LineFault) -> LineView {
    let line = try LineView(parsing: bytes, in: range)
    guard line.log == log else { throw .otherLog }
    guard line.seq == seq else { throw .wrongSeq(expected: seq, found: line.seq) }
    return line
  }

  private func checkForms(_ bytes: UnsafeBufferPointer<UInt8>) {
    var lines = LineBreaks(bytes)
    var seq = firstSeq
    while let range = lines.next() {
      do throws(LineFault) {
        let line = try line(seq, in: bytes, range)
        keep(line, bytes, range)
        endsAtCheckpoint = line.isKind(Checkpoint.kind, in: bytes)
      } catch {
        fault = (seq, error)
        return
      }
      seq += 1
    }
  }

  /// Checks the forms of lines behind one that does not follow.
  private func checkRest(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ first: Int) {
    var lines = LineBreaks(bytes, from: start)
    var seq = first
    while let range = lines.next() {
      do throws(LineFault) {
        _ = try line(seq, in: bytes, range)
      } catch {
        formFault = (seq, error)
        return
      }
      seq += 1
    }
  }

  private func keep(_ line: LineView, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    chains.append(line.chain.value)
    // The first letters of the kinds that are looked at.
    switch bytes[line.kind.lowerBound] {
    case UInt8(ascii: "l"), UInt8(ascii: "e"), UInt8(ascii: "w"), UInt8(ascii: "b"):
      let kind = bytes.part(line.kind)
      if Self.kept.contains(where: { kind.elementsEqual($0) }) { notable.append((line.seq, Array(bytes[range]))) }
    default: break
    }
  }

  private static let kept = ["lid", "lid_ingetrokken", "eigen_log", "wissing", "bijlage"].map { Array($0.utf8) }
}

extension LineFault {
  /// Whether the line is right by itself, and only does not follow what stands before it.
  var isOfOrder: Bool {
    switch self {
    case .chainMismatch, .falseCheckpoint: true
    default: false
    }
  }
}
