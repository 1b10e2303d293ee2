import Bundle
import Cryptography
import EventLog
import Identity
import Merge
import Vocabulary

/// What an instance holds and knows, as a shared folder asks for it, read once.
struct FolderState {
  let held: HeldLogs
  let shape: HeldShape
  let members: Members
  let erasure: Erasure
  /// The other members who are there, by their shared logs, ascending.
  let others: [LogID]
  /// The logs of this instance that leave it.
  let own: Set<LogID>

  init(_ workspace: Workspace) throws {
    held = try HeldLogs(scanning: workspace.logsPath, files: workspace.files)
    let decisions = held.decisionLines
    members = Members(of: decisions, founder: workspace.settings.workspace)
    erasure = Erasure(in: decisions, members: members, ownPrivate: workspace.ownPrivate)
    own = workspace.ownPublic
    // An own log of before that is still there is gone on in by another copy of this instance's folder.
    others = PresentMembers(held, decisions, members).logs.filter { $0 != workspace.log }
    shape = Self.shape(held, erasure)
  }

  private static func shape(_ held: HeldLogs, _ erasure: Erasure) -> HeldShape {
    var erased: [Int: Set<Int>] = [:]
    for target in Set(erasure.wissingen.flatMap(\.targets)) {
      for branch in held.indices(of: target.log) where held.branches[branch].holds(target.seq) {
        guard let line = held.line(target.seq, on: branch), isErasable(line, target) else { continue }
        erased[branch, default: []].insert(target.seq)
      }
    }
    let branches = held.branches.indices.map { index in
      let branch = held.branches[index]
      let region: String? =
        switch branch.header?.audience {
        case .gedeeld: nil
        case .regio: branch.header?.regio
        case .prive, nil: ""
        }
      return HeldShape.Branch(
        log: branch.log, firstSeq: branch.firstSeq, lastSeq: branch.lastSeq, parent: branch.parent, region: region,
        lastVouchedSeq: held.lastCheckpoint(of: index) ?? branch.firstSeq - 1,
        missing: Set(branch.withoutPayload.map(\.seq)).subtracting(erased[index] ?? []), erased: erased[index] ?? [])
    }
    return HeldShape(branches) { held.branch(of: $0, holding: $1, $2) }
  }

  /// Whether a line is the one that is named, and of a kind that can be erased.
  private static func isErasable(_ line: [UInt8], _ reference: Reference) -> Bool {
    line.withUnsafeBufferPointer { bytes in
      guard let view = try? LineView(parsing: bytes, in: 0..<bytes.count), view.chain.tag == reference.tag else {
        return false
      }
      return !LineView.structuralKinds.contains(String(decoding: bytes.part(view.kind), as: UTF8.self))
    }
  }

  /// Whether nobody is there any more to replace a writer's files.
  func isGone(_ writer: LogID) -> Bool {
    !own.contains(writer) && members.members[writer].map(\.isRevoked) ?? true
  }
}
