/// How a shared folder is to be synced.
public struct FolderOptions: Sendable {
  /// Whether bundles are written for whoever can read the folder, instead of for the members alone.
  public var isPlain: Bool
  /// Whether an empty folder is filled.
  public var fillsEmptyFolder: Bool

  public init(isPlain: Bool = false, fillsEmptyFolder: Bool = true) {
    self.isPlain = isPlain
    self.fillsEmptyFolder = fillsEmptyFolder
  }
}
