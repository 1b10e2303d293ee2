import Identity
import Platform

/// What a full check of one branch of a log found.
public struct LogReport: Sendable {
  public let log: LogID
  /// The chain of the first line, for a branch that leaves another.
  public let fork: Chain?
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

  init(log: LogID, fork: Chain?) {
    self.log = log
    self.fork = fork
  }
}

/// Checks every line of a log: form, numbers, links and checkpoints.
///
/// - Complexity: O(*n*) in bytes; two hashes a line.
public struct LogVerifier {
  private var walker: ChainWalker
  private var report: LogReport
  /// Set from a fault to the next checkpoint that holds: the number of the line after the faulty one.
  private var uncheckedFrom: (path: String, seq: Int)?

  /// Checks all branches of a log on disk.
  ///
  /// - Parameters:
  ///   - logs: The folder `logs` of a workspace.
  ///   - known: What line 1 says, for one's own log, so that checking can go on when line 1 is damaged.
  /// - Returns: One report for each branch, the one that was held first before the others.
  public static func verify(
    _ log: LogID, in logs: String, files: any FileSystem, workspace: LogID?, known: LogHeader? = nil
  ) throws(FileError) -> [LogReport] {
    let folders = try LogFolder.branches(in: logs, files: files).filter { $0.log == log }
    var firstSeqs: [Int] = []
    for folder in folders { firstSeqs.append(folder.fork == nil ? 1 : try folder.parts().first?.firstSeq ?? 1) }
    let wanted = Set(firstSeqs.map { $0 - 1 })
    // From the lowest number on: a branch leaves one that begins before it.
    var reports: [(index: Int, report: LogReport)] = []
    var points: [ForkPoint] = []
    for index in folders.indices.sorted(by: { (firstSeqs[$0], $0) < (firstSeqs[$1], $1) }) {
      let walker = try walker(of: folders[index], firstSeq: firstSeqs[index], workspace, points, known)
      var verifier = LogVerifier(walker, folders[index], firstSeq: firstSeqs[index], wanted: wanted)
      try verifier.check(folders[index], known: known ?? points.first?.header)
      reports.append((index, verifier.finish()))
      points += verifier.points
    }
    return reports.sorted { $0.index < $1.index }.map(\.report)
  }

  /// A walker that stands before the first line of a branch, on the branch that it leaves; on none where its first line
  /// follows none that is right.
  private static func walker(
    of folder: LogFolder, firstSeq: Int, _ workspace: LogID?, _ points: [ForkPoint], _ known: LogHeader?
  ) throws(FileError) -> ChainWalker {
    if firstSeq == 1 { return ChainWalker(log: folder.log, workspace: workspace) }
    let candidates = points.filter { $0.seq == firstSeq - 1 }.map {
      ChainWalker(log: folder.log, header: $0.header, after: $0.seq, link: $0.link)
    }
    if candidates.count > 1, let part = try folder.parts().first {
      let mapped = try folder.files.map(part.path)
      let right = withExtendedLifetime(mapped) {
        var lines = LineBreaks(mapped.bytes)
        let first = lines.next() ?? 0..<0
        return candidates.first { candidate in
          var candidate = candidate
          return (try? candidate.step(mapped.bytes, in: first)) != nil
        }
      }
      if let right { return right }
    }
    if let candidate = candidates.first { return candidate }
    let nowhere = LinkHasher().origin(of: folder.log)
    if let header = points.first?.header ?? known {
      return ChainWalker(log: folder.log, header: header, after: firstSeq - 1, link: nowhere)
    }
    return ChainWalker(log: folder.log, workspace: workspace)
  }

  private mutating func check(_ folder: LogFolder, known: LogHeader?) throws(FileError) {
    let parts = try folder.parts()
    for part in parts {
      let mapped = try folder.files.map(part.path)
      withExtendedLifetime(mapped) {
        check(mapped.bytes, path: part.path, known: known, isLast: part == parts.last)
      }
    }
  }

  /// Checks the bytes of a log of one part.
  public static func verify(
    _ bytes: UnsafeBufferPointer<UInt8>, path: String, log: LogID, workspace: LogID?
  ) -> LogReport {
    var verifier = LogVerifier(ChainWalker(log: log, workspace: workspace), log, fork: nil, firstSeq: 1, wanted: [])
    verifier.check(bytes, path: path, known: nil, isLast: true)
    return verifier.finish()
  }

  private init(_ walker: ChainWalker, _ folder: LogFolder, firstSeq: Int, wanted: Set<Int>) {
    self.init(walker, folder.log, fork: folder.fork, firstSeq: firstSeq, wanted: wanted)
  }

  private init(_ walker: ChainWalker, _ log: LogID, fork: Chain?, firstSeq: Int, wanted: Set<Int>) {
    self.walker = walker
    self.wanted = wanted
    report = LogReport(log: log, fork: fork)
    dueSeq = firstSeq
  }

  /// The numbers of lines that other branches may leave this one after, and what was found at them.
  private let wanted: Set<Int>
  private var points: [ForkPoint] = []

  /// The number that is due next, counting lines that could not be checked as one each.
  private var dueSeq: Int

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
            walker = ChainWalker(log: walker.log, header: known)
          }
        }
      }
      dueSeq = uncheckedFrom == nil ? walker.seq + 1 : dueSeq + 1
      if uncheckedFrom == nil, wanted.contains(walker.seq), let header = walker.header {
        points.append(ForkPoint(header: header, seq: walker.seq, link: walker.link))
      }
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
