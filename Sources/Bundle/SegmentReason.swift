import Identity

/// Why a segment has to wait in `held/`.
public enum SegmentReason: Sendable, Equatable {
  /// The line before its first has not arrived.
  case missing(log: LogID, seq: Int)
  /// The log was continued in two places.
  case fork(log: LogID, seq: Int)
  /// It holds lines of this instance's own log that this instance does not have.
  case ownLogAhead(log: LogID, seq: Int)
  /// It was written by a newer version.
  case newer(log: LogID, seq: Int)
  /// A line that is held under its number cannot be read here.
  case damagedHere(log: LogID, seq: Int)
  /// It has the payload of a line that is held without.
  case bringsPayload(log: LogID, seq: Int)
}
