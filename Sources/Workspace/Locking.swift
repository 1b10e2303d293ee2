import EventLog
import Identity
import Merge
import Platform
import Vocabulary

/// Puts the payloads of this instance's private logs behind a passphrase, and takes them out again (SyncSpecs/log.md,
/// locked payloads).
///
/// `locked.age` holds the lines with their payloads as they stood, encrypted in the age format; in their logs they
/// stand without, as an erasure would leave them. The file is on disk before any payload goes, and goes when all are
/// back: so a power cut at any time leaves each payload in one of the two places, or in both.
public struct PrivateLock {
  private let workspace: Workspace
  private let lock: any FileLock

  /// Takes the workspace's lock for as long as this lives.
  ///
  /// - Throws: `WorkspaceError.busy`, or `FileError`.
  public init(_ workspace: Workspace) throws {
    guard let lock = try workspace.files.lock(workspace.root + "/.lock") else {
      throw WorkspaceError.busy(path: workspace.root)
    }
    self.lock = lock
    self.workspace = try workspace.readAgain()
  }

  /// What was locked.
  public struct Closed: Sendable, Equatable {
    /// Facts that are locked now, those of earlier times included.
    public let lockedCount: Int
    /// Those that stood open before.
    public let newCount: Int
    /// Those that were locked and erased since, and are gone now.
    public let erasedCount: Int
    /// Lines that cannot be read, and so stay as they are.
    public let damagedCount: Int
    /// Files in `quarantine/`, which may hold the same facts, and stay as they are.
    public let quarantinedCount: Int
  }

  /// Locks all facts of the private logs that stand open, with those that are locked already.
  ///
  /// - Parameter passphrase: Where facts are locked already, the one that they are locked with.
  /// - Throws: `LockError` or `FileError`. Facts that were locked by then stay in `locked.age`, and nothing is lost.
  public func close(
    passphrase: [UInt8], workFactor: Int = AgeRecipient.usualWorkFactor
  ) throws -> Closed {
    let state = try workspace.ownState()
    let table = state.table
    var kept = KeptLines()
    var erasedCount = 0
    if try workspace.isLocked() {
      kept = try openFile(passphrase)
      erasedCount = kept.remove(where: state.erasure.erases)
    }
    let heldCount = kept.count
    let open = workspace.openPrivateRows(in: state)
    for row in open { kept.add(table.line(row)) }
    if !open.isEmpty || erasedCount > 0 {
      try write(kept, passphrase, workFactor)
      try takePayloads(of: open, in: table)
    }
    // They keep hashes of what the lines are about.
    for name in [FigureFacts.snapshotName, StatusReading.snapshotName] {
      let path = workspace.root + "/" + name
      if try workspace.files.entry(at: path) != nil { try workspace.files.remove(path) }
    }
    try removeLeftovers()
    let own = workspace.ownPrivate
    return Closed(
      lockedCount: kept.count, newCount: kept.count - heldCount, erasedCount: erasedCount,
      damagedCount: table.faults.count { own.contains(table.branch(at: $0.row).log) },
      quarantinedCount: try workspace.quarantinedFileCount())
  }

  /// What was unlocked.
  public struct Opened: Sendable, Equatable {
    /// Facts that can be read again.
    public let restoredCount: Int
    /// Those that were erased while they were locked, and are gone now.
    public let erasedCount: Int
    /// Those whose line is not in the logs here; `locked.age` stays, since they are nowhere else.
    public let unplacedCount: Int
  }

  /// Puts all locked payloads back.
  ///
  /// - Throws: `LockError` or `FileError`. `locked.age` is there as it was then.
  public func open(passphrase: [UInt8]) throws -> Opened {
    guard try workspace.isLocked() else { throw LockError.notLocked }
    var kept = try openFile(passphrase)
    let state = try workspace.ownState()
    let erasedCount = kept.remove(where: state.erasure.erases)
    var restorer = PayloadRestorer(kept)
    for folder in try privateFolders() { try restorer.restore(in: folder) }
    if restorer.unplacedCount == 0 { try removeFile() }
    return Opened(
      restoredCount: restorer.restoredCount, erasedCount: erasedCount, unplacedCount: restorer.unplacedCount)
  }

  // MARK: The file

