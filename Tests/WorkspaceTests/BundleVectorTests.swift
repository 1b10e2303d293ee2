import Bundle
import CanonicalJSON
import EventLog
import Identity
import Platform
import TestSupport
import Testing
import Workspace

/// The cases of `SyncSpecs/vectors/bundle.json` and `delta.json` applied to a fresh instance.
@Suite struct BundleVectorTests {
  static let cases = ["bundle", "delta"].flatMap { page in
    Vectors(page).cases.map { PageCase(page: page, vector: $0) }
  }

  struct PageCase: CustomTestStringConvertible, Sendable {
    let page: String
    let vector: Vectors.Case

    var testDescription: String { page + ": " + vector.name }

    func named(_ name: String) -> Vectors.Case? {
      BundleVectorTests.cases.first { $0.page == page && $0.vector.name == name }?.vector
    }
  }

  /// An instance of the workspace of the vectors that holds nothing yet.
  func fresh(_ page: PageCase) throws -> Region {
    try Region.empty(
      of: page.vector.text("workspace"), with: try #require(page.named("everything")).bytes("bundle"))
  }

  @Test(arguments: cases.filter { $0.vector["apply"] != nil })
  func `bundles applied in turn give the reports and the state of the page`(page: PageCase) throws {
    let vector = page.vector
    let region = try fresh(page)
    var reports: [JSONValue] = []
    for name in vector.texts("apply") {
      let bundle = try #require(page.named(name))
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
    let state = try workspace.state()
    func texts(_ isMeant: (Int) -> Bool) -> [JSONValue] {
      (0..<state.table.rowCount).filter(isMeant).map { state.table.reference($0).text }.sorted()
        .map { JSONValue.string($0) }
    }
    if let live = vector.expect["live"]?.arrayValue {
      let own = workspace.ownPrivate
      #expect(texts { state.isLive[$0] && !own.contains(state.table.branch(at: $0).log) } == live)
    }
    if let missing = vector.expect["missing"]?.arrayValue {
      #expect(state.missingRows.map { JSONValue.string(state.table.reference($0).text) } == missing)
    }
    if let erased = vector.expect["erased"]?.arrayValue {
      #expect(texts { state.isErased($0) } == erased)
    }
    #expect(try workspace.damage() == [])
  }

  @Test(
    arguments: cases.filter {
      $0.vector["apply"] == nil && !$0.vector.isAccepted && $0.vector.name != "another workspace"
    })
  func `a bundle that is wrong by itself is refused whole, and changes nothing`(page: PageCase) throws {
    let vector = page.vector
    let region = try fresh(page)
    try region.files.writeWhole(vector.bytes("bundle"), to: "/bundle.veld")
    let before = try region.tree("/r")
    #expect(throws: BundleError.self) { try region.apply("/bundle.veld", at: "/r") }
    let after = try region.tree("/r").filter { $0.key != "/r/.lock" }
    #expect(after == before.filter { $0.key != "/r/.lock" })
  }
}
