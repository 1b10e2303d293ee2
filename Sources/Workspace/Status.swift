import CanonicalJSON
import EventLog
import Identity
import Merge

/// Where an instance stands.
public struct Status: Sendable {
  public let log: LogID
  public let workspace: LogID
  public let naam: String
  public let fingerprint: String
  /// Facts of any state, without structural lines.
  public let factCount: Int
  public let liveCount: Int
  public let conflictCount: Int
  /// Lines of logs that nobody admitted, and of bundles that are held.
  public let heldCount: Int
  public let heldBundles: [HeldBundle]
  /// Lines of logs that nobody admitted.
  public let strangerLineCount: Int
  /// The last line of every log that is held.
  public let heads: [(log: LogID, seq: Int, chain: Chain)]
  /// Lines that are not right.
  public let faultCount: Int
  /// Whether this instance's own log was admitted.
  public let isMember: Bool
  /// Own facts that wait for that.
  public let waitingCount: Int

  /// - Throws: `FileError`.
  public init(of workspace: Workspace) throws {
    let state = try workspace.state()
    let table = state.table
    heldBundles = try HeldBundle.all(in: workspace)
    log = workspace.log
    self.workspace = workspace.settings.workspace
    naam = workspace.settings.naam
    fingerprint = state.fingerprint
    factCount = state.factCount
    liveCount = state.liveCount
    conflictCount = state.conflicts.count
    strangerLineCount = state.heldLineCount
    heldCount = state.heldLineCount + heldBundles.reduce(0) { $0 + $1.lineCount }
    heads = table.branches.compactMap { branch in
      guard branch.header?.audience != .prive, let row = branch.rows.last(where: { table.isReadable($0) }) else {
        return nil
      }
      return (branch.log, table.seq(row), table.chain(row))
    }
    faultCount = table.faults.count
    isMember = state.members.contains(workspace.log)
    waitingCount = isMember ? 0 : table.branch(of: workspace.log)?.rows.count ?? 0
  }

  /// The document of `status --format json`.
  public var json: JSONValue {
    var frontier = JSONObject()
    for head in heads {
      frontier[head.log.text] = [["seq": .integer(Int64(head.seq)), "chain": .string(head.chain.text)]]
    }
    return [
      "log": .string(log.text), "workspace": .string(workspace.text), "naam": .string(naam),
      "fingerprint": .string(fingerprint), "facts": .integer(Int64(factCount)), "live": .integer(Int64(liveCount)),
      "conflicts": .integer(Int64(conflictCount)), "held": .integer(Int64(heldCount)), "forks": .array([]),
      "frontier": .object(frontier), "member": .bool(isMember), "faults": .integer(Int64(faultCount)),
    ]
  }
}
