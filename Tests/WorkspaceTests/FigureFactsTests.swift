import CanonicalJSON
import EventLog
import Identity
import Merge
import Platform
import Projection
import Query
import TestSupport
import Testing
import Vocabulary

@testable import Workspace

/// Figures from a snapshot are those from the logs, whatever happened in between.
@Suite struct FigureFactsTests {
  /// Two instances that know each other, at `/a` and `/b`, each with facts; `/a` has all of them.
  static func region(factCount: Int = 6) throws -> Region {
    let region = Region()
    try region.found("/a")
    try region.join("/b", to: "/a")
    try region.admit("/b", at: "/a")
    for number in 1...factCount {
      try region.start("T-\(number)", at: number % 2 == 0 ? "/a" : "/b")
      if number % 3 == 0 { try region.record("T-\(number)", ended: "2016-02-2\(number % 10)", at: "/a") }
    }
    try region.exchange(from: "/b", to: "/a")
    return region
  }

  /// Compares what a snapshot says with what the logs say, and keeps a new one where it was not taken.
  ///
  /// - Returns: Whether it was.
  @discardableResult
  static func agrees(_ workspace: Workspace, _ comment: String = "") throws -> Bool {
    let facts = try workspace.figureFacts(only: Query.neededColumns, program: "1")
    let read = try workspace.figureFacts(only: Query.neededColumns, program: nil)
    #expect(try facts.said == read.said, "\(comment)")
    for question in ["uitval_breed, doorlooptijd per aanbieder", "uitval per kwartaal", "tevredenheid per aanbieder"] {
      let query = try Query(parsing: question)
      let (found, wanted) = (
        try query.evaluate(on: facts.projection, vocabulary: workspace.vocabulary),
        try query.evaluate(on: read.projection, vocabulary: workspace.vocabulary)
      )
      #expect(found.json.canonicalBytes == wanted.json.canonicalBytes, "\(question) \(comment)")
      let bounds = try [facts, read].map { facts in
        try ConflictBounds(found, of: query, ConflictFacts(facts, vocabulary: workspace.vocabulary))
      }
      #expect(bounds[0].intervals == bounds[1].intervals, "\(question) \(comment)")
      #expect(bounds[0].conflictCount == bounds[1].conflictCount && bounds[0].leftOutCount == bounds[1].leftOutCount)
    }
    facts.keep()
    return facts.state == nil
  }

  @Test func `the second answer comes from the snapshot, and is the same`() throws {
    let region = try Self.region()
    let workspace = try region.open("/a")
    #expect(try !Self.agrees(workspace))
    #expect(try Self.agrees(workspace))
    #expect(try workspace.files.names(in: "/a/cache") == ["figures.snapshot"])
  }

  /// Something that happens at `/a` after the snapshot was made.
  struct Event: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Whether the snapshot says enough all the same.
    let isEnough: Bool
    let happens: @Sendable (Region) throws -> Void

