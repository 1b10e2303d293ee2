import Cryptography
import Identity
import Platform
import Testing

@Suite struct AgeTests {
  static let ssh = Ed25519.PrivateKey(seed: Array(0..<32))!
  static let other = Ed25519.PrivateKey(seed: Array(1..<33))!
  static let x25519 = X25519.PrivateKey(Array(2..<34))!
  /// One each, with what opens it.
  static let pairs: [(AgeRecipient, AgeIdentity)] = [
    (.sshEd25519(ssh.publicKey), .sshEd25519(ssh)),
    (.x25519(x25519.publicKey), .x25519(x25519)),
    (.passphrase(Array("een zin".utf8), workFactor: 1), .passphrase(Array("een zin".utf8))),
  ]

  func file(
    _ content: [UInt8], to recipients: [AgeRecipient] = [pairs[0].0], seed: UInt64 = 1
  ) throws -> [UInt8] {
    try Age.encrypt(content, to: recipients, randomness: SeededRandomness(seed: seed))
  }

  func content(_ file: [UInt8], _ identities: [AgeIdentity] = [pairs[0].1], limit: Int = 1 << 20) throws -> [UInt8] {
    try Age.decrypt(file, with: identities, limit: limit)
  }

  @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 131_071, 131_072, 131_073], 0..<3)
  func `content around the bounds of chunks is read back`(byteCount: Int, pair: Int) throws {
    let bytes = (0..<byteCount).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 8) }
    let (recipient, identity) = Self.pairs[pair]
    let file = try file(bytes, to: [recipient])
    #expect(Age.isAge(file.prefix(34)))
    #expect(try Age.isToPassphrase(file) == (pair == 2))
    #expect(try content(file, [identity]) == bytes)
  }

  @Test func `each of several recipients opens a file, and nobody else does`() throws {
    let file = try file([1, 2, 3], to: [Self.pairs[0].0, Self.pairs[1].0])
    #expect(try content(file, [Self.pairs[0].1]) == [1, 2, 3])
    #expect(try content(file, [.sshEd25519(Self.other), .passphrase([1]), Self.pairs[1].1]) == [1, 2, 3])
    for identities: [AgeIdentity] in [[], [.sshEd25519(Self.other)], [.passphrase([1])]] {
      #expect(throws: AgeError.noMatch(recipientCount: 2)) { try content(file, identities) }
    }
  }

  @Test func `a wrong passphrase is named so, and what it may cost has a limit`() throws {
    let file = try file([1], to: [Self.pairs[2].0])
    #expect(throws: AgeError.wrongPassphrase) { try content(file, [.passphrase(Array("een zinn".utf8))]) }
    #expect(throws: AgeError.noMatch(recipientCount: 1)) { try content(file, [Self.pairs[0].1]) }
    #expect(throws: AgeError.workFactor(found: 1, limit: 0)) {
      try Age.decrypt(file, with: [Self.pairs[2].1], limit: 1, maximumWorkFactor: 0)
    }
  }

  @Test func `a passphrase stands alone, nobody is no recipient, and a key without a secret is named`() throws {
    #expect(throws: AgeError.passphraseNotAlone) { try file([], to: [Self.pairs[0].0, Self.pairs[2].0]) }
    #expect(throws: AgeError.noRecipient) { try file([], to: []) }
    let weak = try #require(Ed25519.PublicKey([1] + [UInt8](repeating: 0, count: 31)))
    #expect(throws: AgeError.unusableRecipient(1)) { try file([], to: [Self.pairs[0].0, .sshEd25519(weak)]) }
    let zero = try #require(X25519.PublicKey([UInt8](repeating: 0, count: 32)))
    #expect(throws: AgeError.unusableRecipient(0)) { try file([], to: [.x25519(zero)]) }
    #expect(throws: AgeError.workFactor(found: 31, limit: 30)) { try file([], to: [.passphrase([], workFactor: 31)]) }
  }

  @Test(arguments: 0..<3) func `a file that is cut anywhere, or has one bit changed, gives nothing`(pair: Int) throws {
    let (recipient, identity) = Self.pairs[pair]
    let file = try file(Array("inhoud".utf8), to: [recipient])
    for count in 0..<file.count {
      #expect(throws: AgeError.self, "\(count) bytes") { try content(Array(file.prefix(count)), [identity]) }
    }
    for bit in 0..<file.count * 8 {
      var changed = file
      changed[bit / 8] ^= 1 << (bit % 8)
      // A limit keeps a changed work factor from taking its time; the limit itself is tested above.
      #expect(throws: AgeError.self, "bit \(bit)") {
        try Age.decrypt(changed, with: [identity], limit: 1 << 20, maximumWorkFactor: 4)
      }
    }
    #expect(throws: AgeError.damagedChunk(1)) { try content(file + [0], [identity]) }
  }

  @Test func `what happened to the chunks is said`() throws {
    let chunk = 65_536 + 16
    let file = try file([UInt8](repeating: 7, count: 3 * 65_536))
    let start = file.count - 3 * chunk
    func refusal(_ changed: [UInt8]) -> AgeError? { #expect(throws: AgeError.self) { try content(changed) } }
    #expect(refusal(Array(file.prefix(start))) == .incompletePayload(chunkCount: 0))
    #expect(refusal(Array(file.prefix(start + chunk))) == .incompletePayload(chunkCount: 1))
    #expect(refusal(Array(file.dropLast(chunk))) == .incompletePayload(chunkCount: 2))
    #expect(refusal(Array(file.dropLast(1))) == .damagedChunk(3))
    #expect(refusal(file + [0]) == .trailingBytes(afterChunk: 3))
    #expect(refusal(file + file.suffix(chunk)) == .trailingBytes(afterChunk: 3))
    let swapped = file.prefix(start) + file[(start + chunk)..<(start + 2 * chunk)] + file[start..<(start + chunk)]
    #expect(refusal(swapped + file.suffix(chunk)) == .damagedChunk(1))
  }

  @Test func `content is refused before it is decrypted when it is longer than the caller takes`() throws {
    let file = try file([UInt8](repeating: 7, count: 65_540))
    #expect(throws: AgeError.tooLarge(byteCount: 65_540, limit: 65_539)) { try content(file, limit: 65_539) }
    #expect(try content(file, limit: 65_540).count == 65_540)
  }

  @Test func `a header of another version, of no end, or without recipients is named so`() throws {
    func refusal(_ text: String) -> AgeError? {
      #expect(throws: AgeError.self) { try content(Array(text.utf8)) }
    }
    #expect(refusal("") == .notAge)
    #expect(refusal("{\"chain\":") == .notAge)
    #expect(refusal("age-encryption.org/v2\n") == .newerVersion("v2"))
    #expect(refusal("age-encryption.org/\u{1B}[2J\n") == .malformedHeader(line: 1))
    #expect(refusal("age-encryption.org/v1") == .incompleteHeader)
    #expect(
      refusal("age-encryption.org/v1\n--- " + String(repeating: "A", count: 43) + "\n") == .malformedHeader(line: 2))
    let stanza = "-> other\n\n"
    let endless = "age-encryption.org/v1\n" + String(repeating: stanza, count: (1 << 20) / stanza.utf8.count)
    #expect(refusal(endless + stanza) == .incompleteHeader)
  }

  @Test func `the same content, recipients and randomness give the same file, and other randomness another`() throws {
    #expect(try file([1], seed: 1) == file([1], seed: 1))
    #expect(try file([1], seed: 1) != file([1], seed: 2))
  }

  @Test func `keys have the text that age gives them`() throws {
    // Made by age-keygen 1.1.1.
    let text = "AGE-SECRET-KEY-1EGTZVFFV20835NWYV6270LXYVK2VKNX2MMDKWYKLMGR48UAWX40Q2P2LM0"
    let key = try #require(X25519.PrivateKey(ageText: text))
    #expect(key.ageText == text)
    #expect(X25519.PublicKey(ageText: key.publicKey.ageText) == key.publicKey)
    #expect(key.publicKey.ageText.hasPrefix("age1"))
    for (index, character) in text.enumerated() where index > 16 {
      var changed = Array(text)
      changed[index] = character == "Q" ? "P" : "Q"
      #expect(X25519.PrivateKey(ageText: String(changed)) == nil, "character \(index)")
    }
    #expect(X25519.PrivateKey(ageText: text.lowercased()) == nil)
    #expect(X25519.PublicKey(ageText: text) == nil)
    #expect(X25519.PublicKey(ageText: "") == nil)
  }
}
