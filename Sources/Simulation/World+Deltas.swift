import Bundle
import CanonicalJSON
import Cryptography
import Identity
import Platform
import Words
import Workspace

/// Bundles for members: encrypted, with what they lack, in parts or as a receipt.
extension World {
  func makeDelta(_ machine: Machine, _ step: Step) throws {
    var request = BundleRequest(.everyone)
    if step.a % 3 > 0, let log = LogID(machines[step.a / 3 % machines.count].log), log.text != machine.log {
      request = BundleRequest(.members([log]))
    }
    if step.b % 4 == 0 { request.largestByteCount = 3000 + step.c % 9000 }
    request.isReceipt = step.b % 5 == 1
    try makeDelta(machine, request)
  }

  /// - Returns: The parts of what was made.
  @discardableResult
  func makeDelta(_ machine: Machine, _ request: BundleRequest) throws -> [Parcel] {
    let path = freshPath("out")
    let receivers =
      if case .members(let logs) = request.receivers { logs.map(\.text).joined(separator: " ") } else { "*" }
    if request.isReceipt {
      tell(SimulationWords.makesReceipt(machine.name, parcels.count + 1))
    } else {
      tell(SimulationWords.makesBundle(machine.name, "\(parcels.count + 1)…", for: receivers))
    }
    let received = try machine.received()
    let outcome = try act(machine) { try Exchange($0).make(request, at: path) }
    guard case .done(let made) = outcome else {
      if case .refused(let error) = outcome { tell(SimulationWords.refused(String("\(error)".prefix(200)))) }
      return []
    }
    let files = try machine.files.withoutTrouble { try made.map { try machine.files.contents(of: $0.path) } }
    for part in made { try machine.eject(part.path) }
    var parts: [Parcel] = []
    for bytes in files {
      let plain = try machine.files.withoutTrouble { try machine.open().decrypted(bytes) }
      let parcel = try parcel(bytes, plain: plain, from: machine.name)
      parcels.append(parcel)
      parts.append(parcel)
    }
    try checkDelta(machine, parts, request, received)
    return parts
  }

  private func checkDelta(
    _ machine: Machine, _ parts: [Parcel], _ request: BundleRequest, _ received: [String: JSONValue]
  ) throws {
    let found = Set(parts.flatMap { $0.bundle.segments.flatMap(\.ids) })
    let receivers = parts.first?.bundle.receivers ?? []
    let model = model(machine.holdings, own: machine.ownKeys)
    let regions = Set(receivers.map(model.regio))
    let regio = regions.count == 1 ? regions.first : nil
    let shareable = machine.holdings.shareable(model, regio: regio)
    var wanted: Set<Int> = []
    if !request.isReceipt {
      for log in receivers { wanted.formUnion(machine.holdings.lacking(received[log], of: shareable, model)) }
    }
    // Where what was heard could not be read, more goes than is needed.
    let isEnough = machine.isTroubled && found.isSuperset(of: wanted) && found.isSubset(of: shareable)
    if found != wanted, !isEnough { throw bundleBreakage(machine, wanted: wanted, found: found) }
    if case .everyone = request.receivers, !parts.isEmpty {
      // Not for itself; but a log that it left may be gone on in by another copy of its folder.
      let present = model.presentMembers.subtracting([machine.log]).sorted()
      if present != receivers { throw manifestBreakage(machine, "for", Set(present), Set(receivers)) }
    }
    for part in parts { try checkManifest(machine, part.bundle, model, regio: regio) }
  }

  /// Compares what is kept of what others say that they hold with what the last bundle said.
  ///
  /// - Parameter own: The log that the instance wrote then.
  func checkReceived(_ machine: Machine, _ parcel: Parcel, before: [String: JSONValue], own: String) throws {
    var wanted = before
    let writer = parcel.bundle.writer
    let member = model(machine.holdings, own: machine.ownKeys).members[writer]
    let isHeard = member != nil && (member?.left == nil || without == .revokedFrontierIsUnused)
    if isHeard, writer != own, without != .receivedIsKept {
      wanted[writer] = parcel.bundle.manifest
    }
    let found = try machine.received()
    let differing = Set(wanted.keys).union(found.keys).filter { wanted[$0] != found[$0] }
    if !differing.isEmpty { throw manifestBreakage(machine, "received", differing, []) }
  }

  /// Compares what a manifest says that is held and asked for with what is.
  func checkManifest(_ machine: Machine, _ bundle: ModelBundle, _ model: PlainModel, regio: String?) throws {
    let logs = model.logsOpen(to: regio)
    let wanted = model.frontier(logs)
    var found: Set<String> = []
    for (log, lines) in (bundle.manifest["frontier"]?.objectValue?.members ?? []).map({ ($0.key, $0.value) }) {
      for line in lines.arrayValue ?? [] {
        found.insert("\(log) \(line["seq"]?.integerValue ?? 0) \(line["chain"]?.stringValue ?? "")")
      }
    }
    if wanted != found { throw manifestBreakage(machine, "frontier", wanted, found) }
    let missing = Set((bundle.manifest["missing"]?.arrayValue ?? []).compactMap(\.stringValue))
    if missing != model.missing(logs) { throw manifestBreakage(machine, "missing", model.missing(logs), missing) }
  }

  func manifestBreakage(_ machine: Machine, _ what: String, _ wanted: Set<String>, _ found: Set<String>) -> Breakage {
    Breakage(
      sort: .bundle, machine: machine.name,
      expected: SimulationWords.equalTo(what, wanted.subtracting(found).sorted().joined(separator: ", ")),
      found: SimulationWords.value(found.subtracting(wanted).sorted().joined(separator: ", ")))
  }

  func bundleBreakage(_ machine: Machine, wanted: Set<Int>, found: Set<Int>) -> Breakage {
    func texts(_ ids: Set<Int>) -> String { ids.sorted().prefix(5).map(describe).joined(separator: "; ") }
    return Breakage(
      sort: .bundle, machine: machine.name,
      expected: SimulationWords.equalTo("lines", texts(wanted.subtracting(found))),
      found: SimulationWords.value(texts(found.subtracting(wanted))))
  }
}

extension Machine {
  /// What other members said last that they hold, by their logs.
  func received() throws -> [String: JSONValue] {
    try files.withoutTrouble {
      let folder = Self.folder + "/received"
      guard files.exists(folder) else { return [:] }
      var found: [String: JSONValue] = [:]
      for name in try files.names(in: folder) where name.hasSuffix(".json") && !name.hasPrefix(".") {
        let value = try? JSONValue(parsing: try files.contents(of: folder + "/" + name), rules: .any)
        if let value { found[String(name.dropLast(5))] = value }
      }
      return found
    }
  }
}
