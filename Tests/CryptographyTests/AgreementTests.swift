import Cryptography
import Testing

@Suite struct AgreementTests {
  @Test func `X25519 gives the keys and the secret of RFC 7748, section 6`() throws {
    let alice = try #require(
      X25519.PrivateKey(bytes("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a")))
    let bob = try #require(
      X25519.PrivateKey(bytes("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb")))
    #expect(
      bob.publicKey.bytes == bytes("de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f"))
    let secret = bytes("4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742")
    #expect(alice.sharedSecret(with: bob.publicKey) == secret)
    #expect(bob.sharedSecret(with: alice.publicKey) == secret)
  }

  @Test(arguments: [
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000000",
    "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  ]) func `nothing is agreed on with a point of low order`(point: String) throws {
    let key = try #require(X25519.PrivateKey([UInt8](repeating: 7, count: 32)))
    #expect(key.sharedSecret(with: try #require(X25519.PublicKey(bytes(point)))) == nil)
  }

  @Test(arguments: 0..<64) func `the two halves of a signing key are still a pair when they agree on secrets`(
    number: UInt8
  ) throws {
    let key = try #require(Ed25519.PrivateKey(seed: [UInt8](repeating: number, count: 32)))
    #expect(key.publicKey.x25519 == key.x25519.publicKey)
  }

  @Test func `the point without a u has no key to agree with`() throws {
    #expect(Ed25519.PublicKey([1] + [UInt8](repeating: 0, count: 31))?.x25519 == nil)
    // The base point, y = 4/5, has u = 9.
    let base = try #require(Ed25519.PublicKey([0x58] + [UInt8](repeating: 0x66, count: 31)))
    #expect(base.x25519?.bytes == [9] + [UInt8](repeating: 0, count: 31))
  }

  @Test func `HMAC gives the code of RFC 4231, test 2, and holds for it alone`() {
    let key = Array("Jefe".utf8)
    let message = Array("what do ya want for nothing?".utf8)
    let code = bytes("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    #expect(HMAC.sha256(message, key: key) == code)
    #expect(HMAC.isSHA256(code, of: message, key: key))
    #expect(!HMAC.isSHA256(code.dropLast() + [0x42], of: message, key: key))
    #expect(!HMAC.isSHA256(Array(code.dropLast()), of: message, key: key))
  }

  @Test func `HKDF gives the start of the keys of RFC 5869, tests 1 and 3, and of an empty secret`() {
    let secret = [UInt8](repeating: 0x0B, count: 22)
    #expect(
      HKDF.sha256(secret: secret, salt: bytes("000102030405060708090a0b0c"), info: bytes("f0f1f2f3f4f5f6f7f8f9"))
        == bytes("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"))
    #expect(
      HKDF.sha256(secret: secret, salt: [], info: [])
        == bytes("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"))
    // By its definition: an HMAC to extract, an HMAC to expand.
    let salt = Array("salt".utf8)
    #expect(HKDF.sha256(secret: [], salt: salt, info: [9]) == HMAC.sha256([9, 1], key: HMAC.sha256([], key: salt)))
  }

  @Test func `scrypt gives the start of the keys of RFC 7914, section 12`() {
    // The vector with 2^14 rounds of 8 and one lane.
    let key = Scrypt.key(passphrase: Array("pleaseletmein".utf8), salt: Array("SodiumChloride".utf8), workFactor: 14)
    #expect(key == bytes("7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"))
    #expect(Scrypt.key(passphrase: [], salt: [1], workFactor: 1)?.count == 32)
    #expect(Scrypt.key(passphrase: [], salt: [1], workFactor: 0) == nil)
    #expect(Scrypt.key(passphrase: [], salt: [1], workFactor: 31) == nil)
  }

  @Test func `ChaCha20-Poly1305 reads back every length, and refuses every changed bit`() {
    let cipher = ChaCha20Poly1305(key: Array(0..<32))
    let nonce = [UInt8](repeating: 3, count: 12)
    for count in [0, 1, 15, 16, 17, 64, 65] {
      let message = (0..<count).map { UInt8($0) }
      var sealed: [UInt8] = [0xAA]
      cipher.seal(message[...], nonce: nonce, to: &sealed)
      #expect(sealed.count == 1 + count + ChaCha20Poly1305.tagByteCount)
      var opened: [UInt8] = [0xBB]
      #expect(cipher.open(sealed[1...], nonce: nonce, to: &opened))
      #expect(opened == [0xBB] + message)
      for bit in 0..<(sealed.count - 1) * 8 {
        var changed = sealed
        changed[1 + bit / 8] ^= 1 << (bit % 8)
        #expect(!cipher.open(changed[1...], nonce: nonce, to: &opened), "\(count) bytes, bit \(bit)")
      }
      #expect(!cipher.open(sealed[1...], nonce: [UInt8](repeating: 4, count: 12), to: &opened))
      #expect(opened == [0xBB] + message, "what is refused leaves nothing behind")
    }
  }

  @Test func `ChaCha20-Poly1305 gives the key stream of RFC 8439, appendix A.1, test 2, and the tag of nothing`() {
    let cipher = ChaCha20Poly1305(key: [UInt8](repeating: 0, count: 32))
    let nonce = [UInt8](repeating: 0, count: 12)
    var sealed: [UInt8] = []
    cipher.seal([UInt8](repeating: 0, count: 64)[...], nonce: nonce, to: &sealed)
    #expect(
      Array(sealed.prefix(64))
        == bytes(
          "9f07e7be5551387a98ba977c732d080dcb0f29a048e3656912c6533e32ee7aed"
            + "29b721769ce64e43d57133b074d839d531ed1f28510afb45ace10a1f4b794d6f"))
    var empty: [UInt8] = []
    cipher.seal([], nonce: nonce, to: &empty)
    #expect(empty == bytes("4eb972c9a8fb3a1b382bb4d36f5ffad1"))
  }
}