    init(_ text: String, isEnough: Bool, _ happens: @escaping @Sendable (Region) throws -> Void) {
      (testDescription, self.isEnough, self.happens) = (text, isEnough, happens)
    }
  }

  static let events = [
    Event("nothing", isEnough: true) { _ in },
    Event("a new fact", isEnough: true) { try $0.start("T-90", at: "/a") },
    Event("a new fact of a kind that there was none of", isEnough: true) { region in
      try region.record("regio", ["regio": "zeeland", "inkoopmethode": "output"], at: "/a")
    },
    Event("a value that is another than all facts had", isEnough: true) { region in
      try region.record(
        "traject_gestart",
        ["traject": "T-92", "aanbieder": "zee-077", "datum": "2016-01-11", "herkomst_data": "gepubliceerd"], at: "/a")
    },
    Event("many new facts", isEnough: true) { region in
      for number in 20...40 { try region.start("T-\(number)", at: "/a") }
      for number in 20...30 { try region.record("T-\(number)", ended: "2016-03-01", at: "/a") }
    },
    Event("more new facts than there is room for", isEnough: false) { region in
      let recording = try Recording(try region.open("/a"))
      for number in 100...170 {
        _ = try recording.record("traject_beeindigd", Self.end("T-\(number)", "2016-03-01"))
      }
    },
    Event("a fact that no figure is about", isEnough: true) { region in
      try region.record("respondent", ["respondent": "R1", "functie": "wethouder"], at: "/a")
    },
    Event("a checkpoint", isEnough: true) { region in
      _ = try Recording(try region.open("/a")).writer(for: .gedeeld).close()
    },
    Event("new facts of a member, in a bundle", isEnough: true) { region in
      try region.start("T-91", at: "/b")
      try region.record("T-91", ended: "2016-03-01", at: "/b")
      try region.exchange(from: "/b", to: "/a")
    },
    Event("a correction", isEnough: true) { try $0.correct("T-3", at: "/a") },
    Event("another name for a log", isEnough: false) { region in
      let state = try region.open("/a").ownState()
      let row = try #require((0..<state.table.rowCount).first { state.table.kindName($0) == "naam" })
      _ = try Recording(try region.open("/a")).correct(
        state.table.reference(row).text, ["naam": "bureau"], reason: "verhuisd")
    },
    Event("corrections of several facts, and new ones", isEnough: true) { region in
      try region.start("T-0", at: "/a")
      for traject in ["T-6", "T-3"] { try region.correct(traject, at: "/a") }
      try region.start("T-92", at: "/a")
    },
    Event("a correction of a member's fact", isEnough: true) {
      try $0.correct("T-3", kind: "traject_gestart", at: "/a")
    },
    Event("a correction of a correction", isEnough: false) { region in
      for _ in 1...2 { try region.correct("T-3", at: "/a") }
    },
    Event("a correction that moves a fact to another slot", isEnough: false) { region in
      let recording = try Recording(try region.open("/a"))
      _ = try recording.correct(try region.reference("T-3", at: "/a"), ["traject": "T-93"], reason: "verschreven")
    },
    Event("a retraction", isEnough: false) { region in
      let recording = try Recording(try region.open("/a"))
      _ = try recording.retract(try region.reference("T-3", at: "/a"), reason: "dubbel")
    },
    Event("a retraction of a retraction", isEnough: false) { region in
      let reference = try region.reference("T-3", at: "/a")
      let outcome = try Recording(try region.open("/a")).retract(reference, reason: "dubbel")
      try FigureFactsTests.agrees(try region.open("/a"))
      _ = try Recording(try region.open("/a")).retract(outcome.reference.text, reason: "toch niet")
    },
    Event("a correction of a fact that was retracted in the meantime", isEnough: false) { region in
      try region.record("respondent", ["respondent": "R1", "functie": "wethouder"], at: "/a")
      try region.exchange(from: "/a", to: "/b")
      let state = try region.open("/a").ownState()
      let row = try #require((0..<state.table.rowCount).first { state.table.kindName($0) == "respondent" })
      let reference = state.table.reference(row).text
      _ = try Recording(try region.open("/a")).retract(reference, reason: "dubbel")
      try FigureFactsTests.agrees(try region.open("/a"))
      _ = try Recording(try region.open("/b")).correct(
        reference, ["toelichting": "tweede gesprek"], reason: "nagekeken")
      try region.exchange(from: "/b", to: "/a")
    },
    Event("a conflict", isEnough: false) { region in
      try region.record("T-3", ended: "2016-03-09", at: "/b")
      try region.exchange(from: "/b", to: "/a")
    },
    Event("the same fact twice", isEnough: false) { region in
      try region.start("T-2", at: "/b")
      try region.exchange(from: "/b", to: "/a")
    },
    Event("two new facts of one slot", isEnough: false) { region in
      try region.record("T-94", ended: "2016-03-09", at: "/b")
      try region.record("T-94", ended: "2016-03-08", at: "/a")
      try region.exchange(from: "/b", to: "/a")
    },
    Event("a payload that breaks a rule", isEnough: false) { region in
      let draft = Draft(kind: "traject_beeindigd", payload: try Self.object(["traject": "T-95", "datum": "gisteren"]))
      try Recording(try region.open("/a")).append([draft], to: .gedeeld)
    },
    Event("a fact of a kind that is not known", isEnough: false) { region in
      let draft = Draft(kind: "later_bedacht", payload: try Self.object(["traject": "T-95"]))
      try Recording(try region.open("/a")).append([draft], to: .gedeeld)
    },
    Event("an erasure", isEnough: false) { region in
      var request = ErasureRequest()
      request.trajecten = ["T-3"]
      try ErasingTests.erase(request, at: "/a", of: region)
    },
    Event("an admission", isEnough: false) { region in
      try region.join("/c", to: "/a")
      try region.admit("/c", at: "/a")
    },
    Event("a revocation", isEnough: false) { region in
      _ = try Recording(try region.open("/a")).revoke(try region.open("/b").log)
    },
    Event("a stranger's bundle, which waits", isEnough: true) { region in
      try region.join("/c", to: "/a")
      try region.start("T-96", at: "/c")
      try region.exchange(from: "/c", to: "/a")
    },
    Event("a log that was continued in two places", isEnough: false) { region in
      try region.files.duplicate("/b", to: "/d")
      try region.start("T-98", at: "/b")
      try region.start("T-99", at: "/d")
      try region.exchange(from: "/b", to: "/a")
      try FigureFactsTests.agrees(try region.open("/a"))
      try region.exchange(from: "/d", to: "/a")
      try FigureFactsTests.agrees(try region.open("/a"))
      try region.start("T-89", at: "/d")
      try region.exchange(from: "/d", to: "/a")
    },
    Event("a new line on the first branch of such a log", isEnough: false) { region in
      try region.files.duplicate("/b", to: "/d")
      try region.start("T-98", at: "/b")
      try region.start("T-99", at: "/d")
      for name in ["/b", "/d"] { try region.exchange(from: name, to: "/a") }
      try FigureFactsTests.agrees(try region.open("/a"))
      try region.start("T-88", at: "/b")
      try region.exchange(from: "/b", to: "/a")
    },
    Event("a correction of one of two facts that replace the same one", isEnough: false) { region in
      try region.exchange(from: "/a", to: "/b")
      for (name, traject) in [("/b", "T-93"), ("/a", "T-94")] {
        let recording = try Recording(try region.open(name))
        _ = try recording.correct(try region.reference("T-3", at: name), ["traject": .string(traject)], reason: "fout")
      }
      try region.exchange(from: "/b", to: "/a")
      try FigureFactsTests.agrees(try region.open("/a"))
      // The one that figures use.
      let state = try region.open("/a").ownState()
      let used = try #require(state.conflicts.first).used
      var payload = try #require(state.table.payloadObject(used))
      payload["datum"] = "2016-03-07"
      let draft = Draft(kind: "traject_beeindigd", payload: payload, replaces: [state.table.reference(used)])
      try Recording(try region.open("/a")).append([draft], to: .gedeeld)
    },
    Event("a regional log", isEnough: false) { region in
      _ = try Recording(try region.open("/a")).record(
        "traject_beeindigd", Self.end("T-97", "2016-03-01"), audience: .regio)
    },
    Event("a private fact that no figure is about", isEnough: false) { try $0.recordName(1, at: "/a") },
    Event("a line that was cut off", isEnough: true) { region in
      let path = try region.lastFile("/a")
      try region.files.open(path, .append).write(Array(#"{"chain":"#.utf8))
    },
    Event("a line that is not right", isEnough: false) { region in
      try region.files.open(try region.lastFile("/a"), .append).write(Array("{}\n".utf8))
    },
    Event("a log that is shorter", isEnough: false) { region in
      let path = try region.lastFile("/a")
      let bytes = try region.files.contents(of: path)
      let end = bytes.dropLast().lastIndex(of: 0x0A) ?? 0
      try region.files.writeWhole(Array(bytes[...end]), to: path)
    },
    Event("another last line", isEnough: false) { region in
      let path = try region.lastFile("/a")
      var bytes = try region.files.contents(of: path)
      // In the salt, which is looked at by nobody but `verify`.
      bytes[bytes.count - 5] = bytes[bytes.count - 5] == 0x41 ? 0x42 : 0x41
      try region.files.writeWhole(bytes, to: path)
    },
    Event("a log that is gone", isEnough: false) { region in
      try region.files.remove(try region.lastFile("/a", of: "/b"))
    },
  ]

  @Test(arguments: events)
  func `after whatever happened the answer is that of the logs`(_ event: Event) throws {
    let region = try Self.region()
    try Self.agrees(try region.open("/a"))
    try event.happens(region)
    #expect(try Self.agrees(try region.open("/a"), event.testDescription) == event.isEnough)
    // What was kept now is of use.
    try Self.agrees(try region.open("/a"), event.testDescription)
  }

  @Test func `a line that was replaced before it arrived is not used`() throws {
    let region = try Self.region()
    try region.start("T-90", at: "/b")
    let reference = try #require(Reference(try region.reference("T-90", kind: "traject_gestart", at: "/b")))
    let draft = Draft(
      kind: "traject_gestart",
      payload: try Self.object(["traject": "T-91", "aanbieder": "zee-001", "datum": "2016-01-11"]),
      replaces: [reference])
    try Recording(try region.open("/a")).append([draft], to: .gedeeld)
    try Self.agrees(try region.open("/a"))
    try region.exchange(from: "/b", to: "/a")
    #expect(try !Self.agrees(try region.open("/a")))
  }

  /// Facts that come, change and go at two instances that meet now and then.
  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `through any history the answer is that of the logs`(seed: UInt64) throws {
    try Self.forHistory(seed, Self.agrees)
  }

  /// - Parameter agrees: Looks at one of the two after each step; true where the snapshot was enough.
  static func forHistory(_ seed: UInt64, _ agrees: (Workspace, String) throws -> Bool) throws {
    var random = SplitMix(seed: seed)
    let region = try Self.region()
    var enoughCount = 0
    for step in 1...25 {
      try somethingHappens(in: region, &random)
      if try agrees(try region.open("/a"), "seed \(seed), step \(step)") { enoughCount += 1 }
    }
    #expect(enoughCount > 5, "seed \(seed)")
  }

  /// Up to three things at one of the two, or an exchange.
  private static func somethingHappens(in region: Region, _ random: inout SplitMix) throws {
    for _ in 0...random.below(3) {
      let name = random.below(3) == 0 ? "/b" : "/a"
      let traject = "T-\(random.below(30))"
      // Some of these are refused, since the fact is there or is not.
      switch random.below(12) {
      case 0...4: try? region.start(traject, at: name)
      case 5...7: try? region.record(traject, ended: "2016-03-1\(random.below(10))", at: name)
      case 8: try? region.correct(traject, at: name)
      case 9: try? region.correct(traject, kind: "traject_gestart", at: name)
      case 10:
        if random.below(3) == 0, let reference = try? region.reference(traject, at: name) {
          _ = try Recording(try region.open(name)).retract(reference, reason: "dubbel")
        }
      default:
        try region.exchange(from: "/b", to: "/a")
        if random.below(2) == 0 { try region.exchange(from: "/a", to: "/b") }
      }
    }
  }

  static func end(_ traject: String, _ datum: String) throws -> JSONObject {
    try object(["traject": .string(traject), "datum": .string(datum), "reden": "03"])
  }

  static func object(_ value: JSONValue) throws -> JSONObject { try #require(value.objectValue) }
}

extension Region {
  func record(_ kind: String, _ payload: JSONValue, at name: String) throws {
    _ = try Recording(try open(name)).record(kind, try FigureFactsTests.object(payload))
  }

  func start(_ traject: String, at name: String) throws {
    let aanbieder = "zee-00\(traject.utf8.reduce(0) { $0 + Int($1) } % 3)"
    try record(
      "traject_gestart",
      ["traject": .string(traject), "aanbieder": .string(aanbieder), "datum": "2016-01-11", "regio": "zeeland"],
      at: name)
  }

  func exchange(from source: String, to target: String) throws {
    let path = "/uitwisseling-\(source.dropFirst())-\(target.dropFirst()).veld"
    try? files.remove(path)
    try bundle(path, from: source)
    try apply(path, at: target)
  }

  /// The reference of the live fact of a kind about a traject.
  func reference(_ traject: String, kind: String = "traject_beeindigd", at name: String) throws -> String {
    let state = try open(name).ownState()
    let row = (0..<state.table.rowCount).first { row in
      state.isLive[row] && state.table.kindName(row) == kind
        && state.table.payloadObject(row)?["traject"]?.stringValue == traject
    }
    guard let row else { throw NoSuchFact() }
    return state.table.reference(row).text
  }

  struct NoSuchFact: Error {}

  /// Gives a fact another day.
  func correct(_ traject: String, kind: String = "traject_beeindigd", at name: String) throws {
    let day = "2016-01-\(10 + files.callCount % 20)"
    _ = try Recording(try open(name)).correct(
      try reference(traject, kind: kind, at: name), ["datum": .string(day)], reason: "nagekeken")
  }

  /// The last file of the shared log of one instance, as it stands at another.
  func lastFile(_ name: String, of writer: String? = nil) throws -> String {
    let workspace = try open(name)
    let folder = LogFolder(try open(writer ?? name).log, in: workspace.logsPath, files: files)
    return try #require(try folder.parts().last).path
  }
}

extension FigureFacts {
  /// All that they say, as text: each fact with the line behind it, in order.
  var said: [String] {
    get throws {
      var texts: [String] = []
      for (kind, fields) in Query.neededColumns.sorted(by: { $0.key < $1.key }) {
        let table = projection.table(kind)
        for row in 0..<table.rowCount {
          let line = try line(Int(table.lines[row]))
          let values = fields.sorted().map { field in
            let code = table.codes(field)[row]
            return "\(field)=\(code < 0 ? "" : projection.strings.string(code)) \(table.numbers(field)[row]) "
              + "\(table.days(field)[row]) \(table.list(field, row: row).map(projection.strings.string))"
          }
          texts.append("\(kind) \(line?.reference.text ?? "?") \(line?.payload?["traject"] as Any) \(values)")
        }
        for (field, code) in fields.sorted().flatMap({ field in table.codes(field).map { (field, $0) } })
        where code >= 0 {
          let rows = projection.rows(of: kind, byCodesOf: field)
          let row = Int(rows[Int(code)])
          #expect(rows.count == projection.strings.count && table.codes(field)[row] == code)
        }
      }
      let members = summary.members.map { "\($0)" }.sorted()
      texts += try conflicts.map { "\(try $0.map { try line($0)?.reference.text ?? "?" })" }
      // By line, since lines that came since stand behind the others.
      for (place, run) in runs.enumerated() {
        let end = place + 1 < runs.count ? runs[place + 1].firstRow : run.firstRow + 1
        for row in run.firstRow..<end where try line(row)?.reference.log != run.log { texts.append("\(row)?") }
      }
      return texts + members + [
        "\(summary.conflictCount) \(summary.heldLineCount) \(summary.faultCount) \(projection.inventedCount) "
          + "\(projection.invalidLines.count) \(projection.factCount)"
      ]
    }
  }
}
