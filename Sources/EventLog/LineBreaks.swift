#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The lines of some bytes, one at a time.
public struct LineBreaks: Sequence, IteratorProtocol {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position: Int

  public init(_ bytes: UnsafeBufferPointer<UInt8>, from position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  /// The next line that ends with a line feed, without it.
  public mutating func next() -> Range<Int>? {
    guard let base = bytes.baseAddress, position < bytes.count,
      let found = memchr(base + position, 0x0A, bytes.count - position)
    else { return nil }
    let end = base.distance(to: found.assumingMemoryBound(to: UInt8.self))
    defer { position = end + 1 }
    return position..<end
  }

  /// What follows the last line feed.
  public var rest: Range<Int> { position..<bytes.count }

  /// Where the last line feed ends, 0 without one.
  public static func end(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var end = bytes.count
    while end > 0, bytes[end - 1] != 0x0A { end -= 1 }
    return end
  }
}
