/// How far two spellings are apart, to guess what a mistyped name was meant to be.
public enum EditDistance {
  /// Insertions, deletions, replacements and swaps of neighbours that turn one text into the other (optimal string
  /// alignment: no part is edited twice).
  ///
  /// - Complexity: O(*n* · *m*) in bytes.
  public static func between(_ left: String, _ right: String) -> Int {
    let (a, b) = (Array(left.utf8), Array(right.utf8))
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var beforePrevious = [Int](repeating: 0, count: b.count + 1)
    var previous = Array(0...b.count)
    var current = previous
    for i in 1...a.count {
      current[0] = i
      for j in 1...b.count {
        let replaced = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
        var best = min(replaced, previous[j] + 1, current[j - 1] + 1)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { best = min(best, beforePrevious[j - 2] + 1) }
        current[j] = best
      }
      (beforePrevious, previous, current) = (previous, current, beforePrevious)
    }
    return previous[b.count]
  }

  /// The word that a mistyped one most likely is: at most a third of its letters off, whatever the capitals, else the
  /// first that begins with it; nil when all are far off.
  public static func nearest(to word: String, among words: [String]) -> String? {
    // A hostile word could be very long; no real one is.
    let wanted = String(word.lowercased().prefix(64))
    let furthest = max(1, wanted.utf8.count / 3)
    var best: (word: String, distance: Int)?
    for candidate in words {
      let found = between(wanted, candidate.lowercased())
      if found <= furthest, found < best?.distance ?? .max { best = (candidate, found) }
    }
    return best?.word ?? words.first { wanted.utf8.count >= 3 && $0.lowercased().hasPrefix(wanted) }
  }
}
