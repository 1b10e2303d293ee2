import EventLog
import Identity
import Merge
import Platform
import Projection

/// A snapshot in the folder `cache` of a workspace.
///
/// It is made when nobody waits for it, of logs that were read; taken while it is whole and the logs have only grown since
/// (`SnapshotFacts`); and it can go at any moment.
struct SnapshotFile: Sendable {
  private let workspace: Workspace
  private let path: String
  private let columns: [String: Set<String>]
  private let key: SnapshotKey

  /// Of the name of one that is being written.
  private static let beginningOfNew = ".tmp-figures-"

  /// - Parameters:
  ///   - name: In the workspace.
  ///   - columns: As in `ProjectionPlan.init(vocabulary:only:)`.
  ///   - program: The version of the program; another one makes a snapshot of its own.
  init(_ name: String, of workspace: Workspace, only columns: [String: Set<String>], program: String) {
    self.workspace = workspace
    path = workspace.root + "/" + name
    self.columns = columns
    key = SnapshotKey(
      program: program, vocabulary: workspace.vocabulary, columns: columns, workspace: workspace.settings.workspace,
      ownPrivate: workspace.ownPrivate)
  }

  /// What it says of the logs as they are now; nil where there is none that fits.
  func facts() -> SnapshotFacts? {
    SnapshotFacts(at: path, for: key, logs: workspace.logsPath, files: workspace.files) {
      ProjectionPlan(vocabulary: workspace.vocabulary, only: columns)
    }
  }

  /// Makes one of what was read, or none where there may be none (`LogsSeen`). What goes wrong goes wrong in silence.
  ///
  /// - Parameter note: What it is to say beside that.
  func keep(_ projection: Projection, _ state: MergedState, _ summary: FigureSummary, note: [UInt8] = []) {
    let files = workspace.files
    let folder = workspace.root + "/cache"
    let kinds = Set(columns.keys)
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
        projection, state, logs, summary, note: note, for: key, to: try files.open(beside, .create(mode: 0o600)))
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
