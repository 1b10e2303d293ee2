import Synchronization

/// A disk on which everything can be tried: what is written stays in memory, and the disk below is only read.
public final class OverlayFileSystem: FileSystem {
  private let below: any FileSystem
  /// What was changed: a file's bytes, or nil for what is gone.
  private let changes = Mutex<[String: [UInt8]?]>([:])
  private let folders = Mutex<Set<String>>([])

  public init(over below: any FileSystem) { self.below = below }

  public func entry(at path: String) throws(FileError) -> FileEntry? {
    if let change = changes.withLock({ $0[path] }) {
      return change.map { FileEntry(kind: .file, size: $0.count, permissions: 0o600) }
    }
    if folders.withLock({ $0.contains(path) }) { return FileEntry(kind: .folder, size: 0, permissions: 0o700) }
    return try below.entry(at: path)
  }

  public func names(in folder: String) throws(FileError) -> [String] {
    var names: Set<String> = []
    if try below.entry(at: folder) != nil { names = Set(try below.names(in: folder)) }
    let inside = folder + "/"
    changes.withLock { changes in
      for (path, bytes) in changes where path.hasPrefix(inside) && !path.dropFirst(inside.count).contains("/") {
        let name = String(path.dropFirst(inside.count))
        if bytes == nil { names.remove(name) } else { names.insert(name) }
      }
    }
    folders.withLock { folders in
      for path in folders where path.hasPrefix(inside) && !path.dropFirst(inside.count).contains("/") {
        names.insert(String(path.dropFirst(inside.count)))
      }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  public func makeFolder(_ path: String, mode: UInt16) throws(FileError) {
    if try entry(at: path) == nil { folders.withLock { _ = $0.insert(path) } }
  }

  public func read(_ path: String, from offset: Int, count: Int) throws(FileError) -> [UInt8] {
    guard let change = changes.withLock({ $0[path] }) else {
      return try below.read(path, from: offset, count: count)
    }
    guard let bytes = change else { throw FileError(.read, path, .notFound) }
    return Array(bytes.dropFirst(offset).prefix(count))
  }

  public func map(_ path: String) throws(FileError) -> MappedBytes {
    guard let change = changes.withLock({ $0[path] }) else { return try below.map(path) }
    guard let bytes = change else { throw FileError(.map, path, .notFound) }
    return MappedBytes(copying: bytes)
  }

  public func mapPrivately(_ path: String) throws(FileError) -> PrivateBytes {
    guard let change = changes.withLock({ $0[path] }) else { return try below.mapPrivately(path) }
    guard let bytes = change else { throw FileError(.read, path, .notFound) }
    return PrivateBytes(copying: bytes)
  }

  public func open(_ path: String, _ mode: OpenMode) throws(FileError) -> any WritableFile {
    let known = try entry(at: path)
    var offset: Int?
    switch mode {
    case .append, .overwrite:
      if case .overwrite = mode { offset = 0 }
      guard known != nil || offset != nil else { throw FileError(.write, path, .notFound) }
      if known == nil { changes.withLock { $0[path] = .some([]) } }
      if changes.withLock({ $0[path] }) == nil {
        let bytes = try below.contents(of: path)
        changes.withLock { $0[path] = .some(bytes) }
      }
    case .create:
      if known != nil { throw FileError(.create, path, .exists) }
      changes.withLock { $0[path] = .some([]) }
    case .replace:
      changes.withLock { $0[path] = .some([]) }
    }
    return OverlayFile(self, path, at: offset)
  }

  public func rename(_ source: String, to target: String) throws(FileError) {
    let bytes = try contents(of: source)
    changes.withLock {
      $0[target] = .some(bytes)
      $0[source] = .some(nil)
    }
  }

  public func remove(_ path: String) throws(FileError) {
    guard try entry(at: path) != nil else { throw FileError(.remove, path, .notFound) }
    changes.withLock { $0[path] = .some(nil) }
  }

  public func synchronizeFolder(_ path: String) throws(FileError) {}

  /// Nobody else sees what is written here, so nobody has to be kept out.
  public func lock(_ path: String) throws(FileError) -> (any FileLock)? { OverlayLock() }

  fileprivate func change(_ path: String, _ body: (inout [UInt8]) -> Void) {
    changes.withLock { changes in
      var bytes = (changes[path] ?? nil) ?? []
      // Out of the dictionary, so that it is not copied.
      changes[path] = .some([])
      body(&bytes)
      changes[path] = .some(bytes)
    }
  }
}

private final class OverlayFile: WritableFile {
  private let files: OverlayFileSystem
  private let path: String
  /// Where the next bytes go; nil for the end.
  private var offset: Int?

  init(_ files: OverlayFileSystem, _ path: String, at offset: Int?) {
    self.files = files
    self.path = path
    self.offset = offset
  }

  func write(_ bytes: [UInt8]) throws(FileError) {
    let start = offset
    files.change(path) { contents in
      guard let start, start <= contents.count else { return contents += bytes }
      contents.replaceSubrange(start..<min(contents.count, start + bytes.count), with: bytes)
    }
    offset = offset.map { $0 + bytes.count }
  }
  func synchronize() throws(FileError) {}
  func truncate(to size: Int) throws(FileError) { files.change(path) { $0.removeSubrange(min(size, $0.count)...) } }
}

private final class OverlayLock: FileLock {}
