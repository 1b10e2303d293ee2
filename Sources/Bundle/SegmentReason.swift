import Identity

/// Why a segment has to wait in `held/`.
public enum SegmentReason: Sendable, Equatable {
  /// The line before its first has not arrived.
  case missing(log: LogID, seq: Int)
  /// It was written by a newer version.
  case newer(log: LogID, seq: Int)
  /// A line that is held under its number cannot be read here.
  case damagedHere(log: LogID, seq: Int)
}
