import EventLog
import Merge
import Platform
import Projection
import Vocabulary

/// All lines and what figures use of them, read in one pass.
public struct Facts: Sendable {
  public let state: MergedState
  public let projection: Projection
}

extension Workspace {
  /// What all lines say, as `state()`, with the facts that figures use as columns.
  ///
  /// - Parameter columns: As in `ProjectionPlan.init(vocabulary:only:)`; nil for all.
  /// - Throws: `FileError`. Lines that are not right are listed in the table's `faults`.
  /// - Complexity: O(*n*) in the bytes of the logs, on all cores.
  public func facts(only columns: [String: Set<String>]? = nil) throws(FileError) -> Facts {
    let plan = ProjectionPlan(vocabulary: vocabulary, only: columns)
    let (table, taken) = try LineTable.reading(logsPath, files: files) { ProjectionBuilder(plan) }
    let state = MergedState(
      of: table, workspace: settings.workspace, vocabulary: vocabulary, ownPrivate: ownPrivate,
      slotHashes: ProjectionBuilder.slotHashes(taken, rowCount: table.rowCount))
    // What merging needed has another shape than the columns.
    if table.rowCount > 100_000 { Memory.giveBack() }
    let parts = taken.map { Projection.Part($0.taker, firstRow: $0.firstRow) }
    return Facts(state: state, projection: Projection(parts, isUsed: state.isUsed))
  }
}

extension MergedState {
  /// The facts that figures use as columns, of lines that were read before.
  public func projection(only columns: [String: Set<String>]) -> Projection {
    let builder = ProjectionBuilder(ProjectionPlan(vocabulary: vocabulary, only: columns))
    for row in 0..<table.rowCount where isUsed[row] {
      builder.add(kind: table.kindName(row), payload: table.payload(row), row: row)
    }
    return builder.finish()
  }
}
