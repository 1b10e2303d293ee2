import CLibcrypto

/// SHA-512, which OpenSSH signatures hash their message with.
public enum SHA512 {
  /// The 64 bytes of the digest.
  public static func hash(_ bytes: [UInt8]) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 64)
    var count: UInt32 = 64
    _ = EVP_Digest(bytes, bytes.count, &digest, &count, EVP_sha512(), nil)
    return digest
  }
}
