import EventLog
import Identity
import Vocabulary

/// Checks the segments of a bundle, in their order, by themselves and against what is held. Nothing is written.
///
/// A segment from line 1 on is checked in full, whatever is held. Of another each line is checked by itself, and its
/// links and checkpoints from the line before it on, where that is held or stands earlier in the bundle
/// (SyncSpecs/bundle.md, segments).
public struct SegmentChecker {
  private let table: LineTable
  private let workspace: LogID
  private let own: Set<LogID>
  private let hasher = LinkHasher()
  /// Where each log stands with the segments that were checked so far.
  private var walkers: [LogID: ChainWalker] = [:]
  /// The lines that segments checked so far will add, in order, from the one after those held on.
  private var added: [LogID: [Chain]] = [:]

  /// - Parameter own: The logs that this instance writes.
  public init(_ table: LineTable, workspace: LogID, own: Set<LogID>) {
    self.table = table
    self.workspace = workspace
    self.own = own
  }

  /// Checks one segment.
  ///
  /// - Throws: `SegmentFault` for what the segment shows by itself; the bundle is then refused whole.
  /// - Complexity: O(*n*) in its bytes, two hashes a line.
  public mutating func check(
    _ segment: BundleContents.Segment, of contents: BundleContents
  ) throws(SegmentFault) -> SegmentCheck {
    let result: Result<SegmentCheck, SegmentFault> = contents.bytes.withUnsafeBufferPointer { bytes in
      do throws(SegmentFault) { return .success(try check(segment, in: bytes)) } catch { return .failure(error) }
    }
    return try result.get()
  }

  private mutating func check(
    _ segment: BundleContents.Segment, in bytes: UnsafeBufferPointer<UInt8>
  ) throws(SegmentFault) -> SegmentCheck {
    let entry = segment.entry
    let lines = bytes.part(segment.range)
    func result(_ verdict: SegmentCheck.Verdict, known: Int = 0) -> SegmentCheck {
      SegmentCheck(entry: entry, verdict: verdict, knownCount: known)
    }
    try SegmentLines.checkCount(of: entry, in: lines)
    if entry.first > 1, let newer = try SegmentLines.check(entry, in: lines) { return result(.held(newer)) }
    var walker: ChainWalker
    switch walkerBefore(entry) {
    case .failure(let wait): return result(.held(wait.reason))
    case .success(let found): walker = found
    }
    switch try walk(entry, lines, &walker) {
    case .stopped(let verdict): return result(verdict)
    case .known: return result(.known, known: entry.lineCount)
    case .new(let seq, let offset):
      if own.contains(entry.log) { return result(.held(.ownLogAhead(log: entry.log, seq: seq))) }
      walkers[entry.log] = walker
      let start = segment.range.lowerBound + offset
      return result(.new(firstSeq: seq, range: start..<segment.range.upperBound), known: seq - entry.first)
    }
  }

  private struct Waiting: Error {
    let reason: SegmentReason
  }

  /// A walker that stands before the segment's first line.
  private func walkerBefore(_ entry: BundleManifest.Segment) -> Result<ChainWalker, Waiting> {
    if entry.first == 1 { return .success(ChainWalker(log: entry.log, workspace: workspace, hasher: hasher)) }
    let previous = entry.first - 1
    if let walker = walkers[entry.log], walker.seq == previous, Chain(walker.link) == entry.after {
      return .success(walker)
    }
    guard let branch = table.branch(of: entry.log), previous <= branch.rows.count, let header = branch.header else {
      return .failure(Waiting(reason: .missing(log: entry.log, seq: previous)))
    }
    let row = branch.rows.lowerBound + previous - 1
    guard table.isReadable(row), table.chain(row) == entry.after else {
      return .failure(Waiting(reason: .fork(log: entry.log, seq: previous)))
    }
    guard let link = table.link(of: row, in: branch) else {
      return .failure(Waiting(reason: .missing(log: entry.log, seq: previous)))
    }
    return .success(ChainWalker(log: entry.log, header: header, after: previous, link: link, hasher: hasher))
  }

  private enum Walk {
    /// All lines are held already.
    case known
    /// The new lines begin with line `seq`, at an offset in the segment.
    case new(seq: Int, offset: Int)
    case stopped(SegmentCheck.Verdict)
  }

  /// Walks over the lines. What is wrong from line 1 on is wrong by itself; later it is so beside the line before.
  private mutating func walk(
    _ entry: BundleManifest.Segment, _ bytes: UnsafeBufferPointer<UInt8>, _ walker: inout ChainWalker
  ) throws(SegmentFault) -> Walk {
    let branch = table.branch(of: entry.log)
    let heldCount = branch?.rows.count ?? 0
    var adding = added[entry.log] ?? []
    var wait: SegmentReason?
    var new: Walk?
    var lines = LineBreaks(bytes)
    while let range = lines.next() {
      let seq = walker.seq + 1
      var fault: SegmentFault?
      do throws(LineFault) { try walker.step(bytes, in: range) } catch {
        if error.isNewer { return .stopped(.held(.newer(log: entry.log, seq: seq))) }
        fault = .line(log: entry.log, seq: seq, error)
      }
      if let audience = walker.header?.audience, audience != .gedeeld {
        fault = fault ?? .audience(log: entry.log, audience)
      }
      if let fault {
        if entry.first == 1 { throw fault }
        return .stopped(.quarantined(fault))
      }
      let chain = Chain(walker.link)
      if let branch, seq <= heldCount {
        wait = wait ?? reasonToWait(branch.rows.lowerBound + seq - 1, chain, bytes, range, entry.log, seq)
      } else if seq <= heldCount + adding.count {
        // An earlier segment of this bundle brings the line already.
        if adding[seq - heldCount - 1] != chain { wait = wait ?? .fork(log: entry.log, seq: seq) }
      } else {
        if new == nil { new = .new(seq: seq, offset: range.lowerBound) }
        adding.append(chain)
      }
    }
    try SegmentLines.checkEnd(of: entry, chain: Chain(walker.link), isCheckpoint: walker.isAtCheckpoint)
    if let wait { return .stopped(.held(wait)) }
    if !own.contains(entry.log) { added[entry.log] = adding }
    return new ?? .known
  }

  /// Why a line cannot be taken for the one that is held under its number; nil where it is that line.
  private func reasonToWait(
    _ row: Int, _ chain: Chain, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ log: LogID, _ seq: Int
  ) -> SegmentReason? {
    guard table.isReadable(row) else { return .damagedHere(log: log, seq: seq) }
    if table.chain(row) != chain { return .fork(log: log, seq: seq) }
    if !table.hasPayload(row), (try? LineView(parsing: bytes, in: range))?.payload != nil {
      return .bringsPayload(log: log, seq: seq)
    }
    return nil
  }
}
