import EventLog
import Identity
import Vocabulary

/// What stands in a segment, checked line by line against what is held of its log (SyncSpecs/bundle.md, applying).
public struct SegmentCheck: Sendable {
  /// What is to be done with a segment, which is applied or set aside as one.
  public enum Verdict: Sendable, Equatable {
    /// Its lines from `firstSeq` on, in this part of the bundle's bytes, are new.
    case new(firstSeq: Int, range: Range<Int>)
    /// All its lines are held already.
    case known
    case held(SegmentReason)
    /// It does not follow from the lines that are held.
    case quarantined(SegmentFault)
  }

  public let entry: BundleManifest.Segment
  public let verdict: Verdict
  /// The number of lines that are held already.
  public let knownCount: Int

  public var newCount: Int {
    if case .new(let firstSeq, _) = verdict { entry.last - firstSeq + 1 } else { 0 }
  }
}
