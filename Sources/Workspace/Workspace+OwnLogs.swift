import EventLog
import Identity
import Platform

extension Workspace {
  /// Why an own log must not be gone on in; nil where it may (SyncSpecs/log.md, branches).
  ///
  /// - Parameter end: Its last line in this folder.
  func reasonToLeave(_ log: LogID, endingAt end: LogEnd) throws(FileError) -> Succession.Reason? {
    if try isForked(log) { return .forked }
    guard let state = StateFolder(surroundings) else { return nil }
    let remembered: LogEnd?
    do throws(FileError) { remembered = try state.end(of: log) } catch {
      tell?(.stateNotKept(error))
      return nil
    }
    guard let remembered else { return .unknownHere }
    if remembered == end { return nil }
    if end.seq == remembered.seq { return .otherEnd }
    if end.seq < remembered.seq { return .behind }
    // A copy that went on in a log of its own ended this one here, and writes nothing behind that.
    let folder = LogFolder(log, in: logsPath, files: files)
    return try folder.holdsOnlyEndings(after: remembered) ? nil : .ahead
  }

  /// Whether another branch of a log is held that is more than the end of one.
  private func isForked(_ log: LogID) throws(FileError) -> Bool {
    for branch in try LogFolder.branches(in: logsPath, files: files) where branch.log == log && branch.fork != nil {
      if try branch.holdsMoreThanEndings() { return true }
    }
    return false
  }
}
