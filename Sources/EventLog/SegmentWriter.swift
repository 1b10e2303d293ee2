import Cryptography
import Identity
import Platform

/// Adds lines that another instance wrote, and that were checked, to what is held of its log.
///
/// The caller holds the workspace's lock.
public enum SegmentWriter {
  /// Appends whole lines, in one write and one `fdatasync` for each part.
  ///
  /// - Parameters:
  ///   - lines: Checked lines with their line feeds, of which the first is line `firstSeq`.
  ///   - quarantine: Where a torn line of an interrupted earlier time goes.
  /// - Throws: `LogError`; lines that were written whole stay, and count.
  public static func append(
    _ lines: UnsafeBufferPointer<UInt8>, firstSeq: Int, to folder: LogFolder, quarantine: String,
    surroundings: Surroundings
  ) throws(LogError) {
    let parts: PartWriter
    let hasLines: Bool
    do { hasLines = try holdsLines(folder) } catch { throw .file(error) }
    if !hasLines {
      guard firstSeq == 1 else { throw .doesNotFollow(folder.log, expected: 1, found: firstSeq) }
      do { try surroundings.files.makeFolders(folder.path) } catch { throw .file(error) }
      parts = PartWriter(folder, path: folder.partPath(firstSeq: 1), size: 0)
    } else {
      let tail = try LogTail(of: folder)
      guard firstSeq == tail.seq + 1 else {
        throw .doesNotFollow(folder.log, expected: tail.seq + 1, found: firstSeq)
      }
      try TornTail.moveAside(tail, of: folder, to: quarantine, surroundings)
      parts = PartWriter(folder, path: tail.part.path, size: tail.wholeByteCount)
    }
    var start = 0
    var seq = firstSeq
    while start < lines.count {
      if parts.isFull { parts.startPart(firstSeq: seq) }
      let limit = min(lines.count, start + LogFolder.largestPartByteCount)
      let end = limit == lines.count ? limit : start + LineBreaks.end(of: lines.part(start..<limit))
      try parts.write(Array(lines.part(start..<end)))
      seq += lines.part(start..<end).count { $0 == 0x0A }
      start = end
    }
  }

  /// Whether a whole line of the log is on disk; its files are then only added to.
  private static func holdsLines(_ folder: LogFolder) throws(FileError) -> Bool {
    for part in try folder.parts() where part.size > 0 {
      let mapped = try folder.files.map(part.path)
      if withExtendedLifetime(mapped, { LineBreaks.end(of: mapped.bytes) }) > 0 { return true }
    }
    return false
  }
}
