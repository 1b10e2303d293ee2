import EventLog
import Identity
import Vocabulary

/// What is wrong with a segment: by itself, which refuses the bundle, or beside the lines that are held, which sets the
/// segment aside.
public enum SegmentFault: Error, Sendable, Equatable {
  case line(log: LogID, seq: Int, LineFault)
  /// It has other lines than the manifest says.
  case lineCount(log: LogID, wanted: Int, found: Int)
  /// The last line is not the one that the manifest names.
  case lastChain(log: LogID, seq: Int)
  case noCheckpointAtEnd(log: LogID, seq: Int)
  /// A log that is not meant for everyone stands in a bundle that is in clear.
  case audience(log: LogID, Audience)
}
