/// Why bytes could not be packed or unpacked.
public enum ZstandardError: Error, Sendable, Equatable {
  /// The bytes do not begin with the four bytes of a zstd frame.
  case notAFrame
  /// The frame holds more bytes than the limit.
  case tooLarge(limit: Int)
  /// The frame expands to more than `ratio` times the bytes it has.
  case ratioTooHigh(packedByteCount: Int, ratio: Int)
  /// The frame asks for a window of more than 2 to the power of `limit` bytes.
  case windowTooLarge(limit: Int)
  /// The frame was packed with a dictionary, which no bundle has.
  case needsDictionary
  /// The bytes end before the frame does.
  case truncated(byteCount: Int)
  /// The frame ends and more bytes follow.
  case trailingBytes(at: Int)
  /// The unpacked bytes are not those that were packed.
  case wrongChecksum
  /// The bytes cannot be read, somewhere at or after `offset`; `reason` is libzstd's own, in English.
  case damaged(offset: Int, reason: String)
  case outOfMemory
}
