import CanonicalJSON
import Cryptography
import EventLog
import Identity
import Vocabulary

/// What small files of a heap hold beside lines: keys, settings and invites.
struct HeapFinds {
  /// A larger file is none of these.
  static let largestByteCount = 64 << 10
  private static let keyMark = "-----BEGIN OPENSSH PRIVATE KEY-----"

  struct Key {
    /// The folder that it was found in: that of one instance, mostly.
    let folder: String
    let log: LogID
    let key: Ed25519.PrivateKey
  }

  private(set) var keys: [Key] = []
  private(set) var settings: [Settings] = []
  private(set) var invites: [Invite] = []
  /// Files that hold a key and cannot be read, with the log that their name says.
  private(set) var damagedKeys: [(path: String, log: LogID?)] = []

  /// Whether bytes that start so may be one of these.
  static func mayHold(_ start: some Collection<UInt8>) -> Bool {
    start.first == UInt8(ascii: "{") || start.starts(with: keyMark.utf8)
  }

  /// Looks at the whole of a small file.
  mutating func look(at bytes: [UInt8], path: String) {
    if bytes.starts(with: Self.keyMark.utf8) {
      if let key = Ed25519.PrivateKey(openSSH: String(decoding: bytes, as: UTF8.self)) {
        keys.append(Key(folder: Self.folder(of: path), log: LogID(key.publicKey), key: key))
      } else {
        damagedKeys.append((path, path.split(separator: "/").last.flatMap { LogID($0) }))
      }
    } else if bytes.first == UInt8(ascii: "{") {
      if let invite = Invite(bytes), !invites.contains(invite) { invites.append(invite) }
      if let found = Settings(parsing: bytes), !settings.contains(found) { settings.append(found) }
    }
  }

  private static func folder(of path: String) -> String {
    path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
  }

  /// What is known of a log without its line 1, as far as its checkpoints ask for it: its key and its workspace.
  func header(of log: LogID, workspace: LogID) -> LogHeader? {
    let publicKey =
      keys.first { $0.log == log }?.key.publicKey ?? invites.first { $0.workspace == log }?.publicKey
    return publicKey.map {
      LogHeader(audience: .gedeeld, follows: nil, publicKey: $0, regio: "", workspace: workspace)
    }
  }

  /// The keys of the instance that writes some logs: those, and what stands in a folder with one of them.
  func keys(withThoseOf logs: Set<LogID>) -> [LogID: Ed25519.PrivateKey] {
    let folders = Set(keys.filter { logs.contains($0.log) }.map(\.folder))
    var found: [LogID: Ed25519.PrivateKey] = [:]
    for key in keys where folders.contains(key.folder) { found[key.log] = key.key }
    return found
  }
}

extension Settings {
  /// Reads the bytes of a file; nil where they are no settings that this version knows.
  init?(parsing bytes: [UInt8]) {
    guard let value = try? JSONValue(parsing: bytes, rules: .any), value["format"]?.integerValue == Self.format,
      let workspace = value["workspace"]?.stringValue.flatMap({ LogID($0) }),
      let naam = value["naam"]?.stringValue, let regio = value["regio"]?.stringValue
    else { return nil }
    var logs: [Audience: LogID] = [:]
    for member in value["logs"]?.objectValue?.members ?? [] {
      guard let audience = Audience(rawValue: member.key), let log = member.value.stringValue.flatMap({ LogID($0) })
      else { return nil }
      logs[audience] = log
    }
    var former: [LogID: Audience] = [:]
    for member in value["former"]?.objectValue?.members ?? [] {
      guard let audience = Audience(rawValue: member.key) else { return nil }
      for log in (member.value.arrayValue ?? []).compactMap({ $0.stringValue.flatMap { LogID($0) } }) {
        former[log] = audience
      }
    }
    guard logs[.gedeeld] != nil else { return nil }
    self.init(workspace: workspace, naam: naam, regio: regio, logs: logs, former: former)
  }
}
