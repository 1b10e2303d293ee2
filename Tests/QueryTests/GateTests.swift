import CanonicalJSON
import Query
import Statistics
import Testing
import Vocabulary

/// What leaves, and what a reader of it could work out.
@Suite struct GateTests {
  private func release(
    _ facts: Facts,
    _ question: String,
    _ level: ReleaseLevel = .deelbaar,
    minimum: Int? = nil,
    after earlier: [EarlierRelease] = []
  ) throws -> Release {
    let policy = try ReleasePolicy(level, minimum: minimum, recipient: "regioteam")
    return try DisclosureGate(policy, facts.projection, .standard).release(question, after: earlier)
  }

  /// What the fact of an export gives back to a later one.
  private func remembered(_ release: Release, as reference: String = "a:1#aaaa") throws -> EarlierRelease {
    var payload = JSONObject()
    payload["tabel"] = .string(release.question)
    payload["cellen"] = release.recordedCells
    payload["definities"] = release.recordedDefinitions
    let read = try #require(try JSONValue(parsing: JSONValue.object(payload).canonicalText).objectValue)
    return try #require(EarlierRelease(read, reference: reference))
  }

  private func figure(_ release: Release, _ key: String, _ indicator: Int = 0) throws -> ReleasedFigure {
    try #require(release.rows.first { $0.keys.contains(key) }).figures[indicator]
  }

  /// Trajecten of an aanbieder by reden.
  private func add(
    _ facts: inout Facts,
    _ aanbieder: String,
    _ redenen: [(String, Int)],
    end: String = "2016-05-20"
  ) {
    for (reden, count) in redenen {
      for _ in 0..<count { facts.addTraject(aanbieder, end: end, reden: reden) }
    }
  }

  // MARK: Primary and secondary

  @Test func `R-11: the small cell goes, and a second one that would give it away by the total`() throws {
    var facts = Facts()
    add(&facts, "zee-001", [("01", 20), ("03", 3)])
    add(&facts, "zee-002", [("01", 40), ("03", 30)])
    add(&facts, "zee-003", [("01", 15), ("03", 25)])
    let release = try release(facts, "uitval_smal per aanbieder")
    #expect(try figure(release, "zee-001").reason == .small)
    #expect(release.suppressedCounts == [.small: 1, .secondary: 1])
    #expect(try figure(release, "zee-001").value == nil)
  }

  @Test func `the rest of the group, and nobody of a small group, are hidden as well`() throws {
    var facts = Facts()
    add(&facts, "zee-001", [("01", 3), ("03", 40)])
    add(&facts, "zee-002", [("01", 14)])
    add(&facts, "zee-003", [("01", 60), ("03", 40)])
    add(&facts, "zee-004", [("01", 4)])
    let release = try release(facts, "uitval_smal per aanbieder")
    #expect(try figure(release, "zee-001").reason == .complement)
    let nobody = try figure(release, "zee-002").reason
    #expect(nobody == .wholeGroup)
    #expect(try figure(release, "zee-004").reason == .small)
    #expect(try figure(release, "zee-004").n == nil)
    // How many there are is no secret of a group that is large enough.
    #expect(try figure(release, "zee-001").n == 40)
  }

  @Test func `figures without small numbers are given`() throws {
    var facts = Facts()
    add(&facts, "zee-001", [("01", 86), ("03", 12)])
    add(&facts, "zee-002", [("01", 40), ("03", 30)])
    let shared = try figure(try release(facts, "uitval_smal per aanbieder"), "zee-001")
    #expect(shared.value == 0.122)
    #expect(shared.n == 75 && shared.isAtLeast && shared.numerator == nil)
    let open = try figure(try release(facts, "uitval_smal per aanbieder", .publiek), "zee-001")
    #expect(open.numerator == 10 && open.n == 100)
    // 12,2 % of about a hundred can only be 12 of 98.
    #expect(open.value == nil && !open.suppressed)
  }

  @Test func `R-12: what is given in public are multiples of five, and a percentage that says no more`() throws {
    for n in [0, 1, 2, 3, 7, 8, 12, 13, 326_568] {
      #expect(Rounding.toFive(n) == [0: 0, 1: 0, 2: 0, 3: 5, 7: 5, 8: 10, 12: 10, 13: 15, 326_568: 326_570][n])
    }
    var facts = Facts()
    add(&facts, "zee-001", [("01", 1203), ("03", 241)])
    let open = try figure(try release(facts, "uitval_smal per aanbieder", .publiek), "zee-001")
    #expect(open.numerator == 240 && open.n == 1445)
    let share = try #require(RoundedShare(241, of: 1444, places: 0))
    #expect((open.value != nil) == (share.possibleCounts.count == 5))
  }

