import Bundle
import CanonicalJSON
import Cryptography
import EventLog
import Identity
import Merge
import Platform

/// Makes bundles and applies them (SyncSpecs/bundle.md).
public struct Exchange {
  /// `held/` and `quarantine/` together take at most this many bytes.
  public static let largestAsideByteCount = 1 << 30

  private let recording: Recording
  private var workspace: Workspace { recording.workspace }

  public init(_ recording: Recording) {
    self.recording = recording
  }

  // MARK: Making

  /// What was put in a bundle.
  public struct Made: Sendable {
    public let lineCount: Int
    public let logCount: Int
    /// Of the file, in bytes.
    public let byteCount: Int
    /// Lines that stay behind since no checkpoint vouches for them, by log.
    public let leftBehind: [LogID: Int]
  }

  /// Writes a bundle in clear of all shared logs, for anyone who may hold it.
  ///
  /// - Throws: `FileError` (`exists` where the file is there already), `LogError`, `BundleError`. There is no file
  ///   then, or the one that was there.
  public func makeClearBundle(at path: String) throws -> Made {
    if try workspace.files.entry(at: path) != nil { throw FileError(.create, path, .exists) }
    let folder = Path.folder(of: path)
    if try workspace.files.entry(at: folder) == nil { throw FileError(.create, folder, .notFound) }
    try recording.writer(for: .gedeeld).close()
    guard let key = try workspace.keys.key(of: workspace.log) else { throw WorkspaceError.noKey(log: workspace.log) }
    let table = try LineTable(reading: workspace.logsPath, files: workspace.files)
    let draft = BundleDraft(of: table, workspace: workspace.settings.workspace, writer: workspace.log)
    let bytes = try BundleContents.pack(manifest: draft.manifest, signedWith: key, segments: draft.segments)
    try workspace.files.writeWhole(bytes, to: path, mode: 0o600)
    return Made(
      lineCount: draft.manifest.lineCount, logCount: draft.segments.count, byteCount: bytes.count,
      leftBehind: draft.leftBehind)
  }

  // MARK: Applying

  /// What became of the lines of one bundle. The five counts add up to the lines in it.
  public struct Applied: Sendable {
    public var path: String
    public var writer: LogID?
    public var newCount = 0
    public var knownCount = 0
    public var heldCount = 0
    public var quarantinedCount = 0
    public var erasedCount = 0
    /// Set when the whole bundle waits, since nobody admitted its writer.
    public var isFromStranger = false
    public var isFromRevoked = false
    public var reasons: [SegmentReason] = []
    public var faults: [SegmentFault] = []
    /// Where the bundle was put, when it or a part of it was set aside.
    public var keptAt: [String] = []
    /// Set when there was no room to keep it: the file itself stays the only copy.
    public var isLeftWhereItIs = false

    public var isAside: Bool { heldCount + quarantinedCount > 0 }
  }

  /// Applies the bundle in a file, and then those that waited for it.
  ///
  /// - Returns: What became of it, and of each bundle from `held/` that moved.
  /// - Throws: `BundleError`, `ExchangeError`, `FileError` or `LogError`. Lines that were written whole stay, and
  ///   applying again goes on.
  public func apply(_ path: String) throws -> (applied: Applied, released: [Applied]) {
    let limit = BundleLimits.standard.expansion.byteCount
    if let size = try workspace.files.entry(at: path)?.size, size > limit {
      throw BundleError.compression(.tooLarge(limit: limit))
    }
    let bytes = try workspace.files.contents(of: path)
    let applied = try apply(bytes, from: path)
    return (applied, try retryHeld())
  }

