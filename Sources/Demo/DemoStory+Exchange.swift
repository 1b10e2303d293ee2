import CanonicalJSON
import Merge
import Platform
import Words
import Workspace

extension DemoStory {
  /// Each makes a bundle of what it wrote, and applies those of the others in an order of its own.
  func exchange(_ instances: [DemoInstance], _ tell: (Scene) throws -> Void) throws {
    for instance in instances {
      let name = bundleName(of: instance)
      let made = try Exchange(try Recording(instance.workspace)).makeClearBundle(at: folder + "/" + name)
      try tell(
        .step(
          line(instance, ["bundle", "create", "--plain", "-o", shown(name)]),
          result: CommandWords.made(shown(name), made.lineCount, made.logCount, made.byteCount)))
    }
    try apply([instances[1], instances[2]], to: instances[0], tell)
    try tell(.remark(DemoWords.strangerFirst))
    try apply([instances[2], instances[0]], to: instances[1], tell)
    try apply([instances[0], instances[1]], to: instances[2], tell)
    try tell(.remark(DemoWords.applyingAgain))
    try apply([instances[2], instances[1]], to: instances[0], tell)
  }

  private func bundleName(of instance: DemoInstance) -> String { Self.bundleFolder + "/" + instance.regio + ".veld" }

  private func apply(
    _ senders: [DemoInstance], to instance: DemoInstance, _ tell: (Scene) throws -> Void
  ) throws {
    let exchange = Exchange(try Recording(instance.workspace))
    var results: [Phrase] = []
    for sender in senders {
      let (applied, released) = try exchange.apply(folder + "/" + bundleName(of: sender))
      results.append(result(of: applied))
      results += released.map { CommandWords.released("") + result(of: $0) }
    }
    try tell(
      .step(
        line(instance, ["bundle", "apply"] + senders.map { shown(bundleName(of: $0)) }),
        result: results.joined(by: "\n")))
  }

  private func result(of applied: Exchange.Applied) -> Phrase {
    let path =
      applied.path.hasPrefix(folder + "/") ? shown(String(applied.path.dropFirst(folder.count + 1))) : applied.path
    return CommandWords.applied(
      path, new: applied.newCount, known: applied.knownCount, held: applied.heldCount,
      quarantined: applied.quarantinedCount)
  }

  /// Shows that all three have the same, and the one conflict.
  ///
  /// - Throws: `DemoError` where they do not.
  func compare(_ instances: [DemoInstance], _ tell: (Scene) throws -> Void) throws -> Ending {
    var shownInstances: [Ending.Instance] = []
    var last: Status?
    for instance in instances {
      let status = try Status(of: instance.workspace)
      try tell(
        .step(
          line(instance, ["status"]),
          result: DemoWords.status(
            facts: status.factCount, conflicts: status.conflictCount, fingerprint: status.fingerprint)))
      shownInstances.append(
        Ending.Instance(
          regio: instance.regio, log: instance.workspace.log.text, folder: instance.workspace.root,
          fingerprint: status.fingerprint, conflictCount: status.conflictCount))
      last = status
    }
    guard Set(shownInstances.map(\.fingerprint)).count == 1, let last else {
      throw DemoError.fingerprintsDiffer(shownInstances.map(\.fingerprint))
    }
    try tell(.remark(DemoWords.same))
    let unused = try theOneConflict(instances)
    for instance in instances { try tell(.view(line(instance, ["conflicts"]))) }
    return Ending(
      workspace: instances[0].workspace.settings.workspace.text, instances: shownInstances, factCount: last.factCount,
      liveCount: last.liveCount, unusedReference: unused)
  }

  /// The short reference of the fact that figures leave out, the same on every instance.
  private func theOneConflict(_ instances: [DemoInstance]) throws -> String {
    var unused = ""
    for instance in instances {
      let state = try instance.workspace.state()
      guard state.conflicts.count == 1, let conflict = state.conflicts.first,
        let row = conflict.rows.first(where: { $0 != conflict.used })
      else { throw DemoError.wrongConflicts(count: state.conflicts.count) }
      unused = state.shortReference(row)
    }
    return unused
  }
}
