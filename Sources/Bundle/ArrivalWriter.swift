import Cryptography
import EventLog
import Identity
import Merge
import Platform
import Vocabulary

/// Stores what a bundle brings, after all of it was checked.
///
/// Every line proves itself, so what an interrupted apply has stored stays, and the next one goes on behind it.
public struct ArrivalWriter {
  /// What became of the lines of a segment.
  public struct Stored: Sendable {
    public let entry: BundleManifest.Segment
    public internal(set) var newCount = 0
    public internal(set) var erasedCount = 0
    /// Set where what is held of the log did not take the lines after all.
    public internal(set) var reason: SegmentReason?

    public var knownCount: Int { entry.lineCount - newCount - erasedCount }
  }

  private let arrival: Arrival
  private let erasure: Erasure
  private let targets: Set<Reference>
  private let logs: String
  private let quarantine: String
  private let surroundings: Surroundings

  /// - Parameters:
  ///   - logs: The folder `logs` of the workspace.
  ///   - quarantine: Where torn lines and files that were damaged go.
  public init(
    _ arrival: Arrival, erasure: Erasure, logs: String, quarantine: String, surroundings: Surroundings
  ) {
    self.arrival = arrival
    self.erasure = erasure
    targets = Set(erasure.wissingen.flatMap(\.targets))
    self.logs = logs
    self.quarantine = quarantine
    self.surroundings = surroundings
  }

  /// Reads the bundle again and stores its lines and attachments.
  ///
  /// - Parameters:
  ///   - reader: Of the same bytes that `arrival` was read from.
  ///   - keep: Begins to keep an attachment that a line with a payload names; nil where it is here already.
  /// - Returns: One entry for each segment that was placed.
  /// - Throws: `FileError`, `LogError`; what was stored until then stays.
  public func store(
    _ reader: BundleReader, keeping keep: (BundleManifest.Attachment) throws -> (any AttachmentKeeper)?
  ) throws -> [Stored] {
    try arrival.plan.held.checkReads()
    var stored: [Stored] = []
    var mending = Mending()
    var writer: (branch: Int, writer: SegmentWriter)?
    for segment in arrival.segments {
      let entry = segment.entry
      var sink = SegmentSink(segment, targets: targets, erases: erasure.erases)
      var result = Stored(entry: entry)
      do {
        if case .placed(let new?, _) = segment.verdict, writer?.branch != new.branch {
          try writer?.writer.finish()
          writer = (new.branch, try self.writer(for: new))
        }
        try reader.readEntry(entry.path, byteCount: entry.byteCount, sha256: entry.sha256, isChecked: false) {
          try sink.take($0) { try writer?.writer.append($0) }
        }
        mending.add(sink.outcome.mends, of: segment)
        (result.newCount, result.erasedCount) = (sink.outcome.newCount, sink.outcome.erasedCount)
      } catch LogError.doesNotFollow(let log, let expected, _) {
        result.reason = .damagedHere(log: log, seq: expected)
      }
      if case .placed = segment.verdict { stored.append(result) }
    }
    try writer?.writer.finish()
    // Where lines stand in a file was read before, and mending moves them: so once for each branch, behind all else.
    for branch in mending.lines.keys.sorted() {
      try arrival.plan.held.mend(
        branch, with: mending.lines[branch] ?? [:], quarantine: mending.damaged.contains(branch) ? quarantine : nil,
        surroundings: surroundings)
    }
    try storeAttachments(reader, keep)
    return stored
  }

  private func writer(for new: SegmentArrival.New) throws(LogError) -> SegmentWriter {
    let branch = arrival.plan.branches[new.branch]
    let held = branch.extends.map { arrival.plan.held.branches[$0] }
    let folder = held?.folder ?? LogFolder(branch.log, fork: branch.fork, in: logs, files: surroundings.files)
    return try SegmentWriter(
      to: folder, behind: held, firstSeq: new.firstSeq, quarantine: quarantine, surroundings: surroundings)
  }

  /// What all segments mend.
  private struct Mending {
    /// By branch and number.
    private(set) var lines: [Int: [Int: [UInt8]]] = [:]
    /// Branches of which lines are not right, beside those that only lack a payload.
    private(set) var damaged: Set<Int> = []

    mutating func add(_ found: [Int: [Int: [UInt8]]], of segment: SegmentArrival) {
      guard case .placed(_, let mends) = segment.verdict else { return }
      for mend in mends {
        guard let line = found[mend.branch]?[mend.seq] else { continue }
        lines[mend.branch, default: [:]][mend.seq] = line
        if !mend.isPayload { damaged.insert(mend.branch) }
      }
    }
  }

  // MARK: Attachments

  private func storeAttachments(
    _ reader: BundleReader, _ keep: (BundleManifest.Attachment) throws -> (any AttachmentKeeper)?
  ) throws {
    if arrival.manifest.attachments.isEmpty { return }
    let named = try named()
    for entry in arrival.manifest.attachments {
      let keeper = named.contains(entry.sha256) ? try keep(entry) : nil
      let isThere = try reader.readEntry(
        entry.path, byteCount: entry.byteCount, sha256: entry.sha256, isChecked: false
      ) { try keeper?.write($0) }
      if isThere { try keeper?.finish(entry.sha256) }
    }
  }

  /// The attachments that lines which are held, or are now, name in a payload that no erasure forbids.
  private func named() throws(FileError) -> Set<Digest> {
    // What was written just now included.
    let held = try HeldLogs(scanning: logs, files: surroundings.files)
    return Set(held.notable.compactMap { NamedFiles.File($0, unless: erasure)?.sha256 })
  }
}

/// Takes an attachment in, piece by piece.
public protocol AttachmentKeeper {
  func write(_ bytes: [UInt8]) throws
  /// Keeps it, if it has this hash.
  func finish(_ sha256: Digest) throws
}
