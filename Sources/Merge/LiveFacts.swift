import EventLog
import Identity
import Vocabulary

/// Which facts are live: those that count, have their payload, and that no line that counts replaces. No vocabulary is
/// needed for it.
struct LiveFacts {
  private(set) var isLive: [Bool]
  /// For live rows that replace something that another may replace too: the row, and every line it replaces, directly or
  /// through others.
  private(set) var ancestors: [(row: Int, lines: Set<Reference>)] = []

  private let table: LineTable
  private let counts: [Bool]
  private let isStanding: [Bool]
  /// For each kind of the table.
  private let isStructural: [Bool]

  /// - Parameters:
  ///   - counts: Lines of C.
  ///   - isStanding: Lines of members, and of this instance's own logs, that are not set aside.
  init(in table: LineTable, counting counts: [Bool], standing isStanding: [Bool], erasure: Erasure) {
    self.table = table
    self.counts = counts
    self.isStanding = isStanding
    isStructural = table.kindNames.map(LineView.structuralKinds.contains)
    let (kinds, payloadStarts, structural) = (table.kinds, table.payloadStarts, isStructural)
    isLive = [Bool](unsafeUninitializedCapacity: counts.count) { isLive, count in
      for row in counts.indices {
        let isFact = counts[row] && payloadStarts[row] > 0 && !structural[Int(kinds[row])]
        isLive.initializeElement(at: row, to: isFact)
      }
      count = counts.count
    }
    for row in erasure.targets.flatMap(table.rows) where !isStructural(row) { isLive[row] = false }
    var reach = Reach(table)
    var replacing: [Int] = []
    var replaced = [Replaced](repeating: .none, count: table.replacements.count)
    for (index, (row, _)) in table.replacements.enumerated() where counts[Int(row)] {
      if replacing.last != Int(row) { replacing.append(Int(row)) }
      // Each line that matches is looked at by itself, so that none can be made to shield another.
      table.forEachRow(replacedBy: index) { line, branch in
        replaced[index].add(line)
        if isLive[line], !isStructural(line), reach.acts(Int(row), on: branch) { isLive[line] = false }
      }
    }
    replacing.removeAll { !isLive[$0] }
    ancestors = sharedAncestors(of: replacing, replaced)
  }

  /// The lines that a replacement names: none, one that is held, or several.
  private enum Replaced {
    case none
    case one(Int32)
    case several

    mutating func add(_ row: Int) {
      if case .none = self { self = .one(Int32(truncatingIfNeeded: row)) } else { self = .several }
    }
  }

  /// The ancestors of those rows that may share one with another.
  ///
  /// Most lines that replace anything replace one that replaces nothing, and that no other replaces: they are alone
  /// with their one ancestor, and are left out.
  ///
  /// - Parameter replaced: By replacement, what it names.
  private func sharedAncestors(
    of replacing: [Int], _ replaced: [Replaced]
  ) -> [(row: Int, lines: Set<Reference>)] {
    var alone: [(replacement: Int32, ancestor: Int32)] = []
    alone.reserveCapacity(replacing.count)
    var found: [(row: Int, lines: Set<Reference>)] = []
    let replacesAnything = rowsThatReplace()
    // How many have a row as their only ancestor: none, one, or more.
    var aloneCounts = [UInt8](repeating: 0, count: table.rowCount)
    var headers = HeaderReach(table, isStanding)
    var index = 0
    for row in replacing {
      while index < table.replacements.count, Int(table.replacements[index].row) < row { index += 1 }
      guard index < table.replacements.count, Int(table.replacements[index].row) == row else { continue }
      let target = table.replacements[index].target
      let isOnly = index + 1 == table.replacements.count || Int(table.replacements[index + 1].row) != row
      if isOnly, case .one(let line) = replaced[index], case let ancestor = Int(line),
        !(counts[ancestor] && replacesAnything[ancestor])
      {
        guard !(isStanding[ancestor] && isStructural(ancestor)), headers.reach(from: row, target.log) else { continue }
        alone.append((Int32(truncatingIfNeeded: index), line))
        aloneCounts[ancestor] = min(2, aloneCounts[ancestor] + 1)
      } else {
        found.append((row, ancestors(of: row, &headers)))
      }
    }
    let ofOthers = Set(found.flatMap(\.lines))
    for (replacement, ancestor) in alone {
      let (row, target) = table.replacements[Int(replacement)]
      if aloneCounts[Int(ancestor)] > 1 || ofOthers.contains(target) { found.append((Int(row), [target])) }
    }
    return found
  }

