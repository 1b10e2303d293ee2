import CanonicalJSON
import CivilTime
import EventLog
import Platform
import Query
import TestSupport
import Testing
import Vocabulary

@testable import Workspace

/// Figures as they were known on a day, and what moved them since.
@Suite struct FigureMovesTests {
  /// Two instances that know each other, at `/a` and `/b`, whose clocks are set per day.
  private struct Days {
    let region = Region()
    private static let zero = CivilDate(iso: "2016-03-01").map { Int64($0.days) * 86_400_000 } ?? 0

    init() throws {
      try region.found("/a")
      try region.join("/b", to: "/a")
      try region.admit("/b", at: "/a")
      try exchange(day: 1)
    }

    func open(_ name: String, day: Int) throws -> Workspace {
      let surroundings = Surroundings(
        files: region.files, clock: TickingClock(from: Self.zero + Int64(day) * 86_400_000 + 36_000_000),
        randomness: SeededRandomness(seed: UInt64(day) * 31 + UInt64(name.utf8.last ?? 0)))
      return try Workspace(opening: name, surroundings: surroundings)
    }

    static func date(_ day: Int) -> CivilDate { CivilDate(days: Int32(zero / 86_400_000) + Int32(day)) }

    @discardableResult
    func end(_ traject: String, _ reden: String, at name: String, day: Int) throws -> Reference {
      let recording = try Recording(try open(name, day: day))
      let payload: JSONValue = ["traject": .string(traject), "datum": "2016-02-01", "reden": .string(reden)]
      return try recording.record("traject_beeindigd", payload.objectValue ?? JSONObject()).reference
    }

    func exchange(day: Int) throws {
      for (from, to) in [("/a", "/b"), ("/b", "/a")] {
        let path = "/\(from.dropFirst())-\(day).veld"
        _ = try Exchange(try Recording(try open(from, day: day))).makeClearBundle(at: path)
        _ = try Exchange(try Recording(try open(to, day: day))).apply(path)
      }
    }

    func moves(since day: Int, at name: String = "/a") throws -> FigureMoves {
      let known = try open(name, day: 90).facts(only: Query.neededColumns, knownOn: Self.date(day))
      let query = try Query(parsing: "uitval_breed")
      return try #require(try FigureMoves.all(query, known, vocabulary: .standard).first)
    }
  }

  @Test func `what was recorded since, and what arrived late, are told apart`() throws {
    let days = try Days()
    try days.end("T-1", "01", at: "/a", day: 2)
    try days.end("T-2", "03", at: "/b", day: 3)
    try days.exchange(day: 20)
    try days.end("T-3", "04", at: "/a", day: 21)
    let moves = try days.moves(since: 10)
    #expect(moves.before.n == 1 && moves.before.numerator == 0)
    #expect(moves.after.n == 3 && moves.after.numerator == 2)
    #expect(moves.moves.map(\.reason).sorted { $0.rawValue < $1.rawValue } == [.late, .recorded])
    #expect(moves.moves.allSatisfy { $0.before == nil && $0.after == .counted })
    #expect(moves.isWhole)
  }

  @Test func `a correction takes one fact out and another in`() throws {
    let days = try Days()
    let reference = try days.end("T-1", "01", at: "/a", day: 2)
    let recording = try Recording(try days.open("/a", day: 12))
    let payload: JSONValue = ["traject": "T-1", "datum": "2016-02-01", "reden": "03"]
    _ = try recording.record("traject_beeindigd", payload.objectValue ?? JSONObject(), replaces: [reference])
    let moves = try days.moves(since: 10)
    #expect(moves.before.numerator == 0 && moves.after.numerator == 1 && moves.after.n == 1)
    #expect(Set(moves.moves.map(\.reason)) == [.corrected, .correction])
    #expect(moves.isWhole)
    #expect(try days.moves(since: 13).moves.isEmpty)
  }

  @Test func `what was corrected before it was known here is no correction here`() throws {
    let days = try Days()
    func correct(_ reference: Reference, _ reden: String, day: Int) throws -> Reference {
      let payload: JSONValue = ["traject": "T-1", "datum": "2016-02-01", "reden": .string(reden)]
      return try Recording(try days.open("/b", day: day))
        .record("traject_beeindigd", payload.objectValue ?? JSONObject(), replaces: [reference]).reference
    }
    // Both lines arrive together, after the day that is looked back to.
    let first = try days.end("T-1", "01", at: "/b", day: 3)
    let second = try correct(first, "03", day: 4)
    try days.exchange(day: 20)
    #expect(try days.moves(since: 10).moves.map(\.reason) == [.late])
    // Of what was known then it is one, also through a third.
    let third = try correct(second, "04", day: 31)
    _ = try correct(third, "05", day: 32)
    try days.exchange(day: 33)
    #expect(Set(try days.moves(since: 30).moves.map(\.reason)) == [.corrected, .correction])
    #expect(try days.moves(since: 10).moves.map(\.reason) == [.recorded])
    #expect(try days.moves(since: 30).isWhole && days.moves(since: 10).isWhole)
  }

