import EventLog
import Identity
import Merge
import Platform

/// What a snapshot says of the logs as they stand now.
public struct SnapshotFacts: Sendable {
  public let projection: Projection
  public let summary: FigureSummary
  private let finder: LineFinder
  private let rowCount: Int
  /// What the one who made the snapshot said of the logs as they were then.
  public let note: [UInt8]
  /// The lines that came since, by row from `rowCount` on: facts, which are all live, and checkpoints.
  public let newLines: [FactLine]
  /// Of each open conflict the rows of its facts, the one that figures use first.
  public let conflicts: [[Int]]
  /// The first row of each run of lines of one log, rising from 0.
  public let runs: [(firstRow: Int, log: LogID)]
  /// How many facts of before these replace.
  public let replacedCount: Int

  /// Reads a snapshot.
  ///
  /// - Parameters:
  ///   - path: Of the file.
  ///   - key: What it has to be made for.
  ///   - logs: The folder of the logs.
  ///   - plan: As the one of the projection it was made of; asked for when there are new lines.
  /// - Returns: Nil where there is none that fits: not one that is whole, or made for something else, or the logs say
  ///   other things than it was made of, or more than can be added to it (`Tail`). Then everything has to be read anew.
  /// - Complexity: O(columns) in memory, whatever the size of the logs, and O(files) calls to the disk.
  public init?(
    at path: String, for key: SnapshotKey, logs: String, files: any FileSystem, plan: () -> ProjectionPlan
  ) {
    guard let entry = try? files.entry(at: path), entry.kind == .file, let memory = try? files.mapPrivately(path),
      let snapshot = Snapshot(in: memory, for: key.bytes)
    else { return nil }
    let seen = LogsSeen(snapshot)
    guard let growths = (try? seen.growth(in: logs, files: files)) ?? nil,
      snapshot.isWhole(includingSlots: !growths.isEmpty)
    else { return nil }
    finder = LineFinder(seen, in: logs, files: files)
    rowCount = seen.rowCount
    note = snapshot.manifest.note
    conflicts = snapshot.manifest.conflicts
    var summary = snapshot.manifest.summary
    if growths.isEmpty {
      guard let projection = snapshot.projection() else { return nil }
      self.projection = projection
      (newLines, replacedCount) = ([], 0)
    } else {
      guard let tail = Tail(growths, behind: snapshot, seen, finder, plan()),
        let projection = snapshot.projection(with: tail)
      else { return nil }
      self.projection = projection
      (newLines, replacedCount) = (tail.lines, tail.replacedRows.count)
      for index in summary.members.indices {
        if let time = tail.lastHeard[summary.members[index].log] { summary.members[index].lastHeard = time }
      }
    }
    self.summary = summary
    runs =
      seen.branches.filter { !$0.rows.isEmpty }.map { ($0.rows.lowerBound, $0.log) }
      + newLines.enumerated().map { (seen.rowCount + $0.offset, $0.element.reference.log) }
  }

  /// The line behind a row of the projection; nil where it does not stand there any more.
  ///
  /// - Throws: `FileError`.
  /// - Complexity: Reads some lines before it, none of the others.
  public func line(_ row: Int) throws(FileError) -> FactLine? {
    if row < rowCount { return try finder.line(row) }
    return newLines.indices.contains(row - rowCount) ? newLines[row - rowCount] : nil
  }
}

extension SnapshotFacts {
  /// Writes a snapshot of what was read to a file that is empty.
  ///
  /// - Parameter note: What to say of the logs beside it.
  /// - Throws: `FileError`; the file may hold a part of it then.
  public static func write(
    _ projection: Projection, _ state: MergedState, _ logs: LogsSeen, _ summary: FigureSummary,
    note: [UInt8] = [], for key: SnapshotKey, to file: any WritableFile
  ) throws(FileError) {
    try SnapshotDraft.write(projection, state, logs, summary, note: note, for: key.bytes, to: file)
  }
}
