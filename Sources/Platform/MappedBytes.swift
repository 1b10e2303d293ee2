/// The bytes of a file, kept in reach until the last reference goes.
///
/// Whoever reads `bytes` keeps a reference until it has read them, in a stored property or `withExtendedLifetime`.
///
/// A file that is only ever appended to keeps these bytes as they are; one that another program cuts while it is
/// mapped would end the process, so a log is only cut by its writer, under the lock, and only behind its last line feed.
public final class MappedBytes: @unchecked Sendable {
  // Unchecked: the bytes are never written through this, and `release` runs once, in deinit.
  public let bytes: UnsafeBufferPointer<UInt8>
  private let release: () -> Void
  private let setAside: () -> Void

  /// - Parameters:
  ///   - setAside: Takes the bytes out of memory until they are read again; may be called at any time.
  ///   - release: Gives the memory back; called once.
  public init(
    _ bytes: UnsafeBufferPointer<UInt8>, setAside: @escaping () -> Void = {}, release: @escaping () -> Void
  ) {
    self.bytes = bytes
    self.setAside = setAside
    self.release = release
  }

  /// Says that they are not needed soon, so that they count no longer as memory that the program uses.
  public func leave() { setAside() }

  /// A copy of `array`.
  public convenience init(copying array: [UInt8]) {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: array.count)
    _ = copy.initialize(from: array)
    self.init(UnsafeBufferPointer(copy)) { copy.deallocate() }
  }

  deinit { release() }
}
