import Cryptography
import Identity
import Platform

/// The logs that are held, by where their lines stand: what exchange needs to know of them, without reading every line.
///
/// Reading looks at the form of lines only as far as `PartIndex` does. So a line that seems to be held may still turn
/// out not to be right when it is read; links are checked by whoever walks over the lines.
///
/// Looking up one line answers nil where a file cannot be read, as where the line is not there. Whoever writes or
/// removes something on the strength of such answers asks `checkReads` before.
public struct HeldLogs: Sendable {
  /// One branch of a log.
  public struct Branch: Sendable {
    public let folder: LogFolder
    /// What line 1 says, in a branch that leaves another that one's; nil where it is not right or not held.
    public internal(set) var header: LogHeader?
    public let firstSeq: Int
    /// The number of the last whole line; one less than the first without lines.
    public let lastSeq: Int
    /// The index of the branch that this one leaves after line `firstSeq - 1`.
    public internal(set) var parent: Int?
    /// Bytes after the last line feed of the last file.
    public let tornByteCount: Int
    let parts: [PartIndex]

    public var log: LogID { folder.log }
    public var isEmpty: Bool { lastSeq < firstSeq }

    /// Numbers of checkpoints, ascending.
    public var checkpoints: [Int] { parts.flatMap(\.checkpoints) }
    /// Lines that are held without payload, ascending.
    public var withoutPayload: [(seq: Int, chain: Chain)] { parts.flatMap(\.withoutPayload) }

    /// Numbers of lines that cannot be read, ascending.
    public var unreadable: [Int] {
      var seqs: [Int] = []
      var due = firstSeq
      for part in parts {
        if due < part.firstSeq { seqs += due..<part.firstSeq }
        seqs += part.unreadable
        due = part.lastSeq + 1
      }
      return seqs
    }

    public func holds(_ seq: Int) -> Bool { seq >= firstSeq && seq <= lastSeq }
  }

  /// A line that says something about members, erasure or attachments, or a line 1.
  public struct Notable: Sendable {
    public let branch: Int
    public let seq: Int
    public let line: [UInt8]
  }

  /// Sorted by log; of a log, the branch that was held first before those that leave it.
  public private(set) var branches: [Branch] = []
  public private(set) var notable: [Notable] = []
  private var branchesOfLog: [LogID: [Int]] = [:]
  let files: any FileSystem
  private let faults = ReadFaults()

  /// Looks through the files of all logs.
  ///
  /// - Parameter logs: The folder `logs` of a workspace.
  /// - Complexity: O(*n*) in bytes, on all cores.
  public init(scanning logs: String, files: any FileSystem) throws(FileError) {
    self.files = files
    let folders = try LogFolder.branches(in: logs, files: files)
    var parts: [(folder: Int, part: LogFolder.Part)] = []
    for (index, folder) in folders.enumerated() {
      for part in try folder.parts() { parts.append((index, part)) }
    }
    let isLarge = parts.reduce(0) { $0 + $1.part.size } > 1 << 20
    let indices = Parallel.map(parts, isWorthwhile: isLarge) { item -> Result<PartIndex, FileError> in
      do throws(FileError) {
        return .success(try PartIndex(item.part, of: folders[item.folder].log, files: files))
      } catch { return .failure(error) }
    }
    var ofFolder = [[PartIndex]](repeating: [], count: folders.count)
    for (item, index) in zip(parts, indices) { ofFolder[item.folder].append(try index.get()) }
    for (index, folder) in folders.enumerated() { try add(folder, &ofFolder[index]) }
    joinBranches()
  }

  private mutating func add(_ folder: LogFolder, _ parts: inout [PartIndex]) throws(FileError) {
    for index in parts.indices.dropLast() where parts[index].lastSeq + 1 != parts[index + 1].firstSeq {
      try parts[index].rescan(folder.log, files: files)
    }
    let firstSeq = folder.fork == nil ? 1 : parts.first?.firstSeq ?? 1
    let branch = Branch(
      folder: folder, header: nil, firstSeq: firstSeq, lastSeq: parts.last?.lastSeq ?? firstSeq - 1, parent: nil,
      tornByteCount: parts.last?.tornByteCount ?? 0, parts: parts)
    branchesOfLog[folder.log, default: []].append(branches.count)
    for part in parts {
      for line in part.notable {
        notable.append(Notable(branch: branches.count, seq: line.seq, line: line.line))
      }
    }
    branches.append(branch)
  }

