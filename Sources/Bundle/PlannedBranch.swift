import Cryptography
import EventLog
import Identity

/// Lines that a bundle brings and that will follow each other on disk, once it is applied.
public struct PlannedBranch: Sendable {
  /// What the first line follows.
  public enum Base: Sendable, Equatable {
    /// It is line 1.
    case origin
    /// A line on a branch that is held, by its index in `HeldLogs.branches`.
    case held(Int, seq: Int)
    /// A line on another branch of the plan, by its index.
    case planned(Int, seq: Int)
  }

  public let log: LogID
  public let base: Base
  /// The branch that is held and that the lines are written behind; nil where they begin a branch of their own.
  public let extends: Int?
  /// The chain of the first line, for a branch of its own that is not the first of its log.
  public let fork: Chain?
  public let firstSeq: Int
  /// Of each line.
  public private(set) var chains: [UInt64] = []
  /// What line 1 says.
  public let header: LogHeader
  /// The link of the last line.
  public private(set) var link: Digest
  /// Links of lines that other segments follow.
  private var links: [Int: Digest] = [:]

  init(
    log: LogID, base: Base, extends: Int?, fork: Chain?, firstSeq: Int, header: LogHeader, link: Digest
  ) {
    self.log = log
    self.base = base
    self.extends = extends
    self.fork = fork
    self.firstSeq = firstSeq
    self.header = header
    self.link = link
  }

  public var lastSeq: Int { firstSeq + chains.count - 1 }

  public func chain(_ seq: Int) -> UInt64? {
    seq >= firstSeq && seq <= lastSeq ? chains[seq - firstSeq] : nil
  }

  func link(_ seq: Int) -> Digest? { seq == lastSeq ? link : links[seq] }

  mutating func append(_ chains: [UInt64], link: Digest, links: [Int: Digest]) {
    if !self.chains.isEmpty { self.links[lastSeq] = self.link }
    self.chains += chains
    self.link = link
    self.links.merge(links) { first, _ in first }
  }
}
