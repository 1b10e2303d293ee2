import Identity
import Platform

/// What a full check of one log found.
public struct LogReport: Sendable {
  public let log: LogID
  public var header: LogHeader?
  /// Whole lines that were looked at.
  public var lineCount = 0
  public var findings: [Finding] = []

  /// Something that is not as it should be.
  public enum Finding: Sendable, Equatable {
    /// The first line after a right one that is not right. Line and byte count from 1, the byte in the line.
    case faulty(path: String, line: Int, byte: Int, seq: Int, fault: LineFault)
    /// Whole lines after a fault that no checkpoint vouches for, by number.
    case unchecked(path: String, firstSeq: Int, lastSeq: Int)
    /// Bytes after the last line feed; the next write moves them aside.
    case torn(path: String, line: Int, byteCount: Int)
  }

  /// Whether anything but a torn tail was found.
  public var isDamaged: Bool {
    findings.contains { if case .torn = $0 { false } else { true } }
  }

  init(log: LogID) { self.log = log }
}

/// Checks every line of a log: form, numbers, links and checkpoints.
///
/// - Complexity: O(*n*) in bytes; two hashes a line.
public struct LogVerifier {
  private var walker: ChainWalker
  private var report: LogReport
  /// Set from a fault to the next checkpoint that holds: the number of the line after the faulty one.
  private var uncheckedFrom: (path: String, seq: Int)?

  /// Checks a log on disk.
  ///
  /// - Parameter known: What line 1 says, for one's own log, so that checking can go on when line 1 is damaged.
  public static func verify(
    _ folder: LogFolder, workspace: LogID?, known: LogHeader? = nil
  ) throws(FileError) -> LogReport {
    var verifier = LogVerifier(folder.log, workspace: workspace)
    let parts = try folder.parts()
    for part in parts {
      let mapped = try folder.files.map(part.path)
      withExtendedLifetime(mapped) {
        verifier.check(mapped.bytes, path: part.path, known: known, isLast: part == parts.last)
      }
    }
    return verifier.finish()
  }

  /// Checks the bytes of a log of one part.
  public static func verify(
    _ bytes: UnsafeBufferPointer<UInt8>, path: String, log: LogID, workspace: LogID?
  ) -> LogReport {
    var verifier = LogVerifier(log, workspace: workspace)
    verifier.check(bytes, path: path, known: nil, isLast: true)
    return verifier.finish()
  }

  private init(_ log: LogID, workspace: LogID?) {
    walker = ChainWalker(log: log, workspace: workspace)
    report = LogReport(log: log)
  }

  /// The number that is due next, counting lines that could not be checked as one each.
  private var dueSeq = 1

  private mutating func check(
    _ bytes: UnsafeBufferPointer<UInt8>, path: String, known: LogHeader?, isLast: Bool
  ) {
    var lines = LineBreaks(bytes)
    var number = 0
    while let range = lines.next() {
      number += 1
      report.lineCount += 1
      if uncheckedFrom != nil {
        tryToGoOn(bytes, range)
      } else {
        do throws(LineFault) {
          try walker.step(bytes, in: range)
        } catch {
          add(error, path, number)
          if walker.header == nil, let known {
            walker = ChainWalker(log: walker.log, header: known, after: 0, link: walker.link)
          }
        }
      }
      dueSeq = uncheckedFrom == nil ? walker.seq + 1 : dueSeq + 1
    }
    guard !lines.rest.isEmpty else { return }
    if isLast {
      report.findings.append(.torn(path: path, line: number + 1, byteCount: lines.rest.count))
    } else if uncheckedFrom == nil {
      add(.notCanonical(.init(offset: lines.rest.count, reason: .unexpectedEnd)), path, number + 1)
    }
  }

  private mutating func add(_ fault: LineFault, _ path: String, _ number: Int) {
    report.findings.append(
      .faulty(path: path, line: number, byte: fault.offset + 1, seq: walker.seq + 1, fault: fault))
    uncheckedFrom = (path, walker.seq + 2)
    dueSeq = walker.seq + 1
  }

  private mutating func tryToGoOn(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    guard let line = try? LineView(parsing: bytes, in: range), walker.resume(at: line, in: bytes) else { return }
    // By the lines that are there: a fault can swallow a line feed, and with it a number.
    closeUnchecked(before: dueSeq)
  }

  private mutating func closeUnchecked(before seq: Int) {
    guard let from = uncheckedFrom else { return }
    if from.seq < seq {
      report.findings.append(.unchecked(path: from.path, firstSeq: from.seq, lastSeq: seq - 1))
    }
    uncheckedFrom = nil
  }

  private mutating func finish() -> LogReport {
    closeUnchecked(before: dueSeq)
    report.header = walker.header
    return report
  }
}
