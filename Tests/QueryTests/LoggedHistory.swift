import CanonicalJSON
import CivilTime
import EventLog
import Merge
import Platform
import TestSupport
import Vocabulary

@testable import Workspace

/// Two instances of one workspace that record facts nobody chose, correct, retract, settle and erase, before and after
/// they hear of each other; on a disk in memory.
struct LoggedHistory {
  /// Until the end of this day the first half is known.
  static let firstDay = "2016-03-02"
  private static let morning: Int64 = 1_456_902_847_123

  let files = MemoryFileSystem()
  /// The references that `/a` held when the first day was over.
  private(set) var knownOnFirstDay: Set<String> = []
  private let randomness: SeededRandomness
  private var clock = TickingClock(from: Self.morning)
  private var random: SplitMix
  private let seed: UInt64
  private let most: Int
  private let isOfTrajecten: Bool
  private var bundleCount = 0

  /// - Parameters:
  ///   - most: Trajecten at most.
  ///   - isOfTrajecten: Whether there are only facts about trajecten.
  init(seed: UInt64, most: Int = 6, isOfTrajecten: Bool = false) throws {
    self.isOfTrajecten = isOfTrajecten
    self.seed = seed
    self.most = most
    random = SplitMix(seed: seed)
    randomness = SeededRandomness(seed: seed)
    try found()
    try record(PlainHistory(seed: seed, most: most).right, at: "/a", 4, in: 5)
    try record(PlainHistory(seed: seed + 5000, most: most).right, at: "/b", 1, in: 2)
    try exchange("/b", to: "/a")
    try change(4, at: "/a")
    knownOnFirstDay = try PlainLogs(at: "/a", files).references
    clock = TickingClock(from: Self.morning + 3 * 86_400_000)
    try exchange("/a", to: "/b")
    try record(PlainHistory(seed: seed + 9000, most: most).right, at: "/a", 1, in: 6)
    try change(5, at: "/a")
    try change(5, at: "/b")
    if random.below(2) == 0 { try erase(at: "/a") }
    try exchange("/b", to: "/a")
    try change(2, at: "/a")
    if random.below(3) == 0 { try settle(at: "/a") }
  }

  func open(_ name: String) throws -> Workspace {
    try Workspace(
      opening: name, surroundings: Surroundings(files: files, clock: clock, randomness: randomness))
  }

  private func found() throws {
    let surroundings = Surroundings(files: files, clock: clock, randomness: randomness)
    let founder = try Workspace.make(
      at: "/a", naam: "Jeugdhulp", regio: "zeeland", who: "laptop a", surroundings: surroundings)
    let member = try Workspace.make(
      at: "/b", naam: "", regio: "zeeland", who: "laptop b", invite: founder.invite(), surroundings: surroundings)
    _ = try Recording(founder).admit(member.log, role: .onderzoeker)
  }

  private mutating func exchange(_ sender: String, to receiver: String) throws {
    bundleCount += 1
    let path = "/\(bundleCount).veld"
    try Exchange(try Recording(try open(sender))).makeClearBundle(at: path)
    _ = try Exchange(try Recording(try open(receiver))).apply(path)
  }

  // MARK: What people do

  /// Records some of the facts; what is taken already stays as it is.
  private mutating func record(_ facts: [PlainFact], at name: String, _ part: Int, in whole: Int) throws {
    let recording = try Recording(try open(name))
    for fact in facts where (!isOfTrajecten || fact.text("traject") != nil) && random.below(whole) < part {
      do {
        _ = try recording.record(fact.kind, fact.payload, audience: .gedeeld)
      } catch WorkspaceError.slotTaken {}
    }
  }

  /// Corrects and retracts live facts at random.
  private mutating func change(_ count: Int, at name: String) throws {
    let recording = try Recording(try open(name))
    let others = PlainHistory(seed: seed + 7000 + random.next() % 1000, most: most).right
    for _ in 0..<count {
      recording.forgetFacts()
      let live = try PlainLogs(at: name, files).live.filter {
        $0.fact.kind != "intrekking" && $0.fact.kind != "werkruimte"
      }
      if live.isEmpty { return }
      // As often as not one of few, so that several people change the same.
      let line = live.sorted { $0.reference < $1.reference }[
        random.below(random.below(2) == 0 ? live.count : min(live.count, 6))]
      if random.below(3) == 0 {
        _ = try recording.retract(line.reference, reason: "dubbel")
        continue
      }
      let same = others.filter { $0.kind == line.fact.kind }
      guard !same.isEmpty else { continue }
      var changes: [String: JSONValue?] = [:]
      for key in line.fact.payload.keys { changes[key] = .some(nil) }
      for member in same[random.below(same.count)].payload.members { changes[member.key] = member.value }
      // Mostly it stays about the same thing.
      for field in Vocabulary.standard.kind(named: line.fact.kind)?.slot ?? [] where random.below(8) > 0 {
        changes[field] = line.fact.payload[field]
      }
      do {
        _ = try recording.correct(line.reference, changes, reason: "nagekeken")
      } catch WorkspaceError.payload {}
    }
  }

  private mutating func settle(at name: String) throws {
    let recording = try Recording(try open(name))
    for group in try PlainLogs(at: name, files).groups where PlainLogs.isConflict(group) && random.below(2) == 0 {
      recording.forgetFacts()
      _ = try recording.resolve([group[random.below(group.count)].reference], reason: "overlegd")
    }
  }

  private mutating func erase(at name: String) throws {
    var request = ErasureRequest()
    request.trajecten = ["T-\(1 + random.below(most))"]
    let erasing = Erasing(try Recording(try open(name)))
    do {
      _ = try erasing.erase(try erasing.plan(request), ground: "verzoek van de betrokkene")
    } catch let error as ErasureError where error == .nothingFound {}
  }
}
