import Cryptography

private let keyType = "ssh-ed25519"

extension Ed25519.PublicKey {
  /// The key as OpenSSH writes it: `ssh-ed25519 AAAA…`, without a comment.
  public var openSSH: String { keyType + " " + Base64.padded(wire) }

  /// Reads that form; nil for anything else, a comment included.
  public init?(openSSH text: String) {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0] == keyType, let bytes = Base64.bytes(padded: Array(parts[1].utf8)) else {
      return nil
    }
    self.init(wire: bytes)
  }

  var wire: [UInt8] {
    var wire = SSHWire()
    wire.append(keyType)
    wire.append(bytes)
    return wire.bytes
  }

  init?(wire bytes: [UInt8]) {
    var wire = SSHWire(bytes)
    guard wire.string() == Array(keyType.utf8), let key = wire.string(), wire.isAtEnd else { return nil }
    self.init(key)
  }
}

/// A private key in the file form of OpenSSH ("openssh-key-v1", not encrypted; PROTOCOL.key of OpenSSH).
extension Ed25519.PrivateKey {
  private static let label = "OPENSSH PRIVATE KEY"
  private static let magic = Array("openssh-key-v1\0".utf8)

  /// The text of a key file that `ssh-keygen` reads.
  public func openSSH(comment: String) -> String {
    var secret = SSHWire()
    // Two equal numbers tell a reader that it decrypted well; nothing is encrypted here, so any will do.
    let check = publicKey.bytes.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    secret.append(check)
    secret.append(check)
    secret.append(keyType)
    secret.append(publicKey.bytes)
    secret.append(seed + publicKey.bytes)
    secret.append(comment)
    var padded = secret.bytes
    while padded.count % 8 != 0 { padded.append(UInt8(padded.count - secret.bytes.count + 1)) }

    var wire = SSHWire(Self.magic)
    wire.append("none")
    wire.append("none")
    wire.append("")
    wire.append(1 as UInt32)
    wire.append(publicKey.wire)
    wire.append(padded)
    return SSHWire.armored(wire.bytes, as: Self.label)
  }

  /// Reads a key file; nil when it is no unencrypted Ed25519 key, or its halves do not belong together.
  public init?(openSSH text: String) {
    guard let bytes = SSHWire.bytes(armored: text, as: Self.label) else { return nil }
    var wire = SSHWire(bytes)
    guard wire.take(Self.magic), wire.string() == Array("none".utf8), wire.string() == Array("none".utf8),
      wire.string() == [], wire.number() == 1, let publicWire = wire.string(), let secretBytes = wire.string(),
      wire.isAtEnd, let publicKey = Ed25519.PublicKey(wire: publicWire)
    else { return nil }
    var secret = SSHWire(secretBytes)
    guard let first = secret.number(), secret.number() == first, secret.string() == Array(keyType.utf8),
      secret.string() == publicKey.bytes, let pair = secret.string(), pair.count == 64
    else { return nil }
    self.init(seed: pair[..<32])
    guard self.publicKey == publicKey else { return nil }
  }
}
