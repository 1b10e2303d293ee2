import Bundle
import CanonicalJSON
import Cryptography
import EventLog
import Identity
import Merge
import Platform
import TestSupport
import Testing
import Vocabulary

@testable import Workspace

@Suite struct ErasingTests {
  /// What must not be found any more.
  static let words = [
    "Zonnebloemstraat", "gloednieuw antwoord", "Proefpersoon", "R16-proef", "klinkende opname", "opname-zestien",
  ]

  static func object(_ json: JSONValue) -> JSONObject { json.objectValue ?? JSONObject() }

  /// Two instances of which the second was admitted, at `/a` and `/b`, with facts about R16-proef in several logs at `/a`.
  static func interviewed() throws -> Region {
    let region = Region()
    try region.found("/a")
    try region.join("/b", to: "/a")
    try region.admit("/b", at: "/a")
    try region.files.writeWhole(Array("klinkende opname van R16-proef".utf8), to: "/opname-zestien.m4a")
    try record(about: "R16-proef", in: "I-0007", "/a", of: region)
    // Another respondent, who stays.
    try record(about: "R17", in: "I-0008", "/a", of: region)
    let recording = try Recording(try region.open("/a"))
    _ = try recording.attach("/opname-zestien.m4a", ["interview": "I-0007"])
    _ = try recording.record("respondent_naam", object(["respondent": "R16-proef", "naam": "Mw. Proefpersoon"]))
    _ = try recording.writer(for: .gedeeld).close()
    return region
  }

