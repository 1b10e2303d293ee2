import Bundle
import Cryptography
import Identity
import Platform
import Vocabulary

/// One run of sync over a shared folder: look, apply, write, remove.
struct FolderRun {
  let paths: FolderPaths
  let recording: Recording
  let options: FolderOptions
  /// With the keys as they are now: what is written may have begun a log.
  var reader: FolderReader { FolderReader(workspace: recording.workspace) }
  var cache: FolderCache
  var report = FolderReport()
  /// Files that were read, under names that say what is in them.
  private(set) var read: [FolderScan.Found: Digest]
  /// Where each content stands.
  var places: [Digest: [String]] = [:]
  private var manifests: [Digest: BundleManifest] = [:]
  private let now: Int64

  var workspace: Workspace { recording.workspace }
  private var files: any FileSystem { recording.workspace.files }

  /// What arrives arrives sooner than this, in milliseconds.
  static let patience: Int64 = 60 * 60 * 1000

  init(
    _ root: String, _ recording: Recording, _ options: FolderOptions, _ cache: FolderCache,
    read: [FolderScan.Found: Digest]
  ) throws {
    self.recording = recording
    self.options = options
    self.cache = cache
    self.read = read
    paths = FolderPaths(root, workspace: recording.workspace.settings.workspace)
    now = recording.workspace.surroundings.clock.now()
  }

  mutating func run() throws {
    let scan = try look()
    // What waited may have got what it needs another way.
    report.released = try Exchange(recording).retryHeld()
    try applyNew()
    if scan.isEmpty, !options.fillsEmptyFolder { return }
    try write()
    report.bundleCount = places.count
    forgetOld()
  }

  // MARK: Looking

  private mutating func look() throws -> FolderScan {
    let scan: FolderScan
    do throws(FileError) {
      scan = try FolderScan(paths.root, workspace: workspace.settings.workspace, files: files)
    } catch {
      throw error.reason == .notFound
        ? SharedFolderError.notThere(path: paths.root) : SharedFolderError.notReadable(error)
    }
    report.isEmptyFolder = scan.isEmpty
    report.linkCount = scan.linkCount
    report.isCutShort = scan.isCutShort
    var waiting: [String: FolderCache.Waiting] = [:]
    var stillRead: [FolderScan.Found: Digest] = [:]
    for found in scan.files {
      if let sha256 = read[found], cache.files[sha256] != nil {
        places[sha256, default: []].append(found.path)
        stillRead[found] = sha256
        continue
      }
      switch reader.read(found, isKnown: { cache.files[$0] != nil }) {
      case .bundle(let file, let manifest):
        cache.files[file.sha256] = file
        manifests[file.sha256] = manifest
        add(found, file.sha256, &stillRead)
      case .seen(let sha256): add(found, sha256, &stillRead)
      case .other: break
      case .skipped(let reason): skip(found, reason, &waiting)
      }
    }
    for found in scan.unfinished {
      let since = waits(found, &waiting)
      if let since { report.skipped.append(.init(path: found.path, reason: .notWhole, since: since)) }
    }
    read = stillRead
    let folder = paths.root + "/"
    cache.waiting = cache.waiting.filter { !$0.key.hasPrefix(folder) }.merging(waiting) { $1 }
    return scan
  }

  private mutating func add(
    _ found: FolderScan.Found, _ sha256: Digest, _ stillRead: inout [FolderScan.Found: Digest]
  ) {
    places[sha256, default: []].append(found.path)
    // Only under a name that says what is in it; any other name may come to stand for other bytes.
    if let file = cache.files[sha256], paths.isOwnName(found.path, of: file) { stillRead[found] = sha256 }
  }

  private mutating func skip(
    _ found: FolderScan.Found, _ reason: FolderReport.Skipped.Reason, _ waiting: inout [String: FolderCache.Waiting]
  ) {
    var since: Int64?
    switch reason {
    case .notWhole, .notForUs: since = waits(found, &waiting)
    default: break
    }
    report.skipped.append(.init(path: found.path, reason: reason, since: since))
  }

