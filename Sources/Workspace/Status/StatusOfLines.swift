import EventLog
import Identity
import Merge
import Projection
import Vocabulary

/// What the lines of all logs say of where an instance stands: the part of `Status` that takes reading them.
struct StatusOfLines: Sendable, Equatable {
  /// The instance that it is about, by the shared log that it writes and its region.
  let log: LogID
  let regio: String
  private(set) var factCount: Int
  private(set) var liveCount: Int
  let conflictCount: Int
  /// Lines of logs that nobody admitted.
  let strangerLineCount: Int
  /// Lines that are not right.
  let faultCount: Int
  /// The last line of every log that is held.
  private(set) var heads: [Head]
  private(set) var ownEnd: OwnEnd
  let isMember: Bool
  let forks: [Fork]
  let absent: [Absent]
  /// Whether a member's log for the instance's region is held.
  let holdsRegional: Bool
  private(set) var fingerprint: FingerprintLines
  let erasures: ErasureOverview

  struct Head: Sendable, Equatable {
    let log: LogID
    let end: LogEnd
  }

  /// Where the instance's shared log ends here.
  enum OwnEnd: Sendable, Equatable {
    /// It has no lines.
    case gone
    /// Its last line is not right.
    case damaged
    case line(LogEnd)
  }

  /// As `Status.Fork`.
  struct Fork: Sendable, Equatable {
    let log: LogID
    let naam: String?
    let seq: Int
    let ends: [LogEnd]
    let isReported: Bool
  }

  /// As `Status.Absent`, with the region that the writer's log names.
  struct Absent: Sendable, Equatable {
    let log: LogID
    let author: LogID
    let naam: String?
    let regio: String?
  }

  init(
    log: LogID, regio: String, factCount: Int, liveCount: Int, conflictCount: Int, strangerLineCount: Int,
    faultCount: Int, heads: [Head], ownEnd: OwnEnd, isMember: Bool, forks: [Fork], absent: [Absent],
    holdsRegional: Bool, fingerprint: FingerprintLines, erasures: ErasureOverview
  ) {
    self.log = log
    self.regio = regio
    self.factCount = factCount
    self.liveCount = liveCount
    self.conflictCount = conflictCount
    self.strangerLineCount = strangerLineCount
    self.faultCount = faultCount
    self.heads = heads
    self.ownEnd = ownEnd
    self.isMember = isMember
    self.forks = forks
    self.absent = absent
    self.holdsRegional = holdsRegional
    self.fingerprint = fingerprint
    self.erasures = erasures
  }

  init(of state: MergedState, in workspace: Workspace) {
    let (table, log, regio) = (state.table, workspace.log, workspace.settings.regio)
    let members = MemberList(of: state, own: workspace.ownPublic).entries
    let names = Dictionary(uniqueKeysWithValues: members.map { ($0.log, $0.naam) })
    let heads = table.branches.indices.compactMap { index -> Head? in
      let branch = table.branches[index]
      guard branch.header?.audience != .prive, !table.isContinued(index),
        let row = branch.rows.last(where: { table.isReadable($0) })
      else {
        return nil
      }
      return Head(log: branch.log, end: LogEnd(seq: table.seq(row), chain: table.chain(row)))
    }
    let forks = table.forks.map { fork in
      Fork(
        log: fork.log, naam: names[fork.log] ?? nil, seq: fork.seq, ends: fork.firstRows.map(table.end(behind:)),
        isReported: fork.isReported)
    }
    let absent = WriterLogs(in: state).absent.map { absent in
      Absent(
        log: absent.log, author: absent.author, naam: names[absent.author] ?? nil,
        regio: table.branch(of: absent.author)?.header?.regio)
    }
    let holdsRegional = table.branches.contains {
      $0.header?.audience == .regio && $0.header?.regio == regio && state.members.contains($0.log)
    }
    self.init(
      log: log, regio: regio, factCount: state.factCount, liveCount: state.liveCount,
      conflictCount: state.conflicts.count, strangerLineCount: state.heldLineCount, faultCount: table.faults.count,
      heads: heads, ownEnd: OwnEnd(of: log, in: table), isMember: state.members.contains(log), forks: forks,
      absent: absent, holdsRegional: holdsRegional, fingerprint: state.fingerprintLines(with: regio),
      erasures: ErasureOverview(of: state, in: workspace))
  }

  /// Takes in lines that came since: facts, which are all live, and checkpoints.
  ///
  /// - Parameters:
  ///   - replacedCount: How many facts of before they replace.
  ///   - header: What line 1 of a log says.
  /// - Returns: False where only a full reading can tell: after an erasure, which may be about the new facts too, and
  ///   where a line does not follow the one before it. What it holds then means nothing.
  mutating func add(
    _ lines: [FactLine], replacing replacedCount: Int, header: (LogID) -> LogHeader?
  ) -> Bool {
    if lines.isEmpty { return true }
    guard erasures.decisions.isEmpty else { return false }
    var walkers: [LogID: ChainWalker] = [:]
    for line in lines {
      let log = line.reference.log
      guard var walker = walkers[log] ?? walker(from: log, header) else { return false }
      let isNext = line.bytes.withUnsafeBufferPointer { bytes in
        (try? walker.step(bytes, in: 0..<bytes.count)) != nil
      }
      guard isNext else { return false }
      walkers[log] = walker
    }
    for (log, walker) in walkers {
      let end = LogEnd(seq: walker.seq, chain: Chain(walker.link))
      guard let place = heads.firstIndex(where: { $0.log == log }) else { return false }
      heads[place] = Head(log: log, end: end)
      if log == self.log { ownEnd = .line(end) }
      for (place, line) in fingerprint.lines.enumerated() where line.isHead && line.log == log {
        fingerprint.lines[place] = FingerprintLines.Line(
          log: log, seq: walker.seq, link: walker.link, isHead: true, regio: line.regio)
      }
    }
    let newCount = lines.count { $0.kind != Checkpoint.kind }
    factCount += newCount
    liveCount += newCount - replacedCount
    return true
  }

  /// Stands behind the last line of a log; nil where its link is not known.
  private func walker(from log: LogID, _ header: (LogID) -> LogHeader?) -> ChainWalker? {
    guard let head = fingerprint.lines.first(where: { $0.isHead && $0.log == log }), let header = header(log) else {
      return nil
    }
    return ChainWalker(log: log, header: header, after: head.seq, link: head.link)
  }
}

extension StatusOfLines.OwnEnd {
  fileprivate init(of log: LogID, in table: LineTable) {
    guard let branch = table.branch(of: log), let row = branch.rows.last else {
      self = .gone
      return
    }
    self = table.isReadable(row) ? .line(LogEnd(seq: branch.seq(row), chain: table.chain(row))) : .damaged
  }
}

extension LineTable {
  /// Where the branch ends that a row is in.
  fileprivate func end(behind row: Int) -> LogEnd {
    let branch = branch(at: row)
    let last = branch.rows.last { isReadable($0) } ?? row
    return LogEnd(seq: branch.seq(last), chain: chain(last))
  }
}
