import Cryptography

/// The part of a header that is for one recipient.
enum AgeStanza {
  case x25519(share: X25519.PublicKey, body: [UInt8])
  case sshEd25519(tag: String, share: X25519.PublicKey, body: [UInt8])
  case scrypt(salt: [UInt8], workFactor: Int, body: [UInt8])
  /// Of a type that is not known here, or one of those that programs add so that nobody relies on there being none.
  case other

  static let saltByteCount = 16
  /// A file key of 16 bytes, encrypted: longer ones would allow a file that opens differently for two identities.
  private static let bodyByteCount = 32

  /// Nil when a stanza of a known type has other arguments, or a body of another length, than that type has.
  init?(arguments: [String], body: [UInt8]) {
    let values = arguments.dropFirst()
    switch (arguments.first, values.count) {
    case ("X25519", 1):
      guard let share = Self.share(values.last) else { return nil }
      self = .x25519(share: share, body: body)
    case ("ssh-ed25519", 2):
      guard let tag = values.first, let share = Self.share(values.last) else { return nil }
      self = .sshEd25519(tag: tag, share: share, body: body)
    case ("scrypt", 2):
      guard let salt = Self.bytes(values.first), salt.count == Self.saltByteCount,
        let workFactor = Self.workFactor(values.last)
      else { return nil }
      self = .scrypt(salt: salt, workFactor: workFactor, body: body)
    case ("X25519", _), ("ssh-ed25519", _), ("scrypt", _): return nil
    default:
      self = .other
      return
    }
    guard body.count == Self.bodyByteCount else { return nil }
  }

  private static func bytes(_ text: String?) -> [UInt8]? { text.flatMap { Base64.bytes(unpadded: $0.utf8) } }

  private static func share(_ text: String?) -> X25519.PublicKey? { bytes(text).flatMap { X25519.PublicKey($0) } }

  /// A number as people write it: without a sign, and without a zero before it.
  private static func workFactor(_ text: String?) -> Int? {
    guard let text, let number = Int(text), number > 0, String(number) == text else { return nil }
    return number
  }

  /// The lines as they stand in a header.
  var text: String {
    switch self {
    case .x25519(let share, let body):
      Self.text(["X25519", Base64.unpadded(share.bytes)], body)
    case .sshEd25519(let tag, let share, let body):
      Self.text(["ssh-ed25519", tag, Base64.unpadded(share.bytes)], body)
    case .scrypt(let salt, let workFactor, let body):
      Self.text(["scrypt", Base64.unpadded(salt), String(workFactor)], body)
    case .other: ""
    }
  }

  private static func text(_ arguments: [String], _ body: [UInt8]) -> String {
    // 32 bytes are 43 characters: one line that is shorter than 64, so that it is the last.
    "-> " + arguments.joined(separator: " ") + "\n" + Base64.unpadded(body) + "\n"
  }
}
