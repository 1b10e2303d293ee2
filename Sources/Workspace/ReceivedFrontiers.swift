import Bundle
import Identity
import Platform

/// What other members said last that they hold: `received/<log>.json`, the manifest of the bundle or receipt of theirs
/// that was applied last (SyncSpecs/bundle.md). What is lost of it is only sent again.
struct ReceivedFrontiers {
  private let folder: String
  private let files: any FileSystem

  init(_ workspace: Workspace) {
    folder = workspace.root + "/received"
    files = workspace.files
  }

  /// Keeps a manifest in the place of the one before, even where it says less: a disk that was put back holds less.
  ///
  /// - Parameter bytes: Those that were signed.
  func keep(_ manifest: BundleManifest, _ bytes: [UInt8]) throws(FileError) {
    if self.manifest(of: manifest.writer) == manifest { return }
    try files.makeFolders(folder)
    try files.writeWhole(bytes, to: path(of: manifest.writer))
  }

  /// The last manifest of a member; nil where none came.
  func manifest(of log: LogID) -> BundleManifest? {
    guard let bytes = try? files.contents(of: path(of: log)) else { return nil }
    let manifest = try? BundleManifest(reading: bytes)
    return manifest?.writer == log ? manifest : nil
  }

  private func path(of log: LogID) -> String { folder + "/" + log.text + ".json" }
}
