import EventLog
import Identity
import Merge
import Vocabulary

/// The logs that a workspace knows of, with what is known of their writers.
public struct MemberList: Sendable {
  public enum Standing: String, Sendable {
    case founder = "stichter"
    case member = "lid"
    case revoked = "ingetrokken"
    /// Nobody admitted it; its lines are kept and do not count.
    case held = "wacht"
  }

  public struct Entry: Sendable {
    public let log: LogID
    /// The label its writer gave it.
    public let naam: String?
    public let role: Role?
    public let regio: String?
    public let standing: Standing
    public let isOwn: Bool
    /// Lines that are held of it.
    public let lineCount: Int
    /// The writer's clock at its last line, in milliseconds since 1970.
    public let lastHeard: Int64?
  }

  /// Members first, then by log.
  public let entries: [Entry]

  public init(of state: MergedState, own: LogID) {
    let names = Self.names(in: state)
    var logs = Set(state.members.members.keys)
    for branch in state.table.branches where branch.header?.audience == .gedeeld { logs.insert(branch.log) }
    let entries = logs.map { log in
      let member = state.members.members[log]
      let branch = state.table.branch(of: log)
      let standing: Standing =
        switch member {
        case nil: .held
        case let member? where member.isFounder: .founder
        case let member? where member.isRevoked: .revoked
        default: .member
        }
      let last = branch?.rows.last { state.table.isReadable($0) }
      return Entry(
        log: log, naam: names[log.text], role: member?.role, regio: branch?.header?.regio, standing: standing,
        isOwn: log == own, lineCount: branch?.rows.count ?? 0, lastHeard: last.map { state.table.time($0) })
    }
    self.entries = entries.sorted { ($0.standing == .held ? 1 : 0, $0.log) < ($1.standing == .held ? 1 : 0, $1.log) }
  }

  /// The labels of logs: what the members say, and a log's own word for itself before it is admitted.
  static func names(in state: MergedState) -> [String: String] {
    var names: [String: String] = [:]
    guard let kind = state.table.kindIndex(named: "naam") else { return names }
    for row in 0..<state.table.rowCount where state.table.kind(row) == kind {
      guard let payload = state.table.payloadObject(row), let log = payload["log"]?.stringValue,
        let naam = payload["naam"]?.stringValue
      else { continue }
      let isOwnWord = state.table.branches[state.table.branchIndex(of: row)].log.text == log
      if state.isUsed[row] || (isOwnWord && names[log] == nil) { names[log] = naam }
    }
    return names
  }
}
