import Bundle
import Cryptography
import Platform
import Words
import Workspace

/// Bundles, and what becomes of them under way.
extension World {
  /// Makes a bundle in clear, and checks that it holds what it should.
  @discardableResult
  func makeBundle(_ machine: Machine) throws -> Parcel? {
    let path = freshPath("out")
    tell(SimulationWords.makesBundle(machine.name, parcels.count + 1))
    let outcome = try act(machine) { try Exchange($0).makeClearBundle(at: path) }
    guard case .done = outcome else { return nil }
    let bytes = try machine.files.withoutTrouble { try machine.files.contents(of: path) }
    try machine.eject(path)
    let parcel = try self.parcel(bytes, from: machine.name)
    parcels.append(parcel)
    let found = Set(parcel.bundle.segments.flatMap(\.ids))
    let model = model(machine.holdings, own: machine.ownKeys)
    let wanted = machine.holdings.shareable(model)
    if found != wanted { throw bundleBreakage(machine, wanted: wanted, found: found) }
    try checkManifest(machine, parcel.bundle, model, regio: nil)
    return parcel
  }

  /// - Parameter plain: What it is when it is decrypted; nil for one in clear.
  func parcel(_ bytes: [UInt8], plain: [UInt8]? = nil, from name: String) throws -> Parcel {
    Parcel(
      number: parcels.count + 1, bytes: bytes, bundle: try ModelBundle(plain ?? bytes, corpus),
      hash: String(SHA256.hash(plain ?? bytes).hexadecimal.prefix(16)), from: name)
  }

  /// What applying bundles should give.
  struct Foretold {
    let holdings: ModelHoldings
    /// Bundles in `held/`.
    let waiting: [String: ModelBundle]
    /// Lines that get a payload back.
    let filled: Set<Int>
  }

  /// What applying bundles to what a machine holds should give.
  func foretell(_ machine: Machine, _ new: [Parcel]) -> Foretold {
    var bundles = machine.waiting.sorted { $0.key < $1.key }.filter { waiting in
      !new.contains { $0.hash == waiting.key }
    }
    if without == .heldIsTriedAgain { bundles = [] }
    bundles.insert(contentsOf: new.map { ($0.hash, $0.bundle) }, at: 0)
    var holdings = machine.holdings
    let waits = holdings.absorb(bundles.map(\.value)) {
      self.model($0, own: machine.ownKeys)
    } isHeard: { writer, model in
      guard let member = model.members[writer] else { return false }
      return without != .revokedBundleIsApplied || member.left == nil
    }
    var waiting = without == .heldIsTriedAgain ? machine.waiting : [:]
    for (bundle, isWaiting) in zip(bundles, waits) where isWaiting { waiting[bundle.key] = bundle.value }
    return Foretold(
      holdings: holdings, waiting: waiting, filled: machine.holdings.bare.subtracting(holdings.bare))
  }

  func apply(_ machine: Machine, _ parcel: Parcel) throws {
    tell(SimulationWords.appliesBundle(machine.name, parcel.number, from: parcel.from))
    guard parcel.isReadable(with: machine.ownKeys) else {
      let before = machine.holdings.present
      let outcome = try apply(machine, parcel.bytes, expecting: machine.holdings)
      if case .done = outcome { throw refusalBreakage(machine) }
      // After a power cut a line can be there that a failed write took back.
      if case .refused = outcome, before != machine.holdings.present {
        throw stateBreakage(machine, machine.holdings)
      }
      return
    }
    let wanted = foretell(machine, [parcel])
    let (waiting, received, log) = (machine.waiting, try machine.received(), machine.log)
    let outcome = try apply(machine, parcel.bytes, expecting: wanted.holdings)
    try settle(machine, outcome, wanted, parcel)
    if case .done = outcome, waiting.isEmpty, wanted.waiting.isEmpty {
      try checkReceived(machine, parcel, before: received, own: log)
    }
  }

  /// Applies a bundle that was damaged under way: refused, or taken for what it was.
  func applyDamaged(_ machine: Machine, _ parcel: Parcel, _ bytes: [UInt8]) throws {
    let before = machine.holdings
    let wanted = foretell(machine, [parcel])
    let outcome = try apply(machine, bytes, expecting: wanted.holdings)
    switch outcome {
    case .done:
      // A bit that the packing does not use: the contents are whole.
      let same = try self.parcel(bytes, from: parcel.from)
      try settle(machine, outcome, foretellAgain(machine, before, same), same)
    case .refused:
      if machine.holdings.present != before.present { throw stateBreakage(machine, before) }
      try checkHeld(machine, machine.waiting)
    case .interrupted:
      // It may have been such a bit, and the bundle kept.
      let same = try? self.parcel(bytes, from: parcel.from)
      try takeOver(machine, machine.waiting.merging(same.map { [$0.hash: $0.bundle] } ?? [:]) { first, _ in first })
    }
  }

