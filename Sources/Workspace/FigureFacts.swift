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

  /// Of each open conflict the rows of its facts, the one that figures use first.
  public var conflicts: [[Int]] { state?.conflicts.map(\.rowsUsedFirst) ?? known?.conflicts ?? [] }

  /// The first row of each run of lines of one log, rising from 0.
  public var runs: [(firstRow: Int, log: LogID)] { state?.table.runs ?? known?.runs ?? [] }

  /// Nil where none is kept.
  private let snapshot: SnapshotFile?

  /// The snapshot's name in the workspace.
  public static let snapshotName = "cache/figures.snapshot"

  /// - Throws: `FileError` for logs that cannot be read.
  init(
    of workspace: Workspace, only columns: [String: Set<String>], program: String?
  ) throws(FileError) {
    snapshot = program.map { SnapshotFile(Self.snapshotName, of: workspace, only: columns, program: $0) }
    let known = snapshot?.facts()
    self.known = known
    if let known {
      (projection, summary, state) = (known.projection, known.summary, nil)
      return
    }
    let logs = try workspace.readLogs(only: columns)
    let (state, texts) = workspace.merged(logs)
    self.state = state
    (projection, summary) = Parallel.both(isWorthwhile: logs.isLarge) {
      Projection(logs.parts, texts, isUsed: state.isUsed)
    } _: {
      FigureSummary(of: state)
    }
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
    guard let state, let snapshot else { return }
    snapshot.keep(projection, state, summary)
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

extension LineTable {
  /// The first row of each run of lines of one log, rising from 0.
  public var runs: [(firstRow: Int, log: LogID)] {
    branches.filter { !$0.rows.isEmpty }.map { ($0.rows.lowerBound, $0.log) }.sorted { $0.0 < $1.0 }
  }
}
