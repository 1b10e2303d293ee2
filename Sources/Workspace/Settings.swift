import CanonicalJSON
import EventLog
import Identity
import Merge
import Platform
import Vocabulary

/// What `veldlog.json` says: which workspace this folder is an instance of, and which logs are its own.
///
/// All of it can be found again in `keys` and `logs`, so a lost file comes back.
public struct Settings: Sendable, Equatable {
  public static let format: Int64 = 1

  /// The id of the founder's shared log.
  public let workspace: LogID
  /// The workspace's name, as its founder or the invite gave it.
  public let naam: String
  /// A region's code.
  public let regio: String
  public let logs: [Audience: LogID]

  public init(workspace: LogID, naam: String, regio: String, logs: [Audience: LogID]) {
    self.workspace = workspace
    self.naam = naam
    self.regio = regio
    self.logs = logs
  }

  var json: JSONValue {
    var own = JSONObject()
    for (audience, log) in logs { own[audience.rawValue] = .string(log.text) }
    return [
      "format": .integer(Self.format), "workspace": .string(workspace.text), "naam": .string(naam),
      "regio": .string(regio), "logs": .object(own),
    ]
  }

  /// Reads the file.
  init(reading path: String, files: any FileSystem) throws {
    let bytes = try files.contents(of: path)
    let value: JSONValue
    do { value = try JSONValue(parsing: bytes, rules: .any) } catch {
      throw WorkspaceError.damagedSettings(path: path, offset: error.offset)
    }
    if let format = value["format"]?.integerValue, format > Self.format {
      throw WorkspaceError.newerSettings(path: path, format: format)
    }
    var logs: [Audience: LogID] = [:]
    for member in value["logs"]?.objectValue?.members ?? [] {
      guard let audience = Audience(rawValue: member.key), let log = member.value.stringValue.flatMap({ LogID($0) })
      else { throw WorkspaceError.damagedSettings(path: path, offset: 0) }
      logs[audience] = log
    }
    guard let workspace = value["workspace"]?.stringValue.flatMap({ LogID($0) }),
      let naam = value["naam"]?.stringValue, let regio = value["regio"]?.stringValue, logs[.gedeeld] != nil
    else { throw WorkspaceError.damagedSettings(path: path, offset: 0) }
    self.init(workspace: workspace, naam: naam, regio: regio, logs: logs)
  }

  /// Finds the settings again from the keys and the logs they write; nil where there are none.
  init?(recoveringIn root: String, files: any FileSystem, vocabulary: Vocabulary) throws {
    var tails: [(log: LogID, tail: LogTail)] = []
    for log in try KeyFolder(root + "/keys", files: files).logs() {
      guard let tail = try? LogTail(of: LogFolder(log, in: root + "/logs", files: files)) else { continue }
      tails.append((log, tail))
    }
    // An attempt to found that was cut off may have left logs without facts; the longest is the one in use.
    tails.sort { $0.tail.seq > $1.tail.seq }
    guard let shared = tails.first(where: { $0.tail.header.audience == .gedeeld }) else { return nil }
    let header = shared.tail.header
    var logs: [Audience: LogID] = [:]
    for (log, tail) in tails where tail.header.workspace == header.workspace && logs[tail.header.audience] == nil {
      logs[tail.header.audience] = log
    }
    let state = MergedState(
      of: try LineTable(reading: root + "/logs", files: files), workspace: header.workspace, vocabulary: vocabulary,
      presuming: [shared.log])
    self.init(
      workspace: header.workspace, naam: Self.naam(in: state) ?? header.workspace.text, regio: header.regio,
      logs: logs)
  }

  /// The name that the founder gave the workspace; nil where that has not arrived.
  private static func naam(in state: MergedState) -> String? {
    guard let kind = state.table.kindIndex(named: "werkruimte") else { return nil }
    let row = (0..<state.table.rowCount).first { state.isUsed[$0] && state.table.kind($0) == kind }
    return row.flatMap { state.table.payloadObject($0)?["naam"]?.stringValue }
  }
}