  @Test func `a line is found among many arrivals, in their order and out of it`() throws {
    let log = try Days().open("/a", day: 2).log
    func arrival(_ lines: ClosedRange<Int>, _ bundle: String) -> Arrivals.Arrival {
      Arrivals.Arrival(log: log, lines: lines, at: Instant(milliseconds: 0), bundle: bundle)
    }
    let inOrder = [arrival(1...3, "a"), arrival(4...4, "b"), arrival(7...9, "c")]
    let mixed = [arrival(7...9, "c"), arrival(1...3, "a"), arrival(2...8, "d"), arrival(4...4, "b")]
    for (arrivals, found) in [
      (inOrder, ["a", "a", "a", "b", nil, nil, "c", "c", "c", nil]),
      (mixed, ["a", "a", "a", "d", "d", "d", "c", "c", "c", nil]),
    ] {
      let index = ArrivalIndex(arrivals)
      #expect((1...10).map { index[Reference(log: log, seq: $0, tag: 0)]?.bundle } == found)
    }
  }

  @Test func `a retraction, a conflict and an erasure say so`() throws {
    let days = try Days()
    let gone = try days.end("T-1", "03", at: "/a", day: 2)
    try days.end("T-2", "03", at: "/a", day: 3)
    try days.exchange(day: 4)
    try days.end("T-3", "03", at: "/a", day: 5)
    try days.end("T-3", "01", at: "/b", day: 6)
    _ = try Recording(try days.open("/a", day: 11)).retract(gone.text, reason: "vergissing")
    try days.exchange(day: 12)
    let moves = try days.moves(since: 10)
    #expect(moves.moves.contains { $0.reason == .retracted && $0.numerator == -1 })
    #expect(moves.moves.contains { $0.reason == .late || $0.reason == .conflict })
    #expect(moves.isWhole)
    let known = try days.open("/a", day: 90).facts(only: Query.neededColumns, knownOn: Days.date(10))
    #expect(known.erasedRows.isEmpty)
  }

  @Test func `arrivals name the bundle, and no figure depends on them`() throws {
    let days = try Days()
    try days.end("T-2", "03", at: "/b", day: 3)
    try days.exchange(day: 20)
    let workspace = try days.open("/a", day: 90)
    let table = try workspace.state().table
    let arrivals = workspace.arrivals
    let row = try #require((0..<table.rowCount).first { table.kindName($0) == "traject_beeindigd" })
    #expect(arrivals[table.reference(row)]?.bundle == "b-20.veld")
    #expect(arrivals[table.reference(row)]?.at.date == Days.date(20))
    let before = try Query(parsing: "uitval_breed")
      .evaluate(on: workspace.facts(only: Query.neededColumns).projection, vocabulary: .standard).json
    try days.region.files.remove("/a/received/arrivals.jsonl")
    #expect(workspace.arrivals.isEmpty)
    let after = try Query(parsing: "uitval_breed")
      .evaluate(on: workspace.facts(only: Query.neededColumns).projection, vocabulary: .standard).json
    #expect(before == after)
  }

  @Test func `notes of arrivals that are damaged are passed over`() throws {
    let days = try Days()
    try days.end("T-2", "03", at: "/b", day: 3)
    try days.exchange(day: 20)
    let workspace = try days.open("/a", day: 90)
    let path = "/a/received/arrivals.jsonl"
    let whole = try days.region.files.contents(of: path)
    for place in whole.indices {
      for bit in [0x01, 0x20, 0x80] as [UInt8] {
        var damaged = whole
        damaged[place] ^= bit
        try days.region.files.writeWhole(damaged, to: path)
        _ = Arrivals(workspace).all()
      }
    }
    try days.region.files.writeWhole(Array(whole.prefix(whole.count / 2)), to: path)
    _ = Arrivals(workspace).all()
  }

  @Test func `open conflicts give the least and the most a figure can be`() throws {
    let days = try Days()
    for (traject, reden) in [("T-1", "01"), ("T-2", "03"), ("T-3", "01")] {
      try days.end(traject, reden, at: "/a", day: 2)
    }
    try days.end("T-3", "04", at: "/b", day: 2)
    let unknown: JSONValue = ["traject": "T-2", "datum": "2016-02-01", "reden_ontbreekt": "nnb"]
    _ = try Recording(try days.open("/b", day: 2)).record("traject_beeindigd", unknown.objectValue ?? JSONObject())
    try days.exchange(day: 3)
    let workspace = try days.open("/a", day: 9)
    let facts = try workspace.facts(only: Query.neededColumns)
    #expect(facts.state.conflicts.count == 2)
    let query = try Query(parsing: "uitval_breed, uitstroom")
    let result = try query.evaluate(on: facts.projection, vocabulary: .standard)
    let bounds = try ConflictBounds(result, of: query, ConflictFacts(facts, vocabulary: .standard))
    // T-2 counts as uitval or not at all, T-3 as uitval or not: 0 of 2 at least, 2 of 3 at most.
    #expect(bounds.intervals[0][0]?.low == 0)
    #expect(bounds.intervals[0][0]?.high == 2.0 / 3)
    #expect(bounds.intervals[0][1] == nil)
    #expect(bounds.conflictCount == 2)
  }

