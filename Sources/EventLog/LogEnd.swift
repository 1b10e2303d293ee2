/// Where a log ends: the number and the chain of its last line.
public struct LogEnd: Sendable, Hashable {
  /// 0 for a log without lines.
  public let seq: Int
  public let chain: Chain

  public init(seq: Int, chain: Chain) {
    self.seq = seq
    self.chain = chain
  }
}
