import CanonicalJSON
import EventLog
import Identity
import Projection
import Workspace

/// The facts behind figures with who wrote them and how they came here, read a line at a time.
struct FactsBehind {
  struct Fact {
    let reference: Reference
    /// The beginning of its log that is no other's, and its number.
    let shortReference: String
    let kind: String
    let payload: JSONObject
    /// Milliseconds since 1970, of the writer's clock.
    let time: Int64
    /// The label of the log, and its region.
    let writer: String
    let isOwn: Bool
    let arrival: Arrivals.Arrival?
  }

  private let line: (Int) throws -> FactLine?
  private let members: [LogID: FigureSummary.Member]
  private let shortLogs: [LogID: String]
  private let own: Set<LogID>
  private let arrivals: ArrivalIndex

  init(_ figures: Figures) {
    self.init(figures.workspace, figures.summary) { try figures.line($0) }
  }

  init(_ figures: MergedFigures) {
    let state = figures.facts.state
    self.init(figures.workspace, FigureSummary(of: state)) { row in
      row >= 0 && row < state.table.rowCount ? FactLine(row, in: state.table) : nil
    }
  }

  private init(_ workspace: Workspace, _ summary: FigureSummary, _ line: @escaping (Int) throws -> FactLine?) {
    self.line = line
    members = Dictionary(summary.members.map { ($0.log, $0) }, uniquingKeysWith: { first, _ in first })
    let logs = summary.members.map(\.log)
    shortLogs = Dictionary(logs.map { ($0, Self.short($0, among: logs)) }, uniquingKeysWith: { first, _ in first })
    own = workspace.ownPublic.union(workspace.ownPrivate)
    arrivals = workspace.arrivals
  }

  /// The log's shortest beginning of six or more characters that none of the others has.
  private static func short(_ log: LogID, among logs: [LogID]) -> String {
    var length = 6
    while length < log.text.count, logs.contains(where: { $0 != log && $0.text.hasPrefix(log.text.prefix(length)) }) {
      length += 1
    }
    return String(log.text.prefix(length))
  }

  /// The fact of a row; nil where its line does not stand there any more.
  func fact(_ row: Int) throws -> Fact? {
    guard let line = try line(row) else { return nil }
    let log = line.reference.log
    let member = members[log]
    return Fact(
      reference: line.reference, shortReference: (shortLogs[log] ?? log.text) + ":\(line.reference.seq)",
      kind: line.kind ?? "", payload: line.payload ?? JSONObject(), time: line.time ?? 0,
      writer: [member?.naam, member?.regio].compactMap(\.self).joined(separator: ", "), isOwn: own.contains(log),
      arrival: arrivals[line.reference])
  }
}
