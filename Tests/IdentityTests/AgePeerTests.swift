import Cryptography
import Identity
import Platform
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder in which the program `age` finds our files, and leaves its own; `Tests/Peers/age.sh` makes it.
private let folder = getenv("VELDLOG_AGE_FOLDER").map { String(cString: $0) } ?? ""

@Suite(.serialized, .enabled(if: !folder.isEmpty, "Tests/Peers/age.sh runs these"))
struct AgePeerTests {
  let files = RealFileSystem()
  let ssh = Ed25519.PrivateKey(seed: Array(5..<37))!
  let x25519 = X25519.PrivateKey(Array(6..<38))!
  let passphrase = Array("vier woorden zijn genoeg".utf8)
  let content = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 73 ^ $0 >> 9) }

  func write(_ bytes: [UInt8], _ name: String) throws {
    if files.exists(folder + "/" + name) { try files.remove(folder + "/" + name) }
    try files.writeWhole(bytes, to: folder + "/" + name)
  }

  @Test func `files, keys and recipients for age are written`() throws {
    try write(content, "content")
    try write(Array(ssh.openSSH(comment: "peer").utf8), "key-ssh")
    try write(Array((ssh.publicKey.openSSH + "\n").utf8), "recipient-ssh")
    try write(Array((x25519.ageText + "\n").utf8), "key-x25519")
    try write(Array((x25519.publicKey.ageText + "\n").utf8), "recipient-x25519")
    try write(passphrase, "passphrase")
    let both: [AgeRecipient] = [.sshEd25519(ssh.publicKey), .x25519(x25519.publicKey)]
    try write(Age.encrypt(content, to: both, randomness: SystemRandomness()), "ours-keys.age")
    let sealed = AgeRecipient.passphrase(passphrase, workFactor: 12)
    try write(Age.encrypt(content, to: [sealed], randomness: SystemRandomness()), "ours-passphrase.age")
  }

  @Test(
    .enabled(if: RealFileSystem().exists(folder + "/theirs-keys.age")),
    arguments: ["theirs-keys.age", "theirs-armored.age", "theirs-passphrase.age"])
  func `files of age open`(name: String) throws {
    let bytes = try files.contents(of: folder + "/" + name)
    let identities: [AgeIdentity] =
      name.contains("passphrase") ? [.passphrase(passphrase)] : [.sshEd25519(ssh), .x25519(x25519)]
    for identity in identities { #expect(try Age.decrypt(bytes, with: [identity], limit: 1 << 20) == content) }
  }
}
