import CanonicalJSON
import EventLog
import Identity
import Vocabulary

/// What the lines about members in shared logs say, read out of their payloads.
struct Decisions {
  struct Admission {
    let line: DecisionLines.Line
    let log: LogID
    let role: Role
  }

  struct Revocation {
    let line: DecisionLines.Line
    let log: LogID
    /// For each branch of the log, the last line that still counts; none of a branch that is not there.
    let lastSeqs: [Int: Int]
  }

  struct OwnLog {
    let line: DecisionLines.Line
    let log: LogID
  }

  private(set) var admissions: [Admission] = []
  private(set) var revocations: [Revocation] = []
  private(set) var ownLogs: [OwnLog] = []

  init(in lines: DecisionLines) {
    for line in lines.lines where lines.branches[line.branch].header?.audience == .gedeeld {
      guard let log = line.payload["log"]?.stringValue.flatMap({ LogID($0) }) else { continue }
      switch line.kind {
      case .lid:
        guard let role = line.payload["rol"]?.stringValue.flatMap(Role.init(rawValue:)),
          line.payload["regio"] == nil || line.payload["regio"]?.stringValue != nil
        else { continue }
        admissions.append(Admission(line: line, log: log, role: role))
      case .lidIngetrokken:
        guard let named = Self.namedLines(in: line.payload) else { continue }
        // A named line that is not held leaves nothing, since nobody can tell yet what stands before it.
        revocations.append(Revocation(line: line, log: log, lastSeqs: lines.lastSeqs(named, of: log)))
      case .eigenLog:
        // Only the log itself can say whose it is.
        guard lines.header(of: log)?.follows == line.reference.log else { continue }
        ownLogs.append(OwnLog(line: line, log: log))
      case .wissing: continue
      }
    }
  }

  /// The lines that `tot` names; nil where it is not a list of `{"chain","seq"}`.
  private static func namedLines(in payload: JSONObject) -> [(chain: Chain, seq: Int)]? {
    guard let entries = payload["tot"]?.arrayValue else { return nil }
    var named: [(chain: Chain, seq: Int)] = []
    for entry in entries {
      guard entry.objectValue?.members.count == 2, let seq = entry["seq"]?.integerValue, seq >= 1,
        let chain = entry["chain"]?.stringValue.flatMap({ Chain($0) })
      else { return nil }
      named.append((chain, Int(seq)))
    }
    return named
  }
}
