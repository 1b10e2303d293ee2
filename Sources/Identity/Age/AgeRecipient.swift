import Cryptography
import Platform

/// Someone who can open a file.
public enum AgeRecipient: Sendable {
  /// The holder of a key of age's own; `age1…`.
  case x25519(X25519.PublicKey)
  /// The holder of an SSH key.
  case sshEd25519(Ed25519.PublicKey)
  /// Everyone who knows the passphrase, and nobody else. A try takes 2 to the power `workFactor` rounds of 1 KiB.
  case passphrase([UInt8], workFactor: Int)

  /// What age itself takes: 256 MiB and about a second.
  public static let usualWorkFactor = 18

  var isPassphrase: Bool {
    if case .passphrase = self { true } else { false }
  }

  /// The file key, for this recipient only; nil when the key is such that everyone could open it.
  ///
  /// - Throws: `AgeError.workFactor`.
  func stanza(holding fileKey: [UInt8], randomness: any Randomness) throws(AgeError) -> AgeStanza? {
    switch self {
    case .x25519(let key):
      let ephemeral = Self.ephemeralKey(randomness)
      guard let secret = ephemeral.sharedSecret(with: key) else { return nil }
      let wrapping = AgeWrapping.x25519(secret: secret, share: ephemeral.publicKey, recipient: key)
      return .x25519(share: ephemeral.publicKey, body: wrapping.wrap(fileKey))
    case .sshEd25519(let key):
      let ephemeral = Self.ephemeralKey(randomness)
      guard let point = key.x25519, let secret = ephemeral.sharedSecret(with: point),
        let wrapping = AgeWrapping.sshEd25519(secret: secret, share: ephemeral.publicKey, recipient: key, point: point)
      else { return nil }
      return .sshEd25519(tag: key.ageTag, share: ephemeral.publicKey, body: wrapping.wrap(fileKey))
    case .passphrase(let passphrase, let workFactor):
      let salt = randomness.bytes(AgeStanza.saltByteCount)
      guard let wrapping = AgeWrapping.scrypt(passphrase: passphrase, salt: salt, workFactor: workFactor) else {
        throw .workFactor(found: workFactor, limit: 30)
      }
      return .scrypt(salt: salt, workFactor: workFactor, body: wrapping.wrap(fileKey))
    }
  }

  private static func ephemeralKey(_ randomness: any Randomness) -> X25519.PrivateKey {
    // Nil only for another number of bytes than 32, and 32 were asked for.
    guard let key = X25519.PrivateKey(randomness.bytes(32)) else { fatalError("a key has 32 bytes") }
    return key
  }
}
