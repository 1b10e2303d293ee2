import Cryptography
import Platform

/// A file on its way into `attachments/`: written beside, under a name that is no attachment's, and hashed meanwhile.
///
/// One at a time. Of one that is neither kept nor discarded, `.tmp-incoming` stays behind, which the next one overwrites.
public final class IncomingAttachment {
  static let name = ".tmp-incoming"

  private let attachments: Attachments
  private let beside: String
  private let file: any WritableFile
  private let hasher = SHA256()
  /// Bytes so far.
  public private(set) var byteCount = 0

  init(_ attachments: Attachments) throws(FileError) {
    self.attachments = attachments
    beside = attachments.folder + "/" + Self.name
    file = try attachments.files.open(beside, .replace(mode: 0o600))
  }

  /// Adds bytes at the end.
  public func write(_ bytes: [UInt8]) throws(FileError) {
    try file.write(bytes)
    hasher.update(bytes)
    byteCount += bytes.count
  }

  /// Puts the file under its name; it survives a power cut when this returns.
  ///
  /// What stood under that name has the same contents, or was damaged and is whole again.
  ///
  /// - Parameter expected: The digest that the contents must have; nil for any.
  /// - Throws: `AttachmentError.otherContents`, or `FileError`; nothing is left then.
  public func keep(as expected: Digest? = nil) throws -> Digest {
    let digest = hasher.finish()
    do {
      if let expected, expected != digest { throw AttachmentError.otherContents(wanted: expected, found: digest) }
      try file.synchronize()
      try attachments.files.rename(beside, to: attachments.path(of: digest))
    } catch {
      discard()
      throw error
    }
    try attachments.files.synchronizeFolder(attachments.folder)
    return digest
  }

  /// Forgets the file.
  public func discard() { try? attachments.files.remove(beside) }
}
