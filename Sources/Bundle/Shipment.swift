import Cryptography
import EventLog
import Identity
import Merge
import Vocabulary

/// The lines that a bundle is to hold, checked, in pieces that end with a checkpoint; and what its manifest says of the
/// lines that are held here.
public struct Shipment: Sendable {
  /// Lines of a branch from behind one checkpoint up to the next.
  public struct Piece: Sendable, Equatable {
    /// An index in `HeldLogs.branches`.
    public let branch: Int
    public let first: Int
    public let last: Int
    /// Of all lines.
    public let byteCount: Int
    /// Lines before the first, of branches that this one leaves, which no checkpoint there vouches for.
    var trunk: [Run] = []

    /// All lines, branch by branch.
    var runs: [Run] { trunk + [Run(branch: branch, first: first, last: last)] }

    /// Whether a line of a branch is among them.
    func holds(_ seq: Int, on branch: Int) -> Bool {
      runs.contains { $0.branch == branch && $0.first <= seq && seq <= $0.last }
    }
  }

  /// Lines of one branch.
  struct Run: Sendable, Equatable {
    let branch: Int
    let first: Int
    let last: Int
  }

  /// In the order of logs and branches; of a branch ascending.
  public private(set) var pieces: [Piece] = []
  /// For each log, lines that are held here.
  public private(set) var frontier: [LogID: [BundleManifest.NamedLine]] = [:]
  /// Lines that are held without their payload.
  public private(set) var missing: [Reference] = []
  /// Lines that stay behind since no checkpoint vouches for them or they are not right, by log.
  public private(set) var leftBehind: [LogID: Int] = [:]
  /// For each log that is sent, whether more than one head of it is held.
  private var isForked: [LogID: Bool] = [:]
  private let held: HeldLogs

  /// Gathers what has to be sent, and checks every link on the way: what is damaged here is not passed on.
  ///
  /// - Parameters:
  ///   - erasure: Lines that it names are not missing.
  ///   - members: Only their lines are: what a stranger's log lacks is nobody's to ask for.
  ///   - isSent: Whether the receivers may hold a log, by what its line 1 says.
  ///   - coverages: Of each receiver, what they have said that they hold; empty for a bundle of everything.
  ///   - isOnlyFrontier: For a receipt, which holds no lines.
  /// - Throws: `FileError`.
  public init(
    of held: HeldLogs, erasure: Erasure, members: Members, to coverages: [Coverage], isOnlyFrontier: Bool = false,
    where isSent: (LogHeader) -> Bool
  ) throws {
    try self.init(
      of: held, erasure: erasure, members: members,
      lines: { index in
        if isOnlyFrontier { return [] }
        if coverages.isEmpty { return [held.branches[index].firstSeq...held.branches[index].lastSeq] }
        return Coverage.joined(coverages.flatMap { $0.uncovered(index, in: held) })
      }, where: isSent)
  }

  /// Gathers the lines that are asked for.
  ///
  /// - Parameter lines: For each branch, ascending ranges; each goes on to the next checkpoint.
  public init(
    of held: HeldLogs, erasure: Erasure, members: Members, lines: (_ branch: Int) -> [ClosedRange<Int>],
    where isSent: (LogHeader) -> Bool
  ) throws {
    self.held = held
    var asked: [Int: [ClosedRange<Int>]] = [:]
    var faults: [Int: Int] = [:]
    for index in held.branches.indices {
      let branch = held.branches[index]
      guard let header = branch.header, !branch.isEmpty, isSent(header) else { continue }
      var firstFault = branch.unreadable.first
      asked[index] = lines(index)
      for range in asked[index] ?? [] {
        if let fault = try gather(index, range) { firstFault = min(firstFault ?? fault, fault) }
      }
      faults[index] = firstFault
      if !held.isContinued(index) || firstFault != nil {
        if !held.isContinued(index) { isForked[branch.log] = isForked[branch.log] != nil }
        nameLines(of: index, upTo: firstFault.map { $0 - 1 } ?? branch.lastSeq)
      }
      for (seq, chain) in branch.withoutPayload where members.contains(branch.log) {
        let reference = Reference(log: branch.log, seq: seq, chain: chain)
        if !erasure.erases(reference, kind: "") { missing.append(reference) }
      }
    }
    try addTrunks(asked, faults)
    try held.checkReads()
  }

