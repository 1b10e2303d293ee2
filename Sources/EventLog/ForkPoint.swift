import Cryptography

/// The line that a branch leaves another after.
public struct ForkPoint: Sendable {
  /// What line 1 of the log says.
  public let header: LogHeader
  /// The number of the last line that both have.
  public let seq: Int
  /// Its link.
  public let link: Digest

  public init(header: LogHeader, seq: Int, link: Digest) {
    self.header = header
    self.seq = seq
    self.link = link
  }
}
