import CanonicalJSON
import EventLog
import Identity
import TestSupport
import Testing
import Vocabulary

@testable import Merge

/// `SyncSpecs/vectors/state.json`, `fork.json` and `erasure.json`.
@Suite struct StateVectorTests {
  static let vectors = Vectors("state")
  static let cases = vectors.cases + Vectors("fork").cases + Vectors("erasure").cases

  func state(_ vector: Vectors.Case) throws -> MergedState {
    var logs: [(LogID, [UInt8])] = []
    for part in vector["logs"]?.arrayValue ?? [] {
      let lines = (part["lines"]?.arrayValue ?? []).compactMap(\.stringValue)
      logs.append((try #require(LogID(part["log"]?.stringValue ?? "")), lines.flatMap { Array($0.utf8) + [0x0A] }))
    }
    let table = LineTable(logs: logs)
    #expect(table.faults.isEmpty)
    let own = Set(vector.texts("own").compactMap { LogID($0) })
    return MergedState(
      of: table, workspace: try #require(LogID(vector.text("workspace"))),
      ownPrivate: own.filter { table.branch(of: $0)?.header?.audience == .prive })
  }

  /// References of rows, sorted as the vectors have them.
  func references(_ rows: some Sequence<Int>, _ table: LineTable) -> [String] {
    rows.map { table.reference($0).text }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  func texts(_ value: JSONValue?) -> [String] { (value?.arrayValue ?? []).compactMap(\.stringValue) }

  @Test func `there are cases, some of them with forks`() {
    #expect(Self.cases.count > 60)
    let forks = Self.cases.count { vector in vector["logs"]?.arrayValue?.contains { $0["after"] != nil } == true }
    #expect(forks > 2)
  }

  @Test func `the slots of the page are those of the vocabulary`() {
    for member in Self.vectors.document["slots"]?.objectValue?.members ?? [] {
      #expect(Vocabulary.standard.kind(named: member.key)?.slot == texts(member.value), "\(member.key)")
    }
    let structural = Vocabulary.standard.kinds.filter(\.isStructural).map(\.name)
    #expect(Set(structural) == LineView.structuralKinds)
  }

  @Test(arguments: cases)
  func `members, roles and steps are those of the page, and what was revoked is set aside`(
    vector: Vectors.Case
  ) throws {
    let state = try state(vector)
    let members = state.members.members.values.sorted { $0.log < $1.log }.map { member -> JSONValue in
      ["log": .string(member.log.text), "rol": .string(member.role.rawValue), "step": .integer(Int64(member.step))]
    }
    #expect(members == vector.expect["members"]?.arrayValue)
    let own = Set(vector.texts("own"))
    let held = state.table.branches.filter { branch in
      !state.members.contains(branch.log) && !(own.contains(branch.log.text) && branch.header?.audience == .prive)
    }
    #expect(Set(held.map(\.log.text)) == Set(texts(vector.expect["held"])))
    let setAside = (0..<state.table.rowCount).filter { row in
      let index = state.table.branchIndex(of: row)
      let log = state.table.branches[index].log
      if own.contains(log.text), state.table.branches[index].header?.audience == .prive { return false }
      return state.members.contains(log) && !state.members.counts(log, branch: index, seq: state.table.seq(row))
    }
    #expect(references(setAside, state.table) == texts(vector.expect["set_aside"]))
  }

  @Test(arguments: cases)
  func `live and missing are the lines of the page`(vector: Vectors.Case) throws {
    let state = try state(vector)
    let rows = 0..<state.table.rowCount
    #expect(references(rows.filter { state.isLive[$0] }, state.table) == texts(vector.expect["live"]))
    #expect(references(state.missingRows, state.table) == texts(vector.expect["missing"]))
  }

  @Test(arguments: cases)
  func `what is erased is what the page says`(vector: Vectors.Case) throws {
    let state = try state(vector)
    let erased = (0..<state.table.rowCount).filter { state.isErased($0) }
    #expect(references(erased, state.table) == texts(vector.expect["erased"]))
  }

  @Test(arguments: cases)
  func `conflicts are the groups of the page, and one fact of each group is used`(vector: Vectors.Case) throws {
    let state = try state(vector)
    let table = state.table
    func groups(_ name: String) -> [(facts: [String], used: String)] {
      (vector.expect[name]?.arrayValue ?? []).map { (texts($0["facts"]), $0["used"]?.stringValue ?? "") }
    }
    let found = state.conflicts.map { (references($0.rows, table), table.reference($0.used).text) }
      .sorted { $0.0[0].utf8.lexicographicallyPrecedes($1.0[0].utf8) }
    #expect(found.map(\.0) == groups("conflicts").map(\.facts))
    #expect(found.map(\.1) == groups("conflicts").map(\.used))
    let passedOver = (groups("conflicts") + groups("same")).flatMap { group in group.facts.filter { $0 != group.used } }
    let used = (0..<table.rowCount).filter { state.isUsed[$0] }
    let expected = (0..<table.rowCount).filter { row in
      state.isLive[row] && table.kindName(row) != "intrekking" && !passedOver.contains(table.reference(row).text)
    }
    #expect(references(used, table) == references(expected, table))
  }

  @Test(arguments: cases)
  func `the fingerprint is that of the page, for the whole and for a region`(vector: Vectors.Case) throws {
    let state = try state(vector)
    #expect(state.fingerprint == vector.expect["fingerprint"]?.stringValue)
    for member in vector.expect["fingerprint_regio"]?.objectValue?.members ?? [] {
      #expect(state.fingerprint(ofRegion: member.key) == member.value.stringValue)
    }
  }
}
