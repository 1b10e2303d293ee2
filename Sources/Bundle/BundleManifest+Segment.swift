import Cryptography
import EventLog
import Identity

extension BundleManifest {
  /// Lines that follow each other on one branch of one log; the last is a checkpoint.
  public struct Segment: Sendable, Hashable {
    public let log: LogID
    /// The `seq` of the first line.
    public let first: Int
    /// The `seq` of the last line.
    public let last: Int
    /// Of the last line.
    public let chain: Chain
    /// Of the line before the first; nil exactly when `first` is 1.
    public let after: Chain?
    public let byteCount: Int
    public let sha256: Digest
    /// Whether the writer held more than one head of the log, so that the path needs the chain.
    public let isOfFork: Bool

    public init(
      log: LogID,
      first: Int,
      last: Int,
      chain: Chain,
      after: Chain?,
      byteCount: Int,
      sha256: Digest,
      isOfFork: Bool = false
    ) {
      self.log = log
      self.first = first
      self.last = last
      self.chain = chain
      self.after = after
      self.byteCount = byteCount
      self.sha256 = sha256
      self.isOfFork = isOfFork
    }

    /// Whether it belongs before another in a manifest.
    func precedes(_ other: Segment) -> Bool {
      if log != other.log { return log < other.log }
      if (first, last) != (other.first, other.last) { return (first, last) < (other.first, other.last) }
      return chain.text.utf8.lexicographicallyPrecedes(other.chain.text.utf8)
    }

    /// How many lines it has.
    public var lineCount: Int { last &- first &+ 1 }

    /// Its name in the archive: `logs/<id>/<first>-<last>.jsonl`, or `logs/<id>~<chain>/…` of a fork.
    public var path: String {
      "logs/\(log.text)\(isOfFork ? "~" + chain.text : "")/\(first)-\(last).jsonl"
    }
  }
}