  @Test func `a conflict about a traject moves the rows of informants too who did not answer about it`() throws {
    let days = try Days()
    for traject in ["T-1", "T-2", "T-3"] { try days.end(traject, "01", at: "/a", day: 2) }
    for (traject, informant) in [("T-1", "ouder"), ("T-3", "jeugdige")] {
      let payload: JSONValue = [
        "traject": .string(traject), "informant": .string(informant), "instrument": "exit", "score": 8,
        "schaal_min": 1, "schaal_max": 10,
      ]
      _ = try Recording(try days.open("/a", day: 2)).record("tevredenheid", payload.objectValue ?? JSONObject())
    }
    try days.end("T-3", "04", at: "/b", day: 2)
    let unknown: JSONValue = ["traject": "T-2", "datum": "2016-02-01", "reden_ontbreekt": "nnb"]
    _ = try Recording(try days.open("/b", day: 2)).record("traject_beeindigd", unknown.objectValue ?? JSONObject())
    try days.exchange(day: 3)
    let facts = try days.open("/a", day: 9).facts(only: Query.neededColumns)
    let query = try Query(parsing: "uitval_breed, respons")
    let result = try query.evaluate(on: facts.projection, vocabulary: .standard)
    let bounds = try ConflictBounds(result, of: query, ConflictFacts(facts, vocabulary: .standard))
    #expect(result.rows.map(\.keys) == [["jeugdige"], ["ouder"]])
    for intervals in bounds.intervals {
      // T-3 is uitval or not, and T-2 counts or does not.
      #expect(intervals[0]?.low == 0 && intervals[0]?.high == 0.5)
      // One answer to two or to three.
      #expect(intervals[1]?.low == 1.0 / 3 && intervals[1]?.high == 0.5)
    }
  }

  @Test func `an answer on another scale, in conflict with one that counts, does not become a mark on this one`() throws
  {
    let days = try Days()
    for traject in ["T-1", "T-2"] { try days.end(traject, "01", at: "/a", day: 2) }
    func record(_ traject: String, _ score: Int64, of most: Int64, at name: String) throws {
      let payload: JSONValue = [
        "traject": .string(traject), "informant": "ouder", "instrument": "exit", "score": .integer(score),
        "schaal_min": 1, "schaal_max": .integer(most), "datum": "2016-02-01",
      ]
      _ = try Recording(try days.open(name, day: 2)).record("tevredenheid", payload.objectValue ?? JSONObject())
    }
    try record("T-1", 6, of: 10, at: "/a")
    try record("T-2", 8, of: 10, at: "/a")
    try record("T-2", 2, of: 5, at: "/b")
    try days.exchange(day: 3)
    let facts = try days.open("/a", day: 9).facts(only: Query.neededColumns)
    #expect(facts.state.conflicts.count == 1)
    let query = try Query(parsing: "tevredenheid waar schaal = '1-10'")
    let result = try query.evaluate(on: facts.projection, vocabulary: .standard)
    let bounds = try ConflictBounds(result, of: query, ConflictFacts(facts, vocabulary: .standard))
    let row = try #require(result.rows.firstIndex { $0.keys.contains("ouder") && $0.figures[0].n > 0 })
    // With the other fact only the 6 is left on this scale, and with the one on this scale the 8 stands beside it.
    let interval = try #require(bounds.intervals[row][0])
    #expect(interval.low == 6 && interval.high == 7)
  }

  @Test func `where nobody had answered and answers came on two scales, each scale has a figure and nothing else has`()
    throws
  {
    let days = try Days()
    for traject in ["T-1", "T-2"] { try days.end(traject, "01", at: "/a", day: 2) }
    for (traject, score, most) in [("T-1", 4, 5), ("T-2", 8, 10)] as [(String, Int64, Int64)] {
      let payload: JSONValue = [
        "traject": .string(traject), "informant": "ouder", "instrument": "exit", "score": .integer(score),
        "schaal_min": 1, "schaal_max": .integer(most),
      ]
      _ = try Recording(try days.open("/a", day: 6)).record("tevredenheid", payload.objectValue ?? JSONObject())
    }
    let known = try days.open("/a", day: 90).facts(only: Query.neededColumns, knownOn: Days.date(3))
    let all = try FigureMoves.all(try Query(parsing: "tevredenheid"), known, vocabulary: .standard)
      .filter { $0.keys.contains { $0.value == "ouder" } }
    #expect(all.map { $0.keys.map(\.value) } == [["1-10", "ouder"], ["1-5", "ouder"]])
    #expect(all.map(\.after.numerator) == [8, 4])
    #expect(all.allSatisfy { $0.isWhole && $0.moves.count == 1 })
  }
}
