/// What applying bundles makes of a set of lines, written once more from SyncSpecs/bundle.md.
struct ModelHoldings {
  var present: Set<Int> = []
  var bare: Set<Int> = []

  /// Takes what of some bundles can be taken, in order and until nothing moves.
  ///
  /// - Parameters:
  ///   - model: The opinion about a set of lines.
  ///   - isHeard: Whether a writer was ever admitted.
  /// - Returns: For each bundle, whether something of it has to wait.
  mutating func absorb(
    _ bundles: [ModelBundle], model: (ModelHoldings) -> PlainModel, isHeard: (String, PlainModel) -> Bool
  ) -> [Bool] {
    var waits = bundles.map { _ in true }
    var isMoving = true
    while isMoving {
      isMoving = false
      for (index, bundle) in bundles.enumerated() where waits[index] {
        var together = self
        let isWhole = together.attach(bundle, model)
        let opinion = model(together)
        let asked = opinion.without == .bundleBringsAdmission ? model(self) : opinion
        if opinion.follows(.strangersBundleIsHeld), !isHeard(bundle.writer, asked) { continue }
        if !opinion.follows(.otherSegmentsAreApplied), !isWhole { continue }
        if together.present != present || together.bare != bare { isMoving = opinion.follows(.heldIsTriedAgain) }
        self = together
        if isWhole { waits[index] = false }
      }
    }
    return waits
  }

  /// Takes the segments whose line before is here, then asks which payloads may be kept; false where one is left.
  private mutating func attach(_ bundle: ModelBundle, _ model: (ModelHoldings) -> PlainModel) -> Bool {
    let before = self
    let opinion = model(self)
    var shown: Set<Int> = []
    var waiting = bundle.segments
    var isMoving = true
    while isMoving {
      let count = waiting.count
      waiting.removeAll { segment in
        let parent = segment.ids.first.flatMap { opinion.line($0).parent }
        guard parent.map(present.contains) ?? true || !opinion.follows(.segmentNeedsLineBefore) else { return false }
        present.formUnion(segment.ids)
        shown.formUnion(segment.ids.filter { !segment.bare.contains($0) })
        return true
      }
      isMoving = waiting.count < count
    }
    bare.formUnion(present.subtracting(before.present).subtracting(shown))
    let erased = present.contains { opinion.line($0).kind == "wissing" } ? model(self).erased : []
    for id in shown {
      let isErased = erased.contains(id) && opinion.follows(.erasureStays)
      if !before.present.contains(id) {
        if isErased { bare.insert(id) }
      } else if !isErased, opinion.follows(.missingIsFilled) {
        bare.remove(id)
      }
    }
    return waiting.isEmpty
  }

  /// The lines that a bundle of everything holds: of each log that its readers may have, up to the last checkpoint on
  /// each branch.
  ///
  /// - Parameter regio: Its region, where it may hold regional logs.
  func shareable(_ model: PlainModel, regio: String? = nil) -> Set<Int> {
    var shared: Set<Int> = []
    for log in model.logsOpen(to: regio) {
      let ids = model.ids(of: log)
      if !model.follows(.strangersArePassedOn), model.members[log] == nil { continue }
      if !model.follows(.passedOnUpToCheckpoint) { shared.formUnion(ids) }
      for id in ids where model.line(id).kind == "checkpoint" && !shared.contains(id) {
        shared.formUnion(model.upTo(id))
      }
    }
    return model.follows(.setAsideIsPassedOn)
      ? shared : shared.filter { model.members[model.line($0).log] == nil || model.stands($0) }
  }
}

extension PlainModel {
  /// The logs that may be in a bundle.
  ///
  /// - Parameter regio: Its region, where it may hold regional logs.
  func logsOpen(to regio: String?) -> [String] {
    byLog.keys.sorted().filter { log in
      switch audience(log) {
      case "gedeeld": true
      case "regio": regio != nil && self.regio(log) == regio && follows(.regionalGoesToRegion)
      default: !follows(.privateStays)
      }
    }
  }

  /// What a manifest says that is held: `log seq chain`.
  func frontier(_ logs: [String]) -> Set<String> {
    var named: Set<String> = []
    for log in logs {
      let heads = follows(.frontierNamesHeads) ? heads(log) : Array(heads(log).prefix(1))
      for head in heads {
        let seq = line(head).seq
        var wanted: Set<Int> = [seq]
        var step = 1
        while follows(.frontierStepsBack), step < seq {
          wanted.insert(seq - step)
          step *= 2
        }
        for id in upTo(head) where wanted.contains(line(id).seq) {
          named.insert("\(log) \(line(id).seq) \(line(id).chain)")
        }
      }
    }
    return named
  }

  /// The references that a manifest asks for.
  func missing(_ logs: [String]) -> Set<String> {
    if !follows(.missingIsAskedFor) { return [] }
    let ids = logs.filter { members[$0] != nil }.flatMap(ids)
    return Set(ids.filter { bare.contains($0) && !erased.contains($0) }.map { line($0).reference })
  }
}
