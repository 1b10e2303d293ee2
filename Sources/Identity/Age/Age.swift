import Cryptography
import Platform

/// Files encrypted in the age v1 format (C2SP, age-encryption.org/v1), which the program `age` reads and writes.
///
///     age-encryption.org/v1
///     -> ssh-ed25519 EmnhGg 7bV8…             one stanza a recipient: type, arguments,
///     rUe1s8A0o3…                             and a body in lines of 64 characters, the last one shorter
///     --- 8xRb…                               a code over all before it, with a key made from the file key
///     …                                       16 bytes of nonce, then the content in chunks of 64 KiB
///
/// Each stanza holds the file key, 16 random bytes, encrypted to one recipient. Binaries are in base64 without padding.
/// A file to a passphrase has that one recipient. Recipients of types that are not known here are passed over. The
/// order and number of recipients, and the types and fingerprints of SSH keys, can be read by anyone.
public enum Age {
  /// The longest header that is read; each recipient takes about 130 bytes of it.
  static let maximumHeaderByteCount = 1 << 20

  /// Whether a file that starts so claims to be an age file, in armor or not; 34 bytes are enough.
  public static func isAge(_ start: some Collection<UInt8>) -> Bool {
    start.starts(with: AgeHeader.anyVersion.utf8) || AgeArmor.isArmored(start)
  }

  /// Whether the file opens with a passphrase rather than with a key.
  ///
  /// - Throws: `AgeError` when the header cannot be read.
  public static func isToPassphrase(_ bytes: [UInt8]) throws(AgeError) -> Bool {
    try AgeHeader(parsing: try binary(bytes)).isToPassphrase
  }

  /// The file that holds `bytes` for these recipients.
  ///
  /// - Throws: `AgeError.noRecipient`, `passphraseNotAlone`, `unusableRecipient` or `workFactor`.
  public static func encrypt(
    _ bytes: [UInt8], to recipients: [AgeRecipient], randomness: any Randomness
  ) throws(AgeError) -> [UInt8] {
    guard !recipients.isEmpty else { throw .noRecipient }
    guard recipients.count == 1 || !recipients.contains(where: \.isPassphrase) else { throw .passphraseNotAlone }
    let fileKey = randomness.bytes(16)
    var stanzas: [AgeStanza] = []
    for (index, recipient) in recipients.enumerated() {
      guard let stanza = try recipient.stanza(holding: fileKey, randomness: randomness) else {
        throw .unusableRecipient(index)
      }
      stanzas.append(stanza)
    }
    var file = AgeHeader.bytes(of: stanzas, fileKey: fileKey)
    AgePayload.append(bytes, to: &file, fileKey: fileKey, nonce: randomness.bytes(AgePayload.nonceByteCount))
    return file
  }

  /// The content of a file, in armor or not, that is encrypted to one of these identities.
  ///
  /// - Parameters:
  ///   - limit: The most bytes that the content may have.
  ///   - maximumWorkFactor: What a passphrase may cost: 2 to this power rounds of 1 KiB; age's own limit is 22.
  /// - Throws: `AgeError`; also where only the last byte is wrong, so what is returned is whole and unchanged.
  /// - Complexity: O(*n*) in time, and in memory beside the file itself.
  public static func decrypt(
    _ bytes: [UInt8], with identities: [AgeIdentity], limit: Int, maximumWorkFactor: Int = 22
  ) throws(AgeError) -> [UInt8] {
    let file = try binary(bytes)
    let header = try AgeHeader(parsing: file)
    let fileKey = try header.fileKey(for: identities, maximumWorkFactor: maximumWorkFactor)
    guard header.isWritten(with: fileKey) else { throw .changedHeader }
    return try AgePayload.content(of: file[header.byteCount...], fileKey: fileKey, limit: limit)
  }

  private static func binary(_ bytes: [UInt8]) throws(AgeError) -> [UInt8] {
    AgeArmor.isArmored(bytes) ? try AgeArmor.bytes(in: bytes) : bytes
  }
}
