import Bundle
import Cryptography
import EventLog
import Identity
import Merge
import Platform

/// Makes bundles and applies them (SyncSpecs/bundle.md).
public struct Exchange {
  /// `held/` and `quarantine/` together take at most this many bytes.
  public static let largestAsideByteCount = 1 << 30

  let recording: Recording
  var workspace: Workspace { recording.workspace }

  public init(_ recording: Recording) {
    self.recording = recording
  }

  /// What became of the lines of one bundle. The five counts add up to the lines in it.
  public struct Applied: Sendable {
    public var path: String
    public var writer: LogID?
    public var newCount = 0
    public var knownCount = 0
    public var heldCount = 0
    public var quarantinedCount = 0
    public var erasedCount = 0
    /// Attachments that were stored now.
    public var attachmentCount = 0
    /// Set when the whole bundle waits, since nobody admitted its writer.
    public var isFromStranger = false
    public var isFromRevoked = false
    public var reasons: [SegmentReason] = []
    public var faults: [SegmentFault] = []
    /// Where the bundle was put, when it or a part of it was set aside.
    public var keptAt: [String] = []
    /// Set when there was no room to keep it: the file itself stays the only copy.
    public var isLeftWhereItIs = false
    /// Whether lines that are held now ask for an erasure.
    var hasWissing = false

    public init(path: String) { self.path = path }

    public var isAside: Bool { heldCount + quarantinedCount > 0 || !keptAt.isEmpty || isLeftWhereItIs }
  }

  /// Applies the bundle in a file, and then those that waited for it.
  ///
  /// - Parameter passphrase: For a file that is encrypted to one.
  /// - Returns: What became of it, and of each bundle from `held/` that moved.
  /// - Throws: `BundleError`, `AgeError`, `ExchangeError`, `FileError` or `LogError`. Lines that were written whole stay,
  ///   and applying again goes on.
  public func apply(_ path: String, passphrase: [UInt8]? = nil) throws -> (applied: Applied, released: [Applied]) {
    let bytes = try BundleFile.contents(of: path, in: workspace, passphrase: passphrase)
    let applied = try apply(bytes, from: path)
    let released = try releaseHeld()
    if applied.hasWissing || released.contains(where: \.hasWissing) { try carryOutErasures() }
    return (applied, released)
  }

  /// Tries the bundles in `held/` again, until none of them moves, and carries out what was decided to be erased: after
  /// an admission, and before a folder is synced.
  public func retryHeld() throws -> [Applied] {
    let released = try releaseHeld()
    let decisions = try HeldLogs(scanning: workspace.logsPath, files: workspace.files).decisionLines
    if decisions.lines.contains(where: { $0.kind == .wissing }) { try carryOutErasures() }
    return released
  }

  private func carryOutErasures() throws {
    let done = try Erasing(recording).carryOut()
    if !done.isEmpty { workspace.tell?(.carriedOut(done)) }
  }

  private func releaseHeld() throws -> [Applied] {
    var released: [Applied] = []
    var isMoving = true
    while isMoving {
      isMoving = false
      for path in try HeldBundle.paths(in: workspace) {
        let bytes = try workspace.files.contents(of: path)
        guard let applied = try applyHeld(bytes, from: path) else { continue }
        if applied.newCount > 0 { isMoving = true }
        if applied.newCount > 0 || !applied.keptAt.contains(path) { released.append(applied) }
        if !applied.keptAt.contains(path), !applied.isLeftWhereItIs {
          try workspace.files.remove(path)
          try workspace.files.synchronizeFolder(workspace.heldPath)
        }
      }
    }
    return released
  }

  /// One that cannot be applied waits on, and blocks no other; a disk that fails is nothing to wait for.
  private func applyHeld(_ bytes: [UInt8], from path: String) throws -> Applied? {
    do {
      return try apply(bytes, from: path)
    } catch let error as FileError {
      throw error
    } catch LogError.file(let error) {
      throw error
    } catch {
      return nil
    }
  }

  private func apply(_ bytes: [UInt8], from path: String) throws -> Applied {
    let isErased = path.hasPrefix(workspace.heldPath + "/") && path.hasSuffix(".erased.veld")
    let reader = try BundleReader(bytes, isErased: isErased)
    let manifest = reader.manifest
    guard manifest.workspace == workspace.settings.workspace else {
      throw ExchangeError.otherWorkspace(found: manifest.workspace, wanted: workspace.settings.workspace)
    }
    let held = try HeldLogs(scanning: workspace.logsPath, files: workspace.files)
    // What the bundle shows by itself to be wrong refuses all of it, before anything is written.
    let arrival = try Arrival(reader, held: held, workspace: workspace.settings.workspace)
    let decisions = arrival.plan.decisionLines
    let members = Members(of: decisions, founder: workspace.settings.workspace)
    try held.checkReads()
    var applied = Applied(path: path)
    applied.writer = manifest.writer
    applied.hasWissing = decisions.lines.contains { $0.kind == .wissing }
    guard let writer = members.members[manifest.writer] else {
      applied.isFromStranger = true
      applied.heldCount = manifest.lineCount
      try setAside(bytes, from: path, in: workspace.heldPath, &applied)
      return applied
    }
    applied.isFromRevoked = writer.isRevoked
    let erasure = Erasure(in: decisions, members: members, ownPrivate: workspace.ownPrivate)
    try store(arrival, BundleReader(bytes, isErased: isErased), erasure, members, &applied)
    if !writer.isRevoked, manifest.writer != workspace.log {
      try ReceivedFrontiers(workspace).keep(manifest, arrival.manifestBytes)
    }
    if !applied.reasons.isEmpty { try setAside(bytes, from: path, in: workspace.heldPath, &applied) }
    if !applied.faults.isEmpty { try setAside(bytes, from: path, in: workspace.quarantinePath, &applied) }
    return applied
  }

