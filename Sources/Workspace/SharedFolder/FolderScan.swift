import Identity
import Platform

/// The files that stand in a shared folder, by name and size alone.
///
/// Names are not trusted: every regular file is listed as one that may be a bundle, in whatever folder it stands and
/// whatever it is called, but for what is being written at the moment and what cannot be one. Links are not followed.
struct FolderScan: Sendable, Equatable {
  struct Found: Sendable, Hashable {
    let path: String
    let size: Int
  }

  /// Files that may be bundles, sorted by path.
  private(set) var files: [Found] = []
  /// Files that a writer or a file syncer has not finished, by their names.
  private(set) var unfinished: [Found] = []
  private(set) var linkCount = 0
  /// Whether there was more than `largestEntryCount`, and some was not looked at.
  private(set) var isCutShort = false
  private var entryCount = 0

  static let largestEntryCount = 200_000
  static let largestDepth = 8

  /// - Parameter workspace: Folders named after other workspaces are passed over.
  /// - Throws: `FileError` where the folder itself cannot be listed. A folder below it that cannot, or a file that goes
  ///   while it is looked at, is passed over: a file syncer may be at work.
  init(_ folder: String, workspace: LogID, files: any FileSystem) throws(FileError) {
    try list(folder, depth: 0, workspace, files)
    self.files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private mutating func list(
    _ folder: String, depth: Int, _ workspace: LogID, _ files: any FileSystem
  ) throws(FileError) {
    for name in try files.names(in: folder) {
      entryCount += 1
      guard entryCount <= Self.largestEntryCount else {
        isCutShort = true
        return
      }
      let path = folder + "/" + name
      guard let entry = (try? files.entry(at: path)) ?? nil else { continue }
      switch entry.kind {
      case .file: add(Found(path: path, size: entry.size), named: name)
      case .folder:
        // Folders with a dot are those of file syncers and other programs, old versions among them.
        if name.hasPrefix(".") || depth >= Self.largestDepth { continue }
        if depth == 0, let other = LogID(name), other != workspace { continue }
        try? list(path, depth: depth + 1, workspace, files)
      case .link: linkCount += 1
      case .other: break
      }
    }
  }

  private mutating func add(_ file: Found, named name: String) {
    if Self.isUnfinished(name) { unfinished.append(file) } else { files.append(file) }
  }

  /// `.tmp-…` is what Veldlog writes beside; the others are what Syncthing, Nextcloud, rsync and browsers do.
  private static func isUnfinished(_ name: String) -> Bool {
    name.hasPrefix(".") || name.hasPrefix("~syncthing~") || name.hasSuffix(".tmp") || name.hasSuffix(".part")
      || name.hasSuffix(".partial") || name.hasSuffix(".crdownload")
  }
}
