import CLibcrypto

extension Ed25519.PublicKey {
  /// The same point for agreeing on secrets: u = (1 + y) / (1 − y) modulo 2^255 − 19 (RFC 7748, section 4.1).
  ///
  /// Nil for y = 1, which has no u. Whether the point lies on the curve is not asked.
  public var x25519: X25519.PublicKey? {
    // The highest bit is the sign of x; libcrypto reads numbers from their low end here.
    var yBytes = bytes
    yBytes[31] &= 0x7F
    let numbers = (0..<4).map { _ in BN_new() }
    let context = BN_CTX_new()
    defer {
      for number in numbers { BN_free(number) }
      BN_CTX_free(context)
    }
    let (prime, y, numerator, denominator) = (numbers[0], numbers[1], numbers[2], numbers[3])
    var uBytes = [UInt8](repeating: 0, count: 32)
    guard BN_set_bit(prime, 255) == 1, BN_sub_word(prime, 19) == 1, BN_lebin2bn(yBytes, 32, y) != nil,
      BN_mod_add(numerator, BN_value_one(), y, prime, context) == 1,
      BN_mod_sub(denominator, BN_value_one(), y, prime, context) == 1,
      BN_is_zero(denominator) == 0,
      BN_mod_inverse(denominator, denominator, prime, context) != nil,
      BN_mod_mul(numerator, numerator, denominator, prime, context) == 1,
      BN_bn2lebinpad(numerator, &uBytes, 32) == 32
    else { return nil }
    return X25519.PublicKey(uBytes)
  }
}

extension Ed25519.PrivateKey {
  /// The key that belongs to `publicKey.x25519`: the number that signatures are made with, half of the seed's SHA-512.
  public var x25519: X25519.PrivateKey {
    // Nil only for another number of bytes than 32, and 32 were taken.
    guard let key = X25519.PrivateKey(SHA512.hash(seed).prefix(32)) else { fatalError("a key has 32 bytes") }
    return key
  }
}
