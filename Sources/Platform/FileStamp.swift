/// By which a file is known to be the one that was seen before, with nothing written to it since.
///
/// One that is written anew beside and renamed has another number; one that is written in place has another time.
public struct FileStamp: Sendable, Equatable {
  /// The file system's number for the file.
  public let number: UInt64
  /// When its bytes were last changed, in nanoseconds since 1970.
  public let changed: Int64

  public init(number: UInt64, changed: Int64) {
    self.number = number
    self.changed = changed
  }
}
