import Cryptography
import EventLog
import Identity
import Vocabulary

/// What a bundle of everything that may be shared will hold: each shared log up to its last checkpoint that holds.
public struct BundleDraft: Sendable {
  public let manifest: BundleManifest
  /// The lines of each segment, in the order of the manifest.
  public let segments: [[UInt8]]
  /// Lines that stay behind since no checkpoint vouches for them, by log.
  public let leftBehind: [LogID: Int]

  /// Gathers the shared logs of a table, and checks every link on the way: what is damaged here is not passed on.
  ///
  /// - Complexity: O(*n*) in bytes, two hashes a line.
  public init(of table: LineTable, workspace: LogID, writer: LogID) {
    var frontier: [LogID: [BundleManifest.NamedLine]] = [:]
    var entries: [BundleManifest.Segment] = []
    var segments: [[UInt8]] = []
    var leftBehind: [LogID: Int] = [:]
    let hasher = LinkHasher()
    for branch in table.branches where branch.header?.audience == .gedeeld {
      frontier[branch.log] = Self.namedLines(of: branch, table)
      let gathered = Self.gather(branch, table, workspace, hasher)
      if gathered.lastSeq < branch.rows.count { leftBehind[branch.log] = branch.rows.count - gathered.lastSeq }
      guard let chain = gathered.chain else { continue }
      entries.append(
        BundleManifest.Segment(
          log: branch.log, first: 1, last: gathered.lastSeq, chain: chain, after: nil,
          byteCount: gathered.bytes.count, sha256: SHA256.hash(gathered.bytes)))
      segments.append(gathered.bytes)
    }
    manifest = BundleManifest(
      workspace: workspace, writer: writer, frontier: frontier, missing: Self.missing(in: table), segments: entries)
    self.segments = segments
    self.leftBehind = leftBehind
  }

  private struct Gathered {
    var bytes: [UInt8] = []
    var lastSeq = 0
    var chain: Chain?
  }

  private static func gather(
    _ branch: LineTable.Branch, _ table: LineTable, _ workspace: LogID, _ hasher: LinkHasher
  ) -> Gathered {
    var gathered = Gathered()
    var walker = ChainWalker(log: branch.log, workspace: workspace, hasher: hasher)
    var pending: [UInt8] = []
    for row in branch.rows {
      let line = table.line(row)
      guard (try? walker.step(line, in: 0..<line.count)) != nil else { break }
      pending.append(contentsOf: line)
      pending.append(0x0A)
      if walker.isAtCheckpoint {
        gathered.bytes += pending
        gathered.lastSeq = walker.seq
        gathered.chain = Chain(walker.link)
        pending.removeAll(keepingCapacity: true)
      }
    }
    return gathered
  }

  /// The lines at head, head−1, head−2, head−4, head−8 … by which a receiver sees what the writer holds.
  private static func namedLines(of branch: LineTable.Branch, _ table: LineTable) -> [BundleManifest.NamedLine] {
    guard let last = branch.rows.last(where: { table.isReadable($0) }) else { return [] }
    var lines: [BundleManifest.NamedLine] = []
    var step = 0
    while last - step >= branch.rows.lowerBound {
      let row = last - step
      if table.isReadable(row) {
        lines.append(.init(seq: row - branch.rows.lowerBound + 1, chain: table.chain(row)))
      }
      step = step == 0 ? 1 : step * 2
    }
    return lines
  }

  private static func missing(in table: LineTable) -> [Reference] {
    table.branches.filter { $0.header?.audience == .gedeeld }.flatMap { branch in
      branch.rows.filter { table.isReadable($0) && !table.hasPayload($0) }.map { table.reference($0) }
    }
  }
}
