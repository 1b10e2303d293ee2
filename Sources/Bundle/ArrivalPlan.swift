import EventLog
import Identity
import Merge

/// The branches that are held, and those that a bundle adds to them.
public struct ArrivalPlan: Sendable {
  public let held: HeldLogs
  public private(set) var branches: [PlannedBranch] = []
  /// The lines about members and erasure among those that are added.
  private var decisions: [(branch: Int, seq: Int, line: [UInt8])] = []
  private var branchesOfLog: [LogID: [Int]] = [:]

  /// Plans the new lines of a segment.
  ///
  /// - Parameter walker: Stands behind the last of them.
  /// - Returns: Nil where none is new.
  mutating func add(_ found: SegmentFollower.Found, log: LogID, _ walker: ChainWalker) -> SegmentArrival.New? {
    guard let (seq, offset, base) = found.new, let first = found.chains.first, let header = walker.header else {
      return nil
    }
    let index: Int
    if case .planned(let other, let last) = base, branches[other].lastSeq == last {
      index = other
    } else {
      let extended = extendable(log, base)
      index = branches.count
      branches.append(
        PlannedBranch(
          log: log, base: base.base, extends: extended,
          fork: extended == nil && holdsFirst(of: log) ? Chain(value: first) : nil, firstSeq: seq, header: header,
          link: walker.link))
      branchesOfLog[log, default: []].append(index)
    }
    branches[index].append(found.chains, link: walker.link, links: found.links)
    for line in found.decisions { decisions.append((index, line.seq, line.line)) }
    return SegmentArrival.New(branch: index, firstSeq: seq, offset: offset)
  }

  /// The branch that is held and ends where new lines begin, unless others are to follow it already.
  private func extendable(_ log: LogID, _ base: Place) -> Int? {
    let ending = held.indices(of: log).first { index in
      switch base {
      case .origin: held.branches[index].folder.fork == nil && held.branches[index].isEmpty
      case .held(let branch, let seq): branch == index && held.branches[index].lastSeq == seq
      case .planned: false
      }
    }
    return ending.flatMap { ending in branches.contains { $0.extends == ending } ? nil : ending }
  }

  /// Whether the folder of a log's first branch is taken.
  private func holdsFirst(of log: LogID) -> Bool {
    held.indices(of: log).contains { held.branches[$0].folder.fork == nil }
      || indices(of: log).contains { branches[$0].fork == nil && branches[$0].extends == nil }
  }

  init(_ held: HeldLogs) { self.held = held }

  func indices(of log: LogID) -> [Int] { branchesOfLog[log] ?? [] }

  /// A line that is held or planned, and that others may follow.
  enum Place: Equatable {
    case origin
    case held(Int, seq: Int)
    case planned(Int, seq: Int)

    var base: PlannedBranch.Base {
      switch self {
      case .origin: .origin
      case .held(let branch, let seq): .held(branch, seq: seq)
      case .planned(let branch, let seq): .planned(branch, seq: seq)
      }
    }
  }

  /// Where a line stands; nil where it is neither held nor planned.
  func place(of log: LogID, _ seq: Int, _ chain: Chain) -> Place? {
    if let branch = held.branch(of: log, holding: seq, chain) { return .held(branch, seq: seq) }
    for index in indices(of: log) where branches[index].chain(seq) == chain.value { return .planned(index, seq: seq) }
    return nil
  }

  /// Whether a line that cannot be read is held under a number.
  func isDamaged(_ log: LogID, _ seq: Int) -> Bool {
    held.indices(of: log).contains { held.branches[$0].holds(seq) && held.chain(seq, on: $0) == nil }
  }

  /// A walker that stands behind a line; nil where what is held before it is not right.
  func walker(at place: Place, log: LogID, workspace: LogID) -> ChainWalker? {
    switch place {
    case .origin: return ChainWalker(log: log, workspace: workspace)
    case .held(let branch, let seq): return held.walker(after: seq, on: branch)
    case .planned(let index, let seq):
      let branch = branches[index]
      return branch.link(seq).map { ChainWalker(log: log, header: branch.header, after: seq, link: $0) }
    }
  }

  /// Where the line with this chain stands that follows a place and begins another branch; nil where there is none.
  func branch(of log: LogID, leaving place: Place, with chain: UInt64) -> Place? {
    for index in held.indices(of: log) where !held.branches[index].isEmpty {
      let branch = held.branches[index]
      let isHere: Bool =
        switch place {
        case .origin: branch.firstSeq == 1
        case .held(let parent, let seq): branch.parent == parent && branch.firstSeq == seq + 1
        case .planned: false
        }
      // A first line that cannot be read may be this one; what follows it will tell.
      let first = branch.folder.fork ?? held.chain(branch.firstSeq, on: index)
      guard isHere, first == nil || first?.value == chain else { continue }
      return .held(index, seq: branch.firstSeq)
    }
    for index in indices(of: log)
    where branches[index].base == place.base && branches[index].chains.first == chain {
      return .planned(index, seq: branches[index].firstSeq)
    }
    return nil
  }

  // MARK: Deciding

  /// The lines about members and erasure, held and planned together.
  public var decisionLines: DecisionLines {
    var shapes: [DecisionLines.Branch] = held.branches.map {
      .init(log: $0.log, header: $0.header, firstSeq: $0.firstSeq, lastSeq: $0.lastSeq, parent: $0.parent)
    }
    var places = [Int](repeating: 0, count: branches.count)
    for (index, branch) in branches.enumerated() {
      if let extended = branch.extends {
        places[index] = extended
        let shape = shapes[extended]
        shapes[extended] = .init(
          log: shape.log, header: branch.header, firstSeq: shape.firstSeq, lastSeq: branch.lastSeq,
          parent: shape.parent)
      } else {
        places[index] = shapes.count
        let parent: Int? =
          switch branch.base {
          case .origin: nil
          case .held(let parent, _): parent
          case .planned(let parent, _): places[parent]
          }
        shapes.append(
          .init(
            log: branch.log, header: branch.header, firstSeq: branch.firstSeq, lastSeq: branch.lastSeq,
            parent: parent))
      }
    }
    let lines =
      held.notable.compactMap { Self.decision($0.line, $0.branch) }
      + decisions.compactMap { Self.decision($0.line, places[$0.branch]) }
    let (held, planned, placed) = (held, branches, places)
    return DecisionLines(branches: shapes, lines: lines) { branch, seq in
      if branch < held.branches.count, held.branches[branch].holds(seq) { return held.chain(seq, on: branch) }
      for (index, place) in placed.enumerated() where place == branch {
        if let chain = planned[index].chain(seq) { return Chain(value: chain) }
      }
      return nil
    }
  }

  private static func decision(_ line: [UInt8], _ branch: Int) -> DecisionLines.Line? {
    line.withUnsafeBufferPointer { bytes in
      guard let view = try? LineView(parsing: bytes, in: 0..<bytes.count),
        let kind = DecisionLines.Kind(rawValue: String(decoding: bytes.part(view.kind), as: UTF8.self)),
        let payload = view.payloadObject(in: bytes)
      else { return nil }
      return DecisionLines.Line(
        branch: branch, kind: kind, reference: Reference(log: view.log, seq: view.seq, chain: view.chain),
        payload: payload, replaces: view.replaces)
    }
  }
}

extension HeldLogs {
  /// The lines about members and erasure that are held.
  public var decisionLines: DecisionLines { ArrivalPlan(self).decisionLines }
}
