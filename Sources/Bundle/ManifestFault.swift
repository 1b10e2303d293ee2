import CanonicalJSON

/// What is wrong with a manifest, and at which member, written as `segments[2].path`.
public enum ManifestFault: Error, Sendable, Equatable {
  /// Not canonical JSON.
  case json(JSONError)
  /// Members that must be there are not, or others are; names hold printable ASCII only.
  case wrongMembers(at: String, missing: [String], unknown: [String])
  /// The value is not what belongs there.
  case wrongValue(at: String, wanted: Wanted)

  /// What belongs there.
  public enum Wanted: Sendable, Equatable {
    case object
    case array
    case text
    /// The number 1.
    case formatNumber
    /// 12 characters of Crockford's base32.
    case logID
    /// 11 characters of base64url, spare bits zero.
    case chain
    /// 64 hexadecimal digits in lower case.
    case sha256
    /// From 0, for a segment from 1, to 2^53 − 1.
    case byteCount
    /// From 1 to 2^53 − 1.
    case sequenceNumber
    /// `log:seq#cccc`.
    case reference
    /// This, which follows from the rest of the segment.
    case path(String)
    /// A path that no other segment has.
    case uniquePath
    /// A `last` that is not below `first`.
    case lastFromFirst
    /// An `after`, since `first` is not 1.
    case after
    /// No `after`, since `first` is 1.
    case noAfter
    /// No more lines than there are bytes.
    case fewerLinesThanBytes
    /// At least one item.
    case item
    /// An item that stands behind the one before it in the list's order, and is not the same.
    case ascendingItem
    /// A sum of sizes up to 2^53 − 1.
    case boundedTotal
  }
}