  /// Finds headers, and where branches leave others, from the lowest number on.
  private mutating func joinBranches() {
    for line in notable where line.seq == 1 {
      branches[line.branch].header = Self.header(in: line.line, of: branches[line.branch].log)
    }
    let leaving = branches.indices.filter { branches[$0].firstSeq > 1 && !branches[$0].isEmpty }
    for index in leaving.sorted(by: { (branches[$0].firstSeq, $0) < (branches[$1].firstSeq, $1) }) {
      let before = branches[index].firstSeq - 1
      let candidates = indices(of: branches[index].log).filter { $0 != index && branches[$0].holds(before) }
      let parent = candidates.count == 1 ? candidates[0] : candidates.first { follows(index, $0) }
      branches[index].parent = parent
      branches[index].header = parent.flatMap { branches[$0].header }
    }
  }

  private static func header(in line: [UInt8], of log: LogID) -> LogHeader? {
    line.withUnsafeBufferPointer { bytes in
      var walker = ChainWalker(log: log, workspace: nil)
      return (try? walker.step(bytes, in: 0..<bytes.count)) == nil ? nil : walker.header
    }
  }

  /// Whether the first line of a branch follows the line before it on another.
  private func follows(_ index: Int, _ other: Int) -> Bool {
    guard var walker = walker(after: branches[index].firstSeq - 1, on: other),
      let line = line(branches[index].firstSeq, on: index)
    else { return false }
    return line.withUnsafeBufferPointer { (try? walker.step($0, in: 0..<$0.count)) != nil }
  }

  // MARK: Finding lines

  /// The indices of a log's branches, the one that was held first before the others.
  public func indices(of log: LogID) -> [Int] { branchesOfLog[log] ?? [] }

  /// What line 1 of a log says; nil where it is not held.
  public func header(of log: LogID) -> LogHeader? {
    indices(of: log).lazy.compactMap { branches[$0].header }.first
  }

  /// Calls `body` with runs of whole lines that can be read, in order; where lines cannot, a run ends.
  ///
  /// - Parameters:
  ///   - seqs: Numbers of lines on the branch itself; others are left out.
  ///   - body: Gets the number of the first line and the lines with their line feeds; false ends the walk.
  /// - Complexity: O(*n*) in bytes of these lines; memory does not grow with them.
  public func forEachRun(
    of branch: Int, _ seqs: ClosedRange<Int>,
    _ body: (_ firstSeq: Int, _ lines: UnsafeBufferPointer<UInt8>) throws -> Bool
  ) throws {
    for part in branches[branch].parts {
      for run in try part.runs(of: seqs, files: files) {
        var seq = run.seqs.lowerBound
        var position = run.bytes.lowerBound
        var size = PartIndex.chunkByteCount
        while position < run.bytes.upperBound {
          let bytes = try files.read(part.path, from: position, count: min(size, run.bytes.upperBound - position))
          if bytes.isEmpty { break }
          let goesOn = try bytes.withUnsafeBufferPointer { bytes -> Bool in
            let end = LineBreaks.end(of: bytes)
            if end == 0 {
              size *= 2
              return size <= LineView.largestByteCount * 4
            }
            let lines = UnsafeBufferPointer(rebasing: bytes[..<end])
            guard try body(seq, lines) else { return false }
            position += end
            seq += lines.lineCount
            return true
          }
          if !goesOn { return }
        }
      }
    }
  }

  /// - Throws: The first `FileError` of any look at a line since the files were scanned: an answer may be wrong then.
  public func checkReads() throws(FileError) { try faults.check() }

