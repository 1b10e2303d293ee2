import CLibcrypto

/// Hashes with SHA-256, one message after another, without asking libcrypto for the algorithm each time.
///
/// Fetching the algorithm once and reusing the context halves the cost of a short message against the one-shot call.
/// Not to be shared between threads.
public final class SHA256 {
  private let context: OpaquePointer
  private let algorithm: OpaquePointer

  public init() {
    // Both fail only when memory is out or libcrypto is broken, and nothing can be verified then.
    guard let context = EVP_MD_CTX_new(), let algorithm = EVP_MD_fetch(nil, "SHA256", nil) else {
      fatalError("libcrypto offers no SHA-256")
    }
    self.context = context
    self.algorithm = algorithm
    start()
  }

  deinit {
    EVP_MD_CTX_free(context)
    EVP_MD_free(algorithm)
  }

  private func start() { EVP_DigestInit_ex2(context, algorithm, nil) }

  public func update(_ bytes: UnsafeRawBufferPointer) {
    if let start = bytes.baseAddress { EVP_DigestUpdate(context, start, bytes.count) }
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
      _ = EVP_DigestFinal_ex(context, buffer.baseAddress?.assumingMemoryBound(to: UInt8.self), nil)
    }
    start()
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
