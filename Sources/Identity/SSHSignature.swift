import Cryptography

/// A signature file as `ssh-keygen -Y sign` writes it (PROTOCOL.sshsig of OpenSSH).
public enum SSHSignature {
  private static let label = "SSH SIGNATURE"
  private static let magic = Array("SSHSIG".utf8)

  /// The text of the signature over `message` for one purpose, the namespace.
  public static func armored(message: [UInt8], namespace: String, key: Ed25519.PrivateKey) -> String {
    var signature = SSHWire()
    signature.append("ssh-ed25519")
    signature.append(key.signature(of: signed(message, namespace: namespace)))

    var wire = SSHWire(magic)
    wire.append(1 as UInt32)
    wire.append(key.publicKey.wire)
    wire.append(namespace)
    wire.append("")
    wire.append("sha512")
    wire.append(signature.bytes)
    return SSHWire.armored(wire.bytes, as: label)
  }

  /// The key that made a signature over `message`; nil when it is no signature, is for another purpose, or is wrong, and
  /// when its text is another than `armored` would have written for it.
  ///
  /// Whether that key is anyone's is for the caller to ask.
  public static func signer(of message: [UInt8], armored text: String, namespace: String) -> Ed25519.PublicKey? {
    guard let bytes = SSHWire.bytes(armored: text, as: label), SSHWire.armored(bytes, as: label) == text else {
      return nil
    }
    var wire = SSHWire(bytes)
    guard wire.take(magic), wire.number() == 1, let keyWire = wire.string(),
      let key = Ed25519.PublicKey(wire: keyWire), wire.string() == Array(namespace.utf8), wire.string() == [],
      wire.string() == Array("sha512".utf8), let signatureWire = wire.string(), wire.isAtEnd
    else { return nil }
    var signature = SSHWire(signatureWire)
    guard signature.string() == Array("ssh-ed25519".utf8), let raw = signature.string(), signature.isAtEnd,
      key.verifies(raw, of: signed(message, namespace: namespace))
    else { return nil }
    return key
  }

  /// What the key really signs.
  private static func signed(_ message: [UInt8], namespace: String) -> [UInt8] {
    var wire = SSHWire(magic)
    wire.append(namespace)
    wire.append("")
    wire.append("sha512")
    wire.append(SHA512.hash(message))
    return wire.bytes
  }
}
