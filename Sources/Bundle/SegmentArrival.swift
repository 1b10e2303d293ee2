import EventLog
import Identity
import Vocabulary

/// What is to become of a segment, which is applied or set aside as one (SyncSpecs/bundle.md, applying).
public struct SegmentArrival: Sendable {
  /// Lines at the end of the segment that are not held yet.
  public struct New: Sendable, Equatable {
    /// The index in `ArrivalPlan.branches` of the branch that they are added to.
    public let branch: Int
    public let firstSeq: Int
    /// Where they begin in the segment's bytes.
    public let offset: Int
  }

  public enum Verdict: Sendable {
    /// Its lines are held already, but for those that are new and those that mend what is held.
    case placed(New?, mends: [Mend])
    case held(SegmentReason)
    /// It does not follow from the lines that are held.
    case quarantined(SegmentFault)
  }

  /// A line that is held without its payload, or not right, and that the segment has.
  public struct Mend: Sendable, Equatable {
    /// An index in `HeldLogs.branches`.
    public let branch: Int
    public let seq: Int
    /// Only the payload is missing: the line itself is right.
    public let isPayload: Bool
  }

  public let entry: BundleManifest.Segment
  public let verdict: Verdict

  /// Lines that are stored now, if nothing forbids them.
  public var newCount: Int {
    guard case .placed(let new, let mends) = verdict else { return 0 }
    return (new.map { entry.last - $0.firstSeq + 1 } ?? 0) + mends.count
  }
}
