import CanonicalJSON
import Cryptography
import EventLog
import Identity

/// What a bundle holds, from whom, for whom, and what its writer knows (SyncSpecs/bundle.md).
///
/// In the bundle it is canonical JSON (RFC 8785), with exactly these members:
///
///     attachments   [{"bytes","sha256"}], sorted by sha256
///     bundle        1, the number of the format
///     for           [log…], the receivers' shared logs, sorted; empty when anyone may read it
///     frontier      {log: [{"chain","seq"}…]}, each list sorted by (seq, chain) and not empty
///     missing       [reference…], sorted as bytes
///     segments      [{"after"?,"bytes","chain","first","last","log","path","sha256"}…], as they lie in the archive,
///                   sorted by (log, first, last, chain)
///     workspace     the workspace's id
///     writer        the log whose key signed this
///
/// No list repeats an item. Texts, chains among them, sort as bytes.
public struct BundleManifest: Sendable, Equatable {
  /// The newest format that this version reads, and the one that it writes.
  public static let format: Int64 = 1

  /// A file that a fact names.
  public struct Attachment: Sendable, Hashable {
    public let byteCount: Int
    public let sha256: Digest

    public init(byteCount: Int, sha256: Digest) {
      self.byteCount = byteCount
      self.sha256 = sha256
    }

    /// Its name in the archive.
    public var path: String { "attachments/" + sha256.hexadecimal }
  }

  /// A line that the writer names to say what it holds.
  public struct NamedLine: Sendable, Hashable, Comparable {
    public let seq: Int
    public let chain: Chain

    public init(seq: Int, chain: Chain) {
      self.seq = seq
      self.chain = chain
    }

    public static func < (left: NamedLine, right: NamedLine) -> Bool {
      if left.seq != right.seq { return left.seq < right.seq }
      return left.chain.text.utf8.lexicographicallyPrecedes(right.chain.text.utf8)
    }
  }

  public let workspace: LogID
  /// The log whose key signs the manifest.
  public let writer: LogID
  /// The receivers' shared logs, sorted; empty when in clear.
  public let receivers: [LogID]
  /// For each log, lines that the writer holds, sorted.
  public let frontier: [LogID: [NamedLine]]
  /// Lines that the writer holds without their payload and asks for, sorted.
  public let missing: [Reference]
  /// In the order of the archive.
  public let segments: [Segment]
  /// In the order of the archive, by sha256.
  public let attachments: [Attachment]

  /// Sorts what is a set and drops repeats, so that equal knowledge gives an equal manifest; a log without named lines
  /// is left out of the frontier. The segments must be in their order already, as their contents are.
  public init(
    workspace: LogID,
    writer: LogID,
    receivers: [LogID] = [],
    frontier: [LogID: [NamedLine]] = [:],
    missing: [Reference] = [],
    segments: [Segment] = [],
    attachments: [Attachment] = []
  ) {
    self.workspace = workspace
    self.writer = writer
    self.receivers = Set(receivers).sorted()
    self.frontier = frontier.filter { !$0.value.isEmpty }.mapValues { Set($0).sorted() }
    self.missing = Set(missing).sorted()
    self.segments = segments
    self.attachments = Set(attachments).sorted { $0.sha256 < $1.sha256 }
  }

  /// The lines in all segments. Exact for a manifest that was read: the reader bounds the sum.
  public var lineCount: Int { segments.reduce(0) { $0 &+ $1.lineCount } }

  /// The bytes of all segments and attachments. Exact for a manifest that was read: the reader bounds the sum.
  public var byteCount: Int {
    segments.reduce(0) { $0 &+ $1.byteCount } &+ attachments.reduce(0) { $0 &+ $1.byteCount }
  }
}
