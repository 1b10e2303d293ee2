import CivilTime
import Platform

/// A last line that was cut off while it was written: never acknowledged, so never lost, but kept all the same.
enum TornTail {
  /// Copies it to the quarantine folder and then cuts it off, so that the next line is not glued to it.
  static func moveAside(
    _ tail: LogTail, of folder: LogFolder, to quarantine: String, _ surroundings: Surroundings
  ) throws(LogError) {
    guard tail.tornByteCount > 0 else { return }
    let files = surroundings.files
    do throws(FileError) {
      let bytes = try files.read(tail.part.path, from: tail.wholeByteCount, count: tail.tornByteCount)
      try files.makeFolders(quarantine)
      let name = "torn-\(folder.log)-after-\(tail.seq)-\(surroundings.clock.now())"
      try files.writeWhole(bytes, to: quarantine + "/" + name)
      let file = try files.open(tail.part.path, .append)
      try file.truncate(to: tail.wholeByteCount)
      try file.synchronize()
    } catch {
      throw .file(error)
    }
  }
}
