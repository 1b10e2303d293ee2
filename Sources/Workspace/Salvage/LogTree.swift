import EventLog
import Identity
import Platform

/// The lines of one log that verify, as a tree in which each follows the line before it.
///
/// What verifies (SyncSpecs/salvage.md):
///
/// 1. A line 1 that founds this log and follows link(0).
/// 2. A line that follows one that verifies: its number is the next and its chain is that of its link after it. A
///    checkpoint also has to be right.
/// 3. A checkpoint whose signature holds, by the key of the log: it gives the full link of the line before it. It and
///    what follows it verify, and are *detached* as long as the lines before it are not there.
///
/// A chain is 8 bytes of a link, so nothing verifies backwards: what stands between a gap and the next checkpoint does
/// not, though the last of its chains may be the one that the checkpoint vouches for.
struct LogTree {
  struct Node {
    /// An index among the lines of the heap.
    let line: Int32
    /// An index of a node that comes earlier; -1 for line 1, and for a checkpoint that stands detached.
    let parent: Int32
    let isDetached: Bool
    /// Whether a checkpoint on its branch, itself included, vouches for it.
    var isVouched: Bool
    /// Set when something else shows that the line was never confirmed.
    var isDropped = false
  }

  let log: LogID
  /// What line 1 says, where it is there.
  private(set) var header: LogHeader?
  /// By number and then chain.
  private(set) var nodes: [Node] = []
  /// Lines of which no form verifies, by number and then chain.
  private(set) var unverified: [Int32] = []
  /// For a detached checkpoint, the chain of the line before it.
  private(set) var after: [Int32: Chain] = [:]

  /// - Parameters:
  ///   - index: Of the log among those of the heap.
  ///   - known: What is known of the log's key when its line 1 is not there.
  ///   - isBare: Whether a line has to be taken as it is, though another copy has its payload.
  init(
    _ index: Int, of lines: HeapLines, reader: HeapReader, workspace: LogID, known: LogHeader?,
    isBare: (HeapLines.Line) -> Bool = { _ in false }
  ) throws {
    log = lines.logs[index]
    let hasher = LinkHasher()
    let order = lines.firstLines(of: index)
    var before: [Standing] = []
    var position = 0
    var previous = 0
    while position < order.count {
      let seq = lines.lines[Int(order[position])].seq
      if seq != previous + 1 { before = [] }
      var here: [Standing] = []
      while position < order.count, lines.lines[Int(order[position])].seq == seq {
        let first = order[position]
        let start = ChainWalker(log: log, workspace: workspace, hasher: hasher)
        let attempts = seq == 1 ? [Standing(node: -1, walker: start, isDetached: false)] : before
        let forms = lines.forms(of: first)
        let bare = forms.filter { isBare(lines.lines[Int($0)]) }
        if let standing = try stand(bare + forms, after: attempts, lines, reader, known, hasher) {
          here.append(standing)
        } else {
          unverified.append(first)
        }
        position += 1
      }
      // What stands on line 1 before what is detached, so that it is tried first.
      before = here.filter { !$0.isDetached } + here.filter(\.isDetached)
      previous = seq
    }
    settle(lines)
  }

  /// The end of a verified branch.
  private struct Standing {
    let node: Int32
    let walker: ChainWalker
    let isDetached: Bool
  }

  /// Adds the node of a line, in the first of its forms that verifies.
  private mutating func stand(
    _ forms: [Int32], after before: [Standing], _ lines: HeapLines, _ reader: HeapReader, _ known: LogHeader?,
    _ hasher: LinkHasher
  ) throws -> Standing? {
    for form in forms {
      let line = lines.lines[Int(form)]
      let found = try reader.read(line, of: lines) { bytes in
        follow(before, bytes) ?? (line.isCheckpoint ? detached(bytes, known, hasher) : nil)
      }
      guard let (walker, parent, isDetached) = found else { continue }
      if header == nil, !isDetached { header = walker.header }
      if parent < 0, isDetached { after[Int32(nodes.count)] = Chain(walker.previousLink) }
      nodes.append(Node(line: form, parent: parent, isDetached: isDetached, isVouched: line.isCheckpoint))
      return Standing(node: Int32(nodes.count - 1), walker: walker, isDetached: isDetached)
    }
    return nil
  }

  private func follow(
    _ before: [Standing], _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (walker: ChainWalker, parent: Int32, isDetached: Bool)? {
    for standing in before {
      var walker = standing.walker
      if (try? walker.step(bytes, in: 0..<bytes.count)) != nil { return (walker, standing.node, standing.isDetached) }
    }
    return nil
  }

  private func detached(
    _ bytes: UnsafeBufferPointer<UInt8>, _ known: LogHeader?, _ hasher: LinkHasher
  ) -> (walker: ChainWalker, parent: Int32, isDetached: Bool)? {
    guard let header = header ?? known, let view = try? LineView(parsing: bytes, in: 0..<bytes.count) else {
      return nil
    }
    var walker = ChainWalker(log: log, header: header, hasher: hasher)
    return walker.resume(at: view, in: bytes) ? (walker, -1, true) : nil
  }

  /// Finds out what checkpoints vouch for, and drops ends whose line feed is nowhere: a write that was cut off there
  /// was never confirmed, and its writer may have gone on otherwise.
  private mutating func settle(_ lines: HeapLines) {
    for index in nodes.indices.reversed() where nodes[index].isVouched && nodes[index].parent >= 0 {
      nodes[Int(nodes[index].parent)].isVouched = true
    }
    dropEnds(lines) { _, line in !line.isEnded }
  }

  /// Drops the last lines of branches, as long as they are such ones.
  mutating func dropEnds(_ lines: HeapLines, where isDropped: (Node, HeapLines.Line) -> Bool) {
    var hasChild = [Bool](repeating: false, count: nodes.count)
    var dropped: [Int32] = []
    for index in nodes.indices.reversed() where !nodes[index].isDropped {
      let node = nodes[index]
      if !hasChild[index], isDropped(node, lines.lines[Int(node.line)]) {
        nodes[index].isDropped = true
        dropped.append(node.line)
      } else if node.parent >= 0 {
        hasChild[Int(node.parent)] = true
      }
    }
    guard !dropped.isEmpty else { return }
    unverified = (unverified + dropped).sorted { left, right in
      let (left, right) = (lines.lines[Int(left)], lines.lines[Int(right)])
      return left.seq != right.seq ? left.seq < right.seq : left.chain < right.chain
    }
  }

  /// Whether a line of this number stands on line 1.
  func holds(seq: Int, _ lines: HeapLines) -> Bool {
    var index = firstNode(seq: seq, lines)
    while index < nodes.count, lines.lines[Int(nodes[index].line)].seq == seq {
      if !nodes[index].isDropped, !nodes[index].isDetached { return true }
      index += 1
    }
    return false
  }

  private func firstNode(seq: Int, _ lines: HeapLines) -> Int {
    nodes.indices.border(where: { lines.lines[Int(nodes[$0].line)].seq >= seq })
  }
}

extension HeapLines {
  /// The forms of a line, those with a payload first.
  func forms(of first: Int32) -> [Int32] {
    if lines[Int(first)].next < 0 { return [first] }
    var forms: [Int32] = []
    var index = first
    while index >= 0 {
      forms.append(index)
      index = lines[Int(index)].next
    }
    return forms.filter { lines[Int($0)].hasPayload } + forms.filter { !lines[Int($0)].hasPayload }
  }
}