  /// Since when a file has been as it is; nil while that is a short time. Clocks are only asked for this.
  private func waits(_ found: FolderScan.Found, _ waiting: inout [String: FolderCache.Waiting]) -> Int64? {
    let before = cache.waiting[found.path]
    let since = before.flatMap { $0.size == found.size && $0.since <= now ? $0.since : nil } ?? now
    waiting[found.path] = FolderCache.Waiting(size: found.size, since: since)
    return now - since >= Self.patience ? since : nil
  }

  // MARK: Applying

  private mutating func applyNew() throws {
    let exchange = Exchange(recording)
    var state = try FolderState(workspace)
    for sha256 in inOrder(places.keys) {
      guard let file = cache.files[sha256], let path = places[sha256]?.first else { continue }
      if state.shape.holds(file), try holdsAttachments(of: file) {
        continue
      }
      if let kept = cache.keptAt[sha256], !kept.isEmpty, kept.allSatisfy(files.exists) { continue }
      do {
        let (applied, released) = try exchange.apply(path)
        report.applied.append(applied)
        report.released += released
        cache.keptAt[sha256] = applied.keptAt.isEmpty ? nil : applied.keptAt
        if applied.newCount > 0 || !released.isEmpty { state = try FolderState(workspace) }
      } catch let error where isOfFile(error, path) {
        report.skipped.append(.init(path: path, reason: .refused(error), since: nil))
      }
    }
    try noteFrontiers(state)
  }

  /// Whether what went wrong is the file's own fault, so that the others can still be applied.
  private func isOfFile(_ error: any Error, _ path: String) -> Bool {
    switch error {
    case is BundleError, is ExchangeError, is AgeError: true
    case let error as FileError: error.path == path
    default: false
    }
  }

  /// In an order in which files mostly find what they need: those that begin lowest, and of these the longest, first.
  private func inOrder(_ hashes: some Sequence<Digest>) -> [Digest] {
    func key(_ sha256: Digest) -> (Int, Int) {
      guard let file = cache.files[sha256] else { return (0, 0) }
      return (file.segments.reduce(0) { $0 + $1.first - 1 }, -file.lineCount)
    }
    let keyed = hashes.map { (hash: $0, key: key($0)) }
    return keyed.sorted { $0.key != $1.key ? $0.key < $1.key : $0.hash < $1.hash }.map(\.hash)
  }

  private func holdsAttachments(of file: SharedFile) throws -> Bool {
    if file.attachments.isEmpty { return true }
    let held = try Attachments(workspace).held()
    return file.attachments.allSatisfy { held[$0] != nil }
  }

  /// Takes the word of others about what they hold: of each the one that says most, since a folder has no order.
  private func noteFrontiers(_ state: FolderState) throws {
    let received = ReceivedFrontiers(workspace)
    for (writer, manifests) in Dictionary(grouping: manifests.values, by: \.writer) {
      guard let member = state.members.members[writer], !member.isRevoked, writer != workspace.log else { continue }
      let known = received.manifest(of: writer).map { state.shape.lines(heldByWriterOf: $0) } ?? LineSet()
      let words = manifests.map { (manifest: $0, lines: state.shape.lines(heldByWriterOf: $0)) }
      guard let most = words.max(by: { $0.lines.count < $1.lines.count }), most.lines.isSuperset(of: known) else {
        continue
      }
      try received.keep(most.manifest, most.manifest.canonicalBytes)
    }
  }

  /// Keeps the cache from growing without end.
  private mutating func forgetOld() {
    guard cache.files.count > 20_000 else { return }
    cache.files = cache.files.filter { places[$0.key] != nil }
    cache.keptAt = cache.keptAt.filter { places[$0.key] != nil }
  }
}

extension FolderScan {
  /// Whether nothing stands in the folder, of anyone.
  var isEmpty: Bool { files.isEmpty && unfinished.isEmpty && linkCount == 0 }
}
