import Platform

extension MemoryFileSystem {
  /// Copies a folder with all in it, as `cp -a` does.
  func duplicate(_ source: String, to target: String) throws {
    try makeFolders(target)
    for name in try names(in: source) where name != ".lock" {
      let (from, to) = (source + "/" + name, target + "/" + name)
      if try entry(at: from)?.kind == .folder {
        try duplicate(from, to: to)
      } else {
        try writeWhole(try contents(of: from), to: to)
      }
    }
  }
}
