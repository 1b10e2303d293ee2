import CanonicalJSON
import CivilTime
import Cryptography
import Identity
import Platform
import Vocabulary

/// Writes one log, as its only writer.
///
/// The caller holds the workspace's lock for as long as the writer lives.
public final class LogWriter {
  public let log: LogID
  public let header: LogHeader
  /// The number of the last line.
  public private(set) var seq: Int
  /// The link of the last line.
  public private(set) var link: Digest
  /// Bytes of a torn line that was found and moved aside when the log was opened.
  public let tornByteCount: Int
  private let state: StateFolder?
  private var checkpointSeq: Int
  private var bytesSinceCheckpoint: Int
  private let key: Ed25519.PrivateKey
  private let surroundings: Surroundings
  private let parts: PartWriter
  private let hasher = LinkHasher()

  /// Opens a log that exists, and recovers it: a torn last line goes to `quarantine`.
  ///
  /// - Throws: `LogError`; `damaged` when a line since the last checkpoint is not right, and then nothing is changed.
  public init(
    opening folder: LogFolder, key: Ed25519.PrivateKey, quarantine: String, surroundings: Surroundings
  ) throws(LogError) {
    let tail = try LogTail(of: folder)
    tornByteCount = tail.tornByteCount
    try TornTail(of: tail, in: folder).moveAside(to: quarantine, surroundings)
    log = folder.log
    header = tail.header
    seq = tail.seq
    link = tail.link
    checkpointSeq = tail.checkpointSeq
    bytesSinceCheckpoint = tail.bytesSinceCheckpoint
    self.key = key
    self.surroundings = surroundings
    state = StateFolder(surroundings)
    parts = PartWriter(folder, path: tail.part.path, size: tail.wholeByteCount)
  }

  /// Founds a log: line 1 and the first facts are on disk when this returns.
  ///
  /// - Parameter first: Facts that the log begins with; a power cut leaves all of them or no log.
  /// - Throws: `LogError`; there is no log then.
  public init(
    founding header: LogHeader, first: [Draft] = [], in logs: String, key: Ed25519.PrivateKey,
    surroundings: Surroundings
  ) throws(LogError) {
    let log = LogID(key.publicKey)
    let folder = LogFolder(log, in: logs, files: surroundings.files)
    do { try surroundings.files.makeFolders(folder.path) } catch { throw .file(error) }
    self.log = log
    self.header = header
    self.key = key
    self.surroundings = surroundings
    state = StateFolder(surroundings)
    seq = 0
    link = hasher.origin(of: log)
    checkpointSeq = 0
    bytesSinceCheckpoint = 0
    tornByteCount = 0
    parts = PartWriter(folder, path: folder.partPath(firstSeq: 1), size: 0)
    let batch = try batch(of: [Draft(kind: "log", payload: header.payload)] + first, closing: false).batch
    try parts.found(batch.bytes)
    stand(after: batch)
    rememberEnd()
  }

  /// Begins a branch that leaves the log at an earlier line and is only an end: where the lines behind that are damaged,
  /// it is the only way left to name the log that comes after.
  ///
  /// - Returns: The line `eigen_log`, on disk with a checkpoint behind it.
  @discardableResult
  public static func leave(
    _ log: LogID, at base: ForkPoint, for successor: LogID, in logs: String, key: Ed25519.PrivateKey,
    surroundings: Surroundings
  ) throws(LogError) -> Reference {
    let writer = LogWriter(
      at: base, of: LogFolder(log, in: logs, files: surroundings.files), key: key, surroundings: surroundings)
    let (batch, references) = try writer.batch(of: [.ownLog(successor)], closing: true)
    let branch = LogFolder(log, fork: batch.first, in: logs, files: surroundings.files)
    do { try surroundings.files.makeFolders(branch.path) } catch { throw .file(error) }
    try PartWriter(branch, path: branch.partPath(firstSeq: base.seq + 1), size: 0).found(batch.bytes)
    return references[0]
  }

  private init(at base: ForkPoint, of folder: LogFolder, key: Ed25519.PrivateKey, surroundings: Surroundings) {
    log = folder.log
    header = base.header
    self.key = key
    self.surroundings = surroundings
    state = nil
    seq = base.seq
    link = base.link
    checkpointSeq = 0
    bytesSinceCheckpoint = 0
    tornByteCount = 0
    parts = PartWriter(folder, path: folder.path, size: 0)
  }

  /// Where the log ends now.
  public var end: LogEnd { LogEnd(seq: seq, chain: Chain(link)) }

  /// Records facts: they survive a power cut when this returns, after one write and one `fdatasync`.
  ///
  /// - Parameter closing: End with a checkpoint, as an import, an interview and a bundle do.
  /// - Returns: A reference to each draft's line, in order.
  /// - Throws: `LogError`; none of the drafts counts as recorded then.
  @discardableResult
  public func append(_ drafts: [Draft], closing: Bool = false) throws(LogError) -> [Reference] {
    if parts.isFull {
      // A part ends with a checkpoint, so that the end of the log can be found in one file.
      try close()
      parts.startPart(firstSeq: seq + 1)
    }
    let references = try write(drafts, closing: closing)
    rememberEnd()
    return references
  }

