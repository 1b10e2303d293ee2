import Cryptography
import EventLog
import Identity

extension MergedState {
  /// The SHA-256, in hexadecimal, by which two instances see that they hold the same (SyncSpecs/state.md).
  ///
  /// Of the lines `<log> <seq> <link>\n` for the head of every member's shared log, and `- <log>:<seq> <link>\n` for
  /// each of their lines without payload, sorted as bytes.
  ///
  /// - Complexity: Hashes each shared log from its last checkpoint, or from the start where payloads are missing.
  public var fingerprint: String { fingerprint(with: nil) }

  /// The fingerprint that also covers the members' logs of one region.
  public func fingerprint(ofRegion regio: String) -> String { fingerprint(with: regio) }

  private func fingerprint(with regio: String?) -> String {
    var lines: [String] = []
    for branch in table.branches where members.contains(branch.log) {
      guard let header = branch.header else { continue }
      let isRegional = header.audience == .regio && header.regio == regio
      guard header.audience == .gedeeld || isRegional, let head = table.head(of: branch) else { continue }
      lines.append("\(branch.log) \(head.seq) \(head.link.base64)\n")
      lines += missingLines(in: branch)
    }
    lines.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return SHA256.hash(lines.flatMap { Array($0.utf8) }).hexadecimal
  }

  private func missingLines(in branch: LineTable.Branch) -> [String] {
    let missing = branch.rows.filter { table.isReadable($0) && !table.hasPayload($0) }
    guard let last = missing.last else { return [] }
    var lines: [String] = []
    var walker = ChainWalker(log: branch.log, workspace: nil)
    for row in branch.rows.lowerBound...last {
      let bytes = table.line(row)
      guard (try? walker.step(bytes, in: 0..<bytes.count)) != nil else { break }
      if !table.hasPayload(row) { lines.append("- \(branch.log):\(walker.seq) \(walker.link.base64)\n") }
    }
    return lines
  }
}
