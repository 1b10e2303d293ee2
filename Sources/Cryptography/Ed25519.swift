import CLibcrypto

/// Signatures with Ed25519 (RFC 8032).
public enum Ed25519 {
  /// A public key: any 32 bytes; a signature shows whether it is one.
  public struct PublicKey: Sendable, Hashable {
    /// 32 bytes.
    public let bytes: [UInt8]

    /// Nil unless there are exactly 32 bytes.
    public init?(_ bytes: some Collection<UInt8>) {
      guard bytes.count == 32 else { return nil }
      self.bytes = Array(bytes)
    }

    /// Whether `signature` is this key's over `message`.
    public func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
      guard signature.count == 64 else { return false }
      return RememberedSignatures.verifies(bytes, signature, message) { isVerified(signature, message) }
    }

    private func isVerified(_ signature: [UInt8], _ message: [UInt8]) -> Bool {
      guard
        let key = EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nil, bytes, bytes.count)
      else { return false }
      defer { EVP_PKEY_free(key) }
      guard let context = EVP_MD_CTX_new() else { return false }
      defer { EVP_MD_CTX_free(context) }
      return EVP_DigestVerifyInit(context, nil, nil, nil, key) == 1
        && EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
    }
  }

  /// A private key.
  public struct PrivateKey: Sendable {
    /// 32 bytes.
    public let seed: [UInt8]
    public let publicKey: PublicKey

    /// Nil unless there are exactly 32 bytes.
    public init?(seed: some Collection<UInt8>) {
      let seed = Array(seed)
      guard seed.count == 32,
        let key = EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, seed, seed.count)
      else { return nil }
      defer { EVP_PKEY_free(key) }
      var bytes = [UInt8](repeating: 0, count: 32)
      var count = bytes.count
      guard EVP_PKEY_get_raw_public_key(key, &bytes, &count) == 1, let publicKey = PublicKey(bytes) else { return nil }
      self.seed = seed
      self.publicKey = publicKey
    }

    /// The 64 bytes of the signature over `message`; the same message gives the same bytes.
    public func signature(of message: [UInt8]) -> [UInt8] {
      var signature = [UInt8](repeating: 0, count: 64)
      var count = signature.count
      guard let key = EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, seed, seed.count),
        let context = EVP_MD_CTX_new()
        // The seed was tried when this value was made, so only memory can be lacking.
      else { fatalError("libcrypto is out of memory") }
      defer {
        EVP_PKEY_free(key)
        EVP_MD_CTX_free(context)
      }
      guard EVP_DigestSignInit(context, nil, nil, nil, key) == 1,
        EVP_DigestSign(context, &signature, &count, message, message.count) == 1
        // The key was made with the same algorithm, so it is there.
      else { fatalError("libcrypto offers no Ed25519") }
      return signature
    }
  }
}
