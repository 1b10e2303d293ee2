import EventLog
import Platform

extension LogsSeen {
  /// What was written behind the lines of a file.
  struct Growth {
    /// An index in `files`.
    let file: Int
    /// Whole lines.
    let bytes: [UInt8]
  }

  /// More than so many new bytes are not looked at.
  private static let largestGrowth = 16 << 20

  /// Whether the logs are those that were seen, or have only grown since.
  public func isCurrent(in logs: String, files: any FileSystem) throws(FileError) -> Bool {
    try growth(in: logs, files: files) != nil
  }

  /// What the logs say beyond what was seen; nil where something else happened to them than growing.
  ///
  /// A file of which nothing shows that it was written to is taken to be the same. Of every other one the last line that
  /// was seen has to stand where it stood.
  ///
  /// - Throws: `FileError`.
  /// - Complexity: O(files), and what is new.
  func growth(in logs: String, files now: any FileSystem) throws(FileError) -> [Growth]? {
    var growths: [Growth] = []
    var index = 0
    var newByteCount = 0
    for folder in try LogFolder.branches(in: logs, files: now) {
      for part in try folder.parts() {
        guard index < files.count, part.path == logs + "/" + files[index].path else { return nil }
        let file = files[index]
        if !file.isSame(as: part) {
          guard part.size >= file.byteCount, part.stamp?.number == file.stamp?.number,
            part.size - file.byteCount <= Self.largestGrowth,
            try file.endsAsBefore(part, files: now)
          else { return nil }
          let tail = try now.read(part.path, from: file.byteCount, count: part.size - file.byteCount)
          let end = tail.withUnsafeBufferPointer { LineBreaks.end(of: $0) }
          newByteCount += end
          guard newByteCount <= Self.largestGrowth else { return nil }
          if end > 0 { growths.append(Growth(file: index, bytes: Array(tail[..<end]))) }
        }
        index += 1
      }
    }
    return index == files.count ? growths : nil
  }
}

extension LogsSeen.File {
  /// Whether nothing shows that the file was written to.
  fileprivate func isSame(as part: LogFolder.Part) -> Bool {
    stamp != nil && part.stamp == stamp && part.size == size && size == byteCount
  }

  /// Whether the last line that was seen stands where it stood.
  fileprivate func endsAsBefore(_ part: LogFolder.Part, files: any FileSystem) throws(FileError) -> Bool {
    if byteCount == 0 { return true }
    let line = try files.read(part.path, from: lastStart, count: byteCount - lastStart)
    guard line.count == byteCount - lastStart, line.last == 0x0A else { return false }
    return line.dropLast().withUnsafeBytes { Checksum.of($0) } == lastChecksum
  }
}
