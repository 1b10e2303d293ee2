import Testing

@testable import Cryptography

@Suite struct RememberedSignaturesTests {
  @Test func `what is remembered is a signature that is right, of that key over that message`() throws {
    RememberedSignatures.turnOn()
    let key = try #require(Ed25519.PrivateKey(seed: [UInt8](repeating: 3, count: 32)))
    let other = try #require(Ed25519.PrivateKey(seed: [UInt8](repeating: 4, count: 32)))
    let message = Array("regel".utf8)
    let signature = key.signature(of: message)
    for _ in 1...2 {
      #expect(key.publicKey.verifies(signature, of: message))
      #expect(!key.publicKey.verifies(signature, of: message + [0]))
      #expect(!other.publicKey.verifies(signature, of: message))
      #expect(!key.publicKey.verifies([signature[0] ^ 1] + signature.dropFirst(), of: message))
    }
    var askedCount = 0
    #expect(
      RememberedSignatures.verifies(key.publicKey.bytes, signature, message) {
        askedCount += 1; return false
      })
    #expect(askedCount == 0)
  }
}
