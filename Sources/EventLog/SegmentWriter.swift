import Dispatch
import Identity
import Platform

/// Adds lines that another instance wrote, and that were checked, to what is held of its log, piece by piece.
///
/// A full run is written and synchronized on another core while the next one is gathered; only one is under way.
/// The caller holds the workspace's lock. What was written before an error or a power cut stays, and counts: lines prove
/// themselves.
public final class SegmentWriter {
  /// Lines are written and synchronized in runs of about this size.
  private static let runByteCount = 8 << 20

  private let folder: LogFolder
  private let parts: PartWriter
  private var seq: Int
  private var waiting: [UInt8] = []
  private let underWay = UnderWay()

  /// The run that is being written; its writer alone touches `parts` meanwhile.
  private final class UnderWay: @unchecked Sendable {
    private let queue = DispatchQueue(label: "veldlog.segment")
    private var failure: LogError?

    func start(_ write: @escaping () throws(LogError) -> Void) {
      nonisolated(unsafe) let write = write
      queue.async { do throws(LogError) { try write() } catch { self.failure = error } }
    }

    /// Waits for it.
    func settle() throws(LogError) {
      let failure = queue.sync {
        defer { self.failure = nil }
        return self.failure
      }
      if let failure { throw failure }
    }
  }

  /// Opens a branch to write behind its last line, or makes one.
  ///
  /// - Parameters:
  ///   - held: What is held of the branch; nil for one that begins with these lines.
  ///   - firstSeq: The number of the first line that comes.
  ///   - quarantine: Where a torn line of an interrupted earlier time goes.
  /// - Throws: `LogError`, `doesNotFollow` where the lines would leave a gap or repeat one; nothing was written then.
  public init(
    to folder: LogFolder, behind held: HeldLogs.Branch?, firstSeq: Int, quarantine: String,
    surroundings: Surroundings
  ) throws(LogError) {
    self.folder = folder
    seq = firstSeq
    if let held, let last = held.parts.last {
      guard firstSeq == held.lastSeq + 1 || held.isEmpty else {
        throw .doesNotFollow(folder.log, expected: held.lastSeq + 1, found: firstSeq)
      }
      let tail = TornTail(
        log: folder.log, path: last.path, wholeByteCount: last.byteCount, byteCount: last.tornByteCount,
        seq: held.lastSeq)
      try tail.moveAside(to: quarantine, surroundings)
      parts = PartWriter(folder, path: last.path, size: last.byteCount)
    } else {
      do { try surroundings.files.makeFolders(folder.path) } catch { throw .file(error) }
      parts = PartWriter(folder, path: folder.partPath(firstSeq: firstSeq), size: 0)
    }
  }

  /// Takes the next bytes of the lines, cut anywhere.
  public func append(_ bytes: UnsafeBufferPointer<UInt8>) throws(LogError) {
    waiting.append(contentsOf: bytes)
    if waiting.count < Self.runByteCount { return }
    try underWay.settle()
    guard let run = takeRun() else { return }
    let parts = parts
    underWay.start { () throws(LogError) in try Self.write(run, to: parts) }
  }

  /// Writes what is left; all whole lines survive a power cut when this returns.
  public func finish() throws(LogError) {
    try underWay.settle()
    if let run = takeRun() { try Self.write(run, to: parts) }
  }

  // Whoever gives up leaves no write behind that comes later.
  deinit { try? underWay.settle() }

  /// The whole lines that wait, and the number of the first.
  private func takeRun() -> (bytes: [UInt8], firstSeq: Int)? {
    let (end, count) = waiting.withUnsafeBufferPointer { bytes in
      let end = LineBreaks.end(of: bytes)
      return (end, UnsafeBufferPointer(rebasing: bytes[..<end]).lineCount)
    }
    if end == 0 { return nil }
    defer { seq += count }
    let rest = Array(waiting[end...])
    waiting.removeSubrange(end...)
    defer {
      waiting = rest
      waiting.reserveCapacity(Self.runByteCount + (1 << 20))
    }
    return (waiting, seq)
  }

  private static func write(_ run: (bytes: [UInt8], firstSeq: Int), to parts: PartWriter) throws(LogError) {
    if parts.isFull { parts.startPart(firstSeq: run.firstSeq) }
    try parts.write(run.bytes)
  }
}
