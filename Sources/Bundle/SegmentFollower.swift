#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

import Cryptography
import EventLog
import Identity

/// Follows the lines of one segment along the branches that are held and planned, to find which of them are new.
///
/// Nothing of it counts before the segment is through: a segment is applied or set aside as one.
struct SegmentFollower {

  /// What a segment turned out to bring.
  struct Found {
    var mends: [SegmentArrival.Mend] = []
    /// The first line that is new, where its bytes begin in the segment, and what it follows.
    var new: (seq: Int, offset: Int, base: ArrivalPlan.Place)?
    var chains: [UInt64] = []
    var decisions: [(seq: Int, line: [UInt8])] = []
    var links: [Int: Digest] = [:]
    /// Set when what is held cannot be told to be these lines.
    var damagedSeq: Int?
    /// Set when a line that is held has the chain of another one of the segment.
    var otherSeq: Int?
  }

  private(set) var found = Found()
  private let plan: ArrivalPlan
  private let log: LogID
  private var place: ArrivalPlan.Place
  /// The first of the lines that are held and cannot be read, while the segment stands among them.
  private var damagedFrom: (branch: Int, seq: Int)?

  init(_ plan: ArrivalPlan, log: LogID, from place: ArrivalPlan.Place) {
    self.plan = plan
    self.log = log
    self.place = place
  }

