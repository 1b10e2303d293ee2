import EventLog
import Identity

/// How far the lines that are held here are covered by what another says that it holds (SyncSpecs/bundle.md, the
/// frontier).
public struct Coverage: Sendable {
  /// For each branch, the number of the last line that is covered, and of those before it the ones that are not.
  private var lastSeqs: [Int: Int] = [:]
  private var gaps: [Int: [ClosedRange<Int>]] = [:]

  /// Of one who holds nothing, as far as anyone heard.
  public init() {}

  /// - Parameters:
  ///   - manifest: Of a bundle that came from them.
  ///   - held: What is held here; lines that are named and not held here cover nothing.
  public init(_ manifest: BundleManifest, in held: HeldLogs) {
    for (log, lines) in manifest.frontier {
      let indices = held.indices(of: log)
      // From the end: the first that is held covers those before it.
      for line in lines.reversed() {
        for index in indices where held.branches[index].holds(line.seq) && line.seq > lastSeqs[index] ?? 0 {
          if held.chain(line.seq, on: index) == line.chain { cover(index, line.seq, held) }
        }
      }
    }
    for reference in manifest.missing {
      for index in held.indices(of: reference.log) where held.branches[index].holds(reference.seq) {
        // One that is missing here as well cannot be sent.
        guard held.chain(reference.seq, on: index)?.tag == reference.tag,
          !held.branches[index].withoutPayload.contains(where: { $0.seq == reference.seq })
        else { continue }
        let end = held.branches[index].checkpoints.first { $0 > reference.seq } ?? held.branches[index].lastSeq
        gaps[index, default: []].append(reference.seq...end)
      }
    }
  }

  private mutating func cover(_ index: Int, _ seq: Int, _ held: HeldLogs) {
    var (index, seq) = (index, seq)
    while true {
      lastSeqs[index] = max(lastSeqs[index] ?? 0, seq)
      guard let parent = held.branches[index].parent else { return }
      (index, seq) = (parent, held.branches[index].firstSeq - 1)
    }
  }

  /// Whether a line is covered.
  public func covers(_ seq: Int, on branch: Int) -> Bool {
    seq <= lastSeqs[branch] ?? 0 && !(gaps[branch] ?? []).contains { $0.contains(seq) }
  }

  /// The lines of a branch that are not covered, in ascending ranges.
  public func uncovered(_ branch: Int, in held: HeldLogs) -> [ClosedRange<Int>] {
    let lines = held.branches[branch]
    if lines.isEmpty { return [] }
    var ranges = (gaps[branch] ?? []).map { $0.clamped(to: lines.firstSeq...lines.lastSeq) }
    let next = max(lines.firstSeq, (lastSeqs[branch] ?? 0) + 1)
    if next <= lines.lastSeq { ranges.append(next...lines.lastSeq) }
    return Self.joined(ranges)
  }

  /// The same ranges in ascending order, those that touch as one.
  static func joined(_ ranges: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
    var joined: [ClosedRange<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = joined.last, range.lowerBound <= last.upperBound + 1 {
        joined[joined.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    return joined
  }
}
