import Cryptography

/// A key that encrypts one file key, once.
struct AgeWrapping {
  private let key: [UInt8]

  private static let x25519Label = Array("age-encryption.org/v1/X25519".utf8)
  private static let sshLabel = Array("age-encryption.org/v1/ssh-ed25519".utf8)
  private static let scryptLabel = Array("age-encryption.org/v1/scrypt".utf8)

  static func x25519(secret: [UInt8], share: X25519.PublicKey, recipient: X25519.PublicKey) -> AgeWrapping {
    AgeWrapping(key: HKDF.sha256(secret: secret, salt: share.bytes + recipient.bytes, info: x25519Label))
  }

  /// The secret is first bound to the SSH key, which signs elsewhere; nil when nothing is agreed on so.
  static func sshEd25519(
    secret: [UInt8], share: X25519.PublicKey, recipient: Ed25519.PublicKey, point: X25519.PublicKey
  ) -> AgeWrapping? {
    let tweak = HKDF.sha256(secret: [], salt: recipient.wire, info: sshLabel)
    guard let tweakKey = X25519.PrivateKey(tweak), let agreed = X25519.PublicKey(secret),
      let bound = tweakKey.sharedSecret(with: agreed)
    else { return nil }
    return AgeWrapping(key: HKDF.sha256(secret: bound, salt: share.bytes + point.bytes, info: sshLabel))
  }

  /// Nil when the work is too much for the memory there is.
  static func scrypt(passphrase: [UInt8], salt: [UInt8], workFactor: Int) -> AgeWrapping? {
    Scrypt.key(passphrase: passphrase, salt: scryptLabel + salt, workFactor: workFactor).map { AgeWrapping(key: $0) }
  }

  // Each key encrypts once, so the nonce need not differ.
  private static let nonce = [UInt8](repeating: 0, count: 12)

  func wrap(_ fileKey: [UInt8]) -> [UInt8] {
    var body: [UInt8] = []
    ChaCha20Poly1305(key: key).seal(fileKey[...], nonce: Self.nonce, to: &body)
    return body
  }

  /// Nil when it was wrapped with another key.
  func unwrap(_ body: [UInt8]) -> [UInt8]? {
    var fileKey: [UInt8] = []
    return ChaCha20Poly1305(key: key).open(body[...], nonce: Self.nonce, to: &fileKey) ? fileKey : nil
  }
}

extension Ed25519.PublicKey {
  /// How a stanza names an SSH key: the start of the hash of its wire form.
  var ageTag: String { Base64.unpadded(Array(SHA256.hash(wire).bytes.prefix(4))) }
}
