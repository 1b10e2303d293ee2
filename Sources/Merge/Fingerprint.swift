import Cryptography
import EventLog
import Identity

extension MergedState {
  /// The SHA-256, in hexadecimal, by which two instances see that they hold the same (SyncSpecs/state.md).
  ///
  /// Of the lines `<log> <seq> <link>\n` for the head of every member's shared log, and `- <log>:<seq> <link>\n` for
  /// each of their lines without payload or erased, sorted as bytes.
  ///
  /// - Complexity: Hashes each shared log from its last checkpoint, or from the start where payloads are missing.
  public var fingerprint: String { fingerprint(with: nil) }

  /// The fingerprint that also covers the members' logs of one region.
  public func fingerprint(ofRegion regio: String) -> String { fingerprint(with: regio) }

  private func fingerprint(with regio: String?) -> String {
    var lines: [String] = []
    for (index, branch) in table.branches.enumerated() where members.contains(branch.log) {
      guard let header = branch.header else { continue }
      let isRegional = header.audience == .regio && header.regio == regio
      guard header.audience == .gedeeld || isRegional else { continue }
      if !table.isContinued(index), let head = table.head(of: branch) {
        lines.append("\(branch.log) \(head.seq) \(head.link.base64)\n")
      }
      lines += missingLines(in: branch)
    }
    lines.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return SHA256.hash(lines.flatMap { Array($0.utf8) }).hexadecimal
  }

  /// An erased line is, even while its payload is still on disk.
  private func isWithoutPayload(_ row: Int) -> Bool { !table.hasPayload(row) || isErased(row) }

  private func missingLines(in branch: LineTable.Branch) -> [String] {
    let missing = branch.rows.filter { table.isReadable($0) && isWithoutPayload($0) }
    guard let first = missing.first, let last = missing.last, let header = branch.header else { return [] }
    var walker = ChainWalker(log: branch.log, workspace: nil)
    if branch.seq(first) > 1 {
      guard let before = table.rowBefore(first), let link = table.link(of: before) else { return [] }
      walker = ChainWalker(log: branch.log, header: header, after: branch.seq(first) - 1, link: link)
    }
    var lines: [String] = []
    for row in first...last {
      let bytes = table.line(row)
      guard (try? walker.step(bytes, in: 0..<bytes.count)) != nil else { break }
      if isWithoutPayload(row) { lines.append("- \(branch.log):\(walker.seq) \(walker.link.base64)\n") }
    }
    return lines
  }
}
