import EventLog
import Identity
import Merge
import Platform
import Projection

/// The facts behind figures with what is said around them: read from all logs, or from the snapshot of the last time.
///
/// `cache/figures.snapshot` holds what was read (`Snapshot`), so that the next question need not read the logs. It is
/// taken when it is whole and the logs are the ones it was made of; it is thrown away at the least doubt, and made anew
/// beside the answer. It holds payloads: it is the owner's alone to read, goes with every erasure (`Erasing`
/// empties the folder), and is not made at all while a private log has facts that figures are about, so that none of
/// those stays behind when it is locked.
public struct FigureFacts: Sendable {
  public let projection: Projection
  public let summary: FigureSummary
  /// What all lines say, where they were read; nil where a snapshot said enough.
  public let state: MergedState?
  /// The same, where all lines were read.
  public var facts: Facts? { state.map { Facts(state: $0, projection: projection) } }
  private let known: SnapshotFacts?

  private let workspace: Workspace
  private let kinds: Set<String>
  /// Nil where no snapshot is kept.
  private let key: SnapshotKey?

  /// The snapshot's name in the workspace.
  public static let snapshotName = "cache/figures.snapshot"
  /// Of the name of one that is being written.
  private static let beginningOfNew = ".tmp-figures-"

  /// - Throws: `FileError` for logs that cannot be read.
  init(
    of workspace: Workspace, only columns: [String: Set<String>], program: String?
  ) throws(FileError) {
    self.workspace = workspace
    kinds = Set(columns.keys)
    key = program.map { program in
      SnapshotKey(
        program: program, vocabulary: workspace.vocabulary, columns: columns, workspace: workspace.settings.workspace,
        ownPrivate: workspace.ownPrivate)
    }
    let path = workspace.root + "/" + Self.snapshotName
    let known = key.flatMap { key in
      SnapshotFacts(at: path, for: key, logs: workspace.logsPath, files: workspace.files) {
        ProjectionPlan(vocabulary: workspace.vocabulary, only: columns)
      }
    }
    self.known = known
    if let known {
      (projection, summary, state) = (known.projection, known.summary, nil)
      return
    }
    let facts = try workspace.facts(only: columns)
    (projection, state) = (facts.projection, facts.state)
    summary = FigureSummary(of: facts.state)
  }

  /// The line behind a row of the projection; nil where it does not stand there any more.
  ///
  /// - Throws: `FileError`.
  public func line(_ row: Int) throws(FileError) -> FactLine? {
    if let state { return row >= 0 && row < state.table.rowCount ? FactLine(row, in: state.table) : nil }
    return try known?.line(row)
  }

  /// Makes a snapshot where the logs had to be read; other threads may use these facts in the meantime.
  ///
  /// What goes wrong goes wrong in silence: the next answer comes from the logs then.
  public func keep() {
    guard let state, let key else { return }
    // What reading needed is of no use to writing.
    if state.table.rowCount > 100_000 { Memory.giveBack() }
    let files = workspace.files
    let folder = workspace.root + "/cache"
    let path = workspace.root + "/" + Self.snapshotName
    guard
      let logs = LogsSeen(of: state, in: workspace.logsPath, kinds: kinds, ownPrivate: workspace.ownPrivate)
    else {
      try? files.remove(path)
      return
    }
    let name = workspace.surroundings.randomness.bytes(8).map { String($0, radix: 16) }.joined(separator: "-")
    let beside = folder + "/" + Self.beginningOfNew + name
    do {
      try files.makeFolder(folder, mode: 0o700)
      try removeLeftovers(in: folder)
      guard try logs.isCurrent(in: workspace.logsPath, files: files) else { return }
      try SnapshotFacts.write(
        projection, state, logs, summary, for: key, to: try files.open(beside, .create(mode: 0o600)))
      try files.rename(beside, to: path)
      // An erasure that came in between may have looked for it before it was there.
      if try !logs.isCurrent(in: workspace.logsPath, files: files) { try files.remove(path) }
    } catch {
      try? files.remove(beside)
    }
  }

  /// Removes what was begun by a process that was ended.
  private func removeLeftovers(in folder: String) throws(FileError) {
    for name in try workspace.files.names(in: folder) where name.hasPrefix(Self.beginningOfNew) {
      try workspace.files.remove(folder + "/" + name)
    }
  }
}

extension Workspace {
  /// The facts that figures use, from the snapshot of the last time where nothing else happened since, else from all logs.
  ///
  /// - Parameters:
  ///   - columns: As in `ProjectionPlan.init(vocabulary:only:)`.
  ///   - program: The version of the program; another one makes a snapshot of its own. Nil for columns that are asked for
  ///     so rarely that they are read from the logs each time.
  /// - Throws: `FileError`.
  public func figureFacts(only columns: [String: Set<String>], program: String?) throws(FileError) -> FigureFacts {
    try FigureFacts(of: self, only: columns, program: program)
  }
}

extension FigureSummary {
  public init(of state: MergedState) {
    let members = MemberList(of: state).entries.filter { $0.standing != .held }
    state.table.leaveFiles()
    self.init(
      members: members.map {
        Member(log: $0.log, writer: $0.writer, lastHeard: $0.lastHeard, naam: $0.naam, regio: $0.regio)
      },
      conflictCount: state.conflicts.count, heldLineCount: state.heldLineCount, faultCount: state.table.faults.count)
  }
}
