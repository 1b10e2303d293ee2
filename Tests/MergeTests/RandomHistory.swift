import CanonicalJSON
import CivilTime
import Cryptography
import Identity
import Platform
import Vocabulary

@testable import EventLog

/// A small workspace that nobody would write, from a seed: members and strangers who admit, revoke, vouch, correct and
/// retract at random, as often as not where they may not, and whose folders are copied and written in twice.
struct RandomHistory {
  /// The founder first.
  static let keys: [Ed25519.PrivateKey] = (1...7).compactMap { number in
    Ed25519.PrivateKey(seed: [UInt8](repeating: UInt8(number), count: 32))
  }

  /// One entry a branch; of a log, the one from line 1 on before those that leave it.
  private(set) var logs: [(log: LogID, bytes: [UInt8])] = []
  /// For each branch the one that it leaves, and the number of the last line that both have.
  private(set) var bases: [(branch: Int, seq: Int)?] = []
  /// The log of audience `prive` that is this instance's own, when there is one.
  private(set) var ownPrivate: Set<LogID> = []
  let founder: LogID
  private var random: SplitMix
  /// For each branch the links of its own lines, after the one before its first.
  private var links: [[Digest]] = []
  private var seqs: [Int] = []
  /// Every line that can be named, structural ones included.
  private var references: [Reference] = []
  private var kinds: [Reference: String] = [:]
  private var chains: [Reference: Chain] = [:]
  private let hasher = LinkHasher()

  init(seed: UInt64) {
    random = SplitMix(seed: seed)
    founder = LogID(Self.keys[0].publicKey)
    let logCount = 2 + random.below(Self.keys.count - 1)
    for index in 0..<logCount { found(index) }
    for index in 1..<logCount where random.below(3) > 0 { admit(logs[index].log) }
    for _ in 0..<(4 + random.below(44)) {
      if random.below(16) == 0 { fork(random.below(logs.count)) }
      write(random.below(logs.count))
    }
  }

  private mutating func found(_ index: Int) {
    let key = Self.keys[index].publicKey
    let log = LogID(key)
    let audience: Audience = index == 0 || random.below(10) < 7 ? .gedeeld : random.below(2) == 0 ? .regio : .prive
    if audience == .prive, random.below(2) == 0 { ownPrivate.insert(log) }
    let follows = index > 0 && random.below(3) == 0 ? logs[random.below(logs.count)].log : nil
    let header = LogHeader(
      audience: audience, follows: follows, publicKey: key, regio: random.below(4) == 0 ? "flevoland" : "zeeland",
      workspace: founder)
    logs.append((log, []))
    bases.append(nil)
    links.append([hasher.origin(of: log)])
    seqs.append(0)
    add(Draft(kind: "log", payload: header.payload), to: index)
  }

  /// Goes on from one of a branch's own lines, as a copied folder does.
  private mutating func fork(_ index: Int) {
    let count = links[index].count - 1
    if count < 1 { return }
    let kept = 1 + random.below(count)
    let seq = seqs[index] - count + kept
    logs.append((logs[index].log, []))
    bases.append((index, seq))
    links.append([links[index][kept]])
    seqs.append(seq)
    write(logs.count - 1)
  }

  private mutating func write(_ index: Int) {
    // The founder decides more than others, or hardly anything would count.
    let choice = random.below(logs[index].log == founder ? 18 : 26)
    let other = logs[random.below(logs.count)].log
    var payload = JSONObject()
    switch choice {
    case 0..<2: admit(other, by: index)
    case 2..<5:
      // Names the revocations, some of which it ends.
      let revocations = references.filter { kinds[$0] == "lid_ingetrokken" }
      admit(other, by: index, replaces: revocations.filter { _ in random.below(3) > 0 })
    case 5..<7:
      payload["log"] = .string(other.text)
      let named = references.filter { $0.log == other && random.below(3) == 0 }
      payload["tot"] = .array(named.map { ["chain": .string(chain(of: $0)), "seq": .integer(Int64($0.seq))] })
      if random.below(12) == 0 { payload["tot"] = "alles" }
      add(Draft(kind: "lid_ingetrokken", payload: payload), to: index)
    case 7..<9:
      payload["log"] = .string(other.text)
      add(Draft(kind: "eigen_log", payload: payload), to: index)
    case 16..<18:
      payload["doelen"] = .array(someReferences(oneIn: 1).map { .string($0.text) })
      payload["grond"] = "verzoek"
      add(Draft(kind: "wissing", payload: payload), to: index)
    case 9..<12:
      payload["reden"] = .string(["dubbel", "onjuist"][random.below(2)])
      add(Draft(kind: "intrekking", payload: payload, replaces: someReferences(oneIn: 1)), to: index)
    default:
      let fact = someFact()
      add(Draft(kind: fact.kind, payload: fact.payload, replaces: someReferences(oneIn: 2)), to: index)
    }
  }

