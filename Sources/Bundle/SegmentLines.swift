import EventLog
import Identity

/// What the lines of a segment show without any others.
enum SegmentLines {
  /// Checks that there are as many lines as the manifest says, and nothing after the last.
  static func checkCount(
    of entry: BundleManifest.Segment, in bytes: UnsafeBufferPointer<UInt8>
  ) throws(SegmentFault) {
    var lines = LineBreaks(bytes)
    var count = 0
    while lines.next() != nil { count += 1 }
    if count != entry.lineCount || !lines.rest.isEmpty {
      throw .lineCount(log: entry.log, wanted: entry.lineCount, found: count)
    }
  }

  /// Checks the last line against the manifest.
  static func checkEnd(
    of entry: BundleManifest.Segment, chain: Chain, isCheckpoint: Bool
  ) throws(SegmentFault) {
    if chain != entry.chain { throw .lastChain(log: entry.log, seq: entry.last) }
    if !isCheckpoint { throw .noCheckpointAtEnd(log: entry.log, seq: entry.last) }
  }

  /// Checks each line's form, log and number.
  ///
  /// - Returns: Why the segment has to wait, where a newer version wrote a line; the lines after it are not read.
  static func check(
    _ entry: BundleManifest.Segment, in bytes: UnsafeBufferPointer<UInt8>
  ) throws(SegmentFault) -> SegmentReason? {
    var lines = LineBreaks(bytes)
    var seq = entry.first
    var last: (chain: Chain, isCheckpoint: Bool)?
    while let range = lines.next() {
      do throws(LineFault) {
        let line = try LineView(parsing: bytes, in: range)
        guard line.log == entry.log else { throw .otherLog }
        guard line.seq == seq else { throw .wrongSeq(expected: seq, found: line.seq) }
        last = (line.chain, line.isKind(Checkpoint.kind, in: bytes))
      } catch {
        if error.isNewer { return .newer(log: entry.log, seq: seq) }
        throw .line(log: entry.log, seq: seq, error)
      }
      seq += 1
    }
    if let last { try checkEnd(of: entry, chain: last.chain, isCheckpoint: last.isCheckpoint) }
    return nil
  }
}
