import Platform

/// Syncs a shared folder again and again, in rounds that each take the workspace's lock and give it back.
///
/// A round in which neither the folder nor the logs changed costs a listing of both, and takes no lock. Whoever calls
/// decides how long to wait between rounds, and may wait shorter when `logByteCount` grows.
///
///     var watch = FolderWatch("/media/stick", workspace)
///     while !stopped { for event in watch.round() { … }; sleep(5) }
public struct FolderWatch {
  /// What a person may want to know of a round.
  public enum Event: Sendable {
    /// Something was applied, written, removed, or is not as it should be.
    case synced(FolderReport)
    /// The folder is not there; said once.
    case gone(SharedFolderError)
    /// The folder is there again.
    case back
    /// Another program writes in the workspace, and is waited for; said once.
    case busy
    /// The folder is empty and was not before: nothing is written to what may be the place of a disk that is not there.
    case emptied
    /// The round failed; the next one tries again. Said again only when it fails otherwise.
    case failed(any Error)
  }

  private var folder: SharedFolder
  private let workspace: Workspace
  private let options: FolderOptions
  private var before: Surface?
  private var roundCount = 0
  private var isGone = false
  private var isBusy = false
  private var isEmptied = false
  private var hadFiles = false
  private var lastFailure = ""
  private var lastTrouble: [String] = []
  /// Bundles in the folder at the last round that looked.
  public private(set) var bundleCount = 0

  /// Of so many rounds one reads all files again, so that one that was damaged in its place is noticed.
  static let longestQuiet = 60

  /// What tells, without reading any file, that something may have changed.
  private struct Surface: Equatable {
    let scan: FolderScan
    let logByteCount: Int
  }

  public init(_ root: String, _ workspace: Workspace, _ options: FolderOptions = FolderOptions()) {
    folder = SharedFolder(root)
    self.workspace = workspace
    self.options = options
  }

  /// The bytes in all logs: more of them mean new facts.
  public func logByteCount() -> Int {
    guard let names = try? workspace.files.names(in: workspace.logsPath) else { return 0 }
    var count = 0
    for name in names {
      let log = workspace.logsPath + "/" + name
      for part in (try? workspace.files.names(in: log)) ?? [] {
        count += ((try? workspace.files.entry(at: log + "/" + part)) ?? nil)?.size ?? 0
      }
    }
    return count
  }

  /// Looks, and syncs where something may have changed.
  public mutating func round() -> [Event] {
    var events: [Event] = []
    let surface = surface()
    if let surface {
      if isGone { events.append(.back) }
      isGone = false
      if surface == before, roundCount % Self.longestQuiet != 0 {
        roundCount += 1
        return events
      }
    }
    do {
      let recording = try Recording(workspace)
      isBusy = false
      var options = options
      options.fillsEmptyFolder = !hadFiles
      let readsAll = roundCount % Self.longestQuiet == 0
      let report = try folder.sync(recording, options, readsAll: readsAll)
      roundCount += 1
      take(report, surface, &events)
    } catch WorkspaceError.busy {
      if !isBusy { events.append(.busy) }
      isBusy = true
    } catch let error as SharedFolderError {
      if !isGone { events.append(.gone(error)) }
      isGone = true
      before = nil
    } catch {
      let text = String(describing: error)
      if text != lastFailure { events.append(.failed(error)) }
      lastFailure = text
      before = nil
    }
    return events
  }

  private func surface() -> Surface? {
    guard let scan = try? FolderScan(folder.root, workspace: workspace.settings.workspace, files: workspace.files)
    else { return nil }
    return Surface(scan: scan, logByteCount: logByteCount())
  }

  private mutating func take(_ report: FolderReport, _ surface: Surface?, _ events: inout [Event]) {
    lastFailure = ""
    bundleCount = report.bundleCount
    if report.isEmptyFolder, hadFiles {
      if !isEmptied { events.append(.emptied) }
      isEmptied = true
    } else {
      isEmptied = false
      if report.bundleCount > 0 { hadFiles = true }
    }
    // What was found to be wrong is said once, not each round.
    let trouble = report.trouble
    if report.isEventful || trouble != lastTrouble { events.append(.synced(report)) }
    lastTrouble = trouble
    // After a change there may be more to do; then the next round looks again.
    before = report.isEventful || report.notWritable != nil ? nil : surface
  }
}

extension FolderReport {
  /// What is not as it should be, as texts to compare.
  fileprivate var trouble: [String] {
    skipped.map { "\($0.path) \($0.reason) \($0.since != nil)" } + remains.map(\.path)
      + [notWritable.map { "\($0.path) \($0.reason)" }, hasNoReceiver ? "nobody" : nil].compactMap { $0 }
  }
}
