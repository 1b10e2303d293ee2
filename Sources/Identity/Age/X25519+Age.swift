import Cryptography

extension X25519.PublicKey {
  /// The key as age writes it: `age1…`.
  public var ageText: String { Bech32.text(bytes, prefix: "age") }

  /// Reads that form; nil for anything else.
  public init?(ageText text: String) {
    guard let bytes = Bech32.bytes(text, prefix: "age") else { return nil }
    self.init(bytes)
  }
}

extension X25519.PrivateKey {
  /// The key as it stands in age's key files: `AGE-SECRET-KEY-1…`.
  public var ageText: String { Bech32.text(bytes, prefix: "age-secret-key-").uppercased() }

  /// Reads that form; nil for anything else.
  public init?(ageText text: String) {
    guard text == text.uppercased(), let bytes = Bech32.bytes(text.lowercased(), prefix: "age-secret-key-") else {
      return nil
    }
    self.init(bytes)
  }
}
