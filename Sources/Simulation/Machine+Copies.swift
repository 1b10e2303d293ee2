import Platform

extension Machine {
  /// What becomes of the state outside the folder when the folder is put back.
  enum RestoredState: String {
    /// It is as it was last written.
    case kept
    case lost
    /// It is put back too.
    case old
  }

  /// Another machine with the same folder.
  ///
  /// - Parameter withState: Whether what is remembered outside it comes along.
  func copy(name: String, seed: UInt64, withState: Bool) -> Machine {
    let copy = Machine(
      name: name, files: files.afterPowerCut(.everything), time: clock.now(), seed: seed &+ 0x5EED)
    if !withState { copy.files.withoutTrouble { () -> Void in try? copy.files.removeTree(Self.stateFolder) } }
    copy.take(from: self)
    return copy
  }

  /// Puts the folder back as it was.
  func restore(_ backup: Machine, _ state: RestoredState) throws {
    let restored = backup.files.afterPowerCut(.everything)
    try restored.withoutTrouble { () throws -> Void in
      if state != .old { try? restored.removeTree(Self.stateFolder) }
      if state == .kept, files.withoutTrouble({ files.exists(Self.stateFolder) }) {
        try restored.makeFolders(Self.stateFolder)
        for name in try files.withoutTrouble({ try files.names(in: Self.stateFolder) }) where !name.hasPrefix(".") {
          let bytes = try files.withoutTrouble { try files.contents(of: Self.stateFolder + "/" + name) }
          try restored.writeWhole(bytes, to: Self.stateFolder + "/" + name)
        }
      }
    }
    files = restored
    capacity = nil
    take(from: backup)
  }

  /// Takes over what the checks remember of another machine's folder.
  private func take(from other: Machine) {
    holdings = other.holdings
    waiting = other.waiting
    keys = other.keys
    log = other.log
    forged = other.forged
    doubtful = []
    doubtfulBundles = []
    takenBack = []
  }
}

extension FileSystem {
  /// Removes a folder with all that is in it.
  func removeTree(_ path: String) throws(FileError) {
    for name in try names(in: path) {
      let entry = path + "/" + name
      if try self.entry(at: entry)?.kind == .folder { try removeTree(entry) } else { try remove(entry) }
    }
    try remove(path)
    try synchronizeFolder(Path.folder(of: path))
  }
}
