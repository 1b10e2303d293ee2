/// The bytes of a file, kept in reach until the last reference goes.
///
/// Whoever reads `bytes` keeps a reference until it has read them, in a stored property or `withExtendedLifetime`.
///
/// A file that is only ever appended to keeps these bytes as they are; one that another program cuts while it is
/// mapped would end the process, so a log is only cut by its writer, under the lock, and only behind its last line feed.
public final class MappedBytes: @unchecked Sendable {
  // Unchecked: the bytes are never written through this, and `release` runs once, in deinit.
  public let bytes: UnsafeBufferPointer<UInt8>
  /// The same bytes for who looks here and there: as little as possible of what lies around comes with each look.
  public let places: UnsafeBufferPointer<UInt8>
  private let release: () -> Void
  private let setAside: (UnsafeBufferPointer<UInt8>) -> Void
  private let read: ([Range<Int>]) -> MappedBytes?

  /// - Parameters:
  ///   - places: At another address; nil where there is no difference.
  ///   - read: Reads ranges from where the bytes came from, behind each other; nil where that is not there any more.
  ///   - setAside: Takes bytes of either out of memory until they are read again; may be called at any time.
  ///   - release: Gives the memory back; called once.
  public init(
    _ bytes: UnsafeBufferPointer<UInt8>, places: UnsafeBufferPointer<UInt8>? = nil,
    read: @escaping ([Range<Int>]) -> MappedBytes? = { _ in nil },
    setAside: @escaping (UnsafeBufferPointer<UInt8>) -> Void = { _ in }, release: @escaping () -> Void
  ) {
    self.bytes = bytes
    self.places = places ?? bytes
    self.read = read
    self.setAside = setAside
    self.release = release
  }

  /// Says that some of them are not needed soon, so that they count no longer as memory that the program uses.
  public func leave(_ range: Range<Int>) { setAside(UnsafeBufferPointer(rebasing: bytes[range])) }

  /// The same of the places that were looked at.
  public func leavePlaces() { setAside(places) }

  /// Some of the bytes, behind each other, without more of the file coming into memory than those: for many short ranges
  /// far from each other.
  ///
  /// - Parameter ranges: Those of a range that is beyond the bytes are left out.
  public func copy(of ranges: [Range<Int>]) -> MappedBytes {
    let ranges = ranges.map { $0.clamped(to: 0..<bytes.count) }
    return read(ranges) ?? MappedBytes(copying: ranges.flatMap { places[$0] })
  }

  /// A copy of `array`.
  public convenience init(copying array: [UInt8]) {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: array.count)
    _ = copy.initialize(from: array)
    self.init(UnsafeBufferPointer(copy)) { copy.deallocate() }
  }

  deinit { release() }
}
