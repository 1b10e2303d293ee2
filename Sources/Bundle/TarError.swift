/// What is wrong with a tar archive, and where. Names hold printable ASCII only, other bytes as `?`.
public enum TarError: Error, Sendable, Equatable {
  /// The bytes end inside a header, an entry or the end mark; `byteCount` is how many there are.
  case truncated(byteCount: Int)
  /// The checksum of the header at `offset` does not match it.
  case damagedHeader(offset: Int)
  /// The header at `offset` is not in the ustar form.
  case notUstar(offset: Int)
  /// A link, folder or device; `type` is the byte of the header.
  case notARegularFile(name: String, type: UInt8)
  /// A name that is empty, too long, absolute, climbs with `..`, or holds a byte other than letters, digits, `._~-/`.
  case unsafeName(String)
  case repeatedName(String)
  /// The size is not eleven octal digits.
  case unreadableSize(name: String)
  /// The entry has more bytes than `limit`.
  case entryTooLarge(name: String, limit: Int)
  /// A field that is fixed holds something else, first at `offset` bytes from the start of the header.
  case fieldNotFixed(name: String, offset: Int)
  /// The bytes after an entry, up to the next block, are not all zero.
  case paddingNotZero(name: String)
  case tooManyEntries(limit: Int)
  /// Something follows the two zero blocks.
  case trailingBytes(offset: Int)
}
