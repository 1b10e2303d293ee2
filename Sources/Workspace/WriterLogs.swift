import EventLog
import Identity
import Merge

/// Which logs are of one writer: those that `eigen_log` lines that count join (SyncSpecs/state.md, members).
public struct WriterLogs: Sendable {
  /// The log that vouches for each.
  private var vouchers: [LogID: LogID] = [:]
  private var vouched: [LogID: [LogID]] = [:]
  /// Logs that are vouched for, as far as their author can say, and of which nothing has arrived.
  public private(set) var absent: [(author: LogID, log: LogID)] = []

  /// - Complexity: O(*n*) in rows.
  public init(in state: MergedState) {
    let table = state.table
    for row in table.rows(ofKind: "eigen_log") where state.counts[row] {
      let author = table.branch(at: row)
      guard author.header?.audience == .gedeeld,
        let log = table.payloadObject(row)?["log"]?.stringValue.flatMap({ LogID($0) })
      else { continue }
      if table.lineCount(of: log) == 0 {
        if !absent.contains(where: { $0.log == log }) { absent.append((author.log, log)) }
      } else if table.branch(of: log)?.header?.follows == author.log, vouchers[log] == nil {
        vouchers[log] = author.log
        vouched[author.log, default: []].append(log)
      }
    }
  }

  /// The first log of a log's writer.
  public func first(of log: LogID) -> LogID {
    var log = log
    var seen: Set<LogID> = []
    while let voucher = vouchers[log], seen.insert(log).inserted { log = voucher }
    return log
  }

  /// All logs of a log's writer, the first one first, each before those that it vouches for.
  public func all(of log: LogID) -> [LogID] {
    var all = [first(of: log)]
    var next = 0
    while next < all.count {
      all += (vouched[all[next]] ?? []).filter { !all.contains($0) }
      next += 1
    }
    return all
  }
}