  private func rowsThatReplace() -> [Bool] {
    var replaces = [Bool](repeating: false, count: table.rowCount)
    for (row, _) in table.replacements { replaces[Int(row)] = true }
    return replaces
  }

  private func isStructural(_ row: Int) -> Bool {
    table.kinds[row] == LineTable.noKind || isStructural[Int(table.kinds[row])]
  }

  /// What a line replaces, directly or through lines that count. Of what is held only lines that stand are looked at, so
  /// that a stranger changes nothing; one that is not held may be reached.
  private func ancestors(of row: Int, _ headers: inout HeaderReach) -> Set<Reference> {
    var found: Set<Reference> = []
    var waiting = [row]
    while let next = waiting.popLast() {
      for target in table.replacements(of: next) where !found.contains(target) {
        let rows = table.rows(target)
        let isReached = !rows.contains { isStanding[$0] && isStructural($0) }
        guard isReached, headers.reach(from: next, target.log) else { continue }
        found.insert(target)
        waiting += rows.filter { counts[$0] }
      }
    }
    return found
  }
}

/// Whether what line 1 of logs says lets a line reach one of another log, held or not.
private struct HeaderReach {
  private let table: LineTable
  private let isStanding: [Bool]
  /// What was asked last: mostly the next question is the same.
  private var last: (actor: Int, log: LogID, answer: Bool)?

  init(_ table: LineTable, _ isStanding: [Bool]) {
    self.table = table
    self.isStanding = isStanding
  }

  mutating func reach(from row: Int, _ log: LogID) -> Bool {
    let actor = table.branchIndex(of: row)
    if let last, last.actor == actor, last.log == log { return last.answer }
    let answer: Bool
    if let header = table.branches[actor].header, let acted = standingHeader(of: log) {
      answer = header.reaches(acted)
    } else {
      answer = true
    }
    last = (actor, log, answer)
    return answer
  }

  /// What line 1 of a log says, where it is not set aside; of two, that with the smaller chain.
  private func standingHeader(of log: LogID) -> LogHeader? {
    let firsts = table.branchIndices(of: log).compactMap { index -> (chain: String, header: LogHeader)? in
      guard let row = table.branches[index].row(1), isStanding[row], let header = table.branches[index].header else {
        return nil
      }
      return (table.chain(row).text, header)
    }
    return firsts.min { $0.chain.utf8.lexicographicallyPrecedes($1.chain.utf8) }?.header
  }
}

/// Whether lines of one branch act on those of another: where it is of the same or a wider audience.
private struct Reach {
  private let table: LineTable
  private var actor = (rows: 0..<0, branch: -1)
  /// What was asked last: mostly the next question is the same.
  private var last = (actor: -1, acted: -1, answer: false)

  init(_ table: LineTable) { self.table = table }

  mutating func acts(_ row: Int, on branch: Int) -> Bool {
    if !actor.rows.contains(row) {
      let index = table.branchIndex(of: row)
      actor = (table.branches[index].rows, index)
    }
    if last.actor != actor.branch || last.acted != branch {
      let headers = (table.branches[actor.branch].header, table.branches[branch].header)
      let answer = headers.0.flatMap { actor in headers.1.map { actor.reaches($0) } } ?? false
      last = (actor.branch, branch, answer)
    }
    return last.answer
  }
}
