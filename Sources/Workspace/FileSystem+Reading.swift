import Platform

extension FileSystem {
  /// All bytes of a file that a person named.
  ///
  /// - Throws: `FileError`; `isFolder` where a folder stands there.
  func contents(ofFile path: String) throws(FileError) -> [UInt8] {
    if try entry(at: path)?.kind == .folder { throw FileError(.read, path, .isFolder) }
    let mapped = try map(path)
    return Array(mapped.bytes)
  }
}
