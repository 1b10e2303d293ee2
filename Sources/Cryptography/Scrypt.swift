import CLibcrypto

/// Keys from passphrases, made slow and large on purpose (RFC 7914).
public enum Scrypt {
  /// A key of 32 bytes, with blocks of 8 and one lane.
  ///
  /// - Parameter workFactor: The base-2 logarithm of the number of rounds, 1 to 30.
  /// - Returns: Nil when memory is lacking, or for another work factor.
  /// - Complexity: 2 to the power `workFactor` in time and in memory, of which it takes 1 KiB a round: 256 MiB at 18.
  public static func key(passphrase: [UInt8], salt: [UInt8], workFactor: Int) -> [UInt8]? {
    guard 1...30 ~= workFactor else { return nil }
    let roundCount = UInt64(1) << UInt64(workFactor)
    var key = [UInt8](repeating: 0, count: 32)
    let characters = passphrase.map { CChar(bitPattern: $0) }
    // Twice what the rounds take leaves room for what stands beside them.
    let isMade = EVP_PBE_scrypt(
      characters, characters.count, salt, salt.count, roundCount, 8, 1, (2048 << UInt64(workFactor)) + 1 << 20, &key,
      key.count)
    return isMade == 1 ? key : nil
  }
}