  /// Tries the bundles in `held/` again, until none of them moves: after a bundle and after an admission.
  public func retryHeld() throws -> [Applied] {
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
    let contents = try BundleContents(unpacking: bytes)
    let manifest = contents.manifest
    guard manifest.workspace == workspace.settings.workspace else {
      throw ExchangeError.otherWorkspace(found: manifest.workspace, wanted: workspace.settings.workspace)
    }
    let table = try LineTable(reading: workspace.logsPath, files: workspace.files)
    var checker = SegmentChecker(
      table, workspace: workspace.settings.workspace, own: Set(workspace.settings.logs.values))
    // What the bundle shows by itself to be wrong refuses all of it, before anything is written.
    let checks = try contents.segments.map { segment in
      do throws(SegmentFault) { return try checker.check(segment, of: contents) } catch {
        throw BundleError.segment(error)
      }
    }
    var applied = Applied(path: path)
    applied.writer = manifest.writer
    let members = members(table, with: checks, contents)
    guard let writer = members.members[manifest.writer] else {
      applied.isFromStranger = true
      applied.heldCount = manifest.lineCount
      try setAside(bytes, in: workspace.heldPath, &applied)
      return applied
    }
    applied.isFromRevoked = writer.isRevoked
    for check in checks { try apply(check, contents, members, &applied) }
    if !applied.reasons.isEmpty { try setAside(bytes, in: workspace.heldPath, &applied) }
    if !applied.faults.isEmpty { try setAside(bytes, in: workspace.quarantinePath, &applied) }
    return applied
  }

  private func apply(
    _ check: SegmentCheck, _ contents: BundleContents, _ members: Members, _ applied: inout Applied
  ) throws {
    switch check.verdict {
    case .known: applied.knownCount += check.entry.lineCount
    case .held(let reason):
      applied.heldCount += check.entry.lineCount
      applied.reasons.append(reason)
    case .quarantined(let fault):
      applied.quarantinedCount += check.entry.lineCount
      applied.faults.append(fault)
    case .new(let firstSeq, let range):
      let folder = LogFolder(check.entry.log, in: workspace.logsPath, files: workspace.files)
      do {
        try contents.bytes.withUnsafeBufferPointer { bytes in
          try SegmentWriter.append(
            bytes.part(range), firstSeq: firstSeq, to: folder, quarantine: workspace.quarantinePath,
            surroundings: workspace.surroundings)
        }
      } catch LogError.file(let error) {
        throw LogError.file(error)
      } catch {
        // What is held of this log is damaged: this segment waits, the others are applied.
        applied.heldCount += check.entry.lineCount
        applied.reasons.append(.damagedHere(log: check.entry.log, seq: firstSeq))
        return
      }
      applied.knownCount += check.knownCount
      // Lines of a log that nobody admitted are kept with the others, and wait there.
      if members.contains(check.entry.log) {
        applied.newCount += check.newCount
      } else {
        applied.heldCount += check.newCount
      }
    }
  }

  /// The members by what is held and what the bundle brings together.
  private func members(_ table: LineTable, with checks: [SegmentCheck], _ contents: BundleContents) -> Members {
    let held = Members(of: table, founder: workspace.settings.workspace)
    var logs: [LogID: [UInt8]] = [:]
    for check in checks {
      guard case .new(_, let range) = check.verdict else { continue }
      logs[check.entry.log, default: []] += contents.bytes[range]
    }
    // Only who is not known yet can become a member by what the bundle brings.
    if held.contains(contents.manifest.writer), logs.keys.allSatisfy(held.contains) { return held }
    for branch in table.branches {
      var lines: [UInt8] = []
      for row in branch.rows {
        lines.append(contentsOf: table.line(row))
        lines.append(0x0A)
      }
      logs[branch.log] = lines + (logs[branch.log] ?? [])
    }
    return Members(of: LineTable(logs: logs.map { ($0.key, $0.value) }), founder: workspace.settings.workspace)
  }

  /// Keeps a copy of a bundle under its own hash.
  private func setAside(_ bytes: [UInt8], in folder: String, _ applied: inout Applied) throws {
    let path = folder + "/" + SHA256.hash(bytes).hexadecimal.prefix(16) + ".veld"
    if try workspace.files.entry(at: path) == nil {
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

/// Why a bundle that is whole is still not applied.
public enum ExchangeError: Error, Sendable, Equatable {
  case otherWorkspace(found: LogID, wanted: LogID)
}
