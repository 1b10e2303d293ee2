import CLibcrypto

/// A hash that only holders of a key can make (RFC 2104).
public enum HMAC {
  /// The 32 bytes with SHA-256.
  public static func sha256(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
    var code = [UInt8](repeating: 0, count: 32)
    var count = UInt32(code.count)
    // Any message and key will do, so only libcrypto can fail.
    guard CLibcrypto.HMAC(EVP_sha256(), key, Int32(key.count), message, message.count, &code, &count) != nil else {
      fatalError("libcrypto offers no HMAC")
    }
    return code
  }

  /// Whether `code` is that of the message, in a time that does not tell how much of it is right.
  public static func isSHA256(_ code: [UInt8], of message: [UInt8], key: [UInt8]) -> Bool {
    let right = sha256(message, key: key)
    return code.count == right.count && CRYPTO_memcmp(code, right, right.count) == 0
  }
}