  private mutating func admit(_ log: LogID, by index: Int = 0, replaces: [Reference] = []) {
    var payload = JSONObject()
    payload["log"] = .string(log.text)
    let roles = ["beheerder", "onderzoeker", "onderzoeker", "onderzoeker", "lezer", "eigenaar"]
    payload["rol"] = .string(roles[random.below(roles.count)])
    if random.below(4) > 0 { payload["regio"] = "zeeland" }
    add(Draft(kind: "lid", payload: payload, replaces: replaces), to: index)
  }

  /// Few slots and few values, so that facts meet.
  private mutating func someFact() -> (kind: String, payload: JSONObject) {
    var payload = JSONObject()
    if random.below(4) == 0 { payload["toelichting"] = .string("t\(random.below(3))") }
    switch random.below(6) {
    case 0:
      payload["naam"] = .string("n\(random.below(2))")
      return ("werkruimte", payload)
    case 1:
      payload["mm"] = .integer(Int64(random.below(2)))
      return ("regen_gevallen", payload)
    case 2:
      payload["traject"] = .string("T-\(random.below(2))")
      payload["datum"] = .string("2016-01-0\(1 + random.below(2))")
      return ("traject_gestart", payload)
    default:
      if random.below(8) > 0 { payload["traject"] = .string("T-\(random.below(2))") }
      if random.below(4) > 0 { payload["doel_nr"] = random.below(6) == 0 ? "1" : .integer(Int64(random.below(2))) }
      if random.below(5) == 0 { payload["moment"] = .null }
      payload["score"] = .integer(Int64(random.below(3)))
      return ("doelscore", payload)
    }
  }

  private mutating func someReferences(oneIn count: Int) -> [Reference] {
    guard random.below(count) == 0 else { return [] }
    return (0...random.below(2)).map { _ in
      let reference = references[random.below(references.count)]
      // A line that nobody holds, now and then.
      return random.below(12) == 0 ? Reference(log: reference.log, seq: reference.seq, tag: 7) : reference
    }
  }

  private func chain(of reference: Reference) -> String {
    chains[reference]?.text ?? "AAAAAAAAAAA"
  }

  private mutating func add(_ draft: Draft, to index: Int) {
    let log = logs[index].log
    let seq = seqs[index] + 1
    // A line may only name earlier ones of its own log.
    let named = draft.replaces.filter { $0.log != log || $0.seq < seq }
    let at = Instant(milliseconds: 1_456_902_847_000 + Int64(random.below(4)) * 1000)
    var line: [UInt8] = []
    let link = Draft(kind: draft.kind, payload: draft.payload, replaces: named).append(
      to: &line, log: log, seq: seq, at: at.iso,
      salt: [UInt8](repeating: UInt8(truncatingIfNeeded: seq + 16 * index), count: 12),
      after: links[index].last!, hasher: hasher)
    links[index].append(link)
    seqs[index] = seq
    let isStructural = LineView.structuralKinds.contains(draft.kind)
    if !isStructural, random.below(12) == 0 { line = withoutPayload(line) }
    logs[index].bytes += line
    let reference = Reference(log: log, seq: seq, chain: Chain(link))
    chains[reference] = Chain(link)
    references.append(reference)
    kinds[reference] = draft.kind
  }

  private func withoutPayload(_ line: [UInt8]) -> [UInt8] {
    line.withUnsafeBufferPointer { bytes in
      guard let view = try? LineView(parsing: bytes, in: 0..<bytes.count - 1), let salt = view.salt,
        let payload = view.payload
      else { return line }
      let digest = hasher.digest(salt: bytes.part(salt), payload: bytes.part(payload))
      return Array("{\"chain\":\"\(view.chain.text)\",\"digest\":\"\(digest.base64)\",\"head\":".utf8)
        + bytes.part(view.head) + Array("}\n".utf8)
    }
  }
}
