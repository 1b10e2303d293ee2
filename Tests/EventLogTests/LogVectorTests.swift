import CanonicalJSON
import Cryptography
import EventLog
import Identity
import Testing
import TestSupport

/// `SyncSpecs/vectors/log.json`.
@Suite struct LogVectorTests {
  static let vectors = Vectors("log")

  func file(_ vector: Vectors.Case) -> [UInt8] {
    vector["lines"] == nil ? vector.bytes("file") : vector.texts("lines").flatMap { Array($0.utf8) + [0x0A] }
  }

  /// A finding as the vectors write it.
  func json(_ finding: LogReport.Finding, byteCount: Int) -> JSONValue {
    switch finding {
    case .faulty(_, let line, _, _, let fault):
      fault.isNewer
        ? ["line": .integer(Int64(line)), "held": true]
        : ["line": .integer(Int64(line)), "refuse": .string(fault.word)]
    case .unchecked(_, let first, let last): ["unchecked": [.integer(Int64(first)), .integer(Int64(last))]]
    case .torn(_, _, let count): ["torn": .integer(Int64(byteCount - count)), "bytes": .integer(Int64(count))]
    }
  }

  @Test func `there are cases`() {
    #expect(Self.vectors.cases.count > 30)
  }

  @Test(arguments: vectors.cases)
  func `verify finds what the page says, in its order`(vector: Vectors.Case) throws {
    let bytes = file(vector)
    let (log, workspace) = (LogID(vector.text("log")), LogID(vector.text("workspace")))
    let report = try bytes.withUnsafeBufferPointer {
      LogVerifier.verify($0, path: "log", log: try #require(log), workspace: workspace)
    }
    let findings = report.findings.map { json($0, byteCount: bytes.count) }
    if let first = vector.expect["first"] {
      #expect(findings.first == first)
    } else {
      #expect(findings == vector.expect["findings"]?.arrayValue)
    }
    #expect(report.isDamaged == !vector.isAccepted)
  }

  @Test(arguments: vectors.cases.filter { $0["test_seed"] != nil })
  func `a whole log has the audience, key, head and checkpoints of the page`(vector: Vectors.Case) throws {
    let log = try #require(LogID(vector.text("log")))
    var walker = ChainWalker(log: log, workspace: LogID(vector.text("workspace")))
    var checkpoints: [JSONValue] = []
    for line in vector.texts("lines") {
      try Array(line.utf8).withUnsafeBufferPointer { _ = try walker.step($0, in: 0..<$0.count) }
      if walker.isAtCheckpoint { checkpoints.append(.integer(Int64(walker.seq))) }
    }
    let header = try #require(walker.header)
    #expect(vector.expect["audience"]?.stringValue == header.audience.rawValue)
    #expect(vector.expect["public_key"]?.stringValue == header.publicKey.openSSH)
    #expect(vector.expect["checkpoints"]?.arrayValue == checkpoints)
    #expect(
      vector.expect["head"] == [
        "seq": .integer(Int64(walker.seq)), "chain": .string(Chain(walker.link).text),
        "link": .string(walker.link.base64),
      ])
    let seed = try #require(vector["test_seed"]?.stringValue)
    let key = try #require(Self.key(seed))
    #expect(LogID(key.publicKey) == log)
  }

  /// The private key of a published seed, in hexadecimal or base64url.
  static func key(_ text: String) -> Ed25519.PrivateKey? {
    let digits = text.utf8.compactMap { UInt8(exactly: UInt32(String(UnicodeScalar($0)), radix: 16) ?? 256) }
    guard digits.count == 64 else { return Base64.bytes(url: text.utf8).flatMap { Ed25519.PrivateKey(seed: $0) } }
    return Ed25519.PrivateKey(seed: stride(from: 0, to: 64, by: 2).map { digits[$0] << 4 | digits[$0 + 1] })
  }
}
