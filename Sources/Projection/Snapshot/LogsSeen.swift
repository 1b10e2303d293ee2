import EventLog
import Identity
import Platform

/// The logs that a snapshot was made of, as they were then: enough to see whether they only grew, and to find a line again.
public struct LogsSeen: Sendable {
  /// A file with lines.
  public struct File: Sendable, Equatable {
    /// Below the folder of logs.
    public let path: String
    /// What it was like just before it was read.
    public let size: Int
    public let stamp: FileStamp?
    /// An index in `branches`.
    public let branch: Int
    public let rows: Range<Int>
    /// Where its last whole line ends.
    public let byteCount: Int
    /// Where that line begins, and the checksum of its bytes.
    public let lastStart: Int
    public let lastChecksum: UInt64
  }

  /// A log, or a part of one that was continued in several places.
  public struct Branch: Sendable, Equatable {
    public let log: LogID
    public let firstSeq: Int
    public let rows: Range<Int>
    /// Whether new lines of it are those of a member of which nothing was taken back.
    public let mayGrow: Bool
    /// Whether it is one for all members.
    public let isShared: Bool
  }

  /// A line that is not held, though something is known of it: it is replaced or erased already.
  struct Expected: Hashable, Sendable {
    let log: LogID
    let seq: Int
  }

  public let files: [File]
  public let branches: [Branch]
  let expected: Set<Expected>
  /// For every `stride`th row of a file, from its first on, where its line begins; file by file.
  let marks: Cells<UInt32>
  static let stride = 32

  var rowCount: Int { branches.last?.rows.upperBound ?? 0 }
}
