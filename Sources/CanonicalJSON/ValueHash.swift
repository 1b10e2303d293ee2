/// Hashes of the bytes of values, for tables in memory and for caches that can be thrown away.
///
/// The same bytes give the same hash on every machine. It keeps nobody from making two values with one hash, so whoever
/// finds by hash compares what was found.
public enum ValueHash {
  /// The hash of at most 16 bytes, from the first and the second eight of them as little-endian numbers, 0 beyond the end.
  @inlinable
  @inline(__always)
  public static func short(_ low: UInt64, _ high: UInt64, count: Int) -> UInt32 {
    // A product of two words mixes each bit of one with each of the other (the idea of wyhash).
    let left = low ^ 0xA076_1D64_78BD_642F
    let right = high ^ (UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15) ^ 0xE703_7ED1_A0B4_28DB
    let product = left.multipliedFullWidth(by: right)
    let mixed = product.high ^ product.low
    return UInt32(truncatingIfNeeded: mixed ^ mixed >> 32)
  }

  /// The hash of any bytes.
  public static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash: UInt32 = 0
    var start = 0
    repeat {
      let count = min(16, bytes.count - start)
      var (low, high): (UInt64, UInt64) = (0, 0)
      for index in 0..<min(8, count) { low |= UInt64(bytes[start + index]) << UInt64(8 * index) }
      for index in 8..<max(8, count) { high |= UInt64(bytes[start + index]) << UInt64(8 * index - 64) }
      let part = short(low, high, count: count)
      hash = start == 0 ? part : joined(hash, part)
      start += count
    } while start < bytes.count
    return hash
  }

  /// The hash of two things in this order, from the hash of each.
  @inlinable
  @inline(__always)
  public static func joined(_ first: UInt32, _ second: UInt32) -> UInt32 {
    short(UInt64(first), UInt64(second), count: 0)
  }
}
