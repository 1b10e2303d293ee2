extension FileSystem {
  /// All bytes of a file; a link is followed.
  public func contents(of path: String) throws(FileError) -> [UInt8] {
    guard let entry = try entry(at: path) else { throw FileError(.read, path, .notFound) }
    guard entry.kind == .link else { return try read(path, from: 0, count: entry.size) }
    // The size of a link is that of its text, not of what it leads to.
    let mapped = try map(path)
    return withExtendedLifetime(mapped) { Array(mapped.bytes) }
  }

  /// Puts `bytes` at `path` so that a power cut leaves either the old file or the new one, whole.
  public func writeWhole(_ bytes: [UInt8], to path: String, mode: UInt16 = 0o600) throws(FileError) {
    let beside = Path.folder(of: path) + "/.tmp-" + Path.name(of: path)
    do throws(FileError) {
      let file = try open(beside, .replace(mode: mode))
      try file.write(bytes)
      try file.synchronize()
      try rename(beside, to: path)
    } catch {
      try? remove(beside)
      throw FileError(error.operation, path, error.reason)
    }
    try synchronizeFolder(Path.folder(of: path))
  }

  /// Makes a folder and those above it that are missing, and makes them survive a power cut.
  public func makeFolders(_ path: String, mode: UInt16 = 0o700) throws(FileError) {
    if path == "/" || path == "." { return }
    switch try entry(at: path)?.kind {
    case .folder?, .link?: return
    case nil: break
    default: throw FileError(.create, path, .notFolder)
    }
    let parent = Path.folder(of: path)
    try makeFolders(parent, mode: mode)
    try makeFolder(path, mode: mode)
    do throws(FileError) { try synchronizeFolder(parent) } catch {
      // What stays would be taken for durable the next time.
      try? remove(path)
      throw error
    }
  }

  public func exists(_ path: String) -> Bool {
    (try? entry(at: path)) != nil
  }
}
