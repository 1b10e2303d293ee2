import Cryptography
import Identity

/// Computes digests and links (SyncSpecs/line.md). Not to be shared between threads.
///
///     digest(n) = SHA-256( "veldlog payload 1\n" ‖ salt ‖ payload )
///     link(n)   = SHA-256( "veldlog link 1\n" ‖ link(n−1) ‖ head ‖ digest(n) )
///     link(0)   = SHA-256( "veldlog log 1\n" ‖ log id )
public final class LinkHasher {
  private let hasher = SHA256()

  public init() {}

  /// The link that stands before line 1.
  public func origin(of log: LogID) -> Digest {
    hasher.update("veldlog log 1\n")
    hasher.update(Array(log.text.utf8))
    return hasher.finish()
  }

  /// The digest of a payload and its salt, given as their bytes in the line.
  public func digest(salt: UnsafeBufferPointer<UInt8>, payload: UnsafeBufferPointer<UInt8>) -> Digest {
    hasher.update("veldlog payload 1\n")
    hasher.update(salt)
    hasher.update(payload)
    return hasher.finish()
  }

  /// The link of a line whose head and digest are these.
  public func link(after previous: Digest, head: UnsafeBufferPointer<UInt8>, digest: Digest) -> Digest {
    hasher.update("veldlog link 1\n")
    hasher.update(previous)
    hasher.update(head)
    hasher.update(digest)
    return hasher.finish()
  }

  /// The link of a line that was parsed from `bytes`.
  public func link(after previous: Digest, of line: LineView, in bytes: UnsafeBufferPointer<UInt8>) -> Digest {
    let digest: Digest
    if let salt = line.salt, let payload = line.payload {
      digest = self.digest(salt: bytes.part(salt), payload: bytes.part(payload))
    } else {
      // A line without payload has its digest; the parser lets no other through.
      digest = line.removedDigest ?? previous
    }
    return link(after: previous, head: bytes.part(line.head), digest: digest)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// A part of the bytes; the range is clamped to them.
  public func part(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: self[range.clamped(to: 0..<count)])
  }
}