  @Test func `many goals of two young people are two young people`() throws {
    var facts = Facts()
    for _ in 0..<2 {
      facts.addGoals(facts.addTraject("zee-001"), (0..<24).map { $0 % 2 == 0 ? 1 : -1 })
    }
    for _ in 0..<20 { facts.addGoals(facts.addTraject("zee-002"), [1, -1]) }
    let release = try release(facts, "doelrealisatie per aanbieder")
    #expect(try figure(release, "zee-001").reason == .small)
  }

  @Test func `the mean of a few is hidden, and so is one that all of a small group gave`() throws {
    var facts = Facts()
    for _ in 0..<3 { facts.addAnswer(facts.addTraject("zee-001"), 4) }
    for _ in 0..<12 { facts.addAnswer(facts.addTraject("zee-002"), 10) }
    for score in 0..<30 { facts.addAnswer(facts.addTraject("zee-003"), .integer(Int64(score % 9 + 1))) }
    for score in 0..<40 { facts.addAnswer(facts.addTraject("zee-004"), .integer(Int64(score % 9 + 1))) }
    let release = try release(facts, "tevredenheid per aanbieder")
    #expect(try figure(release, "zee-001").reason == .small)
    #expect(try figure(release, "zee-002").reason == .wholeGroup)
    #expect(try figure(release, "zee-004").value != nil)
    #expect(try figure(release, "zee-001").low == nil)
  }

  // MARK: Linked indicators

  @Test func `uitval_smal and uitval_breed that differ by three do not both leave`() throws {
    var facts = Facts()
    add(&facts, "zee-001", [("01", 60), ("03", 20), ("04", 3)])
    add(&facts, "zee-002", [("01", 60), ("03", 20), ("04", 30)])
    let alone = try release(facts, "uitval_breed")
    #expect(alone.suppressedCounts.isEmpty)
    let both = try release(facts, "uitval_smal, uitval_breed per aanbieder")
    let figures = try #require(both.rows.first).figures
    #expect(figures.contains { $0.suppressed })
    #expect(figures.contains { $0.reason == .secondary })
  }

  // MARK: Earlier exports

  @Test func `one traject more than last time is not shown as such`() throws {
    var facts = Facts()
    add(&facts, "zee-001", [("01", 40), ("03", 20)])
    add(&facts, "zee-002", [("01", 40), ("03", 30)])
    let question = "uitval_smal, uitstroom per aanbieder"
    let first = try release(facts, question)
    #expect(first.suppressedCounts.isEmpty)
    let earlier = try remembered(first)
    #expect(try release(facts, question, after: [earlier]).suppressedCounts.isEmpty)

    facts.addTraject("zee-001", reden: "03")
    let second = try release(facts, question, after: [earlier])
    #expect(try figure(second, "zee-001").reason == .earlier)
    #expect(try figure(second, "zee-001", 1).reason == .earlier)
    #expect(try figure(second, "zee-001").n == nil)
    #expect(try figure(second, "zee-002").value != nil)
    #expect(second.comparedWith == ["a:1#aaaa"])

    // Of twenty more, a dozen of them uitval, none is one.
    for count in 0..<19 { facts.addTraject("zee-001", reden: count < 10 ? "03" : "01") }
    let third = try release(facts, question, after: [earlier])
    #expect(try figure(third, "zee-001").reason == nil || third.suppressedCounts[.earlier] != nil)
  }

  @Test func `another split of the same trajecten is checked together with the first`() throws {
    // Per quarter the second has 4 uitval; per half year the total would give them away.
    var facts = Facts()
    add(&facts, "zee-001", [("01", 40), ("03", 20)], end: "2016-02-10")
    add(&facts, "zee-001", [("01", 40), ("03", 4)], end: "2016-05-10")
    let quarters = try release(facts, "uitval_smal per kwartaal waar jaar = 2016")
    #expect(try figure(quarters, "2016k2").reason == .small)
    // The first quarter was hidden with it, so the half year may be told; had it not been, it may not.
    let total = try release(facts, "uitval_smal waar jaar = 2016", after: [try remembered(quarters)])
    #expect(total.rows[0].figures[0].value != nil)

    var later = Facts()
    add(&later, "zee-001", [("01", 40), ("03", 20)], end: "2016-02-10")
    let first = try release(later, "uitval_smal per kwartaal waar jaar = 2016")
    #expect(first.suppressedCounts.isEmpty)
    add(&later, "zee-001", [("01", 40), ("03", 4)], end: "2016-05-10")
    let half = try release(later, "uitval_smal waar jaar = 2016", after: [try remembered(first)])
    #expect(half.rows[0].figures[0].reason == .earlier)
  }