  // MARK: Gathering

  /// Gives branches that are sent from their first line on the lines before it that no checkpoint vouches for on the
  /// branch they stand on: the next one on this branch does.
  private mutating func addTrunks(_ asked: [Int: [ClosedRange<Int>]], _ faults: [Int: Int]) throws {
    /// By branch, the last line that goes already.
    var taken = Dictionary(pieces.map { ($0.branch, $0.last) }, uniquingKeysWith: max)
    for index in pieces.indices where pieces[index].first == held.branches[pieces[index].branch].firstSeq {
      var runs: [Run] = []
      var child = pieces[index].branch
      while let parent = held.branches[child].parent {
        let fork = held.branches[child].firstSeq - 1
        let vouched = held.branches[parent].checkpoints.last { $0 <= fork } ?? held.branches[parent].firstSeq - 1
        let start = max(vouched, taken[parent] ?? 0) + 1
        guard start <= fork, faults[parent] ?? .max > fork,
          let range = asked[parent]?.first(where: { $0.upperBound >= start && $0.lowerBound <= fork })
        else { break }
        let first = max(start, range.lowerBound)
        runs.insert(Run(branch: parent, first: first, last: fork), at: 0)
        taken[parent] = fork
        if first > held.branches[parent].firstSeq { break }
        child = parent
      }
      if runs.isEmpty { continue }
      let piece = pieces[index]
      let byteCount = try runs.reduce(piece.byteCount) { try $0 + held.byteCount(of: $1.branch, $1.first...$1.last) }
      pieces[index] = Piece(
        branch: piece.branch, first: piece.first, last: piece.last, byteCount: byteCount, trunk: runs)
      let log = held.branches[piece.branch].log
      let left = (leftBehind[log] ?? 0) - runs.reduce(0) { $0 + $1.last - $1.first + 1 }
      leftBehind[log] = left > 0 ? left : nil
    }
  }

  /// Adds the lines of a range up to the last checkpoint at or behind its end.
  ///
  /// - Returns: The first line that is not right.
  private mutating func gather(_ index: Int, _ range: ClosedRange<Int>) throws -> Int? {
    let branch = held.branches[index]
    let checkpoints = branch.checkpoints
    // A range ends with a checkpoint or the branch; one that another cut short goes on to the next.
    let end = checkpoints.first { $0 >= range.upperBound } ?? branch.lastSeq
    var first = range.lowerBound
    var firstFault: Int?
    while first <= end {
      let fault = try firstFaulty(index, first...end)
      let last = checkpoints.last { $0 <= min(end, (fault ?? .max) - 1) && $0 >= first }
      if let last { try add(index, first...last, checkpoints) }
      guard let fault else {
        if (last ?? first - 1) < end { leftBehind[branch.log, default: 0] += end - (last ?? first - 1) }
        break
      }
      firstFault = firstFault ?? fault
      // Goes on behind the next checkpoint that holds.
      let next = checkpoints.first { $0 > fault && held.walker(after: $0, on: index) != nil }
      leftBehind[branch.log, default: 0] += min(next ?? end, end) - (last ?? first - 1)
      guard let next else { break }
      first = next + 1
    }
    return firstFault
  }

