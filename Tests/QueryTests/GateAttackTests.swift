import CanonicalJSON
import Query
import Statistics
import Testing
import Vocabulary

/// Readers who keep everything that was ever given, and work out what they can of it.
@Suite struct GateAttackTests {
  private struct Numbers {
    var state: UInt64

    mutating func next(_ end: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % end
    }
  }

  private static let days = ["2016-02-10", "2016-05-10", "2016-08-10"]

  private func release(_ facts: Facts, _ question: String, after earlier: [EarlierRelease] = []) throws -> Release {
    let policy = try ReleasePolicy(.deelbaar, minimum: 5, recipient: "regioteam")
    return try DisclosureGate(policy, facts.projection, .standard).release(question, after: earlier)
  }

  /// The cells that a release gives, by their keys as text: the number of all, and the numerator.
  private func told(_ release: Release) -> [String: (n: Int, hit: Int?)] {
    guard case .array(let cells)? = release.recordedCells else { return [:] }
    var told: [String: (n: Int, hit: Int?)] = [:]
    for cell in cells {
      guard let cell = cell.objectValue, let n = cell["n"]?.integerValue, let key = cell["k"] else { continue }
      let name = (cell["i"]?.stringValue ?? "") + key.canonicalText
      told[name] = (Int(n), cell["x"]?.integerValue.map { Int($0) })
    }
    return told
  }

  private func remembered(_ release: Release, _ reference: String) -> EarlierRelease? {
    var payload = JSONObject()
    payload["tabel"] = .string(release.question)
    payload["cellen"] = release.recordedCells
    return EarlierRelease(payload, reference: reference)
  }

  /// Three layers, one for those in the numerator, one for the others and one for all, of a table of aanbieders by
  /// quarters with its totals.
  private func relations(_ lines: Int, _ columns: Int) -> [CellRelation] {
    let width = columns + 1
    let layer = (lines + 1) * width
    var relations: [CellRelation] = []
    for start in [0, layer, 2 * layer] {
      for line in 0...lines {
        relations.append(
          CellRelation(start + line * width + columns, is: (0..<columns).map { start + line * width + $0 }))
      }
      for column in 0...columns {
        relations.append(
          CellRelation(start + lines * width + column, is: (0..<lines).map { start + $0 * width + column }))
      }
    }
    for cell in 0..<layer { relations.append(CellRelation(2 * layer + cell, is: [cell, layer + cell])) }
    return relations
  }

  @Test(arguments: 0..<20) func `numerators, their complements and all of them together pin nothing small`(
    seed: Int
  ) throws {
    var numbers = Numbers(state: UInt64(seed) &* 15_485_863 &+ 3)
    var facts = Facts()
    let (lines, columns) = (4, 3)
    let layer = (lines + 1) * (columns + 1)
    var counts = [Int](repeating: 0, count: 3 * layer)
    for line in 0..<lines {
      for column in 0..<columns {
        for isHit in [true, false] {
          let count = numbers.next(3) == 0 ? numbers.next(6) : numbers.next(25)
          for _ in 0..<count {
            facts.addTraject("zee-00\(line)", end: Self.days[column], reden: isHit ? "03" : "01")
          }
          for place in [(line, column), (line, columns), (lines, column), (lines, columns)] {
            let cell = place.0 * (columns + 1) + place.1
            counts[(isHit ? 0 : layer) + cell] += count
            counts[2 * layer + cell] += count
          }
        }
      }
    }
    var published = [DisclosureCheck.Published](repeating: .hidden, count: counts.count)
    var earlier: [EarlierRelease] = []
    let questions = [
      "uitval_smal per aanbieder, kwartaal", "uitval_smal per kwartaal", "uitval_smal per aanbieder", "uitval_smal",
    ]
    for question in questions {
      let release = try release(facts, question, after: earlier)
      if let next = remembered(release, question) { earlier.append(next) }
      let told = told(release)
      for line in 0...lines {
        for column in 0...columns {
          guard (line < lines) == question.contains("aanbieder"), (column < columns) == question.contains("kwartaal")
          else { continue }
          var key = JSONObject()
          if line < lines { key["aanbieder"] = .string("zee-00\(line)") }
          if column < columns { key["kwartaal"] = .string("2016k\(column + 1)") }
          let cell = line * (columns + 1) + column
          // A cell with nobody in it is not a row, and a reader sees that.
          if counts[2 * layer + cell] == 0 {
            for start in [0, layer, 2 * layer] { published[start + cell] = .exactly(0) }
          }
          guard let figures = told["uitval_smal@1" + JSONValue.object(key).canonicalText] else { continue }
          published[2 * layer + cell] = .exactly(figures.n)
          guard let hit = figures.hit else { continue }
          published[cell] = .exactly(hit)
          published[layer + cell] = .exactly(figures.n - hit)
        }
      }
    }
    let check = try #require(DisclosureCheck(published, relations: relations(lines, columns)))
    #expect(check.isConsistent, "seed \(seed)")
    for cell in counts.indices where (1..<5).contains(counts[cell]) {
      switch check.knowledge[cell] {
      case .published: Issue.record("seed \(seed): cell \(cell) is given")
      case .solved: Issue.record("seed \(seed): cell \(cell) follows")
      case .between(_, let high): #expect(high ?? .max >= 5, "seed \(seed), cell \(cell)")
      }
    }
  }

  @Test(arguments: 0..<15) func `between exports in a row, no cell differs by fewer than the minimum`(seed: Int) throws
  {
    var numbers = Numbers(state: UInt64(seed) &* 32_452_843 &+ 11)
    var facts = Facts()
    func add(_ count: Int) {
      for _ in 0..<count {
        facts.addTraject(
          "zee-00\(numbers.next(3))", end: Self.days[numbers.next(3)], reden: ["01", "03", "04"][numbers.next(3)])
      }
    }
    add(120)
    var earlier: [EarlierRelease] = []
    var before: [String: [(n: Int, hit: Int?)]] = [:]
    for round in 0..<4 {
      let question = ["uitval_smal, uitval_breed per aanbieder", "uitval_smal, uitval_breed per kwartaal"][round % 2]
      let release = try release(facts, question, after: earlier)
      for (key, now) in told(release) {
        for then in before[key] ?? [] {
          let (all, more) = (abs(now.n - then.n), now.hit.flatMap { hit in then.hit.map { abs(hit - $0) } } ?? 0)
          #expect(all == 0 || all >= 5, "seed \(seed), round \(round): \(key)")
          #expect(more == 0 || more >= 5, "seed \(seed), round \(round): \(key)")
        }
        before[key, default: []].append(now)
      }
      if let next = remembered(release, "export \(round)") { earlier.append(next) }
      add(round == 2 ? 40 : 1)
    }
  }
}
