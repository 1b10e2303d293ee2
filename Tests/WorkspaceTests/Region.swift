import CanonicalJSON
import EventLog
import Identity
import Merge
import Platform
import TestSupport
import Workspace

/// Instances of one workspace on a disk in memory, at `/a`, `/b` and so on.
struct Region {
  let files: MemoryFileSystem

  init(_ files: MemoryFileSystem = MemoryFileSystem()) { self.files = files }

  /// The same on a disk of its own, with everything on it durable.
  func copy() -> Region { Region(files.afterPowerCut(.everything)) }

  /// The clock and randomness of an instance repeat.
  func surroundings(_ name: String) -> Surroundings {
    let seed = UInt64(name.utf8.last ?? 0)
    return Surroundings(
      files: files, clock: TickingClock(from: 1_456_902_847_123 + Int64(seed) * 7),
      randomness: SeededRandomness(seed: seed))
  }

  @discardableResult
  func found(_ name: String) throws -> Workspace {
    try Workspace.make(
      at: name, naam: "Jeugdhulp", regio: "zeeland", who: "laptop \(name)", surroundings: surroundings(name))
  }

  @discardableResult
  func join(_ name: String, to founder: String) throws -> Workspace {
    try Workspace.make(
      at: name, naam: "", regio: "zeeland", who: "laptop \(name)", invite: try open(founder).invite(),
      surroundings: surroundings(name))
  }

  func open(_ name: String) throws -> Workspace {
    try Workspace(opening: name, surroundings: surroundings(name))
  }

  /// Records the end of a traject.
  @discardableResult
  func record(_ traject: String, ended datum: String, at name: String) throws -> Reference {
    let payload: JSONValue = ["traject": .string(traject), "datum": .string(datum), "reden": "01"]
    return try Recording(try open(name)).record("traject_beeindigd", payload.objectValue ?? JSONObject()).reference
  }

  func admit(_ member: String, at name: String) throws {
    _ = try Recording(try open(name)).admit(try open(member).log, role: .onderzoeker)
  }

  @discardableResult
  func bundle(_ path: String, from name: String) throws -> Exchange.Made {
    try Exchange(try Recording(try open(name))).makeClearBundle(at: path)
  }

  @discardableResult
  func apply(_ path: String, at name: String) throws -> (applied: Exchange.Applied, released: [Exchange.Applied]) {
    try Exchange(try Recording(try open(name))).apply(path)
  }

  /// Every file below a folder, with its bytes.
  func tree(_ folder: String) throws -> [String: [UInt8]] {
    var found: [String: [UInt8]] = [:]
    for name in try files.names(in: folder) {
      let path = folder + "/" + name
      if try files.entry(at: path)?.kind == .folder {
        found.merge(try tree(path)) { first, _ in first }
        found[path + "/"] = []
      } else {
        found[path] = try files.contents(of: path)
      }
    }
    return found
  }
}

/// What an instance says of the facts, apart from where it stands itself.
struct Said: Equatable {
  let fingerprint: String
  let live: [String]
  let used: [String]
  let conflicts: [[String]]

  init(_ workspace: Workspace) throws {
    let state = try workspace.state()
    let table = state.table
    func text(_ row: Int) -> String {
      "\(table.reference(row)) \(table.kindName(row)) \(JSONValue.object(table.payloadObject(row) ?? .init()).canonicalText)"
    }
    fingerprint = state.fingerprint
    live = (0..<table.rowCount).filter { state.isLive[$0] }.map(text).sorted()
    used = (0..<table.rowCount).filter { state.isUsed[$0] }.map(text).sorted()
    conflicts = state.conflicts.map { $0.rows.map(text).sorted() }
  }
}

extension Workspace {
  /// What verify finds in all logs, torn tails apart, which the next write moves aside.
  func damage() throws -> [LogReport.Finding] {
    try LogFolder.logs(in: logsPath, files: files).flatMap { log in
      try LogVerifier.verify(log, in: logsPath, files: files, workspace: settings.workspace).flatMap(\.findings)
        .filter { if case .torn = $0 { false } else { true } }
    }
  }
}
