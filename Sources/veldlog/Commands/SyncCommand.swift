import CanonicalJSON
import Words
import Workspace

extension Command {
  static let sync = Command(
    "sync", SyncWords.summary, forms: ["FOLDER [--plain] [--dry-run]", "FOLDER --watch [--interval S] [--plain]"],
    options: [
      .init("--watch", nil, SyncWords.watchOption), .init("--interval", "S", SyncWords.intervalOption),
      .init("--plain", nil, SyncWords.plainOption), .init("--dry-run", nil, SyncWords.dryRunOption),
    ], notes: [SyncWords.note],
    examples: [
      .init(line: "veldlog sync /media/stick", note: SyncWords.example),
      .init(line: "veldlog sync ~/Syncthing/jeugdhulp --watch", note: SyncWords.watchExample),
      .init(line: "veldlog sync /media/stick --dry-run", note: SyncWords.dryRunExample),
    ]
  ) { invocation in
    let folder = invocation.environment.absolute(try invocation.word(0, SyncWords.aFolder))
    try invocation.expectAtMost(1)
    let arguments = invocation.arguments
    let options = FolderOptions(isPlain: arguments.has("--plain"))
    let interval = try seconds(arguments.value("--interval"))
    let (workspace, console) = (try invocation.workspace(), invocation.console)
    if arguments.has("--dry-run") {
      let report = try SharedFolder.preview(folder, workspace, options)
      SyncReport.say(report, conflicts: nil, isDryRun: true, on: console)
      return SyncReport.status(of: report)
    }
    if arguments.has("--watch") { return SyncWatching(folder, workspace, options, interval, console).run() }
    var shared = SharedFolder(folder)
    let recording = try Recording(workspace)
    let report = try shared.sync(recording, options)
    let conflicts = report.applied.isEmpty ? nil : try recording.workspace.conflictCount()
    SyncReport.say(report, conflicts: conflicts, on: console)
    return SyncReport.status(of: report)
  }

  private static func seconds(_ text: String?) throws(UsageError) -> Double {
    guard let text else { return 5 }
    guard let value = Double(text), value >= 0.1, value <= 86_400 else {
      throw .badValue(option: "--interval", value: text, allowed: ["0.1–86400"])
    }
    return value
  }
}
