import Platform

/// Appends bytes to the last file of a log, durably.
///
/// What it promises: after `write` returns, the bytes survive a power cut; after it throws, none of them are counted,
/// and if the disk allows none of them are left.
final class PartWriter {
  private let folder: LogFolder
  private var path: String
  private var size: Int
  private var file: (any WritableFile)?
  private var isBroken = false
  /// Whether the file's name survives a power cut. One that stands there already may be left by an earlier time, which
  /// failed before its name was durable.
  private var isNameDurable = false

  /// Goes on after the last whole line; a torn one must have been moved aside.
  init(_ folder: LogFolder, path: String, size: Int) {
    self.folder = folder
    self.path = path
    self.size = size
  }

  /// Whether the next line should start a new part.
  var isFull: Bool { size > LogFolder.largestPartByteCount }

  /// Starts a new part with line `firstSeq`; it appears on disk with the first write.
  func startPart(firstSeq: Int) {
    path = folder.partPath(firstSeq: firstSeq)
    size = 0
    file = nil
    isNameDurable = false
  }

  /// Makes the part with these bytes in one step: a power cut leaves all of them or no part.
  func found(_ bytes: [UInt8]) throws(LogError) {
    do throws(FileError) { try folder.files.writeWhole(bytes, to: path) } catch { throw .file(error) }
    size = bytes.count
    isNameDurable = true
  }

  /// One write and one `fdatasync`; the first one also synchronizes the folder.
  func write(_ bytes: [UInt8]) throws(LogError) {
    if isBroken { throw .broken(path: path) }
    do throws(FileError) {
      let isNew = size == 0
      if self.file == nil { self.file = try folder.files.open(path, isNew ? .replace(mode: 0o600) : .append) }
      guard let file = self.file else { return }
      do throws(FileError) {
        try file.write(bytes)
        try file.synchronize()
        if !isNameDurable { try folder.files.synchronizeFolder(folder.path) }
        isNameDurable = true
      } catch {
        // A short write must not stay: the next line would be glued to it. If it cannot be cut off now, opening the
        // log again will find it as a torn tail.
        do throws(FileError) { try file.truncate(to: size) } catch { isBroken = true }
        throw error
      }
      size += bytes.count
    } catch {
      throw .file(error)
    }
  }
}
