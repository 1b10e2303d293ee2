import Cryptography
import EventLog
import Identity
import Platform
import Vocabulary

/// Which instance a new folder becomes: the one whose settings and keys are in the heap.
struct SalvagedInstance {
  /// Nil where they have to be found again from the keys and the logs, once these are written.
  private(set) var settings: Settings?
  private(set) var keys: [LogID: Ed25519.PrivateKey] = [:]
  /// Of other instances.
  private(set) var otherKeys: [LogID] = []
  /// Files with its locked payloads, the largest first.
  private(set) var locked: [HeapFile] = []
  private let vocabulary: Vocabulary
  private let fallback: Settings

  /// - Throws: `SalvageError.severalInstances` where nobody says which, `noKey` for one that is not there.
  init(_ salvage: Salvage, _ found: Salvage.Found) throws(SalvageError) {
    vocabulary = salvage.vocabulary
    let finds = found.heap.finds
    let held = Set(found.trees.map(\.log))
    let shared = Set(found.trees.filter { $0.header?.audience == .gedeeld }.map(\.log))
    fallback = Settings(
      workspace: found.workspace,
      naam: finds.invites.first { $0.workspace == found.workspace }?.naam ?? found.workspace.text,
      regio: found.trees.first { $0.log == found.workspace }?.header?.regio ?? "", logs: [.gedeeld: found.workspace])
    let candidates = Self.candidates(finds, found.workspace, shared)
    let withKeys = candidates.filter { !finds.keys(withThoseOf: $0.logs).isEmpty }
    let chosen: Candidate?
    if let wanted = salvage.request.log {
      chosen = candidates.first { $0.logs.contains(wanted) }
      if chosen == nil { throw .noKey(wanted) }
    } else if withKeys.count > 1 {
      throw .severalInstances(withKeys.compactMap(\.name).sorted())
    } else {
      chosen = withKeys.first ?? (candidates.count == 1 ? candidates.first : nil)
    }
    if let chosen {
      let lineCounts = Dictionary(uniqueKeysWithValues: found.trees.map { ($0.log, $0.nodes.count) })
      settings = chosen.settings.max { left, right in
        (lineCounts[left.logs[.gedeeld] ?? found.workspace] ?? 0)
          < (lineCounts[right.logs[.gedeeld] ?? found.workspace] ?? 0)
      }
      keys = finds.keys(withThoseOf: chosen.logs).filter { held.contains($0.key) || chosen.logs.contains($0.key) }
    }
    let folders = Set(finds.keys.filter { keys[$0.log] != nil }.map { Path.folder(of: $0.folder) })
    locked = found.heap.locked.map { found.heap.files[$0] }
      .filter { folders.isEmpty || folders.contains(Path.folder(of: $0.path)) }
      .sorted { ($1.size, $0.path) < ($0.size, $1.path) }
    let taken = keys
    otherKeys = Set(finds.keys.map(\.log).filter { held.contains($0) && taken[$0] == nil }).sorted()
  }

  /// Whether a private log is another's: where nobody's key is there, that cannot be said of any.
  func leaves(_ log: LogID) -> Bool {
    !keys.isEmpty && keys[log] == nil && settings?.audience(of: log) == nil
  }

  /// Whether a log can be written.
  var canRecord: Bool {
    guard let settings else { return !keys.isEmpty }
    return settings.logs[.gedeeld].map { keys[$0] != nil } ?? false
  }

  /// Settings and keys that belong together.
  private struct Candidate {
    var logs: Set<LogID>
    /// Without those that a later one goes on from.
    var settings: [Settings]

    /// Its shared log.
    var name: LogID? { settings.first?.logs[.gedeeld] ?? logs.min() }
  }

  private static func candidates(_ finds: HeapFinds, _ workspace: LogID, _ shared: Set<LogID>) -> [Candidate] {
    var candidates = finds.settings.filter { $0.workspace == workspace }.map { settings in
      Candidate(logs: Set(settings.logs.values).union(settings.former.keys), settings: [settings])
    }
    for key in finds.keys where shared.contains(key.log) { candidates.append(Candidate(logs: [key.log], settings: [])) }
    // Those with a log or a folder of keys in common are one.
    var merged: [Candidate] = []
    for candidate in candidates {
      var candidate = candidate
      candidate.logs.formUnion(finds.keys(withThoseOf: candidate.logs).keys)
      while let index = merged.firstIndex(where: { !$0.logs.isDisjoint(with: candidate.logs) }) {
        let other = merged.remove(at: index)
        candidate.logs.formUnion(other.logs)
        candidate.settings = other.settings + candidate.settings
      }
      merged.append(candidate)
    }
    return merged.map { candidate in
      var candidate = candidate
      let former = Set(candidate.settings.flatMap(\.former.keys))
      let latest = candidate.settings.filter { $0.logs[.gedeeld].map { !former.contains($0) } ?? false }
      if !latest.isEmpty { candidate.settings = latest }
      return candidate
    }
  }

  /// Puts keys and settings in the folder, which is an instance when this returns.
  func write(to root: String, _ files: any FileSystem, _ report: inout SalvageReport) throws {
    let folder = KeyFolder(root + "/keys", files: files)
    for log in keys.keys.sorted() {
      if let key = keys[log] { try folder.put(key) }
    }
    for (index, file) in locked.enumerated() {
      let bytes = try files.contents(of: file.path)
      var path = root + "/" + Workspace.lockedName
      if index > 0 {
        // One that may have been closed at another time: nobody can tell which holds more.
        if bytes == (try files.contents(of: path)) { continue }
        try files.makeFolders(root + "/quarantine")
        path = root + "/quarantine/locked-" + SHA256.hash(bytes).hexadecimal.prefix(16) + ".age"
      }
      try files.writeWhole(bytes, to: path)
    }
    let settings =
      try settings ?? Settings(recoveringIn: root, files: files, vocabulary: vocabulary) ?? fallback
    try files.writeWhole(settings.json.canonicalBytes + [0x0A], to: root + "/" + Workspace.settingsName)
    report.own = settings.logs[.gedeeld]
  }
}

extension Workspace {
  /// The file with locked payloads, beside the settings.
  static let lockedName = "locked.age"
}
