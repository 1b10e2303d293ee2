import EventLog
import Identity

/// Takes the lines of a segment that was checked, and gives out what is to be stored of them.
struct SegmentSink {
  /// What came of the lines.
  struct Outcome {
    var newCount = 0
    var erasedCount = 0
    /// Lines that mend what is held, by branch and number.
    var mends: [Int: [Int: [UInt8]]] = [:]
  }

  private let segment: SegmentArrival
  private let new: SegmentArrival.New?
  private let mendsBySeq: [Int: [SegmentArrival.Mend]]
  /// Numbers of lines that an erasure may name.
  private let targets: Set<Int>
  private let erases: (Reference, String) -> Bool
  private let hasher = LinkHasher()
  private(set) var outcome = Outcome()
  private var offset = 0
  private var rest: [UInt8] = []
  private var seq: Int

  /// - Parameters:
  ///   - targets: What erasures in force name.
  ///   - erases: Whether a line, by its reference and kind, has to go without its payload.
  init(_ segment: SegmentArrival, targets: Set<Reference>, erases: @escaping (Reference, String) -> Bool) {
    self.segment = segment
    self.erases = erases
    guard case .placed(let new, let mends) = segment.verdict else {
      (self.new, mendsBySeq, self.targets, seq) = (nil, [:], [], 0)
      return
    }
    let entry = segment.entry
    self.new = new
    mendsBySeq = Dictionary(grouping: mends, by: \.seq)
    self.targets = Set(
      targets.filter { $0.log == entry.log && $0.seq >= entry.first && $0.seq <= entry.last }.map(\.seq))
    seq = entry.first
    outcome.newCount = segment.newCount
  }

  /// Whether nothing of the segment is stored or counted.
  var isIdle: Bool { new == nil && mendsBySeq.isEmpty && targets.isEmpty }

  /// Takes the next bytes of the segment; `store` gets those of new lines.
  mutating func take(_ piece: [UInt8], _ store: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
    if isIdle { return }
    if mendsBySeq.isEmpty, targets.isEmpty {
      try piece.withUnsafeBufferPointer { bytes in
        let start = max(0, (new?.offset ?? .max) - offset)
        if start < bytes.count { try store(UnsafeBufferPointer(rebasing: bytes[start...])) }
      }
      offset += piece.count
      return
    }
    let bytes = rest.isEmpty ? piece : rest + piece
    try bytes.withUnsafeBufferPointer { bytes in
      var lines = LineBreaks(bytes)
      while let range = lines.next() {
        try takeLine(UnsafeBufferPointer(rebasing: bytes[range]), store)
        seq += 1
      }
      rest = Array(bytes[lines.rest])
    }
  }

  private mutating func takeLine(
    _ line: UnsafeBufferPointer<UInt8>, _ store: (UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    let isNew = new.map { seq >= $0.firstSeq } ?? false
    var erased: [UInt8]?
    if targets.contains(seq) {
      erased = withoutPayload(line)
      if erased != nil { outcome.erasedCount += 1 }
    }
    if isNew {
      if erased != nil { outcome.newCount -= 1 }
      let whole = (erased ?? Array(line)) + [0x0A]
      try whole.withUnsafeBufferPointer { try store($0) }
    }
    for mend in mendsBySeq[seq] ?? [] {
      if erased != nil { outcome.newCount -= 1 }
      // What is only without its payload stays so.
      if mend.isPayload, erased != nil { continue }
      outcome.mends[mend.branch, default: [:]][seq] = erased ?? Array(line)
    }
  }

  /// The line without its payload, where it has one and an erasure in force names it.
  private func withoutPayload(_ line: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard let view = try? LineView(parsing: line, in: 0..<line.count), view.payload != nil else { return nil }
    let kind = String(decoding: line.part(view.kind), as: UTF8.self)
    guard erases(Reference(log: view.log, seq: view.seq, chain: view.chain), kind) else { return nil }
    var erased: [UInt8] = []
    view.appendErased(from: line, to: &erased, hasher: hasher)
    return erased
  }
}
