import Cryptography
import Testing

@Suite struct CryptographyTests {
  @Test func `SHA-256 gives the digests of FIPS 180-4, and a hasher starts anew after each`() {
    let hasher = SHA256()
    hasher.update(Array("abc".utf8))
    #expect(hasher.finish().hexadecimal == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(hasher.finish().hexadecimal == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(SHA256.hash(Array("abc".utf8)).prefix == 0xba78_16bf_8f01_cfea)
  }

  @Test func `Ed25519 gives the key and signature of RFC 8032, test 2, and refuses every changed bit`() throws {
    let seed = bytes("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")
    let key = try #require(Ed25519.PrivateKey(seed: seed))
    #expect(key.publicKey.bytes == bytes("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"))
    let signature = key.signature(of: [0x72])
    #expect(
      signature
        == bytes(
          "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
            + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"))
    #expect(key.publicKey.verifies(signature, of: [0x72]))
    for bit in 0..<512 {
      var changed = signature
      changed[bit / 8] ^= 1 << (bit % 8)
      #expect(!key.publicKey.verifies(changed, of: [0x72]), "bit \(bit)")
    }
  }

  @Test(arguments: 0..<40) func `base64 reads back what it wrote`(count: Int) {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ count) }
    #expect(Base64.bytes(url: Base64.url(bytes).utf8) == bytes)
    #expect(Base64.bytes(padded: Array(Base64.padded(bytes).utf8)) == bytes)
  }

  @Test(arguments: ["A", "AB", "AAB", "AA=", "A+AA", "AA\n"]) func `base64url refuses`(text: String) {
    // One character, spare bits that are set, padding, the other alphabet, white space.
    #expect(Base64.bytes(url: text.utf8) == nil)
  }

  @Test func `digests are ordered as their bytes are`() throws {
    let low = try #require(Digest([UInt8](repeating: 0, count: 31) + [1]))
    let high = try #require(Digest([1] + [UInt8](repeating: 0, count: 31)))
    #expect(low < high)
    #expect(Digest(base64: high.base64) == high)
  }
}

func bytes(_ hexadecimal: String) -> [UInt8] {
  let digits = Array(hexadecimal.utf8).map { UInt8(String(UnicodeScalar($0)), radix: 16) ?? 0 }
  return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
}
