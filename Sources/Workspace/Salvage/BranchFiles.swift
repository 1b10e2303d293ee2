import Cryptography
import EventLog
import Platform

/// Writes the lines of one branch to the files of its folder, in place of what is there.
///
/// A file that holds them already is left alone. Of one that is replaced, all that does not come back in its place goes
/// to the quarantine first, but for what is erased. Parts that are there keep their first lines. Until `commit` all is
/// written beside, so that lines can be read from the files as they were.
struct BranchFiles {
  /// A place in a file.
  struct Place {
    let path: String
    let offset: Int
  }

  /// What stays of the files as it is: lines that nothing stands under, and what is damaged between them.
  enum Rest {
    /// All that follows a place; all there is where that is nil.
    case after(Place?)
  }

  private let folder: LogFolder
  private let quarantine: String
  private let isDryRun: Bool
  private let rest: Rest?
  private let parts: [LogFolder.Part]
  private var boundaries: Set<Int>
  private var firstSeq = 0
  private var bytes: [UInt8] = []
  private var written: Set<String> = []
  /// Files that were written beside, and the names they get.
  private var waiting: [(beside: String, path: String)] = []
  private var surplus: [String] = []
  private let disk: any FileSystem
  private let isErased: (LineView, UnsafeBufferPointer<UInt8>) -> Bool

  init(
    _ folder: LogFolder, _ disk: any FileSystem, quarantine: String, isDryRun: Bool,
    isErased: @escaping (LineView, UnsafeBufferPointer<UInt8>) -> Bool, keeping rest: Rest?
  ) throws(FileError) {
    self.isErased = isErased
    self.folder = folder
    self.disk = disk
    self.quarantine = quarantine
    self.isDryRun = isDryRun
    self.rest = rest
    parts = try folder.parts()
    boundaries = Set(parts.map(\.firstSeq))
    if case .after(let place) = rest {
      // What follows the last line that stands here belongs to its file.
      let last = place.flatMap { place in parts.first { $0.path == place.path } } ?? parts.first
      boundaries = boundaries.filter { $0 <= last?.firstSeq ?? 0 }
    }
  }

  /// Adds the next line.
  mutating func add(_ line: [UInt8], seq: Int) throws(FileError) {
    let isFull = rest == nil && bytes.count > LogFolder.largestPartByteCount
    if !bytes.isEmpty, isFull || boundaries.contains(seq) { try flush() }
    if bytes.isEmpty { firstSeq = seq }
    bytes += line
    bytes.append(0x0A)
  }

  /// Writes what is left.
  mutating func finish() throws(FileError) {
    if case .after(let place) = rest {
      let path = folder.partPath(firstSeq: firstSeq)
      // Where the folder is not as it should be, it is left as it is.
      guard path == (place?.path ?? parts.first?.path) else { return }
      bytes += try disk.contents(of: path).dropFirst(place?.offset ?? 0)
    }
    try flush()
    if rest == nil { surplus = parts.map(\.path).filter { !written.contains($0) } }
  }

  /// Puts the files in place, and takes away those whose lines stand in others now.
  func commit() throws(FileError) {
    if isDryRun { return }
    for (beside, path) in waiting where try disk.entry(at: path) != nil {
      try keepRest(of: try disk.contents(of: path), without: try disk.contents(of: beside))
    }
    if !surplus.isEmpty {
      // Its lines may stand in any other part.
      var all: [UInt8] = []
      for path in written.sorted() {
        all += try disk.contents(of: waiting.first { $0.path == path }?.beside ?? path)
      }
      for path in surplus { try keepRest(of: try disk.contents(of: path), without: all) }
    }
    for file in waiting { try disk.rename(file.beside, to: file.path) }
    if !waiting.isEmpty { try disk.synchronizeFolder(folder.path) }
    for path in surplus { try disk.remove(path) }
    if !surplus.isEmpty { try disk.synchronizeFolder(folder.path) }
  }

  private mutating func flush() throws(FileError) {
    let path = folder.partPath(firstSeq: firstSeq)
    defer { bytes.removeAll(keepingCapacity: true) }
    written.insert(path)
    if isDryRun { return }
    if try disk.entry(at: path) == nil {
      try disk.makeFolders(folder.path)
    } else if try disk.contents(of: path) == bytes {
      return
    }
    let beside = folder.path + "/.tmp-" + Path.name(of: path)
    let file = try disk.open(beside, .replace(mode: 0o600))
    try file.write(bytes)
    try file.synchronize()
    waiting.append((beside, path))
  }

  private struct Key: Hashable {
    let seq: Int
    let chain: Chain
    let digest: Digest
  }

  private func key(_ view: LineView, _ bytes: UnsafeBufferPointer<UInt8>, _ hasher: LinkHasher) -> Key? {
    guard view.log == folder.log else { return nil }
    if let salt = view.salt, let payload = view.payload {
      let digest = hasher.digest(salt: bytes.part(salt), payload: bytes.part(payload))
      return Key(seq: view.seq, chain: view.chain, digest: digest)
    }
    return view.removedDigest.map { Key(seq: view.seq, chain: view.chain, digest: $0) }
  }

  /// Copies to the quarantine what stands in a file and not in the one that comes in its place: bytes that are no line,
  /// and lines that are others there.
  private func keepRest(of old: [UInt8], without new: [UInt8]) throws(FileError) {
    let hasher = LinkHasher()
    var replaced: Set<Key> = []
    var rest: [UInt8] = []
    Self.glean(new) { find in
      if case .line(let view, let bytes, _, _, _) = find, let key = key(view, bytes, hasher) { replaced.insert(key) }
    }
    Self.glean(old) { find in
      switch find {
      case .line(let view, let bytes, let range, _, _):
        if let key = key(view, bytes, hasher), replaced.contains(key) { return }
        if !isErased(view, bytes) { rest += bytes[range] + [0x0A] }
      case .junk(let range): rest += old[range]
      case .fragment: break
      }
    }
    if rest.isEmpty { return }
    let name = "damaged-\(Path.name(of: folder.path))-\(SHA256.hash(rest).hexadecimal.prefix(16))"
    try disk.makeFolders(quarantine)
    try disk.writeWhole(rest, to: quarantine + "/" + name)
  }

  private static func glean(_ bytes: [UInt8], _ found: (LineGleaner.Find) -> Void) {
    var gleaner = LineGleaner()
    gleaner.take(bytes, found)
    gleaner.finish(found)
  }
}
