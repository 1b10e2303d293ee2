import CanonicalJSON
import Cryptography
import EventLog
import Identity
import Platform
import Vocabulary

/// What a newcomer needs to join: the workspace's id, its name and its founder's key.
public struct Invite: Sendable, Equatable {
  public let workspace: LogID
  public let naam: String
  public let publicKey: Ed25519.PublicKey

  public init(workspace: LogID, naam: String, publicKey: Ed25519.PublicKey) {
    self.workspace = workspace
    self.naam = naam
    self.publicKey = publicKey
  }

  /// Reads `{"workspace","naam","public_key"}`; nil for anything else, or a key that is not that workspace's.
  public init?(_ bytes: [UInt8]) {
    guard let value = try? JSONValue(parsing: bytes, rules: .any),
      let workspace = value["workspace"]?.stringValue.flatMap({ LogID($0) }), let naam = value["naam"]?.stringValue,
      let key = value["public_key"]?.stringValue.flatMap(Ed25519.PublicKey.init(openSSH:)), LogID(key) == workspace
    else { return nil }
    self.init(workspace: workspace, naam: naam, publicKey: key)
  }

  public var json: JSONValue {
    [
      "workspace": .string(workspace.text), "naam": .string(naam), "public_key": .string(publicKey.openSSH),
    ]
  }
}

extension Workspace {
  /// Founds a workspace in a folder, or joins one, and opens it.
  ///
  /// - Parameters:
  ///   - root: The folder, made if need be; it must not be an instance yet.
  ///   - who: A label for this device or function, which other members see.
  ///   - invite: The workspace to join; nil to found one called `naam`.
  /// - Throws: `WorkspaceError.alreadyThere`, `busy`, `unknownRegion`, or the errors of files and logs. The folder is an
  ///   instance once the shared log is there, which is the last of what cannot be found again; what an attempt that was
  ///   cut off leaves before that does not stand in the way of the next.
  public static func make(
    at root: String, naam: String, regio: String, who: String, invite: Invite? = nil, surroundings: Surroundings,
    vocabulary: Vocabulary = .standard
  ) throws -> Workspace {
    let files = surroundings.files
    let region = try region(regio, in: vocabulary)
    try files.makeFolders(root)
    guard let lock = try files.lock(root + "/.lock") else { throw WorkspaceError.busy(path: root) }
    defer { withExtendedLifetime(lock) {} }
    guard try isFree(root, files: files) else { throw WorkspaceError.alreadyThere(path: root) }
    try setLeftoversAside(root, files: files)
    let keys = KeyFolder(root + "/keys", files: files)
    let sharedKey = try keys.makeKey(randomness: surroundings.randomness)
    let privateKey = try keys.makeKey(randomness: surroundings.randomness)
    let workspace = invite?.workspace ?? LogID(sharedKey.publicKey)

    func found(_ audience: Audience, _ key: Ed25519.PrivateKey, first: [Draft] = []) throws {
      let header = LogHeader(
        audience: audience, follows: nil, publicKey: key.publicKey, regio: region, workspace: workspace)
      _ = try LogWriter(
        founding: header, first: first, in: root + "/logs", key: key, surroundings: surroundings)
    }
    let log = LogID(sharedKey.publicKey)
    try found(.prive, privateKey)
    var first = [Draft.naam(who, of: log)]
    if invite == nil { first.append(Draft(kind: "werkruimte", payload: ["naam": .string(naam)])) }
    try found(.gedeeld, sharedKey, first: first)

    let settings = Settings(
      workspace: workspace, naam: invite?.naam ?? naam, regio: region,
      logs: [.gedeeld: log, .prive: LogID(privateKey.publicKey)])
    try files.writeWhole(settings.json.canonicalBytes + [0x0A], to: root + "/" + settingsName)
    return Workspace(root: root, settings: settings, surroundings: surroundings, vocabulary: vocabulary)
  }

  /// Whether a folder can become an instance: it holds nothing of one, or only what an attempt left that was cut off.
  private static func isFree(_ root: String, files: any FileSystem) throws -> Bool {
    if try files.entry(at: root + "/" + settingsName) != nil { return false }
    return try LogFolder.logs(in: root + "/logs", files: files).allSatisfy { log in
      try isLeftover(LogFolder(log, in: root + "/logs", files: files), files)
    }
  }

  /// Moves the logs of an attempt that was cut off to the quarantine, since they may name a workspace that never was.
  /// Their keys stay; nothing is removed.
  private static func setLeftoversAside(_ root: String, files: any FileSystem) throws {
    let logs = try LogFolder.logs(in: root + "/logs", files: files)
    if logs.isEmpty { return }
    try files.makeFolders(root + "/quarantine")
    for log in logs { try files.rename(root + "/logs/\(log)", to: root + "/quarantine/init-\(log)") }
    try files.synchronizeFolder(root + "/quarantine")
    try files.synchronizeFolder(root + "/logs")
  }

  /// Whether a log is one that no fact was ever written to: without lines, or with line 1 alone and not a shared one,
  /// whose first facts come with it.
  private static func isLeftover(_ folder: LogFolder, _ files: any FileSystem) throws -> Bool {
    let parts = try folder.parts()
    guard let part = parts.first else { return true }
    guard parts.count == 1 else { return false }
    let mapped = try files.map(part.path)
    return withExtendedLifetime(mapped) {
      var lines = LineBreaks(mapped.bytes)
      guard let range = lines.next() else { return true }
      var walker = ChainWalker(log: folder.log, workspace: nil)
      guard lines.next() == nil, (try? walker.step(mapped.bytes, in: range)) != nil else { return false }
      return walker.header?.audience != .gedeeld
    }
  }

  /// What a newcomer needs. Any member can make one: line 1 of the founder's log holds the key.
  ///
  /// - Throws: `WorkspaceError.notAMember` where the founder's log has not arrived yet.
  public func invite() throws -> Invite {
    let founder = LogFolder(settings.workspace, in: logsPath, files: files)
    guard let header = try? founder.header() else { throw WorkspaceError.notAMember(settings.workspace) }
    return Invite(workspace: settings.workspace, naam: settings.naam, publicKey: header.publicKey)
  }
}

extension Draft {
  /// The label of a log.
  static func naam(_ naam: String, of log: LogID) -> Draft {
    Draft(kind: "naam", payload: ["log": .string(log.text), "naam": .string(naam)])
  }

  init(kind: String, payload: JSONValue, replaces: [Reference] = []) {
    self.init(kind: kind, payload: payload.objectValue ?? JSONObject(), replaces: replaces)
  }
}
