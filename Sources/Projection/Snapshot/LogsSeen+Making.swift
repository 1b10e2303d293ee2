import EventLog
import Identity
import Merge
import Platform
import Vocabulary

extension LogsSeen {
  /// Takes down what was read.
  ///
  /// - Parameters:
  ///   - logs: The folder that the lines were read from.
  ///   - kinds: Those whose payloads a snapshot would hold.
  ///   - ownPrivate: The private logs of this instance.
  /// - Returns: Nil where no snapshot may be made: where a line is not right, so that not every line has its place, and
  ///   where a private log has a fact of one of the kinds, which must not lie about in a second place.
  public init?(of state: MergedState, in logs: String, kinds: Set<String>, ownPrivate: Set<LogID>) {
    let table = state.table
    guard table.faults.isEmpty, table.rowCount < Int(Int32.max) else { return nil }
    let isOfKind = table.kindNames.map(kinds.contains)
    for branch in table.branches where ownPrivate.contains(branch.log) || branch.header?.audience == .prive {
      if branch.rows.contains(where: { row in table.kind(row).map { isOfKind[$0] } ?? true }) { return nil }
    }
    var marks: [UInt32] = []
    var files: [File] = []
    for file in table.filesRead {
      guard file.path.hasPrefix(logs + "/"), file.byteCount <= Int(UInt32.max) else { return nil }
      for row in Swift.stride(from: file.rows.lowerBound, to: file.rows.upperBound, by: Self.stride) {
        marks.append(UInt32(truncatingIfNeeded: table.start(of: row)))
      }
      let last = file.rows.last
      files.append(
        File(
          path: String(file.path.dropFirst(logs.utf8.count + 1)), size: file.size, stamp: file.stamp,
          branch: file.branch, rows: file.rows, byteCount: file.byteCount,
          lastStart: last.map(table.start(of:)) ?? 0,
          lastChecksum: last.map { Checksum.of(UnsafeRawBufferPointer(table.line($0))) } ?? 0))
    }
    self.files = files
    self.marks = Cells(marks)
    branches = table.branches.map { branch in
      let member = state.members.members[branch.log]
      let isOfMember = member.map { !$0.isRevoked && $0.role != .lezer } ?? false
      return Branch(
        log: branch.log, firstSeq: branch.firstSeq, rows: branch.rows,
        mayGrow: isOfMember && table.branches(of: branch.log).count == 1 && branch.firstSeq == 1
          && branch.header != nil && branch.header?.audience != .prive && !ownPrivate.contains(branch.log),
        isShared: branch.header?.audience == .gedeeld)
    }
    var expected: Set<Expected> = []
    func expect(_ reference: Reference) {
      if table.row(reference) == nil { expected.insert(Expected(log: reference.log, seq: reference.seq)) }
    }
    for (index, (_, target)) in table.replacements.enumerated() where table.replacedRows[index] < 0 { expect(target) }
    for target in state.erasure.targets { expect(target) }
    self.expected = expected
  }

  init(_ snapshot: Snapshot) {
    files = snapshot.manifest.files
    branches = snapshot.manifest.branches
    expected = Set(snapshot.manifest.expected)
    marks = snapshot.cells(snapshot.manifest.marks) ?? Cells([])
  }
}