  /// The number of the first line that is not right; nil where all are.
  private func firstFaulty(_ index: Int, _ range: ClosedRange<Int>) throws -> Int? {
    guard let walker = walker(before: range.lowerBound, on: index) else { return range.lowerBound }
    let entry = BundleManifest.Segment(
      log: held.branches[index].log, first: range.lowerBound, last: range.upperBound, chain: Chain(value: 0),
      after: nil, byteCount: try held.byteCount(of: index, range), sha256: SHA256.hash([]))
    var fault: Int?
    var due = range.lowerBound
    let pipeline = SegmentPipeline(entry, from: walker, wanted: []) { batch in
      if fault == nil {
        fault = batch.fault?.seq
        due = batch.firstSeq + batch.lineCount
      }
    }
    var next = range.lowerBound
    try held.forEachRun(of: index, range) { first, lines in
      guard first == next else { return false }
      next += lines.lineCount
      try pipeline.take(Array(lines))
      return true
    }
    _ = try pipeline.finish()
    return fault ?? (due <= range.upperBound ? due : nil)
  }

  private func walker(before seq: Int, on index: Int) -> ChainWalker? {
    let branch = held.branches[index]
    if seq == 1 || seq > branch.firstSeq { return held.walker(after: seq - 1, on: index) }
    return branch.parent.flatMap { held.walker(after: seq - 1, on: $0) }
  }

  private mutating func add(_ index: Int, _ range: ClosedRange<Int>, _ checkpoints: [Int]) throws {
    var first = range.lowerBound
    for last in checkpoints where last >= first && last <= range.upperBound {
      pieces.append(
        Piece(branch: index, first: first, last: last, byteCount: try held.byteCount(of: index, first...last)))
      first = last + 1
    }
  }

  /// Names the lines at head, head−1, head−2, head−4, head−8 …
  private mutating func nameLines(of index: Int, upTo head: Int) {
    var step = 0
    var place = index
    while head - step >= 1 {
      let seq = head - step
      while seq < held.branches[place].firstSeq, let parent = held.branches[place].parent { place = parent }
      if let chain = held.chain(seq, on: place) {
        frontier[held.branches[index].log, default: []].append(.init(seq: seq, chain: chain))
      }
      step = step == 0 ? 1 : step * 2
    }
  }

  // MARK: Packing

  /// A segment of a bundle, and where its lines are.
  public struct Segment: Sendable {
    public let entry: BundleManifest.Segment
    let runs: [Run]
  }

  /// The segments that pieces make: those that follow each other as one, in the order of a manifest.
  ///
  /// - Complexity: O(*n*) in bytes of the lines.
  public func segments(of pieces: some Sequence<Piece>) throws -> [Segment] {
    var joined: [Piece] = []
    for piece in pieces {
      if let last = joined.last, last.branch == piece.branch, last.last + 1 == piece.first {
        joined[joined.count - 1] = Piece(
          branch: last.branch, first: last.first, last: piece.last, byteCount: last.byteCount + piece.byteCount,
          trunk: last.trunk)
      } else {
        joined.append(piece)
      }
    }
    let segments = try joined.map(segment).sorted { $0.entry.precedes($1.entry) }
    try held.checkReads()
    return segments
  }

  private func segment(_ piece: Piece) throws -> Segment {
    let runs = piece.runs
    let hasher = SHA256()
    try read(runs) { hasher.update($0) }
    let (first, branch) = (runs[0].first, held.branches[runs[0].branch])
    var after: Chain?
    if first > 1 {
      let before = first > branch.firstSeq ? runs[0].branch : branch.parent ?? runs[0].branch
      after = held.chain(first - 1, on: before)
    }
    let entry = BundleManifest.Segment(
      log: branch.log, first: first, last: piece.last,
      chain: held.chain(piece.last, on: piece.branch) ?? Chain(value: 0), after: after, byteCount: piece.byteCount,
      sha256: hasher.finish(), isOfFork: isForked[branch.log] == true)
    return Segment(entry: entry, runs: runs)
  }

  /// Gives the lines of a segment in pieces.
  public func read(_ segment: Segment, _ body: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
    try read(segment.runs, body)
  }

  private func read(_ runs: [Run], _ body: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
    for run in runs {
      try held.forEachRun(of: run.branch, run.first...run.last) { _, lines in
        try body(lines)
        return true
      }
    }
  }
}