  private func refusalBreakage(_ machine: Machine) -> Breakage {
    Breakage(
      sort: .refusal, machine: machine.name, expected: SimulationWords.refusal, found: SimulationWords.success)
  }

  private func foretellAgain(
    _ machine: Machine, _ before: ModelHoldings, _ parcel: Parcel
  ) -> Foretold {
    let now = machine.holdings
    machine.holdings = before
    defer { machine.holdings = now }
    return foretell(machine, [parcel])
  }

  private func apply(
    _ machine: Machine, _ bytes: [UInt8], expecting wanted: ModelHoldings
  ) throws -> Outcome<Exchange.Applied> {
    let path = freshPath("in")
    try machine.insert(bytes, at: path)
    let outcome = try act(machine, expecting: .lines(wanted.present)) { try Exchange($0).apply(path).applied }
    try machine.eject(path)
    switch outcome {
    case .done(let applied):
      tell(
        SimulationWords.applied(
          new: applied.newCount, known: applied.knownCount, held: applied.heldCount,
          quarantined: applied.quarantinedCount, erased: applied.erasedCount))
    case .refused(let error): tell(SimulationWords.refused(String("\(error)".prefix(200))))
    case .interrupted: break
    }
    return outcome
  }

  /// Compares what became of a bundle with what was foretold.
  private func settle(
    _ machine: Machine, _ outcome: Outcome<Exchange.Applied>,
    _ wanted: Foretold, _ parcel: Parcel
  ) throws {
    switch outcome {
    case .done(let applied):
      machine.doubtfulBundles.remove(parcel.hash)
      try checkReached(machine, wanted)
      let sum =
        applied.newCount + applied.knownCount + applied.heldCount + applied.quarantinedCount + applied.erasedCount
      if sum != parcel.bundle.lineCount {
        throw Breakage(
          sort: .count, machine: machine.name, expected: SimulationWords.sum(parcel.bundle.lineCount),
          found: SimulationWords.value("\(sum)"))
      }
    case .refused(let error):
      throw Breakage(
        sort: .refusal, machine: machine.name, expected: SimulationWords.success,
        found: SimulationWords.value("\(error)"))
    case .interrupted:
      try takeOver(machine, machine.waiting.merging([parcel.hash: parcel.bundle]) { first, _ in first })
    }
  }

  /// Tries what waits again, as after an admission.
  func retryHeld(_ machine: Machine) throws {
    if machine.waiting.isEmpty { return }
    tell(SimulationWords.triesHeld(machine.name))
    let wanted = foretell(machine, [])
    let outcome = try act(machine, expecting: .lines(wanted.holdings.present)) { try Exchange($0).retryHeld() }
    if case .done = outcome { try checkReached(machine, wanted) } else { try takeOver(machine, machine.waiting) }
  }

  private func checkReached(_ machine: Machine, _ wanted: Foretold) throws {
    // Its own answers to erasures may have come, which `act` has looked at.
    let gone = erased(machine).subtracting(without == .erasureStays ? wanted.filled : [])
    let bare = wanted.holdings.bare.union(gone.intersection(wanted.holdings.present))
    let isReached =
      machine.holdings.present.isSuperset(of: wanted.holdings.present)
      && machine.holdings.bare.intersection(wanted.holdings.present) == bare
    if !isReached { throw stateBreakage(machine, wanted.holdings) }
    try checkHeld(machine, wanted.waiting)
    machine.waiting = wanted.waiting
    if !gone.isEmpty { try checkErased(machine) }
  }

  func stateBreakage(_ machine: Machine, _ wanted: ModelHoldings) -> Breakage {
    func texts(_ ids: Set<Int>) -> String { ids.sorted().prefix(5).map(describe).joined(separator: "; ") }
    return Breakage(
      sort: .bundle, machine: machine.name,
      expected: SimulationWords.equalTo("lines", texts(wanted.present.subtracting(machine.holdings.present))),
      found: SimulationWords.value(texts(machine.holdings.present.subtracting(wanted.present))))
  }

  private func checkHeld(_ machine: Machine, _ waiting: [String: ModelBundle]) throws {
    let found = Set(try machine.heldNames().map { $0.prefix(16) }).map(String.init).sorted()
    if found != waiting.keys.sorted() {
      throw Breakage(
        sort: .held, machine: machine.name,
        expected: SimulationWords.equalTo("held", waiting.keys.sorted().joined(separator: " ")),
        found: SimulationWords.value(found.joined(separator: " ")))
    }
  }

