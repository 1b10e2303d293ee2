import CanonicalJSON
import EventLog
import Identity
import Vocabulary

/// The lines about members that stand in shared logs, read out of their payloads.
struct Decisions {
  struct Admission {
    let author: LogID
    let seq: Int
    let log: LogID
    let role: Role
    /// Rows of what the line replaces.
    let replaces: Set<Int>
  }

  struct Revocation {
    let author: LogID
    let seq: Int
    let row: Int
    let log: LogID
    /// The last line that still counts; 0 for none.
    let lastSeq: Int
  }

  struct OwnLog {
    let author: LogID
    let seq: Int
    let log: LogID
  }

  private(set) var admissions: [Admission] = []
  private(set) var revocations: [Revocation] = []
  private(set) var ownLogs: [OwnLog] = []

  init(in table: LineTable) {
    let names = ["lid", "lid_ingetrokken", "eigen_log"]
    let kinds = names.map { table.kindIndex(named: $0) }
    if kinds.allSatisfy({ $0 == nil }) { return }
    for branch in table.branches where branch.header?.audience == .gedeeld {
      for row in branch.rows {
        guard let kind = table.kind(row), let index = kinds.firstIndex(of: kind) else { continue }
        read(names[index], row, branch, table)
      }
    }
  }

  private mutating func read(_ kind: String, _ row: Int, _ branch: LineTable.Branch, _ table: LineTable) {
    guard let payload = table.payloadObject(row), let log = payload["log"]?.stringValue.flatMap({ LogID($0) }) else {
      return
    }
    let seq = row - branch.rows.lowerBound + 1
    switch kind {
    case "lid":
      guard let role = payload["rol"]?.stringValue.flatMap(Role.init(rawValue:)),
        payload["regio"] == nil || payload["regio"]?.stringValue != nil
      else { return }
      let replaced = table.replacements(of: row).compactMap { table.row($0) }
      admissions.append(
        Admission(author: branch.log, seq: seq, log: log, role: role, replaces: Set(replaced)))
    case "lid_ingetrokken":
      guard let last = Self.lastSeq(in: payload, of: log, table) else { return }
      revocations.append(Revocation(author: branch.log, seq: seq, row: row, log: log, lastSeq: last))
    default:
      // Only the log itself can say whose it is.
      guard table.branch(of: log)?.header?.follows == branch.log else { return }
      ownLogs.append(OwnLog(author: branch.log, seq: seq, log: log))
    }
  }

  /// The last line that `tot` leaves: a line it names, and those before it. One that is not held leaves nothing,
  /// since nobody can tell yet what stands before it. Nil where `tot` is not a list of `{"chain","seq"}`.
  private static func lastSeq(in payload: JSONObject, of log: LogID, _ table: LineTable) -> Int? {
    guard let entries = payload["tot"]?.arrayValue else { return nil }
    let branch = table.branch(of: log)
    var last = 0
    for entry in entries {
      guard entry.objectValue?.members.count == 2, let seq = entry["seq"]?.integerValue, seq >= 1,
        let chain = entry["chain"]?.stringValue.flatMap({ Chain($0) })
      else { return nil }
      guard let branch, seq <= branch.rows.count else { continue }
      let row = branch.rows.lowerBound + Int(seq) - 1
      if table.isReadable(row), table.chain(row) == chain { last = max(last, Int(seq)) }
    }
    return last
  }
}

extension LineTable {
  /// What a row replaces.
  ///
  /// - Complexity: O(log *r*) in replacements.
  public func replacements(of row: Int) -> [Reference] {
    var low = 0
    var high = replacements.count
    while low < high {
      let middle = (low + high) / 2
      if Int(replacements[middle].row) < row { low = middle + 1 } else { high = middle }
    }
    return replacements[low...].prefix { Int($0.row) == row }.map(\.target)
  }
}
