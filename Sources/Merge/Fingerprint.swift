import Cryptography
import EventLog
import Identity

/// The lines of logs that a fingerprint is the hash of (SyncSpecs/state.md): where members' logs end, and which of their
/// lines have no payload.
public struct FingerprintLines: Sendable, Equatable {
  /// A line of a log, by its link.
  public struct Line: Sendable, Equatable {
    public let log: LogID
    public let seq: Int
    public let link: Digest
    /// Whether it is the last of its log; else it has no payload, or an erasure names it.
    public let isHead: Bool
    /// The region that the log is for; nil for all.
    public let regio: String?

    public init(log: LogID, seq: Int, link: Digest, isHead: Bool, regio: String?) {
      self.log = log
      self.seq = seq
      self.link = link
      self.isHead = isHead
      self.regio = regio
    }

    fileprivate var text: String {
      isHead ? "\(log) \(seq) \(link.base64)\n" : "- \(log):\(seq) \(link.base64)\n"
    }
  }

  public var lines: [Line]

  public init(_ lines: [Line]) { self.lines = lines }

  /// The SHA-256, in hexadecimal, by which two instances see that they hold the same.
  ///
  /// Of the texts `<log> <seq> <link>\n` for the head of every member's shared log, and `- <log>:<seq> <link>\n` for
  /// each of their lines without payload or erased, sorted as bytes.
  ///
  /// - Parameter regio: A region whose logs it covers too.
  public func fingerprint(with regio: String? = nil) -> String {
    let texts = lines.filter { $0.regio == nil || $0.regio == regio }.map(\.text)
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return SHA256.hash(texts.flatMap { Array($0.utf8) }).hexadecimal
  }
}

extension MergedState {
  /// The fingerprint of the members' shared logs.
  ///
  /// - Complexity: Hashes each shared log from its last checkpoint, or from the start where payloads are missing.
  public var fingerprint: String { fingerprintLines(with: nil).fingerprint() }

  /// The fingerprint that also covers the members' logs of one region.
  public func fingerprint(ofRegion regio: String) -> String {
    fingerprintLines(with: regio).fingerprint(with: regio)
  }

  /// What both are made of.
  ///
  /// - Parameter regio: A region whose logs are among them.
  public func fingerprintLines(with regio: String?) -> FingerprintLines {
    var lines: [FingerprintLines.Line] = []
    for (index, branch) in table.branches.enumerated() where members.contains(branch.log) {
      guard let header = branch.header else { continue }
      let isRegional = header.audience == .regio && header.regio == regio
      guard header.audience == .gedeeld || isRegional else { continue }
      func line(_ seq: Int, _ link: Digest, isHead: Bool) -> FingerprintLines.Line {
        FingerprintLines.Line(
          log: branch.log, seq: seq, link: link, isHead: isHead, regio: isRegional ? header.regio : nil)
      }
      if !table.isContinued(index), let head = table.head(of: branch) {
        lines.append(line(head.seq, head.link, isHead: true))
      }
      lines += linksWithoutPayload(in: branch).map { line($0.seq, $0.link, isHead: false) }
    }
    return FingerprintLines(lines)
  }

  /// An erased line is, even while its payload is still on disk.
  private func isWithoutPayload(_ row: Int) -> Bool { !table.hasPayload(row) || isErased(row) }

  private func linksWithoutPayload(in branch: LineTable.Branch) -> [(seq: Int, link: Digest)] {
    let missing = branch.rows.filter { table.isReadable($0) && isWithoutPayload($0) }
    guard let first = missing.first, let last = missing.last, let header = branch.header else { return [] }
    var walker = ChainWalker(log: branch.log, workspace: nil)
    if branch.seq(first) > 1 {
      guard let before = table.rowBefore(first), let link = table.link(of: before) else { return [] }
      walker = ChainWalker(log: branch.log, header: header, after: branch.seq(first) - 1, link: link)
    }
    var links: [(seq: Int, link: Digest)] = []
    for row in first...last {
      let bytes = table.line(row)
      guard (try? walker.step(bytes, in: 0..<bytes.count)) != nil else { break }
      if isWithoutPayload(row) { links.append((walker.seq, walker.link)) }
    }
    return links
  }
}
