import EventLog
import Merge
import Platform
import Projection

/// Where an instance stands, by its logs or by what they said the last time.
///
/// `cache/status.snapshot` keeps what was read: what the lines say (`StatusOfLines`) and no payload of any of them. It is
/// taken and thrown away as that of the figures is (`FigureFacts`).
public struct StatusReading: Sendable {
  public let status: Status
  /// What there is to keep; nil where it was kept already.
  private let read: (lines: StatusOfLines, state: MergedState)?
  private let snapshot: SnapshotFile

  /// The snapshot's name in the workspace.
  public static let snapshotName = "cache/status.snapshot"

  /// - Parameter program: As in `Workspace.figureFacts(only:program:)`.
  /// - Throws: `FileError`.
  public init(of workspace: Workspace, program: String) throws {
    snapshot = SnapshotFile(Self.snapshotName, of: workspace, only: [:], program: program)
    if let known = Self.known(snapshot, workspace) {
      status = try Status(known, in: workspace)
      read = nil
      return
    }
    let state = try workspace.state()
    let lines = StatusOfLines(of: state, in: workspace)
    status = try Status(lines, in: workspace)
    read = (lines, state)
  }

  /// Nil where there is no snapshot of this instance that fits.
  private static func known(_ snapshot: SnapshotFile, _ workspace: Workspace) -> StatusOfLines? {
    guard let facts = snapshot.facts(), var lines = StatusOfLines(facts.note), lines.log == workspace.log,
      lines.regio == workspace.settings.regio,
      lines.add(
        facts.newLines, replacing: facts.replacedCount,
        header: { log in try? LogFolder(log, in: workspace.logsPath, files: workspace.files).header() })
    else { return nil }
    return lines
  }

  /// Whether it took no reading of the logs.
  var isFromSnapshot: Bool { read == nil }

  /// Keeps what was read, as `FigureFacts.keep`; to be called once the answer was given.
  public func keep() {
    guard let read else { return }
    snapshot.keep(
      Projection([], JoinedTexts(of: []), isUsed: []), read.state, FigureSummary(of: read.state),
      note: read.lines.encoded)
  }
}
