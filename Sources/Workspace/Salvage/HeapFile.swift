import Identity
import Platform

/// A file of a heap that is salvaged from.
struct HeapFile: Sendable {
  /// What its first bytes say that it is.
  enum Form: Sendable {
    case plain, packed, encrypted
  }

  let path: String
  /// In bytes, when it was found.
  let size: Int
  let form: Form
  /// The folder in `logs` of the instance that is added to, where the file is one of its parts.
  var ownFolder: String?
}

/// Something in a heap that could not be read, or not to its end.
public struct HeapFault: Sendable {
  public enum Reason: Sendable {
    case file(FileError)
    /// Encrypted, and to none of the keys that were found or given.
    case encrypted
    /// Encrypted, and changed since.
    case damagedEncryption
    /// It goes no further than `byteCount` bytes, unpacked.
    case cutOff(byteCount: Int)
    /// A private key that cannot be read, of which no whole copy was found.
    case damagedKey
  }

  public let path: String
  public let reason: Reason
}

/// Finds all files below some folders. Links are not followed, and only regular files are looked at.
struct HeapWalk {
  private let files: any FileSystem
  private let skipped: Set<String>
  private var seen: Set<String> = []
  private(set) var found: [HeapFile] = []
  private(set) var faults: [HeapFault] = []

  /// - Parameter skipped: Paths that nothing is looked for at or below.
  init(_ files: any FileSystem, skipping skipped: Set<String> = []) {
    self.files = files
    self.skipped = skipped
  }

  mutating func add(_ more: [HeapFault]) { faults += more }

  /// Adds a file, or all files below a folder; one that was added already is passed over.
  ///
  /// - Throws: `FileError` when nothing stands at `path`; what cannot be read below it is listed in `faults`.
  mutating func add(_ path: String) throws(FileError) {
    guard try files.entry(at: path) != nil else { throw FileError(.look, path, .notFound) }
    var waiting = [path]
    while let next = waiting.popLast() {
      guard !skipped.contains(next), seen.insert(next).inserted else { continue }
      do throws(FileError) {
        guard let entry = try files.entry(at: next) else { continue }
        switch entry.kind {
        case .folder: waiting += try files.names(in: next).reversed().map { next == "/" ? "/" + $0 : next + "/" + $0 }
        case .file: try look(at: next, entry.size)
        // A person who names a link means what it leads to.
        case .link where next == path: try lookThroughLink(at: next, &waiting)
        case .link, .other: continue
        }
      } catch {
        faults.append(HeapFault(path: next, reason: .file(error)))
      }
    }
  }

  private mutating func look(at path: String, _ size: Int) throws(FileError) {
    if size == 0 { return }
    let start = try files.read(path, from: 0, count: 64)
    let form: HeapFile.Form = Age.isAge(start) ? .encrypted : HeapStream.isPacked(start) ? .packed : .plain
    found.append(HeapFile(path: path, size: size, form: form))
  }

  private mutating func lookThroughLink(at path: String, _ waiting: inout [String]) throws(FileError) {
    do throws(FileError) {
      waiting += try files.names(in: path).reversed().map { path + "/" + $0 }
    } catch {
      // No folder, so a file or nothing.
      var size = 0
      while true {
        let piece = try files.read(path, from: size, count: HeapStream.pieceByteCount)
        if piece.isEmpty { break }
        size += piece.count
      }
      try look(at: path, size)
    }
  }
}
