import CanonicalJSON
import EventLog
import Identity
import Platform
import Synchronization
import TestSupport
import Vocabulary
import Workspace

/// Folders of a workspace on one disk in memory, used from devices that each remember in a home of their own.
final class Devices: Sendable {
  let files: MemoryFileSystem
  private let clock: TickingClock
  /// Goes on from one opening to the next, so that no two keys are alike.
  private let randomness: SeededRandomness
  private let told = Mutex<[Notice]>([])

  init(_ files: MemoryFileSystem = MemoryFileSystem(), seed: UInt64 = 1) {
    self.files = files
    clock = TickingClock(from: 1_456_902_847_123 + Int64(seed) * 1_000_000)
    randomness = SeededRandomness(seed: seed)
  }

  /// The same on a disk of its own, with everything on it durable.
  func copy(seed: UInt64) -> Devices { Devices(files.afterPowerCut(.everything), seed: seed) }

  /// What the devices told since this was last asked.
  var news: [Notice] {
    told.withLock { notices in
      defer { notices = [] }
      return notices
    }
  }

  /// The successions among them.
  var begun: [[Succession]] { news.compactMap { if case .begunAnew(let begun) = $0 { begun } else { nil } } }

  func surroundings(_ home: String?) -> Surroundings {
    Surroundings(files: files, clock: clock, randomness: randomness, stateFolder: home.map { $0 + "/veldlog" })
  }

  @discardableResult
  func found(_ folder: String, on home: String?, joining founder: String? = nil) throws -> Workspace {
    let invite = try founder.map { try open($0, on: nil).invite() }
    return try Workspace.make(
      at: folder, naam: "Jeugdhulp", regio: "zeeland", who: "laptop \(folder)", invite: invite,
      surroundings: surroundings(home))
  }

  func open(_ folder: String, on home: String?) throws -> Workspace {
    var workspace = try Workspace(opening: folder, surroundings: surroundings(home))
    workspace.tell = { notice in self.told.withLock { $0.append(notice) } }
    return workspace
  }

  @discardableResult
  func record(
    _ traject: String, at folder: String, on home: String?, audience: Audience? = nil
  ) throws -> Reference {
    let end = payload(["traject": .string(traject), "datum": "2016-02-27", "reden": "01"])
    return try Recording(try open(folder, on: home)).record("traject_beeindigd", end, audience: audience).reference
  }

  func duplicate(_ source: String, to target: String) throws { try files.duplicate(source, to: target) }

  func remove(_ folder: String) throws {
    for name in try files.names(in: folder) {
      let path = folder + "/" + name
      if try files.entry(at: path)?.kind == .folder { try remove(path) } else { try files.remove(path) }
    }
    try files.remove(folder)
  }

  /// Puts a backup in the place of a folder.
  func putBack(_ backup: String, to folder: String) throws {
    try remove(folder)
    try duplicate(backup, to: folder)
  }
}

extension Workspace {
  /// The trajecten whose end is live, to the writer of this instance.
  func ended() throws -> Set<String> {
    let state = try ownState()
    return Set(
      (0..<state.table.rowCount).filter { state.isLive[$0] && state.table.kindName($0) == "traject_beeindigd" }
        .compactMap { state.table.payloadObject($0)?["traject"]?.stringValue })
  }
}
