import Cryptography
import Dispatch
import Identity

/// Reads a bundle from front to back and checks it against its manifest and its signature, in memory that does not grow
/// with what it unpacks to.
///
/// The file is a tar (see `TarHeader`) in one zstd frame. Entries, in this order: `manifest.json`,
/// `manifest.json.sig`, the segments and the attachments in the order of the manifest, and nothing else
/// (SyncSpecs/bundle.md).
///
///     let reader = try BundleReader(file)
///     for segment in reader.manifest.segments { try reader.readEntry(segment.path, …) { piece in … } }
///     try reader.expectEnd()
///
/// What it says when nothing throws: the holder of the writer's key signed exactly these bytes. It does not say whether
/// that writer is a member, nor that the lines in the segments are right.
public final class BundleReader {
  static let manifestName = "manifest.json"
  static let signatureName = "manifest.json.sig"
  /// The purpose that the signature is for: `ssh-keygen -Y verify -n veldlog-bundle`.
  public static let signatureNamespace = "veldlog-bundle"
  /// Contents come in pieces of at most this many bytes.
  public static let pieceByteCount = 1 << 20

  public let manifest: BundleManifest
  /// The bytes of `manifest.json`, which are signed.
  public let manifestBytes: [UInt8]
  /// The armored text of the signature.
  public let signature: String
  private let reader: TarReader
  private let hashes: EntryHash
  /// Whether erased payloads were taken out of it.
  public let isErased: Bool

  /// Reads manifest and signature, and checks them.
  ///
  /// - Parameter isErased: For a bundle in `held/` that erased payloads were taken out of: its entries need not be of the
  ///   sizes and hashes that the manifest names, and attachments may lack. Its lines are checked by their chains.
  /// - Throws: `BundleError`, the first fault found.
  public convenience init(
    _ file: [UInt8], limits: BundleLimits = .standard, isErased: Bool = false
  ) throws(BundleError) {
    if ForeignFile.isEncrypted(file) { throw .encrypted }
    guard !file.isEmpty, file.prefix(4).elementsEqual(Zstandard.magic.prefix(file.count)) else {
      throw .notABundle(ForeignFile(file))
    }
    let source: ArchiveSource
    do throws(ZstandardError) { source = try ArchiveSource(packed: file, limit: limits.expansion) } catch {
      throw .compression(error)
    }
    try self.init(source, limits: limits, isErased: isErased)
  }

  /// Reads an archive that is unpacked already, or will be on the way.
  init(_ source: ArchiveSource, limits: BundleLimits, isErased: Bool = false) throws(BundleError) {
    self.isErased = isErased
    let start = try source.peek(TarHeader.byteCount)
    guard start.starts(with: Self.manifestName.utf8) else {
      throw .notABundle(ForeignFile.isTar(Array(start)) ? .zstandardTar : .zstandard)
    }
    reader = TarReader(source, entryLimit: limits.entryCount)
    hashes = EntryHash()
    manifestBytes = try Self.small(Self.manifestName, upTo: limits.manifestByteCount, reader)
    // Before any other entry, since a newer format may have others.
    manifest = try BundleManifest(reading: manifestBytes)
    signature = String(
      decoding: try Self.small(Self.signatureName, upTo: limits.signatureByteCount, reader), as: UTF8.self)
    guard
      let key = SSHSignature.signer(of: manifestBytes, armored: signature, namespace: Self.signatureNamespace)
    else { throw .wrongSignature }
    guard LogID(key) == manifest.writer else { throw .signedByAnother(writer: manifest.writer, signer: LogID(key)) }
  }

  /// Reads the next entry, which must be the one that is named, and checks its size and its hash.
  ///
  /// - Parameters:
  ///   - isChecked: False to leave out the hash, for bytes that were read before.
  ///   - body: Gets the contents in pieces. What they say may be believed only when this returns.
  /// - Returns: False for an attachment that erased payloads went with.
  @discardableResult
  public func readEntry(
    _ name: String, byteCount: Int, sha256: Digest, isChecked: Bool = true, _ body: ([UInt8]) throws -> Void
  ) throws -> Bool {
    let isAttachment = name.hasPrefix("attachments/")
    if isErased, isAttachment, try reader.nextName() != name { return false }
    let entry = try Self.entry(name, reader)
    guard entry.byteCount == byteCount || (isErased && !isAttachment) else {
      throw BundleError.wrongSize(entry: name, wanted: byteCount, found: entry.byteCount)
    }
    let isChecked = isChecked && (!isErased || isAttachment)
    while true {
      let piece = try reader.contents(Self.pieceByteCount)
      if piece.isEmpty { break }
      if isChecked { hashes.add(piece) }
      try body(piece)
    }
    guard isChecked else { return true }
    let found = hashes.finish()
    if found != sha256 { throw BundleError.wrongContents(entry: name, wanted: sha256, found: found) }
    return true
  }

  /// Checks that no entry follows.
  public func expectEnd() throws(BundleError) {
    if let other = try reader.next() { throw .unexpectedEntry(other.name) }
  }

  private static func small(_ name: String, upTo limit: Int, _ reader: TarReader) throws(BundleError) -> [UInt8] {
    let entry = try entry(name, reader)
    guard entry.byteCount <= limit else { throw .entryTooLarge(entry: name, limit: limit) }
    var bytes: [UInt8] = []
    while bytes.count < entry.byteCount { bytes += try reader.contents(entry.byteCount - bytes.count) }
    return bytes
  }

  private static func entry(_ name: String, _ reader: TarReader) throws(BundleError) -> TarReader.Entry {
    guard let entry = try reader.next() else { throw .missingEntry(name) }
    guard entry.name == name else { throw .wrongEntry(wanted: name, found: entry.name) }
    return entry
  }
}

/// Hashes the pieces of an entry beside the work that is done on them.
private final class EntryHash: @unchecked Sendable {
  // Unchecked: the hasher is only used on the queue, which runs one piece at a time.
  private let queue = DispatchQueue(label: "veldlog.entry-hash")
  private let hasher = SHA256()
  /// Pieces that may wait, so that memory stays bounded.
  private let room = DispatchSemaphore(value: 4)

  func add(_ piece: [UInt8]) {
    if piece.count < 4096 {
      queue.sync { hasher.update(piece) }
    } else {
      room.wait()
      queue.async {
        self.hasher.update(piece)
        self.room.signal()
      }
    }
  }

  func finish() -> Digest { queue.sync { hasher.finish() } }
}