  private static func record(about respondent: String, in interview: String, _ name: String, of region: Region) throws {
    let recording = try Recording(try region.open(name))
    let facts: [(String, JSONValue)] = [
      ("respondent", ["respondent": .string(respondent), "functie": "wethouder"]),
      (
        "interview",
        ["interview": .string(interview), "respondenten": [.string(respondent)], "datum": "2016-03-02"]
      ),
      (
        "antwoord",
        [
          "interview": .string(interview), "topic": "t", "vraag": "1.1",
          "tekst": .string("Zonnebloemstraat \(respondent)"),
        ]
      ),
      ("quote", ["interview": .string(interview), "tekst": "Zonnebloemstraat", "vrijgave": "wacht"]),
    ]
    for (kind, payload) in facts where respondent == "R16-proef" || kind != "quote" {
      var payload = object(payload)
      if respondent != "R16-proef", payload["tekst"] != nil { payload["tekst"] = "blijft staan" }
      _ = try recording.record(kind, payload)
    }
    if respondent == "R16-proef" {
      recording.forgetFacts()
      let state = try recording.facts().state
      let row = try #require(
        state.table.kindIndex(named: "antwoord").flatMap { kind in
          (0..<state.table.rowCount).first { state.table.kind($0) == kind }
        })
      _ = try recording.correct(
        state.table.reference(row).text, ["tekst": "gloednieuw antwoord"], reason: "nagelezen door R16-proef")
    }
  }

  static func request(respondent: String) -> ErasureRequest {
    var request = ErasureRequest()
    request.respondenten = [respondent]
    return request
  }

  @discardableResult
  static func erase(_ request: ErasureRequest, at name: String, of region: Region) throws -> Erasing.Erased {
    let erasing = Erasing(try Recording(try region.open(name)))
    return try erasing.erase(try erasing.plan(request), ground: "verzoek van de betrokkene")
  }

  /// Where any of the words stands below a folder: in a file's name or its bytes, those of bundles unpacked.
  static func places(of words: [String], in folder: String, of region: Region) throws -> [String] {
    var found: [String] = []
    for (path, bytes) in try region.tree(folder) {
      var texts = [Array(path.utf8), bytes]
      if path.hasSuffix(".veld") { texts.append(try Zstandard.decompress(bytes, limit: .bundle)) }
      for word in words
      where texts.contains(where: { text in text.withUnsafeBufferPointer { $0.holds(Array(word.utf8)) } }) {
        found.append("\(path): \(word)")
      }
    }
    return found.sorted()
  }

  @Test func `what is erased is in no file of the workspace any more, and all that stays still verifies`() throws {
    let region = try Self.interviewed()
    #expect(try Set(Self.places(of: Self.words, in: "/a", of: region).map { $0.split(separator: " ").last }).count == 6)
    let plan = try Erasing.plan(Self.request(respondent: "R16-proef"), in: try region.open("/a"))
    #expect(plan.counts.map(\.kind) == ["antwoord", "bijlage", "interview", "quote", "respondent", "respondent_naam"])
    #expect(plan.counts.map(\.count) == [2, 1, 1, 1, 1, 1])
    #expect(plan.targets.mapValues(\.count) == [.gedeeld: 6, .prive: 1])
    #expect(plan.attachments.values.reduce(0, +) == 30 && plan.notOurs.isEmpty && plan.mentions.isEmpty)
    let lineCount = try region.open("/a").state().table.rowCount
    let erased = try Self.erase(Self.request(respondent: "R16-proef"), at: "/a", of: region)
    #expect(erased.decisions.count == 2)
    #expect(erased.carriedOut.lineCount == 7 && erased.carriedOut.attachments.count == 1)
    #expect(try Self.places(of: Self.words, in: "/a", of: region) == [])
    let workspace = try region.open("/a")
    #expect(try workspace.damage() == [])
    let state = try workspace.ownState()
    // Two decisions with a checkpoint behind each, and an answer to each with another.
    #expect(state.table.rowCount == lineCount + 8)
    #expect(state.missingRows.isEmpty)
    #expect(try Self.places(of: ["blijft staan", "R17"], in: "/a/logs", of: region).count == 2)
    // The log can be written on.
    try region.record("T-1", ended: "2016-02-27", at: "/a")
    #expect(try workspace.damage() == [])
    #expect(try Erasing(try Recording(workspace)).carryOut().isEmpty)
    #expect(try Doctor.findings(in: workspace).map(\.code).filter { $0 != "unknown_reference" } == [])
  }

  @Test func `an instance that hears of an erasure carries it out, answers once, and agrees`() throws {
    let region = try Self.interviewed()
    try region.bundle("/before.veld", from: "/a")
    try region.apply("/before.veld", at: "/b")
    #expect(try !Self.places(of: ["Zonnebloemstraat"], in: "/b", of: region).isEmpty)
    try Self.erase(Self.request(respondent: "R16-proef"), at: "/a", of: region)
    try region.bundle("/after.veld", from: "/a")
    let waiting = ErasureOverview(of: try region.open("/a").state(), in: try region.open("/a"))
    let log = try region.open("/b").log
    #expect(waiting.decisions.filter { $0.waiting.map(\.log) == [log] }.count == 1)
    try region.apply("/after.veld", at: "/b")
    let b = try region.open("/b")
    try Erasing(try Recording(b)).carryOut()
    #expect(try Self.places(of: Self.words, in: "/b", of: region) == [])
    #expect(try b.damage() == [])
    #expect(try Erasing(try Recording(b)).carryOut().isEmpty)
    let answers = try b.state().lines("wissing_uitgevoerd").filter { try b.state().table.branch(at: $0.row).log == log }
    #expect(answers.map { $0.payload["regels"] } == [6])
    try region.bundle("/answer.veld", from: "/b")
    try region.apply("/answer.veld", at: "/a")
    #expect(try Said(region.open("/a")).fingerprint == Said(region.open("/b")).fingerprint)
    let done = ErasureOverview(of: try region.open("/a").state(), in: try region.open("/a"))
    #expect(done.decisions.allSatisfy { $0.waiting.isEmpty && $0.payloadCount == 0 })
    // What was sent before brings nothing back, neither into the logs nor into what is held.
    for name in ["/a", "/b"] {
      try region.apply("/before.veld", at: name)
      try Erasing(try Recording(try region.open(name))).carryOut()
      #expect(try Self.places(of: Self.words, in: name, of: region) == [], "\(name)")
      #expect(try region.open(name).damage() == [], "\(name)")
    }
    #expect(try Said(region.open("/a")).fingerprint == Said(region.open("/b")).fingerprint)
  }

  @Test func `an erasure that is interrupted at any call goes on at the next, to the same end`() throws {
    let start = try Self.interviewed()
    try start.files.makeFolder("/a/quarantine", mode: 0o700)
    try start.files.writeWhole(Array("Zonnebloemstraat".utf8), to: "/a/quarantine/torn-x")
    try start.files.makeFolder("/a/held", mode: 0o700)
    try start.bundle("/own.veld", from: "/a")
    try start.files.writeWhole(try start.files.contents(of: "/own.veld"), to: "/a/held/0123456789abcdef.veld")
    try InterruptionTests().forEachFault(from: start) { region in
      try Self.erase(Self.request(respondent: "R16-proef"), at: "/a", of: region)
    } _: { region, fault in
      let workspace = try region.open("/a")
      #expect(try workspace.damage() == [], "\(fault)")
      // The decision may not have been made yet; what was decided is carried out in any case.
      try Erasing(try Recording(workspace)).carryOut()
      if try !workspace.ownState().erasure.isEmpty {
        #expect(try region.files.names(in: "/a/quarantine").isEmpty, "\(fault)")
      }
      if (try? Erasing.plan(Self.request(respondent: "R16-proef"), in: workspace)) != nil {
        try Self.erase(Self.request(respondent: "R16-proef"), at: "/a", of: region)
      }
      #expect(try Self.places(of: Self.words, in: "/a", of: region) == [], "\(fault)")
      #expect(try region.files.names(in: "/a/held") == ["0123456789abcdef.erased.veld"], "\(fault)")
      #expect(try workspace.damage() == [], "\(fault)")
      let state = try workspace.ownState()
      #expect(state.missingRows.isEmpty && state.table.faults.isEmpty, "\(fault)")
      let answers = state.lines("wissing_uitgevoerd").compactMap { $0.payload["wissing"]?.stringValue }
      #expect(Set(answers).count == answers.count && answers.count == state.erasure.wissingen.count, "\(fault)")
      try region.record("T-9", ended: "2016-02-27", at: "/a")
      #expect(try workspace.damage() == [], "\(fault)")
    }
  }

  @Test func `a held bundle without the erased payload is read by its lines`() throws {
    let region = try Self.interviewed()
    try region.bundle("/own.veld", from: "/a")
    try region.files.makeFolder("/a/held", mode: 0o700)
    try region.files.writeWhole(try region.files.contents(of: "/own.veld"), to: "/a/held/0123456789abcdef.veld")
    let erased = try Self.erase(Self.request(respondent: "R16-proef"), at: "/a", of: region)
    #expect(erased.carriedOut.heldBundles == ["0123456789abcdef.erased.veld"])
    let bytes = try region.files.contents(of: "/a/held/0123456789abcdef.erased.veld")
    #expect(throws: BundleError.self) { try BundleContents(unpacking: bytes) }
    let contents = try BundleContents(unpacking: bytes, isErased: true)
    let original = try BundleContents(unpacking: try region.files.contents(of: "/own.veld"))
    #expect(contents.manifest == original.manifest)
    for segment in contents.segments {
      let report = Array(contents.bytes[segment.range]).withUnsafeBufferPointer {
        LogVerifier.verify($0, path: "", log: segment.entry.log, workspace: nil)
      }
      #expect(report.findings.isEmpty && report.lineCount == segment.entry.lineCount)
    }
  }

  @Test func `a held bundle that cannot be read goes whole, and is named`() throws {
    let region = try Self.interviewed()
    try region.files.makeFolder("/a/held", mode: 0o700)
    try region.files.writeWhole(Array("Zonnebloemstraat".utf8), to: "/a/held/0000000000000000.veld")
    let erased = try Self.erase(Self.request(respondent: "R16-proef"), at: "/a", of: region)
    #expect(erased.carriedOut.droppedBundles == ["0000000000000000.veld"])
    #expect(try region.files.names(in: "/a/held").isEmpty)
  }

  @Test func `the quarantine is emptied, folders too, and what was in it is named`() throws {
    let region = try Self.interviewed()
    try region.files.makeFolders("/a/quarantine/init-x")
    try region.files.makeFolder("/a/held", mode: 0o700)
    try region.files.writeWhole(Array("Zonnebloemstraat".utf8), to: "/a/quarantine/init-x/0000000001.jsonl")
    try region.files.writeWhole(Array("R16-proef".utf8), to: "/a/quarantine/torn-y")
    try region.files.makeFolder("/a/cache", mode: 0o700)
    try region.files.writeWhole(Array("gloednieuw antwoord".utf8), to: "/a/cache/snapshot")
    try region.files.writeWhole(Array("opname-zestien".utf8), to: "/a/logs/.tmp-0000000001.jsonl")
    try region.files.writeWhole(Array("gloednieuw antwoord".utf8), to: "/a/held/.tmp-0123456789abcdef.veld")
    // What is not the workspace's is left alone and named.
    try region.files.writeWhole(Array("export".utf8), to: "/a/export.csv")
    let plan = try Erasing.plan(Self.request(respondent: "R16-proef"), in: try region.open("/a"))
    #expect(plan.otherFiles == ["export.csv"])
    let erased = try Self.erase(Self.request(respondent: "R16-proef"), at: "/a", of: region)
    #expect(region.files.exists("/a/export.csv"))
    #expect(erased.carriedOut.quarantine.map(\.name) == ["init-x", "torn-y"])
    #expect(try Self.places(of: Self.words, in: "/a", of: region) == [])
  }

  @Test func `a torn end and a damaged line in the place of an erased one lose what they hold`() throws {
    let region = try Self.interviewed()
    let target = try region.record("T-16", ended: "2016-02-27", at: "/b")
    try region.record("T-17", ended: "2016-02-27", at: "/b")
    try region.bundle("/b.veld", from: "/b")
    try region.apply("/b.veld", at: "/a")
    let part = "/a/logs/\(try region.open("/b").log)/0000000001.jsonl"
    let text = String(decoding: try region.files.contents(of: part), as: UTF8.self)
    let damaged = text.split(separator: "T-16").joined(separator: "T-16\"") + #"{"chain":"Zonnebloemstraat"#
    try region.files.writeWhole(Array(damaged.utf8), to: part)
    let a = try region.open("/a")
    #expect(try a.state().table.faults.count == 1)
    let decision: JSONValue = ["doelen": [.string(target.text)], "grond": "verzoek"]
    let recording = try Recording(a)
    try recording.append([Draft(kind: "wissing", payload: Self.object(decision))], to: .gedeeld, closing: true)
    let done = try Erasing(recording).carryOut()
    #expect(done.blankedCount == 1 && done.lineCount == 0)
    #expect(
      try Self.places(of: ["T-16", "\"Zonnebloemstraat"], in: "/a/logs", of: region).allSatisfy { !$0.contains(part) })
    #expect(try region.files.contents(of: part).last == 0x0A)
    // The others are where they were, and nothing is done twice.
    #expect(try a.state().table.faults.count == 1)
    #expect(
      try Self.places(of: ["T-17"], in: part.split(separator: "/0").first.map(String.init) ?? "", of: region).count == 1
    )
    #expect(try Erasing(recording).carryOut().isEmpty)
  }

  @Test func `only the writer, the founder and a beheerder can erase a fact, and the plan says so before`() throws {
    let region = try Self.interviewed()
    try region.bundle("/all.veld", from: "/a")
    try region.apply("/all.veld", at: "/b")
    let b = try region.open("/b")
    let plan = try Erasing.plan(Self.request(respondent: "R16-proef"), in: b)
    #expect(plan.targets.isEmpty && plan.notOurs.count == 6)
    #expect(throws: ErasureError.notOurs(plan.notOurs)) {
      try Self.erase(Self.request(respondent: "R16-proef"), at: "/b", of: region)
    }
    #expect(try !Self.places(of: ["Zonnebloemstraat"], in: "/b", of: region).isEmpty)
    // Of its own it can.
    let own = try region.record("T-16", ended: "2016-02-27", at: "/b")
    var request = ErasureRequest()
    request.trajecten = ["T-16"]
    #expect(try Erasing.plan(request, in: b).targets == [.gedeeld: [own]])
    try Self.erase(request, at: "/b", of: region)
    #expect(try Self.places(of: ["T-16"], in: "/b", of: region) == [])
    // And the founder can erase what another wrote.
    let other = try region.record("T-17", ended: "2016-02-27", at: "/b")
    try region.bundle("/b.veld", from: "/b")
    try region.apply("/b.veld", at: "/a")
    request.trajecten = ["T-17"]
    #expect(try Erasing.plan(request, in: try region.open("/a")).targets == [.gedeeld: [other]])
  }

  @Test func `a newcomer who is not admitted yet can erase what it recorded`() throws {
    let region = Region()
    try region.found("/a")
    try region.join("/b", to: "/a")
    try region.record("T-16", ended: "2016-02-27", at: "/b")
    var request = ErasureRequest()
    request.trajecten = ["T-16"]
    #expect(try Self.erase(request, at: "/b", of: region).carriedOut.lineCount == 1)
    #expect(try Self.places(of: ["T-16"], in: "/b", of: region) == [])
    #expect(try region.open("/b").damage() == [])
  }

  @Test func `the mark of a code is that of the page`() throws {
    let workspace = try #require(LogID("40x31n4m6fq1"))
    #expect(PersonCode(.respondent, "R16").mark(in: workspace) == "L-MRq6Tjn4gqyMRyTROfvA")
  }

  @Test func `a regional fact is erased by a line that only the region reads`() throws {
    let region = Region()
    try region.found("/a")
    let fact: JSONValue = ["traject": "T-regionaal", "datum": "2016-02-27", "reden": "01"]
    // Other randomness than the shared log was founded with, so that the regional log has a key of its own.
    let target = try Recording(try Workspace(opening: "/a", surroundings: region.surroundings("/z")))
      .record("traject_beeindigd", Self.object(fact), audience: .regio).reference
    var request = ErasureRequest()
    request.trajecten = ["T-regionaal"]
    #expect(try Erasing.plan(request, in: try region.open("/a")).targets == [.regio: [target]])
    let erased = try Self.erase(request, at: "/a", of: region)
    let workspace = try region.open("/a")
    #expect(erased.decisions.map(\.log) == [workspace.settings.logs[.regio]])
    #expect(try Self.places(of: ["T-regionaal"], in: "/a", of: region) == [])
    let state = try workspace.ownState()
    let answers = state.lines("wissing_uitgevoerd").map { state.table.branch(at: $0.row).log }
    #expect(answers == [workspace.settings.logs[.regio]])
    #expect(try workspace.damage() == [])
  }

  @Test func `the ground must not say whom it is about, and there must be one`() throws {
    let region = try Self.interviewed()
    let erasing = Erasing(try Recording(try region.open("/a")))
    let plan = try erasing.plan(Self.request(respondent: "R16-proef"))
    let before = try region.tree("/a")
    #expect(throws: ErasureError.noGround) { try erasing.erase(plan, ground: "  ") }
    #expect(throws: ErasureError.groundNames("R16-proef")) { try erasing.erase(plan, ground: "R16-proef vroeg erom") }
    #expect(throws: ErasureError.groundNames("I-0007")) { try erasing.erase(plan, ground: "zie I-0007.") }
    #expect(try region.tree("/a") == before)
    #expect(throws: ErasureError.nothingFound) { try erasing.plan(Self.request(respondent: "R99")) }
  }

  @Test func `what others said in the same interview stays unless it is asked for`() throws {
    let region = try Self.interviewed()
    let recording = try Recording(try region.open("/a"))
    let interview: JSONValue = ["interview": "I-0009", "respondenten": ["R16-proef", "R18"], "datum": "2016-03-03"]
    _ = try recording.record("interview", Self.object(interview))
    let answer: JSONValue = ["interview": "I-0009", "topic": "t", "vraag": "1.1", "tekst": "samen gezegd"]
    _ = try recording.record("antwoord", Self.object(answer))
    let note: JSONValue = ["interview": "I-0008", "tekst": "net als R16-proef al zei", "vrijgave": "wacht"]
    let mention = try recording.record("quote", Self.object(note)).reference
    var request = Self.request(respondent: "R16-proef")
    let plan = try Erasing(recording).plan(request)
    #expect(plan.sharedInterviews == ["I-0009"])
    #expect(plan.counts.first { $0.kind == "interview" }?.count == 2)
    #expect(plan.counts.first { $0.kind == "antwoord" }?.count == 2)
    #expect(plan.mentions == [mention])
    request.includesShared = true
    let all = try Erasing(recording).plan(request)
    #expect(all.sharedInterviews == [])
    #expect(all.counts.first { $0.kind == "antwoord" }?.count == 3)
  }

  @Test func `erasing a young person takes the trajecten along, and a retraction goes with what it took back`() throws {
    let region = Region()
    try region.found("/a")
    let recording = try Recording(try region.open("/a"))
    func add(_ kind: String, _ payload: JSONValue) throws -> Reference {
      try recording.record(kind, Self.object(payload)).reference
    }
    let person = try add("jeugdige_ingeschreven", ["pseudoniem": "k7qm2x9fh3tz4bwd", "grondslag": "toestemming"])
    let start = try add(
      "traject_gestart",
      ["traject": "T-1", "pseudoniem": "k7qm2x9fh3tz4bwd", "aanbieder": "zee-003", "datum": "2016-01-11"])
    let end = try add("traject_beeindigd", ["traject": "T-1", "datum": "2016-02-11", "reden": "01"])
    let other = try add("traject_beeindigd", ["traject": "T-12", "datum": "2016-02-11", "reden": "01"])
    recording.forgetFacts()
    let retraction = try recording.retract(end.text, reason: "bleek van een ander").reference
    recording.forgetFacts()
    var request = ErasureRequest()
    request.pseudoniemen = ["k7qm2x9fh3tz4bwd"]
    #expect(try Erasing(recording).plan(request).targets[.gedeeld] == [person, start, end, retraction].sorted())
    request.pseudoniemen = []
    request.trajecten = ["T-1"]
    #expect(try Erasing(recording).plan(request).targets[.gedeeld] == [start, end, retraction].sorted())
    request.trajecten = []
    request.references = [other.text]
    #expect(try Erasing(recording).plan(request).targets[.gedeeld] == [other])
    request.references = [":1"]
    #expect(throws: ErasureError.self) { try Erasing(recording).plan(request) }
  }

  @Test func `a fact that comes after an erasure and names the same is shown until someone decides`() throws {
    let region = try Self.interviewed()
    let a = try region.open("/a")
    try region.bundle("/all.veld", from: "/a")
    try region.apply("/all.veld", at: "/b")
    try Self.erase(Self.request(respondent: "R16-proef"), at: "/a", of: region)
    #expect(ErasureOverview(of: try a.ownState(), in: a).doubts.isEmpty)
    // b corrects an answer and records a check before the decision arrives.
    let state = try region.open("/b").ownState()
    let answer = try #require(state.lines("antwoord").first { $0.payload["tekst"] == "gloednieuw antwoord" })
    let target = state.table.reference(answer.row)
    let correction = try Recording(try region.open("/b"))
      .correct(target.text, ["tekst": "weer anders"], reason: "gebeld").reference
    let said: JSONValue = ["interview": "I-0007", "door": "R16-proef", "datum": "2016-04-01", "uitkomst": "akkoord"]
    let check = try Recording(try region.open("/b")).record("controle", Self.object(said)).reference
    try region.bundle("/b.veld", from: "/b")
    try region.apply("/b.veld", at: "/a")
    func doubts() throws -> [Reference: ErasureOverview.Doubt.Reason] {
      let state = try a.ownState()
      let doubts = ErasureOverview(of: state, in: a).doubts
      return Dictionary(uniqueKeysWithValues: doubts.map { (state.table.reference($0.row), $0.reason) })
    }
    #expect(try doubts() == [correction: .replaces(target), check: .names(PersonCode(.respondent, "R16-proef"))])
    #expect(try Doctor.findings(in: a).map(\.code).contains("after_erasure"))
    _ = try Recording(a).keep([check.text], reason: "gaat over iemand anders")
    #expect(try doubts() == [correction: .replaces(target)])
    var request = ErasureRequest()
    request.references = [correction.text]
    try Self.erase(request, at: "/a", of: region)
    #expect(try doubts() == [:])
  }

  @Test func `on real files too nothing is left of a traject that was imported, and the others are untouched`() throws {
    let fixture = try ImportFixture()
    try fixture.file("a.csv", ImportFixture.trajecten(40))
    try fixture.load("a.csv")
    let before = try fixture.payloads("traject_gestart")
    var request = ErasureRequest()
    request.trajecten = ["T-7", "T-40"]
    let recording = try Recording(fixture.workspace)
    let done = try Self.erase(request, at: "", recording)
    #expect(done.carriedOut.lineCount == 2)
    let left = try fixture.disk().filter { path, bytes in
      path.hasPrefix(fixture.workspace.root)
        && bytes.withUnsafeBufferPointer { $0.holds(Array("\"T-7\"".utf8)) || $0.holds(Array("\"T-40\"".utf8)) }
    }
    #expect(left.isEmpty)
    #expect(try fixture.payloads("traject_gestart") == before.filter { !["T-7", "T-40"].contains($0["traject"]) })
    #expect(try fixture.workspace.damage() == [])
  }

  @Test func `a decision about more lines than fit in one is written as several`() throws {
    let region = Region()
    try region.found("/a")
    let recording = try Recording(try region.open("/a"))
    let count = 42_000
    var drafts: [Draft] = []
    for number in 0..<count {
      drafts.append(
        Draft(
          kind: "intake",
          payload: Self.object(["traject": "traject-dat-verdwijnt", "datum": .string("2016-01-\(10 + number % 20)")])))
    }
    try recording.append(drafts, to: .gedeeld, closing: true)
    recording.forgetFacts()
    var request = ErasureRequest()
    request.trajecten = ["traject-dat-verdwijnt"]
    let erased = try Self.erase(request, at: "/a", recording)
    #expect(erased.decisions.count == 2)
    #expect(erased.carriedOut.lineCount == count)
    #expect(try Self.places(of: ["traject-dat-verdwijnt"], in: "/a", of: region) == [])
    #expect(try region.open("/a").damage() == [])
  }

  private static func erase(
    _ request: ErasureRequest, at name: String, _ recording: Recording
  ) throws -> Erasing.Erased {
    try Erasing(recording).erase(try Erasing(recording).plan(request), ground: "verzoek van de betrokkene")
  }
}
