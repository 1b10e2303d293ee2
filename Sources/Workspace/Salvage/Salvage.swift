import CanonicalJSON
import EventLog
import Identity
import Merge
import Platform
import Vocabulary

/// Rebuilds the largest set of lines that verifies from any heap of damaged copies, bundles and logs
/// (SyncSpecs/salvage.md).
///
/// Every line in the heap that is whole is looked at, wherever it stands. Those that verify and stand on line 1 of their
/// log are laid out as an instance, or added to one; erasures that are in force among them are honoured. All else is kept
/// aside and named. The sources are only read. What was cut off goes on when it is run again.
///
///     let request = SalvageRequest(sources: ["/media/stick", "/home/ana/old"], target: .newFolder("/home/ana/new"))
///     let report = try Salvage.run(request, surroundings: .real)
public struct Salvage {
  /// Stands in a new folder until all is there.
  static let markName = ".salvage"

  let request: SalvageRequest
  let surroundings: Surroundings
  let vocabulary: Vocabulary
  let progress: (SalvageProgress) -> Void
  var files: any FileSystem { surroundings.files }

  /// Salvages what a request asks for.
  ///
  /// - Throws: `SalvageError`, `WorkspaceError.busy`, or the errors of files. What was written then is right, and
  ///   running it again goes on.
  public static func run(
    _ request: SalvageRequest, surroundings: Surroundings, vocabulary: Vocabulary = .standard,
    progress: @escaping (SalvageProgress) -> Void = { _ in }
  ) throws -> SalvageReport {
    let salvage = Salvage(request: request, surroundings: surroundings, vocabulary: vocabulary, progress: progress)
    switch request.target {
    case .newFolder(let path): return try salvage.make(path)
    case .workspace(let workspace): return try salvage.add(to: Recording(workspace))
    }
  }

  // MARK: A new instance

  private func make(_ path: String) throws -> SalvageReport {
    for source in request.sources where path == source || path.hasPrefix(source == "/" ? "/" : source + "/") {
      throw SalvageError.insideSource(path: path, source: source)
    }
    let isBegun = try files.entry(at: path + "/" + Self.markName) != nil
    if !isBegun, try files.entry(at: path) != nil {
      // An attempt that was cut off at once left no mark, and nothing else.
      guard try files.entry(at: path)?.kind == .folder,
        try files.names(in: path).allSatisfy({ $0 == ".lock" || $0 == ".tmp-" + Self.markName })
      else { throw SalvageError.alreadyThere(path: path) }
    }
    var found = try Found(self, root: isBegun ? path : nil, workspace: request.workspace)
    let identity = try SalvagedInstance(self, found)
    found.leavePrivateLogs { identity.leaves($0) }
    var report = SalvageReport(workspace: found.workspace)
    report.own = identity.settings?.logs[.gedeeld]
    report.canRecord = identity.canRecord
    report.isLocked = !identity.locked.isEmpty
    report.root = path
    if request.isDryRun {
      try SalvageWriter(self, found, root: path).write(&report)
    } else {
      try files.makeFolders(path)
      guard let lock = try files.lock(path + "/.lock") else { throw WorkspaceError.busy(path: path) }
      defer { withExtendedLifetime(lock) {} }
      try files.writeWhole([0x0A], to: path + "/" + Self.markName)
      try SalvageWriter(self, found, root: path).write(&report)
      // Keys and settings last: they make the folder an instance.
      try identity.write(to: path, files, &report)
      try files.remove(path + "/" + Self.markName)
      try files.synchronizeFolder(path)
    }
    report.keys = identity.keys.keys.sorted()
    report.otherKeys = identity.otherKeys
    return report
  }

  // MARK: An instance that is there

  private func add(to recording: Recording) throws -> SalvageReport {
    let workspace = recording.workspace
    var found = try Found(self, root: workspace.root, workspace: workspace.settings.workspace, instance: workspace)
    found.leavePrivateLogs { !workspace.ownPrivate.contains($0) }
    var report = SalvageReport(workspace: found.workspace)
    report.root = workspace.root
    report.own = workspace.log
    report.isLocked = try workspace.isLocked()
    try SalvageWriter(self, found, root: workspace.root).write(&report)
    for log in try workspace.lackedKeys() {
      guard let key = found.heap.finds.keys.first(where: { $0.log == log })?.key else { continue }
      if !request.isDryRun { try workspace.keys.put(key) }
      report.keys.append(log)
    }
    if !request.isDryRun {
      recording.forgetFacts()
      report.releasedCount = try Exchange(recording).retryHeld().reduce(0) { $0 + $1.newCount }
    }
    return report
  }
}

extension Workspace {
  /// Own logs whose keys are not here or cannot be read.
  func lackedKeys() throws -> [LogID] {
    try Audience.allCases.flatMap { ownLogs(for: $0).sorted() }.filter { log in
      do { return try keys.key(of: log) == nil } catch is KeyFolder.Failure { return true }
    }
  }
}