  /// Takes lines that were checked, in order.
  mutating func take(_ batch: LineBatch) throws {
    found.links.merge(batch.links) { first, _ in first }
    try batch.bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      var lines = LineBreaks(bytes)
      while index < batch.chains.count, found.damagedSeq == nil, found.otherSeq == nil {
        if found.new != nil {
          found.chains += batch.chains[index...]
          break
        }
        switch place {
        case .held(let branch, let seq) where seq < plan.held.branches[branch].lastSeq:
          try compare(batch, branch, seq, &index, &lines, bytes)
        case .planned(let branch, let seq) where plan.branches[branch].chain(seq + 1) == batch.chains[index]:
          place = .planned(branch, seq: seq + 1)
          index += 1
          _ = lines.next()
        default: leave(batch, &index, &lines)
        }
      }
      for line in batch.notable where found.new.map({ line.seq >= $0.seq }) == true {
        found.decisions.append(line)
      }
    }
  }

  /// Ends the segment.
  mutating func finish() {
    guard let damaged = damagedFrom else { return }
    if case .held(let branch, let seq) = place, seq == plan.held.branches[branch].lastSeq {
      mendDamaged(upTo: seq)
    } else {
      found.damagedSeq = found.damagedSeq ?? damaged.seq
    }
  }

  /// Goes on where no line of this branch follows with the chain that is next: on a branch that begins here, or with new
  /// lines.
  private mutating func leave(_ batch: LineBatch, _ index: inout Int, _ lines: inout LineBreaks) {
    if damagedFrom != nil, case .held(_, let seq) = place { mendDamaged(upTo: seq) }
    if let next = plan.branch(of: log, leaving: place, with: batch.chains[index]) {
      place = next
      index += 1
      _ = lines.next()
      if case .held(let branch, let seq) = next, plan.held.chain(seq, on: branch) == nil { damagedFrom = (branch, seq) }
      // The first line of a branch may lack its payload as any other.
      if case .held(let branch, let seq) = next, let held = plan.held.line(seq, on: branch) {
        let start = lines.rest.lowerBound
        batch.bytes.withUnsafeBufferPointer { bytes in
          let begin = LineBreaks.end(of: UnsafeBufferPointer(rebasing: bytes[..<(start - 1)]))
          held.withUnsafeBufferPointer {
            look($0, UnsafeBufferPointer(rebasing: bytes[begin..<(start - 1)]), branch, seq)
          }
        }
      }
    } else {
      found.new = (batch.firstSeq + index, batch.offset + lines.rest.lowerBound, place)
    }
  }

  /// Compares with the lines that follow on a branch that is held.
  private mutating func compare(
    _ batch: LineBatch, _ branch: Int, _ seq: Int, _ index: inout Int, _ lines: inout LineBreaks,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) throws {
    if damagedFrom != nil {
      stepOverDamage(batch, branch, seq, &index, &lines)
      return
    }
    let held = plan.held
    let last = min(held.branches[branch].lastSeq, seq + batch.chains.count - index)
    var due = seq + 1
    var differs = false
    try held.forEachRun(of: branch, due...last) { first, run in
      guard first == due else { return false }
      let start = lines.rest.lowerBound
      let count = run.lineCount
      if start + run.count <= bytes.count, index + count <= batch.chains.count,
        run.isEqual(to: UnsafeBufferPointer(rebasing: bytes[start..<start + run.count]))
      {
        lines = LineBreaks(bytes, from: start + run.count)
        index += count
        due += count
        return true
      }
      var heldLines = LineBreaks(run)
      while let range = heldLines.next() {
        let line = UnsafeBufferPointer(rebasing: run[range])
        guard let view = try? LineView(parsing: line, in: 0..<line.count), view.seq == due else { return false }
        if view.chain.value != batch.chains[index] {
          differs = true
          return false
        }
        guard let other = lines.next() else { return false }
        look(line, UnsafeBufferPointer(rebasing: bytes[other]), branch, due)
        index += 1
        due += 1
      }
      return true
    }
    place = .held(branch, seq: due - 1)
    if differs, held.walker(after: due, on: branch) == nil {
      // A chain that does not fit its own line is no other branch.
      damagedFrom = (branch, due)
      place = .held(branch, seq: due)
      index += 1
      _ = lines.next()
    } else if differs {
      leave(batch, &index, &lines)
    } else if due <= last {
      damagedFrom = (branch, due)
      stepOverDamage(batch, branch, due - 1, &index, &lines)
    }
  }

  /// Looks at a line that is held and the same line in the segment.
  private mutating func look(
    _ held: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>, _ branch: Int, _ seq: Int
  ) {
    if held.isEqual(to: other) { return }
    guard let heldView = try? LineView(parsing: held, in: 0..<held.count),
      let view = try? LineView(parsing: other, in: 0..<other.count)
    else { return }
    let hasher = LinkHasher()
    if held.part(heldView.head).isEqual(to: other.part(view.head)),
      heldView.digest(in: held, hasher) == view.digest(in: other, hasher)
    {
      if heldView.payload == nil, view.payload != nil {
        found.mends.append(SegmentArrival.Mend(branch: branch, seq: seq, isPayload: true))
      }
    } else if plan.held.walker(after: seq, on: branch) == nil {
      // Only one of the two can be right, and the segment's is.
      found.mends.append(SegmentArrival.Mend(branch: branch, seq: seq, isPayload: false))
    } else {
      // 8 bytes of a link can be made to match.
      found.otherSeq = found.otherSeq ?? seq
    }
  }

  /// Takes a line in the place of one that is held and cannot be read, until the next one that can shows whether they
  /// are the same.
  private mutating func stepOverDamage(
    _ batch: LineBatch, _ branch: Int, _ seq: Int, _ index: inout Int, _ lines: inout LineBreaks
  ) {
    let next = seq + 1
    if let chain = plan.held.chain(next, on: branch) {
      if chain.value == batch.chains[index] {
        mendDamaged(upTo: seq)
      } else {
        found.damagedSeq = damagedFrom?.seq ?? next
        return
      }
    }
    place = .held(branch, seq: next)
    index += 1
    _ = lines.next()
  }

  private mutating func mendDamaged(upTo seq: Int) {
    guard let damaged = damagedFrom else { return }
    for seq in damaged.seq..<max(seq + 1, damaged.seq) {
      found.mends.append(SegmentArrival.Mend(branch: damaged.branch, seq: seq, isPayload: false))
    }
    damagedFrom = nil
  }
}

extension UnsafeBufferPointer<UInt8> {
  func isEqual(to other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count == other.count, let left = baseAddress, let right = other.baseAddress else {
      return count == other.count
    }
    return memcmp(left, right, count) == 0
  }
}

extension LineView {
  /// The digest of the payload, whether it is there or not.
  fileprivate func digest(in bytes: UnsafeBufferPointer<UInt8>, _ hasher: LinkHasher) -> Digest? {
    guard let salt, let payload else { return removedDigest }
    return hasher.digest(salt: bytes.part(salt), payload: bytes.part(payload))
  }
}
