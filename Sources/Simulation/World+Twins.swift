import CanonicalJSON
import Cryptography
import EventLog
import Identity
import Platform
import Vocabulary
import Words

/// Two lines with one reference: four characters of a chain are few, so who wants to can make them on two branches of a
/// log of their own, by trying salts.
extension World {
  /// Founds a log with two such lines, a fact and something else, which the machine's own log then vouches for, and
  /// mostly retracts by that reference.
  func forgeTwins(_ machine: Machine, _ step: Step) throws {
    guard machine.forged.count < 4, let key = Ed25519.PrivateKey(seed: machine.randomness.bytes(32)),
      let workspace = LogID(founder), let follows = LogID(machine.log)
    else { return }
    let header = LogHeader(
      audience: .gedeeld, follows: follows, publicKey: key.publicKey, regio: "zeeland", workspace: workspace)
    let forged = ForgedLog(log: LogID(key.publicKey), key: key)
    machine.forged.append(forged)
    let fact = Self.fact(step.a, step.b, step.c)
    var admission = JSONObject()
    admission["log"] = .string(forged.log.text)
    admission["rol"] = "lezer"
    // Or another fact, which may be about the same.
    let other = Self.fact(step.a, step.b, step.c + 1)
    let second = step.b % 3 == 0 ? (kind: "lid", payload: admission) : other
    tell(SimulationWords.forges(machine.name, "2 × \(forged.log):2, \(fact.kind) & \(second.kind)"))
    _ = try act(machine) { recording in
      let reference = try machine.files.withoutTrouble {
        try write(twins: [fact, second], to: forged, header, machine)
      }
      guard let reference else { return }
      var reason = JSONObject()
      reason["reden"] = "dubbel"
      let retraction = Draft(kind: "intrekking", payload: reason, replaces: [reference])
      let drafts = [.ownLog(forged.log)] + (step.c % 3 == 0 ? [] : [retraction])
      try recording.writer(for: .gedeeld).append(drafts, closing: true)
    }
  }

  /// Writes line 1 of a log and two branches, each of one of these lines and a checkpoint.
  ///
  /// - Returns: Their reference; nil where no salts were found.
  private func write(
    twins: [(kind: String, payload: JSONObject)], to forged: ForgedLog, _ header: LogHeader, _ machine: Machine
  ) throws -> Reference? {
    let logs = Machine.folder + "/logs"
    let folder = LogFolder(forged.log, in: logs, files: machine.files)
    let founded = try LogWriter(founding: header, in: logs, key: forged.key, surroundings: machine.surroundings)
    guard let part = try folder.parts().first?.path else { return nil }
    let first = try machine.files.contents(of: part)
    let heads = twins.map { twin -> String in
      var head = JSONObject()
      head["at"] = "2016-03-02T07:00:00.000Z"
      head["kind"] = .string(twin.kind)
      head["log"] = .string(forged.log.text)
      head["seq"] = 2
      return JSONValue.object(head).canonicalText
    }
    let payloads = twins.map { JSONValue.object($0.payload).canonicalText }
    func link(_ index: Int, _ salt: String) -> Digest {
      let digest = SHA256.hash(Array("veldlog payload 1\n\(salt)\(payloads[index])".utf8))
      return SHA256.hash(Array("veldlog link 1\n".utf8) + founded.link.bytes + Array(heads[index].utf8) + digest.bytes)
    }
    guard let salts = Self.salts(link) else { return nil }
    for (index, salt) in salts.enumerated() {
      let chain = Base64.url(Array(link(index, salt).bytes.prefix(8)))
      let line =
        "{\"chain\":\"\(chain)\",\"head\":\(heads[index]),\"payload\":\(payloads[index]),\"salt\":\"\(salt)\"}\n"
      // A checkpoint is made on a disk of its own, where this is the only branch.
      let disk = index == 0 ? machine.files : machine.files.afterPowerCut(.everything)
      try disk.writeWhole(first + Array(line.utf8), to: part)
      let surroundings = Surroundings(
        files: disk, clock: machine.clock, randomness: machine.randomness, stateFolder: nil)
      let writer = try LogWriter(
        opening: LogFolder(forged.log, in: logs, files: disk), key: forged.key,
        quarantine: Machine.folder + "/quarantine", surroundings: surroundings)
      try writer.append([], closing: true)
      if index == 0 { continue }
      let branch = logs + "/\(forged.log)~\(chain)"
      try machine.files.makeFolders(branch)
      let bytes = try disk.contents(of: part).dropFirst(first.count)
      try machine.files.writeWhole(Array(bytes), to: branch + "/0000000002.jsonl")
    }
    return Reference("\(forged.log):2#\(Base64.url(Array(link(0, salts[0]).bytes.prefix(8))).prefix(4))")
  }

  /// Salts with which the first three bytes of two links are equal.
  private static func salts(_ link: (Int, String) -> Digest) -> [String]? {
    func salt(_ number: Int) -> String { Base64.url((0..<12).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }) }
    func prefix(_ index: Int, _ number: Int) -> [UInt8] { Array(link(index, salt(number)).bytes.prefix(3)) }
    var known: [[UInt8]: Int] = [:]
    for number in 0..<6000 { known[prefix(0, number)] = number }
    for number in 0..<60_000 {
      if let first = known[prefix(1, number)] { return [salt(first), salt(number)] }
    }
    return nil
  }
}
