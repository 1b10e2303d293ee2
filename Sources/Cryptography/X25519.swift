import CLibcrypto

/// Agreement on a secret with X25519 (RFC 7748).
public enum X25519 {
  /// A public key: the u coordinate of a point.
  public struct PublicKey: Sendable, Hashable {
    /// 32 bytes.
    public let bytes: [UInt8]

    /// Nil unless there are exactly 32 bytes.
    public init?(_ bytes: some Collection<UInt8>) {
      guard bytes.count == 32 else { return nil }
      self.bytes = Array(bytes)
    }
  }

  /// A private key: a number that is clamped where it is used.
  public struct PrivateKey: Sendable {
    /// 32 bytes.
    public let bytes: [UInt8]
    public let publicKey: PublicKey

    /// Nil unless there are exactly 32 bytes.
    public init?(_ bytes: some Collection<UInt8>) {
      let bytes = Array(bytes)
      guard bytes.count == 32, let key = EVP_PKEY_new_raw_private_key(EVP_PKEY_X25519, nil, bytes, bytes.count)
      else { return nil }
      defer { EVP_PKEY_free(key) }
      var point = [UInt8](repeating: 0, count: 32)
      var count = point.count
      guard EVP_PKEY_get_raw_public_key(key, &point, &count) == 1, let publicKey = PublicKey(point) else { return nil }
      self.bytes = bytes
      self.publicKey = publicKey
    }

    /// The 32 bytes that both sides find; nil for a point of low order, with which everyone finds zero.
    public func sharedSecret(with other: PublicKey) -> [UInt8]? {
      guard let mine = EVP_PKEY_new_raw_private_key(EVP_PKEY_X25519, nil, bytes, bytes.count) else { return nil }
      defer { EVP_PKEY_free(mine) }
      guard let theirs = EVP_PKEY_new_raw_public_key(EVP_PKEY_X25519, nil, other.bytes, other.bytes.count) else {
        return nil
      }
      defer { EVP_PKEY_free(theirs) }
      guard let context = EVP_PKEY_CTX_new(mine, nil) else { return nil }
      defer { EVP_PKEY_CTX_free(context) }
      var secret = [UInt8](repeating: 0, count: 32)
      var count = secret.count
      guard EVP_PKEY_derive_init(context) == 1, EVP_PKEY_derive_set_peer(context, theirs) == 1,
        EVP_PKEY_derive(context, &secret, &count) == 1, count == 32, secret.contains(where: { $0 != 0 })
      else { return nil }
      return secret
    }
  }
}
