import CanonicalJSON
import EventLog
import Identity
import Merge
import Platform
import Vocabulary

/// One instance of a workspace: a folder with logs and keys.
///
///     veldlog.json  keys/  logs/  held/  quarantine/
///
/// A value that names the folder; reading needs no lock. Writing goes through `Recording`.
public struct Workspace: Sendable {
  public let root: String
  public let settings: Settings
  public let surroundings: Surroundings
  public let vocabulary: Vocabulary
  /// Own logs that the settings do not name, since the power went while one was begun; the next to write takes them up.
  let unnamed: [LogID: LogHeader]
  /// Is told what a person should know beside the outcome, when it happens.
  public var tell: (@Sendable (Notice) -> Void)?

  public static let settingsName = "veldlog.json"

  /// Opens the instance in a folder.
  ///
  /// - Throws: `WorkspaceError.notFound` where there is none, `damagedSettings`, `newerSettings`, or `FileError`.
  public init(opening root: String, surroundings: Surroundings, vocabulary: Vocabulary = .standard) throws {
    let path = root + "/" + Self.settingsName
    if try surroundings.files.entry(at: path) != nil {
      settings = try Settings(reading: path, files: surroundings.files)
    } else if let found = try Settings(recoveringIn: root, files: surroundings.files, vocabulary: vocabulary) {
      settings = found
      try surroundings.files.writeWhole(found.json.canonicalBytes + [0x0A], to: path)
    } else {
      throw WorkspaceError.notFound(from: root)
    }
    self.root = root
    self.surroundings = surroundings
    self.vocabulary = vocabulary
    unnamed = try Self.unnamedLogs(in: root, settings, files: surroundings.files)
  }

  init(
    root: String, settings: Settings, surroundings: Surroundings, vocabulary: Vocabulary,
    unnamed: [LogID: LogHeader] = [:]
  ) {
    self.root = root
    self.settings = settings
    self.surroundings = surroundings
    self.vocabulary = vocabulary
    self.unnamed = unnamed.filter { settings.audience(of: $0.key) == nil }
  }

  /// The logs whose keys are here and that the settings do not name, with what their line 1 says.
  private static func unnamedLogs(
    in root: String, _ settings: Settings, files: any FileSystem
  ) throws(FileError) -> [LogID: LogHeader] {
    var found: [LogID: LogHeader] = [:]
    for log in try KeyFolder(root + "/keys", files: files).logs() where settings.audience(of: log) == nil {
      let header = try? LogFolder(log, in: root + "/logs", files: files).header()
      if let header, header.workspace == settings.workspace { found[log] = header }
    }
    return found
  }

  /// The same as the folder says it now, for the one who holds its lock.
  func readAgain() throws -> Workspace {
    var again = try Workspace(opening: root, surroundings: surroundings, vocabulary: vocabulary)
    again.tell = tell
    return again
  }

  /// The same with other settings, once these are on disk.
  func writing(_ settings: Settings) throws(FileError) -> Workspace {
    try files.writeWhole(settings.json.canonicalBytes + [0x0A], to: root + "/" + Self.settingsName)
    var changed = Workspace(
      root: root, settings: settings, surroundings: surroundings, vocabulary: vocabulary, unnamed: unnamed)
    changed.tell = tell
    return changed
  }

  /// The nearest folder from `start` upwards that is a workspace.
  ///
  /// - Parameter start: An absolute path.
  public static func folder(from start: String, files: any FileSystem) -> String? {
    var folder = start
    while true {
      let base = folder == "/" ? "" : folder
      if files.exists(base + "/" + settingsName) || (files.exists(base + "/logs") && files.exists(base + "/keys")) {
        return folder
      }
      if folder == "/" || folder == "." { return nil }
      folder = Path.folder(of: folder)
    }
  }

  public var files: any FileSystem { surroundings.files }
  public var logsPath: String { root + "/logs" }
  public var keysPath: String { root + "/keys" }
  public var heldPath: String { root + "/held" }
  public var quarantinePath: String { root + "/quarantine" }
  public var keys: KeyFolder { KeyFolder(keysPath, files: files) }

  /// This instance's shared log, by which others know it.
  public var log: LogID { settings.logs[.gedeeld] ?? settings.workspace }

  /// All its logs for an audience: the one that it writes now, and those before it.
  public func ownLogs(for audience: Audience) -> Set<LogID> {
    settings.all(for: audience).union(unnamed.filter { $0.value.audience == audience }.keys)
  }

  /// This instance's private logs, which count here and nowhere else.
  public var ownPrivate: Set<LogID> { ownLogs(for: .prive) }

  /// This instance's logs that leave it, under whose names others know it.
  public var ownPublic: Set<LogID> { ownLogs(for: .gedeeld).union(ownLogs(for: .regio)) }

  /// What all lines say, as every member sees it (and the private log beside).
  ///
  /// - Throws: `FileError`. Lines that are not right are listed in the table's `faults`.
  public func state() throws(FileError) -> MergedState {
    state(of: try LineTable(reading: logsPath, files: files))
  }

  /// The same of lines that were read already.
  public func state(of table: LineTable) -> MergedState {
    MergedState(of: table, workspace: settings.workspace, vocabulary: vocabulary, ownPrivate: ownPrivate)
  }

  /// What all lines say to the writer of this instance, whose own logs count for it before they are admitted.
  public func ownState() throws(FileError) -> MergedState {
    let table = try LineTable(reading: logsPath, files: files)
    return MergedState(
      of: table, workspace: settings.workspace, vocabulary: vocabulary, ownPrivate: ownPrivate,
      presuming: ownPublic)
  }

  /// The region's code for its name, an alias or the code itself.
  public static func region(_ text: String, in vocabulary: Vocabulary) throws(WorkspaceError) -> String {
    guard let list = vocabulary.codeList(named: "regio") else { return text }
    if let code = list.code(matching: text) { return code.value }
    throw .unknownRegion(text, nearest: list.nearest(to: text))
  }
}

extension Workspace {
  /// What line 1 of an own log says, put together from its key and the settings, so that it can be checked even where
  /// line 1 is damaged; nil for the log of another.
  public func ownHeader(of log: LogID) throws -> LogHeader? {
    guard let audience = settings.audience(of: log), let key = try keys.key(of: log) else { return nil }
    return LogHeader(
      audience: audience, follows: nil, publicKey: key.publicKey, regio: settings.regio,
      workspace: settings.workspace)
  }
}
