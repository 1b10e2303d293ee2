import EventLog
import Platform
import Words

/// Folders that are copied to another machine, backed up and put back, and what an instance must notice of it.
extension World {
  /// A second machine with the same folder; what is remembered outside it comes along or not.
  func copy(_ machine: Machine, _ step: Step) throws {
    guard machines.count < 7 else { return }
    let isWhole = step.a % 3 == 0
    let copy = machine.copy(name: nextName(), seed: UInt64(truncatingIfNeeded: step.b), withState: isWhole)
    tell(isWhole ? SimulationWords.clones(machine.name, copy.name) : SimulationWords.copies(machine.name, copy.name))
    try add(copy)
  }

  func backUp(_ machine: Machine) {
    tell(SimulationWords.backsUp(machine.name))
    machine.backup = machine.copy(name: machine.name, seed: 0, withState: true)
  }

  /// Puts the folder back as it was when it was backed up: what was written since then and not sent is gone.
  func restore(_ machine: Machine, _ step: Step) throws {
    guard let backup = machine.backup else { return }
    let state: Machine.RestoredState = [0: .lost, 1: .old][step.a % 4] ?? .kept
    tell(SimulationWords.restores(machine.name, state: state.phrase))
    try machine.restore(backup, state)
    machine.holdings = try read(machine)
    try machine.readKeys()
    try check(machine)
  }

  // MARK: What must be noticed

  /// What is remembered of where each own log ended.
  func remembered(_ machine: Machine) throws -> [String: LogPlace] {
    var remembered: [String: LogPlace] = [:]
    for log in machine.ownKeys { remembered[log] = try machine.remembered(log) }
    return remembered
  }

  /// The logs that a machine may go on in, since they end as it remembers (SyncSpecs/log.md, branches).
  func continuable(_ machine: Machine, _ remembered: [String: LogPlace]) -> Set<String> {
    machine.ownKeys.filter { log in
      machine.ends[log].map { mayGoOn(behind: $0, remembered[log], among: machine.holdings.present) } ?? false
    }
  }

  /// Whether a log that ends with a line may be gone on in, among the lines that are held.
  private func mayGoOn(behind end: Int, _ remembered: LogPlace?, among present: Set<Int>) -> Bool {
    if without == .noticesBeforeWriting { return true }
    let line = corpus.lines[end]
    let branch = corpus.upTo(end)
    if present.contains(where: { corpus.lines[$0].log == line.log && !branch.contains($0) && !isEnding($0) }) {
      return false
    }
    guard let remembered else { return false }
    if remembered.seq == line.seq { return remembered.chain == line.chain }
    guard let place = branch.first(where: { corpus.lines[$0].seq == remembered.seq }),
      corpus.lines[place].chain == remembered.chain
    else { return false }
    return branch.allSatisfy { corpus.lines[$0].seq <= remembered.seq || isEnding($0) }
  }

  private func isEnding(_ id: Int) -> Bool { ["eigen_log", "checkpoint"].contains(corpus.lines[id].kind) }

  /// Checks that new lines of a machine's own stand in logs that it may go on in, and that no log was begun in the
  /// place of such a one.
  ///
  /// - Parameters:
  ///   - new: Lines that it wrote.
  ///   - ends: Of each log, the last line in its first folder as it was before.
  ///   - brought: Lines that a bundle may have brought. They may show that a log goes on elsewhere, and they may be
  ///     the very lines that were lost: then it ends as remembered again.
  func checkOwnLogs(
    _ machine: Machine, _ new: Set<Int>, _ ends: [String: Int], continuable: Set<String>,
    _ remembered: [String: LogPlace], brought: Set<Int>
  ) throws {
    for id in new.sorted() where machine.ownKeys.contains(corpus.lines[id].log) {
      let line = corpus.lines[id]
      if ends[line.log] != nil, !isEnding(id), !continuable.contains(line.log) {
        let written = corpus.upTo(id).filter(new.contains)
        let end = written.min { corpus.lines[$0].seq < corpus.lines[$1].seq }.flatMap { corpus.lines[$0].parent }
        let others = machine.holdings.present.subtracting(new)
        guard let end, brought.contains(end), mayGoOn(behind: end, remembered[line.log], among: others) else {
          throw Breakage(
            sort: .ownLog, machine: machine.name, expected: SimulationWords.newLog(line.log),
            found: SimulationWords.stray(describe(id)))
        }
      }
      guard line.seq == 1, let audience = line.payload?["audience"]?.stringValue else { continue }
      let follows = line.payload?["follows"]?.stringValue
      if let follows, machine.ends[follows] == nil {
        throw Breakage(
          sort: .ownLog, machine: machine.name, expected: SimulationWords.value("follows"),
          found: SimulationWords.stray(describe(id)))
      }
      let old = follows.flatMap { ends[$0] }
      // What came in the same bundle may have shown that the old one goes on elsewhere.
      if brought.contains(where: { corpus.lines[$0].log == follows }) { continue }
      let isSuccessor = old.map { model(machine.holdings).audience(corpus.lines[$0].log) == audience } ?? false
      // A fault may have kept the end of the log from being remembered; to be on the safe side it is left then.
      let mayGoOn = follows.map(continuable.contains) == true && !machine.isTroubled
      if isSuccessor, let follows, mayGoOn || without == .successorFollows {
        throw Breakage(
          sort: .ownLog, machine: machine.name, expected: SimulationWords.noNewLog(follows),
          found: SimulationWords.stray(describe(id)))
      }
    }
  }
}

extension World {
  /// Checks that the shared log which an instance left names the new one.
  func checkVouching(_ machine: Machine, _ new: Set<Int>) throws {
    for id in new.sorted() where machine.ownKeys.contains(corpus.lines[id].log) && corpus.lines[id].seq == 1 {
      let line = corpus.lines[id]
      guard line.payload?["audience"] == "gedeeld", let old = line.payload?["follows"]?.stringValue else { continue }
      let isVouched = new.contains { id in
        let word = corpus.lines[id]
        return word.kind == "eigen_log" && word.log == old && word.payload?["log"]?.stringValue == line.log
      }
      if isVouched != (without != .successorIsVouched) {
        throw Breakage(
          sort: .ownLog, machine: machine.name, expected: SimulationWords.value("eigen_log \(line.log)"),
          found: SimulationWords.value("\(isVouched)"))
      }
    }
  }
}

extension Machine.RestoredState {
  fileprivate var phrase: Phrase {
    switch self {
    case .kept: SimulationWords.stateIsKept
    case .lost: SimulationWords.stateIsLost
    case .old: SimulationWords.stateIsOld
    }
  }
}
