import Cryptography
import Identity
import Testing

@Suite struct IdentityTests {
  let key = Ed25519.PrivateKey(seed: Array(0..<32))!

  @Test func `a log id is 60 bits of the key's hash in Crockford's base32`() {
    let id = LogID(key.publicKey)
    #expect(id.text.utf8.count == 12)
    #expect(LogID(id.text) == id)
    var bits = ""
    for byte in SHA256.hash(key.publicKey.bytes).bytes.prefix(8) {
      bits += String(repeating: "0", count: byte.leadingZeroBitCount) + (byte == 0 ? "" : String(byte, radix: 2))
    }
    let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")
    var expected = ""
    for group in 0..<12 {
      let start = bits.index(bits.startIndex, offsetBy: group * 5)
      expected.append(alphabet[Int(bits[start..<bits.index(start, offsetBy: 5)], radix: 2)!])
    }
    #expect(id.text == expected)
  }

  @Test(arguments: ["", "7k3f9q2mx4t", "7k3f9q2mx4tzz", "7K3F9Q2MX4TZ", "7k3f9q2mx4ti", "7k3f9q2mx4tu", "7k3f9q2mx4é"])
  func `what is no log id is refused`(text: String) {
    #expect(LogID(text) == nil)
  }

  @Test func `log ids are ordered as their text is`() {
    let ids = (0..<50).map { LogID(Ed25519.PrivateKey(seed: [UInt8](repeating: $0, count: 32))!.publicKey) }
    #expect(ids.sorted().map(\.text) == ids.map(\.text).sorted())
  }

  @Test func `a key file reads back, and no changed character of its secret does`() throws {
    let text = key.openSSH(comment: "test")
    #expect(Ed25519.PrivateKey(openSSH: text)?.seed == key.seed)
    #expect(Ed25519.PublicKey(openSSH: key.publicKey.openSSH) == key.publicKey)
    #expect(Ed25519.PrivateKey(openSSH: String(text.dropFirst())) == nil)
    let halves = Ed25519.PrivateKey(openSSH: text.replacingSecret())
    #expect(halves == nil)
  }

  @Test func `a signature names its signer, and holds for one message and one purpose only`() {
    let message = Array("{}".utf8)
    let text = SSHSignature.armored(message: message, namespace: "veldlog-bundle", key: key)
    func signer(_ message: [UInt8], _ text: String, _ namespace: String) -> Ed25519.PublicKey? {
      SSHSignature.signer(of: message, armored: text, namespace: namespace)
    }
    #expect(signer(message, text, "veldlog-bundle") == key.publicKey)
    #expect(signer(message + [0x0A], text, "veldlog-bundle") == nil)
    #expect(signer(message, text, "file") == nil)
    #expect(signer(message, "", "veldlog-bundle") == nil)
    #expect(signer(message, text.replacingSecret(), "veldlog-bundle") == nil)
  }
}

extension String {
  /// The text with one base64 character in its middle changed.
  fileprivate func replacingSecret() -> String {
    var characters = Array(self)
    let middle = characters.count * 3 / 5
    let index = characters[middle] == "\n" ? middle + 1 : middle
    characters[index] = characters[index] == "A" ? "B" : "A"
    return String(characters)
  }
}
