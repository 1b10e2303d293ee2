import Bundle
import Identity
import Platform

/// A bundle that waits in `held/` until what it needs has arrived.
public struct HeldBundle: Sendable {
  public let path: String
  public let writer: LogID?
  /// Lines in it.
  public let lineCount: Int

  /// The bundles that wait in an instance. One that cannot be read any more is listed without its writer.
  public static func all(in workspace: Workspace) throws(FileError) -> [HeldBundle] {
    try paths(in: workspace).map { path throws(FileError) in
      let bytes = try workspace.files.contents(of: path)
      let manifest = (try? BundleReader(bytes))?.manifest
      return HeldBundle(path: path, writer: manifest?.writer, lineCount: manifest?.lineCount ?? 0)
    }
  }

  static func paths(in workspace: Workspace) throws(FileError) -> [String] {
    guard try workspace.files.entry(at: workspace.heldPath) != nil else { return [] }
    // What an interrupted write left beside is no bundle.
    return try workspace.files.names(in: workspace.heldPath).filter { $0.hasSuffix(".veld") && !$0.hasPrefix(".tmp-") }
      .map { workspace.heldPath + "/" + $0 }
  }
}
