import Bundle
import CanonicalJSON
import EventLog
import Identity
import Platform
import TestSupport
import Testing
import Workspace

/// The cases of `SyncSpecs/vectors/bundle.json` applied to a fresh instance.
@Suite struct BundleVectorTests {
  static let vectors = Vectors("bundle")
  /// Forks, and payloads that come back, are settled by later pages; until then a fork is held.
  static let later: Set = ["two branches applied", "a payload that comes later"]

  /// An instance of the workspace of the vectors that holds nothing yet.
  func fresh(_ vector: Vectors.Case) throws -> Region {
    let everything = try #require(Self.vectors.named("everything"))
    let contents = try BundleContents(unpacking: everything.bytes("bundle"))
    let founder = try #require(contents.segments.first { $0.entry.log == contents.manifest.workspace })
    let line = try #require(contents.bytes[founder.range].split(separator: 0x0A).first)
    let key = try JSONValue(parsing: Array(line), rules: .line)["payload"]?["public_key"]
    let workspace = try #require(LogID(vector.text("workspace")))
    var invite: JSONValue = ["workspace": .string(workspace.text), "naam": "Vectoren"]
    if var object = invite.objectValue {
      object["public_key"] = key
      invite = .object(object)
    }
    let region = Region()
    _ = try Workspace.make(
      at: "/r", naam: "", regio: "zeeland", who: "lezer",
      invite: try #require(Invite(invite.canonicalBytes) as Invite?),
      surroundings: region.surroundings("/r"))
    return region
  }

  @Test(arguments: vectors.cases.filter { $0["apply"] != nil && !later.contains($0.name) })
  func `bundles applied in turn give the reports and the fingerprint of the page`(vector: Vectors.Case) throws {
    let region = try fresh(vector)
    var reports: [JSONValue] = []
    for name in vector.texts("apply") {
      let bundle = try #require(Self.vectors.named(name))
      try region.files.writeWhole(bundle.bytes("bundle"), to: "/bundle.veld")
      let (applied, released) = try region.apply("/bundle.veld", at: "/r")
      var report = JSONObject()
      report["new"] = .integer(Int64(applied.newCount))
      report["known"] = .integer(Int64(applied.knownCount))
      report["held"] = .integer(Int64(applied.heldCount))
      report["quarantined"] = .integer(Int64(applied.quarantinedCount))
      report["erased"] = .integer(Int64(applied.erasedCount))
      let releasedCount = released.reduce(0) { $0 + $1.newCount }
      if releasedCount > 0 { report["released"] = .integer(Int64(releasedCount)) }
      reports.append(.object(report))
    }
    #expect(vector.expect["reports"]?.arrayValue == reports)
    let workspace = try region.open("/r")
    if let fingerprint = vector.expect["fingerprint"]?.stringValue {
      #expect(try workspace.state().fingerprint == fingerprint)
    }
    #expect(try workspace.damage() == [])
  }

  @Test(arguments: vectors.cases.filter { $0["apply"] == nil && !$0.isAccepted && $0.name != "another workspace" })
  func `a bundle that is wrong by itself is refused whole, and changes nothing`(vector: Vectors.Case) throws {
    let region = try fresh(vector)
    try region.files.writeWhole(vector.bytes("bundle"), to: "/bundle.veld")
    let before = try region.tree("/r")
    #expect(throws: BundleError.self) { try region.apply("/bundle.veld", at: "/r") }
    let after = try region.tree("/r").filter { $0.key != "/r/.lock" }
    #expect(after == before.filter { $0.key != "/r/.lock" })
  }
}
