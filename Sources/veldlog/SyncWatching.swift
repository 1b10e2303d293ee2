import Synchronization
import Terminal
import Words
import Workspace

/// `sync --watch`: rounds until it is told to stop, a line for each event, and a sign of life on a terminal.
struct SyncWatching {
  private let folder: String
  private let workspace: Workspace
  private let options: FolderOptions
  private let interval: Double
  private let console: Console

  /// Own new facts are looked for this often while waiting, in seconds.
  private static let tick = 0.25
  /// Set by SIGINT and SIGTERM.
  private static let isStopped = Atomic<Bool>(false)

  init(
    _ folder: String, _ workspace: Workspace, _ options: FolderOptions, _ interval: Double, _ console: Console
  ) {
    self.folder = folder
    self.workspace = workspace
    self.options = options
    self.interval = interval
    self.console = console
  }

  func run() -> ExitStatus {
    // Made before a signal asks for it.
    Self.isStopped.store(false, ordering: .relaxed)
    // Whoever started this may have left them blocked.
    var asking = sigset_t()
    sigemptyset(&asking)
    for number in [SIGINT, SIGTERM] {
      sigaddset(&asking, number)
      // Once: whoever asks a second time need not wait for the end of a round, which may be cut off anywhere.
      signal(number) { number in
        SyncWatching.isStopped.store(true, ordering: .relaxed)
        signal(number, SIG_DFL)
      }
    }
    pthread_sigmask(SIG_UNBLOCK, &asking, nil)
    var watch = FolderWatch(folder, workspace, options)
    console.note(SyncWords.watching(folder))
    while !isStopped {
      for event in watch.round() { say(event) }
      showLife(watch)
      wait(for: watch)
    }
    clear()
    console.note(SyncWords.stopped)
    return .done
  }

  private var isStopped: Bool { Self.isStopped.load(ordering: .relaxed) }

  /// Waits about the interval, so that many instances do not look at the same moment; less when facts were recorded.
  private func wait(for watch: FolderWatch) {
    let ticks = Int((interval * Double.random(in: 0.8...1.2) / Self.tick).rounded(.up))
    let before = watch.logByteCount()
    for _ in 0..<max(1, ticks) {
      if isStopped || watch.logByteCount() != before { return }
      usleep(useconds_t(Self.tick * 1_000_000))
    }
  }

  private func say(_ event: FolderWatch.Event) {
    clear()
    switch event {
    case .synced(let report):
      let isNew = report.applied.contains { $0.newCount > 0 } || report.released.contains { $0.newCount > 0 }
      let conflicts = isNew ? try? workspace.conflictCount() : nil
      SyncReport.say(report, conflicts: conflicts, isRound: true, on: console)
    case .gone(let error): console.note(ErrorText.message(for: error).text + SyncWords.gone)
    case .back: console.note(SyncWords.back)
    case .busy: console.note(SyncWords.busy)
    case .emptied: console.note(SyncWords.emptied)
    case .failed(let error): _ = ErrorText.report(error, on: console)
    }
  }

  // MARK: The sign of life

  private func showLife(_ watch: FolderWatch) {
    guard console.isErrorTerminal else { return }
    let time = FactText.time(workspace.surroundings.clock.now())
    let text = SyncWords.alive(time, watch.bundleCount)[console.language]
    Console.write(ProgressText.clearing + String(text.prefix(max(0, console.width - 1))), to: 2)
  }

  private func clear() {
    if console.isErrorTerminal { Console.write(ProgressText.clearing, to: 2) }
  }
}
