import CivilTime
import Identity
import Platform

/// A last line that was cut off while it was written: never acknowledged, so never lost, but kept all the same.
struct TornTail {
  let log: LogID
  /// The file, and where its last whole line ends.
  let path: String
  let wholeByteCount: Int
  let byteCount: Int
  /// The number of that line.
  let seq: Int

  /// Copies it to the quarantine folder and then cuts it off, so that the next line is not glued to it.
  func moveAside(to quarantine: String, _ surroundings: Surroundings) throws(LogError) {
    guard byteCount > 0 else { return }
    let files = surroundings.files
    do throws(FileError) {
      let bytes = try files.read(path, from: wholeByteCount, count: byteCount)
      try files.makeFolders(quarantine)
      let name = "torn-\(log)-after-\(seq)-\(surroundings.clock.now())"
      try files.writeWhole(bytes, to: quarantine + "/" + name)
      let file = try files.open(path, .append)
      try file.truncate(to: wholeByteCount)
      try file.synchronize()
    } catch {
      throw .file(error)
    }
  }
}

extension TornTail {
  init(of tail: LogTail, in folder: LogFolder) {
    self.init(
      log: folder.log, path: tail.part.path, wholeByteCount: tail.wholeByteCount, byteCount: tail.tornByteCount,
      seq: tail.seq)
  }
}
