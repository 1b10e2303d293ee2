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

/// All logs, read: the lines, and their payloads as columns, of which nobody has said yet which count.
struct ReadLogs: Sendable {
  let table: LineTable
  let parts: [Projection.Part]

  init(_ logs: String, files: any FileSystem, _ plan: ProjectionPlan) throws(FileError) {
    let (table, taken) = try LineTable.reading(logs, files: files) { ProjectionBuilder(plan) }
    self.table = table
    parts = taken.map { Projection.Part($0.taker, firstRow: $0.firstRow) }
  }

  /// By row, the hashes of slots that were made on the way.
  var slotHashes: [UInt32] { ProjectionBuilder.slotHashes(parts, rowCount: table.rowCount) }

  var isLarge: Bool { table.isLarge }
}

extension LineTable {
  /// So many lines that the work is worth a second core.
  var isLarge: Bool { rowCount > 100_000 }
}

extension Workspace {
  /// What all lines say, as `state()`, with the facts that figures use as columns.
  ///
  /// - Parameter columns: As in `ProjectionPlan.init(vocabulary:only:)`; nil for all.
  /// - Throws: `FileError`. Lines that are not right are listed in the table's `faults`.
  /// - Complexity: O(*n*) in the bytes of the logs, on all cores.
  public func facts(only columns: [String: Set<String>]? = nil) throws(FileError) -> Facts {
    let logs = try readLogs(only: columns)
    let (state, texts) = merged(logs)
    return Facts(state: state, projection: Projection(logs.parts, texts, isUsed: state.isUsed))
  }

  /// What the lines say, and their texts: all that columns are put together from.
  func merged(_ logs: ReadLogs) -> (MergedState, JoinedTexts) {
    let hashes = logs.slotHashes
    return Parallel.both(isWorthwhile: logs.isLarge) {
      state(of: logs, slotHashes: hashes)
    } _: {
      JoinedTexts(of: logs.parts)
    }
  }

  func readLogs(only columns: [String: Set<String>]?) throws(FileError) -> ReadLogs {
    try ReadLogs(logsPath, files: files, ProjectionPlan(vocabulary: vocabulary, only: columns))
  }

  /// - Parameters:
  ///   - hashes: Those of the logs, for who asks more than once.
  ///   - known: As in `MergedState`.
  func state(of logs: ReadLogs, slotHashes hashes: [UInt32]? = nil, known: [Bool]? = nil) -> MergedState {
    MergedState(
      of: logs.table, workspace: settings.workspace, vocabulary: vocabulary, ownPrivate: ownPrivate,
      slotHashes: hashes ?? logs.slotHashes, known: known)
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
