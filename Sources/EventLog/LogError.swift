import Identity
import Platform

/// Why a log cannot be written, or read at all.
public enum LogError: Error, Sendable {
  case file(FileError)
  /// A line between the last checkpoint and the end is not right; nothing is written after it.
  case damaged(path: String, line: Int, fault: LineFault)
  /// There is no line 1.
  case empty(LogID)
  /// An earlier write failed, so where the file ends is not known.
  case broken(path: String)
  /// The new line would be longer than a reader takes.
  case lineTooLong(byteCount: Int)
  /// Lines of another instance that do not follow those that are held.
  case doesNotFollow(LogID, expected: Int, found: Int)
}
