import CanonicalJSON
import EventLog
import Identity
import Vocabulary

/// What was found in a heap, and what became of it.
public struct SalvageReport: Sendable {
  /// One log.
  public struct Log: Sendable {
    public let log: LogID
    public let audience: Audience?
    /// Lines that stand on line 1 now, on all branches.
    public var lineCount = 0
    /// Those of them that the instance did not hold before.
    public var newCount = 0
    public var branchCount = 0
    /// The last line of each branch that none goes on from.
    public var heads: [LogEnd] = []
    /// Lines whose payload was left out or taken away, since an erasure in force names them.
    public var erasedCount = 0
    /// Lines without payload that no erasure in force names.
    public var missingPayloadCount = 0
    /// Lines that no checkpoint of the log vouches for: the end of a branch.
    public var unvouchedCount = 0
    public var runs: [Run] = []
  }

  /// Lines of a log that follow each other by number and do not stand on line 1, or that were not found.
  public struct Run: Sendable, Equatable {
    public enum State: String, Sendable {
      /// No copy has them.
      case missing
      /// A checkpoint vouches for them, and lines before them are missing.
      case detached
      /// Nothing shows that they are right.
      case unverified
    }

    public let state: State
    public let firstSeq: Int
    public let lastSeq: Int
    /// More than the numbers where several lines have the same one; 0 for missing ones.
    public let lineCount: Int
    /// The file that the first of them was found in.
    public let path: String?
    /// Where they were put, for another time.
    public internal(set) var keptAt: String?
  }

  /// Bytes in a file that stand where a line should.
  public struct Damage: Sendable {
    public let path: String
    /// In the file, unpacked.
    public let offset: Int
    public let byteCount: Int
    /// Whether every line that seems to have stood there was found whole elsewhere.
    public let isWholeElsewhere: Bool
  }

  public internal(set) var root = ""
  public internal(set) var workspace: LogID
  /// The shared log of the instance, where it is known.
  public internal(set) var own: LogID?
  /// Whether its key is there, without which nothing can be recorded.
  public internal(set) var canRecord = true
  public internal(set) var isDryRun = false
  public internal(set) var fileCount = 0
  public internal(set) var logs: [Log] = []

  // These add up: found = used + repeated + other forms + aside + of another workspace + of others' private logs.
  /// Lines that were found, in all copies.
  public internal(set) var foundCount = 0
  /// Lines that stand on line 1 now.
  public internal(set) var usedCount = 0
  /// The same bytes again.
  public internal(set) var repeatedCount = 0
  /// Others that claim to be a line that is used: without its payload, or damaged.
  public internal(set) var otherFormCount = 0
  /// Lines that could not be used.
  public internal(set) var asideCount = 0
  public internal(set) var otherWorkspaceCount = 0
  /// Lines of the private logs of other instances, which stay where they are.
  public internal(set) var otherPrivateCount = 0

  /// Lines that a newer version wrote, which cannot be read here.
  public internal(set) var newerCount = 0
  public internal(set) var damage: [Damage] = []
  /// Places beyond those that are listed.
  public internal(set) var moreDamageCount = 0
  public internal(set) var faults: [HeapFault] = []
  /// Attachments that were put in place.
  public internal(set) var attachmentCount = 0
  /// Attachments that facts name and that were not found whole.
  public internal(set) var missingAttachmentCount = 0
  /// Whether payloads of the private log are locked there, so that lines without are not missing theirs.
  public internal(set) var isLocked = false
  /// Logs whose keys were put in place.
  public internal(set) var keys: [LogID] = []
  /// Logs of other instances whose keys were found and left where they are.
  public internal(set) var otherKeys: [LogID] = []
  /// Lines of bundles that waited and could be applied now.
  public internal(set) var releasedCount = 0

  init(workspace: LogID) { self.workspace = workspace }

  public var lineCount: Int { logs.reduce(0) { $0 + $1.lineCount } }
  public var newCount: Int { logs.reduce(0) { $0 + $1.newCount } }

  /// Whether something was found that could not be used, or is known to be missing.
  public var isIncomplete: Bool {
    asideCount > 0 || newerCount > 0 || otherWorkspaceCount > 0 || otherPrivateCount > 0
      || moreDamageCount > 0 || !faults.isEmpty
      || missingAttachmentCount > 0 || damage.contains { !$0.isWholeElsewhere }
      || logs.contains { !$0.runs.isEmpty || ($0.missingPayloadCount > 0 && !(isLocked && $0.audience == .prive)) }
  }
}
