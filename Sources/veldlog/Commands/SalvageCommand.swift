import CanonicalJSON
import Identity
import Platform
import Terminal
import Words
import Workspace

extension Command {
  static let salvage = Command(
    "salvage", SalvageWords.summary, forms: ["FOLDER… -o NEW", "FOLDER…"],
    options: [
      .init("--output", "NEW", SalvageWords.outputOption), .init("--dry-run", nil, SalvageWords.dryRunOption),
      .init("--key", "FILE", SalvageWords.keyOption), .init("--passphrase-file", "FILE", SalvageWords.passphraseOption),
      .init("--invite", "FILE", SalvageWords.inviteOption),
      .init("--workspace", "ID", SalvageWords.workspaceOption), .init("--as", "LOG", SalvageWords.asOption),
    ],
    notes: [SalvageWords.note, SalvageWords.targetNote],
    examples: [
      .init(
        line: "veldlog salvage ~/old-laptop /media/stick --dry-run -o ~/veldwerk", note: SalvageWords.dryRunExample),
      .init(line: "veldlog salvage ~/old-laptop /media/stick -o ~/veldwerk", note: SalvageWords.newExample),
      .init(line: "veldlog salvage /media/stick", note: SalvageWords.addExample),
    ]
  ) { invocation in
    let (arguments, environment, console) = (invocation.arguments, invocation.environment, invocation.console)
    guard !invocation.words.isEmpty else { throw UsageError.missingWord(SalvageWords.aFolder) }
    guard let target = try salvageTarget(invocation) else {
      console.note(ErrorWords.error + SalvageWords.noTarget)
      console.note(ErrorWords.hint + SalvageWords.noTargetHint)
      return .refused
    }
    var request = SalvageRequest(sources: invocation.words.map(environment.absolute), target: target)
    request.keyFiles = arguments.values("--key").map(environment.absolute)
    request.passphrase = try BundleMaking.passphrase(invocation, isNew: false)
    request.inviteFiles = arguments.values("--invite").map(environment.absolute)
    request.workspace = try arguments.value("--workspace").map(salvageLog)
    request.log = try arguments.value("--as").map(salvageLog)
    request.isDryRun = arguments.has("--dry-run")
    let meter = SalvageMeter(console, invocation.surroundings.clock)
    defer { meter.finish() }
    let report = try Salvage.run(request, surroundings: invocation.surroundings) { meter.show($0) }
    meter.finish()
    SalvageText(report: report, isNew: arguments.value("--output") != nil, console: console).say()
    return report.isIncomplete ? .aside : .done
  }

  /// Nil where there is no workspace to add to and no new folder was named.
  private static func salvageTarget(_ invocation: Invocation) throws -> SalvageRequest.Target? {
    if let output = invocation.arguments.value("--output") {
      return .newFolder(invocation.environment.absolute(output))
    }
    do { return .workspace(try invocation.workspace()) } catch WorkspaceError.notFound { return nil }
  }

  private static func salvageLog(_ text: String) throws(WorkspaceError) -> LogID {
    guard let log = LogID(text) else { throw .invalidLogID(text) }
    return log
  }
}

/// Shows how far salvaging has come, on a terminal.
private final class SalvageMeter {
  private let console: Console
  private let clock: any Clock
  private var step: SalvageProgress.Step?
  private var text = ProgressText(label: "", total: 0)
  private var isShown = false

  init(_ console: Console, _ clock: any Clock) {
    self.console = console
    self.clock = clock
  }

  func show(_ progress: SalvageProgress) {
    guard console.isErrorTerminal else { return }
    if step != progress.step {
      step = progress.step
      let label =
        switch progress.step {
        case .reading: SalvageWords.reading
        case .checking: SalvageWords.checking
        case .writing: SalvageWords.writing
        }
      text = ProgressText(label: label[console.language], total: progress.total)
    }
    guard text.isDue(done: progress.done, now: clock.now()) else { return }
    Console.write(ProgressText.clearing + text.line(columns: console.width), to: 2)
    isShown = true
  }

  /// Clears the line, if one was shown.
  func finish() {
    if isShown { Console.write(ProgressText.clearing, to: 2) }
    isShown = false
  }
}
