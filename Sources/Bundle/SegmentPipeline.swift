import Dispatch
import EventLog
import Identity

/// Cuts the lines of a segment into batches, has all cores check them, and hands them on in order.
///
/// A batch ends with a checkpoint, as far as checkpoints come often enough. Memory is bounded by the number of batches
/// that are under way.
final class SegmentPipeline {
  private static let batchByteCount = 1 << 20
  /// Beyond this a batch ends without a checkpoint, and the next one waits for it.
  private static let largestBatchByteCount = 8 << 20
  private static let queue = DispatchQueue(label: "veldlog.lines", attributes: .concurrent)

  private let entry: BundleManifest.Segment
  private let wanted: Set<Int>
  private let receive: (LineBatch) throws -> Void
  private var start: LineBatch.Start
  private var header: LogHeader?
  private let isPlaced: Bool
  private var pending: [UInt8] = []
  private var pendingOffset = 0
  private var nextSeq: Int
  private var underWay: [LineBatch] = []
  private var last: LineBatch?

  /// - Parameters:
  ///   - walker: Stands before the segment's first line; nil to check each line by itself.
  ///   - receive: Gets each batch when it was checked.
  init(
    _ entry: BundleManifest.Segment, from walker: ChainWalker?, wanted: Set<Int>,
    _ receive: @escaping (LineBatch) throws -> Void
  ) {
    self.entry = entry
    self.wanted = wanted
    self.receive = receive
    start = walker.map { .walker($0) } ?? .nothing
    header = walker?.header
    isPlaced = walker != nil
    nextSeq = entry.first
  }

  /// Takes the next bytes of the segment.
  func take(_ piece: [UInt8]) throws {
    if pending.isEmpty { pending = piece } else { pending += piece }
    if pending.count < Self.batchByteCount { return }
    try findHeader()
    if let cut = endOfLastCheckpoint() {
      try send(upTo: cut)
    } else if pending.count >= Self.largestBatchByteCount {
      let end = pending.withUnsafeBufferPointer { LineBreaks.end(of: $0) }
      // Without any line feed it is no line; the rest of the segment is not kept.
      try send(upTo: end == 0 ? pending.count : end)
    }
  }

  /// Sends what is left, and waits for all.
  ///
  /// - Returns: Whether the segment ended with a line feed.
  func finish() throws -> Bool {
    let end = pending.withUnsafeBufferPointer { LineBreaks.end(of: $0) }
    let isWhole = end == pending.count
    if end > 0 { try send(upTo: end) }
    while !underWay.isEmpty { try receiveFirst() }
    return isWhole
  }

  /// What line 1 says is needed to start behind a checkpoint.
  private func findHeader() throws {
    guard header == nil, isPlaced, entry.first == 1, pendingOffset == 0 else { return }
    pending.withUnsafeBufferPointer { bytes in
      var walker = ChainWalker(log: entry.log, workspace: nil)
      var lines = LineBreaks(bytes)
      if let range = lines.next(), (try? walker.step(bytes, in: range)) != nil { header = walker.header }
    }
  }

  /// Where the last line that is a checkpoint ends; nil where none is.
  private func endOfLastCheckpoint() -> Int? {
    guard !isPlaced || header != nil else { return nil }
    return pending.withUnsafeBufferPointer { bytes -> Int? in
      var end = LineBreaks.end(of: bytes)
      if !isPlaced { return end > 0 ? end : nil }
      while end > 0 {
        let begin = LineBreaks.end(of: UnsafeBufferPointer(rebasing: bytes[..<(end - 1)]))
        if end - begin > 90, bytes[begin..<end].dropFirst(71).starts(with: "checkpoint\"".utf8) { return end }
        end = begin
      }
      return nil
    }
  }

  private func send(upTo end: Int) throws {
    let rest = Array(pending[end...])
    pending.removeSubrange(end...)
    let bytes = pending
    if case .walker = start {
    } else if isPlaced, case .nothing = start {
      // The batch before did not end with a checkpoint: only its end shows where this one starts.
      while !underWay.isEmpty { try receiveFirst() }
      if let walker = last?.end { start = .walker(walker) }
    }
    let batch = LineBatch(
      log: entry.log, firstSeq: nextSeq, offset: pendingOffset, bytes: bytes, start: start, wanted: wanted)
    prepareNext(behind: bytes)
    pending = rest
    pendingOffset += end
    underWay.append(batch)
    if entry.byteCount < Self.batchByteCount / 4 {
      batch.run()
      try receiveFirst(waits: false)
    } else {
      batch.start(on: Self.queue)
      while underWay.count > 3 { try receiveFirst() }
    }
  }

  /// Finds what the next batch starts from.
  private func prepareNext(behind bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { bytes in
      let begin = LineBreaks.end(of: UnsafeBufferPointer(rebasing: bytes[..<(bytes.count - 1)]))
      let line = UnsafeBufferPointer(rebasing: bytes[begin..<(bytes.count - 1)])
      start = .nothing
      if let view = try? LineView(parsing: line, in: 0..<line.count) {
        nextSeq = view.seq + 1
        if isPlaced, let header, view.isKind(Checkpoint.kind, in: line) { start = .checkpoint(Array(line), header) }
      }
    }
  }

  private func receiveFirst(waits: Bool = true) throws {
    let batch = underWay.removeFirst()
    if waits { batch.wait() }
    last = batch
    try receive(batch)
  }
}
