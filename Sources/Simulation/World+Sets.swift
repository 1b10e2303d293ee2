import CanonicalJSON
import EventLog
import Identity
import Merge
import Platform
import Vocabulary
import Workspace

extension Simulator {
  /// The lines on each machine at the end of a history, as sets that another implementation can read, with what Veldlog
  /// says of each:
  ///
  ///     {"logs":{"<log>" or "<log>~<chain>":[line, …]},"own":[log, …],"says":{…},"workspace":log}
  ///
  /// `says` has the members `conflicts`, `erased`, `fingerprint`, `held`, `live`, `members` and `missing` of the vectors
  /// (SyncSpecs/README.md).
  ///
  /// - Throws: `Breakage` where the history breaks.
  public func sets(seed: UInt64) throws -> [String] {
    let world = try World(
      seed: seed, machineCount: Step.Mood(seed: seed).machineCount, without: nil, telling: false)
    for step in Step.list(seed: seed, count: stepCount) { try world.take(step) }
    return try world.machines.map { machine in
      try machine.files.withoutTrouble { try world.set(of: machine).canonicalText }
    }
  }

  /// The slot fields of each kind that has some, as the vocabulary of Veldlog gives them.
  public static var slots: String {
    var slots = JSONObject()
    for kind in Vocabulary.standard.kinds {
      if let fields = kind.slot { slots[kind.name] = .array(fields.map { .string($0) }) }
    }
    return JSONValue.object(slots).canonicalText
  }
}

extension World {
  fileprivate func set(of machine: Machine) throws -> JSONValue {
    var logs = JSONObject()
    let workspace = try machine.open()
    for branch in try LogFolder.branches(in: workspace.logsPath, files: machine.files) {
      let bytes = try branch.parts().flatMap { try machine.files.contents(of: $0.path) }
      let end = bytes.lastIndex(of: 0x0A) ?? bytes.startIndex
      let lines = bytes[..<end].split(separator: 0x0A).map { JSONValue.string(String(decoding: $0, as: UTF8.self)) }
      logs[String(branch.path.dropFirst(workspace.logsPath.count + 1))] = .array(lines)
    }
    var set = JSONObject()
    set["logs"] = .object(logs)
    set["own"] = .array(machine.ownKeys.sorted().map { .string($0) })
    set["says"] = try says(workspace)
    set["workspace"] = .string(founder)
    return .object(set)
  }

  private func says(_ workspace: Workspace) throws -> JSONValue {
    let state = try workspace.state()
    let table = state.table
    func texts(_ rows: some Sequence<Int>) -> JSONValue {
      .array(rows.map { table.reference($0).text }.sorted().map { .string($0) })
    }
    let rows = 0..<table.rowCount
    let known = Set(state.members.members.keys).union(workspace.ownPrivate)
    var says = JSONObject()
    says["conflicts"] = .array(
      state.conflicts.map { ["facts": texts($0.rows), "used": .string(table.reference($0.used).text)] })
    says["erased"] = texts(rows.filter { state.isErased($0) })
    says["fingerprint"] = .string(state.fingerprint)
    says["held"] = .array(
      Set(table.branches.filter { !$0.rows.isEmpty }.map(\.log)).subtracting(known).sorted().map { .string($0.text) })
    says["live"] = texts(rows.filter { state.isLive[$0] })
    says["members"] = .array(
      state.members.members.values.sorted { $0.log < $1.log }.map {
        ["log": .string($0.log.text), "rol": .string($0.role.rawValue), "step": .integer(Int64($0.step))]
      })
    says["missing"] = texts(state.missingRows)
    return .object(says)
  }
}
