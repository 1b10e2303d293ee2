/// The bytes of an archive in their order, through a window that does not grow with it.
final class ArchiveSource {
  private static let windowByteCount = 256 << 10

  private let unpacker: Zstandard.Unpacker?
  private var window: [UInt8]
  private var start = 0
  private var end: Int
  private var isAtEnd: Bool
  /// Where the window starts in the archive.
  private(set) var offset = 0

  /// The archive that a zstd frame holds.
  init(packed: [UInt8], limit: ExpansionLimit) throws(ZstandardError) {
    unpacker = try Zstandard.Unpacker(packed, limit: limit)
    window = [UInt8](repeating: 0, count: Self.windowByteCount)
    end = 0
    isAtEnd = false
  }

  /// An archive that is not packed.
  init(_ bytes: [UInt8]) {
    unpacker = nil
    window = bytes
    end = bytes.count
    isAtEnd = true
  }

  /// The next bytes, without stepping over them.
  ///
  /// - Parameter count: At most 64 KiB. Fewer come only at the end.
  func peek(_ count: Int) throws(BundleError) -> ArraySlice<UInt8> {
    if end - start < count { try fill() }
    return window[start..<min(end, start + count)]
  }

  /// Steps over bytes that were seen.
  func advance(_ count: Int) {
    start += count
    offset += count
  }

  /// Takes the next bytes, at most `count`; none at the end.
  func take(_ count: Int) throws(BundleError) -> [UInt8] {
    if start == end { try fill() }
    var bytes: [UInt8] = []
    let buffered = min(count, end - start)
    if unpacker == nil || buffered == count || isAtEnd {
      bytes = Array(window[start..<start + buffered])
      advance(buffered)
      return bytes
    }
    // Straight from the frame, behind what the window still has.
    var failure: ZstandardError?
    bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      let raw = UnsafeMutableRawBufferPointer(buffer)
      window.withUnsafeBytes { window in
        raw.copyMemory(from: UnsafeRawBufferPointer(rebasing: window[start..<start + buffered]))
      }
      filled = buffered
      do throws(ZstandardError) {
        let rest = UnsafeMutableRawBufferPointer(rebasing: raw[buffered...])
        let got = try unpacker?.read(into: rest) ?? 0
        if got < rest.count { isAtEnd = true }
        filled += got
      } catch { failure = error }
    }
    if let failure { throw .compression(failure) }
    advance(buffered)
    offset += bytes.count - buffered
    return bytes
  }

  private func fill() throws(BundleError) {
    guard let unpacker, !isAtEnd else { return }
    let kept = end - start
    for index in 0..<kept { window[index] = window[start + index] }
    start = 0
    do throws(ZstandardError) {
      let got = try window.withUnsafeMutableBufferPointer { window throws(ZstandardError) in
        try unpacker.read(into: UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: window[kept...])))
      }
      end = kept + got
      if end < window.count { isAtEnd = true }
    } catch {
      throw .compression(error)
    }
  }
}
