import CanonicalJSON
import Cryptography
import EventLog
import Identity
import Platform
import Workspace

/// A laptop in a world: a disk, a clock and an instance of Veldlog, with what the checks remember of it.
final class Machine {
  /// Something that will go wrong at one of the next calls to the disk.
  struct Trouble {
    let fault: Fault
    /// Counted from the next call on.
    let callCount: Int
    /// What is left after a power cut.
    let survival: PowerCutSurvival
  }

  static let folder = "/v"
  static let stateFolder = "/state"

  let name: String
  var files: MemoryFileSystem
  let clock: ManualClock
  var randomness: SeededRandomness
  /// The shared log that it writes.
  var log = ""
  /// The logs whose keys it has.
  var keys: Set<String> = []
  /// What the plain model says of the lines on the disk.
  var verdict = Verdict()
  /// The lines on the disk, as they were last read.
  var holdings = ModelHoldings()
  /// Bundles in `held/`, by the beginning of their hash.
  var waiting: [String: ModelBundle] = [:]
  /// Those of them that something that failed put there: nobody was told that they are kept.
  var doubtfulBundles: Set<String> = []
  /// Lines that were written by something that failed: nobody was told that they are there.
  var doubtful: Set<Int> = []
  /// Lines that something that failed may have written and taken back.
  var takenBack: Set<Int> = []
  var trouble: Trouble?
  /// Whether what is being done may fail.
  var isTroubled = false
  /// The bytes that fit on the disk, where it is nearly full.
  var capacity: Int? { didSet { files.setCapacity(capacity) } }
  /// Logs that a changed program founded here.
  var forged: [ForgedLog] = []
  /// The last line in the first folder of each log.
  private(set) var ends: [String: Int] = [:]
  /// The files of its copy of the shared folder at an earlier time.
  var oldShared: [(path: String, bytes: [UInt8])] = []
  /// A disk above that one, with the snapshots that the checks made.
  var snapshots: (files: MemoryFileSystem, disk: OverlayFileSystem)?
  /// The machine as it was when it was backed up.
  var backup: Machine?
  private var readFiles: [String: (bytes: [UInt8], lines: [(id: Int, isBare: Bool)])] = [:]

  init(name: String, files: MemoryFileSystem, time: Int64, seed: UInt64) {
    self.name = name
    self.files = files
    clock = ManualClock(at: time)
    randomness = SeededRandomness(seed: seed)
  }

  /// The logs that Veldlog itself writes here.
  var ownKeys: Set<String> { keys.subtracting(forged.map(\.log.text)) }

  var surroundings: Surroundings {
    Surroundings(files: files, clock: clock, randomness: randomness, stateFolder: Self.stateFolder)
  }

  func open() throws -> Workspace { try Workspace(opening: Self.folder, surroundings: surroundings) }

  /// Reads the lines on the disk, without being noticed.
  func readLines(_ corpus: Corpus) throws -> ModelHoldings {
    try files.withoutTrouble {
      var holdings = ModelHoldings()
      let logs = Self.folder + "/logs"
      guard files.exists(logs) else { return holdings }
      ends = [:]
      for log in try files.names(in: logs) {
        for part in try files.names(in: logs + "/" + log) where part.hasSuffix(".jsonl") && !part.hasPrefix(".") {
          let path = logs + "/" + log + "/" + part
          let lines = try lines(of: path, corpus)
          if let last = lines.last { ends[log] = last.id }
          for line in lines {
            let isNew = holdings.present.insert(line.id).inserted
            if line.isBare, isNew { holdings.bare.insert(line.id) }
            if !line.isBare { holdings.bare.remove(line.id) }
          }
        }
      }
      return holdings
    }
  }

  /// The lines of a file up to its last line feed; of what was read before only what follows is read again.
  private func lines(of path: String, _ corpus: Corpus) throws -> [(id: Int, isBare: Bool)] {
    let bytes = try files.contents(of: path)
    var known = readFiles[path] ?? ([], [])
    if known.bytes == bytes { return known.lines }
    if known.bytes.last != 0x0A || !bytes.starts(with: known.bytes) { known = ([], []) }
    var start = known.bytes.count
    var lines = known.lines
    while let end = bytes[start...].firstIndex(of: 0x0A) {
      lines.append(try corpus.take(bytes[start..<end]))
      start = end + 1
    }
    readFiles[path] = (Array(bytes[..<start]), lines)
    return lines
  }

  /// Reads bundles in `held/` again of which payloads were taken out.
  func readWaiting(_ corpus: Corpus) throws {
    for name in try heldNames() where name.hasSuffix(".erased.veld") {
      let bytes = try files.withoutTrouble { try files.contents(of: Self.folder + "/held/" + name) }
      waiting[String(name.prefix(16))] = try ModelBundle(bytes, corpus)
    }
  }

  /// What is remembered of where a log ended; nil where nothing is.
  func remembered(_ log: String) throws -> LogPlace? {
    try files.withoutTrouble {
      let path = Self.stateFolder + "/" + log
      guard files.exists(path) else { return nil }
      let text = String(decoding: try files.contents(of: path), as: UTF8.self)
      let parts = text.split { $0 == " " || $0 == "\n" }
      // Without its line feed it was cut off.
      return parts.count == 2 && text.hasSuffix("\n")
        ? Int(parts[0]).map { LogPlace(seq: $0, chain: String(parts[1])) } : nil
    }
  }

  /// Puts a file on a stick in this machine, which takes no room on its disk.
  func insert(_ bytes: [UInt8], at path: String) throws {
    files.setCapacity(nil)
    try files.withoutTrouble { try files.writeWhole(bytes, to: path) }
    files.setCapacity(capacity.map { $0 + bytes.count })
  }

  /// Takes the file away again.
  func eject(_ path: String) throws {
    try files.withoutTrouble {
      // After a power cut it may be gone already.
      if files.exists(path) { try files.remove(path) }
      try files.synchronizeFolder("/")
    }
    files.setCapacity(capacity)
  }

  /// Reads which logs are its own.
  func readKeys() throws {
    try files.withoutTrouble {
      keys = Set(try files.names(in: Self.folder + "/keys")).union(forged.map(\.log.text))
      log = try open().log.text
    }
  }

  /// The names in `held/`.
  func heldNames() throws -> [String] {
    try files.withoutTrouble {
      let held = Self.folder + "/held"
      return files.exists(held) ? try files.names(in: held).filter { !$0.hasPrefix(".") } : []
    }
  }
}

/// A line as it is remembered.
struct LogPlace {
  let seq: Int
  let chain: String
}

/// A key of a log that no settings name.
struct ForgedLog {
  let log: LogID
  let key: Ed25519.PrivateKey
}

/// A bundle on its way, or kept.
final class Parcel {
  let number: Int
  let bytes: [UInt8]
  let bundle: ModelBundle
  /// The first 16 hexadecimal digits of the hash of what it is when it is decrypted.
  let hash: String
  let from: String

  /// Whether a machine with these keys can read it.
  func isReadable(with keys: Set<String>) -> Bool {
    bundle.receivers.isEmpty || keys.contains(bundle.writer) || !keys.isDisjoint(with: bundle.receivers)
  }

  init(number: Int, bytes: [UInt8], bundle: ModelBundle, hash: String, from: String) {
    self.number = number
    self.bytes = bytes
    self.bundle = bundle
    self.hash = hash
    self.from = from
  }
}
