import CanonicalJSON

extension ModelHoldings {
  /// The lines that a bundle for a member lacks nothing by, written once more from SyncSpecs/bundle.md: what of the
  /// shareable lines the frontier that was received from the member does not cover.
  ///
  /// - Parameter manifest: The last one received from the member; nil for none.
  func lacking(_ manifest: JSONValue?, of shareable: Set<Int>, _ model: PlainModel) -> Set<Int> {
    guard let manifest, model.follows(.frontierCovers) else { return shareable }
    var covered: Set<Int> = []
    for (log, named) in (manifest["frontier"]?.objectValue?.members ?? []).map({ ($0.key, $0.value) }) {
      for entry in named.arrayValue ?? [] {
        let ids = model.corpus.ids(log, Int(entry["seq"]?.integerValue ?? 0))
        guard let id = ids.first(where: { model.line($0).chain == entry["chain"]?.stringValue }) else { continue }
        // What the sender does not hold covers nothing.
        if present.contains(id) || !model.follows(.unheldCoversNothing) { covered.formUnion(model.upTo(id)) }
      }
    }
    if model.follows(.missingIsSentAgain) {
      for reference in manifest["missing"]?.arrayValue ?? [] {
        for id in model.byReference[reference.stringValue ?? ""] ?? [] where !model.isBare(id) {
          covered.subtract(upToNextCheckpoint(id, model))
        }
      }
    }
    return shareable.subtracting(covered)
  }

  /// A line and what follows it, up to and including the next checkpoint on each branch.
  private func upToNextCheckpoint(_ id: Int, _ model: PlainModel) -> Set<Int> {
    var found: Set<Int> = [id]
    var waiting = [id]
    while let next = waiting.popLast() {
      if model.line(next).kind == "checkpoint" { continue }
      for other in model.byLog[model.line(id).log] ?? [] where model.line(other).parent == next {
        found.insert(other)
        waiting.append(other)
      }
    }
    return found
  }
}
