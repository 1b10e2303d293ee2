import Cryptography
import Identity

/// Why a file is not a bundle that can be used. Nothing on disk has changed when one is thrown.
public enum BundleError: Error, Sendable, Equatable {
  case notABundle(ForeignFile)
  /// Encrypted with age; it must be decrypted first.
  case encrypted
  case compression(ZstandardError)
  case archive(TarError)
  case manifest(ManifestFault)
  /// Written in a format of which this version knows only lower numbers.
  case newerFormat(Int64)
  /// The manifest has members that this version does not know; names hold printable ASCII only.
  case newerMembers([String])
  /// The archive ends where this entry belongs.
  case missingEntry(String)
  /// Another entry stands where `wanted` belongs.
  case wrongEntry(wanted: String, found: String)
  /// Something stands behind all that the manifest names.
  case unexpectedEntry(String)
  /// The entry has another size than the manifest says.
  case wrongSize(entry: String, wanted: Int, found: Int)
  /// The entry has other contents than the manifest says.
  case wrongContents(entry: String, wanted: Digest, found: Digest)
  /// The manifest or its signature is larger than it may be.
  case entryTooLarge(entry: String, limit: Int)
  /// The signature is none, is not over this manifest, or was made for another purpose.
  case wrongSignature
  /// The signature is right, but of another key than that of the log that the manifest names as its writer.
  case signedByAnother(writer: LogID, signer: LogID)
  /// A segment is wrong by itself, whatever the reader holds.
  case segment(SegmentFault)
}