  private func store(
    _ arrival: Arrival, _ reader: BundleReader, _ erasure: Erasure, _ members: Members, _ applied: inout Applied
  ) throws {
    // The files that writers have open may be about to be others, and what is known is about to grow.
    defer { recording.forgetLogs() }
    for segment in arrival.segments {
      switch segment.verdict {
      case .placed: break
      case .held(let reason):
        applied.heldCount += segment.entry.lineCount
        applied.reasons.append(reason)
      case .quarantined(let fault):
        applied.quarantinedCount += segment.entry.lineCount
        applied.faults.append(fault)
      }
    }
    let writer = ArrivalWriter(
      arrival, erasure: erasure, logs: workspace.logsPath, quarantine: workspace.quarantinePath,
      surroundings: workspace.surroundings)
    let attachments = Attachments(workspace)
    var attachmentCount = 0
    let stored = try writer.store(reader) { entry in
      // One that was damaged here is no better than none.
      if try attachments.isWhole(entry.sha256) { return nil }
      attachmentCount += 1
      return try attachments.receive()
    }
    applied.attachmentCount = attachmentCount
    Arrivals(workspace).note(stored.compactMap { Arrivals.Range($0.entry, newCount: $0.newCount) }, from: applied.path)
    for segment in stored {
      if let reason = segment.reason {
        // What is held of this log is damaged: this segment waits, the others are applied.
        applied.heldCount += segment.entry.lineCount
        applied.reasons.append(reason)
        continue
      }
      applied.knownCount += segment.knownCount
      applied.erasedCount += segment.erasedCount
      // Lines of a log that nobody admitted are kept with the others, and wait there.
      if members.contains(segment.entry.log) {
        applied.newCount += segment.newCount
      } else {
        applied.heldCount += segment.newCount
      }
    }
  }

  /// Keeps a copy of a bundle under its own hash.
  private func setAside(
    _ bytes: [UInt8], from source: String, in folder: String, _ applied: inout Applied
  ) throws {
    // One that erased payloads were taken out of has the name of what it was.
    if Path.folder(of: source) == folder {
      applied.keptAt.append(source)
      return
    }
    let path = folder + "/" + SHA256.hash(bytes).hexadecimal.prefix(16) + ".veld"
    if try workspace.files.entry(at: path) != nil {
      // It may stand there since an earlier time that failed before its name was durable.
      try workspace.files.synchronizeFolder(folder)
    } else {
      guard try asideByteCount() + bytes.count <= Self.largestAsideByteCount else {
        applied.isLeftWhereItIs = true
        return
      }
      try workspace.files.makeFolders(folder)
      try workspace.files.writeWhole(bytes, to: path)
    }
    applied.keptAt.append(path)
  }

  private func asideByteCount() throws(FileError) -> Int {
    var count = 0
    for folder in [workspace.heldPath, workspace.quarantinePath] where workspace.files.exists(folder) {
      for name in try workspace.files.names(in: folder) {
        count += try workspace.files.entry(at: folder + "/" + name)?.size ?? 0
      }
    }
    return count
  }
}

/// Why a bundle that is whole is still not applied, or cannot be made.
public enum ExchangeError: Error, Sendable, Equatable {
  case otherWorkspace(found: LogID, wanted: LogID)
  /// It is encrypted, and to none of this instance's keys.
  case notForUs(recipientCount: Int)
  /// It is encrypted to a passphrase, and none was given.
  case needsPassphrase
  /// Who should get it was never admitted, or is revoked.
  case notAMember(LogID)
  /// Nothing of them has arrived, so that their keys are not known.
  case unknownKeys([LogID])
  /// There is no other member.
  case noReceivers
  /// Not even one part fits.
  case partTooSmall(wanted: Int, smallest: Int)
}

extension IncomingAttachment: AttachmentKeeper {
  public func finish(_ sha256: Digest) throws { _ = try keep(as: sha256) }
}

extension Recording {
  /// Forgets what is known and which files are open, after others changed them.
  func forgetLogs() {
    writers = [:]
    forgetFacts()
  }
}
