import CanonicalJSON
import Cryptography
import EventLog
import Identity
import Merge
import Platform
import Vocabulary
import Words
import Workspace

/// What people decide about members, and what a changed program writes.
extension World {
  /// The log of a machine, or one that somebody forged.
  private func someLog(_ number: Int) -> String {
    let forged = machines.flatMap(\.forged).map(\.log.text)
    let logs = machines.map(\.log) + forged
    return logs[number % logs.count]
  }

  func admit(_ machine: Machine, _ step: Step) throws {
    let role: Role = [0: .beheerder, 1: .beheerder, 2: .lezer][step.b % 9] ?? .onderzoeker
    guard let log = LogID(someLog(step.a)) else { return }
    tell(SimulationWords.admits(machine.name, log.text, role.rawValue))
    try acknowledge(machine) { $1.append(try $0.admit(log, role: role)) }
    try retryHeld(machine)
  }

  func revoke(_ machine: Machine, _ step: Step) throws {
    guard let log = LogID(someLog(step.a)) else { return }
    tell(SimulationWords.revokes(machine.name, log.text))
    try acknowledge(machine) {
      $1 += try $0.revoke(log, isOnlyThis: step.c % 4 == 0).lines.map { .recorded($0.reference) }
    }
  }

  /// A log beside those that the settings name, which goes on from another log or says so.
  func foundForged(_ machine: Machine, _ step: Step) throws {
    guard machine.forged.count < 3, let key = Ed25519.PrivateKey(seed: machine.randomness.bytes(32)),
      let workspace = LogID(founder)
    else { return }
    let audience: Audience = [0: .regio, 1: .prive][step.a % 6] ?? .gedeeld
    let header = LogHeader(
      audience: audience, follows: step.b % 4 == 0 ? nil : LogID(someLog(step.b / 4)), publicKey: key.publicKey,
      regio: step.c % 2 == 0 ? "zeeland" : "flevoland", workspace: workspace)
    let log = LogID(key.publicKey)
    machine.forged.append(ForgedLog(log: log, key: key))
    tell(
      SimulationWords.forges(
        machine.name, "log \(log) \(audience.rawValue) follows \(header.follows?.text ?? "-") \(header.regio)"))
    _ = try act(machine) { recording in
      // A regional log can name nobody as its writer's.
      let regional = step.c % 3 == 0 ? try recording.writer(for: .regio) : nil
      let header = LogHeader(
        audience: audience, follows: regional?.log ?? header.follows, publicKey: key.publicKey, regio: header.regio,
        workspace: workspace)
      let writer = try LogWriter(
        founding: header, in: Machine.folder + "/logs", key: key, surroundings: machine.surroundings)
      try writer.append([Self.draft(step)], closing: true)
      try regional?.append([.ownLog(log)], closing: true)
    }
  }

  private static func draft(_ step: Step) -> Draft {
    let fact = fact(step.a, step.b, step.c)
    return Draft(kind: fact.kind, payload: fact.payload)
  }

  /// Lines that Veldlog itself would not write, with the keys that this machine has.
  ///
  /// - Parameter isDecision: Whether they are about members.
  func forge(_ machine: Machine, _ step: Step, isDecision: Bool) throws {
    var random = SplitMix(seed: UInt64(step.b))
    let drafts = (0...step.c % 2).map { _ in
      isDecision ? forgedDecision(machine, &random) : forgedDraft(machine, &random)
    }
    for draft in drafts {
      tell(
        SimulationWords.forges(
          machine.name,
          "\(draft.kind) \(JSONValue.object(draft.payload).canonicalText) ⇢ "
            + draft.replaces.map(\.text).joined(separator: " ")))
    }
    let place = step.a % 6
    let founded = heldForged(machine)
    let forged = founded.isEmpty || place < 3 ? nil : founded[step.a / 6 % founded.count]
    _ = try act(machine) { recording in
      if let forged {
        try append(drafts, to: forged, machine, closing: step.c % 2 == 0)
      } else {
        let audience: Audience = [0: .prive, 1: .regio][place] ?? .gedeeld
        try recording.writer(for: audience).append(drafts, closing: step.c % 3 == 0)
      }
    }
  }

  /// The forged logs of which lines stand on the disk.
  private func heldForged(_ machine: Machine) -> [ForgedLog] {
    let held = Set(machine.holdings.present.map { corpus.lines[$0].log })
    return machine.forged.filter { held.contains($0.log.text) }
  }

  private func append(_ drafts: [Draft], to forged: ForgedLog, _ machine: Machine, closing: Bool) throws {
    let writer = try LogWriter(
      opening: LogFolder(forged.log, in: Machine.folder + "/logs", files: machine.files), key: forged.key,
      quarantine: Machine.folder + "/quarantine", surroundings: machine.surroundings)
    try writer.append(drafts, closing: closing)
  }

