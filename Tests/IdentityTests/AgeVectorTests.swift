import Cryptography
import Identity
import Platform
import TestSupport
import Testing

/// Where they lie: beside the package, on the machines that have them.
private let folder = Vectors.packageRoot + "/../shared/vectors/age/testdata"

/// The vectors of C2SP's CCTV for age, on machines that have them beside the package.
@Suite(.enabled(if: RealFileSystem().exists(folder + "/x25519"), "the folder ../shared/vectors is not here"))
struct AgeVectorTests {
  static let all = ((try? RealFileSystem().names(in: folder)) ?? []).sorted().compactMap { AgeVector($0) }
  /// Recipients with ML-KEM beside X25519, which came to age in 2025 and which this libcrypto has no algorithm for.
  static let hybrid = all.filter { $0.identities.contains { $0.hasPrefix("AGE-SECRET-KEY-PQ-") } }
  static let known = all.filter { vector in !hybrid.contains { $0.name == vector.name } }

  @Test func `all vectors are read, and those left out are about hybrid recipients only`() {
    #expect(Self.all.count == 143)
    #expect(Self.hybrid.count == 19)
    #expect(Self.hybrid.allSatisfy { $0.name.contains("hybrid") })
  }

  @Test(arguments: known) func `a file opens, or is refused for the reason`(vector: AgeVector) throws {
    let identities = try vector.openingIdentities()
    switch vector.expectation {
    case .success(let digest):
      #expect(SHA256.hash(try vector.content(with: identities)).hexadecimal == digest)
    case .refusal(let reason):
      let error = #expect(throws: AgeError.self) { try vector.content(with: identities) }
      #expect(error.map(AgeVector.reason) == reason, "\(String(describing: error))")
    }
  }
}

/// One file of the vectors: what to expect, with which identities, and the age file.
struct AgeVector: CustomStringConvertible, Sendable {
  enum Expectation: Equatable {
    /// The SHA-256 of the content.
    case success(String)
    case refusal(String)
  }

  let name: String
  let expectation: Expectation
  let identities: [String]
  private let passphrases: [String]
  private let isArmored: Bool
  private let file: [UInt8]

  var description: String { name }

  init?(_ name: String) {
    guard let bytes = try? RealFileSystem().contents(of: folder + "/" + name) else { return nil }
    var fields: [(name: Substring, value: String)] = []
    var rest = bytes[...]
    while let end = rest.firstIndex(of: 0x0A), end > rest.startIndex {
      let parts = String(decoding: rest[..<end], as: UTF8.self).split(separator: ": ", maxSplits: 1)
      guard parts.count == 2 else { return nil }
      fields.append((parts[0], String(parts[1])))
      rest = rest[(end + 1)...]
    }
    func values(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }
    guard let expected = values("expect").first else { return nil }
    self.name = name
    expectation = expected == "success" ? .success(values("payload").first ?? "") : .refusal(expected)
    identities = values("identity")
    passphrases = values("passphrase")
    isArmored = !values("armored").isEmpty
    let held = Array(rest.dropFirst())
    file = values("compressed").isEmpty ? held : inflated(zlib: held)
  }

  func openingIdentities() throws -> [AgeIdentity] {
    try identities.map { .x25519(try #require(X25519.PrivateKey(ageText: $0))) }
      + passphrases.map { .passphrase(Array($0.utf8)) }
  }

  func content(with identities: [AgeIdentity]) throws(AgeError) -> [UInt8] {
    let file = isArmored ? try AgeArmor.bytes(in: file) : file
    return try Age.decrypt(file, with: identities, limit: 1 << 30)
  }

  /// The words of the vectors for an error.
  static func reason(_ error: AgeError) -> String {
    switch error {
    case .notAge, .newerVersion, .malformedHeader, .incompleteHeader, .workFactor: "header failure"
    case .malformedArmor: "armor failure"
    case .noMatch, .wrongPassphrase: "no match"
    case .changedHeader: "HMAC failure"
    case .damagedChunk, .incompletePayload, .trailingBytes: "payload failure"
    case .tooLarge, .noRecipient, .passphraseNotAlone, .unusableRecipient: "nothing that a vector is about"
    }
  }
}