  /// One line without its line feed; nil where it is not held on the branch itself, or cannot be read.
  public func line(_ seq: Int, on branch: Int) -> [UInt8]? {
    var found: [UInt8]?
    faults.keep {
      try forEachRun(of: branch, seq...seq) { first, lines in
        if first == seq { found = Array(lines.prefix { $0 != 0x0A }) }
        return false
      }
    }
    return found
  }

  /// The chain of a line; nil where it is not held on the branch itself, or cannot be read.
  public func chain(_ seq: Int, on branch: Int) -> Chain? {
    guard branches[branch].holds(seq), let line = line(seq, on: branch) else { return nil }
    return line.withUnsafeBufferPointer { bytes in
      guard let view = try? LineView(parsing: bytes, in: 0..<bytes.count), view.seq == seq else { return nil }
      return view.chain
    }
  }

  /// The branch on which a line of a log stands; nil where it is not held.
  public func branch(of log: LogID, holding seq: Int, _ chain: Chain) -> Int? {
    indices(of: log).first { self.chain(seq, on: $0) == chain }
  }

  /// The bytes of lines with their line feeds, those that cannot be read left out.
  public func byteCount(of branch: Int, _ seqs: ClosedRange<Int>) throws(FileError) -> Int {
    var count = 0
    for part in branches[branch].parts {
      for run in try part.runs(of: seqs, files: files) { count += run.bytes.count }
    }
    return count
  }

  // MARK: Links

  /// A walker that stands behind a line, having hashed from the checkpoint at or before it; nil where a line between is
  /// not right.
  ///
  /// - Complexity: Hashes at most what a writer puts between two checkpoints.
  public func walker(after seq: Int, on branch: Int) -> ChainWalker? {
    let (log, firstSeq) = (branches[branch].log, branches[branch].firstSeq)
    guard let header = branches[branch].header, seq == 0 || branches[branch].holds(seq) else { return nil }
    var walker: ChainWalker
    if let checkpoint = checkpoint(atOrBefore: seq, on: branch), let line = line(checkpoint, on: branch) {
      walker = ChainWalker(log: log, header: header)
      let isRight = line.withUnsafeBufferPointer { bytes in
        guard let view = try? LineView(parsing: bytes, in: 0..<bytes.count) else { return false }
        return walker.resume(at: view, in: bytes)
      }
      if !isRight { return nil }
    } else if firstSeq == 1 {
      walker = ChainWalker(log: log, workspace: header.workspace)
    } else {
      guard let parent = branches[branch].parent, let before = self.walker(after: firstSeq - 1, on: parent) else {
        return nil
      }
      walker = before
    }
    if walker.seq < seq {
      faults.keep {
        try forEachRun(of: branch, walker.seq + 1...seq) { first, lines in
          guard first == walker.seq + 1 else { return false }
          var breaks = LineBreaks(lines)
          while let range = breaks.next() {
            guard (try? walker.step(lines, in: range)) != nil else { return false }
          }
          return true
        }
      }
    }
    return walker.seq == seq ? walker : nil
  }

  private func checkpoint(atOrBefore seq: Int, on branch: Int) -> Int? {
    let parts = branches[branch].parts
    for part in parts.reversed() where part.firstSeq <= seq {
      if let found = part.checkpoints.last(where: { $0 <= seq }), found > 1 { return found }
    }
    return nil
  }

  /// The last checkpoint of a branch before any line that cannot be read; nil where there is none.
  public func lastCheckpoint(of branch: Int) -> Int? {
    let end = branches[branch].unreadable.first.map { $0 - 1 } ?? branches[branch].lastSeq
    return checkpoint(atOrBefore: end, on: branch)
  }

  /// Whether another branch begins right behind a branch's last line, which is then no head.
  public func isContinued(_ index: Int) -> Bool {
    indices(of: branches[index].log).contains { other in
      branches[other].parent == index && branches[other].firstSeq == branches[index].lastSeq + 1
        && !branches[other].isEmpty
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// How many lines end in these bytes.
  public var lineCount: Int {
    var lines = LineBreaks(self)
    var count = 0
    while lines.next() != nil { count &+= 1 }
    return count
  }
}
