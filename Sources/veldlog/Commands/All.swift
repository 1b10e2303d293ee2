extension Command {
  /// In the order in which help names them.
  static let all: [Command] = [
    initialize, invite, trust,
    record, importing, correct, retract, erase, conflicts, resolve,
    interview, attachment,
    bundle, sync, receipt,
    query, why, changed, indicators, dashboard, export,
    log, status, verify, doctor, salvage, retention, privacy, codebook, lock,
    completion, demo,
  ]
}