  @Test func `one aanbieder less is a difference too`() throws {
    var facts = Facts()
    add(&facts, "zee-001", [("01", 40), ("03", 20)])
    add(&facts, "zee-002", [("01", 2), ("03", 1)])
    let whole = try release(facts, "uitstroom")
    #expect(whole.rows[0].figures[0].value == 65)
    let without = try release(facts, "uitstroom waar aanbieder != zee-002", after: [try remembered(whole)])
    #expect(without.rows[0].figures[0].reason == .earlier)
  }

  @Test func `an earlier export whose question means nothing any more stops the next`() throws {
    var facts = Facts()
    add(&facts, "zee-001", [("01", 40), ("03", 20)])
    let release = try release(facts, "uitstroom")
    var payload = JSONObject()
    payload["tabel"] = "verdwenen per regio"
    payload["cellen"] = release.recordedCells
    let lost = try #require(EarlierRelease(payload, reference: "b:2#bbbb"))
    #expect(throws: DisclosureGate.Refusal.unreadable("b:2#bbbb")) {
      _ = try self.release(facts, "uitstroom", after: [lost])
    }
  }

  @Test func `what two exports tell of different quarters, a third about both does not bring together`() throws {
    // Of 124 trajecten 4 have no reden; 60 and 60 with one, a quarter, would give that away.
    var facts = Facts()
    for end in ["2016-02-10", "2016-05-10"] {
      add(&facts, "zee-001", [("01", 40), ("03", 20)], end: end)
      for _ in 0..<2 { facts.addTraject("zee-001", end: end, reden: nil) }
    }
    let second = try release(facts, "uitval_smal waar kwartaal = 2016k2")
    #expect(second.suppressedCounts.isEmpty)
    let whole = try release(facts, "reden_onbekend", after: [try remembered(second, as: "a:1#aaaa")])
    #expect(whole.rows[0].figures[0].reason == .small && whole.rows[0].figures[0].n == 100)
    let earlier = [try remembered(second, as: "a:1#aaaa"), try remembered(whole, as: "a:2#aaaa")]
    // Of the first quarter alone, the export of the second says nothing.
    let first = try release(facts, "uitval_smal waar kwartaal = 2016k1", after: earlier)
    #expect(first.comparedWith == ["a:1#aaaa", "a:2#aaaa"])
    #expect(first.rows[0].figures[0].reason == .earlier && first.rows[0].figures[0].n == nil)
  }

  @Test func `what was hidden altogether is kept from following later as well`() throws {
    var facts = Facts()
    add(&facts, "zee-001", [("01", 60), ("03", 30)])
    add(&facts, "zee-002", [("01", 4)])
    let hidden = try release(facts, "uitstroom waar aanbieder = zee-002")
    #expect(hidden.rows[0].figures[0].reason == .small && hidden.recordedCells == nil)
    let without = try release(facts, "uitstroom waar aanbieder != zee-002", after: [try remembered(hidden)])
    #expect(without.suppressedCounts.isEmpty)
    let earlier = [try remembered(hidden), try remembered(without, as: "a:2#aaaa")]
    #expect(try release(facts, "uitstroom", after: earlier).rows[0].figures[0].reason == .earlier)
  }

  @Test func `what would follow from earlier numbers were they exact, is guarded from readers of rounded ones`() throws
  {
    // 120 in all and 116 with a reden: 4 without, if it were not "120" and "at least 100, 16,4 %", which 20 of 122 is too.
    var facts = Facts()
    add(&facts, "zee-001", [("01", 39), ("02", 13), ("03", 12)])
    add(&facts, "zee-002", [("01", 29), ("02", 16), ("03", 7)])
    facts.addTraject("zee-001", reden: nil)
    for _ in 0..<3 { facts.addTraject("zee-002", reden: nil) }
    var earlier: [EarlierRelease] = []
    func next(_ question: String) throws -> Release {
      let release = try release(facts, question, after: earlier)
      earlier.append(try remembered(release, as: "a:\(earlier.count + 1)#aaaa"))
      return release
    }
    #expect(try next("uitstroom per aanbieder").suppressedCounts.isEmpty)
    #expect(try next("uitval_smal").suppressedCounts.isEmpty)
    let without = try next("reden_onbekend per aanbieder")
    #expect(without.rows.allSatisfy { $0.figures[0].suppressed })
    // 39,1 % of at least 50 is 25 of 64 or 27 of 69, and there are 63 to 67 in all: at most 3 without a reden.
    let ended = try next("voortijdig per aanbieder")
    #expect(try figure(ended, "zee-001").value == nil)
    #expect(try figure(ended, "zee-001").reason == .earlier)
  }

  // MARK: Recorded definitions

  private static let ended: [String: JSONValue] = [
    "indicator": "eigen", "tabel": "traject_beeindigd", "teller": "reden in (03, 04)", "noemer": "reden bekend",
  ]

  @Test func `a definition that people recorded leaves as a built-in one does`() throws {
    var facts = Facts()
    add(&facts, "zee-001", [("01", 60), ("03", 20), ("04", 3)])
    add(&facts, "zee-002", [("01", 60), ("03", 4)])
    facts.add("definitie", Self.ended)
    let own = try release(facts, "eigen per aanbieder")
    let builtIn = try release(facts, "uitval_breed per aanbieder")
    #expect(own.rows.map { $0.figures[0] } == builtIn.rows.map { $0.figures[0] })
    #expect(own.suppressedCounts[.small] == 1)
    // With the definition beside it that differs by three, not both leave.
    #expect(!(try release(facts, "eigen, uitval_smal", after: []).suppressedCounts.isEmpty))
    #expect(
      !(try release(facts, "uitval_smal", after: [remembered(try release(facts, "eigen"))])
        .suppressedCounts.isEmpty))
  }

  @Test func `a definition that was changed or withdrawn still guards what was told by it`() throws {
    var facts = Facts()
    add(&facts, "zee-001", [("01", 60), ("03", 20), ("04", 3)])
    var before = facts
    before.add("definitie", Self.ended)
    let told = try remembered(try release(before, "eigen"))
    // Gone, and another under the same name.
    #expect(try release(facts, "uitval_smal", after: [told]).rows[0].figures[0].reason == .earlier)
    var other = Self.ended
    other["teller"] = "reden = 03"
    facts.add("definitie", other)
    #expect(try release(facts, "eigen", after: [told]).rows[0].figures[0].reason == .earlier)
  }

  @Test func `a question by a definition that cannot be counted says what is wrong with it`() throws {
    var facts = Facts()
    add(&facts, "zee-001", [("01", 60)])
    facts.add("definitie", ["indicator": "eigen", "tabel": "traject_beeindigd", "teller": "redne = 03"])
    do {
      _ = try release(facts, "eigen per aanbieder")
      Issue.record("it was let out")
    } catch DisclosureGate.Refusal.definition(let problem) {
      #expect(problem.reason == .unknownField("redne", of: "traject_beeindigd", nearest: "reden"))
    }
  }

  // MARK: Attack

  /// Every integer table that fits what was given, of small ones: aanbieder by quarter, with the totals that the gate
  /// would also give.
  @Test(arguments: 0..<25) func `what is given with all its totals never pins a count below the minimum`(
    seed: Int
  ) throws {
    var state = UInt64(seed) &* 104_729 &+ 17
    func next(_ end: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % end
    }
    var facts = Facts()
    var counts: [[Int]] = []
    for aanbieder in 1...4 {
      var line: [Int] = []
      for quarter in 1...3 {
        let count = next(3) == 0 ? next(6) : next(30)
        line.append(count)
        for _ in 0..<count { facts.addTraject("zee-00\(aanbieder)", end: "2016-\(["02", "05", "08"][quarter - 1])-10") }
      }
      counts.append(line)
    }
    var told: [EarlierRelease] = []
    var shown: [String: Bool] = [:]
    for question in [
      "uitstroom per aanbieder, kwartaal", "uitstroom per aanbieder", "uitstroom per kwartaal", "uitstroom",
    ] {
      let release = try release(facts, question, minimum: 5, after: told)
      for row in release.rows {
        shown[row.keys.map { $0 ?? "" }.joined(separator: "|")] = !row.figures[0].suppressed
      }
      told.append(try remembered(release, as: question))
    }
    let table = try #require(CrossTable(counts))
    func isShown(_ aanbieder: Int?, _ quarter: Int?) -> Bool {
      let key = [aanbieder.map { "zee-00\($0 + 1)" }, quarter.map { "2016k\($0 + 1)" }].compactMap { $0 }
      return shown[key.joined(separator: "|")] ?? true
    }
    var published = [DisclosureCheck.Published](repeating: .hidden, count: table.counts.count)
    for row in 0...4 {
      for column in 0...3 {
        let line: CrossTable.Line = row < 4 ? .row(row) : .total
        let cell = try #require(table.cell(line, column < 3 ? .column(column) : .total))
        if isShown(row < 4 ? row : nil, column < 3 ? column : nil) { published[cell] = .exactly(table.counts[cell]) }
      }
    }
    let check = try #require(DisclosureCheck(published, relations: table.relations))
    #expect(check.isConsistent, "seed \(seed)")
    for cell in table.counts.indices where (1..<5).contains(table.counts[cell]) {
      switch check.knowledge[cell] {
      case .published: Issue.record("seed \(seed): cell \(cell) is given")
      case .solved: Issue.record("seed \(seed): cell \(cell) follows")
      case .between(_, let high): #expect(high ?? .max >= 5, "seed \(seed), cell \(cell)")
      }
    }
  }

  // MARK: Policy

  @Test func `a lower minimum is agreed with somebody, never public and never below five`() throws {
    #expect(throws: ReleasePolicy.Problem.minimum(4)) { try ReleasePolicy(.deelbaar, minimum: 4, recipient: "x") }
    #expect(throws: ReleasePolicy.Problem.needsRecipient(minimum: 5)) { try ReleasePolicy(.deelbaar, minimum: 5) }
    #expect(throws: ReleasePolicy.Problem.lowerInPublic(minimum: 5)) {
      try ReleasePolicy(.publiek, minimum: 5, recipient: "x")
    }
    #expect(try ReleasePolicy(.publiek).rule.minimum == 10)
    #expect(try ReleasePolicy(.publiek, minimum: 30).rule.minimum == 30)
  }

  @Test func `an order by figures and the first so many are left out, since they would tell`() throws {
    var facts = Facts()
    add(&facts, "zee-001", [("01", 40), ("03", 20)])
    add(&facts, "zee-002", [("01", 40), ("03", 30)])
    let release = try release(facts, "uitval_smal per aanbieder sorteer op uitval_smal aflopend top 1")
    #expect(release.isReordered)
    #expect(release.rows.map { $0.keys[0] } == ["zee-001", "zee-002"])
  }

  // MARK: Money

  private func add(_ facts: inout Facts, euros: Int64, _ aanbieder: String, _ regio: String = "zeeland") {
    facts.add("aanbieder", ["aanbieder": .string(aanbieder), "regio": .string(regio)])
    facts.add(
      "uitgave", ["aanbieder": .string(aanbieder), "periode": "2016", "bedrag_cent": .integer(euros * 100)])
  }

  @Test func `an amount of two aanbieders, or of one for the most part, is hidden`() throws {
    var facts = Facts()
    for (aanbieder, euros) in [("zee-001", 100_000), ("zee-002", 120_000), ("zee-003", 90_000)] {
      add(&facts, euros: Int64(euros), aanbieder)
    }
    #expect(try release(facts, "uitgave per regio").rows[0].figures[0].value == 310_000)
    #expect(try release(facts, "uitgave per aanbieder").suppressedCounts == [.dominated: 3])
    add(&facts, euros: 9_000_000, "zee-004")
    #expect(try release(facts, "uitgave per regio").rows[0].figures[0].reason == .dominated)
    for aanbieder in ["twe-001", "twe-002"] { add(&facts, euros: 50_000, aanbieder, "twente") }
    #expect(try release(facts, "uitgave per regio").suppressedCounts == [.dominated: 2])
  }

  @Test func `what leaves does not say why a figure is hidden: few, nobody or everybody, or safe by itself`() throws {
    var facts = Facts()
    for (aanbieder, redenen) in [("zee-001", ["03"]), ("zee-002", []), ("zee-003", Array(repeating: "03", count: 12))] {
      for reden in redenen + Array(repeating: "01", count: 14 - redenen.count) {
        facts.addTraject(aanbieder, reden: reden)
      }
    }
    let policy = try ReleasePolicy(.deelbaar)
    let release = try DisclosureGate(policy, facts.projection, .standard).release("uitval_smal per aanbieder")
    #expect(release.suppressedCounts.count > 1, "there are several reasons")
    let text = release.json(.dutch).canonicalText
    for reason in SuppressionReason.allCases { #expect(!text.contains(reason.rawValue), "\(reason)") }
    #expect(text.contains(#""suppressed":3}"#))
  }
}
