import CLibcrypto

/// Keys from secrets with HKDF (RFC 5869).
public enum HKDF {
  /// A key of 32 bytes with SHA-256; `secret` and `salt` may be empty.
  public static func sha256(secret: [UInt8], salt: [UInt8], info: [UInt8]) -> [UInt8] {
    var key = [UInt8](repeating: 0, count: 32)
    let isMade = veldlog_hkdf_sha256(secret, secret.count, salt, salt.count, info, info.count, &key, key.count)
    // Nothing of what is given can be wrong, so only libcrypto can.
    guard isMade == 1 else { fatalError("libcrypto offers no HKDF") }
    return key
  }
}
