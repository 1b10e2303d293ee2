import PlainText

extension EditDistance {
  /// The names of the candidates whose spelling comes nearest to `text`: at most three, each once, none that
  /// differs in more than a third of its letters unless one begins with the other.
  static func nearest(to text: String, among candidates: [(spelling: String, name: String)]) -> [String] {
    // A hostile name could be as long as a line; no real one is.
    let wanted = String(Spelling.folded(text).prefix(64))
    guard !wanted.isEmpty else { return [] }
    var found: [(distance: Int, name: String)] = []
    for candidate in candidates {
      let spelling = Spelling.folded(candidate.spelling)
      guard !spelling.isEmpty else { continue }
      let distance = between(wanted, spelling)
      let limit = max(wanted.utf8.count, spelling.utf8.count) / 3
      if distance <= limit {
        found.append((distance, candidate.name))
      } else if wanted.utf8.count >= 3, spelling.hasPrefix(wanted) || wanted.hasPrefix(spelling),
        spelling.utf8.count >= 3
      {
        found.append((limit + 1, candidate.name))
      }
    }
    found.sort { ($0.distance, $0.name) < ($1.distance, $1.name) }
    var names: [String] = []
    for match in found where !names.contains(match.name) && names.count < 3 { names.append(match.name) }
    return names
  }
}
