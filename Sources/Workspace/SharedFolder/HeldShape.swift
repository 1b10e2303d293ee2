import Bundle
import EventLog
import Identity

/// Which lines an instance holds, without the lines: what reckoning with a shared folder needs to know of them.
struct HeldShape: Sendable {
  struct Branch: Sendable {
    let log: LogID
    let firstSeq: Int
    /// The number of the last line.
    let lastSeq: Int
    /// The index of the branch that this one leaves after line `firstSeq - 1`.
    let parent: Int?
    /// The region that alone may have the lines; nil where every member may, and the empty text for those of nobody
    /// else.
    let region: String?
    /// The number of the last line that a checkpoint vouches for, or of that checkpoint; less than `firstSeq` where
    /// there is none.
    let lastVouchedSeq: Int
    /// Numbers of lines that are held without payload though no erasure names them.
    var missing: Set<Int> = []
    /// Numbers of lines that an erasure in force names.
    var erased: Set<Int> = []
  }

  let branches: [Branch]
  private let find: @Sendable (_ log: LogID, _ seq: Int, _ chain: Chain) -> Int?

  /// - Parameter find: The index of the branch on which a line of a log stands; nil where it is not held.
  init(_ branches: [Branch], find: @escaping @Sendable (_ log: LogID, _ seq: Int, _ chain: Chain) -> Int?) {
    self.branches = branches
    self.find = find
  }

  /// All lines that may be passed on to every member, or to those of one region.
  func passable(region: String? = nil) -> LineSet {
    var lines = LineSet()
    for (index, branch) in branches.enumerated()
    where branch.region == region && branch.lastVouchedSeq >= branch.firstSeq {
      lines.insert(branch.firstSeq...branch.lastVouchedSeq, on: index)
    }
    return lines
  }

  /// The lines of a segment; nil where its last line is not held, so that nothing is known of them.
  func lines(of segment: BundleManifest.Segment) -> LineSet? {
    guard let branch = find(segment.log, segment.last, segment.chain) else { return nil }
    return lines(from: segment.first, to: segment.last, on: branch)
  }

  /// A line that another named in a frontier, and all before it; nil where it is not held.
  func lines(upTo line: BundleManifest.NamedLine, of log: LogID) -> LineSet? {
    guard let branch = find(log, line.seq, line.chain) else { return nil }
    return lines(from: 1, to: line.seq, on: branch)
  }

  /// All that the writer of a manifest says to hold, as far as it is held here; but for lines that they hold without
  /// payload.
  func lines(heldByWriterOf manifest: BundleManifest) -> LineSet {
    var covered = LineSet()
    for (log, named) in manifest.frontier {
      for line in named {
        if let lines = lines(upTo: line, of: log) { covered.formUnion(lines) }
      }
    }
    for missing in manifest.missing {
      for index in covered.branches where branches[index].log == missing.log {
        covered.remove(missing.seq...missing.seq, on: index)
      }
    }
    return covered
  }

  /// Lines that follow each other, on a branch and on those that it leaves; nil where some of them are not held.
  private func lines(from first: Int, to last: Int, on branch: Int) -> LineSet? {
    var lines = LineSet()
    var (index, end) = (branch, last)
    while end >= first {
      let branch = branches[index]
      guard end >= branch.firstSeq, end <= branch.lastSeq else { return nil }
      lines.insert(max(first, branch.firstSeq)...end, on: index)
      end = branch.firstSeq - 1
      if end >= first {
        guard let parent = branch.parent else { return nil }
        index = parent
      }
    }
    return lines
  }

  // MARK: Files

  /// What a file brings to whoever may read it: its lines that are held here, but for those that it has without a
  /// payload that is held.
  func coverage(of file: SharedFile) -> LineSet {
    var covered = LineSet()
    for segment in file.segments {
      if let lines = lines(of: segment) { covered.formUnion(lines) }
    }
    for bare in file.withoutPayload {
      for index in covered.branches where branches[index].log == bare.log {
        let branch = branches[index]
        if !branch.missing.contains(bare.seq), !branch.erased.contains(bare.seq) {
          covered.remove(bare.seq...bare.seq, on: index)
        }
      }
    }
    return covered
  }

  /// Whether every line of a file is held, and with its payload where the file has that and no erasure forbids it.
  func holds(_ file: SharedFile) -> Bool {
    file.segments.allSatisfy { segment in
      guard let lines = lines(of: segment) else { return false }
      return lines.branches.allSatisfy { index in
        branches[index].missing.allSatisfy { seq in
          !lines.contains(seq, on: index) || file.isWithoutPayload(segment.log, seq)
        }
      }
    }
  }

  /// Whether a file has the payload of a line that has to go without.
  func holdsErased(_ file: SharedFile) -> Bool {
    file.segments.contains { segment in
      guard let lines = lines(of: segment) else { return false }
      return lines.branches.contains { index in
        branches[index].erased.contains { seq in
          lines.contains(seq, on: index) && !file.isWithoutPayload(segment.log, seq)
        }
      }
    }
  }
}