  /// Ends the forged logs with a checkpoint, so that all of them is passed on.
  func closeForged(_ machine: Machine) throws {
    for forged in heldForged(machine) {
      _ = try act(machine) { _ in try append([], to: forged, machine, closing: true) }
    }
  }

  /// A line about members.
  private func forgedDecision(_ machine: Machine, _ random: inout SplitMix) -> Draft {
    var payload = JSONObject()
    let log = someLog(random.below(97))
    payload["log"] = .string(log)
    let ids = machine.holdings.present.sorted()
    func some(_ ids: [Int], _ count: Int) -> [ModelLine] {
      ids.isEmpty ? [] : (0..<count).map { _ in corpus.lines[ids[random.below(ids.count)]] }
    }
    switch random.below(9) {
    case 0...3:
      payload["rol"] = .string(["beheerder", "beheerder", "onderzoeker", "lezer"][random.below(4)])
      if random.below(8) == 0 { payload["regio"] = .integer(1) }
      let revocations = ids.filter { corpus.lines[$0].kind == "lid_ingetrokken" }
      // Often those of this log.
      let theirs = revocations.filter { corpus.lines[$0].payload?["log"]?.stringValue == log }
      let ended = some(random.below(3) == 0 ? revocations : theirs, random.below(3))
      return Draft(kind: "lid", payload: payload, replaces: ended.compactMap { Reference($0.reference) })
    case 4:
      // What one has erased loses its force with the revocation of the log at the line before.
      let erasures = some(ids.filter { corpus.lines[$0].kind == "wissing" }, 1)
      let before = erasures.first.flatMap(\.parent).map { corpus.lines[$0] }
      payload["log"] = .string(before?.log ?? log)
      payload["tot"] = .array(before.map { [["chain": .string($0.chain), "seq": .integer(Int64($0.seq))]] } ?? [])
      return Draft(kind: "lid_ingetrokken", payload: payload)
    case 5...7:
      let lines = ids.filter { corpus.lines[$0].log == log }
      // The ends of branches, or any line.
      let heads = model(machine.holdings).heads(log)
      var tot: [JSONValue] = some(random.below(2) == 0 ? heads : lines, random.below(3)).map {
        ["chain": .string($0.chain), "seq": .integer(Int64($0.seq))]
      }
      if random.below(8) == 0 { tot.append("alles") }
      if random.below(6) == 0 { tot.append(["chain": "AAAAAAAAAAA", "seq": .integer(Int64(2 + random.below(6)))]) }
      payload["tot"] = .array(tot)
      return Draft(kind: "lid_ingetrokken", payload: payload)
    default: return Draft(kind: "eigen_log", payload: payload)
    }
  }

  private func forgedDraft(_ machine: Machine, _ random: inout SplitMix) -> Draft {
    var payload = JSONObject()
    let ids = machine.holdings.present.sorted()
    func some(_ isMeant: (ModelLine) -> Bool, atMost count: Int) -> [Reference] {
      let found = ids.filter { isMeant(corpus.lines[$0]) }
      guard !found.isEmpty else { return [] }
      return (0..<random.below(count + 1)).compactMap { _ in
        Reference(corpus.lines[found[random.below(found.count)]].reference)
      }
    }
    switch random.below(10) {
    case 0, 1, 2: return forgedDecision(machine, &random)
    case 3:
      payload["reden"] = "vervalst"
      return Draft(kind: "intrekking", payload: payload, replaces: some({ _ in true }, atMost: 3))
    case 4:
      payload["log"] = .string(someLog(random.below(97)))
      return Draft(kind: "wissing_uitgevoerd", payload: payload)
    case 5:
      payload["mm"] = .integer(Int64(random.below(3)))
      return Draft(kind: "regen_gevallen", payload: payload, replaces: some({ _ in true }, atMost: 2))
    case 6:
      let isAny = random.below(4) == 0
      let targets = some({ isAny || !PlainModel.structural.contains($0.kind) }, atMost: 3).map {
        JSONValue.string($0.text)
      }
      payload["doelen"] = .array(random.below(9) == 0 ? targets + ["alles"] : targets)
      if random.below(9) > 0 { payload["grond"] = "verzoek" }
      return Draft(kind: "wissing", payload: payload)
    default:
      var fact = Self.fact(random.below(97), random.below(97), random.below(97))
      // A slot that is not as the vocabulary wants it.
      let fields = (PlainModel.slots[fact.kind] ?? nil) ?? []
      for field in fields where random.below(4) == 0 {
        let value = fact.payload[field]
        fact.payload[field] = [nil, .null, value?.integerValue.map { .string("\($0)") }][random.below(3)]
      }
      return Draft(
        kind: fact.kind, payload: fact.payload,
        replaces: some({ !PlainModel.structural.contains($0.kind) }, atMost: 2))
    }
  }
}