  /// Ends the log with a checkpoint if its last line is not one.
  public func close() throws(LogError) {
    if checkpointSeq == seq { return }
    _ = try write([], closing: true)
    rememberEnd()
  }

  /// Ends this branch for good, since its writer goes on in another log: a checkpoint is its last line.
  ///
  /// What is remembered of the log outside the folder stays as it is: another copy of the folder may be the one that
  /// goes on in it.
  ///
  /// - Parameter successor: The log that `eigen_log` names as the same writer's; nil for none.
  /// - Returns: The line `eigen_log`, where there is one.
  @discardableResult
  public func leave(for successor: LogID?) throws(LogError) -> Reference? {
    guard let successor else {
      if checkpointSeq != seq { _ = try write([], closing: true) }
      return nil
    }
    if parts.isFull {
      if checkpointSeq != seq { _ = try write([], closing: true) }
      parts.startPart(firstSeq: seq + 1)
    }
    return try write([.ownLog(successor)], closing: true).first
  }

  private func write(_ drafts: [Draft], closing: Bool) throws(LogError) -> [Reference] {
    let (batch, references) = try batch(of: drafts, closing: closing)
    if batch.bytes.isEmpty { return references }
    try parts.write(batch.bytes)
    stand(after: batch)
    return references
  }

  /// The lines of drafts, with the checkpoints that are due among them.
  private func batch(of drafts: [Draft], closing: Bool) throws(LogError) -> (batch: Batch, references: [Reference]) {
    var batch = Batch(seq: seq, link: link, checkpointSeq: checkpointSeq, byteCount: bytesSinceCheckpoint)
    var references: [Reference] = []
    references.reserveCapacity(drafts.count)
    batch.salts = surroundings.randomness.bytes(12 * drafts.count)[...]
    for draft in drafts {
      if batch.needsCheckpoint { try add(checkpoint(after: batch), to: &batch) }
      try add(draft, to: &batch)
      references.append(Reference(log: log, seq: batch.seq, chain: Chain(batch.link)))
    }
    if closing, batch.checkpointSeq != batch.seq { try add(checkpoint(after: batch), to: &batch) }
    return (batch, references)
  }

  /// A failure does not undo what is durable: whoever opens the log next finds that it does not end as remembered.
  private func rememberEnd() { try? state?.remember(end, of: log) }

  private func stand(after batch: Batch) {
    seq = batch.seq
    link = batch.link
    checkpointSeq = batch.checkpointSeq
    bytesSinceCheckpoint = batch.byteCount
  }

  /// Lines that are to be written together.
  private struct Batch {
    var bytes: [UInt8] = []
    /// The chain of the first of them.
    var first: Chain?
    var seq: Int
    var link: Digest
    var checkpointSeq: Int
    /// Since the last checkpoint.
    var byteCount: Int
    /// Random bytes for the lines to come; more are asked for where they are used up.
    var salts: ArraySlice<UInt8> = []
    /// The moment of the last line, and its text, which lines of one millisecond share.
    var moment: (milliseconds: Int64, text: String) = (0, Instant(milliseconds: 0).iso)

    var needsCheckpoint: Bool {
      seq - checkpointSeq >= Checkpoint.largestLineGap - 1
        || byteCount >= Checkpoint.largestByteGap - LineView.largestByteCount
    }
  }

  private func add(_ draft: Draft, to batch: inout Batch) throws(LogError) {
    let start = batch.bytes.count
    let now = surroundings.clock.now()
    if now != batch.moment.milliseconds { batch.moment = (now, Instant(milliseconds: now).iso) }
    let salt = batch.salts.isEmpty ? surroundings.randomness.bytes(12) : Array(batch.salts.prefix(12))
    batch.salts = batch.salts.dropFirst(12)
    batch.link = draft.append(
      to: &batch.bytes, log: log, seq: batch.seq + 1, at: batch.moment.text, salt: salt, after: batch.link,
      hasher: hasher)
    let byteCount = batch.bytes.count - start
    // The line feed is no part of the line.
    if byteCount - 1 > LineView.largestByteCount { throw .lineTooLong(byteCount: byteCount) }
    batch.seq += 1
    if batch.first == nil { batch.first = Chain(batch.link) }
    batch.byteCount += byteCount
    if draft.kind == Checkpoint.kind {
      batch.checkpointSeq = batch.seq
      batch.byteCount = 0
    }
  }

  private func checkpoint(after batch: Batch) -> Draft {
    Draft(
      kind: Checkpoint.kind,
      payload: Checkpoint.payload(
        link: batch.link, seq: batch.seq, log: log, workspace: header.workspace, key: key))
  }
}