  /// Takes over what waits after something was interrupted: nothing that waited may be gone, unless it was applied.
  func takeOver(_ machine: Machine, _ known: [String: ModelBundle]) throws {
    let names = Set(try machine.heldNames().map { String($0.prefix(16)) })
    for (hash, bundle) in machine.waiting where !names.contains(hash) {
      guard bundle.segments.allSatisfy({ machine.holdings.present.isSuperset(of: $0.ids) }) else {
        throw Breakage(
          sort: .held, machine: machine.name, expected: SimulationWords.equalTo("held", hash),
          found: SimulationWords.lineGone)
      }
    }
    let before = Set(machine.waiting.keys)
    machine.waiting = known.filter { names.contains($0.key) }
    machine.doubtfulBundles.formUnion(Set(machine.waiting.keys).subtracting(before))
  }

  // MARK: The end

  /// Everyone sends everything to everyone until nothing changes, and then all must agree.
  ///
  /// - Parameter byDelta: Send what the others lack, as far as was heard from them.
  func exchangeEverything(byDelta: Bool) throws {
    for machine in machines {
      machine.trouble = nil
      machine.capacity = nil
      try closeForged(machine)
    }
    if byDelta { try exchangeDeltas() }
    for round in 1...6 {
      tell(SimulationWords.everyoneExchanges(round))
      for machine in machines {
        guard let parcel = try makeBundle(machine) else { continue }
        for other in machines where bringsAnything(parcel.bundle, to: other.holdings) { try apply(other, parcel) }
      }
      // What only a stranger holds stays with the stranger, so strangers are not asked.
      guard let breakage = disagreement(of: heard(), everywhere: machines) else { return }
      // Whoever carries out an erasure in the last round says so afterwards.
      if round == 6 { throw breakage }
    }
  }

  /// Whether it has a line that is not there, or the payload of one that is there without and not erased.
  private func bringsAnything(_ bundle: ModelBundle, to holdings: ModelHoldings) -> Bool {
    let ids = bundle.segments.flatMap(\.ids)
    guard holdings.present.isSuperset(of: ids) else { return true }
    let missing = holdings.bare.subtracting(holdings.bare.isEmpty ? [] : model(holdings).erased)
    return bundle.segments.contains { segment in
      segment.ids.contains { missing.contains($0) && !segment.bare.contains($0) }
    }
  }

  /// Present members send each other what the others lack, as far as was heard from them, until they agree.
  private func exchangeDeltas() throws {
    for round in 1...5 {
      tell(SimulationWords.everyoneExchanges(round))
      for machine in present() {
        for parcel in try makeDelta(machine, BundleRequest(.everyone)) {
          for other in machines where parcel.isReadable(with: other.ownKeys) { try apply(other, parcel) }
        }
      }
      guard let breakage = disagreement(of: present(), everywhere: present()) else { return }
      if round == 5 { throw breakage }
    }
  }

  /// How members differ, or what some of them hold that is not everywhere.
  private func disagreement(of members: [Machine], everywhere: [Machine]) -> Breakage? {
    let found = Set(members.map(\.verdict.fingerprint))
    if found.count > 1 {
      return Breakage(
        sort: .convergence, machine: machines.map(\.name).joined(), expected: SimulationWords.sameEverywhere,
        found: SimulationWords.value(found.sorted().map { String($0.prefix(8)) }.joined(separator: " ")))
    }
    for machine in members {
      for id in machine.holdings.shareable(model(machine.holdings)).sorted() {
        for other in everywhere where !other.holdings.present.contains(id) {
          return Breakage(
            sort: .convergence, machine: other.name, expected: SimulationWords.factEverywhere(describe(id)),
            found: SimulationWords.lineGone)
        }
      }
    }
    return nil
  }

  /// The machines whose log was ever admitted, by what the first one holds; and by what they hold themselves, since a
  /// bundle is a stranger's that brings what makes its writer one.
  private func heard() -> [Machine] {
    let members = model(machines[0].holdings).members
    return machines.filter { members[$0.log] != nil && model($0.holdings).members[$0.log] != nil }
  }

  /// Those of them that everyone sends to: not those who left their log, as far as others can tell. Of a folder that was
  /// copied, that may be the one who goes on in the log and has written nothing yet since the other left it. Nor those
  /// who write one log, since all that stood on a disk was copied: nobody can send to one of them alone, nor they to
  /// each other, before they notice.
  private func present() -> [Machine] {
    let all = machines.map { model($0.holdings).presentMembers }
    return machines.filter { machine in
      all.allSatisfy { $0.contains(machine.log) } && machines.count { $0.log == machine.log } == 1
    }
  }
}
