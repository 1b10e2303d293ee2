extension Command {
  /// In the order in which help names them.
  static let all: [Command] = [
    initialize, invite, trust,
    record, importing, correct, retract, conflicts, resolve,
    interview,
    bundle,
    query, dashboard, export,
    log, status, verify, doctor, codebook,
    completion, demo,
  ]
}
