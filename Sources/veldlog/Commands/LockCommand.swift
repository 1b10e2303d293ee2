import CanonicalJSON
import Words
import Workspace

extension Command {
  static let lock = Command(
    "lock", LockWords.summary, forms: ["[--passphrase-file FILE]", "--open [--passphrase-file FILE]", "--status"],
    options: [
      .init("--open", nil, LockWords.openOption), .init("--status", nil, LockWords.statusOption),
      PassphraseInput.option,
    ], notes: [LockWords.note, LockWords.noteLost, LockWords.noteDisk],
    examples: [
      .init(line: "veldlog lock", note: LockWords.example),
      .init(line: "veldlog lock --open", note: LockWords.openExample),
      .init(line: "pass show veldlog | veldlog lock --passphrase-file -", note: LockWords.fileExample),
    ]
  ) { invocation in
    try invocation.expectAtMost(0)
    let workspace = try invocation.workspace()
    if invocation.arguments.has("--status") { return try lockStatus(of: workspace, invocation.console) }
    if invocation.arguments.has("--open") { return try unlock(workspace, invocation) }
    // Before the question, so that nobody changes meanwhile what it depends on.
    let lock = try PrivateLock(workspace)
    let passphrase = try PassphraseInput.passphrase(of: invocation, isNew: !workspace.isLocked())
    let closed = try lock.close(passphrase: passphrase)
    let console = invocation.console
    if console.format == .json {
      console.out([
        "locked": .integer(Int64(closed.lockedCount)), "new": .integer(Int64(closed.newCount)),
        "erased": .integer(Int64(closed.erasedCount)),
      ])
    } else {
      console.out(
        closed.lockedCount == 0 ? LockWords.nothingToLock : LockWords.locked(closed.lockedCount, new: closed.newCount))
    }
    if closed.erasedCount > 0 { console.note(LockWords.erased(closed.erasedCount)) }
    if closed.damagedCount > 0 { console.note(LockWords.damaged(closed.damagedCount)) }
    if closed.quarantinedCount > 0 { console.note(LockWords.quarantined(closed.quarantinedCount)) }
    return closed.damagedCount > 0 ? .aside : .done
  }

  private static func unlock(_ workspace: Workspace, _ invocation: Invocation) throws -> ExitStatus {
    let lock = try PrivateLock(workspace)
    guard try workspace.isLocked() else { throw LockError.notLocked }
    let passphrase = try PassphraseInput.passphrase(of: invocation, isNew: false)
    let opened = try lock.open(passphrase: passphrase)
    let console = invocation.console
    if console.format == .json {
      console.out([
        "opened": .integer(Int64(opened.restoredCount)), "erased": .integer(Int64(opened.erasedCount)),
        "left": .integer(Int64(opened.unplacedCount)),
      ])
    } else {
      console.out(LockWords.opened(opened.restoredCount))
    }
    if opened.erasedCount > 0 { console.note(LockWords.erased(opened.erasedCount)) }
    if opened.unplacedCount > 0 { console.note(LockWords.unplaced(opened.unplacedCount)) }
    return opened.unplacedCount > 0 ? .aside : .done
  }

  private static func lockStatus(of workspace: Workspace, _ console: Console) throws -> ExitStatus {
    let state = try workspace.ownState()
    let (locked, open) = (try workspace.lockedRows(in: state).count, workspace.openPrivateRows(in: state).count)
    if console.format == .json {
      console.out([
        "locked": .integer(Int64(locked)), "open": .integer(Int64(open)), "file": .bool(try workspace.isLocked()),
      ])
    } else {
      console.out(LockWords.status(locked: locked))
      console.out(LockWords.status(open: open))
    }
    return .done
  }
}