  private func openFile(_ passphrase: [UInt8]) throws -> KeptLines {
    let path = workspace.lockedPath
    let bytes = try workspace.files.contents(of: path)
    let content: [UInt8]
    do throws(AgeError) {
      content = try Age.decrypt(bytes, with: [.passphrase(passphrase)], limit: bytes.count)
    } catch {
      throw error == .wrongPassphrase ? LockError.wrongPassphrase : LockError.damagedFile(path: path)
    }
    guard let kept = KeptLines(content) else { throw LockError.foreignContents(path: path) }
    return kept
  }

  private func write(_ kept: KeptLines, _ passphrase: [UInt8], _ workFactor: Int) throws {
    if kept.count == 0 { return try removeFile() }
    let file = try Age.encrypt(
      kept.bytes, to: [.passphrase(passphrase, workFactor: workFactor)], randomness: workspace.surroundings.randomness)
    try workspace.files.writeWhole(file, to: workspace.lockedPath)
  }

  private func removeFile() throws(FileError) {
    try workspace.files.remove(workspace.lockedPath)
    try workspace.files.synchronizeFolder(workspace.root)
  }

  // MARK: The logs

  private func takePayloads(of rows: [Int], in table: LineTable) throws(FileError) {
    let references = Set(rows.map(table.reference))
    var eraser = PayloadEraser(erasing: { reference, _ in references.contains(reference) })
    for branch in table.branches where workspace.ownPrivate.contains(branch.log) {
      let seqs = Set(rows.filter(branch.rows.contains).map(branch.seq))
      let folder = LogFolder(branch.log, fork: branch.fork, in: workspace.logsPath, files: workspace.files)
      try eraser.erase(in: folder, seqs)
    }
  }

  /// Removes what an unlocking left that was cut off: the beginning of a file with payloads in it.
  private func removeLeftovers() throws(FileError) {
    for folder in try privateFolders() {
      let leftovers = try workspace.files.names(in: folder.path).filter { $0.hasPrefix(".tmp-") }
      for name in leftovers { try workspace.files.remove(folder.path + "/" + name) }
      if !leftovers.isEmpty { try workspace.files.synchronizeFolder(folder.path) }
    }
  }

  private func privateFolders() throws(FileError) -> [LogFolder] {
    try LogFolder.branches(in: workspace.logsPath, files: workspace.files)
      .filter { workspace.ownPrivate.contains($0.log) }
  }
}

/// Why nothing was locked or unlocked.
public enum LockError: Error, Sendable, Equatable {
  /// No fact is locked.
  case notLocked
  case wrongPassphrase
  /// The file with what is locked does not open with any passphrase.
  case damagedFile(path: String)
  /// What is asked cannot be told while facts are locked.
  case mustBeOpen
  /// What opens with the passphrase is not what was locked.
  case foreignContents(path: String)
}

extension Workspace {
  /// Where locked payloads are.
  public var lockedPath: String { root + "/locked.age" }

  /// Whether payloads of the private logs are behind a passphrase.
  ///
  /// - Throws: `FileError` where that cannot be told; then it must not be taken for unlocked.
  public func isLocked() throws(FileError) -> Bool { try files.entry(at: lockedPath) != nil }

  /// The rows of facts in the private logs whose payloads are behind a passphrase; empty where nothing is locked.
  public func lockedRows(in state: MergedState) throws(FileError) -> Set<Int> {
    guard try isLocked() else { return [] }
    return Set(privateRows(in: state.table).filter { !state.table.hasPayload($0) && !state.isErased($0) })
  }

  /// The rows of facts in the private logs that anyone with this disk can read.
  public func openPrivateRows(in state: MergedState) -> [Int] {
    privateRows(in: state.table).filter { row in
      state.table.hasPayload(row) && !LineView.structuralKinds.contains(state.table.kindName(row))
    }
  }

  private func privateRows(in table: LineTable) -> [Int] {
    let own = ownPrivate
    return table.branches.filter { own.contains($0.log) }.flatMap { $0.rows.filter(table.isReadable) }
  }

  /// How many files were set aside.
  func quarantinedFileCount() throws(FileError) -> Int {
    try files.entry(at: quarantinePath) == nil ? 0 : files.names(in: quarantinePath).count
  }
}
