import CanonicalJSON
import EventLog
import Identity
import Merge
import Platform
import TestSupport
import Testing

@testable import Bundle

/// `SyncSpecs/vectors/frontier.json`: what a holder names, and what it sends to one of whom this was received.
@Suite struct FrontierVectorTests {
  static let cases = Vectors("frontier").cases

  /// The logs of a case on a disk of their own.
  func held(_ vector: Vectors.Case) throws -> HeldLogs {
    let files = MemoryFileSystem()
    for part in vector["logs"]?.arrayValue ?? [] {
      let log = try #require(LogID(part["log"]?.stringValue ?? ""))
      let lines = (part["lines"]?.arrayValue ?? []).compactMap(\.stringValue)
      let first = try JSONValue(parsing: Array(try #require(lines.first).utf8), rules: .line)
      let fork = part["after"] == nil ? nil : Chain(try #require(first["chain"]?.stringValue))
      let folder = LogFolder(log, fork: fork, in: "/logs", files: files)
      try files.makeFolders(folder.path)
      let seq = Int(try #require(first["head"]?["seq"]?.integerValue))
      try files.writeWhole(lines.flatMap { Array($0.utf8) + [0x0A] }, to: folder.partPath(firstSeq: seq))
    }
    return try HeldLogs(scanning: "/logs", files: files)
  }

  /// A frontier as the vectors write it.
  func frontier(_ value: JSONValue?) throws -> [LogID: [BundleManifest.NamedLine]] {
    var frontier: [LogID: [BundleManifest.NamedLine]] = [:]
    for member in value?.objectValue?.members ?? [] {
      frontier[try #require(LogID(member.key))] = try (member.value.arrayValue ?? []).map { point in
        let chain = try #require(Chain(point["chain"]?.stringValue ?? ""))
        return .init(seq: Int(try #require(point["seq"]?.integerValue)), chain: chain)
      }
    }
    return frontier
  }

  /// What goes in clear to one of whom the case's frontier and missing lines were received.
  func shipment(_ vector: Vectors.Case, of held: HeldLogs) throws -> Shipment {
    let workspace = try #require(LogID(vector.text("workspace")))
    let missing = (vector["received"]?["missing"]?.arrayValue ?? []).compactMap(\.stringValue)
    let received = BundleManifest(
      workspace: workspace, writer: workspace, frontier: try frontier(vector["received"]?["frontier"]),
      missing: try missing.map { try #require(Reference($0)) })
    let members = Members(of: held.decisionLines, founder: workspace)
    let erasure = Erasure(in: held.decisionLines, members: members)
    return try Shipment(of: held, erasure: erasure, members: members, to: [Coverage(received, in: held)]) {
      $0.audience == .gedeeld
    }
  }

  @Test func `there are cases`() {
    #expect(Self.cases.count >= 30)
  }

  @Test(arguments: cases)
  func `the frontier names the lines of the page`(vector: Vectors.Case) throws {
    let named = try shipment(vector, of: held(vector)).frontier.mapValues { Set($0).sorted() }
    #expect(named == (try frontier(vector.expect["frontier"])))
  }

  @Test(arguments: cases)
  func `the lines of the page are sent, and no others`(vector: Vectors.Case) throws {
    let held = try held(vector)
    var sent: [String] = []
    for piece in try shipment(vector, of: held).pieces {
      for run in piece.runs {
        for seq in run.first...run.last {
          let chain = try #require(held.chain(seq, on: run.branch))
          sent.append(Reference(log: held.branches[run.branch].log, seq: seq, chain: chain).text)
        }
      }
    }
    let expected = (vector.expect["sends"]?.arrayValue ?? []).compactMap(\.stringValue)
    #expect(sent.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } == expected)
  }
}
