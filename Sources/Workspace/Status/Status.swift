import CanonicalJSON
import EventLog
import Identity
import Merge
import Platform
import Vocabulary

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
  /// The logs that this instance wrote before, by audience.
  public let former: [LogID: Audience]
  /// Why its next fact goes to a new log; nil where it does not.
  public let reasonToLeave: Succession.Reason?
  /// Whether it is remembered outside the folder how far this instance wrote.
  public let isRemembered: Bool
  /// The places where logs were continued more than once, those that are only ends included.
  public let forks: [Fork]
  /// Logs that members write and of which nothing has arrived.
  public let absent: [Absent]
  /// This instance's region, and the fingerprint that also covers its members' regional logs; nil where none is held.
  public let regional: (regio: String, fingerprint: String)?

  /// What was decided to be erased, and who has done it.
  public let erasures: ErasureOverview

  /// Files in shared folders that hold what was erased, and that nobody will replace, as the last sync saw them.
  public let folderRemains: [FolderReport.Remains]

  /// A log that was continued in two or more places.
  public struct Fork: Sendable {
    public let log: LogID
    /// What its writer is called.
    public let naam: String?
    /// The number of the first line that differs.
    public let seq: Int
    /// Where each continuation ends.
    public let ends: [LogEnd]
    /// Whether people are told of it: more than one continuation holds more than the end of a log.
    public let isReported: Bool
    public let isOwn: Bool
  }

  /// A log that a member says is theirs.
  public struct Absent: Sendable {
    public let log: LogID
    public let author: LogID
    /// What its writer is called.
    public let naam: String?
    /// The writer's region, where it is another than this instance's: the log is for that region then.
    public let otherRegio: String?
  }

  /// Where an instance stands, by all that is read.
  ///
  /// - Throws: `FileError`.
  public init(of workspace: Workspace) throws {
    try self.init(StatusOfLines(of: try workspace.state(), in: workspace), in: workspace)
  }

  /// - Throws: `FileError`.
  init(_ lines: StatusOfLines, in workspace: Workspace) throws {
    let settings = workspace.settings
    erasures = lines.erasures
    folderRemains = FolderCache(of: workspace).remains.values.filter(\.isOfGone).sorted { $0.path < $1.path }
    heldBundles = try HeldBundle.all(in: workspace)
    log = workspace.log
    self.workspace = settings.workspace
    naam = settings.naam
    fingerprint = lines.fingerprint.fingerprint()
    factCount = lines.factCount
    liveCount = lines.liveCount
    conflictCount = lines.conflictCount
    strangerLineCount = lines.strangerLineCount
    heldCount = lines.strangerLineCount + heldBundles.reduce(0) { $0 + $1.lineCount }
    heads = lines.heads.map { ($0.log, $0.end.seq, $0.end.chain) }
    faultCount = lines.faultCount
    isMember = lines.isMember
    former = settings.former
    isRemembered = workspace.surroundings.stateFolder != nil
    reasonToLeave =
      switch lines.ownEnd {
      case .gone: .gone
      case .damaged: .damaged
      case .line(let end): try workspace.reasonToLeave(workspace.log, endingAt: end)
      }
    forks = lines.forks.map { fork in
      Fork(
        log: fork.log, naam: fork.naam, seq: fork.seq, ends: fork.ends, isReported: fork.isReported,
        isOwn: settings.audience(of: fork.log) != nil)
    }
    absent = lines.absent.map { absent in
      Absent(
        log: absent.log, author: absent.author, naam: absent.naam,
        otherRegio: absent.regio == settings.regio ? nil : absent.regio)
    }
    regional =
      lines.holdsRegional ? (settings.regio, lines.fingerprint.fingerprint(with: settings.regio)) : nil
  }

  /// The document of `status --format json`.
  public var json: JSONValue {
    var frontier = JSONObject()
    for head in heads {
      let known = frontier[head.log.text]?.arrayValue ?? []
      frontier[head.log.text] = .array(
        known + [["seq": .integer(Int64(head.seq)), "chain": .string(head.chain.text)]])
    }
    var document: JSONObject = JSONObject()
    document["log"] = .string(log.text)
    document["workspace"] = .string(workspace.text)
    document["naam"] = .string(naam)
    document["fingerprint"] = .string(fingerprint)
    document["facts"] = .integer(Int64(factCount))
    document["live"] = .integer(Int64(liveCount))
    document["conflicts"] = .integer(Int64(conflictCount))
    document["held"] = .integer(Int64(heldCount))
    document["forks"] = .array(forks.map(\.json))
    document["erasures"] = erasures.json
    document["remains"] = .array(folderRemains.map(\.json))
    document["frontier"] = .object(frontier)
    document["member"] = .bool(isMember)
    document["faults"] = .integer(Int64(faultCount))
    document["former"] = .array(former.keys.sorted().map { .string($0.text) })
    document["next"] = .string(reasonToLeave == nil ? "same_log" : "new_log")
    document["absent"] = .array(
      absent.map { ["log": .string($0.log.text), "author": .string($0.author.text)] as JSONValue })
    if let regional {
      document["fingerprint_regio"] = ["regio": .string(regional.regio), "fingerprint": .string(regional.fingerprint)]
    }
    return .object(document)
  }
}

extension Status.Fork {
  fileprivate var json: JSONValue {
    [
      "log": .string(log.text), "seq": .integer(Int64(seq)), "reported": .bool(isReported),
      "branches": .array(
        ends.map { ["chain": .string($0.chain.text), "seq": .integer(Int64($0.seq))] as JSONValue }),
    ]
  }
}
