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
  /// The logs that it writes now.
  public let logs: [Audience: LogID]
  /// The logs that it wrote before those.
  public let former: [LogID: Audience]

  public init(
    workspace: LogID, naam: String, regio: String, logs: [Audience: LogID], former: [LogID: Audience] = [:]
  ) {
    self.workspace = workspace
    self.naam = naam
    self.regio = regio
    self.logs = logs
    self.former = former
  }

  /// The same with another log to write for an audience; the one before it is a former one.
  func writing(_ log: LogID, for audience: Audience) -> Settings {
    var (logs, former) = (logs, former)
    if let old = logs.updateValue(log, forKey: audience), old != log { former[old] = audience }
    return Settings(workspace: workspace, naam: naam, regio: regio, logs: logs, former: former)
  }

  /// Who may read a log of its own; nil for the log of another.
  public func audience(of log: LogID) -> Audience? {
    logs.first { $0.value == log }?.key ?? former[log]
  }

  /// All its logs for an audience, the one that it writes now and those before it.
  public func all(for audience: Audience) -> Set<LogID> {
    Set(former.filter { $0.value == audience }.keys).union([logs[audience]].compactMap { $0 })
  }

  var json: JSONValue {
    var own = JSONObject()
    for (audience, log) in logs { own[audience.rawValue] = .string(log.text) }
    var value: JSONObject = JSONObject()
    value["format"] = .integer(Self.format)
    value["workspace"] = .string(workspace.text)
    value["naam"] = .string(naam)
    value["regio"] = .string(regio)
    value["logs"] = .object(own)
    if !former.isEmpty {
      var earlier = JSONObject()
      for (audience, logs) in Dictionary(grouping: former.keys, by: { former[$0]?.rawValue ?? "" }) {
        earlier[audience] = .array(logs.sorted().map { .string($0.text) })
      }
      value["former"] = .object(earlier)
    }
    return .object(value)
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
    var former: [LogID: Audience] = [:]
    for member in value["former"]?.objectValue?.members ?? [] {
      let names = member.value.arrayValue?.compactMap { $0.stringValue.flatMap { LogID($0) } } ?? []
      guard let audience = Audience(rawValue: member.key), names.count == member.value.arrayValue?.count else {
        throw WorkspaceError.damagedSettings(path: path, offset: 0)
      }
      for log in names { former[log] = audience }
    }
    guard let workspace = value["workspace"]?.stringValue.flatMap({ LogID($0) }),
      let naam = value["naam"]?.stringValue, let regio = value["regio"]?.stringValue, logs[.gedeeld] != nil
    else { throw WorkspaceError.damagedSettings(path: path, offset: 0) }
    self.init(workspace: workspace, naam: naam, regio: regio, logs: logs, former: former)
  }

  /// Finds the settings again from the keys and the logs they write; nil where there are none.
  init?(recoveringIn root: String, files: any FileSystem, vocabulary: Vocabulary) throws {
    var own: [OwnLog] = []
    for log in try KeyFolder(root + "/keys", files: files).logs() {
      let folder = LogFolder(log, in: root + "/logs", files: files)
      guard let header = try? folder.header() else { continue }
      own.append(OwnLog(log: log, header: header, seq: (try? LogTail(of: folder))?.seq ?? 0))
    }
    // A log that another goes on from is a former one. An attempt to found that was cut off may have left logs without
    // facts; the longest is the one in use.
    guard let shared = Self.current(of: .gedeeld, among: own), shared.seq > 0 else { return nil }
    own.removeAll { $0.header.workspace != shared.header.workspace }
    let allShared = Set(own.filter { $0.header.audience == .gedeeld }.map(\.log))
    let state = MergedState(
      of: try LineTable(reading: root + "/logs", files: files), workspace: shared.header.workspace,
      vocabulary: vocabulary, presuming: allShared)
    var logs: [Audience: LogID] = [.gedeeld: shared.log]
    logs[.prive] = Self.current(of: .prive, among: own)?.log
    logs[.regio] = Self.lastNamed(
      among: own.filter { $0.header.audience == .regio }.map(\.log), by: allShared, in: state)
    var former: [LogID: Audience] = [:]
    for log in own where logs[log.header.audience] != log.log { former[log.log] = log.header.audience }
    self.init(
      workspace: shared.header.workspace, naam: Self.naam(in: state) ?? shared.header.workspace.text,
      regio: shared.header.regio, logs: logs, former: former)
  }

  /// A log whose key is here.
  private struct OwnLog {
    let log: LogID
    let header: LogHeader
    /// Of its last line; 0 where the end is not right.
    let seq: Int
  }

  private static func current(of audience: Audience, among own: [OwnLog]) -> OwnLog? {
    let candidates = own.filter { $0.header.audience == audience }
    let followed = Set(candidates.compactMap(\.header.follows))
    return candidates.filter { !followed.contains($0.log) }.max { ($0.seq, $1.log) < ($1.seq, $0.log) }
  }

  /// The log that the last of the lines `eigen_log` in one's own shared logs names.
  private static func lastNamed(among logs: [LogID], by shared: Set<LogID>, in state: MergedState) -> LogID? {
    let lines = state.table.rows(ofKind: "eigen_log").filter {
      shared.contains(state.table.branches[state.table.branchIndex(of: $0)].log)
    }
    let named = lines.sorted { state.table.time($0) < state.table.time($1) }
      .compactMap { state.table.payloadObject($0)?["log"]?.stringValue.flatMap { LogID($0) } }
    return named.last { logs.contains($0) }
  }

  /// The name that the founder gave the workspace; nil where that has not arrived.
  private static func naam(in state: MergedState) -> String? {
    let row = state.table.rows(ofKind: "werkruimte").first { state.isUsed[$0] }
    return row.flatMap { state.table.payloadObject($0)?["naam"]?.stringValue }
  }
}
