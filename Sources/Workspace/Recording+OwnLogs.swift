import CanonicalJSON
import Cryptography
import EventLog
import Identity
import Merge
import Platform
import Vocabulary

/// Which of its own logs an instance may go on in (SyncSpecs/log.md, branches).
///
/// Before the first write to a log it is compared with what is remembered of it outside the folder. A log that does not
/// end as remembered may be continued elsewhere under the same key, so it is left, and another is begun that goes on
/// from it:
///
/// 1. the key of the new log, and the new log itself with its label, on disk;
/// 2. `eigen_log` and a checkpoint at the end of the old one, as it stands in this folder;
/// 3. the new log's name in `veldlog.json`.
///
/// A power cut between any two of these leaves a log that the settings do not name; the next to write takes it up.
extension Recording {
  /// The writer of the log for an audience that may be written; one is begun where that is needed.
  ///
  /// - Parameters:
  ///   - leavingDamaged: Also leave a log whose end is damaged; else that is thrown.
  ///   - begun: Takes the logs that were begun in the place of others.
  func settledWriter(
    for audience: Audience, leavingDamaged: Bool = true, _ begun: inout [Succession]
  ) throws -> LogWriter {
    if let writer = writers[audience] { return writer }
    // The regional log rests on the shared one.
    if audience == .regio { _ = try settledWriter(for: .gedeeld, leavingDamaged: leavingDamaged, &begun) }
    while let log = unfinished(audience) {
      try go(on: log, audience, from: workspace.settings.logs[audience], because: .interrupted, &begun)
    }
    guard let log = workspace.settings.logs[audience] else {
      guard audience == .regio else { throw WorkspaceError.noKey(log: workspace.log) }
      return try begin(audience, after: nil, because: .interrupted, &begun)
    }
    do {
      let writer = try open(log)
      if let reason = try workspace.reasonToLeave(log, endingAt: writer.end), try canRemember() {
        return try begin(audience, after: log, because: reason, &begun)
      }
      writers[audience] = writer
      return writer
    } catch LogError.damaged(_, _, let fault) where leavingDamaged && !fault.isNewer {
      return try begin(audience, after: log, because: .damaged, &begun)
    } catch LogError.empty where leavingDamaged {
      return try begin(audience, after: log, because: .gone, &begun)
    }
  }

  private func open(_ log: LogID) throws -> LogWriter {
    guard let key = try workspace.keys.key(of: log) else { throw WorkspaceError.noKey(log: log) }
    return try LogWriter(
      opening: LogFolder(log, in: workspace.logsPath, files: workspace.files), key: key,
      quarantine: workspace.quarantinePath, surroundings: workspace.surroundings)
  }

  // MARK: Noticing

  /// Whether a new log could be told from a copy of it. Where not, the old one stays in use: else each next command
  /// would begin another.
  private func canRemember() throws -> Bool {
    guard let state = StateFolder(workspace.surroundings) else { return true }
    do throws(FileError) { try state.checkWritable() } catch {
      workspace.tell?(.stateNotKept(error))
      return false
    }
    return true
  }

  /// A log that was begun for an audience, and that the settings do not name yet.
  private func unfinished(_ audience: Audience) -> LogID? {
    let before = workspace.settings.logs[audience == .regio ? .gedeeld : audience]
    return workspace.unnamed.filter { $0.value.audience == audience && $0.value.follows == before }.keys.min()
  }

  // MARK: Going on in another

  /// Begins a log, in the place of another where there is one.
  private func begin(
    _ audience: Audience, after old: LogID?, because reason: Succession.Reason, _ begun: inout [Succession]
  ) throws -> LogWriter {
    let naam = audience == .gedeeld ? try old.flatMap(label(of:)) : nil
    let key = try workspace.keys.makeKey(randomness: workspace.surroundings.randomness)
    let first = naam.map { [Draft.naam($0, of: LogID(key.publicKey))] } ?? []
    let header = LogHeader(
      audience: audience, follows: audience == .regio ? workspace.log : old, publicKey: key.publicKey,
      regio: workspace.settings.regio, workspace: workspace.settings.workspace)
    let writer = try LogWriter(
      founding: header, first: first, in: workspace.logsPath, key: key, surroundings: workspace.surroundings)
    try go(on: writer.log, audience, from: old, because: reason, &begun)
    writers[audience] = writer
    return writer
  }

  /// What its writer is called.
  private func label(of log: LogID) throws -> String? {
    MemberList.names(in: try loadedFacts?.state ?? workspace.ownState())[log.text]
  }

  /// Leaves the old log for a new one that is on disk, and puts the new one's name in the settings.
  private func go(
    on new: LogID, _ audience: Audience, from old: LogID?, because reason: Succession.Reason,
    _ begun: inout [Succession]
  ) throws {
    var isVouched = true
    if let old, audience == .gedeeld {
      isVouched = try vouch(for: new, in: old) != nil
    } else if let old {
      // A damaged end stays as it is.
      do { try open(old).leave(for: nil) } catch LogError.damaged {} catch LogError.empty {}
    }
    if audience == .regio { try writers[.gedeeld]?.append([.ownLog(new)]) }
    // It may stand there since an earlier time that failed before its name was durable.
    try workspace.files.synchronizeFolder(LogFolder(new, in: workspace.logsPath, files: workspace.files).path)
    workspace = try workspace.writing(workspace.settings.writing(new, for: audience))
    guard let old else { return }
    begun.append(Succession(audience: audience, old: old, new: new, reason: reason, isVouched: isVouched))
  }

  /// Ends an own shared log by naming the one that comes after it.
  ///
  /// - Returns: The line that names it; nil where the old log has no line left to go on from.
  func vouch(for new: LogID, in old: LogID) throws -> Reference? {
    do { return try open(old).leave(for: new) } catch LogError.damaged {} catch LogError.empty {}
    let folder = LogFolder(old, in: workspace.logsPath, files: workspace.files)
    guard let key = try workspace.keys.key(of: old) else { throw WorkspaceError.noKey(log: old) }
    do {
      return try LogWriter.leave(
        old, at: try ForkPoint(lastGoodLineOf: folder), for: new, in: workspace.logsPath, key: key,
        surroundings: workspace.surroundings)
    } catch LogError.damaged { return nil } catch LogError.empty { return nil }
  }
}
