import Cryptography
import Platform

/// A folder that members share, by Syncthing, Nextcloud, a stick and a person, or any way that carries files.
///
///     <folder>/<workspace>/<writer>/<first 16 hex of the file's sha256>.veld[.age]
///
/// Files are never changed once they have their name, so no file syncer can produce a conflict; and each writer removes
/// its own files only. Whatever else is in the folder, lacking from it or come back in it, is harmless: what a file
/// holds decides, not its name, its date or its absence (SyncSpecs/folder.md).
///
///     var folder = SharedFolder("/media/stick")
///     let report = try folder.sync(try Recording(workspace))
///
/// A value that remembers between runs what it read; it can be made anew at any time.
public struct SharedFolder: Sendable {
  public let root: String
  /// Files that were read, under names that say what is in them.
  private var read: [FolderScan.Found: Digest] = [:]
  private var cache: FolderCache?

  /// - Parameter root: An absolute path. The folder is never made: where it is not there, a disk is not.
  public init(_ root: String) {
    self.root = root
  }

  /// Applies what is new in the folder, writes one bundle with what it lacks, and removes own files that others hold and
  /// that a newer one makes superfluous.
  ///
  /// - Parameters:
  ///   - recording: Holds the workspace's lock meanwhile.
  ///   - readsAll: Whether files are read again that were read before, so that one that was damaged since is noticed.
  /// - Throws: `SharedFolderError` where there is no folder; `FileError` and `LogError` where the workspace's own files
  ///   fail. What was applied stays, and running it again goes on. Trouble with writing in the folder is in the report.
  public mutating func sync(
    _ recording: Recording, _ options: FolderOptions = FolderOptions(), readsAll: Bool = true
  ) throws -> FolderReport {
    try Self.check(root, besides: recording.workspace)
    let before = cache ?? FolderCache(of: recording.workspace)
    var run = try FolderRun(root, recording, options, before, read: readsAll ? [:] : read)
    try run.run()
    read = run.read
    cache = run.cache
    let isSaved = recording.workspace.files.exists(FolderCache.path(in: recording.workspace))
    if run.cache != before || !isSaved {
      // Nothing is lost with it.
      try? run.cache.save(in: recording.workspace)
    }
    return run.report
  }

  /// What `sync` would do, found by doing it on a copy in memory of the instance and of the folder. Nothing changes.
  ///
  /// - Throws: As `sync`.
  public static func preview(
    _ root: String, _ workspace: Workspace, _ options: FolderOptions = FolderOptions()
  ) throws -> FolderReport {
    let surroundings = Surroundings(
      files: OverlayFileSystem(over: workspace.files), clock: workspace.surroundings.clock,
      randomness: workspace.surroundings.randomness)
    let copy = try Workspace(opening: workspace.root, surroundings: surroundings, vocabulary: workspace.vocabulary)
    var folder = SharedFolder(root)
    return try folder.sync(try Recording(copy), options)
  }

  /// Refuses what cannot be a shared folder.
  private static func check(_ root: String, besides workspace: Workspace) throws(SharedFolderError) {
    let files = workspace.files
    // Whoever shares a workspace shares its keys.
    let folder = root == "/" ? root : root + "/"
    if folder.hasPrefix(workspace.root + "/") || (workspace.root + "/").hasPrefix(folder) {
      throw .isWorkspace(path: root)
    }
    let entry: FileEntry?
    do throws(FileError) { entry = try files.entry(at: root) } catch { throw SharedFolderError.notReadable(error) }
    switch entry?.kind {
    case .folder?: break
    case .link?:
      // A folder may be reached through a link; what is in it is not.
      do throws(FileError) { _ = try files.names(in: root) } catch { throw SharedFolderError.notThere(path: root) }
    case nil: throw SharedFolderError.notThere(path: root)
    default: throw SharedFolderError.notAFolder(path: root)
    }
  }
}

/// Why a shared folder cannot be used at all. Nothing has changed then.
public enum SharedFolderError: Error, Sendable, Equatable {
  /// The disk or share is not there, most often.
  case notThere(path: String)
  case notAFolder(path: String)
  case notReadable(FileError)
  /// It lies in the workspace, or the workspace in it.
  case isWorkspace(path: String)
}
