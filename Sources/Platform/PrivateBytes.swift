import CMalloc

/// The bytes of a file in memory of one's own: they can be changed, and the file stays as it is.
///
/// Whoever reads them keeps a reference until it has read them. One that changes them is the only one that has them then.
public final class PrivateBytes: @unchecked Sendable {
  // Unchecked: changed by one thread, before anybody else looks; `release` runs once, in deinit.
  public let bytes: UnsafeMutableRawBufferPointer
  private let release: () -> Void

  /// - Parameter release: Gives the memory back; called once.
  public init(_ bytes: UnsafeMutableRawBufferPointer, release: @escaping () -> Void) {
    self.bytes = bytes
    self.release = release
  }

  /// A copy of `array`, at an address that is a multiple of 64.
  public convenience init(copying array: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: array.count, alignment: 64)
    copy.copyBytes(from: array)
    self.init(copy) { copy.deallocate() }
  }

  /// Memory that is about to be filled, at an address that is a multiple of 64; nil where there is not so much.
  public static func unfilled(_ byteCount: Int) -> PrivateBytes? {
    guard let start = veldlog_allocate_large(byteCount) else { return nil }
    return PrivateBytes(UnsafeMutableRawBufferPointer(start: start, count: byteCount)) { free(start) }
  }

  deinit { release() }
}
