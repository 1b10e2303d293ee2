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

  /// The lines that a bundle of everything holds: of each shared log, up to the last checkpoint on each branch.
  ///
  /// - Parameter regio: Its region, where it may hold regional logs.
  func shareable(_ corpus: Corpus, without: Rule?, regio: String? = nil) -> Set<Int> {
    let model = PlainModel(corpus, present, bare: bare, founder: "")
    var shared: Set<Int> = []
    for (log, ids) in model.byLog {
      let audience = model.audience(log)
      let isRegional = audience == "regio" && regio != nil && model.regio(log) == regio
      let isSent =
        audience == "gedeeld" || (isRegional && without != .regionalGoesToRegion)
        || (audience == "prive" && without == .privateStays)
      guard isSent else { continue }
      if without == .passedOnUpToCheckpoint { shared.formUnion(ids) }
      for id in ids where corpus.lines[id].kind == "checkpoint" && !shared.contains(id) {
        shared.formUnion(model.upTo(id))
      }
    }
    return shared
  }
}
