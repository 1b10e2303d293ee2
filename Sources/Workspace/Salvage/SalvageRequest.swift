import Identity

/// What is to be salvaged, from where, and where to.
public struct SalvageRequest: Sendable {
  public enum Target: Sendable {
    /// A new instance in a folder that is not there yet, or that an attempt which was cut off has begun.
    case newFolder(String)
    /// An instance that lacks something.
    case workspace(Workspace)
  }

  /// Files and folders, as absolute paths.
  public var sources: [String]
  public var target: Target
  /// Files with keys that open encrypted bundles: of OpenSSH, or of age.
  public var keyFiles: [String] = []
  /// What opens bundles to a passphrase, and locked payloads.
  public var passphrase: [UInt8]?
  /// Files that an `invite` wrote.
  public var inviteFiles: [String] = []
  /// The workspace to salvage, where the heap holds lines of several.
  public var workspace: LogID?
  /// The shared log of the instance to be, where the heap holds the keys of several.
  public var log: LogID?
  /// Say what would be done and write nothing.
  public var isDryRun = false

  public init(sources: [String], target: Target) {
    self.sources = sources
    self.target = target
  }
}

/// Why nothing was salvaged. Nothing was written then, unless the case says otherwise.
public enum SalvageError: Error, Sendable {
  /// There is no line of a log in the heap.
  case nothingFound(fileCount: Int)
  /// The heap holds lines of several workspaces, with this many lines each.
  case severalWorkspaces([(workspace: LogID, lineCount: Int)])
  /// The heap holds the keys of several instances, with these shared logs.
  case severalInstances([LogID])
  /// No key of this log was found.
  case noKey(LogID)
  /// The new folder would stand in a folder that is read.
  case insideSource(path: String, source: String)
  /// Something stands there already that was not begun by an attempt that was cut off.
  case alreadyThere(path: String)
  /// The file given for a key holds none.
  case notAKey(path: String)
  /// A file was changed while it was read. What was written so far is right, and the next attempt goes on.
  case changedMeanwhile(path: String)
}
