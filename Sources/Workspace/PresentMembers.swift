import EventLog
import Identity
import Merge
import Bundle

/// The members who are present: whose shared log is not revoked, and was not left for another (SyncSpecs/folder.md).
struct PresentMembers {
  /// Their shared logs, ascending.
  let logs: [LogID]

  init(_ held: HeldLogs, _ lines: DecisionLines, _ members: Members) {
    let left = Self.left(held, lines, members)
    logs = members.members.values.filter { member in
      let audience = held.header(of: member.log)?.audience ?? .gedeeld
      return audience == .gedeeld && !member.isRevoked && !left.contains(member.log)
    }.map(\.log).sorted()
  }

  /// The logs that end with the word of their writers to have gone on in others.
  private static func left(_ held: HeldLogs, _ lines: DecisionLines, _ members: Members) -> Set<LogID> {
    var left: Set<LogID> = []
    let words = lines.lines.filter { line in
      guard line.kind == .eigenLog, let new = line.payload["log"]?.stringValue.flatMap({ LogID($0) }),
        let header = held.header(of: new)
      else { return false }
      return header.audience == .gedeeld && header.follows == line.reference.log && members.contains(new)
        && members.counts(line.reference.log, branch: line.branch, seq: line.seq)
    }
    for (log, words) in Dictionary(grouping: words, by: \.reference.log) {
      // A copy that goes on in the log is still there.
      let hasEnded = held.indices(of: log).allSatisfy { index in
        held.isContinued(index) || held.branches[index].isEmpty || held.endsWithWord(words, on: index)
      }
      if hasEnded { left.insert(log) }
    }
    return left
  }
}

extension HeldLogs {
  /// Whether nothing but a checkpoint stands behind one of these lines on a branch.
  fileprivate func endsWithWord(_ words: [DecisionLines.Line], on index: Int) -> Bool {
    let branch = branches[index]
    return words.contains { word in
      word.branch == index
        && (word.seq == branch.lastSeq
          || (word.seq + 1...branch.lastSeq).allSatisfy { branch.checkpoints.contains($0) })
    }
  }
}
