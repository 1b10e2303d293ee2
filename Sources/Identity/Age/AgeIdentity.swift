import Cryptography

/// What opens a file.
public enum AgeIdentity: Sendable {
  /// A key of age's own; `AGE-SECRET-KEY-1…`.
  case x25519(X25519.PrivateKey)
  /// An SSH key.
  case sshEd25519(Ed25519.PrivateKey)
  case passphrase([UInt8])

  var isPassphrase: Bool {
    if case .passphrase = self { true } else { false }
  }

  /// The file key that a stanza holds for this identity; nil when it is for someone else.
  ///
  /// - Parameter line: Where the stanza stands in the header.
  /// - Throws: `AgeError.malformedHeader` for a share that agrees with nobody, `AgeError.workFactor`.
  func fileKey(from stanza: AgeStanza, line: Int, maximumWorkFactor: Int) throws(AgeError) -> [UInt8]? {
    switch (self, stanza) {
    case (.x25519(let key), .x25519(let share, let body)):
      guard let secret = key.sharedSecret(with: share) else { throw .malformedHeader(line: line) }
      return AgeWrapping.x25519(secret: secret, share: share, recipient: key.publicKey).unwrap(body)
    case (.sshEd25519(let key), .sshEd25519(let tag, let share, let body)):
      guard tag == key.publicKey.ageTag else { return nil }
      guard let secret = key.x25519.sharedSecret(with: share) else { throw .malformedHeader(line: line) }
      return AgeWrapping.sshEd25519(
        secret: secret, share: share, recipient: key.publicKey, point: key.x25519.publicKey)?.unwrap(body)
    case (.passphrase(let passphrase), .scrypt(let salt, let workFactor, let body)):
      let fault = AgeError.workFactor(found: workFactor, limit: maximumWorkFactor)
      guard workFactor <= maximumWorkFactor else { throw fault }
      guard let wrapping = AgeWrapping.scrypt(passphrase: passphrase, salt: salt, workFactor: workFactor) else {
        throw fault
      }
      return wrapping.unwrap(body)
    default:
      return nil
    }
  }
}
