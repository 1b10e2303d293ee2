import Cryptography
import Identity

/// A bundle, unpacked and checked as `BundleReader` does, in memory: for a look at a small one.
public struct BundleContents: Sendable {
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

  /// The contents of the segments and attachments, which the ranges point into.
  public let bytes: [UInt8]
  public let manifest: BundleManifest
  /// The armored text of the signature.
  public let signature: String
  public let segments: [Segment]
  public let attachments: [Attachment]

  /// Unpacks the bytes of a file and checks names, sizes and contents against the manifest, and the signature.
  ///
  /// - Parameter isErased: As for `BundleReader`.
  /// - Throws: `BundleError`, the first fault found.
  /// - Complexity: O(*n*) in the bytes that come out, and about as much memory.
  public init(
    unpacking file: [UInt8], limits: BundleLimits = .standard, isErased: Bool = false
  ) throws(BundleError) {
    try self.init(try BundleReader(file, limits: limits, isErased: isErased))
  }

  /// Checks an archive that is unpacked already.
  init(archive: [UInt8], limits: BundleLimits) throws(BundleError) {
    try self.init(try BundleReader(ArchiveSource(archive), limits: limits))
  }

  private init(_ reader: BundleReader) throws(BundleError) {
    do {
      var bytes: [UInt8] = []
      func range(_ name: String, _ byteCount: Int, _ sha256: Digest) throws -> Range<Int>? {
        let start = bytes.count
        let isThere = try reader.readEntry(name, byteCount: byteCount, sha256: sha256) { bytes += $0 }
        return isThere ? start..<bytes.count : nil
      }
      segments = try reader.manifest.segments.compactMap { entry in
        try range(entry.path, entry.byteCount, entry.sha256).map { Segment(entry: entry, range: $0) }
      }
      attachments = try reader.manifest.attachments.compactMap { entry in
        try range(entry.path, entry.byteCount, entry.sha256).map { Attachment(entry: entry, range: $0) }
      }
      try reader.expectEnd()
      self.bytes = bytes
      manifest = reader.manifest
      signature = reader.signature
    } catch let error as BundleError {
      throw error
    } catch {
      // Nothing else is thrown while a bundle is read.
      throw .wrongSignature
    }
  }
}
