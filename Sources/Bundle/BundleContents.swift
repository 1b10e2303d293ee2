import Cryptography
import Identity

/// A bundle, unpacked and checked against its manifest and its signature, in memory.
///
/// The file is a tar (see `TarHeader`) in one zstd frame. Entries, in this order: `manifest.json`,
/// `manifest.json.sig`, the segments and the attachments in the order of the manifest, and nothing else
/// (SyncSpecs/bundle.md).
///
/// What a value of this type says: the holder of the writer's key signed exactly these bytes. It does not say whether
/// that writer is a member, nor that the lines in the segments are right.
public struct BundleContents: Sendable {
  static let manifestName = "manifest.json"
  static let signatureName = "manifest.json.sig"
  /// The purpose that the signature is for: `ssh-keygen -Y verify -n veldlog-bundle`.
  public static let signatureNamespace = "veldlog-bundle"

  /// A segment and where its lines stand in `bytes`.
  public struct Segment: Sendable, Equatable {
    public let entry: BundleManifest.Segment
    public let range: Range<Int>
  }

  /// An attachment and where it stands in `bytes`.
  public struct Attachment: Sendable, Equatable {
    public let entry: BundleManifest.Attachment
    public let range: Range<Int>
  }

  /// The archive, which the ranges point into.
  public let bytes: [UInt8]
  public let manifest: BundleManifest
  public let segments: [Segment]
  public let attachments: [Attachment]

  /// Unpacks the bytes of a file and checks names, sizes and contents against the manifest, and the signature.
  ///
  /// - Throws: `BundleError`, the first fault found.
  /// - Complexity: O(*n*) in the bytes that come out, and about as much memory.
  public init(unpacking file: [UInt8], limits: BundleLimits = .standard) throws(BundleError) {
    if ForeignFile.isEncrypted(file) { throw .encrypted }
    guard !file.isEmpty, file.prefix(4).elementsEqual(Zstandard.magic.prefix(file.count)) else {
      throw .notABundle(ForeignFile(file))
    }
    let archive: [UInt8]
    do throws(ZstandardError) {
      archive = try Zstandard.decompress(file, limit: limits.expansion)
    } catch {
      throw .compression(error)
    }
    try self.init(archive: archive, limits: limits)
  }

  /// Checks an archive that is unpacked already.
  init(archive: [UInt8], limits: BundleLimits) throws(BundleError) {
    guard archive.starts(with: Self.manifestName.utf8) else {
      throw .notABundle(ForeignFile.isTar(archive) ? .zstandardTar : .zstandard)
    }
    var reader = EntryReader(archive, limits: limits)
    let manifestBytes = Array(archive[try reader.entry(Self.manifestName, upTo: limits.manifestByteCount)])
    // Before any other entry, since a newer format may have others.
    let manifest = try BundleManifest(reading: manifestBytes)
    let signature = archive[try reader.entry(Self.signatureName, upTo: limits.signatureByteCount)]
    var segments: [Segment] = []
    var attachments: [Attachment] = []
    for entry in manifest.segments {
      segments.append(Segment(entry: entry, range: try reader.entry(entry.path, of: entry.byteCount)))
    }
    for entry in manifest.attachments {
      attachments.append(Attachment(entry: entry, range: try reader.entry(entry.path, of: entry.byteCount)))
    }
    try reader.expectEnd()
    try Self.checkSignature(String(decoding: signature, as: UTF8.self), of: manifestBytes, by: manifest.writer)
    let hasher = SHA256()
    for segment in segments {
      try Self.check(archive[segment.range], against: segment.entry.sha256, of: segment.entry.path, hasher)
    }
    for attachment in attachments {
      try Self.check(archive[attachment.range], against: attachment.entry.sha256, of: attachment.entry.path, hasher)
    }
    self.bytes = archive
    self.manifest = manifest
    self.segments = segments
    self.attachments = attachments
  }

  private static func checkSignature(
    _ signature: String,
    of manifest: [UInt8],
    by writer: LogID
  ) throws(BundleError) {
    guard let key = SSHSignature.signer(of: manifest, armored: signature, namespace: signatureNamespace) else {
      throw .wrongSignature
    }
    let signer = LogID(key)
    guard signer == writer else { throw .signedByAnother(writer: writer, signer: signer) }
  }

  static func check(
    _ contents: ArraySlice<UInt8>,
    against wanted: Digest,
    of entry: String,
    _ hasher: SHA256
  ) throws(BundleError) {
    contents.withUnsafeBytes { hasher.update($0) }
    let found = hasher.finish()
    guard found == wanted else { throw .wrongContents(entry: entry, wanted: wanted, found: found) }
  }
}
