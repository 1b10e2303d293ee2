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
    /// The first log of the same writer; the log itself where it is that.
    public let writer: LogID
    /// The log that it says it goes on from.
    public let follows: LogID?
    /// The label its writer gave it, or another log of the same writer.
    public let naam: String?
    public let role: Role?
    public let regio: String?
    /// Who gets it; nil where nothing has arrived of it.
    public let audience: Audience?
    public let standing: Standing
    public let isOwn: Bool
    /// Lines that are held of it.
    public let lineCount: Int
    /// The writer's clock at its last line, in milliseconds since 1970.
    public let lastHeard: Int64?
  }

  /// Members first, then by the first log of each writer, each before those that it vouches for.
  public let entries: [Entry]

  /// - Parameter own: The logs of this instance.
  public init(of state: MergedState, own: Set<LogID> = []) {
    let names = Self.names(in: state)
    let writers = WriterLogs(in: state)
    var logs = Set(state.members.members.keys)
    for branch in state.table.branches where branch.header?.audience == .gedeeld { logs.insert(branch.log) }
    let entries = logs.map { log in
      let member = state.members.members[log]
      let header = state.table.branch(of: log)?.header
      let standing: Standing =
        switch member {
        case nil: .held
        case let member? where member.isFounder: .founder
        case let member? where member.isRevoked: .revoked
        default: .member
        }
      let last = state.table.branches(of: log).compactMap { branch in
        branch.rows.last { state.table.isReadable($0) }.map { state.table.time($0) }
      }
      let all = writers.all(of: log)
      return (
        place: all.firstIndex(of: log) ?? 0,
        entry: Entry(
          log: log, writer: all[0], follows: header?.follows,
          naam: names[log.text] ?? all.lazy.compactMap { names[$0.text] }.first,
          role: member?.role, regio: header?.regio, audience: header?.audience, standing: standing,
          isOwn: own.contains(log), lineCount: state.table.lineCount(of: log), lastHeard: last.max())
      )
    }
    self.entries = entries.sorted {
      ($0.entry.standing == .held ? 1 : 0, $0.entry.writer, $0.place)
        < ($1.entry.standing == .held ? 1 : 0, $1.entry.writer, $1.place)
    }.map(\.entry)
  }

  /// When each writer was last heard of, whichever log it was in; nil for one of whom nothing has arrived.
  public static func lastHeard(of entries: [Entry]) -> [Int64?] {
    Dictionary(grouping: entries, by: \.writer).values.map { $0.compactMap(\.lastHeard).max() }
  }

  /// The labels of logs: what the members say, and a log's own word for itself before it is admitted.
  static func names(in state: MergedState) -> [String: String] {
    var names: [String: String] = [:]
    for row in state.table.rows(ofKind: "naam") {
      guard let payload = state.table.payloadObject(row), let log = payload["log"]?.stringValue,
        let naam = payload["naam"]?.stringValue
      else { continue }
      let isOwnWord = state.table.branches[state.table.branchIndex(of: row)].log.text == log
      if state.isUsed[row] || (isOwnWord && names[log] == nil) { names[log] = naam }
    }
    return names
  }
}
