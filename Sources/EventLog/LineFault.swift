import CanonicalJSON

/// Why a line cannot be taken for what it says it is.
public enum LineFault: Error, Sendable, Equatable {
  /// Not canonical JSON; the offset counts from the start of the line.
  case notCanonical(JSONError)
  /// A member of the line is missing, or holds what it may not.
  case member(String, offset: Int)
  /// More than `LineView.largestByteCount` bytes without a line feed.
  case tooLong
  /// It has members that this version does not know: kept, but not read.
  case newer
  /// It belongs to another log.
  case otherLog
  /// Its number is not the one that is due.
  case wrongSeq(expected: Int, found: Int)
  /// Its chain does not follow from what it says and what stands before it.
  case chainMismatch(offset: Int)
  /// Line 1 does not found this log: another kind, key or format.
  case noHeader(HeaderFault)
  /// Line 1 founds a log of another workspace.
  case otherWorkspace(String)
  /// A checkpoint whose link or signature is not right.
  case falseCheckpoint

  /// What is wrong with line 1.
  public enum HeaderFault: Sendable, Equatable {
    case notKindLog
    case payload
    case newerFormat(Int64)
    case otherKey
  }

  /// Whether a newer version wrote the line, so that it is held and not refused.
  public var isNewer: Bool {
    switch self {
    case .newer, .noHeader(.newerFormat): true
    default: false
    }
  }

  /// In bytes from the start of the line, where that can be said.
  public var offset: Int {
    switch self {
    case .notCanonical(let error): error.offset
    case .member(_, let offset), .chainMismatch(let offset): offset
    default: 0
    }
  }
}
