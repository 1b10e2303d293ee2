import EventLog
import Identity
import Merge
import Vocabulary

/// What a bundle brings, checked by itself and beside the lines that are held. Nothing is written.
///
/// A segment from line 1 on is checked in full, whatever is held. Of another each line is checked by itself, and its
/// links and checkpoints from the line before it on, where that is held or stands earlier in the bundle
/// (SyncSpecs/bundle.md, segments).
public struct Arrival: Sendable {
  public let manifest: BundleManifest
  /// The bytes of `manifest.json`.
  public let manifestBytes: [UInt8]
  public private(set) var plan: ArrivalPlan
  public private(set) var segments: [SegmentArrival] = []

  private let workspace: LogID
  private var regio: Regio
  /// For each log the numbers of lines that segments of this bundle follow.
  private let followed: [LogID: Set<Int>]

  /// Reads a bundle to its end.
  ///
  /// - Throws: `BundleError` for what the bundle shows by itself to be wrong: all of it is refused then. `FileError`.
  /// - Complexity: O(*n*) in bytes, two hashes a line, on all cores; in memory 8 bytes a line that is new.
  public init(_ reader: BundleReader, held: HeldLogs, workspace: LogID) throws {
    manifest = reader.manifest
    manifestBytes = reader.manifestBytes
    plan = ArrivalPlan(held)
    self.workspace = workspace
    regio = manifest.receivers.isEmpty ? .none : .any
    var followed: [LogID: Set<Int>] = [:]
    for entry in manifest.segments where entry.first > 1 { followed[entry.log, default: []].insert(entry.first - 1) }
    self.followed = followed
    // Whatever a line says, a hash that is wrong is said first: nothing in the entry is then the writer's word.
    var fault: SegmentFault?
    for entry in manifest.segments {
      switch try read(entry, reader) {
      case .success(let verdict): segments.append(SegmentArrival(entry: entry, verdict: verdict))
      case .failure(let found): fault = fault ?? found
      }
    }
    for attachment in manifest.attachments {
      try reader.readEntry(attachment.path, byteCount: attachment.byteCount, sha256: attachment.sha256) { _ in }
    }
    try reader.expectEnd()
    if let fault { throw BundleError.segment(fault) }
  }

  /// Where a segment's lines go on, with a walker that stands there; nil to check each line by itself.
  private struct Start {
    var place: ArrivalPlan.Place?
    var walker: ChainWalker?
    /// Why the segment waits.
    var reason: SegmentReason?
  }

  private func start(of entry: BundleManifest.Segment) -> Start {
    guard entry.first > 1, let after = entry.after else {
      return Start(place: .origin, walker: plan.walker(at: .origin, log: entry.log, workspace: workspace))
    }
    let previous = entry.first - 1
    guard let place = plan.place(of: entry.log, previous, after) else {
      let isDamaged = plan.isDamaged(entry.log, previous)
      return Start(
        reason: isDamaged ? .damagedHere(log: entry.log, seq: previous) : .missing(log: entry.log, seq: previous))
    }
    guard let walker = plan.walker(at: place, log: entry.log, workspace: workspace) else {
      return Start(reason: .damagedHere(log: entry.log, seq: previous))
    }
    return Start(place: place, walker: walker)
  }

  /// What the batches of a segment show together.
  private struct Findings {
    var lineCount = 0
    var fault: SegmentFault?
    /// Whether it refuses the bundle, or only sets the segment aside.
    var isByItself = false
    var newer: Int?
    var lastBatch: LineBatch?
  }

  private mutating func read(
    _ entry: BundleManifest.Segment, _ reader: BundleReader
  ) throws -> Result<SegmentArrival.Verdict, SegmentFault> {
    let start = start(of: entry)
    var follower = start.place.map { SegmentFollower(plan, log: entry.log, from: $0) }
    var findings = Findings()
    let allowed = regio
    let pipeline = SegmentPipeline(entry, from: start.walker, wanted: followed[entry.log] ?? []) { batch in
      Self.look(at: batch, of: entry, regio: allowed, &findings)
      if findings.fault == nil, findings.newer == nil { try follower?.take(batch) }
    }
    try reader.readEntry(entry.path, byteCount: entry.byteCount, sha256: entry.sha256) { try pipeline.take($0) }
    let isWhole = try pipeline.finish()
    if findings.lineCount != entry.lineCount || !isWhole {
      return .failure(.lineCount(log: entry.log, wanted: entry.lineCount, found: findings.lineCount))
    }
    if let newer = findings.newer { return .success(.held(.newer(log: entry.log, seq: newer))) }
    if let fault = findings.fault {
      return findings.isByItself ? .failure(fault) : .success(.quarantined(fault))
    }
    guard let last = findings.lastBatch, last.chains.last == entry.chain.value else {
      return .failure(.lastChain(log: entry.log, seq: entry.last))
    }
    guard last.endsAtCheckpoint else { return .failure(.noCheckpointAtEnd(log: entry.log, seq: entry.last)) }
    if let reason = start.reason { return .success(.held(reason)) }
    follower?.finish()
    guard let found = follower?.found, let walker = last.end else {
      return .success(.held(.missing(log: entry.log, seq: entry.first - 1)))
    }
    if let header = walker.header, header.audience == .regio { self.regio = .one(header.regio) }
    // Before the plan changes, so that it need not be copied.
    follower = nil
    if let seq = found.otherSeq {
      return .success(.quarantined(.line(log: entry.log, seq: seq, .chainMismatch(offset: 10))))
    }
    if let seq = found.damagedSeq { return .success(.held(.damagedHere(log: entry.log, seq: seq))) }
    return .success(.placed(plan.add(found, log: entry.log, walker), mends: found.mends))
  }

  private static func look(
    at batch: LineBatch, of entry: BundleManifest.Segment, regio: Regio, _ findings: inout Findings
  ) {
    findings.lineCount += batch.lineCount
    func add(_ fault: SegmentFault, isByItself: Bool) {
      if findings.fault == nil || (isByItself && !findings.isByItself) {
        findings.fault = fault
        findings.isByItself = isByItself || entry.first == 1
      }
    }
    if findings.newer == nil, !(findings.fault != nil && findings.isByItself) {
      if let (seq, fault) = batch.fault {
        if fault.isNewer {
          findings.newer = seq
        } else {
          add(.line(log: entry.log, seq: seq, fault), isByItself: !fault.isOfOrder)
        }
      } else if let link = batch.startLink, let before = findings.lastBatch?.end?.link, before != link {
        add(.line(log: entry.log, seq: batch.firstSeq, .chainMismatch(offset: 10)), isByItself: false)
      }
      if let (seq, fault) = batch.formFault, !fault.isNewer {
        add(.line(log: entry.log, seq: seq, fault), isByItself: true)
      }
      if let header = batch.end?.header, !regio.allows(header) {
        add(.audience(log: entry.log, header.audience), isByItself: false)
      }
    }
    findings.lastBatch = batch
  }

  /// Which logs may be in a bundle: in clear those for everyone only, else those of one region as well. What never leaves
  /// a disk comes from none.
  private enum Regio {
    case none
    case any
    case one(String)

    func allows(_ header: LogHeader) -> Bool {
      switch header.audience {
      case .gedeeld: return true
      case .prive: return false
      case .regio:
        switch self {
        case .none: return false
        case .any: return true
        case .one(let regio): return header.regio == regio
        }
      }
    }
  }
}
