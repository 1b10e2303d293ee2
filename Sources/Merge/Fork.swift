import EventLog
import Identity

/// A log that was continued in two or more places, at one of its lines.
public struct Fork: Sendable, Equatable {
  public let log: LogID
  /// The number of the first line that differs.
  public let seq: Int
  /// The first line of each continuation, as rows of the table, in order.
  public let firstRows: [Int]
  /// Those that hold more than the end of a log, which an instance writes when it goes on in another.
  public let continuingRows: [Int]

  /// Whether people are told of it.
  public var isReported: Bool { continuingRows.count > 1 }
}

extension LineTable {
  private static let endingKinds: Set<String> = ["eigen_log", Checkpoint.kind]

  /// Whether another branch begins right behind a branch's last line, which is then no head.
  ///
  /// - Parameter index: In `branches`.
  public func isContinued(_ index: Int) -> Bool {
    branchIndices(of: branches[index].log).contains { other in
      branches[other].parent == index && branches[other].firstSeq == branches[index].lastSeq + 1
        && !branches[other].rows.isEmpty
    }
  }

  /// The places where logs were continued more than once, by log and number.
  public var forks: [Fork] {
    var rows: [[Int]: [Int]] = [:]
    for branch in branches where branch.firstSeq > 1 || branch.fork != nil {
      guard !branch.rows.isEmpty else { continue }
      let place = [branch.parent ?? branchIndices(of: branch.log).lowerBound, branch.firstSeq]
      rows[place, default: []].append(branch.rows.lowerBound)
    }
    return rows.compactMap { place, firstRows -> Fork? in
      let parent = branches[place[0]]
      let all = (firstRows + [parent.row(place[1])].compactMap { $0 }).sorted()
      guard all.count > 1 else { return nil }
      let continuing = all.filter { row in
        lines(from: row).contains { !Self.endingKinds.contains(kindName($0)) }
      }
      return Fork(log: parent.log, seq: place[1], firstRows: all, continuingRows: continuing)
    }.sorted { ($0.log, $0.seq) < ($1.log, $1.seq) }
  }

  /// A line and all that follow it, on its branch and on those that leave that one later.
  private func lines(from row: Int) -> [Int] {
    let index = branchIndex(of: row)
    let branch = branches[index]
    var rows = Array(row..<branch.rows.upperBound)
    for other in branchIndices(of: branch.log)
    where branches[other].parent == index && branches[other].firstSeq > branch.seq(row) && !branches[other].rows.isEmpty
    {
      rows += lines(from: branches[other].rows.lowerBound)
    }
    return rows
  }
}
