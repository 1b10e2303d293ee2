import CanonicalJSON
import Cryptography
import EventLog
import Identity
import Merge
import Platform
import TestSupport
import Testing

@testable import Bundle

/// The table `frontiers` of `SyncSpecs/vectors/bundle.json`.
@Suite struct FrontierTests {
  static let rows = Vectors("bundle").document["frontiers"]?.arrayValue ?? []

  @Test func `a frontier names the lines of the page, for every head`() throws {
    #expect(Self.rows.count > 5)
    let files = MemoryFileSystem()
    let surroundings = Surroundings(files: files, clock: TickingClock(), randomness: SeededRandomness(seed: 1))
    let key = try #require(Ed25519.PrivateKey(seed: [UInt8](repeating: 3, count: 32)))
    let log = LogID(key.publicKey)
    let header = LogHeader(
      audience: .gedeeld, follows: nil, publicKey: key.publicKey, regio: "zeeland", workspace: log)
    let writer = try LogWriter(founding: header, in: "/logs", key: key, surroundings: surroundings)
    for _ in 2...41 { try writer.append([Draft(kind: "regen_gevallen", payload: JSONObject())]) }
    let lines = try files.contents(of: "/logs/\(log)/0000000001.jsonl").split(separator: 0x0A)
    for row in Self.rows {
      let head = Int(try #require(row["head"]?.integerValue))
      let bytes = lines.prefix(head).flatMap { line -> [UInt8] in line + [0x0A] }
      let part = MemoryFileSystem()
      try part.makeFolders("/logs/\(log)")
      try part.writeWhole(bytes, to: "/logs/\(log)/0000000001.jsonl")
      let held = try HeldLogs(scanning: "/logs", files: part)
      let members = Members(of: held.decisionLines, founder: log)
      let erasure = Erasure(in: held.decisionLines, members: members)
      let shipment = try Shipment(of: held, erasure: erasure, members: members, to: []) { _ in true }
      let named = shipment.frontier[log].map { Set($0).sorted().map { JSONValue.integer(Int64($0.seq)) } }
      #expect(named == row["numbers"]?.arrayValue, "head \(head)")
    }
  }
}
