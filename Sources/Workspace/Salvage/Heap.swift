import Bundle
import EventLog
import Identity
import Platform

/// Everything that was found in some files and folders: the lines of logs, keys and settings, and what is damaged.
struct Heap {
  /// Bytes that stand where a line should and are none.
  struct Place {
    /// An index in `files`.
    let file: Int
    /// In the file, unpacked.
    let offset: Int
    let byteCount: Int
    /// The first of the bytes, where they cannot be read again.
    let start: [UInt8]?
  }

  /// More places are counted and not kept.
  static let largestPlaceCount = 1000

  /// An attachment in a tar.
  struct Packed {
    let file: Int
    let entry: TarIndex.Entry
  }

  private(set) var files: [HeapFile] = []
  private(set) var lines = HeapLines()
  private(set) var finds = HeapFinds()
  private(set) var faults: [HeapFault] = []
  private(set) var places: [Place] = []
  /// Places beyond those that are kept.
  private(set) var uncountedPlaceCount = 0
  /// Lines that a newer version wrote.
  private(set) var newerCount = 0
  private(set) var packed: [Packed] = []
  /// Files with locked payloads that nothing opened, as indices in `files`.
  private(set) var locked: [Int] = []
  private(set) var stream: HeapStream
  private let progress: (SalvageProgress) -> Void
  private var doneByteCount = 0
  private var totalByteCount = 0

  /// Reads all files: plain ones first, which often hold the keys of encrypted ones.
  ///
  /// - Parameters:
  ///   - found: As `HeapWalk` finds them; those of the instance that is added to before others.
  ///   - identities: What encrypted files are opened with, beside the keys that are found.
  init(
    reading found: [HeapFile], _ disk: any FileSystem, identities: [AgeIdentity],
    progress: @escaping (SalvageProgress) -> Void
  ) {
    stream = HeapStream(files: disk, identities: identities)
    self.progress = progress
    files = HeapFile.Form.inOrder.flatMap { form in found.filter { $0.form == form } }
    totalByteCount = files.reduce(0) { $0 + $1.size }
    for index in files.indices {
      if files[index].form == .encrypted, index == 0 || files[index - 1].form != .encrypted {
        stream.identities += finds.keys.map { .sshEd25519($0.key) }
      }
      read(index)
    }
    lines.sort()
    for path in finds.damagedKeys where !finds.keys.contains(where: { $0.log == path.log }) {
      faults.append(HeapFault(path: path.path, reason: .damagedKey))
    }
  }

  mutating func add(_ more: [HeapFault]) { faults += more }

  private mutating func read(_ index: Int) {
    let file = files[index]
    let stream = stream
    var reading = Reading()
    var gleaner = LineGleaner()
    var tar: TarIndex?
    let fault = stream.read(file) { piece in
      if reading.isFirst {
        reading.isFirst = false
        tar = TarIndex.isTar(piece) ? TarIndex() : nil
        reading.isTar = tar != nil
        reading.isSmall = file.size <= HeapFinds.largestByteCount && file.form == .plain && HeapFinds.mayHold(piece)
      }
      if reading.isSmall { reading.bytes += piece }
      tar?.take(piece)
      gleaner.take(piece) { note($0, of: index, &reading) }
      doneByteCount += file.form == .plain ? piece.count : 0
      progress(SalvageProgress(step: .reading, done: doneByteCount, total: totalByteCount))
    }
    if file.form != .plain { doneByteCount += file.size }
    gleaner.finish { note($0, of: index, &reading) }
    if reading.isSmall { finds.look(at: reading.bytes, path: file.path) }
    for small in tar?.small ?? [] { finds.look(at: small.bytes, path: file.path + "/" + small.name) }
    packed += (tar?.attachments ?? []).map { Packed(file: index, entry: $0.entry) }
    // Of a file without a line, nothing is known to be one that is damaged.
    if reading.lineCount + reading.fragmentCount > 0 {
      places += reading.places
      uncountedPlaceCount += reading.uncountedPlaceCount
    }
    if case .encrypted? = fault?.reason, Path.name(of: file.path) == Workspace.lockedName {
      locked.append(index)
    } else if let fault {
      faults.append(fault)
    }
  }

  /// One file while it is read.
  private struct Reading {
    var isFirst = true
    var isTar = false
    var isSmall = false
    var bytes: [UInt8] = []
    var lineCount = 0
    var fragmentCount = 0
    var places: [Place] = []
    var uncountedPlaceCount = 0

    mutating func add(_ place: Place, room: Int) {
      if places.count < room { places.append(place) } else { uncountedPlaceCount += 1 }
    }
  }

  private mutating func note(_ find: LineGleaner.Find, of index: Int, _ reading: inout Reading) {
    let isPlain = files[index].form == .plain
    let room = max(0, Self.largestPlaceCount - places.count)
    switch find {
    case .line(let view, let bytes, let range, let offset, let isEnded):
      reading.lineCount += 1
      lines.add(view, in: bytes, range, file: index, offset: isPlain ? offset : nil, isEnded: isEnded)
    case .fragment(let start, let offset, let isNewer):
      reading.fragmentCount += 1
      if isNewer { newerCount += 1 }
      // In a tar much stands between lines; only what begins as one is damaged.
      if !isPlain || reading.isTar {
        reading.add(Place(file: index, offset: offset, byteCount: start.count, start: start), room: room)
      }
    case .junk(let range):
      if isPlain, !reading.isTar {
        reading.add(Place(file: index, offset: range.lowerBound, byteCount: range.count, start: nil), room: room)
      }
    }
  }
}

extension HeapFile.Form {
  static let inOrder: [HeapFile.Form] = [.plain, .packed, .encrypted]
}

/// How far salvaging has come.
public struct SalvageProgress: Sendable {
  public enum Step: Sendable {
    /// In bytes of the files.
    case reading
    /// In lines.
    case checking, writing
  }

  public let step: Step
  public let done: Int
  public let total: Int
}
