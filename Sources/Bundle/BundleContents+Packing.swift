import Cryptography
import Identity

extension BundleContents {
  /// The bytes of a bundle whose manifest is signed with `key`.
  ///
  /// - Parameters: As those of `pack(manifest:signature:segments:attachments:level:)`.
  /// - Throws: `BundleError.signedByAnother` when the key is not that of the manifest's writer, else as that does.
  public static func pack(
    manifest: BundleManifest,
    signedWith key: Ed25519.PrivateKey,
    segments: [[UInt8]],
    attachments: [[UInt8]] = [],
    level: Int32 = 3
  ) throws(BundleError) -> [UInt8] {
    let signer = LogID(key.publicKey)
    guard signer == manifest.writer else { throw .signedByAnother(writer: manifest.writer, signer: signer) }
    let signature = SSHSignature.armored(
      message: manifest.canonicalBytes,
      namespace: signatureNamespace,
      key: key
    )
    return try pack(
      manifest: manifest,
      signature: signature,
      segments: segments,
      attachments: attachments,
      level: level
    )
  }

  /// The bytes of a bundle. The same arguments give the same bytes, per version of libzstd.
  ///
  /// - Parameters:
  ///   - signature: The armoured text of `SSHSignature`, over `manifest.canonicalBytes`; not looked at.
  ///   - segments: The lines of each segment, in the order of the manifest; another number of them traps.
  ///   - attachments: In the order of the manifest; another number of them traps.
  ///   - level: How small, as for `Zstandard.compress`.
  /// - Throws: `BundleError` when a size or contents are not what the manifest says, or where a reader with
  ///   `BundleLimits.standard` would refuse the bundle for its size or its ratio.
  public static func pack(
    manifest: BundleManifest,
    signature: String,
    segments: [[UInt8]],
    attachments: [[UInt8]] = [],
    level: Int32 = 3
  ) throws(BundleError) -> [UInt8] {
    let limits = BundleLimits.standard
    let entries =
      [
        (manifestName, manifest.canonicalBytes, limits.manifestByteCount),
        (signatureName, Array(signature.utf8), limits.signatureByteCount),
      ]
    for (name, contents, limit) in entries where contents.count > limit {
      throw .entryTooLarge(entry: name, limit: limit)
    }
    let files =
      try matched(segments, with: manifest.segments.map { Named($0.path, $0.byteCount, $0.sha256) })
      + matched(attachments, with: manifest.attachments.map { Named($0.path, $0.byteCount, $0.sha256) })
    return try packed(entries.map { ($0.0, $0.1) } + files, limits: limits, level: level)
  }

  /// What the manifest says of an entry.
  private struct Named {
    let path: String
    let byteCount: Int
    let sha256: Digest

    init(_ path: String, _ byteCount: Int, _ sha256: Digest) {
      self.path = path
      self.byteCount = byteCount
      self.sha256 = sha256
    }
  }

  /// Each of `contents` with its name, when they are what the manifest says.
  private static func matched(
    _ contents: [[UInt8]],
    with names: [Named]
  ) throws(BundleError) -> [(String, [UInt8])] {
    precondition(contents.count == names.count, "the manifest names \(names.count) files, \(contents.count) are given")
    let hasher = SHA256()
    for (name, bytes) in zip(names, contents) {
      guard bytes.count == name.byteCount else {
        throw .wrongSize(entry: name.path, wanted: name.byteCount, found: bytes.count)
      }
      try check(bytes[...], against: name.sha256, of: name.path, hasher)
    }
    return zip(names, contents).map { ($0.path, $1) }
  }

  private static func packed(
    _ entries: [(name: String, contents: [UInt8])],
    limits: BundleLimits,
    level: Int32
  ) throws(BundleError) -> [UInt8] {
    let byteCount = TarWriter.byteCount(ofEntries: entries.map(\.contents.count))
    guard byteCount <= limits.expansion.byteCount else {
      throw .compression(.tooLarge(limit: limits.expansion.byteCount))
    }
    guard entries.count <= limits.entryCount else { throw .archive(.tooManyEntries(limit: limits.entryCount)) }
    var writer = TarWriter(reservingCapacity: byteCount)
    do throws(TarError) {
      for entry in entries { try writer.append(entry.name, entry.contents) }
    } catch {
      throw .archive(error)
    }
    do throws(ZstandardError) {
      let file = try Zstandard.compress(writer.finished(), level: level)
      guard byteCount <= limits.expansion.byteCountByRatio(of: file.count) else {
        throw limits.expansion.error(for: file.count)
      }
      return file
    } catch {
      throw .compression(error)
    }
  }
}
