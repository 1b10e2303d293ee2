import CLibcrypto

/// Hashes with SHA-256, one message after another.
///
/// By libcrypto's functions for this one hash, which look nothing up for each message. Not to be shared between threads.
public final class SHA256 {
  private let context = UnsafeMutablePointer<SHA256_CTX>.allocate(capacity: 1)

  public init() { SHA256_Init(context) }

  deinit { context.deallocate() }

  public func update(_ bytes: UnsafeRawBufferPointer) {
    if let start = bytes.baseAddress { SHA256_Update(context, start, bytes.count) }
  }

  public func update(_ bytes: UnsafeBufferPointer<UInt8>) { update(UnsafeRawBufferPointer(bytes)) }

  public func update(_ bytes: [UInt8]) { bytes.withUnsafeBytes { update($0) } }

  public func update(_ text: StaticString) {
    update(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  public func update(_ digest: Digest) {
    var words = (
      digest.words.0.bigEndian, digest.words.1.bigEndian, digest.words.2.bigEndian, digest.words.3.bigEndian
    )
    withUnsafeBytes(of: &words) { update($0) }
  }

  /// The digest of what was given since the last one; the next message begins.
  public func finish() -> Digest {
    var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    withUnsafeMutableBytes(of: &words) { buffer in
      _ = SHA256_Final(buffer.baseAddress?.assumingMemoryBound(to: UInt8.self), context)
    }
    SHA256_Init(context)
    return Digest(
      words: (
        UInt64(bigEndian: words.0), UInt64(bigEndian: words.1), UInt64(bigEndian: words.2), UInt64(bigEndian: words.3)
      ))
  }

  /// The digest of one message.
  public static func hash(_ bytes: [UInt8]) -> Digest {
    let hasher = SHA256()
    hasher.update(bytes)
    return hasher.finish()
  }

  /// The digest of one message.
  public static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Digest {
    let hasher = SHA256()
    hasher.update(bytes)
    return hasher.finish()
  }
}
