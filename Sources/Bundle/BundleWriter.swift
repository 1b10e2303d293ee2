import Cryptography
import Identity

/// Writes a bundle from front to back, in memory that does not grow beyond what it packs to.
///
///     let writer = try BundleWriter(manifest, signedWith: key)
///     for segment in manifest.segments { try writer.append(segment.path, …) { put in … } }
///     let file = try writer.finish()
///
/// The same manifest, key and contents give the same bytes, per version of libzstd.
public final class BundleWriter {
  private let limits = BundleLimits.standard
  private let packer: Zstandard.Packer
  private let byteCount: Int
  private let hasher = SHA256()

  /// - Parameter level: How small, as for `Zstandard.compress`.
  /// - Throws: `BundleError.signedByAnother` when the key is not that of the manifest's writer, else as the other.
  public convenience init(
    _ manifest: BundleManifest, signedWith key: Ed25519.PrivateKey, level: Int32 = 3
  ) throws(BundleError) {
    let signer = LogID(key.publicKey)
    guard signer == manifest.writer else { throw .signedByAnother(writer: manifest.writer, signer: signer) }
    let bytes = manifest.canonicalBytes
    let signature = SSHSignature.armored(message: bytes, namespace: BundleReader.signatureNamespace, key: key)
    try self.init(manifest, bytes, signature: signature, level: level)
  }

  /// - Parameter signature: The armored text of `SSHSignature` over the manifest's bytes; not looked at.
  /// - Throws: `BundleError` where a reader with `BundleLimits.standard` would refuse the bundle for its size.
  init(_ manifest: BundleManifest, _ bytes: [UInt8], signature: String, level: Int32) throws(BundleError) {
    let first = [
      (BundleReader.manifestName, bytes, limits.manifestByteCount),
      (BundleReader.signatureName, Array(signature.utf8), limits.signatureByteCount),
    ]
    for (name, contents, limit) in first where contents.count > limit {
      throw .entryTooLarge(entry: name, limit: limit)
    }
    let sizes =
      first.map(\.1.count) + manifest.segments.map(\.byteCount) + manifest.attachments.map(\.byteCount)
    byteCount = TarWriter.byteCount(ofEntries: sizes)
    guard byteCount <= limits.expansion.byteCount else {
      throw .compression(.tooLarge(limit: limits.expansion.byteCount))
    }
    guard sizes.count <= limits.entryCount else { throw .archive(.tooManyEntries(limit: limits.entryCount)) }
    do throws(ZstandardError) { packer = try Zstandard.Packer(byteCount: byteCount, level: level) } catch {
      throw .compression(error)
    }
    for (name, contents, _) in first {
      try put(TarHeader.bytes(name: name.utf8, size: contents.count))
      try put(contents)
      try pad(contents.count)
    }
  }

  /// Adds the next segment or attachment of the manifest.
  ///
  /// - Parameter contents: Calls its argument with the contents in pieces.
  /// - Throws: `BundleError` when size or contents are not what the manifest says, or what `contents` throws. The writer
  ///   is then of no further use.
  public func append(
    _ name: String, byteCount: Int, sha256: Digest,
    _ contents: ((UnsafeBufferPointer<UInt8>) throws -> Void) throws -> Void
  ) throws {
    try put(TarHeader.bytes(name: name.utf8, size: byteCount))
    var found = 0
    try contents { bytes in
      found += bytes.count
      hasher.update(bytes)
      try put(bytes)
    }
    let digest = hasher.finish()
    guard found == byteCount else { throw BundleError.wrongSize(entry: name, wanted: byteCount, found: found) }
    guard digest == sha256 else { throw BundleError.wrongContents(entry: name, wanted: sha256, found: digest) }
    try pad(byteCount)
  }

  /// The bundle.
  ///
  /// - Throws: `BundleError` where a reader would refuse it for its ratio.
  public func finish() throws(BundleError) -> [UInt8] {
    try put([UInt8](repeating: 0, count: 2 * TarHeader.byteCount))
    do throws(ZstandardError) {
      let file = try packer.finish()
      guard byteCount <= limits.expansion.byteCountByRatio(of: file.count) else {
        throw limits.expansion.error(for: file.count)
      }
      return file
    } catch {
      throw .compression(error)
    }
  }

  private func pad(_ size: Int) throws(BundleError) {
    let padding = (TarHeader.byteCount - size % TarHeader.byteCount) % TarHeader.byteCount
    if padding > 0 { try put([UInt8](repeating: 0, count: padding)) }
  }

  private func put(_ bytes: [UInt8]) throws(BundleError) {
    try bytes.withUnsafeBufferPointer { bytes throws(BundleError) in try put(bytes) }
  }

  private func put(_ bytes: UnsafeBufferPointer<UInt8>) throws(BundleError) {
    do throws(ZstandardError) { try packer.append(bytes) } catch { throw .compression(error) }
  }
}

extension BundleWriter {
  /// The bytes of a bundle whose contents are in memory.
  ///
  /// - Parameters:
  ///   - segments: The lines of each segment, in the order of the manifest; another number of them traps.
  ///   - attachments: In the order of the manifest; another number of them traps.
  public static func pack(
    _ manifest: BundleManifest, signedWith key: Ed25519.PrivateKey, segments: [[UInt8]], attachments: [[UInt8]] = [],
    level: Int32 = 3
  ) throws(BundleError) -> [UInt8] {
    precondition(segments.count == manifest.segments.count && attachments.count == manifest.attachments.count)
    let writer = try BundleWriter(manifest, signedWith: key, level: level)
    let entries =
      zip(manifest.segments, segments).map { ($0.path, $0.byteCount, $0.sha256, $1) }
      + zip(manifest.attachments, attachments).map { ($0.path, $0.byteCount, $0.sha256, $1) }
    do {
      for (name, byteCount, sha256, contents) in entries {
        try writer.append(name, byteCount: byteCount, sha256: sha256) { put in
          try contents.withUnsafeBufferPointer(put)
        }
      }
    } catch let error as BundleError {
      throw error
    } catch {
      // Nothing else is thrown by contents that are in memory.
      throw .wrongSignature
    }
    return try writer.finish()
  }
}
